/** Days that come every year: which year's one is meant, and the feasts that wander. */

import type { DateExpression } from './date-expression.ts'
import type { Tense } from './date-tense.ts'
import { type Day, dayValue, makeDay } from './date-value.ts'

type Around = { readonly article: Day | undefined; readonly tense: Tense }

/** The occurrence of a yearly day that the tense asks for; without tense the past one unless one is close ahead. */
export function yearly(at: (year: number) => Day | undefined, { article, tense }: Around): Day | undefined {
  if (!article) return undefined
  const candidates = [article.year - 1, article.year, article.year + 1].flatMap((year) => at(year) ?? [])
  const past = candidates.filter((day) => Temporal.PlainDate.compare(day, article) <= 0).at(-1)
  const ahead = candidates.find((day) => Temporal.PlainDate.compare(day, article) >= 0)
  if (!past || !ahead) return past ?? ahead
  const behindBy = past.until(article).days
  const aheadBy = article.until(ahead).days
  // The nearer one is meant unless the clause's tense says otherwise, and even that hardly outweighs months.
  const patience = tense === 'future' ? 1 / 6 : tense === 'past' ? 6 : 2
  return aheadBy * patience < behindBy ? ahead : past
}

const FIXED: Record<string, readonly [number, number]> = {
  christmas: [12, 25],
  'christmas day': [12, 25],
  'christmas eve': [12, 24],
  "new year's eve": [12, 31],
  "new year's": [1, 1],
  "new year's day": [1, 1],
  halloween: [10, 31],
  "valentine's day": [2, 14],
  'independence day': [7, 4],
  'veterans day': [11, 11],
  'may day': [5, 1],
  'boxing day': [12, 26],
  'bastille day': [7, 14],
}

export function holidayOf(
  expression: Extract<DateExpression, { type: 'holiday' }>,
  context: Around,
): string | undefined {
  const name = expression.name.toLowerCase().replace('’', "'")
  const at = (year: number): Day | undefined => {
    const fixed = FIXED[name]
    if (fixed) return makeDay(year, fixed[0], fixed[1])
    if (name.startsWith('thanksgiving')) return nth(year, 11, 4, 4)
    if (name === 'election day') return nth(year, 11, 1, 1)?.add({ days: 1 })
    if (name === 'labor day') return nth(year, 9, 1, 1)
    if (name === 'memorial day') return nth(year, 6, 1, 1)?.subtract({ weeks: 1 })
    const easter = easterOf(year)
    return name === 'good friday' ? easter.subtract({ days: 2 }) : easter
  }
  if (expression.year !== undefined) return dayString(at(expression.year))
  const tense =
    expression.pointing === 'last' ? 'past' : expression.pointing === 'next' ? 'future' : context.tense
  return dayString(yearly(at, { ...context, tense }))
}

const dayString = (day: Day | undefined): string | undefined => day && dayValue(day)

function nth(year: number, month: number, weekday: number, count: number): Day | undefined {
  const first = makeDay(year, month, 1)
  return first?.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (count - 1) })
}

/** Western Easter Sunday: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return Temporal.PlainDate.from({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 })
}
