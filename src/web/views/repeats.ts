/** What an article repeats and what repeats it: the kind, how sure that is, the reasons, and the passages side by side. */

import { html } from 'hono/html'
import type { Span } from '../../model/span.ts'
import type { ArticlePage, CopyOf, copiesOf } from '../../store/article-page.ts'
import type { Cited } from '../../store/citations.ts'
import { rich, t } from '../messages.ts'
import { articleDay } from './dates.ts'
import type { Html } from './layout.ts'
import { evidenceHref } from './quote.ts'
import { reasonList } from './reasons.ts'
import { copyWord } from './words.ts'

/** Passages shown; a long copy has a few dozen, and nobody compares them all. */
const PASSAGES = 8
const LONGEST = 420
/** Fewer words in a row tell nobody that one was taken from the other. */
const TELLING = 6

type Known = {
  readonly copy: CopyOf | undefined
  /** The article it repeats. */
  readonly origin: ArticlePage | undefined
  readonly copies: Awaited<ReturnType<typeof copiesOf>>
  readonly cites: readonly (Cited & { readonly span: Span })[]
  readonly citedBy: readonly Cited[]
}

export function repeatsOf(article: ArticlePage, { copy, origin, copies, cites, citedBy }: Known): Html {
  return html`${
    copy &&
    copy.kind !== 'cites' &&
    html`<section aria-labelledby="repeats"><h2 id="repeats">${t('What it repeats')}</h2>
<p>${rich('{kind} {article}', { kind: html`<strong>${copyWord(copy.kind)}</strong>`, article: html`<a href="/article/${copy.origin}"><bdi class="outlet">${copy.outlet}</bdi>: <bdi>${copy.title}</bdi></a>` })} <span class="because">${sure(copy.confidence)}</span></p>
<div class="because">${reasonList(copy.why)}</div>
${origin && passages(article, origin, copy)}</section>`
  }
${copies.length > 0 && html`<section aria-labelledby="copies"><h2 id="copies">${t('What repeats it')}</h2><ul class="ties">${copies.map((one) => html`<li>${head(one)} <span class="because">${t('{kind} this one', { kind: copyWord(one.kind) })} · ${sure(one.confidence)} · <a href="/article/${one.id}/why#repeats">${t('Compare the two')}</a></span></li>`)}</ul></section>`}
${cites.length > 0 && html`<section aria-labelledby="cites"><h2 id="cites">${t('What it cites')}</h2><ul class="ties">${cites.map((one) => html`<li>${head(one)} <span class="because">${rich('by the link {words}', { words: html`<a href="${evidenceHref(article.id, one.span)}"><q lang="${article.language}" dir="${article.direction}">${article.text.slice(one.span.start, one.span.end)}</q></a>` })}</span></li>`)}</ul></section>`}
${citedBy.length > 0 && html`<section aria-labelledby="cited"><h2 id="cited">${t('What cites it')}</h2><ul class="ties">${citedBy.map((one) => html`<li>${head(one)}</li>`)}</ul></section>`}`
}

const sure = (confidence: number): string => t('{percent} % sure', { percent: Math.round(confidence * 100) })

const head = (one: Omit<Cited, 'outlet'> & { readonly outlet: string }): Html =>
  html`<a href="/article/${one.id}" lang="${one.language}" dir="${one.direction}">${one.title}</a> <span class="because">${rich('{outlet}, {day}', { outlet: html`<bdi class="outlet">${one.outlet}</bdi>`, day: articleDay(one) })}</span>`

/** Passages of texts that were edited since no longer stand where they stood: those are left out. */
function passages(article: ArticlePage, origin: ArticlePage, copy: CopyOf): Html {
  const standing = copy.passages.filter(
    ({ here, there }) => opening(article, here) === opening(origin, there) && here.end > here.start,
  )
  const telling = standing.filter(({ here }) => wordsIn(article, here).length >= TELLING)
  const shared = telling.length > 0 ? telling : standing
  if (shared.length === 0) return html``
  const longest = shared.toSorted((a, b) => b.here.end - b.here.start - (a.here.end - a.here.start))
  const shown = longest.slice(0, PASSAGES).toSorted((a, b) => a.here.start - b.here.start)
  return html`<h3>${t('{n, plural, one {The passage they share} other {The # passages they share}}', { n: shared.length })}</h3>
<ol class="passages">${shown.map(({ here, there }) => html`<li>${quoted(article, here, t('here'))}${quoted(origin, there, t('there'))}</li>`)}</ol>
${shared.length > shown.length && html`<p class="section-note">${t('{shown} of {all} are shown.', { shown: shown.length, all: shared.length })}</p>`}`
}

const wordsIn = ({ text }: ArticlePage, { start, end }: Span): readonly string[] =>
  text
    .slice(start, end)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const opening = (of: ArticlePage, span: Span): string => wordsIn(of, span).slice(0, 3).join(' ')

function quoted(of: ArticlePage, span: Span, where: string): Html {
  const words = of.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
  const shown = words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …`
  return html`<blockquote><p lang="${of.language}" dir="${of.direction}">${shown}</p><p class="because"><a href="${evidenceHref(of.id, span)}">${rich('{outlet}, {where}', { outlet: html`<bdi>${of.outlet}</bdi>`, where })}</a></p></blockquote>`
}
