/** Earlier and later pages of a list, as links. */

import { html } from 'hono/html'
import { t } from '../messages.ts'
import type { Html } from './layout.ts'

const LAST = 200

/** The page asked for, from 1; anything else is the first. */
export function pageOf(text: string | undefined): number {
  const page = Number(text)
  return Number.isInteger(page) && page >= 1 && page <= LAST ? page : 1
}

export function pager(page: number, more: boolean, href: (page: number) => string): Html {
  if (page === 1 && !more) return html``
  return html`<nav class="pager" aria-label="${t('Pages')}">${page > 1 ? html`<a rel="prev" href="${href(page - 1)}">${t('Back')}</a>` : html`<span></span>`}<span>${t('Page {n}', { n: page })}</span>${more && page < LAST ? html`<a rel="next" href="${href(page + 1)}">${t('On')}</a>` : html`<span></span>`}</nav>`
}
