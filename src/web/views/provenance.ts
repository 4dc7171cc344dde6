/** Where an article comes from and how sure that is: inferred values say so and show what they rest on. */

import { html } from 'hono/html'
import type { ArticlePage, copiesOf, copyOf, versionsOf } from '../../store/article-page.ts'
import { isoDateText, momentTime } from './dates.ts'
import type { Html } from './layout.ts'
import { evidenceHref } from './quote.ts'
import { copyWord, count } from './words.ts'

type Provenance = {
  readonly copy: Awaited<ReturnType<typeof copyOf>>
  readonly copies: Awaited<ReturnType<typeof copiesOf>>
  readonly versions: Awaited<ReturnType<typeof versionsOf>>
}

export function byline(article: ArticlePage): Html {
  const { about, authors, dateClaim } = article
  return html`<p class="byline">${authors.length > 0 ? html`<span class="authors" dir="auto">${authors.join(', ')}</span> · ` : ''}<bdi class="outlet">${article.outlet}</bdi>${about.outlet?.inferred ? html` <span class="inferred">inferred</span>` : ''} · ${publishedText(article)}${isInferred(dateClaim) ? html` <span class="inferred">inferred</span>` : ''}</p>
${inferences(article)}`
}

type Claim = ArticlePage['dateClaim']

/** A window, or a date read out of the text itself, is our reading and not the outlet's word. */
const isInferred = (claim: Claim): boolean =>
  claim !== undefined && (claim.earliest !== claim.latest || claim.from === 'text')

function publishedText({ dateClaim, published }: ArticlePage): Html {
  if (dateClaim === undefined)
    return html`<span class="undated">date not known; came in ${momentTime(published)}</span>`
  const { earliest, latest, best } = dateClaim
  const text = (date: string) => isoDateText(date.slice(0, 10))
  if (earliest === latest) {
    return earliest.length > 10
      ? momentTime(Date.parse(earliest))
      : html`<time datetime="${earliest}">${text(earliest)}</time>`
  }
  const window = html`between <time datetime="${earliest}">${text(earliest)}</time> and <time datetime="${latest}">${text(latest)}</time>`
  return best ? html`${window}, most likely <time datetime="${best}">${text(best)}</time>` : window
}

function inferences({ id, about, dateClaim, text, language, direction }: ArticlePage): Html {
  const outlet = about.outlet?.inferred ? about.outlet : undefined
  const dates = isInferred(dateClaim) ? (dateClaim?.evidence ?? []) : []
  if (!outlet && dates.length === 0) return html``
  return html`<details class="why"><summary>What was inferred, and from what</summary><ul>
${outlet && html`<li>Outlet ${outlet.name}: ${outlet.why}</li>`}
${dates.map(
  ({ why, span }) =>
    html`<li>Date: ${why}${span ? html`: <a href="${evidenceHref(id, span)}"><q lang="${language}" dir="${direction}">${text.slice(span.start, span.end)}</q></a>` : ''}</li>`,
)}</ul></details>`
}

export function provenance(article: ArticlePage, { copy, copies, versions }: Provenance): Html {
  const lines: Html[] = []
  if (copy) {
    lines.push(
      html`<li><strong>${copyWord(copy.kind)} <a href="/article/${copy.origin}" dir="auto">${copy.outlet}: ${copy.title}</a></strong> <span class="because">${copy.why}; ${Math.round(copy.containment * 100)} % of this text stands there.</span></li>`,
    )
  }
  if (copies.length > 0) {
    lines.push(
      html`<li><details><summary>${count(copies.length, 'article')} ${copies.length === 1 ? 'repeats' : 'repeat'} this one</summary><ul>${copies.map((one) => html`<li><a href="/article/${one.id}"><bdi>${one.outlet}</bdi></a>: ${copyWord(one.kind)} this</li>`)}</ul></details></li>`,
    )
  }
  if (versions.length > 1) {
    lines.push(
      html`<li>${count(versions.length, 'version')}: ${versions.map(
        ({ number, made }) =>
          html`<a href="/article/${article.id}?version=${number}"${number === article.version ? html` aria-current="true"` : ''}>${number}, ${momentTime(made)}</a> `,
      )}<a href="/article/${article.id}/changes">What changed</a></li>`,
    )
  }
  if (article.confidence < 0.5) {
    lines.push(
      html`<li class="doubt">The text may not be whole: the page was hard to read. Compare the original.</li>`,
    )
  }
  if (article.access !== 'free') {
    lines.push(
      html`<li>The outlet asks readers to ${article.access === 'paid' ? 'pay' : 'sign up'}; this is what its page shows to everyone.</li>`,
    )
  }
  return lines.length === 0 ? html`` : html`<ul class="provenance">${lines}</ul>`
}
