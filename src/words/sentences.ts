/** Cuts the blocks of a text into sentences: the unit that every record of the dossier is shown with. */

import type { Block } from '../model/article.ts'
import type { Sentence } from '../model/span.ts'
import { isNeverLast, isOftenLast, isStarter, MONTHS } from './abbreviations.ts'

// A scanner instead of Intl.Segmenter: on newspaper text the segmenter cuts after "Sept." and "Lt. Gen.", does
// not cut "aid.The", and knows nothing of quotes that open with a closing mark, so every one of its ends would
// have to be decided again.
const END = /[.!?…。！？؟۔।॥։]+|\n+/gu
const CLOSERS = /^["'’”»›)\]}＂」』]+/u
const OPENERS = /^["'‘“«‹„([{「『¿¡]+/u
const LETTER = /\p{L}/u
const UPPER = /\p{Lu}/u
const LOWER = /\p{Ll}/u
/** Letters of scripts without case can open a sentence after a space. */
const CASELESS = /\p{Lo}/u
const DIGIT = /\p{Nd}/u

/**
 * Sentences of `text` in reading order, trimmed of white space, as UTF-16 spans; each names the block it lies in
 * and never crosses it. Tables give a sentence per filled cell. Blocks without words give none.
 */
export function sentences(text: string, blocks: readonly Block[]): Sentence[] {
  const found: Sentence[] = []
  blocks.forEach((block, index) => {
    const parts = block.rows ? block.rows.flat() : [block]
    for (const part of parts) {
      let start = part.start
      for (const end of ends(text, part.start, part.end)) {
        pushTrimmed(found, text, start, end, index)
        start = end
      }
      pushTrimmed(found, text, start, part.end, index)
    }
  })
  return found
}

/** No sentence is so long; what goes on without an end is cut between words, as reading one costs more than its length. */
const LONGEST = 2000

function pushTrimmed(into: Sentence[], text: string, from: number, to: number, block: number): void {
  let start = from
  while (to - start > LONGEST) {
    const end = cutIn(text, start)
    pushTrimmed(into, text, start, end, block)
    start = end
  }
  let end = to
  while (start < end && /\s/u.test(text[start]!)) start++
  while (end > start && /\s/u.test(text[end - 1]!)) end--
  if (end > start) into.push({ start, end, block })
}

/** After the last word that ends within LONGEST, or there where no word does; never inside a character. */
function cutIn(text: string, start: number): number {
  const longest = start + LONGEST
  const space = /\s\S*$/u.exec(text.slice(start, longest))?.index ?? 0
  if (space > 0) return start + space
  return /[\ud800-\udbff]/.test(text[longest - 1]!) ? longest - 1 : longest
}

/** Where sentences end inside one block, in ascending order; the block's own end is left out. */
function ends(text: string, from: number, to: number): number[] {
  const found: number[] = []
  const quotes = new QuoteState(text, from)
  let last = from
  END.lastIndex = from
  for (let match = END.exec(text); match && match.index < to; match = END.exec(text)) {
    const mark = match[0]
    const after = match.index + mark.length
    if (mark[0] === '\n') {
      if (lineEnds(text, match.index, after, to)) {
        found.push(after)
        last = after
      }
      continue
    }
    quotes.readTo(match.index)
    const closed = closersAfter(text, after, to, quotes)
    if (closed >= to) break
    if (isEnd(text, last, match.index, mark, closed, to)) {
      found.push(closed)
      last = closed
    }
  }
  return found
}

/** A line break inside a block ends a sentence unless the next line goes on in lower case. */
function lineEnds(text: string, at: number, after: number, to: number): boolean {
  if (after >= to) return false
  const next = text.slice(after, after + 20).trimStart()[0]
  if (next === undefined) return false
  return !(LOWER.test(next) && !/[.!?:]["'”’)]*$/u.test(text.slice(Math.max(0, at - 4), at)))
}

/**
 * Which curly quotes are open. Pages set quotes the wrong way round (”We are ready,” she said), so a closing
 * mark with nothing open, glued to a letter, opens.
 */
class QuoteState {
  open = false
  private readonly text: string
  private at: number
  constructor(text: string, at: number) {
    this.text = text
    this.at = at
  }
  readTo(end: number): void {
    for (; this.at < end; this.at++) {
      const c = this.text[this.at]
      if (c === '“' || c === '«' || c === '„') this.open = true
      else if (c === '”' || c === '»') this.open = !this.open && LETTER.test(this.text[this.at + 1] ?? '')
      else if (c === '"') this.open = !this.open
    }
  }
}

/** The offset after the closing marks that belong to the sentence that ends at `after`. */
function closersAfter(text: string, after: number, to: number, quotes: QuoteState): number {
  const run = CLOSERS.exec(text.slice(after, Math.min(to, after + 6)))?.[0]
  if (!run) return after
  const end = after + run.length
  const next = text[end] ?? ''
  // Glued on the right, free on the left and nothing open: the mark opens what follows.
  if (!quotes.open && LETTER.test(next) && /["”»]$/u.test(run)) return end - 1
  return end
}

/** Whether the mark at `at` ends a sentence; `closed` is the offset after the marks that go with it. */
function isEnd(text: string, last: number, at: number, mark: string, closed: number, to: number): boolean {
  const rest = text.slice(closed, Math.min(to, closed + 48))
  const spaces = /^\s*/u.exec(rest)![0].length
  let next = rest.slice(spaces)
  next = next.slice(OPENERS.exec(next)?.[0].length ?? 0)
  if (/^[”]/u.test(next)) next = next.slice(1)
  const first = next[0] ?? ''
  if (first === '') return false
  // "in late July. (July)." is one sentence: a word in brackets that has its own full stop outside them.
  if (/^\s*\([\p{L} ]{1,20}\)\./u.test(rest)) return false
  const before = wordBefore(text, last, at)
  if (/[。！？؟۔।॥։]/u.test(mark)) return true
  if (spaces === 0 && closed === at + mark.length && rest[0] && !/["“”«‘([]/u.test(rest[0])) {
    return isGlued(before, mark, next)
  }
  if (LOWER.test(first)) return false
  if (!UPPER.test(first) && !DIGIT.test(first) && !CASELESS.test(first))
    return /[!?]/u.test(mark) || /^[-–—*•#@]/u.test(first)
  if (mark !== '.') return true
  if (spaces === 0 && !/["”»’')\]“«]/u.test(text[closed - 1] ?? '') && !/["“”«]/u.test(rest[0] ?? ''))
    return false
  return closed > at + 1 && !/^[)\]]/u.test(text.slice(at + 1))
    ? true
    : !isAbbreviation(text, last, at, before, next)
}

/** "...aid.The delegation": a full stop with no space, after a plain word and before a capitalised one. */
function isGlued(before: string, mark: string, next: string): boolean {
  if (!/^\p{Lu}(\p{Ll}|\s)/u.test(next) && !/^\p{Lu}{2,}\s/u.test(next))
    return CASELESS.test(next[0] ?? '') && CASELESS.test(before.at(-1) ?? '')
  if (/^\p{Lu}\p{L}*[.@/]\p{L}/u.test(next)) return false
  if (mark !== '.') return /^[\p{L}\p{N}’']+$/u.test(before)
  return (
    /^(\p{L}?\p{Ll}[\p{Ll}’'-]+|\p{Nd}+|\p{Lu}\p{Ll}{2,}|[\p{Lu}]{2,}s?)$/u.test(before) &&
    !/^www$/iu.test(before)
  )
}

function wordBefore(text: string, last: number, at: number): string {
  const from = Math.max(last, at - 40)
  return /[^\s"'“”‘«»()[\]—–]*$/u.exec(text.slice(from, at))![0]
}

/** Whether the full stop after `before` belongs to an abbreviation, an initial or a number. */
function isAbbreviation(text: string, last: number, at: number, before: string, next: string): boolean {
  const word = before.toLowerCase()
  const nextWord = /^[\p{L}’'-]+/u.exec(next)?.[0] ?? ''
  const digitNext = DIGIT.test(next[0] ?? '')
  if (isNeverLast(word)) return true
  if (/^(no|nos|nr|art|fig|pp?|vol|para|sec)$/u.test(word) && digitNext) return true
  if (MONTHS.abbreviated.has(word)) return digitNext || !isStarter(nextWord)
  // Ordinals: German "3. Oktober".
  if (/^\p{Nd}{1,2}$/u.test(before) && MONTHS.named.has(nextWord.toLowerCase())) return true
  // A numbered point that opens the block or line.
  if (/^[\p{Nd}]{1,2}$/u.test(before) && text.slice(last, at).trim() === before) return true
  if (/^\p{Lu}$/u.test(before)) {
    // Initials: "George W. Bush", "J. K. Rowling"; but "Vitamin C. The".
    return !isStarter(nextWord) || (/^(i|a)$/u.test(word) === false && /^\p{Lu}\.$/u.test(next.slice(0, 2)))
  }
  if (/^(\p{L}\.)+\p{L}$/u.test(before)) return !isStarter(nextWord)
  if (isOftenLast(word)) return !isStarter(nextWord)
  return false
}
