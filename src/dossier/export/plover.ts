/** The PLOVER code of an encounter: event type, mode and context (PLOVER manual, Open Event Data Alliance, 2021). */

import type { EncounterRecord, EvidenceRecord } from './record.ts'

export type PloverCode = {
  readonly id: string
  readonly date?: string
  readonly event: 'CONSULT' | 'AGREE'
  /** Of CONSULT there are visit, third-party, multilateral and phone; a plain meeting of two has none. */
  readonly mode?: 'visit' | 'multilateral' | 'phone'
  readonly context: readonly ('diplomatic' | 'future')[]
  readonly source: readonly string[]
  readonly recipient: readonly string[]
  /** Verbal cooperation. */
  readonly quad: 1
  readonly text: readonly EvidenceRecord[]
}

/**
 * Meetings, talks, calls and visits are CONSULT. What is to come is AGREE ("cooperative actions in future tense imply
 * intentions"), and so is an invitation, an offer to meet. A visitor is the source and the host the recipient; where
 * nobody hosts, all are sources. What is denied, cancelled, unconfirmed, only spoken of or a habit is no event.
 */
export function ploverOf(encounter: EncounterRecord): PloverCode | undefined {
  const { id, kind, status, date, evidence } = encounter
  if (status !== 'occurred' && status !== 'under-way' && status !== 'expected') return undefined
  const names = (parties: readonly ({ readonly text: string } | undefined)[]): string[] => [
    ...new Set(parties.flatMap((party) => party?.text ?? [])),
  ]
  const travelling = names([encounter.head, ...encounter.travellers])
  const meeting = names([...encounter.participants, ...encounter.travellers, encounter.head])
  const coming = status === 'expected'
  const shared = {
    id,
    ...(date === undefined ? {} : { date }),
    context: coming ? (['diplomatic', 'future'] as const) : (['diplomatic'] as const),
    quad: 1 as const,
    text: evidence,
  }
  if (kind === 'invitation')
    return { ...shared, event: 'AGREE', source: names([encounter.host]), recipient: travelling }
  const event = coming ? 'AGREE' : 'CONSULT'
  const hosted = kind === 'visit' || encounter.host !== undefined
  const source = hosted && travelling.length > 0 ? travelling : meeting
  const recipient = hosted
    ? names([encounter.host, ...(kind === 'visit' ? [...encounter.participants, encounter.place] : [])])
    : []
  const several = meeting.length + recipient.length > 2
  const mode = kind === 'visit' ? 'visit' : kind === 'call' ? 'phone' : several ? 'multilateral' : undefined
  return {
    ...shared,
    event,
    // Modes say how a consultation was held; what is only agreed on has none.
    ...(coming || mode === undefined ? {} : { mode }),
    source,
    recipient: recipient.filter((name) => !source.includes(name)),
  }
}

export const toPlover = ({ encounters }: { readonly encounters: readonly EncounterRecord[] }): PloverCode[] =>
  encounters.flatMap((encounter) => ploverOf(encounter) ?? [])
