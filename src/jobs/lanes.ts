/** The three lanes of work over one store: refresh sources, read items, notify readers. */

import type { Context } from '../app/context.ts'
import { notify } from '../app/notify.ts'
import { type NotObtained, type Obtained, obtain } from '../app/obtain.ts'
import { openPlacing, type Placing } from '../app/placing.ts'
import { fetchSource, type Refreshed, saveRefresh } from '../app/refresh.ts'
import { settle, settleUnchanged } from '../app/settle.ts'
import { type SuggestedCount, suggestFor } from '../app/suggest.ts'
import { understand } from '../app/understand.ts'
import { giveUp, type Job, type JobKind, lease, postpone, putBack } from '../store/queue.ts'
import { isListing } from '../store/sources.ts'
import type { Lane } from './lane.ts'

const REFRESHES = 8
const READS = 32
const NOTICES = 4

/** Told of whatever ended, well or not, so that progress can be shown. */
export type Ended = (job: Job, failed: string | undefined) => void

type LaneContext = Context & { readonly wait: () => Promise<void>; readonly ended: Ended }

/** What every lane does the same way: take from the queue, put back what failed. */
const common = ({ db, now, wait, ended }: LaneContext, kind: JobKind) => ({
  take: (count: number) => lease(db, [kind], count, now()),
  failed: async (job: Job, cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    await putBack(db, job, reason, now())
    ended(job, reason)
  },
  wait,
})

/** One question at a time, beside the other lanes: a slow engine holds up nothing but itself. */
export const suggestLane = (
  context: LaneContext,
  ask: NonNullable<Context['ask']>,
): Lane<SuggestedCount> => ({
  ...common(context, 'suggest'),
  width: 1,
  prepare: (job) => suggestFor(context.db, ask, (job.payload as { article: number }).article, job),
  settle: async (job, done) => {
    if ('failed' in done) await putBack(context.db, job, done.failed, context.now())
    context.ended(job, 'failed' in done ? done.failed : undefined)
  },
})

export const refreshLane = (context: LaneContext): Lane<Refreshed | undefined> => ({
  ...common(context, 'refresh'),
  width: REFRESHES,
  prepare: (job) => fetchSource(context, job),
  settle: async (job, refreshed) => {
    await saveRefresh(context.db, job, refreshed, context.now())
    context.ended(job, undefined)
  },
})

/** Reads wait so long for sources that were just added to be listed, so that old articles come before new. */
const LISTING = 30_000

export function readLane(context: LaneContext, opened: Placing): Lane<Obtained | NotObtained> {
  let placing = opened
  const { db, now } = context
  const { take, failed, wait } = common(context, 'read')
  return {
    wait,
    take: async (count) => ((await isListing(db, now() - LISTING)) ? [] : take(count)),
    width: READS,
    prepare: (job) => obtain(context, job),
    settle: async (job, obtained) => {
      context.ended(job, await read(context, placing, job, obtained))
    },
    failed: async (job, cause) => {
      // A save that failed half way may have left the memory ahead of the store.
      placing = await openPlacing(db)
      await failed(job, cause)
    },
  }
}

/** Reads what was obtained into the store; gives the reason in plain words where it could not be. */
async function read(
  context: Context,
  placing: Placing,
  job: Job,
  obtained: Obtained | NotObtained,
): Promise<string | undefined> {
  const { db, now } = context
  if (obtained.kind === 'later') {
    const { reason, notBefore, counts } = obtained
    if (counts) await putBack(db, job, reason, now(), notBefore)
    else await postpone(db, job, reason, notBefore)
    return obtained.reason
  }
  const outcome = obtained.kind === 'never' ? { failed: obtained.reason } : await understand(db, obtained)
  if ('failed' in outcome) {
    await giveUp(db, job, outcome.failed)
    return outcome.failed
  }
  if ('unchanged' in outcome) {
    await settleUnchanged(db, job, (obtained as Obtained).item.id, outcome)
  } else await settle(context, placing, job, outcome)
  return undefined
}

export const notifyLane = (context: LaneContext): Lane<void> => ({
  ...common(context, 'notify'),
  width: NOTICES,
  prepare: async () => {},
  settle: async (job) => {
    await notify(context, job)
    context.ended(job, undefined)
  },
})
