/** Two texts side by side: the passages they share word for word, or the sentences of a translation and its origin. */

import { html } from 'hono/html'
import { translatedSentences } from '../../fold/translated-sentences.ts'
import type { Span } from '../../model/span.ts'
import type { ArticlePage } from '../../store/article-page.ts'
import { rich, t } from '../messages.ts'
import type { Html } from './layout.ts'
import { evidenceHref } from './quote.ts'

/** Passages shown; a long copy has a few dozen, and nobody compares them all. */
const PASSAGES = 8
const LONGEST = 420
/** Fewer words in a row tell nobody that one was taken from the other. */
const TELLING = 6

type Passages = readonly { readonly here: Span; readonly there: Span }[]

/** Passages of texts that were edited since no longer stand where they stood: those are left out. */
export function sharedPassages(article: ArticlePage, origin: ArticlePage, passages: Passages): Html {
  const standing = passages.filter(
    ({ here, there }) => opening(article, here) === opening(origin, there) && here.end > here.start,
  )
  const telling = standing.filter(({ here }) => wordsIn(article, here).length >= TELLING)
  const shared = telling.length > 0 ? telling : standing
  if (shared.length === 0)
    return passages.length === 0
      ? html``
      : html`<p class="section-note">${t('One of the two was edited since: what they shared no longer stands there.')}</p>`
  const longest = shared.toSorted((a, b) => b.here.end - b.here.start - (a.here.end - a.here.start))
  const shown = longest.slice(0, PASSAGES).toSorted((a, b) => a.here.start - b.here.start)
  return html`<h3>${t('{n, plural, one {The passage they share} other {The # passages they share}}', { n: shared.length })}</h3>
<ol class="passages">${shown.map(({ here, there }) => html`<li>${quoted(article, here, t('here'))}${quoted(origin, there, t('there'))}</li>`)}</ol>
${some(shown.length, shared.length)}`
}

/** The sentences that make a translation likely, what they have in common marked. */
export function translatedPassages(article: ArticlePage, origin: ArticlePage): Html {
  const found = translatedSentences(article, origin)
  if (found.length === 0) return html``
  const fullest = found.toSorted((a, b) => b.shared.length - a.shared.length)
  const shown = fullest.slice(0, PASSAGES).toSorted((a, b) => a.here.start - b.here.start)
  return html`<h3>${t('{n, plural, one {The sentence that makes it likely} other {The # sentences that make it likely}}', { n: found.length })}</h3>
<p class="section-note">${t('Marked are names, numbers and words of one meaning that follow each other in both.')}</p>
<ol class="passages">${shown.map(({ here, there, shared }) => {
    const side = (at: 'here' | 'there') => shared.map((one) => one[at])
    return html`<li>${quoted(article, here, t('here'), side('here'))}${quoted(origin, there, t('there'), side('there'))}</li>`
  })}</ol>
${some(shown.length, found.length)}`
}

const some = (shown: number, all: number): Html =>
  all > shown ? html`<p class="section-note">${t('{shown} of {all} are shown.', { shown, all })}</p>` : html``

const wordsIn = ({ text }: ArticlePage, { start, end }: Span): readonly string[] =>
  text
    .slice(start, end)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const opening = (of: ArticlePage, span: Span): string => wordsIn(of, span).slice(0, 3).join(' ')

const quoted = (of: ArticlePage, span: Span, where: string, marks: readonly Span[] = []): Html =>
  html`<blockquote><p lang="${of.language}" dir="${of.direction}">${withMarks(of.text, span, marks)}</p><p class="because"><a href="${evidenceHref(of.id, span)}">${rich('{outlet}, {where}', { outlet: html`<bdi>${of.outlet}</bdi>`, where })}</a></p></blockquote>`

function withMarks(text: string, { start, end }: Span, marks: readonly Span[]): Html {
  const cut = end - start > LONGEST ? text.lastIndexOf(' ', start + LONGEST) : end
  const to = cut > start ? cut : Math.min(end, start + LONGEST)
  const parts: Html[] = []
  let at = start
  for (const one of marks) {
    if (one.start < at || one.end > to) continue
    parts.push(html`${plain(text, at, one.start)}<mark>${text.slice(one.start, one.end)}</mark>`)
    at = one.end
  }
  return html`${parts}${plain(text, at, to)}${to < end ? ' …' : ''}`
}

const plain = (text: string, from: number, to: number): string => text.slice(from, to).replace(/\s+/g, ' ')
