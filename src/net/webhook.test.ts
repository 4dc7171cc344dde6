import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openDoor } from './door.ts'
import type { DoorRequest } from './request.ts'
import { sendWebhook, sign, verifySignature } from './webhook.ts'

const now = Date.UTC(2026, 5, 1)
const answer = {
  status: 204,
  url: '',
  redirects: [],
  headers: {},
  body: new Uint8Array(),
  notModified: false,
}

test('a call carries a signature over its time, id and body', async () => {
  const asked: DoorRequest[] = []
  const door = {
    fetch: async (request: DoorRequest) => {
      asked.push(request)
      return answer
    },
  }
  const call = {
    url: 'https://desk.example/hook',
    secret: 'between us',
    id: 'alert-7',
    body: { title: 'Talks resume' },
  }
  expect(await sendWebhook(door, call, now)).toBeUndefined()
  const [request] = asked
  const body = String(request?.body)
  const header = request?.headers?.['webhook-signature'] ?? ''
  expect(request).toMatchObject({ kind: 'webhook', method: 'POST', headers: { 'webhook-id': 'alert-7' } })
  expect(JSON.parse(body)).toEqual({ title: 'Talks resume' })
  expect(verifySignature('between us', header, { id: 'alert-7', body, now })).toBe(true)
  expect(verifySignature('guessed', header, { id: 'alert-7', body, now })).toBe(false)
  expect(verifySignature('between us', header, { id: 'alert-8', body, now })).toBe(false)
  expect(verifySignature('between us', header, { id: 'alert-7', body: `${body} `, now })).toBe(false)
  expect(verifySignature('between us', header, { id: 'alert-7', body, now: now + 301_000 })).toBe(false)
  expect(verifySignature('between us', '', { id: 'alert-7', body, now })).toBe(false)
})

test('the signature is the HMAC-SHA256 that anyone can compute', () => {
  expect(sign('key', 1, 'id', '{}')).toMatch(/^t=1,v1=[0-9a-f]{64}$/)
  expect(sign('key', 1, 'id', '{}')).not.toBe(sign('key', 2, 'id', '{}'))
})

test('the signature arrives as it was sent, through the door', async () => {
  let arrived = { header: '', id: '', body: '' }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { 'webhook-signature': header, 'webhook-id': id } = request.headers
    arrived = { header: String(header), id: String(id), body }
    response.writeHead(202).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const door = openDoor({
    userAgent: 'Throughline-Test/1',
    clock: { now: () => now },
    allowHosts: ['hook.localhost'],
  })
  const call = { secret: 'between us', id: 'alert-7', body: { title: 'שיחות' } }
  expect(await sendWebhook(door, { ...call, url: `http://hook.localhost:${port}/` }, now)).toBeUndefined()
  expect(await sendWebhook(door, { ...call, url: `http://127.0.0.1:${port}/` }, now)).toMatchObject({
    code: 'blocked',
  })
  await door.close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  expect(JSON.parse(arrived.body)).toEqual(call.body)
  expect(verifySignature('between us', arrived.header, { id: arrived.id, body: arrived.body, now })).toBe(
    true,
  )
})

test('without a secret nothing is signed, and a failure comes back as it is', async () => {
  const asked: DoorRequest[] = []
  const door = {
    fetch: async (request: DoorRequest) => {
      asked.push(request)
      return { failed: 'no', code: 'http', status: 500 } as const
    },
  }
  const outcome = await sendWebhook(door, { url: 'https://desk.example/', id: '1', body: {} }, now)
  expect(outcome).toEqual({ failed: 'no', code: 'http', status: 500 })
  expect(asked[0]?.headers?.['webhook-signature']).toBeUndefined()
})
