/** Sees queued work through, with a bar: does it here, or watches the running reader do it. */

import { SingleBar } from 'cli-progress'
import type { Opened } from '../app/context.ts'
import { drain } from '../jobs/work.ts'
import { holdWorker } from '../store/engines/worker-lock.ts'
import { countJobs, type JobKind } from '../store/queue.ts'
import type { Io } from './command.ts'

const KINDS: readonly JobKind[] = ['refresh', 'read', 'notify']
const LOOK = 300

/** Resolves when nothing that can be done now is left; gives what failed on the way, in plain words. */
export async function workThrough(io: Io, { context }: Opened): Promise<readonly string[]> {
  const failed: string[] = []
  const left = async () => {
    const { waiting, leased } = await countJobs(context.db, KINDS, context.now())
    return waiting + leased
  }
  let done = 0
  const bar = io.terminal
    ? new SingleBar({ format: '{bar} {value}/{total}', clearOnComplete: true })
    : undefined
  bar?.start(await left(), 0)
  const release = holdWorker(io.config.database)
  if (release) {
    await drain(context, (job, reason) => {
      done += 1
      bar?.update(done)
      if (done % 25 === 0) void left().then((more) => bar?.setTotal(done + more))
      if (reason !== undefined) failed.push(`${job.key}: ${reason}`)
    })
    release()
  } else {
    for (let more = await left(); more > 0; more = await left()) {
      bar?.setTotal(Math.max(bar.getTotal(), more))
      bar?.update(bar.getTotal() - more)
      await new Promise((resolve) => setTimeout(resolve, LOOK))
    }
  }
  bar?.stop()
  return failed
}
