/** The same encounter told by several articles, brought together for a page: one entry, every witness kept. */

import type { Encounter, EncounterStatus } from '../model/dossier.ts'
import type { ToldEncounter } from '../store/story-page.ts'

export type TimelineEncounter = {
  readonly day: string
  readonly kind: Encounter['kind']
  readonly status: EncounterStatus
  /** The fullest telling first. */
  readonly told: readonly ToldEncounter[]
  readonly outlets: number
}

/** Tellings of different status are never joined: what was expected and what took place stand apart. */
export function joinTellings(told: readonly ToldEncounter[]): readonly TimelineEncounter[] {
  const groups: ToldEncounter[][] = []
  for (const one of told) {
    const group = groups.find((members) => members.some((member) => isSame(member, one)))
    if (group) group.push(one)
    else groups.push([one])
  }
  return groups.map((members) => {
    const byFullness = [...members].sort((a, b) => fullness(b.record) - fullness(a.record) || a.id - b.id)
    const first = byFullness[0]!
    return {
      day: first.day,
      kind: first.record.kind,
      status: first.status,
      told: byFullness,
      outlets: new Set(members.map((member) => member.outlet)).size,
    }
  })
}

/** Same day and status, and two actors in common, or one and the same kind and place. */
function isSame(a: ToldEncounter, b: ToldEncounter): boolean {
  if (a.day !== b.day || a.status !== b.status) return false
  const people = sidesOf(a.record).intersection(sidesOf(b.record)).size
  if (people >= 2) return true
  const place = a.record.place?.actor
  return (
    people === 1 &&
    a.record.kind === b.record.kind &&
    (place === undefined || place === b.record.place?.actor)
  )
}

function sidesOf(record: Encounter): Set<number> {
  return new Set(
    [...record.travellers, ...record.participants, record.head, record.host].flatMap(
      (party) => party?.actor ?? [],
    ),
  )
}

const fullness = (record: Encounter): number =>
  [record.head, record.host, record.place, record.date].filter((part) => part !== undefined).length +
  record.travellers.length +
  record.participants.length +
  record.topics.length
