/** Joins the tellings of one encounter: whether two can be one, what each adds, and what later sentences add. */

import type { EncounterKind, EncounterStatus, Party } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { boundsOf } from './date-value.ts'
import { agree, agreeAll, type Side, samePlace, type Whereabouts } from './encounter-sides.ts'
import type { FoundWithStatements } from './found.ts'

export type Gathered = {
  kind: EncounterKind
  status: EncounterStatus
  trigger: Span
  travellers: Party[]
  head?: Party
  host?: Party
  participants: Party[]
  place?: Party
  via?: Party
  date?: string
  dateEvidence?: Span
  topics: Party[]
  evidence: Span[]
  sides: Side[]
  where?: Whereabouts
  hours: boolean
  fresh: boolean
  meanwhile: boolean
  /** "talks in Lima", told as news rather than pointed back to. */
  bare: boolean
}

export const GROUP = /\b(?:delegations?|team|mission|convoy)\b/i
export const family = (kind: EncounterKind): string =>
  kind === 'talks' || kind === 'call' ? 'meeting' : kind
export const isOver = (status: EncounterStatus): boolean => status === 'occurred' || status === 'under-way'

export function partnerOf(
  records: readonly Gathered[],
  made: Gathered,
  definite: boolean,
): Gathered | undefined {
  let best: Gathered | undefined
  let bestScore = -1
  for (const record of records) {
    if (family(record.kind) !== family(made.kind) || made.fresh) continue
    if (!sameStanding(record, made, definite)) continue
    if (!samePlace(record.where, made.where) || !sameTime(record.date, made.date)) continue
    const sides = made.kind === 'visit' ? visitors(record, made) : agreeAll(record.sides, made.sides)
    if (sides < 0) continue
    if (!definite && made.kind !== 'visit' && besideEachOther(record, made)) continue
    if (made.kind === 'visit' && sides === 0 && bothNamed(record, made) && !(record.where && made.where))
      continue
    if (!definite && made.kind !== 'visit' && newPerson(record, made)) continue
    // "held a first meeting" of one side alone is not the talks it had with another.
    if (!definite && made.kind === 'meeting' && made.sides.length === 1 && record.sides.length > 1) continue
    if (!definite && sides === 0 && !(made.sides.some((s) => s.open) || made.sides.length === 0)) continue
    let score = sides
    if (record.where && made.where) score += 1
    if (record.date && made.date) score += 1
    if (score >= bestScore) {
      bestScore = score
      best = record
    }
  }
  if (best && !definite && bestScore < 1) return undefined
  return best
}

/** "the delegation toured the harbour": an outing of the journey told before, to a spot no map names. */
export function journeyOfOuting(records: readonly Gathered[], made: Gathered): Gathered | undefined {
  if (made.kind !== 'visit' || !made.where || made.where.actor !== undefined || made.where.country)
    return undefined
  if (!isOver(made.status) || made.date) return undefined
  return records.findLast(
    (r) =>
      r.kind === 'visit' &&
      isOver(r.status) &&
      r.where !== undefined &&
      r.sides[0] !== undefined &&
      made.sides[0] !== undefined &&
      (made.sides[0].open
        ? r.travellers.some((t) => GROUP.test(t.text))
        : agree(r.sides[0], made.sides[0]) > 0),
  )
}

/** A named person the other telling lacks makes it another meeting, unless one of them is shared. */
function newPerson(record: Gathered, made: Gathered): boolean {
  const known = new Set(record.sides.flatMap((s) => [...s.persons]))
  const told = made.sides.flatMap((s) => [...s.persons])
  return told.length > 0 && !told.some((p) => known.has(p))
}

/** "an advance team arrived to prepare a visit by Kari Lund": the journeys of two. */
const bothNamed = (record: Gathered, made: Gathered): boolean =>
  record.sides[0] !== undefined && !record.sides[0].open && (made.sides[0]?.persons.size ?? 0) > 0

/** "was greeted by A and dined with B": another party makes another meeting. */
const besideEachOther = (record: Gathered, made: Gathered): boolean =>
  record.sides.length > 1 &&
  made.sides.length > 1 &&
  made.sides
    .slice(1)
    .some((side) => !side.open && !record.sides.some((other) => other.open || agree(side, other) > 0))

const visitors = (a: Gathered, b: Gathered): number => {
  if (a.sides.length === 0 || b.sides.length === 0) return 0
  const heads =
    a.head?.actor !== undefined && b.head?.actor !== undefined ? (a.head.actor === b.head.actor ? 2 : -1) : 0
  const sides = agree(a.sides[0]!, b.sides[0]!)
  if (heads !== 0) return heads
  if (sides >= 0) return sides
  // A head told of alone belongs to the group that he headed.
  return a.head?.actor !== undefined && b.sides[0]!.persons.has(a.head.actor) ? 2 : -1
}

function sameStanding(a: Gathered, b: Gathered, definite: boolean): boolean {
  if (isOver(a.status) === isOver(b.status) && (isOver(a.status) || a.status === b.status)) return true
  const awaited = a.status === 'expected' || a.status === 'unconfirmed'
  if (awaited && b.status === 'denied') return definite
  if (awaited && b.status === 'cancelled') return definite || b.kind === a.kind
  return definite && (b.status === 'hypothetical' || isOver(b.status))
}

function sameTime(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return true
  const x = boundsOf(a)
  const y = boundsOf(b)
  return !x || !y || (x.earliest <= y.latest && y.earliest <= x.latest)
}

export function join(into: Gathered, made: Gathered): void {
  for (const span of made.evidence)
    if (!into.evidence.some((e) => e.start === span.start)) into.evidence.push(span)
  if (/^(?:expected|unconfirmed)$/.test(into.status) && /^(?:cancelled|denied)$/.test(made.status))
    into.status = 'cancelled'
  if (!into.place && made.place) into.place = made.place
  if (!into.where && made.where) into.where = made.where
  if (made.date && (!into.date || made.date.length > into.date.length)) {
    into.date = made.date
    if (made.dateEvidence) into.dateEvidence = made.dateEvidence
  }
  if (!into.head && made.head) into.head = made.head
  if (!into.host && made.host) into.host = made.host
  if (!into.via && made.via) into.via = made.via
  into.hours ||= made.hours
  const known = new Set(
    [...into.travellers, ...into.participants].map((p) => p.actor ?? p.text.toLowerCase()),
  )
  const isNew = (p: Party): boolean =>
    !known.has(p.actor ?? p.text.toLowerCase()) &&
    !/^(?:the|its|his|her|their|they|he|she|it)\b/i.test(p.text)
  into.travellers.push(...made.travellers.filter(isNew))
  into.participants.push(...made.participants.filter(isNew))
  into.topics.push(...made.topics)
  if (into.sides.length === 0) into.sides = made.sides
}

/** "The delegation is headed by X", told after the journey. */
export function namedHeads(found: FoundWithStatements, records: readonly Gathered[]): void {
  const pattern =
    /\b(?:the|this|its) (?:[\p{L}-]+ ){0,3}?(?:delegation|team|mission|group)(?:(?:,[^,.]{0,60},)? (?:is|was|were|has been|will be|being) (?:being )?|, (?:which (?:is|was) )?)(?:headed|led|chaired|captained|fronted|spearheaded|commanded) by /giu
  for (const match of found.text.matchAll(pattern)) {
    const end = match.index + match[0].length
    const mention = found.mentions.find(
      (m) =>
        m.start >= end &&
        !/^['’]s/.test(found.text.slice(m.end, m.end + 2)) &&
        m.start < end + 90 &&
        found.actors[m.actor]?.kind === 'person' &&
        !/[.;]\s/.test(found.text.slice(end, m.start)),
    )
    if (!mention) continue
    const journey = [...records]
      .reverse()
      .find(
        (r) =>
          r.kind === 'visit' &&
          !r.head &&
          r.trigger.start < match.index &&
          r.travellers.some((t) => GROUP.test(t.text)),
      )
    if (!journey) continue
    journey.head = {
      span: { start: mention.start, end: mention.end },
      text: found.actors[mention.actor]!.name,
      actor: mention.actor,
    }
    const sentence = found.sentences.find((s) => s.start <= match.index && match.index < s.end)
    if (sentence) journey.evidence.push({ start: sentence.start, end: sentence.end })
  }
}

/**
 * A meeting told without a day lies within the journey it was held on: from the arrival to the last day the text
 * tells of. "Meanwhile" sets an undated journey in the month of the one it goes along with.
 */
export function inheritDates(found: FoundWithStatements, records: readonly Gathered[]): void {
  const published = found.published?.slice(0, 10)
  const days = found.timings
    .map((timing) => timing.value ?? '')
    .filter((value) => /^\d{4}-\d\d-\d\d$/.test(value) && (!published || value <= published))
    .sort()
  const last = days.at(-1)
  for (const record of records) {
    if (record.date || record.status !== 'occurred') continue
    if (record.meanwhile) {
      const beside = records.find(
        (r) =>
          r !== record &&
          r.status === 'occurred' &&
          r.date &&
          /^\d{4}-\d\d-\d\d$/.test(r.date) &&
          r.trigger.start < record.trigger.start,
      )
      if (beside?.date) {
        record.date = beside.date.slice(0, 7)
        if (beside.dateEvidence) record.dateEvidence = beside.dateEvidence
      }
      continue
    }
    if (record.kind === 'visit' || record.kind === 'invitation') continue
    const journey = [...records]
      .sort((a, b) => a.trigger.start - b.trigger.start)
      .filter(
        (r) =>
          r.kind === 'visit' &&
          isOver(r.status) &&
          r.date &&
          /^\d{4}-\d\d-\d\d$/.test(r.date) &&
          samePlace(r.where, record.where),
      )
      .map((r) => ({
        r,
        fit: Math.max(
          ...record.sides.map((s) =>
            Math.max(
              agree(r.sides[0] ?? s, s),
              r.head?.actor !== undefined && s.persons.has(r.head.actor) ? 2 : -1,
            ),
          ),
          -1,
        ),
      }))
      .filter((c) => c.fit >= 0)
      .sort(
        (a, b) =>
          b.fit - a.fit ||
          Math.abs(a.r.trigger.start - record.trigger.start) -
            Math.abs(b.r.trigger.start - record.trigger.start),
      )[0]?.r
    if (!journey?.date) continue
    record.date =
      journey.hours || record.hours || !last || last <= journey.date
        ? journey.date
        : `${journey.date}/${last}`
    if (journey.dateEvidence) record.dateEvidence = journey.dateEvidence
    if (!record.place && journey.place) record.place = journey.place
  }
}
