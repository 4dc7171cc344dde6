/** `backup FILE`: a whole copy of the store, made while the reader runs. */

import { existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const backup: CommandSpec = {
  usage: 'backup <file>',
  summary: 'copy the whole store into one file, also while the reader runs',
  options: [['--force', 'replace a file that is there']],
  run: (io, [file = ''], { force }) =>
    withStore(io, async ({ store }) => {
      const target = resolve(file)
      if (existsSync(target) && !force) {
        io.err(`${target} is there already; name another file or add --force.`)
        return 1
      }
      // Under a name of its own until it is whole: a broken-off backup never looks like one.
      const part = `${target}.part`
      try {
        rmSync(part, { force: true })
        await store.engine.backup(part)
        renameSync(part, target)
      } catch (cause) {
        rmSync(part, { force: true })
        io.err(`The backup could not be written to ${target}: ${(cause as Error).message}`)
        return 1
      }
      io.out(`Backed up to ${target}.`)
      return 0
    }),
}
