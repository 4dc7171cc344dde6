/** What stands around an encounter's trigger: where, with whom, when, by which way, led by whom, about what. */

import type { Span } from '../model/span.ts'
import { isNominal, type Word } from './clause.ts'
import { countryOfDemonym } from './demonyms.ts'
import { CROSSING, PEOPLE, PLACES, verbTrigger } from './encounter-words.ts'
import type { Found } from './found.ts'
import { type Phrase, phraseFrom } from './phrases.ts'

export type Parts = {
  place?: Phrase
  via?: Phrase
  head?: Phrase
  host?: Phrase
  companions?: Phrase
  readonly withs: Phrase[]
  readonly dates: number[]
  readonly topics: Phrase[]
  /** A second clause of the same verb: "met A in X and with B in Y". */
  again?: number
}

const tagAt = (words: readonly Word[], i: number): string => words[i]?.tag ?? ''
const lowerAt = (words: readonly Word[], i: number): string => words[i]?.lower ?? ''
const DOCUMENT =
  /^(?:statement|report|letter|article|interview|editorial|edition|issue|speech|tweet|press|newspaper)$/

/** Whether a phrase can be someone who travels or meets. */
export function isPeople(
  found: Found,
  words: readonly Word[],
  phrase: Phrase | undefined,
  metonym: boolean,
): boolean {
  if (!phrase) return false
  let head = -1
  // "the two met"
  if (
    metonym &&
    phrase.to - phrase.from === 2 &&
    tagAt(words, phrase.from) === 'D' &&
    tagAt(words, phrase.from + 1) === '#'
  )
    return true
  for (let i = phrase.from; i < phrase.to; i++) {
    const { tag, lower } = words[i]!
    if (tag === 'R') return lower !== 'it' || metonym
    if (tag === 'N') {
      const kind = kindOf(found, words[i]!)
      if (kind === 'person' || kind === 'organisation') return true
      if (kind === 'place' && metonym && (i + 1 >= phrase.to || !isNominal(words[i + 1]))) return true
      head = i
    } else if (tag === 'n') {
      if (PEOPLE.test(lower) || countryOfDemonym(lower)) return true
      head = i
    } else if (tag === 'P' && head >= 0 && lower !== 'of') return false
  }
  // "her predecessor, Olav Berg,"
  const name = lowerAt(words, phrase.to) === ',' ? words[phrase.to + 1] : undefined
  return name?.tag === 'N' && kindOf(found, name) === 'person'
}

export const kindOf = (found: Found, word: Word): string | undefined => {
  const mention = word.tag === 'N' ? found.mentions[word.of!] : undefined
  return mention && found.actors[mention.actor]?.kind
}

/** The place a phrase at `from` names; `wide` allows any common noun for a place, else only lands and towns. */
export function placeAt(
  found: Found,
  words: readonly Word[],
  from: number,
  wide: boolean,
): Phrase | undefined {
  if (lowerAt(words, from) === 'there' || lowerAt(words, from) === 'here') return { from, to: from + 1 }
  let i = from
  while (/[Dn#A]/.test(tagAt(words, i)) && i < from + 5) {
    const next = tagAt(words, i + 1)
    if (tagAt(words, i) === 'n' && !/[nN]/.test(next)) break
    i++
  }
  const word = words[i]
  if (!word) return undefined
  if (word.tag === 'N') {
    const kind = kindOf(found, word)
    if (kind === 'place') {
      const noun = words[i + 1]
      const to = noun?.tag === 'n' && PLACES.test(noun.lower) ? i + 2 : i + 1
      return { from, to }
    }
    if (wide && words[i + 1]?.tag === 'n' && PLACES.test(words[i + 1]!.lower)) return { from, to: i + 2 }
    return undefined
  }
  if (word.tag === 'n' && PLACES.test(word.lower) && tagAt(words, from) === 'D') {
    // "the port of X", "the hill town of X"
    if (
      lowerAt(words, i + 1) === 'of' &&
      tagAt(words, i + 2) === 'N' &&
      kindOf(found, words[i + 2]!) === 'place'
    )
      return { from, to: i + 3 }
    if (
      !wide &&
      !/^(?:capital|enclave|country|kingdom|island|islands|region|city|town|village|province|peninsula|territory|territories|republic|archipelago|continent|area)$/.test(
        word.lower,
      )
    )
      return undefined
    // "the Peruvian capital, Lima"
    const name = words[i + 2]
    if (lowerAt(words, i + 1) === ',' && name?.tag === 'N' && kindOf(found, name) === 'place')
      return { from: i + 2, to: i + 3 }
    // "the capital of X", "the port city of X"
    if (lowerAt(words, i + 1) === 'of' && tagAt(words, i + 2) === 'N') return { from, to: i + 3 }
    return { from, to: i + 1 }
  }
  // "the port city of X", "the Belgian capital, X"
  if (word.tag === 'n' && countryOfDemonym(word.lower)) return undefined
  return undefined
}

/** Reads what follows the trigger, to the end of its clause. */
export function partsAfter(found: Found, words: readonly Word[], from: number): Parts {
  const parts: Parts = { withs: [], dates: [], topics: [] }
  let i = from
  while (i < words.length) {
    const { tag, lower } = words[i]!
    if (tag === 'P' && /^(?:before|after|since|while)$/.test(lower) && tagAt(words, i + 1) === 'G') break
    if (
      tag === 'Q' ||
      /^[.;:!?]$/.test(lower) ||
      ((tag === 'W' || lower === 'that') && (i > from || !/[VX]/.test(tagAt(words, i + 1)))) ||
      lower === 'because' ||
      lower === 'while'
    )
      break
    if (tag === 'T') {
      if (
        !adverbOfSaying(words, i) &&
        !DOCUMENT.test(lowerAt(words, i + 1)) &&
        !/^(?:since|until|till)$/.test(lowerAt(words, i - 1))
      )
        parts.dates.push(i)
      i++
      continue
    }
    if (tag === 'C') {
      if (parts.withs.length + parts.dates.length > 0 && lowerAt(words, i + 1) === 'with') {
        parts.again = i + 1
        break
      }
      if (
        /[VXM]/.test(tagAt(words, i + 1)) ||
        (tagAt(words, i + 1) === 'A' && /[VXM]/.test(tagAt(words, i + 2)))
      )
        break
      if (tagAt(words, i + 1) === 'D' && /[VXM]/.test(tagAt(words, i + 3))) break
    }
    if (
      (tag === 'V' || tag === 'G') &&
      (lower === 'headed' || lower === 'led' || lower === 'chaired') &&
      lowerAt(words, i + 1) === 'by'
    ) {
      const head = personIn(words, phraseFrom(words, i + 2, words.length, true), found)
      if (head) parts.head ??= head
      i = head ? head.to : i + 2
      continue
    }
    if (lower === 'accompanied' && lowerAt(words, i + 1) === 'by') {
      const others = phraseFrom(words, i + 2, words.length, true)
      if (others) parts.companions ??= others
      i = others ? others.to : i + 2
      continue
    }
    if ((lower === 'discuss' || lower === 'discussing' || lower === 'address') && i > from) {
      pushTopics(words, i + 1, parts)
      i++
      continue
    }
    if (tag === 'P') {
      const next = i + 1
      if (lower === 'with' && parts.withs.length === 0) {
        const phrase = phraseFrom(words, next, words.length, true)
        if (phrase && isPeople(found, words, phrase, true)) {
          parts.withs.push(withoutPlace(found, words, phrase))
          i = parts.withs.at(-1)!.to
          continue
        }
      } else if (lower === 'via' || lower === 'through' || lower === 'across') {
        const way = phraseFrom(words, next, words.length, false)
        if (
          way &&
          (lower === 'via' ||
            words
              .slice(way.from, way.to)
              .some(
                (w) =>
                  CROSSING.test(w.lower.split(' ').at(-1)!) ||
                  (w.tag === 'N' && kindOf(found, w) === 'place'),
              ))
        ) {
          parts.via ??= way
          i = way.to
          continue
        }
      } else if (lower === 'at' && invitation(words, next)) {
        const host = hostOf(words, next)
        if (host) parts.host ??= host
        i = next
        continue
      } else if ((lower === 'in' || lower === 'at' || lower === 'to' || lower === 'near') && !parts.place) {
        const place = placeAt(found, words, next, false)
        if (place) {
          parts.place = place
          i = place.to
          continue
        }
      } else if (
        (lower === 'on' ||
          lower === 'about' ||
          lower === 'over' ||
          lower === 'regarding' ||
          lower === 'concerning') &&
        tagAt(words, next) !== 'T'
      ) {
        pushTopics(words, next, parts)
      }
    }
    const other = (tag === 'V' && verbTrigger(words, i)) || undefined
    if (other && i > from && (lowerAt(words, i - 1) !== 'to' || parts.dates.length > 0)) break
    i++
  }
  return parts
}

const SAID =
  /^(?:said|says|told|announced|added|confirmed|reported|declared|stated|wrote|tweeted|noted|explained)$/

/** "said on Monday": the day belongs to the saying. */
function adverbOfSaying(words: readonly Word[], at: number): boolean {
  let i = at - 1
  if (tagAt(words, i) === 'P') i--
  for (let back = 0; back < 6 && i >= 0; back++, i--) {
    const { tag } = words[i]!
    if (tag === 'V') return SAID.test(lowerAt(words, i))
    if (!/[AnDPNR]/.test(tag)) return false
  }
  return false
}

/** Dates before the trigger, nearest last, that are its own. */
export function datesBefore(words: readonly Word[], at: number): number[] {
  const dates: number[] = []
  for (let i = at - 1; i >= 0; i--) {
    const { tag, lower } = words[i]!
    if (lower === ';' || tag === 'Q') break
    // "arrived on Monday and met": a day told after another verb is that verb's.
    if (tag === 'T' && belongsBefore(words, i, at)) continue
    if (
      tag === 'T' &&
      !adverbOfSaying(words, i) &&
      !DOCUMENT.test(lowerAt(words, i + 1)) &&
      !/^(?:since|until|till)$/.test(lowerAt(words, i - 1))
    )
      dates.unshift(i)
  }
  return dates
}

function belongsBefore(words: readonly Word[], date: number, at: number): boolean {
  const verb = words.findIndex(
    (w, k) => k < date && w.tag === 'V' && !/^(?:headed|led|chaired)$/.test(w.lower),
  )
  // "visited in 2019, when she met": the day holds for both.
  if (words.slice(date, at).some((w) => w.lower === 'when' || w.lower === 'which')) return false
  return verb >= 0 && words.slice(date, at).some((w) => w.tag === 'C' || w.lower === ',')
}

const invitation = (words: readonly Word[], from: number): boolean => {
  for (let i = from; i < from + 5; i++)
    if (/^(?:invitation|request|behest)$/.test(lowerAt(words, i))) return true
  return false
}

function hostOf(words: readonly Word[], from: number): Phrase | undefined {
  let noun = from
  while (!/^(?:invitation|request|behest)$/.test(lowerAt(words, noun))) noun++
  if (/^(?:of|from)$/.test(lowerAt(words, noun + 1))) return phraseFrom(words, noun + 2, words.length, true)
  let start = from
  while (start < noun && tagAt(words, start) === 'D') start++
  return start < noun ? { from: start, to: noun } : undefined
}

/** Cuts "Minister X in Oslo" before its place. */
export function withoutPlace(found: Found, words: readonly Word[], phrase: Phrase): Phrase {
  for (let i = phrase.from + 1; i < phrase.to; i++) {
    if (tagAt(words, i) === 'P' && /^(?:in|at|near|on|to|for|about|over|from)$/.test(lowerAt(words, i))) {
      if (placeAt(found, words, i + 1, true) || /^(?:on|about|over|for)$/.test(lowerAt(words, i)))
        return { from: phrase.from, to: i }
    }
  }
  return phrase
}

/** The person a phrase is about, as printed: the last name in it that is a person's, else the phrase. */
export function personIn(
  words: readonly Word[],
  phrase: Phrase | undefined,
  found: Found,
): Phrase | undefined {
  if (!phrase) return undefined
  for (let i = phrase.from; i < phrase.to; i++) {
    if (tagAt(words, i) === 'N' && lowerAt(words, i + 1) !== "'s" && kindOf(found, words[i]!) === 'person')
      return { from: i, to: i + 1 }
  }
  // "the former head of the office, Khadija Noor": the name stands after the comma.
  if (
    lowerAt(words, phrase.to) === ',' &&
    tagAt(words, phrase.to + 1) === 'N' &&
    kindOf(found, words[phrase.to + 1]!) === 'person'
  ) {
    return { from: phrase.to + 1, to: phrase.to + 2 }
  }
  return phrase
}

function pushTopics(words: readonly Word[], from: number, parts: Parts): void {
  let start = from
  let i = from
  const push = (to: number): void => {
    let end = to
    while (end > start && /[PCD.]/.test(tagAt(words, end - 1))) end--
    while (start < end && /[C.A]/.test(tagAt(words, start))) start++
    if (end > start && words.slice(start, end).some((w) => isNominal(w)))
      parts.topics.push({ from: start, to: end })
  }
  for (; i < words.length; i++) {
    const { tag, lower } = words[i]!
    if (
      /^[.;:]$/.test(lower) ||
      tag === 'V' ||
      tag === 'X' ||
      tag === 'M' ||
      tag === 'W' ||
      tag === 'Q' ||
      tag === 'T'
    )
      break
    if (lower === ',' || (tag === 'C' && tagAt(words, i + 1) === 'D')) {
      push(i)
      start = i + 1
    }
  }
  push(i)
}

export const wordSpan = (words: readonly Word[], phrase: Phrase): Span => ({
  start: words[phrase.from]!.start,
  end: words[phrase.to - 1]!.end,
})
