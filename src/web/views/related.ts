/** Related stories in a list: what each is called, when it was told, and why it is here. */

import { html } from 'hono/html'
import type { RelatedLine } from '../../app/related-stories.ts'
import { rich, t } from '../messages.ts'
import { dayText, dayTime } from './dates.ts'
import type { Html } from './layout.ts'
import { reasonLine } from './reasons.ts'

export function relatedBox(lines: readonly RelatedLine[]): Html {
  if (lines.length === 0) return html``
  return html`<section aria-labelledby="related"><h2 id="related">${t('Related stories')}</h2><ul class="related">${lines.map(
    (line) =>
      html`<li><a href="/story/${line.id}" dir="auto">${line.title}</a> <span class="facts">${lifespan(line)}</span> <span class="because" dir="auto">${reasonLine(line.reasons)}</span></li>`,
  )}</ul></section>`
}

const lifespan = ({ opened, changed }: RelatedLine): Html =>
  dayText(opened) === dayText(changed)
    ? dayTime(changed)
    : html`<span>${rich('{from} to {to}', { from: dayTime(opened), to: dayTime(changed) })}</span>`
