/** One telling of an encounter in one sentence, and the phrases that surround its word. */

import type { EncounterKind } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { isNominal, lowerAt, tagAt, type Word } from './clause.ts'
import type { Parts } from './encounter-parts.ts'
import { kindOf, placeAt } from './encounter-phrases.ts'
import type { FoundWithStatements } from './found.ts'
import { mainSubject, type Phrase, phraseEndingAt, phraseFrom, subjectOf } from './phrases.ts'
import type { Standing } from './standing-words.ts'

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

export type Made = Omit<Telling, 'sentence' | 'words'>

export const GROUP = /^(?:delegations?|team|mission|envoys?|convoy)$/

/** The subject of a verb or -ing form. */
export function agentOf(words: readonly Word[], at: number): Phrase | undefined {
  if (tagAt(words, at) === 'G' && !/^(?:is|are|was|were|been|be|'s|'re|am)$/.test(lastAuxiliary(words, at))) {
    return isNominal(words[at - 1])
      ? phraseEndingAt(words, at - 1)
      : (mainSubject(words, 0, at) ?? subjectAfterComma(words, at))
  }
  const subject = subjectOf(words, at)
  // "the envoy, accompanied by aides, arrived": whoever comes along is not the one the verb is about.
  if (subject && /^(?:by|with|including)$/.test(lowerAt(words, subject.from - 1)))
    return mainSubject(words, 0, subject.from - 1) ?? subject
  if (
    subject &&
    /^(?:who|which|that)$/.test(lowerAt(words, subject.from)) &&
    subject.to === subject.from + 1
  ) {
    // "the envoy, who met": the one meant stands before.
    const last = lowerAt(words, subject.from - 1) === ',' ? subject.from - 2 : subject.from - 1
    return (last >= 0 ? phraseEndingAt(words, last) : undefined) ?? subject
  }
  return subject
}

/** "During a visit to Lima on Friday, Kari Lund said": who visits comes after the comma. */
export function subjectAfterComma(words: readonly Word[], at: number): Phrase | undefined {
  if (words.slice(0, at).some((w) => w.tag === 'V' || w.tag === 'X' || w.tag === 'R' || w.tag === 'N'))
    return undefined
  let comma = at + 1
  while (comma < words.length && lowerAt(words, comma) !== ',' && !/[VXQ]/.test(tagAt(words, comma))) comma++
  if (lowerAt(words, comma) !== ',') return undefined
  let verb = comma + 1
  while (verb < words.length && !/[VX]/.test(tagAt(words, verb))) verb++
  const subject = verb < words.length ? subjectOf(words, verb, comma + 1) : undefined
  return subject
}

export function lastAuxiliary(words: readonly Word[], at: number): string {
  let i = at - 1
  while (tagAt(words, i) === 'A') i--
  return tagAt(words, i) === 'X' ? lowerAt(words, i) : ''
}

export function byPhrase(words: readonly Word[], at: number): Phrase | undefined {
  for (let i = at + 1; i < Math.min(words.length, at + 10); i++) {
    if (lowerAt(words, i) === 'by' && tagAt(words, i + 1) !== 'T' && tagAt(words, i + 1) !== 'G')
      return phraseFrom(words, i + 1, words.length, true)
    if (/[VW.C]/.test(tagAt(words, i))) return undefined
  }
  return undefined
}

/** The subject of the verb that an encounter noun hangs on: "X paid a visit", "X was on a visit". */
export function governorOf(words: readonly Word[], at: number): Phrase | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 14); i--) {
    const { tag, lower } = words[i]!
    if (/^[.;:]$/.test(lower) || tag === 'Q') return undefined
    if (tag === 'V' || tag === 'G' || (tag === 'X' && !/^(?:did|do|does)$/.test(lower)))
      return agentOf(words, i)
  }
  return undefined
}

/** "the premier, Ana Ruiz, and her minister, Kari Lund, arrived": the one told of before "and". */
export function besideOf(
  found: FoundWithStatements,
  words: readonly Word[],
  subject: Phrase,
): Phrase | undefined {
  if (lowerAt(words, subject.from - 1) !== 'and' || lowerAt(words, subject.from - 2) !== ',') return undefined
  const before = phraseEndingAt(words, subject.from - 3)
  if (!before || words.slice(0, before.from).some((w) => /[VXMGWQ]/.test(w.tag))) return undefined
  for (let i = before.to - 1; i >= 0; i--)
    if (tagAt(words, i) === 'N' && kindOf(found, words[i]!) === 'person' && lowerAt(words, i + 1) !== "'s")
      return { from: i, to: i + 1 }
  return undefined
}

/** The place after "to visit", "to" or "in" in an invitation. */
export function invitedTo(
  found: FoundWithStatements,
  words: readonly Word[],
  from: number,
): Phrase | undefined {
  for (let i = from; i < Math.min(words.length, from + 14); i++) {
    if (/^(?:visit|to|in|tour)$/.test(lowerAt(words, i))) {
      const place = placeAt(found, words, i + 1, true)
      if (place) return place
    }
    if (tagAt(words, i) === '.') return undefined
  }
  return undefined
}

export function isDefinite(words: readonly Word[], at: number): boolean {
  let i = at - 1
  while (
    i >= 0 &&
    i > at - 8 &&
    /[nNTA#VGP]/.test(tagAt(words, i)) &&
    lowerAt(words, i) !== 'first' &&
    // "the planned meeting", but not "the ministers held talks".
    !(tagAt(words, i) === 'V' && !(/ed$/.test(lowerAt(words, i)) && /[DA#]/.test(tagAt(words, i - 1))))
  )
    i--
  if (lowerAt(words, i) === 'first') return false
  return /^(?:the|these|those|this|that|both)$/.test(lowerAt(words, i))
}
