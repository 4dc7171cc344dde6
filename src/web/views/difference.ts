/** One thing outlets give different figures for: each value with who gives it, linked to the sentence. */

import { html } from 'hono/html'
import type { Witness } from '../../store/evidence.ts'
import type { Difference } from '../figures.ts'
import type { Html } from './layout.ts'
import { source } from './quote.ts'

const SHOWN_EACH = 4

export function differenceEntry({ of, values }: Difference, witnesses: ReadonlyMap<number, Witness>): Html {
  return html`<li class="difference"><h3>${of}</h3><dl>${values.map(
    ({ value, told }) =>
      html`<div><dt>${value}</dt><dd>${told.slice(0, SHOWN_EACH).map(({ article, record }) => {
        const witness = witnesses.get(article)
        return witness ? html`<span class="said-by">${source(witness, record.evidence)}</span>` : ''
      })}${told.length > SHOWN_EACH && html`<span class="said-by">and ${told.length - SHOWN_EACH} more</span>`}</dd></div>`,
  )}</dl></li>`
}
