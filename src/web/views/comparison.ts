/** An episode's facts by outlet: who has each, who lacks it, who gives it differently. Every mark leads to the sentence. */

import { html } from 'hono/html'
import type { EpisodeFacts, PlacedFact } from '../coverage.ts'
import { rich, t } from '../messages.ts'
import { articleDay } from './dates.ts'
import { factName, valueWords } from './fact.ts'
import type { Html } from './layout.ts'
import { evidenceHref } from './quote.ts'
import { count } from './words.ts'

const OUTLETS = 8
const FACTS = 24
const CAST = 6

const kinds = {
  encounter: () => t('Encounters'),
  figure: () => t('Figures'),
  statement: () => t('Statements'),
  cast: () => t('Cast'),
} as const

/**
 * Undefined where a single outlet reports: there is nobody to compare it with. Its title leads to `href`; without one
 * the page has it for a heading.
 */
export function comparison(
  { episode, reports, outlets, facts }: EpisodeFacts,
  href?: string,
): Html | undefined {
  if (outlets.length < 2) return undefined
  const columns = [...outlets]
    .map((outlet) => ({ outlet, facts: facts.filter((fact) => fact.outlets.includes(outlet)).length }))
    .sort((a, b) => b.facts - a.facts)
    .slice(0, OUTLETS)
    .map(({ outlet }) => outlet)
  const shown = chosen(facts)
  if (shown.length === 0) return undefined
  const first = reports[0]!
  const title = html`<bdi lang="${first.language}" dir="${first.direction}">${first.title}</bdi>`
  return html`<div class="comparison">${href !== undefined && html`<h3 id="episode-${episode}"><a href="${href}">${title}</a></h3>`}
<p class="section-note">${rich('{articles} of their own from {outlets}, since {day}', { articles: count(reports.length, 'article'), outlets: count(outlets.length, 'outlet'), day: articleDay(first) })}</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="episode-${episode}"><table class="facts-table"><thead><tr><th scope="col">${t('Fact')}</th>${columns.map((outlet) => html`<th scope="col"><bdi>${outlet}</bdi></th>`)}</tr></thead>${(
    ['encounter', 'figure', 'statement', 'cast'] as const
  ).map((kind) => {
    const own = shown.filter((fact) => fact.kind === kind)
    return (
      own.length > 0 &&
      html`<tbody><tr><th scope="rowgroup" colspan="${columns.length + 1}">${kinds[kind]()}</th></tr>${own.map(
        (fact) =>
          html`<tr${fact.differs ? html` class="differs"` : ''}><th scope="row" dir="auto">${factName(fact)}${fact.differs ? html` <span class="status">${t('told differently')}</span>` : ''}</th>${columns.map((outlet) => html`<td>${cell(fact, outlet)}</td>`)}</tr>`,
      )}</tbody>`
    )
  })}</table></div>
${facts.length > shown.length ? html`<p class="section-note">${t('{shown, number} of {all, number} facts are shown: those told differently first, then those most outlets have.', { shown: shown.length, all: facts.length })}</p>` : ''}</div>`
}

function chosen(facts: readonly PlacedFact[]): readonly PlacedFact[] {
  const ranked = [...facts].sort(
    (a, b) => Number(b.differs) - Number(a.differs) || b.outlets.length - a.outlets.length,
  )
  const cast = ranked.filter(({ kind }) => kind === 'cast').slice(0, CAST)
  const others = ranked.filter(({ kind }) => kind !== 'cast').slice(0, FACTS - cast.length)
  return [...others, ...cast]
}

function cell(fact: PlacedFact, outlet: string): Html {
  const own = fact.tellings.filter((telling) => telling.outlet === outlet)
  if (own.length === 0)
    return html`<span class="lacks"><span aria-hidden="true">–</span><span class="unseen">${t('does not have it')}</span></span>`
  return html`${own.slice(0, 2).map((telling, index) => html`${index > 0 ? html`<br>` : ''}<a href="${evidenceHref(telling.report.article, telling.evidence)}">${valueWords(fact, telling)}</a>`)}`
}
