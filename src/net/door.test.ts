import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createRawServer } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type DoorOptions, openDoor } from './door.ts'
import { type Failure, isFailure } from './failure.ts'
import type { Answer, DoorRequest } from './request.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function listening(server: Server | ReturnType<typeof createRawServer>): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(
    () =>
      new Promise((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  )
  return (server.address() as AddressInfo).port
}

const serve = (listener: RequestListener): Promise<number> => listening(createServer(listener))

/** A server that sends these very bytes, then waits or hangs up. */
const serveRaw = (bytes: string | Buffer, hangUp = true): Promise<number> =>
  listening(
    createRawServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => {
        socket.write(bytes)
        if (hangUp) socket.end()
      })
      closers.push(async () => void socket.destroy())
    }),
  )

function door(more: Partial<DoorOptions> = {}) {
  const opened = openDoor({
    userAgent: 'Throughline-Test/1 (+https://reader.example/about)',
    clock: { now: () => Date.UTC(2026, 5, 1), sleep: async () => {} },
    allowHosts: ['*.test.localhost'],
    ...more,
  })
  closers.push(opened.close)
  return opened
}

const get = (port: number, more: Partial<DoorRequest> = {}, options: Partial<DoorOptions> = {}) =>
  door(options).fetch({ url: `http://a.test.localhost:${port}/feed`, kind: 'feed', ...more })

function answered(outcome: Answer | Failure): Answer {
  if (isFailure(outcome)) throw new Error(`expected an answer, got: ${outcome.failed}`)
  return outcome
}

function failed(outcome: Answer | Failure): Failure {
  if (!isFailure(outcome)) throw new Error(`expected a failure, got ${outcome.status}`)
  return outcome
}

const text = (answer: Answer) => new TextDecoder().decode(answer.body)

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
    expect(text(answer)).toBe('<rss/>')
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

describe('compressed answers', () => {
  const plain = Buffer.from('<feed>Grüße aus dem Hafen</feed>'.repeat(50))
  const cases: [string, Buffer][] = [
    ['gzip', gzipSync(plain)],
    ['x-gzip', gzipSync(plain)],
    ['GZIP', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['zstd', zstdCompressSync(plain)],
    ['deflate, gzip', gzipSync(deflateSync(plain))],
    ['identity', plain],
    ['gzip', plain],
  ]
  test.each(cases)('%s is unpacked', async (encoding, bytes) => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes)
    })
    expect(Buffer.from(answered(await get(port)).body).equals(plain)).toBe(true)
  })

  test.each([
    ['gzip', gzipSync(Buffer.alloc(30_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(30_000_000))],
    ['zstd', zstdCompressSync(Buffer.alloc(30_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(30_000_000)))],
    ['gzip', Buffer.concat(Array.from({ length: 40 }, () => gzipSync(Buffer.alloc(1_000_000))))],
  ])('a bomb in %s stops at the cap', async (encoding, bytes) => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes)
    })
    const outcome = failed(await get(port, { limits: { inflated: 1_000_000 } }))
    expect(outcome).toEqual({ code: 'too-large', failed: 'The answer unpacks to more than 1.0 MB' })
  })

  test.each([
    ['gzip', gzipSync(plain).subarray(0, 40)],
    ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(plain)))],
    ['compress', plain],
    ['br', plain],
    // A frame whose header asks for a window of 128 MB.
    ['zstd', Buffer.from('28b52ffd008809000061', 'hex')],
  ])('%s that cannot be unpacked is said to be broken', async (encoding, bytes) => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes)
    })
    expect(failed(await get(port)).code).toBe('broken')
  })
})

describe('hostile answers', () => {
  test('an announced length over the cap is not waited for', async () => {
    const port = await serveRaw('HTTP/1.1 200 OK\r\nContent-Length: 99000000\r\n\r\nabc', false)
    expect(failed(await get(port)).code).toBe('too-large')
  })

  test('an endless body is cut at the cap', async () => {
    const port = await serve((_request, response) => {
      const chunk = Buffer.alloc(65_536, 'x')
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      }
      response.on('drain', more)
      more()
    })
    expect(failed(await get(port, { limits: { compressed: 1_000_000 } })).code).toBe('too-large')
  })

  test('a body that trickles for ever ends with the total time', async () => {
    const port = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const outcome = failed(await get(port, { limits: { total: 200 } }))
    expect(outcome.code).toBe('timeout')
  })

  test('a server that accepts and says nothing ends with the time to the first byte', async () => {
    const port = await serve(() => {})
    expect(failed(await get(port, { limits: { firstByte: 150 } }))).toEqual({
      code: 'timeout',
      failed: 'The server did not begin to answer in time',
    })
  })

  test.each([
    ['hints', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(30), ''],
    ['crumbs', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\nx\r\n'.repeat(25_000)],
  ])('%s without end are not taken for an answer', async (_what, start, more) => {
    const port = await serveRaw(`${start}${more}`, false)
    expect(failed(await get(port)).code).toBe('broken')
  })

  test('a few hints and many small chunks are nothing to worry about', async () => {
    const chunks = `5\r\nlines\r\n`.repeat(2000)
    const hints = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(3)
    const port = await serveRaw(
      `${hints}HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`,
    )
    expect(answered(await get(port)).body.length).toBe(10_000)
  })

  test('headers that trickle for ever end with the total time', async () => {
    const port = await listening(
      createRawServer((socket) => {
        socket.on('error', () => {})
        socket.write('HTTP/1.1 200 OK\r\n')
        const timer = setInterval(() => socket.write('X-A: b\r\n'), 20)
        socket.on('close', () => clearInterval(timer))
        closers.push(async () => void socket.destroy())
      }),
    )
    expect(failed(await get(port, { limits: { total: 200 } })).code).toBe('timeout')
  })

  test('headers without end are refused', async () => {
    const port = await serveRaw(`HTTP/1.1 200 OK\r\n${'X-Filler: abcdefghij\r\n'.repeat(20_000)}\r\nbody`)
    expect(failed(await get(port)).code).toBe('too-large')
  })

  test('a body shorter than announced is said to have broken off', async () => {
    const port = await serveRaw('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort')
    expect(failed(await get(port))).toEqual({ code: 'broken', failed: 'The answer broke off before its end' })
  })

  test('a body longer than announced gives what was announced', async () => {
    const port = await serveRaw('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nshort and then some')
    expect(text(answered(await get(port)))).toBe('short')
  })

  test.each([
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nshort'],
    ['no protocol', 'hello there\r\n\r\n'],
    ['a chunk size that is none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc'],
  ])('%s is said to be broken', async (_name, bytes) => {
    expect(failed(await get(await serveRaw(bytes))).code).toBe('broken')
  })

  test('a connection closed without a word is tried once more and then refused', async () => {
    let connections = 0
    const port = await listening(
      createRawServer((socket) => {
        connections++
        socket.on('error', () => {})
        socket.once('data', () => socket.destroy())
      }),
    )
    expect(failed(await get(port)).code).toBe('refused')
    expect(connections).toBe(2)
  })

  test('nobody at the port is refused', async () => {
    const server = createServer()
    const port = await listening(server)
    await closers.pop()?.()
    expect(failed(await get(port)).code).toBe('refused')
  })

  test('a caller may stop', async () => {
    const port = await serve(() => {})
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 30)
    expect(failed(await get(port, { signal: stop.signal })).code).toBe('cancelled')
    expect(failed(await get(port, { signal: AbortSignal.abort() })).code).toBe('cancelled')
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
