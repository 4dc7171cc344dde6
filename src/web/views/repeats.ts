/** What an article repeats and what repeats it: the kind, how sure that is, the reasons, and the passages side by side. */

import { html } from 'hono/html'
import type { Span } from '../../model/span.ts'
import type { ArticlePage } from '../../store/article-page.ts'
import type { Cited } from '../../store/citations.ts'
import type { copiesOf, tiedTo } from '../../store/tied-articles.ts'
import { rich, t } from '../messages.ts'
import { sharedPassages, translatedPassages } from './beside.ts'
import { articleDay, momentTime } from './dates.ts'
import type { Html } from './layout.ts'
import { evidenceHref } from './quote.ts'
import { reasonLine, reasonList } from './reasons.ts'
import { copyWord } from './words.ts'

/** What an article repeats, with the other as it is now. */
export type Tie = Awaited<ReturnType<typeof tiedTo>>[number] & { readonly other: ArticlePage | undefined }

type Known = {
  readonly ties: readonly Tie[]
  readonly copies: Awaited<ReturnType<typeof copiesOf>>
  readonly cites: readonly (Cited & { readonly span: Span })[]
  readonly citedBy: readonly Cited[]
}

export function repeatsOf(article: ArticlePage, { ties, copies, cites, citedBy }: Known): Html {
  const repeated = ties.filter(({ kind, ended }) => kind !== 'cites' && ended === null)
  const before = ties.filter(({ kind, ended }) => kind !== 'cites' && ended !== null)
  return html`${
    repeated.length > 0 &&
    html`<section aria-labelledby="repeats"><h2 id="repeats">${t('What it repeats')}</h2>
${repeated.map(
  (tie) => html`<div class="tie"><p>${named(tie)} <span class="because">${sure(tie.confidence)}</span></p>
<div class="because">${reasonList(tie.why)}</div>
${tie.other && (tie.kind === 'translation' ? translatedPassages(article, tie.other) : sharedPassages(article, tie.other, tie.passages))}</div>`,
)}</section>`
  }
${
  before.length > 0 &&
  html`<section aria-labelledby="before"><h2 id="before">${t('What it repeated before its text changed')}</h2><ul class="ties">${before.map(
    (tie) =>
      html`<li>${named(tie)} <span class="because">${rich('until {when}', { when: momentTime(tie.ended!) })}</span>${tie.why.length > 0 && html`<span class="because">${reasonLine(tie.why)}</span>`}</li>`,
  )}</ul></section>`
}
${copies.length > 0 && html`<section aria-labelledby="copies"><h2 id="copies">${t('What repeats it')}</h2><ul class="ties">${copies.map((one) => html`<li>${head(one)} <span class="because">${t('{kind} this one', { kind: copyWord(one.kind) })} · ${sure(one.confidence)} · <a href="/article/${one.id}/why#repeats">${t('Compare the two')}</a></span></li>`)}</ul></section>`}
${cites.length > 0 && html`<section aria-labelledby="cites"><h2 id="cites">${t('What it cites')}</h2><ul class="ties">${cites.map((one) => html`<li>${head(one)} <span class="because">${rich('by the link {words}', { words: html`<a href="${evidenceHref(article.id, one.span)}"><q lang="${article.language}" dir="${article.direction}">${article.text.slice(one.span.start, one.span.end)}</q></a>` })}</span></li>`)}</ul></section>`}
${citedBy.length > 0 && html`<section aria-labelledby="cited"><h2 id="cited">${t('What cites it')}</h2><ul class="ties">${citedBy.map((one) => html`<li>${head(one)}</li>`)}</ul></section>`}`
}

const named = ({ kind, origin, outlet, title, other }: Tie): Html =>
  rich('{kind} {article}', {
    kind: html`<strong>${copyWord(kind)}</strong>`,
    article: html`<a href="/article/${origin}"><bdi class="outlet">${outlet}</bdi>: <bdi${other ? html` lang="${other.language}" dir="${other.direction}"` : ''}>${title}</bdi></a>`,
  })

const sure = (confidence: number): string => t('{percent} % sure', { percent: Math.round(confidence * 100) })

const head = (one: Omit<Cited, 'outlet'> & { readonly outlet: string }): Html =>
  html`<a href="/article/${one.id}" lang="${one.language}" dir="${one.direction}">${one.title}</a> <span class="because">${rich('{outlet}, {day}', { outlet: html`<bdi class="outlet">${one.outlet}</bdi>`, day: articleDay(one) })}</span>`
