/** What came with an article to listen to or watch: named by kind, length and size, opened at its outlet. */

import { html } from 'hono/html'
import type { Enclosure } from '../../model/feed.ts'
import { t } from '../messages.ts'
import type { Pictures } from '../pictures.ts'
import type { Html } from './layout.ts'

type Shown = Enclosure & { readonly image?: string }

export function enclosureList(enclosures: readonly Shown[], pictures?: Pick<Pictures, 'pathOf'>): Html {
  if (enclosures.length === 0) return html``
  const picture = ({ image }: Shown) =>
    pictures && image
      ? html`<img src="${pictures.pathOf(image)}" alt="" width="96" height="96" loading="lazy">`
      : ''
  return html`<ul class="enclosures">${enclosures.map(
    (enclosure) =>
      html`<li>${picture(enclosure)}<a href="${enclosure.url}" rel="noopener noreferrer">${enclosureText(enclosure)}</a></li>`,
  )}</ul>`
}

const WORDS: readonly (readonly [RegExp, () => string])[] = [
  [/^audio\//, () => t('Listen')],
  [/^video\/|youtube|vimeo/, () => t('Watch')],
  [/^image\//, () => t('Picture')],
  [/pdf/, () => t('PDF')],
]

/** "Listen, 32 min", "PDF, 1.2 MB". */
export function enclosureText({ url, type = '', seconds, bytes }: Enclosure): string {
  const word = WORDS.find(([pattern]) => pattern.test(type) || pattern.test(url))?.[1]() ?? t('Attachment')
  const length = seconds ? lengthText(seconds) : bytes ? sizeText(bytes) : undefined
  return length === undefined ? word : t('{kind}, {length}', { kind: word, length })
}

function lengthText(seconds: number): string {
  if (seconds < 60) return t('{n} s', { n: Math.round(seconds) })
  const minutes = Math.round(seconds / 60)
  return minutes < 60
    ? t('{n} min', { n: minutes })
    : t('{h} h {min} min', { h: Math.floor(minutes / 60), min: minutes % 60 })
}

const sizeText = (bytes: number): string =>
  bytes < 1e6 ? t('{n} KB', { n: Math.ceil(bytes / 1000) }) : t('{n} MB', { n: (bytes / 1e6).toFixed(1) })
