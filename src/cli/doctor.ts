/** `doctor`: says in plain words what is wrong with the store, the sources and the queue, and what to do. */

import { sql } from 'kysely'
import { type Health, healthOf } from '../app/source-health.ts'
import { countJobs, givenUp } from '../store/queue.ts'
import { listSources } from '../store/sources.ts'
import type { CommandSpec, Io } from './command.ts'
import { withStore } from './with-store.ts'

export const doctor: CommandSpec = {
  usage: 'doctor',
  summary: 'check the store, the sources and the queue',
  options: [
    ['--sources', 'say of every source how it is doing, not only of those that fail'],
    ['--json', 'print JSON'],
  ],
  run: (io, _, { json, sources: all }) =>
    withStore(io, async ({ context }) => {
      const { db } = context
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
      const damaged = rows.filter((row) => row.integrity_check !== 'ok').map((row) => row.integrity_check)
      const sources = await listSources(db)
      const failing = sources.filter((source) => source.failures > 0 || source.state === 'retired')
      const told = await Promise.all(
        (all ? sources : failing).map(async (source) => ({
          source,
          health: await healthOf(context, source),
        })),
      )
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
            health: told.map(({ source: { id, url, title }, health }) => ({ id, url, title, ...health })),
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
      for (const { source, health } of told) tell(io, source, health)
      for (const job of abandoned)
        io.out(`- given up: ${job.kind} ${job.key}: ${job.error ?? 'no reason kept'}`)
      if (abandoned.length > 0)
        io.out(
          '  What was given up is tried again when its source lists it anew, or by importing the file again.',
        )
      return well ? 0 : 1
    }),
}

/** Answers shown of a source that fails. */
const SHOWN = 3

function tell(io: Io, { id, title, url }: { id: number; title: string; url: string }, health: Health): void {
  io.out(`- ${id}: ${title} (${url}) ${health.state}${health.hub === undefined ? '' : `; ${health.hub}`}`)
  for (const { at, said } of health.answers.slice(0, health.well ? 1 : SHOWN))
    io.out(`    ${minute(at)}  ${said}`)
  if (health.nextCheck !== undefined) io.out(`    Next check: ${minute(health.nextCheck)}`)
  if (health.toDo !== undefined) io.out(`    What to do: ${health.toDo}`)
}

const minute = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`
