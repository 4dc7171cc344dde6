/** One printed or stated date as an instant or a day, and as a claim with where it stood. */

import type { DateClaim, Grounds } from '../model/article.ts'
import { type VisibleDate, visibleDates } from '../words/visible-dates.ts'

export type Moment = { readonly value: string; readonly exact: boolean; readonly floating: boolean }

/** ISO instants keep the zone they came with; without one they float; a bare day stays a day. */
export function momentOf(text: string, language: string): Moment | undefined {
  const trimmed = text.trim()
  const iso =
    /^(\d{4})-(\d\d)-(\d\d)(?!\d)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?/i.exec(
      trimmed,
    )
  if (iso) {
    const [, y, m, d, hour, minute, second = '00', zone] = iso
    const day = `${y}-${m}-${d}`
    if (!isDay(day)) return undefined
    if (hour === undefined) return { value: day, exact: false, floating: false }
    const local = `${day}T${hour.padStart(2, '0')}:${minute}:${second}`
    if (zone === undefined) return { value: `${local}Z`, exact: true, floating: true }
    const offset = /^[a-z]/i.test(zone)
      ? 'Z'
      : zone.length === 3
        ? `${zone}:00`
        : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')
    return { value: local + offset, exact: true, floating: false }
  }
  if (/^\d{10}$|^\d{13}$/.test(trimmed)) {
    const stamp = new Date(Number(trimmed) * (trimmed.length === 10 ? 1000 : 1))
    return { value: stamp.toISOString().replace(/\.\d+Z$/, 'Z'), exact: true, floating: false }
  }
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d))?/.exec(trimmed)
  if (compact && isDay(`${compact[1]}-${compact[2]}-${compact[3]}`)) {
    return { value: `${compact[1]}-${compact[2]}-${compact[3]}`, exact: false, floating: false }
  }
  const seen = visibleDates(trimmed.slice(0, 200), language)[0]
  return seen ? momentAt(seen) : shortYear(trimmed, language)
}

export const momentAt = ({ day, time }: VisibleDate): Moment =>
  time
    ? { value: `${day}T${time}:00Z`, exact: true, floating: true }
    : { value: day, exact: false, floating: false }

/** "31.10.23", "10/31/23": only in a text that holds little else. */
function shortYear(text: string, language: string): Moment | undefined {
  const found = text.length > 60 ? null : SHORT_YEAR.exec(text)
  if (!found) return undefined
  const [, first, sign, second, year] = found
  const american = sign === '/' && /^en(-us)?$/i.test(language)
  const monthFirst = Number(second) > 12 || (american && Number(first) <= 12)
  const [month, day] = monthFirst ? [first!, second!] : [second!, first!]
  const value = `20${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(value) ? { value, exact: false, floating: false } : undefined
}

const SHORT_YEAR = /(?<![\d.:/-])(\d{1,2})([./-])(\d{1,2})\2([0-3]\d)(?![\d.:/-]|\s*(?:uhr|h)\b)/i

export const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day > '1990'
}

export function claim(moment: Moment, from: DateClaim['from'], grounds: Grounds): DateClaim {
  const { value, exact, floating } = moment
  if (!exact || !floating) return { earliest: value, latest: value, best: value, from, evidence: [grounds] }
  const time = Date.parse(value)
  const at = (hours: number): string =>
    new Date(time + hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')
  return {
    earliest: at(-14),
    latest: at(12),
    best: value,
    from,
    evidence: [grounds, { why: 'it gives no time zone' }],
  }
}
