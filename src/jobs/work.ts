/** Runs the lanes: until everything that is ready is done, or for as long as the reader is up. */

import type { Context } from '../app/context.ts'
import { askHubs } from '../app/hub.ts'
import { readDeliveries } from '../app/hub-deliveries.ts'
import { openPlacing } from '../app/placing.ts'
import { releaseLeases } from '../store/queue.ts'
import { tick } from './clock.ts'
import { runLane } from './lane.ts'
import { type Ended, notifyLane, readLane, refreshLane, suggestLane } from './lanes.ts'

/** How often an idle lane looks for work, and the clock for sources that are due. Milliseconds. */
const LOOK = 300
const TICK = 5_000

/**
 * Does all that is ready now: first every refresh, then every read, oldest publication first, then the notices.
 * The caller holds the worker lock.
 */
export async function drain(context: Context, ended: Ended = () => {}): Promise<void> {
  await releaseLeases(context.db)
  const placing = await openPlacing(context.db)
  const untilEmpty = () => {
    let empty = false
    const wait = async () => {
      empty = true
    }
    return { wait, stopping: () => empty }
  }
  const refreshes = untilEmpty()
  await runLane(refreshLane({ ...context, ended, wait: refreshes.wait }), refreshes.stopping)
  const reads = untilEmpty()
  await runLane(readLane({ ...context, ended, wait: reads.wait }, placing), reads.stopping)
  const notices = untilEmpty()
  await runLane(notifyLane({ ...context, ended, wait: notices.wait }), notices.stopping)
}

/** Works until `stop` is aborted, then ends what is under way. The caller holds the worker lock. */
export async function keepWorking(context: Context, stop: AbortSignal): Promise<void> {
  await releaseLeases(context.db)
  const placing = await openPlacing(context.db)
  const pause = (length: number) => () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, length)
      function done() {
        clearTimeout(timer)
        stop.removeEventListener('abort', done)
        resolve()
      }
      stop.addEventListener('abort', done)
      if (stop.aborted) done()
    })
  const lane = { ...context, ended: () => {}, wait: pause(LOOK) }
  const stopping = () => stop.aborted
  const clock = async () => {
    while (!stopping()) {
      await tick(context.db, context.now())
      await pause(TICK)()
    }
  }
  const hubs = async () => {
    while (!stopping()) {
      await askHubs(context)
      await pause(TICK)()
    }
  }
  const told = async () => {
    while (!stopping()) if ((await readDeliveries(context)) === 0) await pause(LOOK)()
  }
  await Promise.all([
    clock(),
    ...(context.publicUrl === undefined ? [] : [hubs(), told()]),
    runLane(refreshLane(lane), stopping),
    runLane(readLane(lane, placing), stopping),
    runLane(notifyLane(lane), stopping),
    ...(context.ask ? [runLane(suggestLane(lane, context.ask), stopping)] : []),
  ])
}
