/** `sample remove`: takes the fictional sample out for good. */

import { removeSample } from '../app/sample.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const sample: CommandSpec = {
  usage: 'sample <what>',
  summary: 'remove the fictional sample: "sample remove"',
  run: async (io, [what]) => {
    if (what !== 'remove') {
      io.err('Only "sample remove" is known.')
      return 2
    }
    return withStore(io, async ({ context }) => {
      await removeSample(context.db, context.now())
      io.out('The sample is removed.')
      return 0
    })
  },
}
