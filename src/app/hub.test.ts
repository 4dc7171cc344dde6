import { createHmac } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { type Config, parseConfig } from '../config.ts'
import { drain } from '../jobs/work.ts'
import { openSecrets } from '../net/secrets.ts'
import type { Store } from '../store/engines/engine.ts'
import { hubOf } from '../store/hubs.ts'
import { openStore } from '../store/open.ts'
import { enqueue, refreshJob } from '../store/queue.ts'
import { lastAnswers, loadSource } from '../store/sources.ts'
import { createWeb } from '../web/app.ts'
import type { Context } from './context.ts'
import { answerHub, askHubs, hubWords, takeDelivery } from './hub.ts'
import { readDeliveries } from './hub-deliveries.ts'
import { subscribe } from './subscribe.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const feed = 'https://quay.example/feed'
let store: Store
let now = 0
let forms: URLSearchParams[] = []
let moves: string | undefined
beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
  now = Date.parse('2026-05-04T10:00:00Z')
  forms = []
  moves = undefined
})

const rss = (...names: string[]) =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>The Quay</title><link>https://quay.example/</link>
  <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="${feed}"/>
  ${names.map((name) => `<item><guid>${name}</guid><title>${name}</title><description>The ${name} came in on Monday with the tide, the harbour board said, and nobody was hurt on the quay.</description></item>`).join('')}</channel></rss>`

const secrets = openSecrets(new Uint8Array(32).fill(3))
const context = (): Context => ({
  db: store.db,
  now: () => now,
  secrets: () => secrets,
  publicUrl: 'https://news.reader.example',
  fetch: async ({ url, method, body }) => {
    if (method === 'POST') forms.push(new URLSearchParams(body as string))
    return {
      status: method === 'POST' ? 202 : 200,
      url: moves ?? url,
      redirects: [],
      ...(moves === undefined ? {} : { permanentUrl: moves }),
      headers: { 'content-type': 'application/rss+xml' },
      body: new TextEncoder().encode(method === 'POST' ? '' : rss('ferry')),
      notModified: false,
    }
  },
})

const web = () => {
  const given = context()
  return createWeb({
    store,
    config: parseConfig({}) as Config,
    now: () => now,
    commands: {
      lookAt: async () => ({ failed: '' }),
      addSource: async () => ({ failed: '' }),
      removeSample: async () => {},
      hub: {
        answer: (token, query) => answerHub(given, token, query),
        take: (token, delivery) => takeDelivery(given, token, delivery),
      },
    },
  })
}

async function check(): Promise<void> {
  await enqueue(store.db, [refreshJob(1, now, now)])
  await drain(context())
}

const question = (form: URLSearchParams, more: Record<string, string> = {}) => {
  const callback = new URL(form.get('hub.callback') as string)
  callback.search = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': form.get('hub.topic') as string,
    'hub.challenge': 'a stone in the water',
    'hub.lease_seconds': '864000',
    ...more,
  }).toString()
  return callback.pathname + callback.search
}

async function subscribed(): Promise<URLSearchParams> {
  await subscribe(context(), feed)
  await check()
  await askHubs(context())
  const form = forms[0] as URLSearchParams
  expect(
    await (await web().request(question(form), { headers: { host: 'news.reader.example' } })).text(),
  ).toBe('a stone in the water')
  return form
}

const deliver = (form: URLSearchParams, body: string, secret = form.get('hub.secret') as string) =>
  web().request(new URL(form.get('hub.callback') as string).pathname, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/rss+xml',
      'x-hub-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
  })

const titles = async () =>
  (await store.db.selectFrom('item').select('title').orderBy('id').execute()).map(({ title }) => title)

test('A feed with a hub is subscribed to there, confirmed, and renewed before the lease ends', async () => {
  const form = await subscribed()
  expect(form.get('hub.topic')).toBe(feed)
  expect(form.get('hub.callback')).toMatch(/^https:\/\/news\.reader\.example\/hub\/[\w-]{32}$/)
  await askHubs(context())
  expect(forms.length).toBe(1)
  now += 9 * DAY
  await askHubs(context())
  expect(forms.length).toBe(2)
  expect(forms[1]?.get('hub.callback')).toBe(form.get('hub.callback'))
})

test('A signed delivery brings its items as a refresh would; polling is then a safety net', async () => {
  const form = await subscribed()
  const validator = (await loadSource(store.db, 1))?.etag
  expect((await deliver(form, rss('herring', 'ferry'))).status).toBe(202)
  await readDeliveries(context())
  await readDeliveries(context())
  expect(await titles()).toEqual(['ferry', 'herring'])
  expect((await loadSource(store.db, 1))?.etag).toBe(validator)
  expect((await lastAnswers(store.db, 1))[0]?.said).toBe('Its hub told of 2 items, 1 new')
  await check()
  expect((await loadSource(store.db, 1))!.next_check - now).toBeGreaterThanOrEqual(DAY)
  expect(await hubWords(context(), 1)).toContain('tells of news until 2026-05-14')
})

test('A delivery with the wrong secret is taken without a word and read by nobody', async () => {
  const form = await subscribed()
  expect((await deliver(form, rss('forged'), 'a guess')).status).toBe(202)
  expect(await readDeliveries(context())).toBe(0)
})

test('A callback that was never given out, and a question never wanted, find nobody', async () => {
  const form = await subscribed()
  const app = web()
  expect((await app.request('/hub/unknown?hub.mode=subscribe&hub.topic=x&hub.challenge=y')).status).toBe(404)
  expect((await app.request('/hub/unknown', { method: 'POST', body: 'x' })).status).toBe(410)
  expect((await app.request(question(form, { 'hub.mode': 'unsubscribe' }))).status).toBe(404)
  expect((await app.request(question(form, { 'hub.topic': 'https://other.example/' }))).status).toBe(404)
})

test('A hub that declines is believed, and the feed is polled as before', async () => {
  await subscribe(context(), feed)
  await check()
  await askHubs(context())
  const asked = question(forms[0] as URLSearchParams, { 'hub.mode': 'denied', 'hub.reason': 'too many' })
  expect((await web().request(asked)).status).toBe(200)
  expect((await hubOf(store.db, 1))?.state).toBe('denied')
  expect(await hubWords(context(), 1)).toBe('its hub refuses: too many')
  await check()
  expect((await loadSource(store.db, 1))!.next_check - now).toBeLessThan(DAY)
})

test('A permanent redirect is taken over once it is seen twice, and not by a mistake of one hour', async () => {
  await subscribe(context(), feed)
  await check()
  const address = async () => (await loadSource(store.db, 1))?.url
  moves = 'https://quay.example/maintenance'
  await check()
  moves = undefined
  await check()
  moves = 'https://quay.example/new-feed'
  await check()
  expect(await address()).toBe(feed)
  await check()
  expect(await address()).toBe('https://quay.example/new-feed')
})
