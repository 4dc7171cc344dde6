/** `suggest ID`: asks the engine about one article now. */

import { suggestFor } from '../app/suggest.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const suggest: CommandSpec = {
  usage: 'suggest <article>',
  summary:
    'ask the engine for encounters, statements and figures of one article; what it suggests is marked so',
  run: (io, [id = '']) =>
    withStore(io, async ({ context }) => {
      if (!context.ask) {
        io.err('No engine is set: THROUGHLINE_ENGINE and THROUGHLINE_ENGINE_MODEL name one.')
        return 2
      }
      const done = await suggestFor(context.db, context.ask, /^\d{1,15}$/.test(id) ? Number(id) : 0)
      if ('failed' in done) {
        io.err(done.failed)
        return 1
      }
      io.out(`${done.kept} suggested and kept.`)
      return 0
    }),
}
