/** Who a telling is about: its group, the one at its head, and several parties told of at once. */

import type { Party } from '../model/dossier.ts'
import type { Word } from './clause.ts'
import { countryOfDemonym } from './demonyms.ts'
import { type Gathered, GROUP } from './encounter-merge.ts'
import { isPeople, kindOf, personIn } from './encounter-phrases.ts'
import { type Side, sideOf } from './encounter-sides.ts'
import { isPersonNoun } from './encounter-words.ts'
import type { FoundWithStatements } from './found.ts'
import { mainSubject, type Phrase, phraseEndingAt, phraseFrom } from './phrases.ts'
import type { Telling } from './telling.ts'

/** "a delegation led by Ana Ruiz": the delegation travels, she heads it. */
export function asGroup(found: FoundWithStatements, party: Party): Party {
  const person = party.actor !== undefined && found.actors[party.actor]?.kind === 'person'
  const { actor, ...rest } = party
  const group: Party = person || actor === undefined ? rest : party
  if (!GROUP.test(party.text) || (!person && !LED_BY.test(party.text))) return party
  const led = LED_BY.exec(group.text)
  return led
    ? { span: { ...group.span, end: group.span.start + led.index }, text: group.text.slice(0, led.index) }
    : group
}

const LED_BY = /,? (?:headed|led|chaired|captained|fronted|spearheaded|commanded) by /i

/** "two missions from the League and the Union": one journey each. */
export function severalGroups(found: FoundWithStatements, words: readonly Word[], phrase: Phrase): Side[] {
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
export function groupBefore(
  found: FoundWithStatements,
  { words, subject, sentence }: Telling,
  party: Party,
  records: readonly Gathered[],
): Party {
  const pronoun = words[subject!.from]!
  if (!/^(?:it|which|they)$/.test(pronoun.lower)) return party
  const same = records.findLast(
    (r) =>
      r.kind === 'visit' &&
      r.trigger.start >= sentence.start &&
      r.trigger.start < pronoun.start &&
      r.travellers.some((t) => GROUP.test(t.text)),
  )?.travellers[0]
  if (same) return { ...party, text: same.text, ...(same.actor === undefined ? {} : { actor: same.actor }) }
  const main = mainSubject(words, 0, subject!.from)
  if (main && words.slice(main.from, main.to).some((w) => GROUP.test(w.lower)))
    return { span: party.span, text: found.text.slice(words[main.from]!.start, words[main.to - 1]!.end) }
  if (party.actor !== undefined || pronoun.lower === 'they') return party
  const group = [...records]
    .reverse()
    .find((r) => r.kind === 'visit' && r.travellers.some((t) => GROUP.test(t.text)))
  const traveller = group?.travellers.find((t) => GROUP.test(t.text))
  return group && traveller && sentence.start - group.evidence[0]!.end < 300
    ? { ...party, text: traveller.text }
    : party
}

/** "the delegation" and "its delegation" are those told of before. */
export function groupSide(
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
    // "met the minister in Lima. The delegation arrived on Monday": it is the one that met.
    for (const { participants, sides } of records.toReversed()) {
      const at = participants.findIndex((one) => GROUP.test(one.text))
      if (at >= 0) return sides[at] ?? own
    }
  }
  return own
}

const LEADING = /^(?:headed|led|chaired|captained|fronted|spearheaded|commanded)$/

/** "headed by X" between the travellers and their verb, or after it. */
export function headOf(
  found: FoundWithStatements,
  { words, subject, at, parts }: Telling,
  party: (phrase: Phrase) => Party,
): Party | undefined {
  if (parts.head) return party(parts.head)
  if (!subject) return undefined
  for (let i = subject.from; i < Math.max(at, subject.to); i++) {
    if (LEADING.test(words[i]!.lower) && words[i + 1]?.lower === 'by') {
      const head = personIn(words, phraseFrom(words, i + 2, words.length, true), found)
      if (head) return party(head)
    }
    // "the team, which Kari Lund heads,"
    if (
      /^(?:which|that)$/.test(words[i]!.lower) &&
      words[i + 1]?.tag === 'N' &&
      /^(?:heads|leads|headed|led)$/.test(words[i + 2]?.lower ?? '')
    ) {
      if (kindOf(found, words[i + 1]!) === 'person') return party({ from: i + 1, to: i + 2 })
    }
    // "a delegation under its deputy leader, Kari Lund"
    if (words[i]!.lower === 'under' && i > subject.from) {
      const head = personIn(words, phraseFrom(words, i + 1, words.length, false), found)
      if (head && head.to === head.from + 1 && words[head.from]!.tag === 'N') return party(head)
    }
    if (
      /^(?:leadership|presidency|chairmanship|head|command)$/.test(words[i]!.lower) &&
      words[i - 1]?.tag !== 'n' &&
      words[i + 1]?.lower === 'of'
    ) {
      const head = personIn(words, phraseFrom(words, i + 2, words.length, true), found)
      if (head) return party(head)
    }
  }
  return undefined
}

/** One person who travels is the head of the journey. A name may follow its role across the verb. */
export function personHead(
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

/** "X and Y" as two parties where each names someone. */
export function coordinated(found: FoundWithStatements, words: readonly Word[], phrase: Phrase): Phrase[] {
  if (isOfCountries(found, words, phrase)) return [phrase]
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

/** "the foreign ministers of Egypt, Jordan and Iraq", "his Omani and Qatari counterparts": one party. */
function isOfCountries(found: FoundWithStatements, words: readonly Word[], phrase: Phrase): boolean {
  const all = words.slice(phrase.from, phrase.to)
  const and = all.findLastIndex((w) => w.tag === 'C')
  if (and < 1) return false
  if (countryOfDemonym(all[and - 1]!.lower) && countryOfDemonym(all[and + 1]?.lower ?? '')) return true
  const of = all.findIndex((w) => w.lower === 'of')
  return (
    of > 0 &&
    /s$/.test(all[of - 1]!.lower) &&
    all
      .slice(of + 1)
      .every(
        (w) =>
          w.lower === ',' ||
          w.tag === 'C' ||
          w.lower === 'the' ||
          (w.tag === 'N' && kindOf(found, w) === 'place'),
      )
  )
}

/** "Kari Lund, Ana Ruiz and Paulo Reis": from the first of the list on. */
export function withListed(found: FoundWithStatements, words: readonly Word[], phrase: Phrase): Phrase {
  if (!words.slice(phrase.from, phrase.to).some((w) => w.tag === 'C')) return phrase
  let { from } = phrase
  while (words[from - 1]?.lower === ',') {
    const before = phraseEndingAt(words, from - 2)
    if (
      !before ||
      words[before.from - 1]?.tag === 'P' ||
      words[before.to - 1]!.tag !== 'N' ||
      !isPeople(found, words, before, true)
    )
      break
    from = before.from
  }
  return { from, to: phrase.to }
}

/** A party of its own: named, of a country, or with a determiner of its own. */
const names = (part: readonly Word[]): boolean =>
  part.some((w) => w.tag === 'N' || countryOfDemonym(w.lower) !== undefined) ||
  part[0]?.tag === 'D' ||
  isPersonNoun(part[0]?.lower ?? '')
