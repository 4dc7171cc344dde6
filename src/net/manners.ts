/** How often and how many at once a host is asked: a gap, a limit, its crawl delay and its Retry-After. */

import { type Failure, failure } from './failure.ts'

/** Reading, fetching pictures and sending are counted apart, so that a reader's picture never waits for a crawl. */
export type Lane = 'reading' | 'images' | 'sending'

export type LaneLimits = {
  /** Requests at the same time to one host. */
  readonly together: number
  /** Milliseconds between the beginnings of two requests to one host. */
  readonly gap: number
}

export type MannersOptions = {
  readonly reading: LaneLimits
  readonly images: LaneLimits
  readonly sending: LaneLimits
  /** The gap for hosts of the operator's own network. */
  readonly localGap: number
  /** Milliseconds that a fetch may wait for its turn; a longer wait comes back as a failure at once. */
  readonly patience: number
}

export const usualManners: MannersOptions = {
  reading: { together: 2, gap: 1000 },
  images: { together: 6, gap: 0 },
  sending: { together: 8, gap: 0 },
  localGap: 0,
  patience: 60_000,
}

/** A host that asked to be left alone; kept over restarts by whoever keeps things. `until`: ms since 1970. */
export type HostWait = { readonly host: string; readonly lane: Lane; readonly until: number }

export type Turn = {
  /** Must be called once, with what came of it. `retryAfter` in seconds. */
  readonly leave: (outcome: {
    readonly status?: number | undefined
    readonly retryAfter?: number | undefined
  }) => void
}

export type Manners = {
  /** Waits for the host's turn. `crawlDelay` in seconds. */
  readonly enter: (
    host: string,
    lane: Lane,
    more?: {
      readonly crawlDelay?: number | undefined
      readonly local?: boolean
      readonly signal?: AbortSignal | undefined
    },
  ) => Promise<Turn | Failure>
  readonly waits: () => readonly HostWait[]
}

export type MannersClock = {
  readonly now: () => number
  /** Resolves after so many milliseconds, or earlier when the signal says so. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

type Host = {
  running: number
  waiting: (() => void)[]
  /** When the last request began. */
  last: number
  until: number
  /** How many refusals in a row. */
  refusals: number
}

const longestWait = 24 * 3_600_000
const longestCrawlDelay = 30
const mostHosts = 20_000
const mostWaiting = 200

export function openManners(
  options: MannersOptions,
  clock: MannersClock,
  waits: readonly HostWait[] = [],
): Manners {
  const opened = clock.now()
  const hosts = new Map<string, Host>()

  // Before this process there may have been another, a moment ago: every host counts as asked at the opening.
  const fresh = (): Host => ({ running: 0, waiting: [], last: opened, until: 0, refusals: 0 })
  for (const { host, lane, until } of waits)
    if (until > opened)
      hosts.set(`${lane} ${host}`, { ...fresh(), until: Math.min(until, opened + longestWait) })

  const hostOf = (key: string): Host => {
    const known = hosts.get(key)
    if (known) return known
    if (hosts.size >= mostHosts) forgetIdle()
    const made = fresh()
    hosts.set(key, made)
    return made
  }
  const forgetIdle = () => {
    const before = clock.now() - longestCrawlDelay * 1000
    for (const [key, host] of hosts)
      if (host.running === 0 && host.last < before && host.until < before) hosts.delete(key)
  }

  const waitWords = (name: string, milliseconds: number): Failure =>
    failure('waiting', `${name} wants to be left alone for now`, {
      retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)),
    })

  const leave = (host: Host, outcome: { status?: number | undefined; retryAfter?: number | undefined }) => {
    const { status = 0, retryAfter } = outcome
    if (status === 429 || status === 503) {
      host.refusals++
      const own = 60_000 * 2 ** Math.min(host.refusals - 1, 6)
      const wait = retryAfter === undefined ? own : retryAfter * 1000
      host.until = Math.max(host.until, clock.now() + Math.min(wait, longestWait))
    } else if (status > 0) host.refusals = 0
    // The slot goes straight to the next in line, so that nobody slips in between.
    const next = host.waiting.shift()
    if (next) next()
    else host.running--
  }

  const enter: Manners['enter'] = async (name, lane, more = {}) => {
    const limits = options[lane]
    const host = hostOf(`${lane} ${name}`)
    const usual = more.local ? Math.min(options.localGap, limits.gap) : limits.gap
    const gap = Math.max(usual, Math.min(more.crawlDelay ?? 0, longestCrawlDelay) * 1000)
    const start = () => Math.max(host.last + gap, host.until)

    const expected = start() - clock.now() + host.waiting.length * gap
    if (expected > options.patience || host.waiting.length >= mostWaiting) return waitWords(name, expected)

    if (host.running < limits.together) host.running++
    else
      await new Promise<void>((go) => {
        host.waiting.push(go)
      })
    // Taking the place in time at once keeps two that hold a slot from starting together.
    const at = Math.max(start(), clock.now())
    if (at - clock.now() > options.patience) {
      leave(host, {})
      return waitWords(name, at - clock.now())
    }
    host.last = at
    if (at > clock.now()) await clock.sleep(at - clock.now(), more.signal)
    const refused = host.until - clock.now()
    if (refused > 0 || more.signal?.aborted) {
      leave(host, {})
      return refused > 0 ? waitWords(name, refused) : failure('cancelled', 'The fetch was stopped')
    }
    let left = false
    return {
      leave: (outcome) => {
        if (left) return
        left = true
        leave(host, outcome)
      },
    }
  }

  return {
    enter,
    waits: () =>
      [...hosts].flatMap(([key, host]) => {
        const [lane = '', name = ''] = key.split(' ')
        return host.until > clock.now() ? [{ host: name, lane: lane as Lane, until: host.until }] : []
      }),
  }
}
