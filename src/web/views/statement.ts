/** One statement on a page: who, the kind of saying, and the text's own words. */

import { html } from 'hono/html'
import type { Standing } from '../../store/corrections.ts'
import type { Witness } from '../../store/evidence.ts'
import type { ToldStatement } from '../../store/story-page.ts'
import { rich, t } from '../messages.ts'
import { recordMark } from './correction.ts'
import type { Html } from './layout.ts'
import { source } from './quote.ts'
import { polarityWord } from './words.ts'

export function statementEntry(
  told: ToldStatement,
  witness: Witness | undefined,
  standings: ReadonlyMap<number, Standing> = new Map(),
): Html {
  const { record } = told
  const span = record.evidence[0]
  if (!witness || !span) return html``
  const words = record.content.map((part) => witness.text.slice(part.start, part.end).trim()).join(' … ')
  const direct = record.kind === 'direct'
  const polarity = polarityWord(record.polarity)
  return html`<li class="statement" id="statement-${told.id}">
<p class="who">${speaker(told)} <span class="polarity">${direct ? polarity : t('{said}, as reported', { said: polarity })}</span>${record.addressee && html` <span class="to">${rich('to {who}', { who: html`<bdi lang="${witness.language}">${record.addressee.text}</bdi>` })}</span>`}</p>
<blockquote lang="${witness.language}" dir="${witness.direction}"${direct ? html` class="direct"` : ''}><p>${words}</p></blockquote>
<p class="evidence">${source(witness, span)} ${recordMark('statement', told.id, standings.get(told.id))}</p>
</li>`
}

function speaker({ speaker, speakerName, record }: ToldStatement): Html {
  if (speaker !== null && speakerName !== null)
    return html`<a href="/actor/${speaker}"><bdi>${speakerName}</bdi></a>`
  return record.speaker
    ? html`<bdi>${record.speaker.text}</bdi>`
    : html`<span class="unnamed">${t('Speaker not named')}</span>`
}
