/** When a source is asked next: as often as it publishes, never sooner than it, its server or its faults allow. */

import { freshSeconds, retryAfterSeconds } from '../net/cache-headers.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export type Bounds = {
  /** Milliseconds: the shortest and the longest wait of a healthy source. */
  readonly shortest: number
  readonly longest: number
}

export const usualBounds: Bounds = { shortest: 10 * minute, longest: day }

/** As served; names lower case. */
type Headers = Readonly<Record<string, string>>

/** What the last request came to. */
export type Answer =
  | { readonly kind: 'ok' | 'unchanged'; readonly headers: Headers }
  /** Any failure: an error status, a broken body, no answer. `failures` counts those in a row, this one too. */
  | { readonly kind: 'failed'; readonly failures: number; readonly headers: Headers }
  /** 410. */
  | { readonly kind: 'gone' }

export type Asked = {
  /** ISO instants of the newest items, any order. */
  readonly published: readonly string[]
  /** Minutes. */
  readonly ttl?: number
  /** Hours of the day, UTC. */
  readonly skipHours?: readonly number[]
  /** English names of days. */
  readonly skipDays?: readonly string[]
  /** A hub tells us of news: asking is then only a safety net. */
  readonly pushed?: boolean
  readonly answer: Answer
  /** ISO instant. */
  readonly now: string
  /** 0 to 1, drawn by the caller: spreads sources over time, later only. */
  readonly jitter: number
  readonly bounds?: Bounds
}

/** The next check as an ISO instant with the reason; `at` is absent where the source is gone for good. */
export type NextCheck = { readonly at?: string; readonly why: string }

/** No Retry-After, however long, silences a source for more than this. */
const longestRetry = 30 * day
/** After this many failures in a row a person should look: the source is retired, visibly. */
export const failuresBeforeRetiring = 60

export function nextCheck(asked: Asked): NextCheck {
  const { answer, bounds = usualBounds } = asked
  if (answer.kind === 'gone') return { why: 'The server says it is gone for good' }
  const now = Date.parse(asked.now)
  if (answer.kind === 'failed' && answer.failures >= failuresBeforeRetiring)
    return { why: `It failed ${answer.failures} times in a row` }

  const waits: { ms: number; why: string }[] = []
  if (answer.kind === 'failed') {
    const doubled = Math.min(hour * 2 ** Math.max(0, Math.min(answer.failures, 20) - 1), day)
    waits.push({
      ms: Math.max(doubled, bounds.shortest),
      why: `It failed ${answer.failures === 1 ? 'once' : `${answer.failures} times in a row`}`,
    })
  } else if (asked.pushed === true) {
    waits.push({ ms: bounds.longest, why: 'Its hub tells us of news' })
  } else {
    waits.push(rhythmOf(asked.published, now, bounds))
  }
  const cap = (ms: number): number => Math.min(ms, bounds.longest)
  if (asked.ttl !== undefined) waits.push({ ms: cap(asked.ttl * minute), why: 'It asks for that long (ttl)' })
  const fresh = freshSeconds(answer.headers, now) ?? 0
  if (fresh > 0) waits.push({ ms: cap(fresh * 1000), why: 'Its answer stays fresh that long' })
  const retry = retryAfterSeconds(answer.headers['retry-after'], now)
  if (retry !== undefined)
    waits.push({ ms: Math.min(retry * 1000, longestRetry), why: 'Its server asks to wait (Retry-After)' })

  const longest = waits.reduce((a, b) => (b.ms > a.ms ? b : a))
  const spread = Math.min(longest.ms * 0.1, 30 * minute) * Math.max(0, Math.min(1, asked.jitter))
  const wanted = now + longest.ms + spread
  const at = afterSkipped(wanted, asked.skipHours ?? [], asked.skipDays ?? [], asked.jitter)
  return {
    at: new Date(at).toISOString(),
    why: at > wanted ? 'It asks not to be read at that time' : longest.why,
  }
}

const historyRead = 20

/** Half the usual gap between items, growing once the source falls silent for longer than it used to. */
function rhythmOf(published: readonly string[], now: number, bounds: Bounds): { ms: number; why: string } {
  const times = published
    .map((at) => Date.parse(at))
    .filter((at) => at <= now + hour)
    .sort((a, b) => b - a)
    .slice(0, historyRead)
  if (times.length < 2)
    return { ms: clamp(hour, bounds), why: 'Too few items to know how often it publishes' }
  const gaps = times.slice(1).map((at, i) => times[i]! - at)
  gaps.sort((a, b) => a - b)
  // Items stamped together (a batch at midnight) would say "every second": the mean keeps them honest.
  const median = gaps[gaps.length >> 1]!
  const mean = (times[0]! - times.at(-1)!) / gaps.length
  const usual = Math.max(median, mean / 4)
  const silence = now - times[0]!
  return { ms: clamp(Math.max(usual / 2, silence / 10), bounds), why: 'As often as it publishes' }
}

const clamp = (ms: number, bounds: Bounds): number => Math.min(Math.max(ms, bounds.shortest), bounds.longest)

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The first moment from `at` on that lies in no skipped hour or day (UTC); hours that leave none are ignored. */
function afterSkipped(at: number, hours: readonly number[], days: readonly string[], jitter: number): number {
  const noHour = new Set(hours.map((h) => h % 24))
  const noDay = new Set(days.map((name) => dayNames.indexOf(name.toLowerCase())))
  noDay.delete(-1)
  if (noHour.size >= 24) noHour.clear()
  if (noDay.size >= 7) noDay.clear()
  const skipped = (time: number): boolean => {
    const when = new Date(time)
    return noHour.has(when.getUTCHours()) || noDay.has(when.getUTCDay())
  }
  if (!skipped(at)) return at
  let next = Math.floor(at / hour) * hour + hour
  while (skipped(next)) next += hour
  return next + Math.max(0, Math.min(1, jitter)) * 10 * minute
}
