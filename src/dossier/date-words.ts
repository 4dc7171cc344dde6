/** The words dates are made of in English, and the fragments of patterns built from them. */

import type { Season } from './date-value.ts'

const MONTHS: Record<string, number> = {}
const monthForms: string[] = []
const longMonths =
  'January February March April May June July August September October November December'.split(' ')
const shortMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
for (const [index, long] of longMonths.entries()) {
  for (const form of [long, long.toUpperCase()]) {
    MONTHS[form.toLowerCase()] = index + 1
    monthForms.push(form)
  }
  MONTHS[shortMonths[index]!.toLowerCase()] = index + 1
}
MONTHS.sept = 9
export const MONTH = `(?:${monthForms.join('|')}|(?:Sept|${shortMonths.join('|')}|SEPT|${shortMonths
  .map((short) => short.toUpperCase())
  .join('|')})\\b\\.?)`
/** Month names that are a common word too need a day, a year or a preposition beside them. */
export const SURE_MONTH = `(?:${monthForms.filter((form) => !/^(?:may|march)$/i.test(form)).join('|')}|(?:Sept|Jan|Feb|Aug|Oct|Nov|Dec)\\.)`

export const monthNumber = (word: string): number => MONTHS[word.toLowerCase().replace('.', '')] ?? 0

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
export const WEEKDAY = `(?:(?:${WEEKDAYS.join('|')}|${WEEKDAYS.map((day) => day.toUpperCase()).join('|')})|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\\.)`
/** ISO number of a weekday: Monday is 1. */
export const weekdayNumber = (word: string): number =>
  WEEKDAYS.findIndex((day) => day.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?|(?:${TENS.slice(2).join('|')})(?:[- ](?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.slice(1).join('|')}|a couple(?: of)?|a dozen|half a dozen|a hundred|[Aa]n?|several|a few|A few|Several|Some|few|many|a number of|some|hundreds of|dozens of|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Twenty))`

/** The number a phrase says; undefined for "several" and other vague ones. */
export function numberOf(phrase: string): number | undefined {
  const word = phrase.toLowerCase().replaceAll(',', '').trim()
  if (/^\d/.test(word)) return Number(word)
  if (word === 'a' || word === 'an') return 1
  if (word.startsWith('a couple')) return 2
  if (word === 'half a dozen') return 6
  if (word === 'a dozen') return 12
  if (word === 'a hundred') return 100
  const unit = UNITS.indexOf(word)
  if (unit >= 0) return unit
  const [ten, one] = word.split(/[- ]/)
  const tens = TENS.indexOf(ten ?? '')
  if (tens < 2) return undefined
  return tens * 10 + (one ? UNITS.indexOf(one) : 0)
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
)
export const ORDINAL = `(?:${ORDINALS.join('|')}|\\d{1,2}(?:st|nd|rd|th))`
export const ordinalNumber = (word: string): number =>
  /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word.toLowerCase()) + 1

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
export const UNIT =
  '(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centuries|century)'
export const unitOf = (word: string): Unit =>
  word.toLowerCase() === 'centuries' ? 'century' : (word.toLowerCase().replace(/s$/, '') as Unit)

export const SEASON = '(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)'
export const seasonOf = (word: string): Season =>
  (
    ({ s: word.toLowerCase().startsWith('sp') ? 'SP' : 'SU', a: 'FA', f: 'FA', w: 'WI' }) as Record<
      string,
      Season
    >
  )[word[0]!.toLowerCase()]!

export const YEAR = '(?:1[5-9]\\d\\d|20\\d\\d)'
export const DAY_OF_MONTH = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'
export const CLOCK =
  "(?:\\d{1,2}(?:[:.]\\d\\d)?\\s?(?:[ap]\\.?m\\b\\.?|AM\\b|PM\\b|A\\.M\\.|P\\.M\\.|o['’]clock)(?: (?:EST|EDT|ET|PST|PDT|PT|CST|CDT|GMT|UTC|local time)\\b)?|\\d{1,2}:\\d\\d(?!\\d)(?:\\s?(?:GMT|UTC))?|noon|midday|midnight|\\d{4} (?:GMT|UTC|local time|hours))"
export const DAY_PART = '(?:morning|afternoon|evening|night)'

export type DayPart = 'MO' | 'AF' | 'EV' | 'NI'
export const dayPartOf = (word: string): DayPart =>
  (({ m: 'MO', a: 'AF', e: 'EV', n: 'NI' }) as Record<string, DayPart>)[word[0]!.toLowerCase()]!
