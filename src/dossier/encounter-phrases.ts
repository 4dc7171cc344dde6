/** Whom and what place a phrase beside an encounter stands for. */

import type { Span } from '../model/span.ts'
import { isNominal, lowerAt, tagAt, type Word } from './clause.ts'
import { countryOfDemonym } from './demonyms.ts'
import { isPersonNoun, PLACES } from './encounter-words.ts'
import type { Found } from './found.ts'
import type { Phrase } from './phrases.ts'

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
    if (tag === 'D' && phrase.to === phrase.from + 1) return lower !== 'its' || metonym
    if (tag === 'N') {
      const kind = kindOf(found, words[i]!)
      if (kind === 'person' || kind === 'organisation') return true
      if (kind === 'place' && metonym && (i + 1 >= phrase.to || !isNominal(words[i + 1]))) return true
      head = i
    } else if (tag === 'n') {
      if (isPersonNoun(lower) || countryOfDemonym(lower)) return true
      if (MESSAGE.test(lower)) return false
      head = i
    } else if (tag === 'P' && head >= 0 && lower !== 'of') return false
  }
  // "her predecessor, Olav Berg,"
  const name = lowerAt(words, phrase.to) === ',' ? words[phrase.to + 1] : undefined
  return name?.tag === 'N' && kindOf(found, name) === 'person'
}

/** "received the memo of the inspector": whoever wrote it was not there. */
const MESSAGE =
  /^(?:memo|memorandum|letter|message|report|note|invitation|request|copy|news|word|support|backing|blessing|assurance|advice|gift|cheque|check|bill|complaint|draft|document|proposal|reply|answer|apology|warning|order|orders|approval|statement|petition|application|condolences|thanks|greetings|congratulations|medal|award|prize|share|payment|money|resignation|credentials)s?$/

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
      kindOf(found, words[i + 2]!) !== 'person'
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

/** Cuts "Minister X in Oslo" before its place. */
export function withoutPlace(found: Found, words: readonly Word[], phrase: Phrase): Phrase {
  for (let i = phrase.from + 1; i < phrase.to; i++) {
    if (/^(?:by|via)$/.test(lowerAt(words, i)) && /^(?:phone|telephone|video)$/.test(lowerAt(words, i + 1)))
      return { from: phrase.from, to: i }
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
  // "the former head of the office abroad, Khadija Noor": the name stands after the comma.
  let comma = phrase.to
  while (tagAt(words, comma) === 'A') comma++
  let name = comma + 1
  while (name < comma + 4 && tagAt(words, name) === 'n' && /\p{Lu}/u.test(found.text[words[name]!.start]!))
    name++
  if (lowerAt(words, comma) === ',' && tagAt(words, name) === 'N' && kindOf(found, words[name]!) === 'person')
    return { from: name, to: name + 1 }
  return phrase
}

export const wordSpan = (words: readonly Word[], phrase: Phrase): Span => ({
  start: words[phrase.from]!.start,
  end: words[phrase.to - 1]!.end,
})
