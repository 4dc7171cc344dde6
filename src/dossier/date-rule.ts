/** How a rule for dates is written, and the pieces of pattern the rules share. */

import type { DateExpression, Pointing } from './date-expression.ts'
import { CLOCK, DAY_PART, type DayPart, dayPartOf, monthNumber, numberOf, unitOf } from './date-words.ts'

export type Groups = Record<string, string | undefined>
export type Rule = {
  readonly pattern: RegExp
  readonly read: (groups: Groups, whole: string) => DateExpression | undefined
}

// Text copied from a page or a wire may break its lines anywhere between two words. A rule is tried where a word begins.
export const rule = (source: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(
    `(?:${source.replaceAll('[- ]', '(?:-| )').replaceAll(' ', '(?:\\s+)')})(?![\\p{L}\\p{N}]|[.,]\\p{N})`,
    'uy',
  ),
  read,
})

export const THE = '(?:[Tt]he )?'
export const EARLY =
  '(?:(?:[Tt]he )?(?:[Ee]arly|[Ll]ate|[Mm]id|[Mm]iddle of|(?:very )?[Bb]eginning of|[Ss]tart of|[Ee]nd of|[Dd]awn of)(?:[- ](?:in |the )?)?)?'
export const BACK = '(?<back>ago|before|earlier|previously|prior|back)'
export const AHEAD = '(?<ahead>later|after(?:wards?)?|hence|from now|from today|on)'
export const DAYWORD = '[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|TODAY|YESTERDAY|TOMORROW'

export const clockTail = `(?:,? at (?:about |around |approximately )?(?<clock>${CLOCK})|,? (?:in the |during the |at |early |late )?(?<part>${DAY_PART}|night))?`
const year4 = (text: string | undefined): number | undefined => {
  if (!text) return undefined
  const digits = text.replace(/[^\d]/g, '')
  if (digits.length === 4) return Number(digits)
  return Number(digits) + (Number(digits) < 50 ? 2000 : 1900)
}
export const part = (text: string | undefined): { part?: DayPart } => (text ? { part: dayPartOf(text) } : {})
export const clockOf = (text: string | undefined): { clock?: string } => {
  const clock = text && clockValue(text)
  return clock ? { clock } : {}
}
export const withYear = (text: string | undefined): { year?: number } => {
  const year = year4(text)
  return year === undefined ? {} : { year }
}
export const pointingOf = (word: string | undefined): { pointing?: Pointing } => {
  if (!word) return {}
  const lower = word.toLowerCase()
  if (/last|past|previous|preceding|prior/.test(lower)) return { pointing: 'last' }
  if (/next|coming|upcoming|following/.test(lower)) return { pointing: 'next' }
  if (/this|current|same/.test(lower) && !/the same/.test(lower)) return { pointing: 'this' }
  return { pointing: 'that' }
}
export const POINT =
  '(?<point>[Ll]ast|[Pp]ast|[Pp]revious|[Tt]his past|[Tt]his coming|[Tt]his|[Nn]ext|[Cc]oming|[Uu]pcoming|[Tt]hat(?: same)?|[Tt]he same)'

export const dayRange = (g: Groups): DateExpression => {
  const year = withYear(g.year)
  const month = (g.month ?? g.monthb)!
  const from = {
    type: 'day' as const,
    month: monthNumber(month),
    day: Number.parseInt((g.day ?? g.dayb)!, 10),
    ...year,
  }
  const to = {
    type: 'day' as const,
    month: monthNumber(g.month2 ?? month),
    day: Number.parseInt(g.day2!, 10),
    ...year,
  }
  return { type: 'days', from, to }
}
export const oneDay = (g: Groups): DateExpression => ({
  type: 'day',
  month: monthNumber(g.month!),
  day: Number.parseInt(g.day!, 10),
  ...withYear(g.year),
  ...pointingOf(g.point),
  ...part(g.part),
  ...clockOf(g.clock ?? g.clock2),
})
export const counted = (
  g: Groups,
  from: 'article' | 'reference',
  sign: 1 | -1,
): DateExpression | undefined => {
  const count = numberOf(g.number ?? 'a')
  const unit = unitOf(g.unit!)
  if (unit === 'second' || unit === 'minute') return { type: 'vague', when: sign < 0 ? 'past' : 'future' }
  if (count === undefined) return { type: 'vague', when: sign < 0 ? 'past' : 'future' }
  return { type: 'offset', unit, count: sign * count, from, compares: sign < 0 && count === 1 }
}
export const MORE =
  '(?:(?:[Mm]ore than|[Ll]ess than|[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Oo]ver|[Aa]t least|[Jj]ust(?: over| under)?|[Ss]ome|[Rr]oughly|[Aa]pproximately|[Bb]arely|[Oo]nly|[Ee]xactly) )?'

/** `Thh:mm`, `Thh` or undefined when the clock says no time of day. */
export function clockValue(text: string): string | undefined {
  const lower = text.toLowerCase()
  if (lower === 'noon' || lower === 'midday') return 'T12:00'
  if (lower === 'midnight') return 'T24:00'
  const match = /^(\d{1,2})[:.]?(\d\d)?\s?(?:([ap])\.?m|o|$|gmt|utc|local|hours)/.exec(lower)
  if (!match) return undefined
  let hour = Number(match[1])
  if (match[3] === 'p' && hour < 12) hour += 12
  if (match[3] === 'a' && hour === 12) hour = 0
  const minute = Number(match[2] ?? '0')
  if (hour > 24 || minute > 59) return undefined
  return `T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
