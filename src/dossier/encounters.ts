/** Who went where and met whom: one record for each encounter, however often the text tells of it. */

import type { Encounter, EncounterStatus, Party } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import type { Word } from './clause.ts'
import { boundsOf } from './date-value.ts'
import { countryOfDemonym } from './demonyms.ts'
import { findTellings, type Telling } from './encounter-drafts.ts'
import { family, type Gathered, GROUP, inheritDates, join, namedHeads, partnerOf } from './encounter-merge.ts'
import { isPeople, kindOf, personIn, placeAt, wordSpan } from './encounter-parts.ts'
import { type Side, sideOf, type Whereabouts, whereabouts } from './encounter-sides.ts'
import { PEOPLE } from './encounter-words.ts'
import type { FoundWithStatements } from './found.ts'
import { type Phrase, phraseFrom } from './phrases.ts'
import { placeOf } from './places.ts'
import { type Memory, partyOf } from './speakers.ts'

type Where = { readonly party: Party; readonly where: Whereabouts }

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
  const subject = telling.subject && groupBefore(telling, party(telling.subject), records)
  const object = telling.object && party(telling.object)
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
      telling.subject !== undefined &&
      /^(?:another|second|third|separate)$/.test(words[telling.subject.from]!.lower),
    bare: telling.kind === 'talks' && (at === 0 || !/^[DNn]$/.test(words[at - 1]!.tag)),
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
  records: readonly Gathered[],
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
  records: readonly Gathered[],
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
  records: readonly Gathered[],
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
    // "landed and toured the docks there": where the last journey went.
    if (telling.kind === 'visit' && telling.definite)
      return (
        inheritedPlace(records) ??
        (words[telling.at]!.lower === 'arrived' ? placeBefore(found, telling) : undefined)
      )
    return family(telling.kind) === 'meeting' ? journeysEnd(telling, records) : undefined
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

/** "agreed in Lima on Tuesday. She had arrived on Monday": the town the text stands in. */
function placeBefore(found: FoundWithStatements, { sentence }: Telling): Where | undefined {
  const mention = found.mentions.findLast(
    (m) =>
      m.end <= sentence.start &&
      found.actors[m.actor]!.kind === 'place' &&
      /\bin $/.test(found.text.slice(0, m.start)),
  )
  if (!mention) return undefined
  const { name, country } = found.actors[mention.actor]!
  return {
    party: { span: { start: mention.start, end: mention.end }, text: name, actor: mention.actor },
    where: { text: name, actor: mention.actor, country: country ?? placeOf(name)?.country, wide: false },
  }
}

/** "will go to Lima to meet Ana Ruiz", "is due in Lima for talks": where the journey of the same sentence ends. */
function journeysEnd({ words, at, sentence }: Telling, records: readonly Gathered[]): Where | undefined {
  const before = words.slice(Math.max(0, at - 4), at)
  if (!before.some((w) => w.lower === 'to' || w.lower === 'for')) return undefined
  const journey = records.findLast(
    (r) => r.kind === 'visit' && r.trigger.start >= sentence.start && r.trigger.start < words[at]!.start,
  )
  return journey?.place && journey.where && { party: journey.place, where: journey.where }
}

function inheritedPlace(records: readonly Gathered[]): { party: Party; where: Whereabouts } | undefined {
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
