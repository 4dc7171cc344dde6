import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { encryptPush, makeVapidKeys, mostPushBytes, sendPush, vapidHeader } from './push.ts'
import type { DoorRequest } from './request.ts'

// RFC 8291, appendix A.
const example = {
  plain: 'When I grow up, I want to be a watermelon',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  privateKey: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  body:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT' +
    'pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
}
const now = Date.UTC(2026, 5, 1)

test('the example of the specification comes out letter for letter', () => {
  const body = encryptPush(Buffer.from(example.plain), example.keys, {
    salt: Buffer.from(example.salt, 'base64url'),
    privateKey: Buffer.from(example.privateKey, 'base64url'),
  })
  expect(body.toString('base64url')).toBe(example.body)
})

test('the token names the service, ends within a day, and is signed with the key that is shown', () => {
  const keys = makeVapidKeys()
  const header = vapidHeader('https://push.example:8443/send/1', {
    keys,
    subject: 'mailto:desk@example.org',
    now,
  })
  const [, head = '', claims = '', signature = '', shown] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? []
  expect(shown).toBe(keys.publicKey)
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    aud: 'https://push.example:8443',
    exp: now / 1000 + 43_200,
    sub: 'mailto:desk@example.org',
  })
  const point = Buffer.from(keys.publicKey, 'base64url')
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } })
  const signed = Buffer.from(`${head}.${claims}`)
  expect(
    verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')),
  ).toBe(true)
})

test('a push goes through the door with its time to live, and tells success from failure', async () => {
  const asked: DoorRequest[] = []
  const options = {
    keys: makeVapidKeys(),
    subject: 'mailto:desk@example.org',
    now,
    topic: 'a story',
    urgency: 'high',
  } as const
  const subscription = { endpoint: 'https://push.example/1', keys: example.keys }
  const answer = {
    status: 201,
    url: '',
    redirects: [],
    headers: {},
    body: new Uint8Array(),
    notModified: false,
  }
  const fine = {
    fetch: async (request: DoorRequest) => {
      asked.push(request)
      return answer
    },
  }
  expect(await sendPush(fine, subscription, 'news', options)).toBeUndefined()
  expect(asked[0]).toMatchObject({ kind: 'push', method: 'POST', headers: { ttl: '86400', urgency: 'high' } })
  expect(asked[0]?.headers?.topic).toMatch(/^[\w-]{32}$/)
  const gone = { fetch: async () => ({ failed: 'gone', code: 'http', status: 410 }) as const }
  expect(await sendPush(gone, subscription, 'news', options)).toMatchObject({ status: 410 })
  expect(await sendPush(fine, subscription, 'x'.repeat(mostPushBytes + 1), options)).toMatchObject({
    code: 'too-large',
  })
  const bad = { ...subscription, keys: { p256dh: 'AAAA', auth: 'AAAA' } }
  expect(await sendPush(fine, bad, 'news', options)).toMatchObject({ code: 'broken' })
})
