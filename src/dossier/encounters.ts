/** Who went where and met whom: one record for each encounter, however often the text tells of it. */

import type { Encounter, EncounterKind, EncounterStatus, Party } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import type { Word } from './clause.ts'
import { boundsOf } from './date-value.ts'
import { countryOfDemonym } from './demonyms.ts'
import { findTellings, type Telling } from './encounter-drafts.ts'
import { isPeople, kindOf, personIn, placeAt, wordSpan } from './encounter-parts.ts'
import {
  agree,
  agreeAll,
  type Side,
  samePlace,
  sideOf,
  type Whereabouts,
  whereabouts,
} from './encounter-sides.ts'
import { PEOPLE } from './encounter-words.ts'
import type { FoundWithStatements } from './found.ts'
import { type Phrase, phraseFrom } from './phrases.ts'
import { type Memory, partyOf } from './speakers.ts'

type Record_ = {
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
}

const GROUP = /\b(?:delegations?|team|mission|convoy)\b/i
const family = (kind: EncounterKind): string => (kind === 'talks' || kind === 'call' ? 'meeting' : kind)
const isOver = (status: EncounterStatus): boolean => status === 'occurred' || status === 'under-way'

/** Encounters in the order the text first tells of them. */
export function findEncounters(found: FoundWithStatements): Encounter[] {
  const titled = (telling: Telling): boolean =>
    found.blocks[telling.sentence.block]?.kind === 'title' ||
    found.blocks[telling.sentence.block]?.kind === 'heading'
  const records: Record_[] = []
  const speakers = found.statements.flatMap((s) => (s.speaker ? [s.speaker] : []))
  const memory: Memory = { said: [] }
  let heard = 0
  const late: Record_[] = []
  const titles: Record_[] = []
  for (const telling of findTellings(found)) {
    const at = telling.words[telling.at]!.start
    while (heard < speakers.length && speakers[heard]!.span.start < at) {
      const party = speakers[heard++]!
      memory.said.push({ party, at: party.span.start, plural: false })
    }
    for (const made of recordsOf(found, telling, memory, records)) {
      const partner = partnerOf(records, made, telling.definite)
      if (partner) join(partner, made)
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

/** A telling that only points back still counts where it says who and where itself. */
function standsAlone(record: Record_): boolean {
  if (record.status === 'hypothetical') return false
  if (record.status === 'cancelled' && record.where) return true
  if (record.kind === 'visit') return record.where !== undefined && record.sides.some((s) => !s.open)
  return record.sides.filter((s) => !s.open).length >= 2
}

function recordsOf(
  found: FoundWithStatements,
  telling: Telling,
  memory: Memory,
  records: readonly Record_[],
): Record_[] {
  const { words, at, parts, sentence } = telling
  const party = (phrase: Phrase): Party => partyOf(found, words, phrase, memory)
  const subject = telling.subject && groupBefore(telling, party(telling.subject), records)
  const object = telling.object && party(telling.object)
  const where = placeFrom(found, telling, records)
  const [date, dateEvidence] = dateOf(found, telling)
  const opening = words[0]?.lower
  const base: Record_ = {
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
      telling.subject !== undefined &&
      /^(?:another|second|third|separate)$/.test(words[telling.subject.from]!.lower),
    meanwhile: opening === 'meanwhile' || (opening === 'at' && words[2]?.lower === 'same'),
    ...(where ? { place: where.party, where: where.where } : {}),
    ...(date ? { date } : {}),
    ...(date && dateEvidence ? { dateEvidence } : {}),
  }
  if (parts.via) base.via = party(parts.via)
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
      base.travellers.push(subject)
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
    for (const piece of coordinated(found, words, phrase)) {
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

/** "two missions from the League and the Union": one journey each. */
function severalGroups(found: FoundWithStatements, words: readonly Word[], phrase: Phrase): Side[] {
  if (
    !words
      .slice(phrase.from, phrase.to)
      .some(
        (w, _, all) =>
          /^(?:two|three|four|separate)$/.test(w.lower) &&
          all.some((x) => /^(?:delegations|teams|missions)$/.test(x.lower)),
      )
  )
    return []
  const sides: Side[] = []
  for (let i = phrase.from; i < phrase.to; i++)
    if (words[i]!.tag === 'N') sides.push(sideOf(found, words, { from: i, to: i + 1 }, undefined))
  return sides
}

/** "it" right after a delegation was told of is that delegation. */
function groupBefore(
  { words, subject, sentence }: Telling,
  party: Party,
  records: readonly Record_[],
): Party {
  const pronoun = words[subject!.from]!
  if (party.actor !== undefined || !/^(?:it|which)$/.test(pronoun.lower)) return party
  const group = [...records]
    .reverse()
    .find((r) => r.kind === 'visit' && r.travellers.some((t) => GROUP.test(t.text)))
  const traveller = group?.travellers.find((t) => GROUP.test(t.text))
  return group && traveller && sentence.start - group.evidence[0]!.end < 300
    ? { ...party, text: traveller.text }
    : party
}

/** "the delegation" and "its delegation" are those told of before. */
function groupSide(
  found: FoundWithStatements,
  telling: Telling,
  party: Party,
  records: readonly Record_[],
): Side {
  const { words, subject } = telling
  const own = sideOf(found, words, subject!, party.actor)
  const first = words[subject!.from]!
  if (own.open && /^(?:the|this|these)$/.test(first.lower) && GROUP.test(party.text)) {
    const earlier = [...records]
      .reverse()
      .find((r) => r.kind === 'visit' && r.travellers.some((t) => GROUP.test(t.text)))
    if (earlier) return earlier.sides[0] ?? own
  }
  return own
}

/** "headed by X" between the travellers and their verb, or after it. */
function headOf(
  found: FoundWithStatements,
  { words, subject, at, parts }: Telling,
  party: (phrase: Phrase) => Party,
): Party | undefined {
  if (parts.head) return party(parts.head)
  if (!subject) return undefined
  for (let i = subject.from; i < Math.max(at, subject.to); i++) {
    if (/^(?:headed|led|chaired)$/.test(words[i]!.lower) && words[i + 1]?.lower === 'by') {
      const head = personIn(words, phraseFrom(words, i + 2, words.length, true), found)
      if (head) return party(head)
    }
    if (words[i]!.lower === 'leadership' && words[i + 1]?.lower === 'of') {
      const head = personIn(words, phraseFrom(words, i + 2, words.length, true), found)
      if (head) return party(head)
    }
  }
  return undefined
}

/** One person who travels is the head of the journey. A name may follow its role across the verb. */
function personHead(
  found: FoundWithStatements,
  telling: Telling,
  subject: Party | undefined,
): Party | undefined {
  const { words, at } = telling
  if (subject?.actor !== undefined && found.actors[subject.actor]?.kind === 'person')
    return { ...subject, text: found.actors[subject.actor]!.name }
  if (!telling.subject || (subject && GROUP.test(subject.text))) return undefined
  const said = subject?.text ?? ''
  // "The envoy arrived in Lima, Ana Ruiz, with ...": machine-made English sets the name after the verb phrase.
  for (let i = at + 1; i < words.length - 1; i++) {
    if (
      words[i]!.lower === ',' &&
      words[i + 1]!.tag === 'N' &&
      kindOf(found, words[i + 1]!) === 'person' &&
      words[i + 2]?.lower === ',' &&
      /^the /i.test(said)
    ) {
      const mention = found.mentions[words[i + 1]!.of!]!
      return {
        span: { start: mention.start, end: mention.end },
        text: found.actors[mention.actor]!.name,
        actor: mention.actor,
      }
    }
  }
  for (let i = telling.subject.from; i < at; i++) {
    if (
      words[i]!.tag === 'N' &&
      kindOf(found, words[i]!) === 'person' &&
      (words[i - 1]?.lower === ',' || i + 1 === telling.subject.to)
    ) {
      const mention = found.mentions[words[i]!.of!]!
      return {
        span: { start: mention.start, end: mention.end },
        text: found.actors[mention.actor]!.name,
        actor: mention.actor,
      }
    }
  }
  return undefined
}

function placeFrom(
  found: FoundWithStatements,
  telling: Telling,
  records: readonly Record_[],
): { party: Party; where: Whereabouts } | undefined {
  const { words, parts } = telling
  const relative = words.findLastIndex((w, i) => i < telling.at && w.lower === 'where')
  if (!parts.place && relative > 0) {
    // "left for Lima, where he met": the place stands before.
    const before = placeAt(
      found,
      words,
      words[relative - 1]!.lower === ',' ? relative - 2 : relative - 1,
      false,
    )
    if (before) {
      const span = wordSpan(words, before)
      return {
        party: { span, text: found.text.slice(span.start, span.end) },
        where: whereabouts(found, words, before),
      }
    }
    return inheritedPlace(records)
  }
  if (!parts.place) {
    // "arrived and inspected the works there": where the last journey went.
    if (telling.kind === 'visit' && telling.definite) return inheritedPlace(records)
    return undefined
  }
  const span = wordSpan(words, parts.place)
  if (/^(?:there|here)$/.test(words[parts.place.from]!.lower)) return inheritedPlace(records)
  const where = whereabouts(found, words, parts.place)
  return {
    party: {
      span,
      text: found.text.slice(span.start, span.end),
      ...(where.actor === undefined ? {} : { actor: where.actor }),
    },
    where,
  }
}

function inheritedPlace(records: readonly Record_[]): { party: Party; where: Whereabouts } | undefined {
  const last = [...records].reverse().find((r) => r.place && r.where)
  return last?.place && last.where ? { party: last.place, where: last.where } : undefined
}

function dateOf(
  found: FoundWithStatements,
  { words, dates }: Telling,
): [string | undefined, Span | undefined] {
  for (const index of dates) {
    const mention = found.timings[words[index]!.of!]
    if (!mention?.value || !boundsOf(mention.value)) continue
    return [mention.value.replace(/T.*$/, ''), { start: mention.start, end: mention.end }]
  }
  return [undefined, undefined]
}

/** "X and Y" as two parties where each names someone. */
function coordinated(found: FoundWithStatements, words: readonly Word[], phrase: Phrase): Phrase[] {
  const pieces: Phrase[] = []
  let from = phrase.from
  for (let i = phrase.from; i < phrase.to; i++) {
    if (words[i]!.tag !== 'C' && words[i]!.lower !== ',') continue
    const left = words.slice(from, i)
    const right = words.slice(i + 1, phrase.to)
    // "chiefs from France and Spain": one party of two countries.
    const shared = left.at(-2)?.tag === 'P' && right.length === 1
    if (
      !shared &&
      names(left) &&
      names(right) &&
      isPeople(found, words, { from, to: i }, true) &&
      isPeople(found, words, { from: i + 1, to: phrase.to }, true)
    ) {
      if (i > from) pieces.push({ from, to: i })
      from = i + 1
    }
  }
  pieces.push({ from, to: phrase.to })
  return pieces
}

/** A party of its own: named, of a country, or with a determiner of its own. */
const names = (part: readonly Word[]): boolean =>
  part.some((w) => w.tag === 'N' || countryOfDemonym(w.lower) !== undefined) ||
  part[0]?.tag === 'D' ||
  PEOPLE.test(part[0]?.lower ?? '')

function partnerOf(records: readonly Record_[], made: Record_, definite: boolean): Record_ | undefined {
  let best: Record_ | undefined
  let bestScore = -1
  for (const record of records) {
    if (family(record.kind) !== family(made.kind) || made.fresh) continue
    if (!sameStanding(record, made, definite)) continue
    if (!samePlace(record.where, made.where) || !sameTime(record.date, made.date)) continue
    const sides = made.kind === 'visit' ? visitors(record, made) : agreeAll(record.sides, made.sides)
    if (sides < 0) continue
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

/** A named person the other telling lacks makes it another meeting, unless one of them is shared. */
function newPerson(record: Record_, made: Record_): boolean {
  const known = new Set(record.sides.flatMap((s) => [...s.persons]))
  const told = made.sides.flatMap((s) => [...s.persons])
  return told.length > 0 && !told.some((p) => known.has(p))
}

const visitors = (a: Record_, b: Record_): number => {
  if (a.sides.length === 0 || b.sides.length === 0) return 0
  const heads =
    a.head?.actor !== undefined && b.head?.actor !== undefined ? (a.head.actor === b.head.actor ? 2 : -1) : 0
  const sides = agree(a.sides[0]!, b.sides[0]!)
  if (heads !== 0) return heads
  if (sides >= 0) return sides
  // A head told of alone belongs to the group that he headed.
  return a.head?.actor !== undefined && b.sides[0]!.persons.has(a.head.actor) ? 2 : -1
}

function sameStanding(a: Record_, b: Record_, definite: boolean): boolean {
  if (isOver(a.status) === isOver(b.status) && (isOver(a.status) || a.status === b.status)) return true
  return definite && (b.status === 'hypothetical' || isOver(b.status))
}

function sameTime(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return true
  const x = boundsOf(a)
  const y = boundsOf(b)
  return !x || !y || (x.earliest <= y.latest && y.earliest <= x.latest)
}

function join(into: Record_, made: Record_): void {
  for (const span of made.evidence)
    if (!into.evidence.some((e) => e.start === span.start)) into.evidence.push(span)
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
function namedHeads(found: FoundWithStatements, records: readonly Record_[]): void {
  const pattern =
    /\b(?:the|this|its) (?:[\p{L}-]+ ){0,3}?(?:delegation|team|mission|group)(?:(?:,[^,.]{0,60},)? (?:is|was|were|has been|will be|being) (?:being )?|, (?:which (?:is|was) )?)(?:headed|led|chaired) by /giu
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
function inheritDates(found: FoundWithStatements, records: readonly Record_[]): void {
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

function plain({
  sides: _sides,
  where: _where,
  hours: _hours,
  fresh: _fresh,
  meanwhile: _meanwhile,
  ...record
}: Record_): Encounter {
  return record
}
