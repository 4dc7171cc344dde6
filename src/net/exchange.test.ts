import { createServer as createRawServer } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import {
  answered,
  atEnd,
  closeAll,
  failed,
  get,
  listening,
  serve,
  serveRaw,
  textOf,
} from '../../test/loopback.ts'

afterEach(closeAll)

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

  test('a file that is gzip itself is unpacked too, within the same cap', async () => {
    const port = await serve((request, response) => {
      response.writeHead(200, { 'content-type': 'application/gzip' })
      response.end(gzipSync(request.url === '/bomb' ? Buffer.alloc(30_000_000) : plain))
    })
    const at = (path: string) => ({ url: `http://a.test.localhost:${port}${path}`, kind: 'sitemap' }) as const
    expect(Buffer.from(answered(await get(port, at('/news.xml.gz'))).body).equals(plain)).toBe(true)
    expect(failed(await get(port, { ...at('/bomb'), limits: { inflated: 1_000_000 } })).code).toBe(
      'too-large',
    )
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
        atEnd(() => socket.destroy())
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
    expect(textOf(answered(await get(port)))).toBe('short')
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
    const port = await serve(() => {})
    await closeAll()
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
