/** One statement on a page: who, the kind of saying, and the text's own words. */

import { html } from 'hono/html'
import type { Witness } from '../../store/evidence.ts'
import type { ToldStatement } from '../../store/story-page.ts'
import type { Html } from './layout.ts'
import { source } from './quote.ts'
import { polarityWord } from './words.ts'

export function statementEntry(told: ToldStatement, witness: Witness | undefined): Html {
  const { record } = told
  const span = record.evidence[0]
  if (!witness || !span) return html``
  const words = record.content.map((part) => witness.text.slice(part.start, part.end).trim()).join(' … ')
  const direct = record.kind === 'direct'
  return html`<li class="statement">
<p class="who">${speaker(told)} <span class="polarity">${polarityWord(record.polarity)}${direct ? '' : ', as reported'}</span>${record.addressee && html` <span class="to">to <bdi lang="${witness.language}">${record.addressee.text}</bdi></span>`}</p>
<blockquote lang="${witness.language}" dir="${witness.direction}"${direct ? html` class="direct"` : ''}><p>${words}</p></blockquote>
<p class="evidence">${source(witness, span)}</p>
</li>`
}

function speaker({ speaker, speakerName, record }: ToldStatement): Html {
  if (speaker !== null && speakerName !== null)
    return html`<a href="/actor/${speaker}"><bdi>${speakerName}</bdi></a>`
  return record.speaker
    ? html`<bdi>${record.speaker.text}</bdi>`
    : html`<span class="unnamed">Speaker not named</span>`
}
