/** Days and times as pages print them: aligned, unambiguous, machine-readable beside the words. */

import { html } from 'hono/html'
import { t } from '../messages.ts'
import type { Html } from './layout.ts'
import { inLanguage } from './words.ts'

const format = (options: Intl.DateTimeFormatOptions) =>
  inLanguage((locale) => new Intl.DateTimeFormat(locale, options))

const day = format({ day: 'numeric', month: 'short', year: 'numeric' })
const longDay = format({ dateStyle: 'full' })
const clock = format({ hour: '2-digit', minute: '2-digit' })
const utcDay = format({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const utcMonth = format({ month: 'long', year: 'numeric', timeZone: 'UTC' })

export const dayText = (at: number): string => day().format(at)
export const longDayText = (at: number): string => longDay().format(at)

export const dayTime = (at: number): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${day().format(at)}</time>`

export const momentTime = (at: number): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${day().format(at)}, ${clock().format(at)}</time>`

type Filed = { readonly published: number; readonly dated: 0 | 1 }

const undated = () => html`<span class="undated">${t('undated')}</span>`

/** Of an article: its day, its moment, or how long ago; or that nobody says. */
export const articleDay = ({ published, dated }: Filed): Html => (dated ? dayTime(published) : undated())
export const articleMoment = ({ published, dated }: Filed): Html =>
  dated ? momentTime(published) : undated()
export const articleAgo = ({ published, dated }: Filed, now: number): Html =>
  dated ? agoTime(published, now) : undated()

/** Hours and days for what is new; the date for what is older than a week. */
export function agoTime(at: number, now: number): Html {
  return html`<time datetime="${new Date(at).toISOString()}" title="${day().format(at)}, ${clock().format(at)}">${agoText(at, now)}</time>`
}

export function agoText(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 0 || minutes >= 7 * 1440) return day().format(at)
  if (minutes < 1) return t('just now')
  if (minutes < 60) return t('{n} min ago', { n: minutes })
  if (minutes < 1440) return t('{n} h ago', { n: Math.floor(minutes / 60) })
  const days = Math.floor(minutes / 1440)
  return t('{n, plural, =1 {yesterday} other {# days ago}}', { n: days })
}

/** A date as a text gives it, ISO 8601: day, month, year, week, instant or interval. */
export function isoDateText(date: string): string {
  const [from, to] = date.split('/')
  if (to) return t('{from} to {to}', { from: isoDateText(from ?? ''), to: isoDateText(to) })
  const whole = from ?? ''
  if (/^\d{4}$/.test(whole)) return whole
  const week = /^(\d{4})-W(\d{2})$/.exec(whole)
  if (week) return t('week {week} of {year}', { week: Number(week[2]), year: week[1]! })
  const month = /^(\d{4})-(\d{2})$/.test(whole)
  const instant = Date.parse(month ? `${whole}-01` : whole.slice(0, 10))
  if (Number.isNaN(instant)) return whole
  return (month ? utcMonth : utcDay)().format(instant)
}
