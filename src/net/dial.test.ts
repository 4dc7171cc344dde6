import { createServer, type Server } from 'node:https'
import { type AddressInfo, createServer as createPlainServer } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import { makeCertificate } from '../../bench/net-certificate.ts'
import { type DoorOptions, openDoor } from './door.ts'
import { isFailure } from './failure.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const now = Date.now()
const good = makeCertificate(['*.test.localhost'], now)
const outdated = makeCertificate(['*.test.localhost'], now - 30 * 86_400_000)
const foreign = makeCertificate(['elsewhere.test.localhost'], now)

type Secure = { readonly port: number; readonly resumed: boolean[]; readonly server: Server }

async function secure(
  certificate = good,
  maxVersion: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.3',
  minVersion = maxVersion,
): Promise<Secure> {
  const resumed: boolean[] = []
  const server = createServer({ ...certificate, maxVersion, minVersion }, (request, response) => {
    resumed.push((request.socket as TLSSocket).isSessionReused())
    response.setHeader('connection', 'close').end('ok')
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(() => {
    server.closeAllConnections()
    return new Promise((done) => server.close(done))
  })
  return { port: (server.address() as AddressInfo).port, resumed, server }
}

function door(more: Partial<DoorOptions> = {}) {
  const opened = openDoor({
    userAgent: 'Throughline-Test/1',
    clock: { now: () => 0, sleep: async () => {} },
    allowHosts: ['*.test.localhost'],
    trust: [good.cert, outdated.cert, foreign.cert],
    ...more,
  })
  closers.push(opened.close)
  return {
    get: async (port: number) => {
      const got = await opened.fetch({ url: `https://news.test.localhost:${port}/`, kind: 'feed' })
      return isFailure(got) ? got.failed : got.status
    },
  }
}

describe('a secure connection', () => {
  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'over %s is taken up again where the last one ended',
    async (version) => {
      const { port, resumed } = await secure(good, version)
      const { get } = door()
      expect([await get(port), await get(port), await get(port)]).toEqual([200, 200, 200])
      expect(resumed).toEqual([false, true, true])
    },
  )

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'over %s is refused for another name, however often it is tried',
    async (version) => {
      const { port, resumed } = await secure(foreign, version)
      const { get } = door()
      for (let time = 0; time < 3; time++)
        expect(await get(port)).toBe('The certificate of the server is for another name')
      expect(resumed).toEqual([])
    },
  )

  test('with a certificate out of date is refused', async () => {
    const { port } = await secure(outdated)
    expect(await door().get(port)).toBe('The certificate of the server has expired')
  })

  test('with a certificate that nobody vouches for is refused', async () => {
    const { port } = await secure()
    expect(await door({ trust: [] }).get(port)).toBe('The server signed its certificate itself')
  })

  test('to a server that speaks no TLS is refused', async () => {
    const server = createPlainServer((socket) => {
      socket.on('error', () => {})
      socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    closers.push(() => new Promise((done) => server.close(done)))
    expect(await door().get((server.address() as AddressInfo).port)).toMatch(/^No secure connection/)
  })

  test('to a server that never shakes hands ends in time', async () => {
    const server = createPlainServer((socket) => {
      closers.push(async () => socket.destroy())
      socket.on('error', () => {})
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    closers.push(() => new Promise((done) => server.close(done)))
    const outcome = await door({ limits: { firstByte: 200 } }).get((server.address() as AddressInfo).port)
    expect(outcome).toBe('The server did not accept the connection in time')
  })
})

test('a host with several addresses is reached by the one that answers', async () => {
  const { port } = await secure()
  const { get } = door({ resolve: async () => ['::1', '127.0.0.1'] })
  expect(await get(port)).toBe(200)
})

test('a forbidden address among several is passed over', async () => {
  const { port } = await secure()
  const { get } = door({ resolve: async () => ['169.254.169.254', '127.0.0.1'] })
  expect(await get(port)).toBe(200)
})
