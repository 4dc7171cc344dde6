/** Days and times as pages print them: aligned, unambiguous, machine-readable beside the words. */

import { html } from 'hono/html'
import type { Html } from './layout.ts'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' })
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const utcDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const utcMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

export const dayText = (at: number): string => day.format(at)
export const longDayText = (at: number): string => longDay.format(at)

export const dayTime = (at: number): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${day.format(at)}</time>`

export const momentTime = (at: number): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${day.format(at)}, ${clock.format(at)}</time>`

type Filed = { readonly published: number; readonly dated: 0 | 1 }

const undated = html`<span class="undated">undated</span>`

/** Of an article: its day, its moment, or how long ago; or that nobody says. */
export const articleDay = ({ published, dated }: Filed): Html => (dated ? dayTime(published) : undated)
export const articleMoment = ({ published, dated }: Filed): Html => (dated ? momentTime(published) : undated)
export const articleAgo = ({ published, dated }: Filed, now: number): Html =>
  dated ? agoTime(published, now) : undated

/** Hours and days for what is new; the date for what is older than a week. */
export function agoTime(at: number, now: number): Html {
  return html`<time datetime="${new Date(at).toISOString()}" title="${day.format(at)}, ${clock.format(at)}">${agoText(at, now)}</time>`
}

export function agoText(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 0 || minutes >= 7 * 1440) return day.format(at)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h ago`
  const days = Math.floor(minutes / 1440)
  return days === 1 ? 'yesterday' : `${days} days ago`
}

/** A date as a text gives it, ISO 8601: day, month, year, week, instant or interval. */
export function isoDateText(date: string): string {
  const [from, to] = date.split('/')
  if (to) return `${isoDateText(from ?? '')} to ${isoDateText(to)}`
  const whole = from ?? ''
  if (/^\d{4}$/.test(whole)) return whole
  const week = /^(\d{4})-W(\d{2})$/.exec(whole)
  if (week) return `week ${Number(week[2])} of ${week[1]}`
  const month = /^(\d{4})-(\d{2})$/.test(whole)
  const instant = Date.parse(month ? `${whole}-01` : whole.slice(0, 10))
  if (Number.isNaN(instant)) return whole
  return (month ? utcMonth : utcDay).format(instant)
}
