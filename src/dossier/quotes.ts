/** Finds quotations in a text, whatever marks it uses, whichever way round they stand, and closes those left open. */

import type { Block } from '../model/article.ts'
import type { Span } from '../model/span.ts'

export type Quote = Span & {
  /** The words between the marks. */
  readonly inner: Span
  /** The quotation goes on in the next paragraph's one: this one was never closed. */
  readonly open: boolean
}

const DOUBLE = /["“”„‟«»＂]|``|''/g
const LETTER = /[\p{L}\p{N}]/u

type Sign = { at: number; length: number; text: string; leans: 'open' | 'close' | 'either' }

/** Quotations of every block, in order. Nested single quotes stay inside their outer one. */
export function findQuotes(text: string, blocks: readonly Block[]): Quote[] {
  return blocks.flatMap((block) => inBlock(text, block))
}

function inBlock(text: string, block: Span): Quote[] {
  const signs = doubleSigns(text, block)
  const found = pair(text, block, signs)
  return found.length > 0 || signs.length > 0 ? found : pair(text, block, singleSigns(text, block))
}

function doubleSigns(text: string, block: Span): Sign[] {
  const signs: Sign[] = []
  // Only the block's own text: a search through the whole one would go on to its end for each block without a sign.
  for (const match of text.slice(block.start, block.end).matchAll(DOUBLE)) {
    const at = block.start + match.index
    // An inch or minute mark: 5'11", 12".
    if (match[0] === '"' && /\d/.test(text[at - 1] ?? '') && !/\d"[\s.,]/.test(text.slice(at - 1, at + 2)))
      continue
    signs.push({ at, length: match[0].length, text: match[0], leans: leaning(text, at, match[0], block) })
  }
  return signs
}

/** British style: ‘...’ alone. An apostrophe is never a sign: letters stand on both its sides, or it has no partner. */
function singleSigns(text: string, block: Span): Sign[] {
  const signs: Sign[] = []
  let opened = false
  for (let at = block.start; at < block.end; at++) {
    const sign = text[at]
    if (
      sign === '‘' ||
      (sign === "'" && !LETTER.test(text[at - 1] ?? ' ') && LETTER.test(text[at + 1] ?? ''))
    ) {
      if (!opened && (at === block.start || /[\s(\u2014-]/.test(text[at - 1]!))) {
        signs.push({ at, length: 1, text: sign, leans: 'open' })
        opened = true
      }
    } else if ((sign === '’' || sign === "'") && opened && !LETTER.test(text[at + 1] ?? ' ')) {
      // After a plural's s the apostrophe more often marks the owner, unless punctuation says the quotation ends.
      const before = text[at - 1] ?? ''
      if (/[.,!?…]/.test(before) || /[\s.,;:)]/.test(text[at + 1] ?? ' ')) {
        if (
          before === 's' &&
          /^ \p{Ll}/u.test(text.slice(at + 1, at + 3)) &&
          text.indexOf('’', at + 1) > 0 &&
          text.indexOf('’', at + 1) < block.end
        )
          continue
        signs.push({ at, length: 1, text: sign, leans: 'close' })
        opened = false
      }
    }
  }
  return signs
}

/** White space and punctuation tell an opening from a closing mark better than its shape does. */
function leaning(text: string, at: number, sign: string, block: Span): Sign['leans'] {
  const before = at === block.start ? ' ' : text[at - 1]!
  const after = at + sign.length >= block.end ? ' ' : text[at + sign.length]!
  const spaceBefore = /[\s([{\u2014\u2013-]/.test(before)
  const spaceAfter = /[\s)\]}.,;:!?\u2014\u2013-]/.test(after)
  if (spaceBefore && !spaceAfter) return 'open'
  if (spaceAfter && !spaceBefore) return 'close'
  if (sign === '“' || sign === '``' || sign === '„') return 'open'
  // Glued: a mark after a full stop and before a letter opens or closes as its shape says; the pairing decides.
  if (sign === '”' || sign === "''") return 'either'
  return 'either'
}

function pair(text: string, block: Span, signs: readonly Sign[]): Quote[] {
  const found: Quote[] = []
  let opening: Sign | undefined
  const close = (from: Sign, end: number, inner: number, open: boolean): void => {
    const start = from.at + from.length
    if (LETTER.test(text.slice(start, inner)))
      found.push({ start: from.at, end, inner: trimmed(text, start, inner), open })
  }
  for (const sign of signs) {
    if (!opening) {
      if (sign.leans !== 'close') opening = sign
      else if (
        /[.!?…]$/.test(text.slice(0, sign.at).trimEnd()) &&
        found.length === 0 &&
        sign.at > block.start &&
        fromStart(text, block, sign.at)
      ) {
        // The opening mark was lost at the start of the paragraph.
        close({ ...sign, at: block.start, length: 0 }, sign.at + sign.length, sign.at, false)
      }
      continue
    }
    if (sign.leans === 'open') {
      // Two openings in a row: the first was never closed. End it at the last sentence before this one.
      const end = lastEnd(text, opening.at, sign.at)
      if (end > opening.at + opening.length) close(opening, end, end, false)
      opening = sign
      continue
    }
    close(opening, sign.at + sign.length, sign.at, false)
    opening = undefined
  }
  if (opening) {
    const rest = text.slice(opening.at + opening.length, block.end)
    // Only a paragraph that opens with its quotation, or a whole last sentence of one, may run on unclosed.
    if (rest.length > 10) close(opening, block.end, block.end, true)
  }
  return found
}

/** A lost opening is believed only where nothing before the closing mark speaks of someone else saying it. */
const fromStart = (text: string, block: Span, at: number): boolean =>
  at - block.start < 400 && !/\b(?:said|says|told|according)\b/.test(text.slice(block.start, at))

function lastEnd(text: string, from: number, to: number): number {
  const between = text.slice(from, to)
  const end = Math.max(between.lastIndexOf('. '), between.lastIndexOf('? '), between.lastIndexOf('! '))
  return end < 0 ? to : from + end + 1
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}
