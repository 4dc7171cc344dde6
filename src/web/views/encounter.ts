/** One encounter on a page. What did not happen, or is not known to have, says so first and is set apart. */

import { html } from 'hono/html'
import type { Encounter, Party } from '../../model/dossier.ts'
import type { Witness } from '../../store/evidence.ts'
import type { TimelineEncounter } from '../encounters.ts'
import { isoDateText } from './dates.ts'
import type { Html } from './layout.ts'
import { evidence, source } from './quote.ts'
import { count, encounterWord, statusWord } from './words.ts'

type Names = ReadonlyMap<number, { readonly name: string }>

const SHOWN_WITNESSES = 6

export function encounterEntry(
  { day, status, kind, told, outlets }: TimelineEncounter,
  { witnesses, names }: { witnesses: ReadonlyMap<number, Witness>; names: Names },
): Html {
  const first = told[0]!
  const { record } = first
  const settled = status === 'occurred' || status === 'under-way'
  const others = told
    .slice(1)
    .flatMap((one) => {
      const witness = witnesses.get(one.article)
      const span = one.record.evidence[0]
      return witness && span && one.article !== first.article ? [{ witness, span }] : []
    })
    .slice(0, SHOWN_WITNESSES)
  return html`<li class="encounter ${settled ? 'settled' : 'unsettled'}" id="encounter-${first.id}">
<p class="when">${record.date ? html`<time datetime="${day}">${isoDateText(record.date)}</time>` : html`<span class="undated">${day === '' ? 'day unknown' : html`reported ${isoDateText(day)}`}</span>`}</p>
<h4><span class="status status-${status}">${statusWord(status)}</span> ${encounterWord(kind)} ${partiesLine(record, names, witnesses.get(first.article))}</h4>
${evidence(witnesses.get(first.article), record.evidence[0])}
${others.length > 0 && html`<details class="more-evidence"><summary>${count(outlets, 'outlet')} ${outlets === 1 ? 'tells' : 'tell'} it</summary><ul>${others.map(({ witness, span }) => html`<li>${source(witness, span)}</li>`)}</ul></details>`}
</li>`
}

/** "by A and B, led by C, to D; host: E; with F; on G". */
function partiesLine(record: Encounter, names: Names, witness: Witness | undefined): Html {
  const parts: [string, readonly Party[]][] = [
    ['by', record.travellers],
    ['led by', record.head && !isAmong(record.head, record.travellers) ? [record.head] : []],
    ['at', record.place ? [record.place] : []],
    ['host', record.host ? [record.host] : []],
    ['with', record.participants.filter((party) => !isAmong(party, record.travellers))],
    ['by way of', record.via ? [record.via] : []],
    ['on', record.topics],
  ]
  const line =
    record.kind === 'visit' ? parts.map(([word, who]) => [word === 'at' ? 'to' : word, who] as const) : parts
  return html`<span class="parties">${line
    .filter(([, who]) => who.length > 0)
    .map(
      ([word, who]) =>
        html` <span class="part"><span class="word">${word}</span> ${who.map(
          (party, index) =>
            html`${index === 0 ? '' : index === who.length - 1 ? ' and ' : ', '}${partyName(party, names, witness)}`,
        )}</span>`,
    )}</span>`
}

const isAmong = (party: Party, others: readonly Party[]): boolean =>
  others.some(
    (other) => other.text === party.text || (other.actor !== undefined && other.actor === party.actor),
  )

/** The text's own words, linked to the actor they name; the actor's name stands beside a pronoun or role. */
export function partyName(party: Party, names: Names, witness: Witness | undefined): Html {
  const words = html`<bdi${witness ? html` lang="${witness.language}"` : ''}>${party.text}</bdi>`
  const name = party.actor === undefined ? undefined : names.get(party.actor)?.name
  if (name === undefined) return words
  const same = party.text.toLocaleLowerCase().includes(name.toLocaleLowerCase())
  return html`<a href="/actor/${party.actor}">${same ? words : html`<bdi>${name}</bdi>`}</a>`
}

/** Every lasting actor the records name. */
export const actorsOf = (records: readonly Encounter[]): number[] =>
  records.flatMap((record) =>
    [
      ...record.travellers,
      ...record.participants,
      ...record.topics,
      record.head,
      record.host,
      record.place,
      record.via,
    ].flatMap((party) => party?.actor ?? []),
  )
