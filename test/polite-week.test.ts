/** A week of reading, on a simulated clock, against a server that notes every request and knows what is rude. */

import { channel } from 'node:diagnostics_channel'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../src/app/context.ts'
import { obtain } from '../src/app/obtain.ts'
import { fetchSource, saveRefresh } from '../src/app/refresh.ts'
import { tick } from '../src/jobs/clock.ts'
import { type Door, openDoor } from '../src/net/door.ts'
import { openStore } from '../src/store/open.ts'
import { finish, type Job, lease, putBack, releaseLeases } from '../src/store/queue.ts'
import { addSource, outletFor } from '../src/store/sources.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const monday = Date.UTC(2026, 5, 1)
const sunday = monday + 7 * day

type Asked = {
  readonly at: number
  readonly host: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly status: number
  /** Milliseconds since 1970: until then this answer asks the host to be left alone. */
  readonly until: number
  /** How many restarts of the reader came before. */
  readonly life: number
}

let now = monday
let life = 0
const log: Asked[] = []

// The clock stands while anything is under way on the network, and jumps to the first sleeper when nothing is.
let underway = 0
const begin = () => underway++
const end = () => underway--
const sleepers: { at: number; wake: () => void }[] = []
const sleep = (milliseconds: number): Promise<void> =>
  new Promise((wake) => sleepers.push({ at: now + milliseconds, wake }))

async function drive<T>(work: Promise<T>): Promise<T> {
  let done = false
  const finished = work.finally(() => {
    done = true
  })
  let idle = 0
  while (!done) {
    await turn()
    idle = underway > 0 ? 0 : idle + 1
    if (idle < 8) continue
    sleepers.sort((a, b) => a.at - b.at)
    const next = sleepers.shift()
    if (!next) continue
    idle = 0
    now = Math.max(now, next.at)
    next.wake()
  }
  return finished
}

type Site = {
  readonly feeds: readonly string[]
  /** Milliseconds between two of its items. */
  readonly every: number
  readonly robots?: string
  readonly channel?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Another answer than the usual one: status, headers. */
  readonly instead?: (path: string, count: number) => readonly [number, Record<string, string>] | undefined
}

const sites: Readonly<Record<string, Site>> = {
  calm: { feeds: ['/feed'], every: 3 * hour },
  many: { feeds: Array.from({ length: 12 }, (_, at) => `/feed/${at}`), every: 8 * hour },
  tired: {
    feeds: ['/feed/a', '/feed/b', '/feed/c'],
    every: 4 * hour,
    instead: (_path, count) => {
      if (count % 7 !== 6) return undefined
      const asDate = new Date(now + 90 * minute).toUTCString()
      return [count % 2 === 0 ? 429 : 503, { 'retry-after': count % 2 === 0 ? '5400' : asDate }]
    },
  },
  broken: { feeds: ['/feed'], every: hour, instead: () => (dayOf(now) === 2 ? [500, {}] : undefined) },
  gone: { feeds: ['/feed'], every: 2 * hour, instead: () => (dayOf(now) >= 3 ? [410, {}] : undefined) },
  moved: {
    feeds: ['/old'],
    every: 3 * hour,
    instead: (path) => (path === '/old' && dayOf(now) >= 2 ? [301, { location: '/new' }] : undefined),
  },
  cached: { feeds: ['/feed'], every: hour, headers: { 'cache-control': 'max-age=21600' } },
  nights: {
    feeds: ['/feed'],
    every: hour,
    channel: `<ttl>100</ttl><skipHours>${[0, 1, 2, 3, 4, 5].map((at) => `<hour>${at}</hour>`).join('')}</skipHours><skipDays><day>Saturday</day></skipDays>`,
  },
  /** Hangs up without a word now and then. */
  flaky: {
    feeds: ['/feed', '/feed/b'],
    every: 2 * hour,
    instead: (_path, count) => (count % 4 === 3 ? [0, {}] : undefined),
  },
  strict: { feeds: ['/feed'], every: 2 * hour, robots: 'User-agent: *\nDisallow: /page/*1$\nCrawl-delay: 5' },
  silent: {
    feeds: ['/feed'],
    every: 6 * hour,
    instead: (path) => (path === '/robots.txt' ? [503, {}] : undefined),
  },
}

const dayOf = (at: number): number => Math.floor((at - monday) / day)

function feedOf(site: Site, base: string, path: string): { body: string; etag: string; modified: string } {
  const newest = Math.floor(now / site.every)
  const items = Array.from({ length: 8 }, (_, back) => newest - back).map(
    (number) =>
      `<item><guid>${path}-${number}</guid><title>The quay, hour ${number}</title><link>${base}/page/${number}${path === '/feed' ? '' : `?of=${path}`}</link>` +
      `<pubDate>${new Date(number * site.every).toUTCString()}</pubDate></item>`,
  )
  const body = `<rss version="2.0"><channel><title>Quay</title>${site.channel ?? ''}${items.join('')}</channel></rss>`
  return { body, etag: `W/"${path}-${newest}"`, modified: new Date(newest * site.every).toUTCString() }
}

const counts = new Map<string, number>()

function answer(request: IncomingMessage, response: ServerResponse): void {
  const host = (request.headers.host ?? '').split('.')[0] ?? ''
  const path = request.url ?? ''
  const site = sites[host]
  const count = counts.get(host) ?? 0
  counts.set(host, count + 1)
  let status = 404
  let headers: Record<string, string> = {}
  let body = ''
  const other = site?.instead?.(path, count)
  if (other) [status, headers] = other
  else if (path === '/robots.txt' && site?.robots) [status, body] = [200, site.robots]
  else if (path.startsWith('/page/') || path === '/robots.txt') {
    if (path !== '/robots.txt') [status, headers, body] = [200, { 'content-type': 'text/html' }, page]
  } else if (site) {
    const { body: feed, etag, modified } = feedOf(site, `http://${request.headers.host}`, path)
    headers = { etag, 'last-modified': modified, 'content-type': 'application/rss+xml', ...site.headers }
    const same =
      request.headers['if-none-match'] === etag && request.headers['if-modified-since'] === modified
    ;[status, body] = same ? [304, ''] : [200, feed]
  }
  const wait = headers['retry-after']
  const until = wait === undefined ? 0 : /^\d+$/.test(wait) ? now + Number(wait) * second : Date.parse(wait)
  log.push({ at: now, host, path, headers: request.headers, status, until, life })
  if (status === 0) request.socket.destroy()
  else response.writeHead(status, headers).end(body)
}

const page = `<html><body><article><h1>The quay</h1><p>${'The ferry to the island left on time, with the post and a crate of lemons aboard. '.repeat(6)}</p></article></body></html>`

const server = createServer(answer)
let port = 0

beforeAll(async () => {
  channel('undici:request:create').subscribe(begin)
  channel('undici:request:trailers').subscribe(end)
  channel('undici:request:error').subscribe(end)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
  await liveThroughTheWeek()
}, 120_000)

afterAll(async () => {
  channel('undici:request:create').unsubscribe(begin)
  channel('undici:request:trailers').unsubscribe(end)
  channel('undici:request:error').unsubscribe(end)
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

async function liveThroughTheWeek(): Promise<void> {
  const store = await openStore(':memory:')
  if ('failed' in store) throw new Error(store.failed)
  const { db } = store
  const outlet = await outletFor(db, { domain: 'week.example', name: 'Quay', sample: false })
  for (const [host, { feeds }] of Object.entries(sites))
    for (const path of feeds) {
      const url = `http://${host}.week.localhost:${port}${path}`
      await addSource(db, { url, kind: 'feed', title: url, outlet, sample: false, nextCheck: now, now })
    }

  let waits: ReturnType<Door['waits']> = []
  while (now < sunday) {
    const door = openDoor({
      userAgent: 'Throughline/1.0 (+https://reader.example/about)',
      clock: { now: () => now, sleep },
      allowHosts: ['*.week.localhost'],
      // The manners that strangers get, not those of the operator's own network.
      manners: { localGap: second },
      waits,
    })
    const context: Context = { db, fetch: door.fetch, now: () => now }
    await releaseLeases(db)
    const stop = Math.min(now + 11 * hour, sunday)
    while (now < stop) {
      await tick(db, now)
      while (await someWork(context));
      now += 2 * minute
    }
    waits = door.waits()
    await door.close()
    life++
  }
  await store.close()
}

async function someWork(context: Context): Promise<boolean> {
  const jobs = [
    ...(await lease(context.db, ['refresh'], 8, now)),
    ...(await lease(context.db, ['read'], 32, now)),
  ]
  await drive(
    Promise.all(jobs.map((job) => (job.kind === 'refresh' ? refresh(context, job) : read(context, job)))),
  )
  return jobs.length > 0
}

async function refresh(context: Context, job: Job): Promise<void> {
  await saveRefresh(context.db, job, await fetchSource(context, job), now)
}

async function read(context: Context, job: Job): Promise<void> {
  const obtained = await obtain(context, job)
  if (obtained.kind === 'later') await putBack(context.db, job, obtained.reason, now, obtained.notBefore)
  else await finish(context.db, job)
}

const of = (host: string, path?: RegExp) =>
  log.filter((asked) => asked.host === host && (path?.test(asked.path) ?? true))
const isFeed = (asked: Asked) => !asked.path.startsWith('/page/') && asked.path !== '/robots.txt'
/** Neighbours in a list, the earlier first. */
const pairs = (list: readonly Asked[]) =>
  list.slice(1).map((later, at) => [list[at] as Asked, later] as const)

describe('in a week of reading, restarts included', () => {
  test('every source was read, again and again', () => {
    for (const host of Object.keys(sites))
      expect(`${host} ${of(host, /feed|old|new/).length > 5}`).toBe(`${host} true`)
    expect(life).toBe(16)
    expect(of('calm', /^\/page/).length).toBeGreaterThan(50)
  })

  test('requests to one host were at least a second apart', () => {
    for (const host of Object.keys(sites))
      for (const [one, two] of pairs(of(host))) expect(two.at - one.at).toBeGreaterThanOrEqual(second)
  })

  test('a crawl delay was kept once it was known', () => {
    for (const [one, two] of pairs(of('strict')))
      if (two.path.startsWith('/page/') && one.life === two.life)
        expect(two.at - one.at).toBeGreaterThanOrEqual(5 * second)
  })

  test('a host that asked to be left alone was left alone', () => {
    const asked = of('tired')
    const pleas = asked.filter(({ until }) => until > 0)
    expect(pleas.length).toBeGreaterThan(5)
    for (const plea of pleas) expect(asked.filter(({ at }) => at > plea.at && at < plea.until)).toEqual([])
  })

  test('every feed that had given validators was asked with them, verbatim', () => {
    const feeds = log.filter(isFeed)
    let conditional = 0
    for (const [at, asked] of feeds.entries()) {
      const last = feeds
        .slice(0, at)
        .findLast(
          (other) =>
            other.host === asked.host &&
            other.path === asked.path &&
            (other.status === 200 || other.status === 304),
        )
      if (!last) continue
      conditional++
      expect(asked.headers['if-none-match']).toMatch(/^W\/".*"$/)
      expect(asked.headers['if-modified-since']).toMatch(/GMT$/)
    }
    expect(conditional).toBeGreaterThan(200)
    expect(feeds.filter(({ status }) => status === 304).length).toBeGreaterThan(20)
  })

  test('pages that robots.txt forbids were never fetched, nor any whose rules could not be read', () => {
    expect(of('strict', /^\/page\/\d*1$/)).toEqual([])
    expect(of('strict', /^\/page\//).length).toBeGreaterThan(20)
    expect(of('silent', /^\/page\//)).toEqual([])
  })

  test('robots.txt was read at most once a day and restart', () => {
    for (const host of ['calm', 'many', 'strict'])
      for (const [one, two] of pairs(of(host, /robots/)))
        expect(two.life > one.life || two.at - one.at >= day).toBe(true)
  })

  test('a source that is gone was asked no more, and a moved one only where it now lives', () => {
    expect(of('gone').filter(({ status }) => status === 410)).toHaveLength(1)
    expect(of('gone', /feed/).at(-1)?.status).toBe(410)
    expect(of('moved', /old/).filter(({ status }) => status === 301).length).toBeLessThanOrEqual(3)
    expect(of('moved', /new/).length).toBeGreaterThan(5)
  })

  test('a fresh answer, a ttl and hours and days of rest were respected', () => {
    for (const [one, two] of pairs(of('cached', /feed/)))
      expect(two.at - one.at).toBeGreaterThanOrEqual(6 * hour)
    for (const [one, two] of pairs(of('nights', /feed/))) {
      expect(two.at - one.at).toBeGreaterThanOrEqual(100 * minute)
      const when = new Date(two.at)
      expect(when.getUTCHours()).toBeGreaterThan(5)
      expect(when.getUTCDay()).not.toBe(6)
    }
  })

  test('a broken host was asked ever more rarely', () => {
    expect(of('broken', /feed/).filter(({ at }) => dayOf(at) === 2).length).toBeLessThan(8)
  })

  test('no cookie, no referer, and always our name and address', () => {
    for (const { headers } of log) {
      expect(headers.cookie ?? headers.referer).toBeUndefined()
      expect(headers['user-agent']).toBe('Throughline/1.0 (+https://reader.example/about)')
    }
  })
})
