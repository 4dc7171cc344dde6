import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Door, openDoor } from './door.ts'
import { isFailure } from './failure.ts'
import { nextHop, permanentEnd, sameParty } from './redirects.ts'
import type { DoorRequest } from './request.ts'

type Seen = {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let door: Door
let port = 0
let seen: Seen[] = []
/** Path to status and location. */
let ways: Record<string, readonly [number, string]> = {}

const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const { method = '', url = '', headers } = request
  seen.push({ method, host: (headers.host ?? '').split(':')[0] ?? '', path: url, headers, body })
  const way = ways[url]
  if (way) response.writeHead(way[0], way[1] === '' ? {} : { location: way[1] }).end('moved')
  else response.writeHead(200).end('arrived')
})

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
  door = openDoor({
    userAgent: 'Throughline-Test/1',
    clock: { now: () => 0, sleep: async () => {} },
    allowHosts: [`*.test.localhost:${port}`],
  })
})
beforeEach(() => {
  seen = []
  ways = {}
})
afterAll(async () => {
  await door.close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

const at = (host: string, path: string) => `http://${host}.test.localhost:${port}${path}`
const ask = (more: Partial<DoorRequest> = {}) => door.fetch({ url: at('a', '/start'), kind: 'feed', ...more })

describe('redirects', () => {
  test('are followed one by one, and each is told', async () => {
    ways = { '/start': [302, '/second?x=1#part'], '/second?x=1': [301, at('b', '/end')] }
    const outcome = await ask()
    if (isFailure(outcome)) throw new Error(outcome.failed)
    expect(outcome.url).toBe(at('b', '/end'))
    expect(outcome.redirects).toEqual([
      { from: at('a', '/start'), to: at('a', '/second?x=1'), status: 302 },
      { from: at('a', '/second?x=1'), to: at('b', '/end'), status: 301 },
    ])
    expect(outcome.permanentUrl).toBeUndefined()
  })

  test('that are permanent from the beginning give the address to keep, up to the first that is not', async () => {
    ways = { '/start': [301, '/second'], '/second': [308, '/third'], '/third': [307, '/end'] }
    expect(await ask()).toMatchObject({ permanentUrl: at('a', '/third'), url: at('a', '/end') })
  })

  test('with raw UTF-8 in the address are understood', async () => {
    ways = { '/start': [302, Buffer.from('/über').toString('latin1')] }
    await ask()
    expect(seen[1]?.path).toBe('/%C3%BCber')
  })

  test.each([
    ['in a circle', { '/start': [301, '/second'], '/second': [301, '/start'] }],
    ['to themselves', { '/start': [302, '/start'] }],
    [
      'without end',
      Object.fromEntries(
        Array.from({ length: 30 }, (_, n) => [n === 0 ? '/start' : `/${n}`, [302, `/${n + 1}`]]),
      ),
    ],
    ['to nowhere', { '/start': [302, ''] }],
    ['to nonsense', { '/start': [302, 'http://[broken'] }],
  ] as [string, typeof ways][])('%s are a failure', async (_what, given) => {
    ways = given
    expect(await ask()).toMatchObject({ code: 'redirects' })
    expect(seen.length).toBeLessThan(11)
  })

  test('a status that is no redirect is not followed, Location or not', async () => {
    ways = { '/start': [300, '/second'] }
    expect(await ask()).toMatchObject({ code: 'http', status: 300 })
    expect(seen).toHaveLength(1)
  })
})

describe('what goes along', () => {
  const secret = {
    headers: { 'x-extra': 'for a', 'accept-language': 'he' },
    credentials: { authorization: 'Bearer secret', cookie: 'session=1' },
    etag: '"1"',
  }

  test.each([301, 302, 303, 307, 308])('credentials go with a %i on the same host', async (status) => {
    ways = { '/start': [status, '/end'] }
    await ask(secret)
    expect(seen[1]?.headers).toMatchObject({
      authorization: 'Bearer secret',
      cookie: 'session=1',
      'x-extra': 'for a',
    })
  })

  test.each([301, 302, 303, 307, 308])('credentials never go with a %i to another host', async (status) => {
    ways = { '/start': [status, at('b', '/end')] }
    await ask(secret)
    expect(seen[1]?.host).toBe('b.test.localhost')
    for (const name of ['authorization', 'cookie', 'x-extra', 'referer'])
      expect(seen[1]?.headers[name]).toBeUndefined()
    expect(seen[1]?.headers).toMatchObject({ 'accept-language': 'he', 'if-none-match': '"1"' })
  })

  test('credentials that were left behind do not come back on the way home', async () => {
    ways = { '/start': [302, at('b', '/away')], '/away': [302, at('a', '/home')] }
    await ask(secret)
    expect(seen[2]?.host).toBe('a.test.localhost')
    expect(seen[2]?.headers.authorization).toBeUndefined()
  })

  test('a name and password in the address become a header, and go no further', async () => {
    ways = { '/start': [302, `http://other:word@b.test.localhost:${port}/end`] }
    const outcome = await ask({ url: `http://me:p%C3%A4ss@a.test.localhost:${port}/start` })
    expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:päss').toString('base64')}`)
    expect(seen[1]?.headers.authorization).toBeUndefined()
    expect(JSON.stringify(outcome)).not.toContain('word')
  })

  test.each([
    [301, 'GET', ''],
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', 'a=1'],
    [308, 'POST', 'a=1'],
  ])('a POST that meets a %i goes on as %s', async (status, method, body) => {
    ways = { '/start': [status, '/end'] }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    await ask({ kind: 'hub', method: 'POST', body: 'a=1', headers })
    expect(seen[1]).toMatchObject({ method, body })
    expect(seen[1]?.headers['content-type']).toBe(method === 'POST' ? headers['content-type'] : undefined)
  })

  test.each([307, 308])('a body is never handed on to another host by a %i', async (status) => {
    ways = { '/start': [status, at('b', '/end')] }
    expect(await ask({ kind: 'webhook', method: 'POST', body: 'a=1' })).toMatchObject({ code: 'redirects' })
    expect(seen).toHaveLength(1)
  })
})

describe('the same party', () => {
  test.each([
    ['http://a.example/', 'http://a.example/x', true],
    ['http://a.example/', 'https://a.example/', true],
    ['https://a.example/', 'http://a.example/', false],
    ['https://a.example/', 'https://b.example/', false],
    ['https://a.example/', 'https://a.example:8443/', false],
    ['http://a.example:8080/', 'https://a.example/', false],
    ['https://a.example/', 'https://www.a.example/', false],
  ])('%s and %s: %s', (from, to, same) => {
    expect(sameParty(new URL(from), new URL(to))).toBe(same)
  })
})

test('a fall from https to http leaves the credentials behind', () => {
  const hop = {
    url: new URL('https://a.example/'),
    method: 'GET',
    headers: { authorization: 'x', accept: '*/*' },
    body: undefined,
  }
  const next = nextHop(hop, 302, 'http://a.example/')
  expect(next).toMatchObject({ headers: { accept: '*/*' } })
  expect(JSON.stringify(next)).not.toContain('authorization')
})

test('no redirect, no lasting address', () => {
  expect(permanentEnd([])).toBeUndefined()
})
