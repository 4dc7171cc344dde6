import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isFailure } from './failure.ts'
import type { DoorRequest } from './request.ts'
import { askHub, deliveryIsSigned, hubLinks, readVerification, renewAt, subscriptionForm } from './websub.ts'

const asked = {
  mode: 'subscribe',
  topic: 'https://news.example/feed?a=1&b=2',
  callback: 'https://reader.example/hub/k3y',
  secret: 'between us',
  leaseSeconds: 864_000,
} as const

test('a subscription asks for a lease with a secret, and its end for neither', () => {
  const form = new URLSearchParams(subscriptionForm(asked))
  expect(Object.fromEntries(form)).toEqual({
    'hub.mode': 'subscribe',
    'hub.topic': asked.topic,
    'hub.callback': asked.callback,
    'hub.secret': 'between us',
    'hub.lease_seconds': '864000',
  })
  const end = new URLSearchParams(subscriptionForm({ ...asked, mode: 'unsubscribe' }))
  expect([...end.keys()].sort()).toEqual(['hub.callback', 'hub.mode', 'hub.topic'])
})

test('the hub is asked with a form, through the door', async () => {
  const requests: DoorRequest[] = []
  const answer = {
    status: 202,
    url: '',
    redirects: [],
    headers: {},
    body: new Uint8Array(),
    notModified: false,
  }
  const door = {
    fetch: async (request: DoorRequest) => {
      requests.push(request)
      return answer
    },
  }
  expect(await askHub(door, 'https://hub.example/', asked)).toBeUndefined()
  expect(requests).toMatchObject([
    { url: 'https://hub.example/', kind: 'hub', method: 'POST', body: subscriptionForm(asked) },
  ])
  const no = { fetch: async () => ({ failed: 'no', code: 'http', status: 422 }) as const }
  expect(await askHub(no, 'https://hub.example/', asked)).toMatchObject({ status: 422 })
})

describe('a hub that asks whether we meant it', () => {
  const query = (more: Record<string, string>) =>
    new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': asked.topic,
      'hub.challenge': 'c0de',
      ...more,
    })

  test('is told the challenge, and the lease it grants is kept within reason', () => {
    expect(readVerification(query({ 'hub.lease_seconds': '3600' }), asked)).toEqual({
      kind: 'confirm',
      challenge: 'c0de',
      leaseSeconds: 3600,
    })
    const lease = (text: string) => {
      const got = readVerification(query({ 'hub.lease_seconds': text }), asked)
      return 'leaseSeconds' in got ? got.leaseSeconds : got
    }
    expect(lease('')).toBe(864_000)
    expect(lease('-5')).toBe(864_000)
    expect(lease('soon')).toBe(864_000)
    expect(lease('1')).toBe(300)
    expect(lease('999999999')).toBe(2_592_000)
  })

  test.each([
    ['another topic', query({ 'hub.topic': 'https://evil.example/feed' }), asked],
    ['the end of what should begin', query({ 'hub.mode': 'unsubscribe' }), asked],
    ['no challenge', query({ 'hub.challenge': '' }), asked],
    ['no subscription', query({}), undefined],
  ])('about %s is turned away', (_what, given, expected) => {
    expect(isFailure(readVerification(given, expected))).toBe(true)
  })

  test('may say no, with a reason', () => {
    expect(readVerification(query({ 'hub.mode': 'denied', 'hub.reason': 'quota' }), asked)).toEqual({
      kind: 'denied',
      reason: 'quota',
    })
  })
})

test('a delivery counts only with a signature made with the secret', () => {
  const body = Buffer.from('<feed/>')
  for (const method of ['sha1', 'sha256', 'sha384', 'sha512']) {
    const hex = createHmac(method, 'between us').update(body).digest('hex')
    expect(deliveryIsSigned(`${method}=${hex}`, body, 'between us')).toBe(true)
    expect(deliveryIsSigned(`${method}=${hex}`, body, 'guess')).toBe(false)
    expect(deliveryIsSigned(`${method}=${hex}`, Buffer.from('<feed>'), 'between us')).toBe(false)
    expect(deliveryIsSigned(`${method}=${hex.slice(2)}`, body, 'between us')).toBe(false)
  }
  const md5 = createHmac('md5', 'between us').update(body).digest('hex')
  for (const header of [undefined, '', 'sha256=', 'sha256', `md5=${md5}`, 'constructor=00'])
    expect(deliveryIsSigned(header, body, 'between us')).toBe(false)
})

test('the next lease is asked for before this one ends', () => {
  expect(renewAt(1_000_000, 1000)).toBe(1_800_000)
})

test('hubs and the topic are read from the Link header', () => {
  expect(
    hubLinks(
      '<https://hub.example/>; rel="hub", </feed>; rel=self; type="a,b", <x>; title="rel=hub"',
      'https://news.example/f',
    ),
  ).toEqual({ hubs: ['https://hub.example/'], self: 'https://news.example/feed' })
  expect(hubLinks('<a>; rel="alternate hub", <javascript:x>; rel=hub', 'https://news.example/')).toEqual({
    hubs: ['https://news.example/a'],
  })
  expect(hubLinks(undefined, 'https://news.example/')).toEqual({ hubs: [] })
})
