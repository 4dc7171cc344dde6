/** How a source is doing, as a person would say it, and what was found behind an address. */

import { html } from 'hono/html'
import { adviceOn } from '../../app/source-health.ts'
import type { Looked, Subscribed } from '../../app/subscribe.ts'
import type { Preview } from '../../feeds/preview.ts'
import type { ListedSource } from '../../store/source-list.ts'
import { rich, t } from '../messages.ts'
import { answerWords } from './answers.ts'
import { dayText } from './dates.ts'
import type { Html } from './layout.ts'
import { languageName } from './words.ts'

export type HealthWords = { readonly mark: 'well' | 'ill' | 'idle'; readonly words: string }

export function healthWords({
  kind,
  state,
  failures,
  last_checked,
  last_answer,
}: Pick<ListedSource, 'kind' | 'state' | 'failures' | 'last_checked' | 'last_answer'>): HealthWords {
  const answer = answerWords(last_answer ?? '')
  if (state === 'paused') return { mark: 'idle', words: t('Paused by you') }
  if (state === 'retired')
    return {
      mark: 'ill',
      words: t('Gone for good: {answer}', { answer: answer || t('the site says so') }),
    }
  if (kind === 'mail') return { mark: 'well', words: t('Its letters come to your mailbox') }
  if (kind === 'files') return { mark: 'well', words: t('Files you brought in') }
  if (last_checked === null) return { mark: 'idle', words: t('Not checked yet') }
  if (failures > 0)
    return {
      mark: 'ill',
      words: t('{n, plural, one {Failed last time} other {Failed # times in a row}}: {answer}', {
        n: failures,
        answer,
      }),
    }
  return { mark: 'well', words: answer || t('Well') }
}

/** What a person can do about a source that is not well. */
export const adviceWords = (source: Pick<ListedSource, 'id' | 'state' | 'last_answer'>): string =>
  t(adviceOn(source), { id: String(source.id) })

export function outcomeBox(outcome: Subscribed | Looked): Html {
  if ('failed' in outcome)
    return html`<p class="outcome failed" id="outcome" role="alert">${answerWords(outcome.failed)}</p>`
  const { preview, url } = outcome
  const name = html`<bdi>${preview.title || url}</bdi>`
  if (!('added' in outcome)) {
    return html`<div class="outcome" id="outcome" role="status"><p><strong>${name}</strong> <bdi class="because">${url}</bdi></p>
${previewText(preview)}
<form method="post" action="/sources/add"><input type="hidden" name="address" value="${url}"><button>${t('Add it')}</button></form></div>`
  }
  return html`<div class="outcome" id="outcome" role="status"><p><strong>${outcome.added ? rich('Added: {name}.', { name }) : rich('It was there already: {name}.', { name })}</strong> ${outcome.added ? t('Its articles are being read now; the first stand on the front page in a moment.') : ''}</p>
${previewText(preview)}</div>`
}

const previewText = (preview: Preview): Html =>
  html`<p class="facts">${factsOf(preview).map((fact) => html`<span>${fact}</span> `)}</p>
<ul>${preview.items.slice(0, 5).map(({ title }) => html`<li dir="auto">${title}</li>`)}</ul>`

const textWords: Readonly<Record<Preview['texts'], () => string>> = {
  full: () => t('gives whole texts'),
  excerpt: () => t('gives excerpts; the articles are read from their pages'),
  titles: () => t('gives titles; the articles are read from their pages'),
}

function factsOf({ language, perDay, newest, texts }: Preview): readonly string[] {
  const last = newest === undefined ? Number.NaN : Date.parse(newest)
  return [
    ...(language === 'und' ? [] : [languageName(language)]),
    ...(perDay === undefined ? [] : [paceText(perDay)]),
    ...(Number.isNaN(last) ? [] : [t('newest from {day}', { day: dayText(last) })]),
    textWords[texts](),
  ]
}

export const paceText = (perDay: number): string =>
  perDay >= 1
    ? t('about {n, plural, one {# article} other {# articles}} a day', { n: Math.round(perDay) })
    : t('about {n, plural, one {# article} other {# articles}} a week', {
        n: Math.max(1, Math.round(perDay * 7)),
      })
