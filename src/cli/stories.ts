/** `stories`: the stories that changed last. */

import { listStories } from '../store/story-list.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const stories: CommandSpec = {
  usage: 'stories',
  summary: 'list the stories that changed last',
  options: [
    ['--limit <n>', 'how many (20)'],
    ['--json', 'print JSON, one story a line'],
  ],
  run: async (io, _, { limit = '20', json }) => {
    const count = Number(limit)
    if (!Number.isInteger(count) || count < 1) {
      io.err('--limit takes a whole number from 1 up.')
      return 2
    }
    return withStore(io, async ({ context }) => {
      for (const row of await listStories(context.db, count)) {
        const changed = new Date(row.changed).toISOString().slice(0, 10)
        if (json) io.out(JSON.stringify(row))
        else {
          const size = `${row.articles} articles, ${row.outlets} outlets, ${row.episodes} episodes`
          io.out(
            `${String(row.id).padStart(5)}  ${changed}  ${row.title} (${size})${row.sample ? ' [fictional sample]' : ''}`,
          )
        }
      }
      return 0
    })
  },
}
