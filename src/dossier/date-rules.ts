/** Reads date expressions out of a sentence as data; what day they mean is decided in date-resolve.ts. */

import type { DateExpression } from './date-expression.ts'
import { DAYS } from './date-rules-days.ts'
import { OFFSETS } from './date-rules-offsets.ts'
import { SEASONS_AND_QUARTERS } from './date-rules-seasons.ts'
import { VAGUE_AND_LASTING } from './date-rules-vague.ts'
import { WEEKDAYS } from './date-rules-weekdays.ts'
import { YEARS_AND_CLOCKS } from './date-rules-years.ts'

const MONTHS =
  'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC'
const SEASONS = '[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter'
const PARTS = '[Nn]ight|[Mm]orning|[Ee]vening|[Aa]fternoon|noon|midday|dawn|dusk'
const UNITS = '[Ss]econd|[Mm]inute|[Hh]our|[Dd]ay|DAY|[Ww]eek|[Mm]onth|[Yy]ear|[Qq]uarter|[Dd]ecade|[Cc]entur'

/** Earlier rules win where two read the same words; longer readings win over shorter ones. What a text lacks is not tried. */
const RULES = [
  { needs: /\d/, rules: DAYS },
  {
    needs: new RegExp(`[Cc]entury|[Yy]ear|[Qq]uarter|half|Half|period|${MONTHS}|${SEASONS}`),
    rules: SEASONS_AND_QUARTERS,
  },
  {
    needs: new RegExp(
      `[Dd]ay|DAY|Mon|Tue|Wed|Thu|Fri|Sat|Sun|[Tt]omorrow|[Tt]onight|TOMORROW|[Oo]vernight|${PARTS}`,
    ),
    rules: WEEKDAYS,
  },
  { needs: new RegExp(UNITS), rules: OFFSETS },
  {
    needs: new RegExp(
      `\\d|[Ww]eekend|[a-z]ties\\b|midnight|Christmas|New Year|Thanksgiving|Easter|Friday|Halloween|Day|Eve|${PARTS}`,
    ),
    rules: YEARS_AND_CLOCKS,
  },
  {
    needs: new RegExp(
      `[Nn]ow|[Pp]resent|[Cc]urrent|moment|[Tt]hese days|[Tt]his (?:time|point|stage|juncture)|[Rr]ecent|[Ll]ately|[Pp]ast|[Aa]go|[Ff]ormerly|[Ff]uture|[Ss]oon|[Ee]very|[Ee]ach|days|[Dd]aily|[Aa]nnual|${UNITS}`,
    ),
    rules: VAGUE_AND_LASTING,
  },
]

export type Found = { readonly start: number; readonly end: number; readonly expression: DateExpression }

/** Date expressions of `text` between two offsets, in order, none overlapping another. */
export function findExpressions(text: string, start: number, end: number): Found[] {
  const sentence = text.slice(start, end)
  const tried = RULES.flatMap(({ needs, rules }) => (needs.test(sentence) ? rules : []))
  if (tried.length === 0) return []
  const starts = wordStarts(sentence)
  const all: (Found & { readonly order: number })[] = []
  for (let order = 0; order < tried.length; order++) {
    const { pattern, read } = tried[order]!
    let over = 0
    for (const at of starts) {
      if (at < over) continue
      pattern.lastIndex = at
      const match = pattern.exec(sentence)
      if (!match || match[0].length === 0) continue
      over = at + match[0].length
      const expression = read(match.groups ?? {}, match[0])
      if (expression) all.push({ start: start + at, end: start + over, expression, order })
    }
  }
  all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.order - b.order)
  const taken: Found[] = []
  for (const found of all) {
    if (taken.every((other) => found.end <= other.start || other.end <= found.start)) taken.push(found)
  }
  return taken.sort((a, b) => a.start - b.start)
}

/** Where a word or a mark begins that no letter or digit stands right before. */
function wordStarts(sentence: string): number[] {
  const starts: number[] = []
  WORD_START.lastIndex = 0
  for (let match = WORD_START.exec(sentence); match; match = WORD_START.exec(sentence))
    starts.push(match.index)
  return starts
}

const WORD_START = /(?<![\p{L}\p{N}]|\p{N}[.,])[\p{L}\p{N}'’]/gu
