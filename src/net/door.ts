/** The one door to the network: every fetch of every kind passes the same checks, caps and manners here. */

import { Agent } from 'undici'
import { retryAfterSeconds } from './cache-headers.ts'
import { openDialler } from './dial.ts'
import { exchange, type Hop, type HopAnswer, type Limits } from './exchange.ts'
import { type Failure, failure, isFailure } from './failure.ts'
import { type Gate, openGate } from './gate.ts'
import { acceptedEncodings } from './inflate.ts'
import { type Resolve, systemResolve } from './names.ts'
import { isRedirect, nextHop, permanentEnd, type Redirect } from './redirects.ts'

export type FetchKind =
  | 'feed'
  | 'page'
  | 'front-page'
  | 'sitemap'
  | 'image'
  | 'opml'
  | 'hub'
  | 'webhook'
  | 'push'
  | 'robots'

export type DoorRequest = {
  readonly url: string
  readonly kind: FetchKind
  /** Validators of the last answer, verbatim. */
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | undefined
  /** Lower-case names. They go no further than the host of `url`. Cookie and Referer are left out. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** What proves who the reader is (authorization, cookie, x-api-key): sent to the host of `url` alone. */
  readonly credentials?: Readonly<Record<string, string>> | undefined
  readonly body?: string | Uint8Array | undefined
  readonly signal?: AbortSignal | undefined
  readonly limits?: Partial<Limits> | undefined
}

export type Answer = {
  /** 2xx or 304. */
  readonly status: number
  /** The address that answered. */
  readonly url: string
  readonly redirects: readonly Redirect[]
  /** Where the source now lives, if every redirect from the beginning was permanent up to there. */
  readonly permanentUrl?: string
  /** Lower-case names; Set-Cookie left out. */
  readonly headers: Readonly<Record<string, string>>
  /** Unpacked. Empty for 304 and HEAD. */
  readonly body: Uint8Array
  readonly etag?: string
  readonly lastModified?: string
  readonly notModified: boolean
}

/** Milliseconds since 1970. */
export type Clock = { readonly now: () => number }

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
}

export type Door = {
  /** Never rejects: what goes wrong comes back as a failure in plain words. */
  readonly fetch: (request: DoorRequest) => Promise<Answer | Failure>
  readonly close: () => Promise<void>
}

const MB = 1_000_000
const usualLimits: Limits = {
  compressed: 16 * MB,
  inflated: 32 * MB,
  firstByte: 20_000,
  total: 45_000,
  redirects: 8,
}
const limitsByKind: Partial<Record<FetchKind, Partial<Limits>>> = {
  page: { compressed: 8 * MB, inflated: 16 * MB },
  'front-page': { compressed: 8 * MB, inflated: 16 * MB },
  image: { compressed: 16 * MB, inflated: 16 * MB },
  sitemap: { compressed: 16 * MB, inflated: 50 * MB },
  // RFC 9309 2.5: at least 500 KiB must be read.
  robots: { compressed: MB, inflated: MB, firstByte: 10_000, total: 15_000, redirects: 5 },
  hub: { compressed: MB, inflated: MB },
  webhook: { compressed: 64_000, inflated: 64_000, firstByte: 10_000, total: 15_000, redirects: 3 },
  push: { compressed: 64_000, inflated: 64_000, firstByte: 10_000, total: 15_000, redirects: 0 },
}

const html = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5'
const acceptByKind: Record<FetchKind, string> = {
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,text/html;q=0.5,*/*;q=0.4',
  page: html,
  'front-page': html,
  sitemap: 'application/xml,text/xml;q=0.9,text/plain;q=0.6,*/*;q=0.5',
  image: 'image/avif,image/webp,image/png,image/jpeg,image/*;q=0.8,*/*;q=0.3',
  opml: 'text/x-opml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5',
  hub: '*/*',
  webhook: '*/*',
  push: '*/*',
  robots: 'text/plain,*/*;q=0.5',
}

/** Never ours to send, or the connection's own affair. */
const neverSent = new Set([
  'cookie',
  'cookie2',
  'referer',
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'expect',
  'proxy-authorization',
  'keep-alive',
])

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function firstHop(request: DoorRequest, url: URL, userAgent: string): Hop {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: acceptByKind[request.kind],
    'accept-encoding': acceptedEncodings,
  }
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    const lower = name.toLowerCase()
    if (!neverSent.has(lower)) headers[lower] = value
  }
  if (request.etag) headers['if-none-match'] = request.etag
  if (request.lastModified) headers['if-modified-since'] = request.lastModified
  if (url.username || url.password) {
    const pair = `${unescaped(url.username)}:${unescaped(url.password)}`
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`
  }
  for (const [name, value] of Object.entries(request.credentials ?? {})) headers[name.toLowerCase()] = value
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  bare.hash = ''
  return { url: bare, method: request.method ?? 'GET', headers, body: request.body }
}

/** Opens the door. Close it to close every connection. Throws on an allowed host that names none. */
export function openDoor(options: DoorOptions): Door {
  const gate: Gate = openGate(options.allowHosts)
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

  const walk = async (
    request: DoorRequest,
    first: Hop,
    limits: Limits,
    onStop: (stop: Stop) => void,
  ): Promise<Answer | Failure> => {
    const redirects: Redirect[] = []
    const seen = new Set<string>()
    let hop = first
    for (;;) {
      const refused = gate.checkUrl(hop.url)
      if (refused) return redirects.length > 0 ? { ...refused, url: hop.url.href } : refused
      let answer = await exchange(agent, hop, limits, onStop)
      // A kept connection that the server closed just as we wrote: ask once more on a fresh one.
      if (
        isFailure(answer) &&
        answer.code === 'refused' &&
        answer.failed.includes('closed') &&
        hop.method === 'GET'
      )
        answer = await exchange(agent, hop, limits, onStop)
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
    let stop: Stop | undefined
    let ended: Failure | undefined
    const end = (why: Failure) => {
      ended = why
      stop?.(why)
    }
    const timer = setTimeout(
      () => end(failure('timeout', `The answer took longer than ${Math.round(limits.total / 1000)} seconds`)),
      limits.total,
    )
    const cancel = () => end(failure('cancelled', 'The fetch was stopped'))
    if (request.signal?.aborted) cancel()
    request.signal?.addEventListener('abort', cancel, { once: true })
    try {
      return await walk(request, firstHop(request, url, options.userAgent), limits, (given) => {
        stop = given
        if (ended) given(ended)
      })
    } finally {
      clearTimeout(timer)
      request.signal?.removeEventListener('abort', cancel)
    }
  }

  return { fetch, close: () => agent.destroy() }
}

type Stop = (why: Failure) => void

const words: Readonly<Record<number, string>> = {
  400: 'The server did not understand the request',
  401: 'The server asks for a name and password',
  402: 'The server asks to be paid',
  403: 'The server refuses us',
  404: 'There is nothing at that address',
  410: 'The server says this is gone for good',
  429: 'The server says we ask too often',
  451: 'The server may not show this for legal reasons',
  500: 'The server has a fault',
  502: 'The server behind the server did not answer',
  503: 'The server is not available just now',
  504: 'The server behind the server did not answer in time',
}

const statusWords = (status: number): string =>
  `${words[status] ?? (status >= 500 ? 'The server has a fault' : 'The server gave an error')} (${status})`
