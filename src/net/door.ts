/** The one door to the network: every fetch of every kind passes the same checks, caps and manners here. */

import { setMaxListeners } from 'node:events'
import { Agent } from 'undici'
import { retryAfterSeconds } from './cache-headers.ts'
import { openDialler } from './dial.ts'
import { exchange, type Hop, type HopAnswer } from './exchange.ts'
import { closedWords, type Failure, failure, isFailure, statusWords } from './failure.ts'
import { firstHop } from './first-hop.ts'
import { bareHost, openGate, portOf } from './gate.ts'
import { laneByKind, limitsByKind, obeysRobots, usualLimits } from './kinds.ts'
import {
  type HostWait,
  type MannersClock,
  type MannersOptions,
  openManners,
  usualManners,
} from './manners.ts'
import { type Resolve, systemResolve } from './names.ts'
import { isRedirect, nextHop, permanentEnd } from './redirects.ts'
import type { Answer, DoorRequest, Limits, Redirect } from './request.ts'
import { openRobotsCache } from './robots-cache.ts'
import { openSpan, type Span } from './time-span.ts'

export type { Answer, DoorRequest }

export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** How a fetch waits for its host's turn; by default a timer. */
  readonly sleep?: MannersClock['sleep']
}

export type DoorOptions = {
  /** Says who we are and where to complain: `Throughline/1.0 (+https://example.org/reader)`. */
  readonly userAgent: string
  readonly clock: Clock
  /** Hosts on private networks that may be fetched from: `nas.local`, `*.sample.localhost:4001`. */
  readonly allowHosts?: readonly string[]
  readonly limits?: Partial<Limits>
  readonly resolve?: Resolve
  /** PEM certificates trusted besides the usual ones. */
  readonly trust?: readonly string[]
  readonly manners?: Partial<MannersOptions>
  /** What `waits` gave before the last restart. */
  readonly waits?: readonly HostWait[]
}

export type Door = {
  /** Never rejects: what goes wrong comes back as a failure in plain words. */
  readonly fetch: (request: DoorRequest) => Promise<Answer | Failure>
  /** Hosts that asked to be left alone for a while; worth keeping over a restart. */
  readonly waits: () => readonly HostWait[]
  readonly close: () => Promise<void>
}

/** Opens the door. Close it to close every connection. Throws on an allowed host that names none. */
export function openDoor(options: DoorOptions): Door {
  const gate = openGate(options.allowHosts)
  const closing = new AbortController()
  // Every fetch that waits for its turn listens.
  setMaxListeners(0, closing.signal)
  const agent = new Agent({
    connect: openDialler({
      gate,
      resolve: options.resolve ?? systemResolve(),
      timeout: options.limits?.firstByte ?? usualLimits.firstByte / 2,
      trust: options.trust,
    }),
    connections: 6,
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: 64 * 1024,
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 15_000,
  })

  /** Waits for the host's turn, asks, and lets the next one in. */
  const inTurn = async (
    request: DoorRequest,
    hop: Hop,
    limits: Limits,
    span: Span,
  ): Promise<HopAnswer | Failure> => {
    const host = bareHost(hop.url.hostname)
    const turn = await manners.enter(host, laneByKind[request.kind], {
      crawlDelay: robots.crawlDelay(hop.url.origin),
      local: gate.allows(host, portOf(hop.url)),
      signal: request.signal,
    })
    if (isFailure(turn)) return turn
    span.begin()
    const answer = await exchange(agent, hop, limits, span.onStop)
    const retryAfter = isFailure(answer)
      ? undefined
      : retryAfterSeconds(answer.headers['retry-after'], options.clock.now())
    turn.leave({ status: answer.status, retryAfter })
    return answer
  }

  /** One hop: the gate, the site's rules, the host's turn, and only then the request. */
  const step = async (
    request: DoorRequest,
    hop: Hop,
    limits: Limits,
    span: Span,
  ): Promise<HopAnswer | Failure> => {
    const refused =
      gate.checkUrl(hop.url) ?? (obeysRobots.has(request.kind) ? await robots.check(hop.url) : undefined)
    if (refused) return refused
    let answer = await inTurn(request, hop, limits, span)
    // Perhaps a kept connection that the server closed just as we wrote: ask once more, when it is our turn again.
    if (isFailure(answer) && answer.failed === closedWords && hop.method === 'GET')
      answer = await inTurn(request, hop, limits, span)
    return answer
  }

  const walk = async (
    request: DoorRequest,
    first: Hop,
    limits: Limits,
    span: Span,
  ): Promise<Answer | Failure> => {
    const redirects: Redirect[] = []
    const seen = new Set<string>()
    let hop = first
    for (;;) {
      const answer = await step(request, hop, limits, span)
      if (isFailure(answer)) return redirects.length > 0 ? { ...answer, url: hop.url.href } : answer
      if (!isRedirect(answer.status)) return conclude(request, hop, answer, redirects)
      const next = nextHop(hop, answer.status, answer.headers.location)
      if (next === undefined)
        return failure('redirects', 'The server redirects but does not say where to', {
          status: answer.status,
        })
      if ('failed' in next) return next
      redirects.push({ from: hop.url.href, to: next.url.href, status: answer.status })
      seen.add(`${hop.method} ${hop.url.href}`)
      if (seen.has(`${next.method} ${next.url.href}`))
        return failure('redirects', 'The server sends us round in a circle', { url: next.url.href })
      if (redirects.length > limits.redirects)
        return failure('redirects', `The server redirects more than ${limits.redirects} times`)
      hop = next
    }
  }

  const conclude = (
    request: DoorRequest,
    hop: Hop,
    answer: HopAnswer,
    redirects: readonly Redirect[],
  ): Answer | Failure => {
    const { status, headers, body } = answer
    const notModified = status === 304
    if (notModified && !request.etag && !request.lastModified)
      return failure('broken', 'The server says nothing has changed, though we never asked before', {
        status,
      })
    if (!notModified && (status < 200 || status > 299))
      return failure('http', statusWords(status), {
        status,
        retryAfter: retryAfterSeconds(headers['retry-after'], options.clock.now()),
        ...(redirects.length > 0 ? { url: hop.url.href } : {}),
      })
    const permanentUrl = permanentEnd(redirects)
    return {
      status,
      url: hop.url.href,
      redirects,
      ...(permanentUrl ? { permanentUrl } : {}),
      headers,
      body,
      ...(headers.etag ? { etag: headers.etag } : {}),
      ...(headers['last-modified'] ? { lastModified: headers['last-modified'] } : {}),
      notModified,
    }
  }

  const fetch = async (request: DoorRequest): Promise<Answer | Failure> => {
    const url = URL.parse(request.url)
    if (!url) return failure('address', 'That is not a web address')
    const limits: Limits = {
      ...usualLimits,
      ...limitsByKind[request.kind],
      ...options.limits,
      ...request.limits,
    }
    const span = openSpan(limits.total, request.signal)
    try {
      return await walk(request, firstHop(request, url, options.userAgent), limits, span)
    } finally {
      span.end()
    }
  }

  const manners = openManners(
    { ...usualManners, ...options.manners },
    { sleep: sleepUntil(closing.signal), ...options.clock },
    options.waits,
  )
  const robots = openRobotsCache(options.userAgent, options.clock.now, (url) =>
    fetch({ url, kind: 'robots' }),
  )

  const close = async () => {
    closing.abort()
    await agent.destroy()
  }

  return { fetch, waits: manners.waits, close }
}

/** A timer that a stopped fetch or a closing door ends early; the one who waited looks at what follows. */
const sleepUntil =
  (closing: AbortSignal): MannersClock['sleep'] =>
  (milliseconds, signal) =>
    new Promise((done) => {
      const wake = () => {
        clearTimeout(timer)
        closing.removeEventListener('abort', wake)
        signal?.removeEventListener('abort', wake)
        done()
      }
      const timer = setTimeout(wake, milliseconds)
      closing.addEventListener('abort', wake)
      signal?.addEventListener('abort', wake)
      if (closing.aborted || signal?.aborted) wake()
    })
