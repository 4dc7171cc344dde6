/** The clock: queues a refresh for every source whose time has come. */

import type { Db } from '../store/engines/engine.ts'
import { enqueue, refreshJob } from '../store/queue.ts'
import { dueSources } from '../store/sources.ts'

/** How many sources one tick may queue: after a long sleep the overdue ones come in turns, not in a burst. */
const PER_TICK = 50

export async function tick(db: Db, now: number, limit = PER_TICK): Promise<number> {
  const due = await dueSources(db, now, limit)
  await enqueue(
    db,
    due.map(({ id, next_check }) => refreshJob(id, next_check, now)),
  )
  return due.length
}
