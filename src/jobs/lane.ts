/** A lane of work: jobs of some kinds, several prepared at a time, their results settled strictly in order. */

import type { Job } from '../store/queue.ts'

export type Lane<Prepared> = {
  /** How many jobs may be under way at once. */
  readonly width: number
  readonly take: (count: number) => Promise<readonly Job[]>
  /** Load and think; runs beside others of the lane, so it must not write. */
  readonly prepare: (job: Job) => Promise<Prepared>
  /** Save; one at a time, in the order the jobs were taken. */
  readonly settle: (job: Job, prepared: Prepared) => Promise<void>
  /** The job could not be done this time: both steps are left, nothing was saved. */
  readonly failed: (job: Job, cause: unknown) => Promise<void>
  /** Resolves when there may be new work. */
  readonly wait: () => Promise<void>
}

/**
 * Runs until `stopping` says so. A slow head holds the lane back (its fetch has a deadline), which is the
 * price of the order that makes a replay give the same stories.
 */
export async function runLane<Prepared>(lane: Lane<Prepared>, stopping: () => boolean): Promise<void> {
  const underway: { job: Job; outcome: Promise<{ prepared: Prepared } | { cause: unknown }> }[] = []
  while (!stopping()) {
    // Taken by the half, not one for each that is done: taking is a transaction of its own.
    const free = underway.length <= lane.width / 2 ? lane.width - underway.length : 0
    for (const job of free === 0 ? [] : await lane.take(free)) {
      const outcome = lane.prepare(job).then(
        (prepared) => ({ prepared }),
        (cause: unknown) => ({ cause }),
      )
      underway.push({ job, outcome })
    }
    const head = underway.shift()
    if (!head) {
      await lane.wait()
      continue
    }
    try {
      const outcome = await head.outcome
      if ('cause' in outcome) throw outcome.cause
      await lane.settle(head.job, outcome.prepared)
    } catch (cause) {
      await lane.failed(head.job, cause)
    }
  }
  await Promise.all(underway.map(({ outcome }) => outcome))
}
