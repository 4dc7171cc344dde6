import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressKind } from './addresses.ts'
import { openDialler } from './dial.ts'
import { type Door, openDoor } from './door.ts'
import { failure, isFailure } from './failure.ts'
import { openGate } from './gate.ts'
import type { FetchKind } from './request.ts'

/** Hosts as someone might write them in an address; every one must be refused. */
const forbiddenHosts = [
  // This machine, in every notation of IPv4.
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0x7F.0x0.0x0.0x1',
  '017700000001',
  '0177.0.0.1',
  '0177.0x0.0.01',
  '127.0.0.0x1',
  '%31%32%37.0.0.1',
  '127%2e0%2e0%2e1',
  '１２７.０.０.１',
  '127。0。0。1',
  '①②⑦.0.0.1',
  '0',
  '0.0.0.0',
  '0x0',
  '0.1.2.3',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'ⓛocalhost',
  'anything.localhost',
  'a.b.localhost.',
  // Private and special IPv4.
  '10.0.0.1',
  '10.1',
  '167772161',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.1',
  '0xc0a80001',
  '0300.0250.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '169.254.170.2',
  '168.63.129.16',
  '192.0.0.1',
  '192.0.0.170',
  '192.0.0.192',
  '192.0.2.44',
  '192.88.99.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '4294967295',
  // IPv6: this machine, mapped, translated, tunnelled.
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::8.8.8.8]',
  '[::ffff:0:127.0.0.1]',
  '[::ffff:0:8.8.8.8]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::a00:1]',
  '[64:ff9b::169.254.169.254]',
  '[64:ff9b:0:0:1::8.8.8.8]',
  '[64:ff9b:1::8.8.8.8]',
  '[2002:7f00:1::]',
  '[2002:7f00:1::1]',
  '[2002:a00:1::1]',
  '[2002:808:808::1]',
  '[2001::1]',
  '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
  '[2001:2::1]',
  '[2001:10::1]',
  '[2001:20::1]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[3fff:fff::1]',
  '[5f00::1]',
  '[100::1]',
  '[100:0:0:1::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fd20:ce::254]',
  '[fdff:ffff::1]',
  '[fe80::1]',
  '[febf::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[ff0e::1]',
  '[4000::1]',
  '[e000::1]',
]

const forbiddenAddresses = [
  ...forbiddenHosts.map((host) => `http://${host}:8080/feed`),
  'https://127.0.0.1/',
  'http://reader:secret@127.0.0.1/',
  'http://public.example@127.0.0.1/',
  'http:\\\\127.0.0.1\\',
  'http:/127.0.0.1/',
  'http://\t127.0.0.1/',
  'ht\ntp://127.0.0.1/',
  'file:///etc/passwd',
  'ftp://files.example/feed',
  'gopher://old.example/1',
  'data:text/xml,<rss/>',
  'javascript:alert(1)',
  'blob:https://public.example/1',
  'ws://public.example/',
  'unix:/var/run/docker.sock',
  'view-source:http://public.example/',
  ...[
    0, 7, 19, 21, 22, 23, 25, 53, 69, 110, 111, 137, 139, 143, 389, 465, 514, 587, 636, 993, 2049, 5060, 6000,
  ]
    .concat([6665, 6667, 6697, 10080])
    .map((port) => `http://public.example:${port}/`),
]

const allowedHosts = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '126.255.255.255',
  '128.0.0.1',
  '134744072',
  '0x08.8.8.8',
  '169.253.255.255',
  '169.255.0.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.0.1.1',
  '192.0.3.1',
  '192.167.255.255',
  '192.169.0.1',
  '192.31.196.1',
  '198.17.255.255',
  '198.20.0.1',
  '198.51.99.255',
  '203.0.112.1',
  '203.0.114.1',
  '223.255.255.254',
  '[2606:4700:4700::1111]',
  '[2001:4860:4860::8888]',
  '[2001:200::1]',
  '[2003::1]',
  '[2400:cb00::1]',
  '[2620:4f:8000::1]',
  '[2a00:1450:4001:80b::200e]',
  '[3fff:1000::1]',
  '[64:ff9b::8.8.8.8]',
  '[::ffff:8.8.8.8]',
  'news.example',
  'xn--bcher-kva.example',
  'bücher.example',
  'localhost.example',
  'notlocalhost',
  '127.0.0.1.example',
  '10.example.com',
]

const kinds: FetchKind[] = [
  'feed',
  'page',
  'front-page',
  'sitemap',
  'image',
  'opml',
  'hub',
  'webhook',
  'push',
  'robots',
]

let door: Door
let port = 0
let target = ''
let status = 302
const server = createServer((_request, response) => {
  // As raw UTF-8, the way careless servers send it; a line break cannot stand in a header.
  response.writeHead(status, { location: Buffer.from(target.replaceAll('\n', '')).toString('latin1') }).end()
})

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
  door = openDoor({
    userAgent: 'Throughline-Test/1',
    clock: { now: () => 0, sleep: async () => {} },
    allowHosts: [`way.test.localhost:${port}`],
  })
})

afterAll(async () => {
  await door.close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

const outcome = async (url: string, kind: FetchKind) => {
  const got = await door.fetch({ url, kind })
  return isFailure(got) ? got.code : `answered ${got.status}`
}

describe('an address that must not be fetched', () => {
  test.each(forbiddenAddresses)('%s is blocked for every kind of fetch', async (url) => {
    for (const kind of kinds) expect(`${kind} ${await outcome(url, kind)}`).toBe(`${kind} blocked`)
  })

  // Behind an http address `http:/x` is a path on the same host, so it proves nothing here.
  const elsewhere = forbiddenAddresses.filter((url) => url !== 'http:/127.0.0.1/')
  test.each(elsewhere)('%s is blocked behind every redirect code', async (url) => {
    target = url
    for (status of [301, 302, 303, 307, 308]) {
      for (const kind of kinds) {
        if (kind === 'push') continue
        const got = await outcome(`http://way.test.localhost:${port}/`, kind)
        expect(`${kind} ${status} ${got}`).toBe(`${kind} ${status} blocked`)
      }
    }
  })

  test('push follows no redirect at all', async () => {
    target = 'https://public.example/'
    expect(await outcome(`http://way.test.localhost:${port}/`, 'push')).toBe('redirects')
  })

  test('the port on which this server listens is blocked under a name that is not allowed', async () => {
    expect(await outcome(`http://other.test.localhost:${port}/`, 'feed')).toBe('blocked')
    expect(await outcome(`http://127.0.0.1:${port}/`, 'feed')).toBe('blocked')
  })

  test.each([
    '',
    'nonsense',
    'news.example/feed',
    '//news.example/feed',
    'http://',
    'http://a b/',
    'http://[::1',
    'http://1.2.3.4.5/',
    'http://256.1.1.1/',
  ])('%j is no address at all', async (url) => {
    expect(await outcome(url, 'feed')).toBe('address')
  })
})

describe('an ordinary public address', () => {
  test.each(allowedHosts)('%s passes the gate, with and without a port', (host) => {
    const gate = openGate()
    for (const url of [
      `http://${host}/feed`,
      `https://${host}/`,
      `https://${host}:8443/`,
      `http://${host}:8080/`,
    ])
      expect(gate.checkUrl(new URL(url))).toBeUndefined()
  })
})

describe('a name that resolves', () => {
  const resolvingTo = async (addresses: readonly string[], allowHosts: readonly string[] = []) => {
    const opened = openDoor({
      userAgent: 'Throughline-Test/1',
      clock: { now: () => 0, sleep: async () => {} },
      resolve: async () => addresses,
      allowHosts,
    })
    const got = await opened.fetch({ url: `http://rebound.example:${port}/`, kind: 'feed' })
    await opened.close()
    return isFailure(got) ? got.code : 'answered'
  }

  test.each([
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['10.0.0.1'],
    ['169.254.169.254'],
    ['fd00:ec2::254'],
    ['fe80::1%eth0'],
    ['64:ff9b::7f00:1'],
    ['not an address'],
  ])('to %s is blocked', async (address) => {
    expect(await resolvingTo([address])).toBe('blocked')
  })

  test('to several forbidden addresses is blocked, and to none is unknown', async () => {
    expect(await resolvingTo(['10.0.0.1', '::1', '127.0.0.1'])).toBe('blocked')
    expect(await resolvingTo([])).toBe('dns')
  })

  test('to this machine passes once the configuration names the host', async () => {
    status = 404
    expect(await resolvingTo(['127.0.0.1'], ['rebound.example'])).toBe('http')
    expect(await resolvingTo(['127.0.0.1'], [`rebound.example:${port}`])).toBe('http')
    expect(await resolvingTo(['127.0.0.1'], ['rebound.example:1234'])).toBe('blocked')
    expect(await resolvingTo(['127.0.0.1'], ['*.rebound.example'])).toBe('blocked')
  })

  test('an allowed host still cannot lead to the platform, link-local or multicast addresses', async () => {
    for (const address of ['169.254.169.254', '168.63.129.16', 'fe80::1', '224.0.0.1', '0.0.0.0', '::'])
      expect(await resolvingTo([address], ['rebound.example'])).toBe('blocked')
  })

  test('to another address on the second look is checked again at the socket', async () => {
    let looks = 0
    const connect = openDialler({
      gate: {
        ...openGate(),
        checkAddress: () =>
          looks++ === 0 ? undefined : failure('blocked', 'not the address that was checked'),
      },
      resolve: async () => ['127.0.0.1'],
      timeout: 1000,
    })
    const error = await new Promise<Error | null>((done) =>
      connect({ hostname: 'rebound.example', protocol: 'http:', port: String(port) }, (...[problem]) =>
        done(problem),
      ),
    )
    expect(error?.message).toBe('not the address that was checked')
  })
})

describe('allowed hosts', () => {
  const blocked = (pattern: string, url: string) => openGate([pattern]).checkUrl(new URL(url)) !== undefined

  test.each([
    ['localhost', 'http://localhost:3000/', false],
    ['localhost', 'http://a.localhost/', true],
    ['*.sample.localhost:4001', 'http://outlet.sample.localhost:4001/', false],
    ['*.sample.localhost:4001', 'http://outlet.sample.localhost:4002/', true],
    ['*.sample.localhost:4001', 'http://sample.localhost:4001/', true],
    ['*.sample.localhost:4001', 'http://evilsample.localhost:4001/', true],
    ['192.168.1.5', 'http://192.168.1.5/', false],
    ['192.168.1.5', 'http://0xc0a80105/', false],
    ['192.168.1.5', 'http://192.168.1.6/', true],
    ['192.168.1.5', 'http://[::ffff:192.168.1.5]/', true],
    ['192.168.1.5:8080', 'http://192.168.1.5/', true],
    ['169.254.9.9', 'http://169.254.9.9/', false],
    ['[fd00::5]', 'http://[fd00::5]/', false],
    ['[fd00::5]:81', 'http://[fd00::5]:81/', false],
    ['fd00::5', 'http://[fd00::5]/', false],
    ['localhost', 'http://localhost:22/', true],
    ['0.0.0.0', 'http://0.0.0.0/', true],
  ])('%s: %s blocked is %s', (pattern, url, expected) => {
    expect(blocked(pattern, url)).toBe(expected)
  })

  test.each(['', '*', '*.', ':80'])('%j names no host and is refused at the start', (pattern) => {
    expect(() => openGate([pattern])).toThrow('Not a host')
  })
})

test('addresses that are none are invalid', () => {
  for (const text of [
    '',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '256.1.1.1',
    '1:2:3',
    ':::',
    '1::2::3',
    'g::1',
    '::1.2.3.4.5',
  ])
    expect(`${text} ${addressKind(text)}`).toBe(`${text} invalid`)
})
