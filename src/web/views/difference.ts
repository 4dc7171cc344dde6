/** One thing outlets give differently: each value with who gives it, linked to the sentence. */

import { html } from 'hono/html'
import type { Figure } from '../../model/dossier.ts'
import type { PlacedFact } from '../coverage.ts'
import { t } from '../messages.ts'
import { toCorrect } from './correction.ts'
import { factName, valueWords } from './fact.ts'
import type { Html } from './layout.ts'
import { source } from './quote.ts'

const SHOWN_EACH = 4

export function differenceEntry(fact: PlacedFact): Html {
  const { kind, tellings } = fact
  const told = tellings.filter(({ value, row }) => value !== '' && row !== undefined)
  const size = ({ record }: (typeof told)[number]) => (kind === 'figure' ? (record as Figure).value : 0)
  const values = [...Map.groupBy(told, (telling) => String(valueWords(fact, telling)))].sort(
    ([, [a]], [, [b]]) => size(a!) - size(b!),
  )
  return html`<li class="difference"><h3><bdi>${factName(fact)}</bdi></h3><dl>${values.map(
    ([value, of]) =>
      html`<div><dt>${value}</dt><dd>${of
        .slice(0, SHOWN_EACH)
        .map(
          ({ report, evidence, row }) =>
            html`<span class="said-by">${source(report, evidence)} ${kind === 'statement' || kind === 'cast' ? '' : toCorrect(kind, row!)}</span>`,
        )}${of.length > SHOWN_EACH && html`<span class="said-by">${t('and {n} more', { n: of.length - SHOWN_EACH })}</span>`}</dd></div>`,
  )}</dl></li>`
}
