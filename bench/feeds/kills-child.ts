/** Refreshes the sources of a store over and over until it is killed: `kills-child.ts`, told to go by its parent. */

import { openContext } from '../../src/app/context.ts'
import { fetchSource, saveRefresh } from '../../src/app/refresh.ts'
import { type Config, parseConfig } from '../../src/config.ts'
import { tick } from '../../src/jobs/clock.ts'
import { runLane } from '../../src/jobs/lane.ts'
import { lease, releaseLeases } from '../../src/store/queue.ts'
import { makeDue } from '../../src/store/sources.ts'

process.once('message', () => void work())
process.once('disconnect', () => process.exit())
process.send?.('ready')

async function work(): Promise<void> {
  const opened = await openContext(parseConfig(process.env) as Config)
  if ('failed' in opened) throw new Error(opened.failed)
  const { context } = opened
  await releaseLeases(context.db)
  // Kills are timed from here: what comes before writes nothing.
  process.send?.('open')
  for (;;) {
    await makeDue(context.db, context.now())
    await tick(context.db, context.now())
    let empty = false
    // The lane of the reader, without the reading it brings along: a process that starts sooner is killed more often.
    await runLane(
      {
        width: 8,
        take: (count) => lease(context.db, ['refresh'], count, context.now()),
        prepare: (job) => fetchSource(context, job),
        settle: (job, refreshed) => saveRefresh(context.db, job, refreshed, context.now()),
        failed: async (_, cause) => {
          throw cause
        },
        wait: async () => {
          empty = true
        },
      },
      () => empty,
    )
  }
}
