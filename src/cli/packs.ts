/** `packs`: lists the starter packs; `packs add NAME` subscribes to one. */

import { addPack, listPacks } from '../app/packs.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const packs: CommandSpec = {
  usage: 'packs [what] [name]',
  summary: 'list the starter packs of well-known outlets, or take one: "packs add NAME"',
  run: async (io, [what, name]) => {
    if (what === undefined) {
      for (const pack of listPacks()) io.out(`${pack.name}: ${pack.title} (${pack.outlets.join(', ')})`)
      return 0
    }
    if (what !== 'add' || name === undefined) {
      io.err('Only "packs" and "packs add NAME" are known.')
      return 2
    }
    return withStore(io, async ({ context }) => {
      const outcome = await addPack(context, name)
      if ('failed' in outcome) {
        io.err(outcome.failed)
        return 1
      }
      io.out(
        `${outcome.added} sources added${outcome.known > 0 ? `, ${outcome.known} were there already` : ''}.`,
      )
      return 0
    })
  },
}
