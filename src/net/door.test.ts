import type { IncomingMessage } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { answered, closeAll, door, failed, get, serve, textOf } from '../../test/loopback.ts'
import { openDoor } from './door.ts'
import { isFailure } from './failure.ts'
import type { DoorRequest } from './request.ts'

afterEach(closeAll)

describe('an ordinary fetch', () => {
  test('gives the body, the address and the validators verbatim', async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, {
        etag: 'W/"odd  "quotes""',
        'last-modified': 'Yesterday, perhaps',
        'set-cookie': 'follow=me',
        'content-type': 'application/rss+xml',
      })
      response.end('<rss/>')
    })
    const answer = answered(await get(port))
    expect(textOf(answer)).toBe('<rss/>')
    expect(answer).toMatchObject({
      status: 200,
      url: `http://a.test.localhost:${port}/feed`,
      redirects: [],
      etag: 'W/"odd  "quotes""',
      lastModified: 'Yesterday, perhaps',
      notModified: false,
    })
    expect(answer.headers['content-type']).toBe('application/rss+xml')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('sends who we are, and never a cookie or a referer', async () => {
    let seen: IncomingMessage['headers'] = {}
    const port = await serve((request, response) => {
      seen = request.headers
      response.setHeader('set-cookie', 'a=b').end('ok')
    })
    const opened = door()
    const url = `http://a.test.localhost:${port}/`
    const headers = {
      cookie: 'a=b',
      referer: 'https://reader.example/',
      'x-extra': 'yes',
      host: 'evil.example',
    }
    await opened.fetch({ url, kind: 'feed', headers })
    await opened.fetch({ url, kind: 'feed', headers })
    expect(seen.cookie).toBeUndefined()
    expect(seen.referer).toBeUndefined()
    expect(seen['x-extra']).toBe('yes')
    expect(seen.host).toBe(`a.test.localhost:${port}`)
    expect(seen['user-agent']).toBe('Throughline-Test/1 (+https://reader.example/about)')
    expect(seen['accept-encoding']).toBe('gzip, deflate, br, zstd')
  })

  test('a conditional one sends the validators as they came and says when nothing has changed', async () => {
    let seen: IncomingMessage['headers'] = {}
    const port = await serve((request, response) => {
      seen = request.headers
      response.writeHead(304, { etag: '"2"' }).end()
    })
    const answer = answered(
      await get(port, { etag: '"1\u00e9"', lastModified: 'Tue, 02 Jun 2026 10:00:00 GMT' }),
    )
    expect(seen['if-none-match']).toBe('"1\u00e9"')
    expect(seen['if-modified-since']).toBe('Tue, 02 Jun 2026 10:00:00 GMT')
    expect(answer).toMatchObject({ status: 304, notModified: true, etag: '"2"' })
    expect(answer.body.length).toBe(0)
  })

  test('a validator that no header can carry is left out, not stumbled over', async () => {
    let seen: IncomingMessage['headers'] = {}
    const port = await serve((request, response) => {
      seen = request.headers
      response.end('ok')
    })
    expect(answered(await get(port, { etag: '"a\r\nx-evil: 1"', lastModified: 'Mön\u0000' })).status).toBe(
      200,
    )
    expect([seen['if-none-match'], seen['if-modified-since'], seen['x-evil']]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('a 304 that nobody asked for is a failure, not an empty feed', async () => {
    const port = await serve((_request, response) => void response.writeHead(304).end())
    expect(failed(await get(port)).code).toBe('broken')
  })
})

describe('robots.txt', () => {
  const robots: Record<string, string> = {
    a: 'User-agent: *\nDisallow: /hidden\nCrawl-delay: 9',
    b: 'User-agent: throughline-test\nDisallow: /',
  }
  const site = async () => {
    const asked: string[] = []
    const port = await serve((request, response) => {
      const host = request.headers.host?.split('.')[0] ?? ''
      asked.push(`${host}${request.url}`)
      if (request.url === '/robots.txt') response.end(robots[host] ?? '')
      else if (request.url === '/away')
        response.writeHead(302, { location: `http://b.test.localhost:${port}/page` }).end()
      else response.end('page')
    })
    const waited: number[] = []
    let now = 0
    const sleep = async (milliseconds: number) => {
      waited.push(milliseconds)
      now += milliseconds
    }
    const opened = door({ clock: { now: () => now, sleep } })
    const fetch = async (path: string, kind: DoorRequest['kind'] = 'page', host = 'a') => {
      const outcome = await opened.fetch({ url: `http://${host}.test.localhost:${port}${path}`, kind })
      return isFailure(outcome) ? outcome.code : outcome.status
    }
    return { fetch, asked, waited }
  }

  test('is obeyed for pages and front pages, and nothing else asks for it', async () => {
    const { fetch, asked } = await site()
    for (const kind of ['feed', 'sitemap', 'image', 'opml', 'hub', 'webhook'] as const)
      expect(await fetch('/hidden', kind)).toBe(200)
    expect(asked).not.toContain('a/robots.txt')
    expect([await fetch('/hidden/x'), await fetch('/hidden', 'front-page'), await fetch('/open')]).toEqual([
      'robots',
      'robots',
      200,
    ])
    expect(asked.filter((path) => path === 'a/robots.txt')).toHaveLength(1)
    expect(asked).not.toContain('a/hidden/x')
  })

  test('holds at the end of a redirect as well', async () => {
    const { fetch, asked } = await site()
    expect(await fetch('/away')).toBe('robots')
    expect(asked).toEqual(['a/robots.txt', 'a/away', 'b/robots.txt'])
  })

  test('sets the pace with its crawl delay', async () => {
    const { fetch, waited } = await site()
    for (const path of ['/1', '/2', '/3']) await fetch(path)
    expect(waited).toEqual([9000, 9000, 9000])
  })
})

describe('a door that closes', () => {
  test('ends what is under way, what waits for its turn, and whatever comes after', async () => {
    const port = await serve(() => {})
    const opened = openDoor({
      userAgent: 'Throughline-Test/1',
      clock: { now: () => 0 },
      allowHosts: ['*.test.localhost'],
      manners: { localGap: 20_000, reading: { together: 2, gap: 20_000 } },
    })
    const slow = opened.fetch({ url: `http://a.test.localhost:${port}/`, kind: 'image' })
    const waiting = opened.fetch({ url: `http://a.test.localhost:${port}/`, kind: 'feed' })
    await new Promise((done) => setTimeout(done, 50))
    await opened.close()
    expect([failed(await slow).code, failed(await waiting).code]).toEqual(['cancelled', 'cancelled'])
    expect(failed(await opened.fetch({ url: `http://a.test.localhost:${port}/`, kind: 'image' })).code).toBe(
      'cancelled',
    )
  })
})

describe('errors of the server', () => {
  test.each([
    [404, undefined, undefined],
    [410, undefined, undefined],
    [429, '120', 120],
    [503, 'Mon, 01 Jun 2026 01:00:00 GMT', 3600],
    [503, 'soon', undefined],
  ])('%i with Retry-After %s', async (status, header, retryAfter) => {
    const port = await serve((_request, response) => {
      response.writeHead(status, header ? { 'retry-after': header } : {}).end('no')
    })
    const outcome = failed(await get(port))
    expect(outcome.code).toBe('http')
    expect(outcome.status).toBe(status)
    expect(outcome.retryAfter).toBe(retryAfter)
    expect(outcome.failed).toContain(`(${status})`)
  })
})
