/** A meeting, talks or a call told by a verb: "met", "received", "spoke by telephone to". */

import { lowerAt, tagAt, type Word } from './clause.ts'
import { type Parts, partsAfter } from './encounter-parts.ts'
import { isPeople, kindOf, placeAt, withoutPlace } from './encounter-phrases.ts'
import { isPersonNoun, type Trigger } from './encounter-words.ts'
import type { FoundWithStatements } from './found.ts'
import { type Phrase, phraseFrom } from './phrases.ts'
import { byPhrase, type Made } from './telling.ts'

const RECEPTION = /^(?:receive|host|welcome|greet|entertain)$/
/** Verbs whose parties are one crowd in one place. */
const GATHERING = /^(?:gather|assemble|convene)$/

const OBJECTLESS =
  /^(?:speak|talk|phone|telephone|meet|confer|huddle|dine|negotiate|consult|sit down|discuss)$/

export function meetingTelling(
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
    if (!RECEPTION.test(trigger.lemma) && trigger.lemma !== 'meet') return undefined
    const host = byPhrase(words, at)
    return host && isPeople(found, words, host, true) ? [{ ...base, object: host }] : undefined
  }
  if (GATHERING.test(trigger.lemma))
    return subject && isSeveral(words, subject) && isPersonal(found, words, subject) && parts.place
      ? [{ ...base, object: undefined }]
      : undefined
  if (trigger.lemma === 'call on' && !callsOn(found, words, next)) return undefined
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

/** "received in Oslo on Monday the head of": over the place and the day to the object. */
export function pastPlace(found: FoundWithStatements, words: readonly Word[], from: number): number {
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
        (w.tag === 'R' && w.lower !== 'it') ||
        (w.tag === 'n' && isPersonNoun(w.lower)),
    )

/** "called on President Ana Ruiz": no call for anything. */
function callsOn(found: FoundWithStatements, words: readonly Word[], next: number): boolean {
  const whom = phraseFrom(words, next, words.length, false)
  return (
    whom !== undefined &&
    isPersonal(found, words, whom) &&
    !words.slice(whom.to).some((w) => w.lower === 'to' || w.tag === 'Q')
  )
}

export const isSeveral = (words: readonly Word[], phrase: Phrase): boolean =>
  words
    .slice(phrase.from, phrase.to)
    .some(
      (w) =>
        w.tag === 'C' ||
        /^(?:two|both|three|four|leaders|sides|officials|ministers|they|representatives|delegations|presidents|envoys|negotiators|delegates|members|teams|parties|bishops|heads|chiefs|envoys|people|families|lawmakers|experts|diplomats|mediators|commanders|generals|women|men|kings|premiers|mayors|governors|hundreds|thousands|dozens|scores)$/.test(
          w.lower,
        ),
    )

const namesTwo = (words: readonly Word[], phrase: Phrase): boolean =>
  words.slice(phrase.from, phrase.to).filter((w) => w.tag === 'N').length >= 2
