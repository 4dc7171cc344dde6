/** What stands after an encounter’s trigger: where, with whom, when, by which way, led by whom, about what. */

import { isNominal, lowerAt, tagAt, type Word } from './clause.ts'
import { isDayOfDeed } from './encounter-days.ts'
import { isPeople, kindOf, personIn, placeAt, withoutPlace } from './encounter-phrases.ts'
import { CROSSING, verbTrigger } from './encounter-words.ts'
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
      if (isDayOfDeed(words, i)) parts.dates.push(i)
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
      /^(?:headed|led|chaired|captained|fronted|spearheaded|commanded)$/.test(lower) &&
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
      } else if (lower === 'by' && lowerAt(words, next) === 'way' && lowerAt(words, next + 1) === 'of') {
        const way = phraseFrom(words, next + 2, words.length, false)
        if (way) {
          parts.via ??= way
          i = way.to
          continue
        }
      } else if (/^(?:via|through|across|over)$/.test(lower)) {
        const way = phraseFrom(words, next, words.length, false)
        if (
          way &&
          (lower === 'via' ||
            words
              .slice(way.from, way.to)
              .some(
                (w) =>
                  CROSSING.test(w.lower.split(' ').at(-1)!) ||
                  (w.tag === 'N' &&
                    (lower === 'through'
                      ? kindOf(found, w) !== 'person'
                      : kindOf(found, w) === 'place' && lower !== 'over')),
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
