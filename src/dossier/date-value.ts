/** Calendar arithmetic on the values dates are kept as: day, month, year, week, quarter, season, decade, interval. */

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

export const SEASONS = ['WI', 'SP', 'SU', 'FA'] as const
export type Season = (typeof SEASONS)[number]

/** First month of each season in the northern year; winter is counted to the year it begins in. */
const SEASON_START: Record<Season, number> = { SP: 3, SU: 6, FA: 9, WI: 12 }

export type Day = Temporal.PlainDate

export const dayValue = (day: Day): string => day.toString()
export const monthValue = (day: Day): string => `${pad(day.year, 4)}-${pad(day.month)}`
export const yearValue = (day: Day): string => pad(day.year, 4)
export const weekValue = (day: Day): string =>
  `${pad(day.yearOfWeek ?? day.year, 4)}-W${pad(day.weekOfYear ?? 1)}`
export const quarterValue = (day: Day): string => `${pad(day.year, 4)}-Q${Math.ceil(day.month / 3)}`

/** Parses an ISO day (or instant); undefined when it is none. */
export function parseDay(value: string | undefined): Day | undefined {
  const match = value === undefined ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(value)
  return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** A day of the calendar; undefined where there is no such day (30 February). */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return day > first.daysInMonth ? undefined : first.with({ day })
}

export type Bounds = { readonly earliest: string; readonly latest: string }

const span = (first: Day | undefined, next: Temporal.DurationLike): Bounds | undefined =>
  first && { earliest: dayValue(first), latest: dayValue(first.add(next).subtract({ days: 1 })) }

/** First and last day a value covers; undefined for values that name no calendar time. */
export function boundsOf(value: string): Bounds | undefined {
  const slash = value.indexOf('/')
  if (slash > 0) {
    const from = boundsOf(value.slice(0, slash))
    const to = boundsOf(value.slice(slash + 1))
    return from && to && { earliest: from.earliest, latest: to.latest }
  }
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)|-Q([1-4])|-(WI|SP|SU|FA)|-H([12]))?(?:T.*)?$/.exec(
    value,
  )
  if (!match) {
    const decade = /^(\d{3})X$/.exec(value)
    return decade ? span(makeDay(Number(decade[1]) * 10, 1, 1), { years: 10 }) : undefined
  }
  const [, y, month, day, week, quarter, season, half] = match
  const year = Number(y)
  if (day) return span(makeDay(year, Number(month), Number(day)), { days: 1 })
  if (month) return span(makeDay(year, Number(month), 1), { months: 1 })
  if (week) return span(weekStart(year, Number(week)), { days: 7 })
  if (quarter) return span(makeDay(year, Number(quarter) * 3 - 2, 1), { months: 3 })
  if (half) return span(makeDay(year, half === '1' ? 1 : 7, 1), { months: 6 })
  if (season) return span(makeDay(year, SEASON_START[season as Season], 1), { months: 3 })
  return span(makeDay(year, 1, 1), { years: 1 })
}

/** The Monday of an ISO week. */
export function weekStart(year: number, week: number): Day {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 })
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 })
}
