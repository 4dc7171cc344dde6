/** Finds, sentence by sentence, every telling of a visit, meeting, call or invitation, before tellings are joined. */

import type { EncounterKind } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { clauseOf, isNominal, type Word } from './clause.ts'
import { boundsOf } from './date-value.ts'
import { afterDateline } from './dateline.ts'
import {
  datesBefore,
  isPeople,
  kindOf,
  type Parts,
  partsAfter,
  personIn,
  placeAt,
  withoutPlace,
} from './encounter-parts.ts'
import { type Standing, statusOf } from './encounter-status.ts'
import { CROSSING, nounTrigger, type Trigger, verbTrigger } from './encounter-words.ts'
import type { FoundWithStatements } from './found.ts'
import { mainSubject, type Phrase, phraseEndingAt, phraseFrom, subjectOf } from './phrases.ts'

/** One telling. Phrases index `words`. */
export type Telling = {
  readonly kind: EncounterKind
  readonly status: Exclude<Standing, 'skip'>
  readonly words: readonly Word[]
  readonly sentence: Span & { readonly block: number }
  readonly at: number
  readonly subject: Phrase | undefined
  readonly object: Phrase | undefined
  readonly parts: Parts
  /** Date words, the one nearest the trigger first. */
  readonly dates: readonly number[]
  /** Only points back: "the meeting", "during her visit". */
  readonly definite: boolean
}

const tagAt = (words: readonly Word[], i: number): string => words[i]?.tag ?? ''
const lowerAt = (words: readonly Word[], i: number): string => words[i]?.lower ?? ''
const GROUP = /^(?:delegations?|team|mission|envoys?|convoy)$/
const MOTION =
  /^(?:go|come|head|fly|drive|sail|land|cross|return|leave|depart|travel|arrive|journey|set off|set out|reach|enter)$/
const RECEPTION = /^(?:receive|host|welcome)$/
const OBJECTLESS =
  /^(?:speak|talk|phone|telephone|meet|confer|huddle|dine|negotiate|consult|sit down|discuss)$/

export function findTellings(found: FoundWithStatements): Telling[] {
  const tellings: Telling[] = []
  for (const sentence of found.sentences) {
    const quotes = found.quotes.filter(
      (q) => q.start < sentence.end && sentence.start < q.end && q.inner.end - q.inner.start > 60,
    )
    const told = { start: afterDateline(found.text, sentence), end: sentence.end }
    const words = clauseOf(found.text, told, found.mentions, found.timings, quotes).map(asGerund)
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!
      if (word.tag === 'Q' || word.tag === 'N' || word.tag === 'T') continue
      const noun = nounTrigger(word.lower)
      const asNoun =
        noun &&
        (word.tag === 'n' ||
          (word.tag === 'G' && isNounish(words, at)) ||
          (word.tag === 'V' && isNounish(words, at)))
      const present = staysAt(found, words, at)
      if (present) {
        tellings.push({ ...present, sentence, words })
        continue
      }
      const trigger = asNoun
        ? noun
        : word.tag === 'V' || word.tag === 'G'
          ? verbTrigger(words, at)
          : sends(words, at)
      const other = trigger ?? sends(words, at)
      if (!other) continue
      const made = asNoun ? nounTelling(found, words, at, noun) : verbTelling(found, words, at, other)
      if (made) tellings.push(...made.map((m) => ({ ...m, sentence, words })))
    }
  }
  return tellings
}

/** "before meeting Ana Ruiz", "are meeting in Oslo": the noun's form used as a verb. */
function asGerund(word: Word, at: number, words: readonly Word[]): Word {
  if (word.lower !== 'meeting' || word.tag !== 'n') return word
  const before = words[at - 1]
  if (!before || !words[at + 1]) return word
  const leads =
    before.tag === 'X'
      ? /^(?:is|are|was|were|been|be|'s|'re|am)$/.test(before.lower)
      : /^(?:after|before|by|since|without|upon|while|when|of|despite)$/.test(before.lower) ||
        before.lower === ','
  const next = words[at + 1]!
  return leads &&
    (next.lower === 'with' ||
      /[NDRT]/.test(next.tag) ||
      (before.tag === 'X' && next.tag === 'P') ||
      (next.tag === 'n' && before.tag === 'P'))
    ? { ...word, tag: 'G' }
    : word
}

const isNounish = (words: readonly Word[], at: number): boolean => {
  const before = tagAt(words, at - 1)
  if (before === 'D' || before === '#' || before === 'T') return true
  if (
    lowerAt(words, at) === 'meeting' &&
    before !== 'X' &&
    !/^(?:after|before|by|from|since|without|of)$/.test(lowerAt(words, at - 1))
  )
    return lowerAt(words, at + 1) === 'with' ? before === 'n' || before === 'V' : true
  return before === 'n' && tagAt(words, at - 2) === 'D'
}

/** "sent a delegation to", "led a team to": a journey told by its sender or head. */
function sends(words: readonly Word[], at: number): Trigger | undefined {
  const { lower, tag } = words[at]!
  if (tag !== 'V' && tag !== 'G') return undefined
  if (
    !/^(?:sen[dt]s?|sending|dispatch(?:ed|es|ing)?|brought|brings?|bringing|led|leads?|leading|head(?:ed|s|ing)?)$/.test(
      lower,
    )
  )
    return undefined
  const object = phraseFrom(words, at + 1, words.length, false)
  if (!object || !words.slice(object.from, object.to).some((w) => GROUP.test(w.lower))) return undefined
  const leads = /^[lhb]/.test(lower)
  const past = /(?:ed|sent|brought)$|^led$/.test(lower)
  return {
    kind: 'visit',
    noun: false,
    lemma: leads ? 'lead' : 'send',
    forms: past ? ['past', 'participle'] : ['base', 'third'],
    to: ['to'],
  }
}

type Made = Omit<Telling, 'sentence' | 'words'>

function standing(
  found: FoundWithStatements,
  words: readonly Word[],
  at: number,
  trigger: Trigger,
  dates: readonly number[],
): Standing {
  const published = found.published?.slice(0, 10)
  const date = dates[0] === undefined ? undefined : found.timings[words[dates[0]]!.of!]?.value
  const begins = date === undefined ? undefined : boundsOf(date)?.earliest
  const future = published !== undefined && begins !== undefined && begins > published
  const own = statusOf(words, at, trigger, future)
  // What a denied or demanded content tells of did not happen by that telling.
  const inside = found.statements.find(
    (s) =>
      s.polarity !== 'said' && s.content.some((c) => c.start <= words[at]!.start && words[at]!.end <= c.end),
  )
  if (inside?.polarity === 'denied' && own === 'expected') return 'denied'
  if (inside && own === 'occurred' && !(trigger.noun && isDefinite(words, at))) {
    if (inside.polarity === 'denied') return 'denied'
    if (inside.polarity === 'demanded' || inside.polarity === 'called-for') return 'hypothetical'
  }
  // A day yet to come has not been.
  return own === 'occurred' && future ? 'expected' : own
}

function verbTelling(
  found: FoundWithStatements,
  words: readonly Word[],
  at: number,
  trigger: Trigger,
): Made[] | undefined {
  const subject = agentOf(words, at)
  const passive =
    tagAt(words, at) === 'V' &&
    trigger.forms.includes('participle') &&
    /^(?:is|are|was|were|been|be|being)$/.test(lastAuxiliary(words, at))
  let next = at + 1 + (trigger.lemma.includes(' ') ? 1 : 0)
  const parts = partsAfter(found, words, next)
  const dates = [...parts.dates, ...datesBefore(words, at).reverse()]
  const status = standing(found, words, at, trigger, dates)
  if (status === 'skip') return undefined
  const base = { kind: trigger.kind, status, at, parts, dates, definite: false }
  if (trigger.kind === 'meeting') next = pastPlace(found, words, next)
  while (/[AT]/.test(tagAt(words, next)) && lowerAt(words, next) !== 'there') next++

  if (trigger.lemma === 'send' || trigger.lemma === 'lead') {
    const object = phraseFrom(words, at + 1, words.length, false)
    if (!object || !parts.place) return undefined
    if (trigger.lemma === 'send') return [{ ...base, subject: object, object: undefined }]
    const head = subject && personIn(words, subject, found)
    return [{ ...base, subject: object, object: undefined, parts: { ...parts, ...(head ? { head } : {}) } }]
  }
  const beside = subject && besideOf(found, words, subject)
  if (trigger.kind === 'visit') {
    if (passive || !isPeople(found, words, subject, false)) return undefined
    if (trigger.to.length > 0) {
      const leads = trigger.to.includes(lowerAt(words, next))
      const place = leads
        ? placeAt(found, words, next + 1, trigger.lemma === 'arrive')
        : lowerAt(words, next) === 'there'
          ? { from: next, to: next + 1 }
          : undefined
      if (!place && trigger.lemma !== 'arrive') {
        // "flew on Monday from Oslo to Lima": the place is further on.
        const later = furtherPlace(found, words, next, trigger)
        if (later) return [{ ...base, subject, object: undefined, parts: { ...parts, place: later } }]
        const via = trigger.lemma === 'cross' ? crossedAt(found, words, next) : undefined
        if (!via) return undefined
        return [{ ...base, subject, object: undefined, parts: { ...parts, via } }]
      }
      const { place: _dropped, ...rest } = parts
      const chosen = place ?? (trigger.lemma === 'arrive' && leads ? undefined : parts.place)
      const gone = {
        ...base,
        subject,
        object: undefined,
        parts: chosen ? { ...rest, place: chosen } : rest,
        definite: !chosen,
      }
      return beside && chosen ? [{ ...gone, subject: beside }, gone] : [gone]
    }
    const place = placeAt(found, words, next, !MOTION.test(trigger.lemma))
    if (place) return [{ ...base, subject, object: undefined, parts: { ...parts, place } }]
    return undefined
  }
  if (trigger.kind === 'invitation') {
    const guests = passive ? subject : phraseFrom(words, next, words.length, true)
    if (!isPeople(found, words, guests, true)) return undefined
    const by = passive ? (parts.withs[0] ?? byPhrase(words, at)) : subject
    const place = invitedTo(found, words, next)
    if (
      !place &&
      !(
        by &&
        words
          .slice(next)
          .some((w) =>
            /^(?:visit|talks|attend|meet|come|dinner|lunch|summit|travel|conference|ceremony|negotiations|meeting)$/.test(
              w.lower,
            ),
          )
      )
    )
      return undefined
    return [
      {
        ...base,
        subject: by,
        object: guests && withoutInfinitive(words, guests),
        parts: place ? { ...parts, place } : parts,
      },
    ]
  }
  return meetingTelling(found, words, at, next, trigger, { ...base, subject }, passive, beside)
}

function meetingTelling(
  found: FoundWithStatements,
  words: readonly Word[],
  at: number,
  next: number,
  trigger: Trigger,
  base: Omit<Made, 'object'>,
  passive: boolean,
  beside: Phrase | undefined,
): Made[] | undefined {
  const { subject } = base
  // "discussed with X the situation in Lima": the town is what was talked of.
  const { place, ...elsewhere } = base.parts
  const near = place && (place.from <= next + 1 || base.parts.withs.some((w) => place.from <= w.to + 2))
  const parts: Parts = trigger.lemma === 'discuss' && !near ? elsewhere : base.parts
  if (!isPeople(found, words, subject, true)) return undefined
  if (trigger.kind === 'call' && /^(?:speak|talk)$/.test(trigger.lemma) && !byPhone(words, next))
    return undefined
  if (passive) {
    // "was received by": the host comes after.
    if (!RECEPTION.test(trigger.lemma)) return undefined
    const host = byPhrase(words, at)
    return host && isPeople(found, words, host, true) ? [{ ...base, object: host }] : undefined
  }
  let object = lowerAt(words, next) === 'with' ? parts.withs[0] : undefined
  if (!object && !/^(?:discuss|negotiate|consult|confer|sit down|dine|huddle)$/.test(trigger.lemma)) {
    const phrase = phraseFrom(words, next, words.length, true)
    if (phrase && isPeople(found, words, phrase, RECEPTION.test(trigger.lemma) === false))
      object = withoutPlace(found, words, phrase)
  }
  object ??= OBJECTLESS.test(trigger.lemma) ? parts.withs[0] : undefined
  if (trigger.kind === 'call' && !object) object = spokenTo(found, words, next)
  object ??= beside
  if (RECEPTION.test(trigger.lemma) && (!object || !isPersonal(found, words, object))) return undefined
  if (
    trigger.lemma === 'discuss' &&
    object &&
    lowerAt(words, at - 1) === 'to' &&
    !isPersonal(found, words, object)
  )
    // "arrived to discuss a truce with Peru": the truce is with Peru.
    return undefined
  if (trigger.lemma === 'discuss' && !object) {
    if (!isSeveral(words, subject!) || !namesTwo(words, subject!)) return undefined
  } else if (!object && !(isSeveral(words, subject!) && (parts.place || base.dates.length > 0)))
    return undefined
  // "met Ana Ruiz and discussed with her": one meeting.
  const again = trigger.lemma === 'discuss' && object !== undefined && tagAt(words, object.from) === 'R'
  const own: Made = { ...base, parts, object, definite: again }
  if (parts.again === undefined) return [own]
  const more = partsAfter(found, words, parts.again)
  const second = more.withs[0]
  // Each half keeps its own place and day.
  return second ? [own, { ...own, object: second, parts: more, dates: more.dates }] : [own]
}

function nounTelling(
  found: FoundWithStatements,
  words: readonly Word[],
  at: number,
  trigger: Trigger,
): Made[] | undefined {
  const parts = partsAfter(found, words, at + 1)
  const dates = [...parts.dates, ...datesBefore(words, at).reverse()]
  const status = standing(found, words, at, trigger, dates)
  if (status === 'skip') return undefined
  if (trigger.kind === 'call' && !/^(?:phone|telephone|video|conference)$/.test(lowerAt(words, at - 1)))
    return undefined
  const owner = ownerOf(words, at)
  const by = byPhrase(words, at)
  const governor = governorOf(words, at)
  const definite = isDefinite(words, at)
  if (trigger.kind === 'visit' && pointsBack(words, at)) return undefined
  const base = { kind: trigger.kind, status, at, parts, dates }
  if (trigger.kind === 'visit') {
    const place = trigger.to.includes(lowerAt(words, at + 1))
      ? placeAt(found, words, at + 2, true)
      : undefined
    // "was told of the visit": who is told of it need not have made it.
    const subject = owner ?? by ?? (definite && !madeBy(words, at) ? undefined : governor)
    const { place: other, ...rest } = parts
    const where = place ?? (governor ? other : undefined)
    return [
      {
        ...base,
        subject: isPeople(found, words, subject, true) ? subject : undefined,
        object: undefined,
        parts: where ? { ...rest, place: where } : rest,
        definite: definite || !where || !subject,
      },
    ]
  }
  if (trigger.kind === 'invitation') {
    if (
      lowerAt(words, at - 1) === 'at' ||
      /^(?:at|upon|on)$/.test(lowerAt(words, at - 2)) ||
      /^(?:at|upon|on)$/.test(lowerAt(words, at - 3))
    )
      return undefined
    const from = /^(?:from|by)$/.test(lowerAt(words, at + 1))
      ? phraseFrom(words, at + 2, words.length, true)
      : owner
    const guests = from === owner ? undefined : governor
    if (!from || !isPeople(found, words, from, true)) return undefined
    const place = invitedTo(found, words, at + 1)
    return [
      {
        ...base,
        subject: from,
        object: guests,
        parts: place ? { ...parts, place } : parts,
        definite: !guests,
      },
    ]
  }
  const between =
    lowerAt(words, at + 1) === 'between' || lowerAt(words, at + 1) === 'among'
      ? phraseFrom(words, at + 2, words.length, true)
      : laterBetween(words, at)
  if (between)
    return [{ ...base, subject: withoutPlace(found, words, between), object: undefined, definite: false }]
  const subject = isPeople(found, words, owner, true)
    ? owner
    : isPeople(found, words, governor, true)
      ? governor
      : undefined
  const object =
    parts.withs[0] ?? (subject && subject === governor ? besideOf(found, words, subject) : undefined)
  if (!object && !subject) return [{ ...base, subject: undefined, object: undefined, definite: true }]
  const held = governor !== undefined && heldBy(words, at)
  return [{ ...base, subject, object, definite: definite || (!object && !held) }]
}

/** "a delegation of the union is in Lima": a journey told by where it has got to. */
function staysAt(found: FoundWithStatements, words: readonly Word[], at: number): Made | undefined {
  if (!/^(?:is|are|was|were)$/.test(lowerAt(words, at))) return undefined
  const due = dueIn(found, words, at)
  if (due) return due
  if (!/^(?:in|currently)$/.test(lowerAt(words, at + 1))) return undefined
  const place = placeAt(found, words, lowerAt(words, at + 1) === 'in' ? at + 2 : at + 3, false)
  const subject = place && subjectOf(words, at)
  if (!place || !subject || !words.slice(subject.from, subject.to).some((w) => GROUP.test(w.lower)))
    return undefined
  const parts = partsAfter(found, words, place.to)
  const status = /^(?:is|are)$/.test(lowerAt(words, at)) ? 'under-way' : 'occurred'
  return {
    kind: 'visit',
    status,
    at,
    subject,
    object: undefined,
    parts: { ...parts, place },
    dates: parts.dates,
    definite: /^(?:the|its)$/.test(lowerAt(words, subject.from)),
  }
}

/** "the envoy is due in Lima on Monday": a journey to come. */
function dueIn(found: FoundWithStatements, words: readonly Word[], at: number): Made | undefined {
  if (!/^(?:due|expected|awaited)$/.test(lowerAt(words, at + 1))) return undefined
  let i = at + 2
  while (/[TA]/.test(tagAt(words, i)) || lowerAt(words, i) === 'back') i++
  if (lowerAt(words, i) !== 'in') return undefined
  const place = placeAt(found, words, i + 1, false)
  const subject = place && subjectOf(words, at)
  if (!place || !isPeople(found, words, subject, false)) return undefined
  const parts = partsAfter(found, words, place.to)
  const dates = [...parts.dates, ...datesBefore(words, at).reverse()]
  // What was due may have been put off since.
  const status = /^(?:is|are)$/.test(lowerAt(words, at)) ? 'expected' : 'unconfirmed'
  return {
    kind: 'visit',
    status,
    at,
    subject,
    object: undefined,
    parts: { ...parts, place },
    dates,
    definite: false,
  }
}

/** The subject of a verb or -ing form. */
function agentOf(words: readonly Word[], at: number): Phrase | undefined {
  if (tagAt(words, at) === 'G' && !/^(?:is|are|was|were|been|be|'s|'re|am)$/.test(lastAuxiliary(words, at))) {
    return isNominal(words[at - 1]) ? phraseEndingAt(words, at - 1) : mainSubject(words, 0, at)
  }
  const subject = subjectOf(words, at)
  // "the envoy, accompanied by aides, arrived": whoever comes along is not the one the verb is about.
  if (subject && /^(?:by|with|including)$/.test(lowerAt(words, subject.from - 1)))
    return mainSubject(words, 0, subject.from - 1) ?? subject
  return subject
}

function lastAuxiliary(words: readonly Word[], at: number): string {
  let i = at - 1
  while (tagAt(words, i) === 'A') i--
  return tagAt(words, i) === 'X' ? lowerAt(words, i) : ''
}

/** "the envoy's visit", "their talks" */
function ownerOf(words: readonly Word[], at: number): Phrase | undefined {
  let i = at - 1
  while (i >= 0 && i > at - 6 && /[nNTA#V]/.test(tagAt(words, i))) i--
  if (tagAt(words, i) !== 'D') return undefined
  const lower = lowerAt(words, i)
  if (lower === "'s") return phraseEndingAt(words, i - 1)
  return /^(?:his|her|its|their)$/.test(lower) ? { from: i, to: i + 1 } : undefined
}

function byPhrase(words: readonly Word[], at: number): Phrase | undefined {
  for (let i = at + 1; i < Math.min(words.length, at + 10); i++) {
    if (lowerAt(words, i) === 'by' && tagAt(words, i + 1) !== 'T' && tagAt(words, i + 1) !== 'G')
      return phraseFrom(words, i + 1, words.length, true)
    if (/[VW.C]/.test(tagAt(words, i))) return undefined
  }
  return undefined
}

/** The subject of the verb that an encounter noun hangs on: "X paid a visit", "X was on a visit". */
function governorOf(words: readonly Word[], at: number): Phrase | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 14); i--) {
    const { tag, lower } = words[i]!
    if (/^[.;:]$/.test(lower) || tag === 'Q') return undefined
    if (tag === 'V' || tag === 'G' || (tag === 'X' && !/^(?:has|have|had|did|do|does)$/.test(lower)))
      return agentOf(words, i)
  }
  return undefined
}

const heldBy = (words: readonly Word[], at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 12); i--)
    if (
      /^(?:held|hold|holds|holding|had|have|conducted|attended|hosted|convened|chaired|resumed?|resuming|opened|began|started|ended|ending|concluded|completed)$/.test(
        lowerAt(words, i),
      )
    )
      return true
  return false
}

function isDefinite(words: readonly Word[], at: number): boolean {
  let i = at - 1
  while (i >= 0 && i > at - 8 && /[nNTA#VGP]/.test(tagAt(words, i)) && lowerAt(words, i) !== 'first') i--
  if (lowerAt(words, i) === 'first') return false
  return /^(?:the|these|those|this|that|both)$/.test(lowerAt(words, i))
}

const madeBy = (words: readonly Word[], at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 8); i--)
    if (
      /^(?:paid|pays?|paying|made|makes?|making|began|begin|begins|started|ended|concluded|on|during|for)$/.test(
        lowerAt(words, i),
      )
    )
      return true
  return false
}

/** "It was the first visit to Peru by a minister": of the visit just told. */
const pointsBack = (words: readonly Word[], at: number): boolean => {
  let i = at - 1
  while (i >= 0 && i > at - 7 && !/[XV]/.test(tagAt(words, i))) i--
  return (
    tagAt(words, i) === 'X' &&
    /^(?:it|this|that|which)$/.test(lowerAt(words, tagAt(words, i - 1) === 'M' ? i - 2 : i - 1))
  )
}

const laterBetween = (words: readonly Word[], at: number): Phrase | undefined => {
  for (let i = at + 1; i < Math.min(words.length, at + 7); i++)
    if (lowerAt(words, i) === 'between') return phraseFrom(words, i + 1, words.length, true)
  return undefined
}

function furtherPlace(
  found: FoundWithStatements,
  words: readonly Word[],
  from: number,
  trigger: Trigger,
): Phrase | undefined {
  for (let i = from; i < Math.min(words.length, from + 8); i++) {
    if (/[VXMWQ.]/.test(tagAt(words, i))) return undefined
    if (trigger.to.includes(lowerAt(words, i)) && lowerAt(words, i) !== 'in' && lowerAt(words, i) !== 'at') {
      const place = placeAt(found, words, i + 1, false)
      if (place) return place
    }
  }
  return undefined
}

/** The place after "to visit", "to" or "in" in an invitation. */
function invitedTo(found: FoundWithStatements, words: readonly Word[], from: number): Phrase | undefined {
  for (let i = from; i < Math.min(words.length, from + 14); i++) {
    if (/^(?:visit|to|in|tour)$/.test(lowerAt(words, i))) {
      const place = placeAt(found, words, i + 1, true)
      if (place) return place
    }
    if (tagAt(words, i) === '.') return undefined
  }
  return undefined
}

const withoutInfinitive = (words: readonly Word[], phrase: Phrase): Phrase => {
  for (let i = phrase.from + 1; i < phrase.to; i++)
    if (/^(?:to|for)$/.test(lowerAt(words, i))) return { from: phrase.from, to: i }
  return phrase
}

/** "received in Oslo on Monday the head of": over the place and the day to the object. */
function pastPlace(found: FoundWithStatements, words: readonly Word[], from: number): number {
  let i = from
  for (let hops = 0; hops < 3; hops++) {
    if (tagAt(words, i) === 'T') i++
    else if (tagAt(words, i) === 'P' && tagAt(words, i + 1) === 'T') i += 2
    else if (/^(?:in|at)$/.test(lowerAt(words, i))) {
      const place = placeAt(found, words, i + 1, true)
      if (!place) break
      i = place.to
      if (lowerAt(words, i) === 'of') i = phraseFrom(words, i + 1, words.length, false)?.to ?? i
    } else break
  }
  return /[DNn]/.test(tagAt(words, i)) && lowerAt(words, i) !== ',' ? i : from
}

/** "the premier, Ana Ruiz, and her minister, Kari Lund, arrived": the one told of before "and". */
function besideOf(found: FoundWithStatements, words: readonly Word[], subject: Phrase): Phrase | undefined {
  if (lowerAt(words, subject.from - 1) !== 'and' || lowerAt(words, subject.from - 2) !== ',') return undefined
  const before = phraseEndingAt(words, subject.from - 3)
  if (!before || words.slice(0, before.from).some((w) => /[VXMGWQ]/.test(w.tag))) return undefined
  for (let i = before.to - 1; i >= 0; i--)
    if (tagAt(words, i) === 'N' && kindOf(found, words[i]!) === 'person' && lowerAt(words, i + 1) !== "'s")
      return { from: i, to: i + 1 }
  return undefined
}

/** "crossed at the Rena gate": the way in, where the place gone to is not told. */
function crossedAt(found: FoundWithStatements, words: readonly Word[], from: number): Phrase | undefined {
  if (!/^(?:at|through|via|by)$/.test(lowerAt(words, from))) return undefined
  const way = phraseFrom(words, from + 1, words.length, false)
  if (!way) return undefined
  const known = words
    .slice(way.from, way.to)
    .some((w) => CROSSING.test(w.lower.split(' ').at(-1)!) || (w.tag === 'N' && kindOf(found, w) === 'place'))
  return known ? way : undefined
}

/** "spoke by telephone on Monday to the minister" */
function spokenTo(found: FoundWithStatements, words: readonly Word[], from: number): Phrase | undefined {
  for (let i = from; i < Math.min(words.length, from + 7); i++) {
    if (!/^(?:to|with)$/.test(lowerAt(words, i))) continue
    const phrase = phraseFrom(words, i + 1, words.length, true)
    return isPeople(found, words, phrase, true) ? phrase : undefined
  }
  return undefined
}

const byPhone = (words: readonly Word[], from: number): boolean =>
  words
    .slice(from, from + 8)
    .some(
      (w, i, all) =>
        /^(?:phone|telephone|video)$/.test(w.lower) &&
        /^(?:by|over|on|the|via)$/.test(all[i - 1]?.lower ?? 'by'),
    )

const isPersonal = (found: FoundWithStatements, words: readonly Word[], phrase: Phrase): boolean =>
  words
    .slice(phrase.from, phrase.to)
    .some(
      (w) =>
        (w.tag === 'N' && kindOf(found, w) === 'person') ||
        GROUP.test(w.lower) ||
        /^(?:minister|president|envoy|ambassador|officials?|leaders?|premier|representatives?|head|chief|king|queen|emir|secretary|chairman|chairwoman|director|commander|speaker|governor|mayor|counterpart|bishop|archbishop|chancellor|prince|ambassadors?|negotiators?)$/.test(
          w.lower,
        ),
    )

const isSeveral = (words: readonly Word[], phrase: Phrase): boolean =>
  words
    .slice(phrase.from, phrase.to)
    .some(
      (w) =>
        w.tag === 'C' ||
        /^(?:two|both|three|four|leaders|sides|officials|ministers|they|representatives|delegations|presidents|envoys|negotiators|delegates|members|teams|parties|teams|bishops|heads)$/.test(
          w.lower,
        ),
    )

const namesTwo = (words: readonly Word[], phrase: Phrase): boolean =>
  words.slice(phrase.from, phrase.to).filter((w) => w.tag === 'N').length >= 2
