/** `doctor`: says in plain words what is wrong with the store, the sources and the queue, and what to do. */

import { sql } from 'kysely'
import { countJobs, givenUp } from '../store/queue.ts'
import { listSources } from '../store/sources.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const doctor: CommandSpec = {
  usage: 'doctor',
  summary: 'check the store, the sources and the queue',
  options: [['--json', 'print JSON']],
  run: (io, _, { json }) =>
    withStore(io, async ({ context }) => {
      const { db } = context
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
      const damaged = rows.filter((row) => row.integrity_check !== 'ok').map((row) => row.integrity_check)
      const sources = await listSources(db)
      const failing = sources.filter((source) => source.failures > 0 || source.state === 'retired')
      const queue = await countJobs(db, ['refresh', 'read', 'notify'])
      const abandoned = await givenUp(db, 20)
      const well = damaged.length === 0 && failing.length === 0 && abandoned.length === 0
      if (json) {
        io.out(
          JSON.stringify({
            node: process.versions.node,
            database: io.config.database,
            damaged,
            sources: sources.length,
            failing: failing.map(({ id, url, state, failures, last_answer }) => ({
              id,
              url,
              state,
              failures,
              last_answer,
            })),
            queue,
            givenUp: abandoned,
          }),
        )
        return well ? 0 : 1
      }
      io.out(`Node ${process.versions.node}; store ${io.config.database}`)
      io.out(
        damaged.length === 0
          ? 'The store is whole.'
          : `The store is damaged (${damaged[0]}): restore a backup.`,
      )
      io.out(
        `${sources.length} sources; queue: ${queue.waiting} waiting, ${queue.leased} under way, ${queue.givenUp} given up.`,
      )
      for (const source of failing) {
        const state = source.state === 'retired' ? 'retired' : `failed ${source.failures} times`
        io.out(`- ${source.title} (${source.url}) ${state}: ${source.last_answer ?? 'never asked'}`)
      }
      for (const job of abandoned)
        io.out(`- given up: ${job.kind} ${job.key}: ${job.error ?? 'no reason kept'}`)
      if (abandoned.length > 0)
        io.out(
          '  What was given up is tried again when its source lists it anew, or by importing the file again.',
        )
      return well ? 0 : 1
    }),
}
