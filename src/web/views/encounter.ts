/** One encounter on a page. What did not happen, or is not known to have, says so first and is set apart. */

import { html } from 'hono/html'
import type { Encounter, Party } from '../../model/dossier.ts'
import type { Standing } from '../../store/corrections.ts'
import type { Witness } from '../../store/evidence.ts'
import type { TimelineEncounter } from '../encounters.ts'
import { rich, t } from '../messages.ts'
import { recordMark, toCorrect } from './correction.ts'
import { isoDateText } from './dates.ts'
import type { Html } from './layout.ts'
import { evidence, source } from './quote.ts'
import { encounterWord, inLanguage, statusWord } from './words.ts'

type Names = ReadonlyMap<number, { readonly name: string }>

const SHOWN_WITNESSES = 6

export function encounterEntry(
  { day, status, kind, told, outlets }: TimelineEncounter,
  {
    witnesses,
    names,
    standings = new Map(),
  }: {
    witnesses: ReadonlyMap<number, Witness>
    names: Names
    /** Of those told first: what people decided about them. */
    standings?: ReadonlyMap<number, Standing> | undefined
  },
): Html {
  const first = told[0]!
  const { record } = first
  const settled = status === 'occurred' || status === 'under-way'
  const others = told
    .slice(1)
    .flatMap((one) => {
      const witness = witnesses.get(one.article)
      const span = one.record.evidence[0]
      return witness && span && one.article !== first.article ? [{ id: one.id, witness, span }] : []
    })
    .slice(0, SHOWN_WITNESSES)
  return html`<li class="encounter ${settled ? 'settled' : 'unsettled'}" id="encounter-${first.id}">
<p class="when">${record.date ? html`<time datetime="${day}">${isoDateText(record.date)}</time>` : html`<span class="undated">${day === '' ? t('day unknown') : t('reported {day}', { day: isoDateText(day) })}</span>`}</p>
<h4><span class="status status-${status}">${statusWord(status)}</span> ${encounterWord(kind)} ${partiesLine(record, names, witnesses.get(first.article))}</h4>
${evidence(witnesses.get(first.article), record.evidence[0], recordMark('encounter', first.id, standings.get(first.id)))}
${others.length > 0 && html`<details class="more-evidence"><summary>${t('{n, plural, one {# outlet tells it} other {# outlets tell it}}', { n: outlets })}</summary><ul>${others.map(({ id, witness, span }) => html`<li>${source(witness, span)} ${toCorrect('encounter', id)}</li>`)}</ul></details>`}
</li>`
}

/** "by A and B, led by C, to D, host: E, with F, on G". */
function partiesLine(record: Encounter, names: Names, witness: Witness | undefined): Html {
  const who = (parties: readonly Party[]) =>
    htmlList(parties.map((party) => partyName(party, names, witness)))
  const head = record.head && !isAmong(record.head, record.travellers) ? [record.head] : []
  const others = record.participants.filter((party) => !isAmong(party, record.travellers))
  const parts: readonly Html[] = [
    ...(record.travellers.length > 0 ? [rich('by {who}', { who: who(record.travellers) })] : []),
    ...(head.length > 0 ? [rich('led by {who}', { who: who(head) })] : []),
    ...(record.place
      ? [
          record.kind === 'visit'
            ? rich('to {place}', { place: who([record.place]) })
            : rich('at {place}', { place: who([record.place]) }),
        ]
      : []),
    ...(record.host ? [rich('host {who}', { who: who([record.host]) })] : []),
    ...(others.length > 0 ? [rich('with {who}', { who: who(others) })] : []),
    ...(record.via ? [rich('by way of {place}', { place: who([record.via]) })] : []),
    ...(record.topics.length > 0 ? [rich('on {topics}', { topics: who(record.topics) })] : []),
  ]
  return html`<span class="parties">${parts.map((part) => html` <span class="part">${part}</span>`)}</span>`
}

const lists = inLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/** "A, B and C" in the reader's language, with markup inside. */
function htmlList(items: readonly Html[]): Html {
  const parts = lists().formatToParts(items.map((_, index) => String(index)))
  return html`${parts.map(({ type, value }) => (type === 'element' ? items[Number(value)]! : value))}`
}

const isAmong = (party: Party, others: readonly Party[]): boolean =>
  others.some(
    (other) => other.text === party.text || (other.actor !== undefined && other.actor === party.actor),
  )

/** The text's own words, linked to the actor they name; the actor's name stands beside a pronoun or role. */
export function partyName(party: Party, names: Names, witness: Witness | undefined): Html {
  const words = html`<bdi${witness ? html` lang="${witness.language}"` : ''}>${withinSentence(party.text)}</bdi>`
  const name = party.actor === undefined ? undefined : names.get(party.actor)?.name
  if (name === undefined) return words
  const same = party.text.toLocaleLowerCase().includes(name.toLocaleLowerCase())
  return html`<a href="/actor/${party.actor}">${same ? words : html`<bdi>${name}</bdi>`}</a>`
}

/** "The delegation", which opened its sentence, stands within another here. */
const withinSentence = (text: string): string =>
  text.replace(/^(?:The|An?|His|Her|Its|Their) (?=\p{Ll})/u, (word) => word.toLowerCase())

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
