/** Where an article comes from and how sure that is: inferred values say so and show what they rest on. */

import { html } from 'hono/html'
import type { Grounds } from '../../model/article.ts'
import type { ArticlePage, versionsOf } from '../../store/article-page.ts'
import type { copiesOf, tiedTo } from '../../store/tied-articles.ts'
import { rich, t } from '../messages.ts'
import { isoDateText, momentTime } from './dates.ts'
import type { Html } from './layout.ts'
import { evidenceHref } from './quote.ts'
import { reasonLine, reasonText } from './reasons.ts'
import { copyWord, count } from './words.ts'

/** Of a round-up the rest is on its own page. */
const TIES = 4

type Provenance = {
  /** What the article repeats or cites, the most telling first. */
  readonly ties: Awaited<ReturnType<typeof tiedTo>>
  readonly copies: Awaited<ReturnType<typeof copiesOf>>
  readonly versions: Awaited<ReturnType<typeof versionsOf>>
}

export function byline(article: ArticlePage): Html {
  const { about, authors, dateClaim } = article
  return html`<p class="byline">${authors.length > 0 ? html`<span class="authors" dir="auto">${authors.join(', ')}</span> · ` : ''}<bdi class="outlet">${article.outlet}</bdi>${about.outlet?.inferred ? html` <span class="inferred">${t('inferred')}</span>` : ''} · ${publishedText(article)}${isInferred(dateClaim) ? html` <span class="inferred">${t('inferred')}</span>` : ''}</p>
${inferences(article)}`
}

const groundsText = ({ why, values }: Grounds): string =>
  reasonText({ what: why, weight: 1, ...(values ? { values } : {}) })

type Claim = ArticlePage['dateClaim']

/** A window, or a date read out of the text itself, is our reading and not the outlet's word. */
const isInferred = (claim: Claim): boolean =>
  claim !== undefined && (claim.earliest !== claim.latest || claim.from === 'text')

function publishedText({ dateClaim, published }: ArticlePage): Html {
  if (dateClaim === undefined)
    return html`<span class="undated">${rich('date not known; came in {when}', { when: momentTime(published) })}</span>`
  const { earliest, latest, best } = dateClaim
  const text = (date: string) => isoDateText(date.slice(0, 10))
  if (earliest === latest) {
    return earliest.length > 10
      ? momentTime(Date.parse(earliest))
      : html`<time datetime="${earliest}">${text(earliest)}</time>`
  }
  const day = (date: string) => html`<time datetime="${date}">${text(date)}</time>`
  const window = { earliest: day(earliest), latest: day(latest) }
  return best
    ? rich('between {earliest} and {latest}, most likely {best}', { ...window, best: day(best) })
    : rich('between {earliest} and {latest}', window)
}

function inferences({ id, about, dateClaim, text, language, direction }: ArticlePage): Html {
  const outlet = about.outlet?.inferred ? about.outlet : undefined
  const dates = isInferred(dateClaim) ? (dateClaim?.evidence ?? []) : []
  if (!outlet && dates.length === 0) return html``
  return html`<details class="why"><summary>${t('What was inferred, and from what')}</summary><ul>
${outlet && html`<li>${rich('Outlet {name}: {why}', { name: html`<bdi>${outlet.name}</bdi>`, why: groundsText(outlet) })}</li>`}
${dates.map(
  ({ span, ...grounds }) =>
    html`<li>${t('Date: {why}', { why: groundsText(grounds) })}${span ? html`: <a href="${evidenceHref(id, span)}"><q lang="${language}" dir="${direction}">${text.slice(span.start, span.end)}</q></a>` : ''}</li>`,
)}</ul></details>`
}

export function provenance(article: ArticlePage, { ties, copies, versions }: Provenance): Html {
  const lines: Html[] = []
  const holding = ties.filter(({ ended }) => ended === null)
  for (const copy of holding.slice(0, TIES))
    lines.push(
      html`<li><strong>${copyWord(copy.kind)} <a href="/article/${copy.origin}" dir="auto">${copy.outlet}: ${copy.title}</a></strong> <span class="because">${copy.why.length > 0 && reasonLine(copy.why)} <a href="/article/${article.id}/why#repeats">${t('Compare the two')}</a></span></li>`,
    )
  if (holding.length > TIES)
    lines.push(
      html`<li><a href="/article/${article.id}/why#repeats">${t('And {n, number} more', { n: holding.length - TIES })}</a></li>`,
    )
  if (copies.length > 0) {
    lines.push(
      html`<li><details><summary>${t('{n, plural, one {# article repeats this one} other {# articles repeat this one}}', { n: copies.length })}</summary><ul>${copies.map((one) => html`<li>${rich('{outlet}: {kind} this', { outlet: html`<a href="/article/${one.id}"><bdi>${one.outlet}</bdi></a>`, kind: copyWord(one.kind) })}</li>`)}</ul></details></li>`,
    )
  }
  if (versions.length > 1) {
    // What our own reading changed is no news of the outlet's.
    const edited = versions.slice(1).findLast(({ reread }) => reread === undefined)
    lines.push(
      html`<li>${count(versions.length, 'version')}: ${versions.map(
        ({ number, made, reread }) =>
          html`<a href="/article/${article.id}?version=${number}"${number === article.version ? html` aria-current="true"` : ''}>${number}, ${momentTime(made)}</a>${reread ? html` <span class="inferred">${t('read again')}</span>` : ''} `,
      )}${edited && html`<a href="/article/${article.id}/changes?version=${edited.number}">${t('What changed')}</a>`}</li>`,
    )
  }
  if (article.confidence < 0.5) {
    lines.push(
      html`<li class="doubt">${t('The text may not be whole: the page was hard to read. Compare the original.')}</li>`,
    )
  }
  if (article.access !== 'free') {
    lines.push(
      html`<li>${article.access === 'paid' ? t('The outlet asks readers to pay; this is what its page shows to everyone.') : t('The outlet asks readers to sign up; this is what its page shows to everyone.')}</li>`,
    )
  }
  return lines.length === 0 ? html`` : html`<ul class="provenance">${lines}</ul>`
}
