/** The three lanes of work over one store: refresh sources, read items, notify readers. */

import type { Context } from '../app/context.ts'
import { notify } from '../app/notify.ts'
import type { Placing } from '../app/placing.ts'
import { type Prepared, prepare } from '../app/prepare.ts'
import { fetchSource, type Refreshed, saveRefresh } from '../app/refresh.ts'
import { settle } from '../app/settle.ts'
import { giveUp, type Job, type JobKind, lease, putBack } from '../store/queue.ts'
import type { Lane } from './lane.ts'

const REFRESHES = 8
const READS = 32
const NOTICES = 4

/** Told of whatever ended, well or not, so that progress can be shown. */
export type Ended = (job: Job, failed?: string) => void

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

export const refreshLane = (context: LaneContext): Lane<Refreshed | undefined> => ({
  ...common(context, 'refresh'),
  width: REFRESHES,
  prepare: (job) => fetchSource(context, job),
  settle: async (job, refreshed) => {
    await saveRefresh(context.db, job, refreshed, context.now())
    context.ended(job)
  },
})

export const readLane = (context: LaneContext, placing: Placing): Lane<Prepared> => ({
  ...common(context, 'read'),
  width: READS,
  prepare: (job) => prepare(context, job),
  settle: async (job, prepared) => {
    const { db, now, ended } = context
    if (prepared.kind === 'article') {
      await settle(context, placing, job, prepared)
      ended(job)
    } else {
      if (prepared.kind === 'later') await putBack(db, job, prepared.reason, now(), prepared.notBefore)
      else await giveUp(db, job, prepared.reason)
      ended(job, prepared.reason)
    }
  },
})

export const notifyLane = (context: LaneContext): Lane<void> => ({
  ...common(context, 'notify'),
  width: NOTICES,
  prepare: async () => {},
  settle: async (job) => {
    await notify(context, job)
    context.ended(job)
  },
})
