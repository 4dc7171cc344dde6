/** Reads date expressions out of a sentence as data; what day they mean is decided in date-resolve.ts. */

import type { DateExpression } from './date-expression.ts'
import { DAYS } from './date-rules-days.ts'
import { OFFSETS } from './date-rules-offsets.ts'
import { SEASONS_AND_QUARTERS } from './date-rules-seasons.ts'
import { VAGUE_AND_LASTING } from './date-rules-vague.ts'
import { WEEKDAYS } from './date-rules-weekdays.ts'
import { YEARS_AND_CLOCKS } from './date-rules-years.ts'

/** Earlier rules win where two read the same words; longer readings win over shorter ones. */
const RULES = [
  ...DAYS,
  ...SEASONS_AND_QUARTERS,
  ...WEEKDAYS,
  ...OFFSETS,
  ...YEARS_AND_CLOCKS,
  ...VAGUE_AND_LASTING,
]

export type Found = { readonly start: number; readonly end: number; readonly expression: DateExpression }

const ANY =
  /\d|[Dd]ay|DAY|[Ww]eek|[Mm]onth|[Yy]ear|[Nn]ight|[Mm]orning|[Ee]vening|noon|[Dd]ecade|[Cc]entur|[Qq]uarter|[Hh]alf|[Nn]ow|[Ss]oon|[Ff]uture|[Pp]resent|[Rr]ecent|[Pp]ast|[Ll]ately|[Aa]go|[Hh]our|[Mm]inute|[Ss]econd|moment|Spring|spring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Christmas|Easter|Thanksgiving|Halloween|[Dd]aily|ly\b|[a-z]ties\b|[Yy]ears|[Tt]onight|[Oo]vernight|[Ff]ormer/

/** Date expressions of `text` between two offsets, in order, none overlapping another. */
export function findExpressions(text: string, start: number, end: number): Found[] {
  const sentence = text.slice(start, end)
  if (!ANY.test(sentence)) return []
  const all: (Found & { readonly order: number })[] = []
  for (const [order, { pattern, read }] of RULES.entries()) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
      const trimmed = match[0].replace(/^\s+/, '')
      if (trimmed.length === 0) {
        pattern.lastIndex++
        continue
      }
      const expression = read(match.groups ?? {}, trimmed)
      if (!expression) continue
      const from = start + match.index + match[0].length - trimmed.length
      all.push({ start: from, end: start + match.index + match[0].length, expression, order })
    }
  }
  all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.order - b.order)
  const taken: Found[] = []
  for (const found of all) {
    if (taken.every((other) => found.end <= other.start || other.end <= found.start)) taken.push(found)
  }
  return taken.sort((a, b) => a.start - b.start)
}
