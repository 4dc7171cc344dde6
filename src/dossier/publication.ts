/** When an article that carries no date must have appeared: a window, with the words it follows from. */

import type { Block, DateClaim, DateEvidence } from '../model/article.ts'
import type { Sentence } from '../model/span.ts'
import { type Found, findExpressions } from './date-rules.ts'
import { tenseAround } from './date-tense.ts'
import { boundsOf, dayValue, makeDay, parseDay } from './date-value.ts'

export type WindowHints = {
  readonly url?: string
  readonly fileName?: string
  /** ISO instant or day at which the page was seen: it appeared no later. */
  readonly seen?: string
}

type Bound = { readonly day: string; readonly evidence: DateEvidence }
type Limits = {
  readonly from: Bound[]
  readonly to: Bound[]
  readonly yearless: { month: number; day: number; evidence: DateEvidence }[]
}

/**
 * The window in which the article appeared, or undefined where the text does not bear on both its ends. Every window
 * lists the words it stands on. Footers, links to other pages and copyright lines are not the article's own and never
 * count. Without `seen` a window is given only where the text itself says what is still to come.
 */
export function deriveWindow(
  article: { readonly text: string; readonly blocks: readonly Block[] },
  sentences: readonly Sentence[],
  hints: WindowHints = {},
): DateClaim | undefined {
  const named = fromName(hints.url, 'url') ?? fromName(hints.fileName, 'file')
  if (named) return named
  const own = sentences.filter((sentence) => isOwn(article, sentence))
  const stated = statedDay(article, own)
  if (stated) return stated
  const limits = limitsOf(article.text, own)
  const lower = latest([...limits.from, ...withYear(limits)])
  const upper = earliest(limits.to)
  const seen = parseDay(hints.seen)
  if (!lower) return undefined
  const to = upper && (!seen || upper.day < dayValue(seen)) ? upper.day : seen && dayValue(seen)
  if (!to || to < lower.day) return undefined
  const evidence = [lower.evidence, ...(upper && upper.day === to ? [upper.evidence] : [])]
  return { earliest: lower.day, latest: to, from: 'text', evidence }
}

const FOREIGN =
  /©|\bcopyright\b|all rights reserved|\bcomments? (?:are|is) closed|\brelated (?:stories|articles)\b|^(?:prev|next|source|read more|see also|more on)\b/i

function isOwn(
  { text, blocks }: { readonly text: string; readonly blocks: readonly Block[] },
  sentence: Sentence,
): boolean {
  const kind = blocks[sentence.block]?.kind
  if (kind === 'credit' || kind === 'embed' || kind === 'list-item' || kind === 'table') return false
  return !FOREIGN.test(text.slice(sentence.start, sentence.end))
}

/** "Published 3 May 2021", or a dateline that names its whole day. */
function statedDay(
  { text, blocks }: { readonly text: string; readonly blocks: readonly Block[] },
  sentences: readonly Sentence[],
): DateClaim | undefined {
  for (const sentence of sentences.slice(0, 6)) {
    const words = text.slice(sentence.start, sentence.end)
    const labelled = /^(?:published|posted|updated|last updated|first published|date)\b/i.test(words)
    if (!labelled && blocks[sentence.block]?.kind !== 'dateline') continue
    for (const { start, end, expression } of findExpressions(text, sentence.start, sentence.end)) {
      const day = wholeDay(expression)
      if (day) {
        const grounds = labelled
          ? { why: 'the line says when it was published' }
          : { why: 'the dateline names the day' }
        return {
          earliest: day,
          latest: day,
          best: day,
          from: 'visible',
          evidence: [{ ...grounds, span: { start, end } }],
        }
      }
    }
  }
  return undefined
}

function wholeDay(expression: Found['expression']): string | undefined {
  if (expression.type === 'value' && /^\d{4}-\d\d-\d\d$/.test(expression.value)) return expression.value
  if (expression.type !== 'day' || expression.year === undefined) return undefined
  const day = makeDay(expression.year, expression.month, expression.day)
  return day && dayValue(day)
}

function limitsOf(text: string, sentences: readonly Sentence[]): Limits {
  const limits: Limits = { from: [], to: [], yearless: [] }
  for (const sentence of sentences) {
    anniversary(text, sentence, limits)
    for (const { start, end, expression } of findExpressions(text, sentence.start, sentence.end)) {
      const span = { start, end }
      const tense = tenseAround(text, sentence, span)
      if (expression.type === 'day' && expression.year === undefined) {
        if (tense !== 'future')
          limits.yearless.push({
            month: expression.month,
            day: expression.day,
            evidence: { why: 'this was past when it was written', span },
          })
        continue
      }
      const bounds = boundsOf(fixedValue(expression) ?? '')
      if (!bounds) continue
      const ahead =
        tense === 'future' ||
        /\b(?:by|until|till|for)(?: the)? $/i.test(text.slice(Math.max(sentence.start, start - 10), start))
      if (ahead)
        limits.to.push({
          day: bounds.latest,
          evidence: { why: 'this was still to come when it was written', span },
        })
      else if (
        tense === 'past' ||
        (tense === undefined && looksBack(text.slice(sentence.start, sentence.end)))
      )
        limits.from.push({
          day: bounds.earliest,
          evidence: { why: 'this had begun when it was written', span },
        })
    }
  }
  return limits
}

/** A sentence all in the past: its years are over even where no verb stands near them. */
const looksBack = (words: string): boolean =>
  /\b(?:was|were|had|did|met|said|won|held|went|came|\p{Ll}{3,}ed)\b/u.test(words) &&
  !/\b(?:will|would|shall|next|plans?|planned|expected|due|scheduled|by|until|to be)\b/.test(words)

function fixedValue(expression: Found['expression']): string | undefined {
  if (expression.type === 'value') return expression.value
  if (expression.type === 'day') return wholeDay(expression)
  if (expression.type === 'month' && expression.year !== undefined)
    return `${expression.year}-${String(expression.month).padStart(2, '0')}`
  return undefined
}

const YEARS_AGO =
  /\b(\d{1,3}) years ago,? in ((?:1[5-9]|20)\d\d)\b|\bin ((?:1[5-9]|20)\d\d),? (\d{1,3}) years ago\b|\b(\d{1,3})(?:st|nd|rd|th) anniversary of the ((?:1[5-9]|20)\d\d)\b/g

/** "30 years ago, in 1990": both ends at once, with a year's play for a count rounded up or down. */
function anniversary(text: string, sentence: Sentence, limits: Limits): void {
  for (const match of text.slice(sentence.start, sentence.end).matchAll(YEARS_AGO)) {
    const year = Number(match[2] ?? match[3] ?? match[6]) + Number(match[1] ?? match[4] ?? match[5])
    const span = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
    const evidence = { why: 'this puts it near {year}', values: { year: String(year) }, span }
    limits.from.push({ day: `${year - 1}-01-01`, evidence })
    limits.to.push({ day: `${year + 1}-12-31`, evidence })
  }
}

/** A past day without a year cannot be before that day of the latest year the text looks back on. */
function withYear({ from, yearless }: Limits): Bound[] {
  const known = latest(from)
  if (!known) return []
  const year = Number(known.day.slice(0, 4))
  return yearless.flatMap(({ month, day, evidence }) => {
    const on = makeDay(year, month, day)
    // The year itself may be named as a whole: then the day must lie in it or after it.
    return on && known.day.endsWith('-01-01') ? [{ day: dayValue(on), evidence }] : []
  })
}

const latest = (bounds: readonly Bound[]): Bound | undefined =>
  bounds.reduce<Bound | undefined>((best, bound) => (!best || bound.day > best.day ? bound : best), undefined)
const earliest = (bounds: readonly Bound[]): Bound | undefined =>
  bounds.reduce<Bound | undefined>((best, bound) => (!best || bound.day < best.day ? bound : best), undefined)

const IN_NAME = /(?<!\d)(20\d\d|19[89]\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)/

function fromName(name: string | undefined, from: 'url' | 'file'): DateClaim | undefined {
  const match = name && IN_NAME.exec(name)
  const day = match ? parseDay(`${match[1]}-${match[2]}-${match[3]}`) : undefined
  if (!match || !day) return undefined
  const value = dayValue(day)
  const values = { day: match[0] }
  const grounds =
    from === 'url' ? { why: 'the address holds {day}', values } : { why: 'the file name holds {day}', values }
  return { earliest: value, latest: value, best: value, from, evidence: [grounds] }
}
