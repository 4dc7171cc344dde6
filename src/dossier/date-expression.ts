/** What a date expression says, as data; which day it means is decided in date-resolve.ts. */

import type { Season } from './date-value.ts'
import type { DayPart, Unit } from './date-words.ts'

/** Which way an expression points by itself; the tense of its clause decides where it says nothing. */
export type Pointing = 'last' | 'next' | 'this' | 'that' | undefined

export type DateExpression =
  | { readonly type: 'value'; readonly value: string; readonly part?: DayPart }
  | {
      readonly type: 'day'
      readonly month: number
      readonly day: number
      readonly year?: number
      readonly pointing?: Pointing
      readonly clock?: string
      readonly part?: DayPart
    }
  | { readonly type: 'days'; readonly from: DateExpression; readonly to: DateExpression }
  | { readonly type: 'month'; readonly month: number; readonly year?: number; readonly pointing?: Pointing }
  | { readonly type: 'season'; readonly season: Season; readonly year?: number; readonly pointing?: Pointing }
  | {
      readonly type: 'quarter'
      readonly quarter: number
      readonly year?: number
      readonly pointing?: Pointing
      readonly half?: boolean
    }
  | {
      readonly type: 'weekday'
      readonly weekday: number
      readonly pointing?: Pointing
      /** "Tuesday of last week": the week, counted from the article's. */
      readonly weeks?: number
      /** "a week ago Friday": that many weeks before the last one. */
      readonly weeksBack?: number
      readonly part?: DayPart
      readonly clock?: string
    }
  | {
      readonly type: 'offset'
      readonly unit: Unit
      readonly count: number
      readonly from: 'article' | 'reference'
      /** "last decade": the one before, not ten years back. */
      readonly named?: boolean
      /** "a year ago", "a year earlier": in talk of quarters, the same quarter then. */
      readonly compares?: boolean
      readonly part?: DayPart
      readonly clock?: string
      readonly weekday?: number
    }
  | { readonly type: 'latest-quarter' }
  | { readonly type: 'weekend'; readonly pointing: Pointing }
  | { readonly type: 'clock'; readonly clock: string; readonly part?: DayPart }
  | { readonly type: 'part'; readonly part: DayPart }
  | { readonly type: 'vague'; readonly when: 'past' | 'present' | 'future' }
  | { readonly type: 'holiday'; readonly name: string; readonly pointing?: Pointing; readonly year?: number }
  | { readonly type: 'decade'; readonly decade: number }
  | { readonly type: 'duration'; readonly unit: Unit; readonly count?: number }
  | { readonly type: 'set'; readonly value: string }

const LETTER: Record<Unit, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  quarter: 'M',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
}
const FACTOR: Partial<Record<Unit, number>> = { quarter: 3, decade: 10, century: 100 }

/** An ISO 8601 duration; a count that is not told stands as X. */
export function durationValue(unit: Unit, count: number | undefined): string {
  const time = unit === 'second' || unit === 'minute' || unit === 'hour' ? 'T' : ''
  return `P${time}${count === undefined ? 'X' : count * (FACTOR[unit] ?? 1)}${LETTER[unit]}`
}
