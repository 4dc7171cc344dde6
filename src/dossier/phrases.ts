/** Noun phrases and subjects found among tagged words, without a parse of the whole sentence. */

import { isNominal, lowerAt, tagAt, type Word } from './clause.ts'

/** Word indices, end exclusive. */
export type Phrase = { readonly from: number; readonly to: number }

/** Whether word `i` is a comma, dash or bracket that only interrupts. */
const isComma = (words: readonly Word[], i: number): boolean => lowerAt(words, i) === ','

const ENDS = /^[;:—–()[\]…!?]|^\.$|^\.\.\.$|^--?$/

/**
 * The subject of the verb at `verb`: the noun phrase before it, through adverbs, auxiliaries, appositions between
 * commas, "who", and back to the first subject where the verb is joined by "and". Undefined where there is none.
 */
export function subjectOf(words: readonly Word[], verb: number, floor = 0): Phrase | undefined {
  let j = verb - 1
  if (lowerAt(words, j) === 'to' && tagAt(words, j - 1) !== 'V') {
    // A purpose, or what was hoped for: "came to Oslo to discuss", "an offer to meet".
    return mainSubject(words, floor, j)
  }
  while (
    j >= floor &&
    (/[AXMT]/.test(tagAt(words, j)) ||
      /^(?:to|both|all|each)$/.test(lowerAt(words, j)) ||
      isDatePreposition(words, j))
  )
    j--
  if (j < floor) return undefined
  const tag = tagAt(words, j)
  if (tag === 'C') return mainSubject(words, floor, j)
  if (tag === 'W' || (lowerAt(words, j) === 'that' && isNominal(words[j - 1]))) {
    return { from: j, to: j + 1 }
  }
  if (/^[-—–]$/.test(lowerAt(words, j))) {
    // "X -- the owner of the mine -- said"
    let k = j - 1
    while (/^[-—–]$/.test(lowerAt(words, k))) k--
    while (k > floor && !/^[-—–]$/.test(lowerAt(words, k))) k--
    while (k > floor && /^[-—–]$/.test(lowerAt(words, k))) k--
    return k > floor || isNominal(words[k]) ? phraseEndingAt(words, k, floor) : undefined
  }
  if (isComma(words, j)) return beforeApposition(words, j, floor) ?? mainSubject(words, floor, j)
  if (lowerAt(words, j) === ')') {
    let k = j
    while (k > floor && lowerAt(words, k) !== '(') k--
    return k > floor ? phraseEndingAt(words, k - 1, floor) : undefined
  }
  if (tag === 'R') return { from: j, to: j + 1 }
  if (tag === 'V' || tag === 'G') return mainSubject(words, floor, j)
  return phraseEndingAt(words, j, floor)
}

const isDatePreposition = (words: readonly Word[], i: number): boolean =>
  tagAt(words, i) === 'P' && tagAt(words, i + 1) === 'T'

/** "X, the minister, who came late, said": from the comma before the verb back to X. */
function beforeApposition(words: readonly Word[], comma: number, floor: number): Phrase | undefined {
  let end = comma
  for (let hops = 0; hops < 3; hops++) {
    let k = end - 1
    while (k > floor && !isComma(words, k) && !ENDS.test(lowerAt(words, k)) && tagAt(words, k) !== 'Q') k--
    if (!isComma(words, k)) break
    const opens = tagAt(words, k + 1)
    if (k <= floor) return undefined
    const before = phraseEndingAt(words, k - 1, floor)
    if (!before) return undefined
    // A listing or a second clause is no apposition: what stands before must be able to be the subject.
    if (/[DWPnNV#GSA]/.test(opens) && startsClause(words, before, floor)) return before
    if (!isNominal(words[before.to - 1])) return undefined
    end = k
  }
  const segment = phraseEndingAt(words, comma - 1, floor)
  return segment
}

function startsClause(words: readonly Word[], phrase: Phrase, floor: number): boolean {
  if (phrase.from <= floor) return true
  const before = words[phrase.from - 1]!
  return (
    before.tag === '.' ||
    before.tag === 'C' ||
    before.tag === 'S' ||
    before.tag === 'Q' ||
    before.tag === 'A' ||
    before.tag === 'T'
  )
}

/** The noun phrase whose last word is `last`, with what hangs on it to the left. */
export function phraseEndingAt(words: readonly Word[], last: number, floor = 0): Phrase | undefined {
  if (lowerAt(words, last) === ')') {
    // "Ana Ruiz (Green), the mayor,": the brackets are looked over.
    let open = last
    while (open > floor && lowerAt(words, open) !== '(') open--
    return open > floor ? phraseEndingAt(words, open - 1, floor) : undefined
  }
  let i = last
  if (tagAt(words, i) === 'R') return { from: i, to: i + 1 }
  while (i >= floor) {
    const { tag, lower } = words[i]!
    if (tag === 'D' && lower !== "'s" && isNominal(words[i - 1]) && i > floor) {
      i--
      break
    }
    if (tag === 'n' || tag === 'N' || tag === '#' || tag === 'D') i--
    else if (tag === 'T' && tagAt(words, i + 1) === 'D') i--
    else if (
      tag === 'C' &&
      lower !== 'but' &&
      i > floor &&
      (isNominal(words[i - 1]) || tagAt(words, i - 1) === 'D') &&
      i < last
    )
      i--
    else if (tag === 'P' && i < last && attaches(words, i, floor)) i--
    else if (
      (tag === 'V' ||
        tag === 'X' ||
        tag === 'G' ||
        tag === 'R' ||
        tag === 'M' ||
        tag === 'A' ||
        tag === 'T') &&
      i < last
    ) {
      const relative = relativeBefore(words, i, floor)
      if (relative === undefined) {
        if (tag === 'V' && lower.endsWith('ed') && tagAt(words, i - 1) === 'D') i--
        else if (tag === 'A' && tagAt(words, i - 1) === 'D') i--
        else break
      } else i = relative - 1
    } else if (
      tag === 'Q' &&
      i < last &&
      words[i]!.end - words[i]!.start < 40 &&
      (tagAt(words, i - 1) === 'D' || isNominal(words[i - 1]))
    )
      i--
    else break
  }
  let from = i + 1
  from = trimLeft(words, from, last)
  if (from > last || !hasNominal(words, from, last + 1)) return undefined
  return { from, to: last + 1 }
}

/** A preposition inside the phrase: a noun stands before it and it opens no adverbial at the clause's start. */
function attaches(words: readonly Word[], i: number, floor: number): boolean {
  return i > floor && (isNominal(words[i - 1]) || tagAt(words, i - 1) === 'V') && words[i]!.lower !== 'as'
}

/** Where the relative clause around word `i` begins, if there is one close by with its noun before it. */
function relativeBefore(words: readonly Word[], i: number, floor: number): number | undefined {
  for (let k = i; k > floor && k > i - 14; k--) {
    const { tag, lower } = words[k]!
    if (lower === ',' || ENDS.test(lower) || tag === 'Q') return undefined
    if ((tag === 'W' || lower === 'that') && isNominal(words[k - 1])) return k
    // "a group calling itself", "people affected by": reduced relatives.
    if (tag === 'G' && isNominal(words[k - 1])) return k
    if (tag === 'V' && lower.endsWith('ed') && isNominal(words[k - 1]) && tagAt(words, k + 1) === 'P')
      return k
  }
  return undefined
}

/** Drops what opens a clause rather than its subject: "But", "In Geneva the envoy", "Meanwhile". */
function trimLeft(words: readonly Word[], from: number, last: number): number {
  let start = from
  while (start <= last && /[CSAT.]/.test(tagAt(words, start))) start++
  if (tagAt(words, start) === 'P') {
    // A preposition opens the clause: the subject begins at the next determiner or name after its own noun.
    let seen = false
    for (let i = start + 1; i <= last; i++) {
      if (isNominal(words[i]) || tagAt(words, i) === 'T') {
        if (seen && tagAt(words, i) === 'N' && isNominal(words[i - 1])) return i
        seen = true
      } else if (tagAt(words, i) === 'D' && seen && lowerAt(words, i) !== "'s" && tagAt(words, i - 1) !== 'P')
        return i
    }
    return start + 1
  }
  return start
}

function hasNominal(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isNominal(words[i]) || tagAt(words, i) === 'R') return true
  return false
}

/** The subject of the first verb between `floor` and `ceiling`, past what opens the sentence. */
export function mainSubject(words: readonly Word[], floor: number, ceiling: number): Phrase | undefined {
  let i = floor
  for (let guard = 0; guard < 4; guard++) {
    while (
      i < ceiling &&
      (/[CAT.]/.test(tagAt(words, i)) || (tagAt(words, i) === 'Q' && isComma(words, i + 1)))
    )
      i++
    if (!/[PSGW]/.test(tagAt(words, i))) break
    let comma = i
    while (comma < ceiling && !isComma(words, comma)) comma++
    if (comma >= ceiling) break
    i = comma + 1
  }
  if (i >= ceiling) return undefined
  if (tagAt(words, i) === 'R') return { from: i, to: i + 1 }
  const from = i
  while (
    i < ceiling &&
    (/[nND#]/.test(tagAt(words, i)) ||
      (i > from && /[PC]/.test(tagAt(words, i)) && i + 1 < ceiling) ||
      (tagAt(words, i) === 'Q' && isShort(words[i]!)))
  )
    i++
  while (i > from && /[PCD]/.test(tagAt(words, i - 1)) && lowerAt(words, i - 1) !== "'s") i--
  return i > from && hasNominal(words, from, i) ? { from, to: i } : undefined
}

const isShort = (word: Word): boolean => word.end - word.start < 40

/** The noun phrase that begins at `from`; with `wide`, what hangs on it by any preposition too. */
export function phraseFrom(
  words: readonly Word[],
  from: number,
  ceiling: number,
  wide: boolean,
): Phrase | undefined {
  let i = from
  if (tagAt(words, i) === 'R') return { from, to: from + 1 }
  while (i < ceiling) {
    const { tag, lower } = words[i]!
    if (tag === 'D' && lower !== "'s" && i > from && isNominal(words[i - 1])) break
    if (/[nND#]/.test(tag) || (tag === 'Q' && isShort(words[i]!))) i++
    else if (tag === 'A' && (i === from || tagAt(words, i - 1) === 'D')) i++
    else if ((tag === 'G' || (tag === 'V' && lower.endsWith('ed'))) && tagAt(words, i - 1) === 'D') i++
    else if (
      tag === 'P' &&
      i > from &&
      (lower === 'of' || wide) &&
      i + 1 < ceiling &&
      tagAt(words, i + 1) !== 'T' &&
      /[nND#RQ]/.test(tagAt(words, i + 1))
    )
      i++
    else if (tag === 'C' && i > from && lower !== 'but' && /[nND#]/.test(tagAt(words, i + 1))) i++
    else if (lower === '(' && i > from) {
      // "President (and party leader) Ana Ruiz"
      let close = i + 1
      while (close < ceiling && close < i + 9 && lowerAt(words, close) !== ')') close++
      if (lowerAt(words, close) !== ')' || !isNominal(words[close + 1])) break
      i = close + 1
    } else break
  }
  // "via the crossing late on Tuesday"
  if (/^(?:late|early)$/.test(lowerAt(words, i - 1)) && /[PT]/.test(tagAt(words, i))) i--
  while (i > from && /[PCD]/.test(tagAt(words, i - 1)) && lowerAt(words, i - 1) !== "'s") i--
  return i > from && hasNominal(words, from, i) ? { from, to: i } : undefined
}
