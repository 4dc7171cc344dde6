import { beforeEach, expect, test } from 'vitest'
import type { DoorRequest } from '../net/door.ts'
import type { Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'
import { countJobs, enqueue, lease, notifyJob } from '../store/queue.ts'
import type { Context } from './context.ts'
import { notify } from './notify.ts'

let store: Store
const asked: DoorRequest[] = []
let fails = false
const context = (): Context => ({
  db: store.db,
  now: () => 5_000,
  fetch: async (request) => {
    asked.push(request)
    if (fails) return { failed: 'Nothing answers there', code: 'refused' }
    return {
      status: 200,
      url: request.url,
      redirects: [],
      headers: {},
      body: new Uint8Array(),
      notModified: false,
    }
  },
})

beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
  asked.length = 0
  fails = false
  const { db } = store
  await db
    .insertInto('outlet')
    .values({ id: 1, domain: 'a.example', name: 'A', home: null, sample: 0 })
    .execute()
  await db
    .insertInto('article')
    .values({
      id: 1,
      url: 'https://a.example/1',
      outlet: 1,
      version: 1,
      title: 'Ferry back',
      language: 'en',
      direction: 'ltr',
      access: 'free',
      confidence: 1,
      published: 0,
      dated: 1,
      date_claim: null,
      first_seen: 0,
      episode: null,
      image: null,
      lead: null,
      words: 2,
      sample: 0,
    })
    .execute()
})

async function alert(webhook: string | null) {
  const { db } = store
  await db
    .insertInto('follow')
    .values({ id: 1, reader: 1, kind: 'topic', target: 'ferry', webhook, made: 0 })
    .execute()
  await db.insertInto('alert').values({ id: 1, follow: 1, article: 1, made: 0, sent: null }).execute()
  await enqueue(db, [notifyJob(1, 0)])
  const [job] = await lease(db, ['notify'], 1, 0)
  await notify(context(), job!)
  return {
    sent: (await db.selectFrom('alert').select('sent').executeTakeFirstOrThrow()).sent,
    jobs: await countJobs(db, ['notify']),
  }
}

test('An alert with a webhook is posted as JSON, once, and marked sent', async () => {
  const { sent, jobs } = await alert('https://hook.example/in')
  expect(sent).toBe(5_000)
  expect(jobs).toEqual({ waiting: 0, leased: 0, givenUp: 0 })
  expect(asked).toHaveLength(1)
  expect(JSON.parse(String(asked[0]?.body))).toMatchObject({
    title: 'Ferry back',
    target: 'ferry',
    outlet: 'A',
  })
})

test('An alert without a webhook goes nowhere and is done', async () => {
  expect(await alert(null)).toMatchObject({ sent: 5_000, jobs: { waiting: 0 } })
  expect(asked).toEqual([])
})

test('A webhook that cannot be reached is tried again later, and the alert stays unsent', async () => {
  fails = true
  expect(await alert('https://hook.example/in')).toMatchObject({ sent: null, jobs: { waiting: 1 } })
})
