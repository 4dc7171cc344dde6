/** Evidence on a page: the sentence itself, in its own language and direction, and the way to it. */

import { html } from 'hono/html'
import type { Span } from '../../model/span.ts'
import type { Witness } from '../../store/evidence.ts'
import { rich, t } from '../messages.ts'
import { articleDay } from './dates.ts'
import type { Html } from './layout.ts'

const LONGEST = 320

export const evidenceHref = (article: number, { start, end }: Span): string =>
  `/article/${article}?e=${start}-${end}#e`

export function sentenceAt({ text }: Witness, { start, end }: Span): string {
  const sentence = text.slice(start, end).replaceAll(/\s+/gu, ' ').trim()
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …`
}

/** The quoted sentence, then outlet and day as the link to it, and what else is to stand on that line. */
export function evidence(
  witness: Witness | undefined,
  span: Span | undefined,
  mark: Html | undefined = undefined,
): Html {
  if (!witness || !span) return html`<p class="evidence gone">${t('The sentence is no longer there.')}</p>`
  return html`<p class="evidence"><q lang="${witness.language}" dir="${witness.direction}">${sentenceAt(witness, span)}</q>
${source(witness, span)}${mark && html` ${mark}`}</p>`
}

/** Outlet and day alone, linked to the sentence. */
export const source = (
  witness: Pick<Witness, 'article' | 'outlet' | 'published' | 'dated'>,
  span: Span,
): Html =>
  html`<a class="to-sentence" href="${evidenceHref(witness.article, span)}">${rich('{outlet}, {day}', { outlet: html`<bdi class="outlet">${witness.outlet}</bdi>`, day: articleDay(witness) })}</a>`
