/**
 * The durable job queue of the embedded engine.
 *
 * A job waits, is leased to a worker, and is then finished (its row goes, in the transaction that saves its
 * result), put back with a delay, or given up with the reason kept. A lease that runs out puts it back: a
 * worker that was killed leaves nothing undone and nothing half done.
 */

import { sql } from 'kysely'
import type { Db } from './engines/engine.ts'

export type JobKind = 'refresh' | 'read' | 'notify' | 'suggest'

export type Job = {
  readonly id: number
  readonly kind: JobKind
  readonly key: string
  readonly payload: unknown
  /** How often it has been leased, this time included. */
  readonly attempts: number
}

export type NewJob = {
  readonly kind: JobKind
  readonly key: string
  readonly payload: unknown
  readonly rank: number
  readonly ready: number
}

export const refreshJob = (source: number, rank: number, ready: number): NewJob => ({
  kind: 'refresh',
  key: `source:${source}`,
  payload: { source },
  rank,
  ready,
})

/** `rank`: when the item was published, so that old comes before new. */
export const readJob = (item: number, rank: number, ready: number): NewJob => ({
  kind: 'read',
  key: `item:${item}`,
  payload: { item },
  rank,
  ready,
})

/** Reads an item that was read before, with what a reader said of its text. */
export const readAgainJob = (
  item: number,
  fix: { readonly text: string; readonly verdict: 'keep' | 'drop' },
  now: number,
): NewJob => ({
  kind: 'read',
  key: `fix:${item}:${fix.verdict}:${fix.text.slice(0, 80)}`,
  payload: { item, fix },
  rank: 0,
  ready: now,
})

export const notifyJob = (alert: number, now: number): NewJob => ({
  kind: 'notify',
  key: `alert:${alert}`,
  payload: { alert },
  rank: now,
  ready: now,
})

/** Asks the engine about an article. */
export const suggestJob = (article: number, now: number): NewJob => ({
  kind: 'suggest',
  key: `article:${article}`,
  payload: { article },
  rank: now,
  ready: now,
})

const LEASE = 5 * 60_000
const ATTEMPTS = 6
/** A job that was leased this often and never came back took its worker down with it. */
const LEASES = 20
const BACK_OFF = 30_000

/** One waiting job for one thing: a second enqueue of the same kind and key brings a given-up one back, else nothing. */
export async function enqueue(db: Db, jobs: readonly NewJob[]): Promise<void> {
  for (const { payload, ...job } of jobs) {
    await db
      .insertInto('job')
      .values({
        ...job,
        payload: JSON.stringify(payload),
        state: 'waiting',
        attempts: 0,
        lease_until: null,
        error: null,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['kind', 'key'])
          .doUpdateSet({ state: 'waiting', attempts: 0, ready: job.ready, error: null, lease_until: null })
          .where('job.state', '=', 'given-up'),
      )
      .execute()
  }
}

/** Takes up to `count` ready jobs, lowest rank first; also those whose lease has run out. */
export async function lease(
  db: Db,
  kinds: readonly JobKind[],
  count: number,
  now: number,
): Promise<readonly Job[]> {
  if (count <= 0) return []
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('job')
      .select(['id', 'kind', 'key', 'payload', 'attempts'])
      .where('kind', 'in', kinds)
      .where((at) =>
        at.or([
          at.and([at('state', '=', 'waiting'), at('ready', '<=', now)]),
          at.and([at('state', '=', 'leased'), at('lease_until', '<=', now)]),
        ]),
      )
      .orderBy('rank')
      .orderBy('id')
      .limit(count)
      .execute()
    if (rows.length === 0) return []
    const poison = rows.filter((row) => row.attempts >= LEASES)
    for (const row of poison) {
      await giveUp(trx, row, `The reader stopped ${LEASES} times while at this.`)
    }
    const taken = rows.filter((row) => row.attempts < LEASES)
    if (taken.length === 0) return []
    await trx
      .updateTable('job')
      .set({ state: 'leased', lease_until: now + LEASE, attempts: sql`attempts + 1` })
      .where(
        'id',
        'in',
        taken.map((row) => row.id),
      )
      .execute()
    return taken.map((row) => ({ ...row, payload: JSON.parse(row.payload), attempts: row.attempts + 1 }))
  })
}

/** To be called inside the transaction that saves what the job did. */
export async function finish(db: Db, job: Job): Promise<void> {
  await db.deleteFrom('job').where('id', '=', job.id).execute()
}

/** Puts a job back for later, twice as late each time, or gives it up after its last attempt. */
export async function putBack(db: Db, job: Job, reason: string, now: number, notBefore = 0): Promise<void> {
  const last = job.attempts >= ATTEMPTS
  const ready = Math.max(now + BACK_OFF * 2 ** (job.attempts - 1), notBefore)
  await db
    .updateTable('job')
    .set({ state: last ? 'given-up' : 'waiting', ready, lease_until: null, error: reason })
    .where('id', '=', job.id)
    .execute()
}

/** Puts a job back for later without counting the try: it was nobody's fault. */
export async function postpone(db: Db, job: Job, reason: string, until: number): Promise<void> {
  await db
    .updateTable('job')
    .set({ state: 'waiting', ready: until, lease_until: null, error: reason, attempts: job.attempts - 1 })
    .where('id', '=', job.id)
    .execute()
}

/** Gives a job up at once: trying again cannot help. The reason stays for people to see. */
export async function giveUp(db: Db, job: { readonly id: number }, reason: string): Promise<void> {
  await db
    .updateTable('job')
    .set({ state: 'given-up', lease_until: null, error: reason })
    .where('id', '=', job.id)
    .execute()
}

/** After a restart nobody holds the old leases any more. Only the one worker of an embedded store may call this. */
export async function releaseLeases(db: Db): Promise<void> {
  await db
    .updateTable('job')
    .set({ state: 'waiting', lease_until: null })
    .where('state', '=', 'leased')
    .execute()
}

export type QueueCounts = { readonly waiting: number; readonly leased: number; readonly givenUp: number }

/** Jobs of these kinds; with `now`, of the waiting ones only those that are ready. */
export async function countJobs(db: Db, kinds: readonly JobKind[], now?: number): Promise<QueueCounts> {
  const rows = await db
    .selectFrom('job')
    .select(['state', (at) => at.fn.countAll<number>().as('count')])
    .where('kind', 'in', kinds)
    .$if(now !== undefined, (query) =>
      query.where((at) => at.or([at('state', '!=', 'waiting'), at('ready', '<=', now as number)])),
    )
    .groupBy('state')
    .execute()
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  return { waiting: of('waiting'), leased: of('leased'), givenUp: of('given-up') }
}

/** When the next waiting job becomes ready, or undefined when none waits. */
export async function nextReady(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('job')
    .select((at) => at.fn.min<number | null>('ready').as('ready'))
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row?.ready ?? undefined
}

/** The newest jobs nobody will try again, with the reason. */
export const givenUp = (db: Db, limit: number) =>
  db
    .selectFrom('job')
    .select(['kind', 'key', 'error', 'attempts'])
    .where('state', '=', 'given-up')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
