/** Decides which day, week, month or year a date expression means in an article of a given day. */

import { type DateExpression, durationValue, type Pointing } from './date-expression.ts'
import { holidayOf, yearly } from './date-holidays.ts'
import type { Tense } from './date-tense.ts'
import {
  boundsOf,
  type Day,
  dayValue,
  makeDay,
  monthValue,
  parseDay,
  quarterValue,
  type Season,
  weekValue,
  yearValue,
} from './date-value.ts'
import type { Unit } from './date-words.ts'

export type DateContext = {
  /** The day the article appeared. */
  readonly article: Day | undefined
  /** The value last spoken of: "the next day", "that year" hang on it. */
  readonly reference: string | undefined
  readonly tense: Tense
  /** The quarter last spoken of in the same paragraph: results are held against the same quarter a year before. */
  readonly quarter?: string | undefined
}

export type Resolved = { readonly value: string; readonly kind: 'date' | 'time' | 'duration' | 'set' }

const date = (value: string | undefined): Resolved | undefined =>
  value ? { value, kind: 'date' } : undefined

/** The value of an expression; undefined where it needs a day that is not known or names no calendar time. */
export function resolve(expression: DateExpression, context: DateContext): Resolved | undefined {
  switch (expression.type) {
    case 'value':
      return date(expression.value)
    case 'day':
      return timed(dayOf(expression, context), expression)
    case 'days': {
      const from = resolve(expression.from, context)
      if (expression.to.type === 'offset') {
        const day = parseDay(from?.value)
        return date(day && weekValue(day))
      }
      const to = resolve(expression.to, context)
      return from && to ? date(`${from.value}/${to.value}`) : undefined
    }
    case 'month':
      return date(monthOf(expression, context))
    case 'season':
      return date(seasonOf(expression.season, expression, context))
    case 'quarter':
      return date(quarterOf(expression, context))
    case 'weekday':
      return timed(weekdayOf(expression, context), expression)
    case 'offset':
      return offset(expression, context)
    case 'latest-quarter':
      return date(
        context.quarter ?? (context.article && quarterValue(context.article.subtract({ months: 3 }))),
      )
    case 'weekend':
      return date(weekendOf(expression.pointing, context))
    case 'clock':
    case 'part': {
      const day = parseDay(context.reference) ?? context.article
      return timed(day, expression)
    }
    case 'vague':
      return date(`${expression.when.toUpperCase()}_REF`)
    case 'holiday':
      return date(holidayOf(expression, context))
    case 'decade':
      return date(`${expression.decade}X`)
    case 'duration':
      return { value: durationValue(expression.unit, expression.count), kind: 'duration' }
    case 'set':
      return { value: expression.value, kind: 'set' }
  }
}

function timed(
  day: Day | undefined,
  { part, clock }: { part?: string; clock?: string },
): Resolved | undefined {
  if (!day) return undefined
  if (clock === 'T24:00') return { value: `${dayValue(day)}T24:00`, kind: 'time' }
  if (clock) {
    const hour = Number(clock.slice(1, 3))
    const late = hour < 12 && hour > 0 && (part === 'AF' || part === 'EV' || (part === 'NI' && hour > 4))
    return {
      value: `${dayValue(day)}T${String(late ? hour + 12 : hour).padStart(2, '0')}${clock.slice(3)}`,
      kind: 'time',
    }
  }
  return part ? { value: `${dayValue(day)}T${part}`, kind: 'time' } : { value: dayValue(day), kind: 'date' }
}

function dayOf(expression: Extract<DateExpression, { type: 'day' }>, context: DateContext): Day | undefined {
  const { year, month, day } = expression
  if (year !== undefined) return makeDay(year, month, day)
  if (expression.pointing === 'last' && context.article)
    return yearly((y) => makeDay(y, month, day), { ...context, tense: 'past' })
  return yearly((y) => makeDay(y, month, day), context)
}

function monthOf(
  expression: Extract<DateExpression, { type: 'month' }>,
  context: DateContext,
): string | undefined {
  const { month, year, pointing } = expression
  if (year !== undefined) return `${year}-${String(month).padStart(2, '0')}`
  const { article, tense } = context
  if (!article) return undefined
  const here = article.with({ day: 1, month })
  const past = month <= article.month ? here : here.subtract({ years: 1 })
  const ahead = month >= article.month ? here : here.add({ years: 1 })
  if (pointing === 'last') return monthValue(month < article.month ? here : here.subtract({ years: 1 }))
  if (pointing === 'next') return monthValue(month > article.month ? here : here.add({ years: 1 }))
  if (pointing === 'this') return monthValue(here)
  if (pointing === 'that') {
    const year = context.reference && /^\d{4}/.exec(context.reference)?.[0]
    return year ? `${year}-${String(month).padStart(2, '0')}` : monthValue(past)
  }
  const aheadBy = (month - article.month + 12) % 12
  const behindBy = (article.month - month + 12) % 12
  const patience = tense === 'future' ? 1 / 6 : tense === 'past' ? 6 : 2
  return monthValue(aheadBy > 0 && aheadBy * patience < behindBy ? ahead : past)
}

const SEASON_MONTH: Record<Season, number> = { SP: 3, SU: 6, FA: 9, WI: 12 }

function seasonOf(
  season: Season,
  { year, pointing }: { year?: number; pointing?: Pointing },
  { article, tense }: DateContext,
): string | undefined {
  if (year !== undefined) return `${year}-${season}`
  if (!article) return undefined
  const current = article.subtract({ months: article.month < 3 && season === 'WI' ? 12 : 0 }).year
  const begun = article.month >= SEASON_MONTH[season] || (season === 'WI' && article.month < 3)
  const over = season !== 'WI' && article.month >= SEASON_MONTH[season] + 3
  if (pointing === 'last') return `${over ? current : current - 1}-${season}`
  if (pointing === 'next') return `${begun ? current + 1 : current}-${season}`
  if (pointing === 'this' || tense === 'future')
    return `${over && tense === 'future' && !pointing ? current + 1 : current}-${season}`
  return `${begun ? current : current - 1}-${season}`
}

function quarterOf(
  { quarter, year, pointing, half }: Extract<DateExpression, { type: 'quarter' }>,
  { article, tense, quarter: spoken }: DateContext,
): string | undefined {
  const mark = half ? 'H' : 'Q'
  if (quarter === 0) return spoken ? `${year}${spoken.slice(4)}` : String(year)
  if (year !== undefined) return `${year}-${mark}${quarter}`
  if (!article) return undefined
  if (pointing === 'last') return `${article.year - 1}-${mark}${quarter}`
  if (pointing === 'next') return `${article.year + 1}-${mark}${quarter}`
  if (pointing === 'this') return `${article.year}-${mark}${quarter}`
  const now = half ? Math.ceil(article.month / 6) : Math.ceil(article.month / 3)
  if (tense === 'future') return `${quarter < now ? article.year + 1 : article.year}-${mark}${quarter}`
  return `${quarter > now ? article.year - 1 : article.year}-${mark}${quarter}`
}

function weekdayOf(
  { weekday, pointing, weeks, weeksBack }: Extract<DateExpression, { type: 'weekday' }>,
  { article, tense, reference }: DateContext,
): Day | undefined {
  if (!article) return undefined
  const back = (article.dayOfWeek - weekday + 7) % 7
  const ahead = (weekday - article.dayOfWeek + 7) % 7
  if (weeks !== undefined) return article.add({ days: 7 * weeks + weekday - article.dayOfWeek })
  if (weeksBack !== undefined) return article.subtract({ days: back + 7 * weeksBack })
  if (pointing === 'last') return article.subtract({ days: back || 7 })
  if (pointing === 'next') return article.add({ days: ahead || 7 })
  if (pointing === 'this')
    return tense === 'past' ? article.subtract({ days: back }) : article.add({ days: ahead })
  if (pointing === 'that') {
    const day = parseDay(reference) ?? article
    return day.subtract({ days: (day.dayOfWeek - weekday + 7) % 7 })
  }
  return tense === 'future' ? article.add({ days: ahead }) : article.subtract({ days: back })
}

function weekendOf(pointing: Pointing, { article, tense }: DateContext): string | undefined {
  if (!article) return undefined
  const saturday = article
    .add({ days: 6 - Math.min(article.dayOfWeek, 6) })
    .subtract({ days: article.dayOfWeek === 7 ? 1 : 0 })
  const within = article.dayOfWeek >= 6
  let chosen = saturday
  if (pointing === 'last' || (pointing !== 'next' && pointing !== 'this' && tense !== 'future' && !within)) {
    chosen = saturday.subtract({ weeks: 1 })
  } else if (pointing === 'next' && within) chosen = saturday.add({ weeks: 1 })
  return `${dayValue(chosen)}/${dayValue(chosen.add({ days: 1 }))}`
}

function offset(
  expression: Extract<DateExpression, { type: 'offset' }>,
  context: DateContext,
): Resolved | undefined {
  const { unit, count } = expression
  const quarter = context.quarter && /^(\d{4})-(Q\d)$/.exec(context.quarter)
  if (quarter && context.article && expression.compares && unit === 'year') {
    const year =
      Number(quarter[1]) === context.article.year || quarter[2] === 'Q4'
        ? Number(quarter[1]) + count
        : Number(quarter[1])
    return date(`${year}-${quarter[2]}`)
  }
  const known = expression.from === 'reference' ? context.reference : undefined
  const base = (known && startOf(known)) || context.article
  if (!base) return undefined
  if (count === 0 && known && unit === 'day' && !expression.part)
    return date(/^\d{4}-\d\d-\d\d/.exec(known)?.[0] ?? dayValue(base))
  const whole = Math.trunc(count)
  const value = shifted(base, unit, whole, expression.named === true)
  if (unit === 'day') return timed(value ? parseDay(value) : undefined, expression)
  return date(value)
}

const startOf = (value: string): Day | undefined => parseDay(boundsOf(value)?.earliest)

function shifted(base: Day, unit: Unit, count: number, named: boolean): string | undefined {
  switch (unit) {
    case 'second':
    case 'minute':
    case 'hour':
      return undefined
    case 'day':
      return Math.abs(count) > 40_000 ? undefined : dayValue(base.add({ days: count }))
    case 'week':
      return Math.abs(count) > 6000 ? undefined : weekValue(base.add({ weeks: count }))
    case 'month':
      return Math.abs(count) > 2400 ? undefined : monthValue(base.add({ months: count }))
    case 'quarter':
      return Math.abs(count) > 800 ? undefined : quarterValue(base.add({ months: 3 * count }))
    case 'year':
      return Math.abs(count) > 1500 ? undefined : yearValue(base.add({ years: count }))
    case 'decade':
      if (count === 0 || named) return `${Math.floor(base.year / 10) + count}X`
      return Math.abs(count) > 150 ? undefined : yearValue(base.add({ years: 10 * count }))
    case 'century':
      return count === 0 || named ? `${Math.floor(base.year / 100) + count}XX` : undefined
  }
}
