/** When a phrase of time means: "last month's", "two weeks ago", as days counted from an article's own. */

/** Days from the article's own day, the first and the last that may be meant; before it they are negative. */
export type Days = readonly [from: number, to: number]

const DAY = 86_400_000
/** Nobody remembers the day exactly, and articles come out the day after. */
const HOUR = 1 / 24

/** How many days a span of so many units may really have been: `unit` in days, one of them or many. */
export function apart(count: number, unit: number): Days {
  const days = count * unit
  const loose =
    unit <= 1
      ? count > 5
        ? 2
        : 1
      : unit < 20
        ? 2 + count * 1.5
        : unit < 200
          ? 10 + count * 4
          : 60 + count * 15
  return [Math.round(days - loose), Math.round(days + loose)]
}

/** "Days", "weeks": several, nobody says how many. */
export const several = (unit: number): Days =>
  unit < HOUR * 2
    ? [0, 2]
    : [Math.floor(unit === 1 ? 1 : unit), Math.round(unit < 20 ? unit * 10 : unit * 12)]

/** Days before, as an offset; one more because an article may come a day after what it tells. */
export const before = ([least, most]: Days): Days => [-most - 1, Math.min(0, -least)]
export const after = ([least, most]: Days): Days => [Math.max(0, least - 1), most]

const startOf = (at: number): Date => new Date(Math.floor(at / DAY) * DAY)
const offset = (from: number, to: number, at: number): Days => {
  const own = startOf(at).getTime()
  return [Math.round((from - own) / DAY), Math.round((to - own) / DAY)]
}

/** The calendar month `back` months before an article's own; for none before, up to its own day. */
export function monthBack(back: number, at: number): Days {
  const own = startOf(at)
  const [year, month] = [own.getUTCFullYear(), own.getUTCMonth()]
  const [from, to] = offset(Date.UTC(year, month - back, 1), Date.UTC(year, month - back + 1, 1), at)
  return [from, Math.min(0, to)]
}

export function yearBack(back: number, at: number): Days {
  const year = startOf(at).getUTCFullYear() - back
  const [from, to] = offset(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1), at)
  return [from, Math.min(0, to)]
}

/** The week `back` weeks before; weeks begin on Sunday or on Monday, and papers come out a day later. */
export function weekBack(back: number, at: number): Days {
  const weekday = (startOf(at).getUTCDay() + 6) % 7
  const from = -weekday - 7 * back
  return [from - 1, Math.min(0, from + 6 + 1)]
}

/** The latest such month (0 to 11) that was not after an article's own; of a year where one is named. */
export function ofMonth(month: number, at: number, year?: number): Days {
  const own = startOf(at)
  const of = year ?? own.getUTCFullYear() - (month > own.getUTCMonth() ? 1 : 0)
  const [from, to] = offset(Date.UTC(of, month, 1), Date.UTC(of, month + 1, 1), at)
  return [from, Math.max(from, Math.min(0, to))]
}

/** A day of a month (0 to 11); without a year the latest that was. What is told of it may come out two days later. */
export function ofDay(month: number, day: number, at: number, year?: number): Days {
  const own = startOf(at)
  const guess = Date.UTC(year ?? own.getUTCFullYear(), month, day)
  const then =
    year === undefined && guess > own.getTime() + DAY ? Date.UTC(own.getUTCFullYear() - 1, month, day) : guess
  const [from] = offset(then, then, at)
  return [from - 1, from + 2]
}

export const ofYear = (year: number, at: number): Days => yearBack(startOf(at).getUTCFullYear() - year, at)

/** The latest such weekday (0 is Sunday) before or on an article's own day, or the one of the week before. */
export function ofWeekday(weekday: number, at: number, last = false): Days {
  const back = (startOf(at).getUTCDay() - weekday + 7) % 7
  return last ? [-back - 8, Math.min(0, -back + 2)] : [-back - 1, Math.min(0, -back + 2)]
}

/** From then until the article's own day. */
export const since = ([from]: Days): Days => [from, 0]
