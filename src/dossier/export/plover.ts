/** The PLOVER code of an encounter: event type, mode and context (PLOVER 1.0, Open Event Data Alliance). */

import type { EncounterRecord } from './record.ts'

export type PloverCode = {
  readonly event: string
  readonly mode?: string
  readonly date?: string
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly quad: 1 | 2 | 3 | 4
}

/**
 * Meetings, talks, calls and visits are CONSULT with the mode that says how; an invitation is a REQUEST to meet while
 * it stands alone. What is denied, cancelled, unconfirmed or only spoken of is no event and has no code.
 */
export function ploverOf(encounter: EncounterRecord): PloverCode | undefined {
  const { kind, status, date } = encounter
  if (status === 'denied' || status === 'cancelled' || status === 'hypothetical' || status === 'unconfirmed')
    return undefined
  const names = (parties: readonly { readonly text: string }[]): string[] =>
    parties.map((party) => party.text)
  const when = date === undefined ? {} : { date }
  if (kind === 'visit') {
    const source = names(encounter.head ? [encounter.head, ...encounter.travellers] : encounter.travellers)
    const target = names([encounter.host, encounter.place].filter((p) => p !== undefined))
    return {
      event: status === 'expected' ? 'AGREE' : 'CONSULT',
      mode: 'visit',
      source,
      target,
      quad: 1,
      ...when,
    }
  }
  if (kind === 'invitation')
    return {
      event: 'REQUEST',
      mode: 'meet',
      source: names(encounter.host ? [encounter.host] : []),
      target: names(encounter.travellers),
      quad: 1,
      ...when,
    }
  const [first, ...others] = encounter.participants
  const mode =
    kind === 'call'
      ? 'phone'
      : kind === 'talks'
        ? 'multilateral'
        : encounter.participants.length > 2
          ? 'multilateral'
          : 'bilateral'
  return {
    event: status === 'expected' ? 'AGREE' : 'CONSULT',
    mode: kind === 'talks' && others.length < 2 ? 'bilateral' : mode,
    source: first ? [first.text] : [],
    target: names(others),
    quad: 1,
    ...when,
  }
}
