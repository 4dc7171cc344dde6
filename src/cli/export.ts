/** `export opml`: every subscription, for another reader or for safety. */

import { exportOpml } from '../app/opml.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const exportCommand: CommandSpec = {
  usage: 'export <what>',
  summary: 'print all subscriptions: "export opml"',
  run: async (io, [what]) => {
    if (what !== 'opml') {
      io.err('Only "export opml" is known.')
      return 2
    }
    return withStore(io, async ({ context }) => {
      io.out(await exportOpml(context.db, context.now()))
      return 0
    })
  },
}
