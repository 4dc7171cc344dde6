import { beforeEach, expect, test } from 'vitest'
import type { Store } from './engines/engine.ts'
import { openStore } from './open.ts'
import { countJobs, enqueue, finish, giveUp, lease, nextReady, putBack, releaseLeases } from './queue.ts'

let store: Store
beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
})

const read = (id: number, rank = id, ready = 0) => ({
  kind: 'read' as const,
  key: `item:${id}`,
  payload: { item: id },
  rank,
  ready,
})
const minute = 60_000

test('Jobs are leased by rank, and by age where the rank is the same', async () => {
  await enqueue(store.db, [read(1, 30), read(2, 10), read(3, 10)])
  const jobs = await lease(store.db, ['read'], 10, 0)
  expect(jobs.map((job) => job.payload)).toEqual([{ item: 2 }, { item: 3 }, { item: 1 }])
})

test('One thing waits once, however often it is queued', async () => {
  await enqueue(store.db, [read(1), read(1)])
  await enqueue(store.db, [read(1)])
  expect(await countJobs(store.db, ['read'])).toEqual({ waiting: 1, leased: 0, givenUp: 0 })
})

test('A leased job is not leased again until its lease runs out', async () => {
  await enqueue(store.db, [read(1)])
  expect(await lease(store.db, ['read'], 1, 0)).toHaveLength(1)
  expect(await lease(store.db, ['read'], 1, minute)).toHaveLength(0)
  const [again] = await lease(store.db, ['read'], 1, 6 * minute)
  expect(again?.attempts).toBe(2)
})

test('After a restart the leases of the dead worker are free at once', async () => {
  await enqueue(store.db, [read(1)])
  await lease(store.db, ['read'], 1, 0)
  await releaseLeases(store.db)
  expect(await lease(store.db, ['read'], 1, 0)).toHaveLength(1)
})

test('A failed job comes back twice as late each time and is given up with its reason', async () => {
  await enqueue(store.db, [read(1)])
  const waits: number[] = []
  let now = 0
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    const [job] = await lease(store.db, ['read'], 1, now)
    await putBack(store.db, job!, 'The server is away.', now)
    const ready = await nextReady(store.db)
    if (ready !== undefined) {
      waits.push(ready - now)
      now = ready
    }
  }
  expect(waits).toEqual([30_000, 60_000, 120_000, 240_000, 480_000])
  expect(await countJobs(store.db, ['read'])).toEqual({ waiting: 0, leased: 0, givenUp: 1 })
  const row = await store.db.selectFrom('job').select('error').executeTakeFirst()
  expect(row?.error).toBe('The server is away.')
})

test('A given-up job starts afresh when it is queued again', async () => {
  await enqueue(store.db, [read(1)])
  const [job] = await lease(store.db, ['read'], 1, 0)
  await giveUp(store.db, job!, 'Gone.')
  await enqueue(store.db, [read(1)])
  const [again] = await lease(store.db, ['read'], 1, 0)
  expect(again?.attempts).toBe(1)
})

test('A job that took its worker down twenty times is given up instead of leased', async () => {
  await enqueue(store.db, [read(1), read(2)])
  for (let crash = 0; crash < 20; crash += 1) {
    await lease(store.db, ['read'], 1, 0)
    await releaseLeases(store.db)
  }
  const jobs = await lease(store.db, ['read'], 2, 0)
  expect(jobs.map((job) => job.key)).toEqual(['item:2'])
  expect((await countJobs(store.db, ['read'])).givenUp).toBe(1)
})

test('Finishing inside a transaction that fails leaves the job leased', async () => {
  await enqueue(store.db, [read(1)])
  const [job] = await lease(store.db, ['read'], 1, 0)
  const failing = store.db.transaction().execute(async (trx) => {
    await finish(trx, job!)
    throw new Error('disk full')
  })
  await expect(failing).rejects.toThrow('disk full')
  expect((await countJobs(store.db, ['read'])).leased).toBe(1)
})
