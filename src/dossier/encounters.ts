/** Who went where and met whom: one record for each encounter, however often the text tells of it. */

import type { Encounter, EncounterStatus, Party } from '../model/dossier.ts'
import { findTellings } from './encounter-drafts.ts'
import {
  family,
  type Gathered,
  inheritDates,
  join,
  journeyOfOuting,
  namedHeads,
  partnerOf,
} from './encounter-merge.ts'
import { sideOf } from './encounter-sides.ts'
import { dateOf, placeFrom } from './encounter-where.ts'
import {
  asGroup,
  coordinated,
  groupBefore,
  groupSide,
  headOf,
  personHead,
  severalGroups,
  withListed,
} from './encounter-who.ts'
import type { FoundWithStatements } from './found.ts'
import type { Phrase } from './phrases.ts'
import { type Memory, partyOf } from './speakers.ts'
import type { Telling } from './telling.ts'

/** Encounters in the order the text first tells of them. */
export function findEncounters(found: FoundWithStatements): Encounter[] {
  const titled = (telling: Telling): boolean =>
    found.blocks[telling.sentence.block]?.kind === 'title' ||
    found.blocks[telling.sentence.block]?.kind === 'heading'
  const records: Gathered[] = []
  const speakers = found.statements.flatMap((s) => (s.speaker ? [s.speaker] : []))
  const memory: Memory = { said: [] }
  let heard = 0
  const late: Gathered[] = []
  const titles: Gathered[] = []
  for (const telling of findTellings(found)) {
    const at = telling.words[telling.at]!.start
    while (heard < speakers.length && speakers[heard]!.span.start < at) {
      const party = speakers[heard++]!
      memory.said.push({ party, at: party.span.start, plural: false })
    }
    for (const made of recordsOf(found, telling, memory, records)) {
      const partner = partnerOf(records, made, telling.definite)
      const journey = partner ? undefined : journeyOfOuting(records, made)
      if (partner) join(partner, made)
      else if (onlyNegated(found, made)) continue
      else if (journey) journey.evidence.push(...made.evidence)
      else if (titled(telling)) titles.push(made)
      else if (telling.definite || made.status === 'hypothetical') late.push(made)
      else records.push(made)
    }
  }
  for (const made of late) {
    const partner = partnerOf(records, made, true)
    if (partner) join(partner, made)
    else if (standsAlone(made)) records.push(made)
  }
  // A headline tells what the text below it tells; alone it is too short to stand on.
  for (const made of titles) {
    const partner = partnerOf(records, made, true)
    if (partner) join(partner, made)
  }
  namedHeads(found, records)
  inheritDates(found, records)
  return records.sort((a, b) => a.trigger.start - b.trigger.start).map(plain)
}

/** "they have not met": with neither place nor day, and denied by nobody, it tells of no encounter. */
const onlyNegated = (found: FoundWithStatements, record: Gathered): boolean =>
  record.status === 'denied' &&
  !record.where &&
  !record.date &&
  !found.statements.some(
    (s) =>
      s.polarity === 'denied' &&
      s.content.some((c) => c.start <= record.trigger.start && record.trigger.end <= c.end),
  )

/** "phoned the minister and invited him": nobody invites himself. */
function otherThan(
  subject: Party | undefined,
  object: Party,
  records: readonly Gathered[],
  sentence: { readonly start: number },
): Party {
  if (!subject || object.actor === undefined || object.actor !== subject.actor) return object
  const beside = records
    .findLast((r) => r.trigger.start >= sentence.start && r.participants.length > 1)
    ?.participants.find((p) => p.actor !== subject.actor)
  const { actor: _, ...open } = object
  return beside ? { ...beside, span: object.span } : open
}

/** A telling that only points back still counts where it says who and where itself. */
function standsAlone(record: Gathered): boolean {
  if (record.status === 'hypothetical') return false
  if (record.status === 'cancelled' && record.where) return true
  if (record.bare && record.where && record.date) return true
  if (record.kind === 'visit') return record.where !== undefined && record.sides.some((s) => !s.open)
  return record.sides.filter((s) => !s.open).length >= 2
}

function recordsOf(
  found: FoundWithStatements,
  telling: Telling,
  memory: Memory,
  records: readonly Gathered[],
): Gathered[] {
  const { words, at, parts, sentence } = telling
  const party = (phrase: Phrase): Party => partyOf(found, words, phrase, memory)
  const subject = telling.subject && groupBefore(found, telling, party(telling.subject), records)
  const object = telling.object && otherThan(subject, party(telling.object), records, sentence)
  const where = placeFrom(found, telling, records)
  const [date, dateEvidence] = dateOf(found, telling)
  const opening = words[0]?.lower
  const base: Gathered = {
    kind: telling.kind,
    status: telling.status as EncounterStatus,
    trigger: { start: words[at]!.start, end: words[at]!.end },
    travellers: [],
    participants: [],
    topics: parts.topics.map(party),
    evidence: [{ start: sentence.start, end: sentence.end }],
    sides: [],
    hours:
      words.some((w) => /^hours?$/.test(w.lower)) &&
      words.some((w) => w.lower === 'lasted' || w.lower === 'for'),
    fresh:
      words.slice(at).some((w) => w.lower === 'sidelines' || w.lower === 'margins') ||
      (telling.subject !== undefined &&
        /^(?:another|second|third|separate)$/.test(words[telling.subject.from]!.lower)),
    bare: telling.kind === 'talks' && (at === 0 || !/^[DNn]$/.test(words[at - 1]!.tag)),
    meanwhile: opening === 'meanwhile' || (opening === 'at' && words[2]?.lower === 'same'),
    ...(where ? { place: where.party, where: where.where } : {}),
    ...(date ? { date } : {}),
    ...(date && dateEvidence ? { dateEvidence } : {}),
  }
  if (parts.via) {
    base.via = party(parts.via)
    // "crossed at the Rena gate": the gate is the way, and where it led is not told.
    if (base.place && isOne(base.place, base.via)) {
      delete base.place
      delete base.where
    }
  }
  if (parts.host) base.host = party(parts.host)
  if (telling.kind === 'visit') {
    const split = telling.subject ? severalGroups(found, words, telling.subject) : []
    if (split.length > 1)
      return split.map((side) => ({
        ...base,
        travellers: [subject!],
        sides: [side],
        evidence: [...base.evidence],
        topics: [...base.topics],
      }))
    if (subject) {
      base.travellers.push(asGroup(found, subject))
      base.sides.push(groupSide(found, telling, subject, records))
    }
    const head = headOf(found, telling, party) ?? personHead(found, telling, subject)
    if (head) base.head = head
    if (parts.companions) base.travellers.push(party(parts.companions))
    if (object) base.host = object
    return [base]
  }
  if (telling.kind === 'invitation') {
    if (subject) {
      base.host = subject
      base.sides.push(sideOf(found, words, telling.subject!, subject.actor))
    }
    if (object) {
      base.travellers.push(object)
      base.sides.push(sideOf(found, words, telling.object!, object.actor))
    }
    return [base]
  }
  const they = telling.subject && /^(?:they|both)$/.test(words[telling.subject.from]!.lower)
  const pair =
    they && !telling.object
      ? [...records].reverse().find((r) => family(r.kind) === 'meeting' && r.participants.length > 1)
      : undefined
  if (pair) {
    base.participants.push(...pair.participants)
    base.sides.push(...pair.sides)
    return [base]
  }
  for (const phrase of [telling.subject, telling.object]) {
    if (!phrase) continue
    const listed = phrase === telling.subject ? withListed(found, words, phrase) : phrase
    for (const piece of coordinated(found, words, listed)) {
      const same = records.find((r) => r.travellers[0]?.span.start === words[piece.from]!.start)
      if (same && phrase === telling.subject) {
        base.participants.push(same.travellers[0]!)
        base.sides.push(same.sides[0]!)
        continue
      }
      const one =
        phrase === telling.subject && piece.from === phrase.from && piece.to === phrase.to
          ? subject!
          : party(piece)
      base.participants.push(one)
      base.sides.push(sideOf(found, words, piece, one.actor))
    }
  }
  return [base]
}

function plain({
  sides: _sides,
  where: _where,
  hours: _hours,
  fresh: _fresh,
  meanwhile: _meanwhile,
  bare: _bare,
  ...record
}: Gathered): Encounter {
  return record
}

const isOne = (a: Party, b: Party): boolean =>
  a.text === b.text || (a.actor !== undefined && a.actor === b.actor)
