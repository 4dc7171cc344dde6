/** `refresh`: asks every source that is due, or all of them, and reads what is new. */

import { tick } from '../jobs/clock.ts'
import { makeDue } from '../store/sources.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'
import { workThrough } from './work-through.ts'

export const refresh: CommandSpec = {
  usage: 'refresh',
  summary: 'ask the sources that are due and read what is new',
  options: [['--all', 'ask every active source now; requests stay conditional']],
  run: (io, _, { all }) =>
    withStore(io, async (opened) => {
      const { db, now } = opened.context
      if (all) await makeDue(db, now())
      await tick(db, now(), Number.MAX_SAFE_INTEGER)
      const failed = await workThrough(io, opened)
      for (const reason of failed) io.err(reason)
      return failed.length > 0 ? 1 : 0
    }),
}
