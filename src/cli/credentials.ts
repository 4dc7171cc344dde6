/** `credentials SOURCE KIND`: keeps what proves a subscription of the reader's own to a site; read from standard input. */

import { credentialKinds, keepCredential } from '../app/credentials.ts'
import { credentialOf, forgetCredential } from '../store/credentials.ts'
import { findSource } from '../store/sources.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const credentials: CommandSpec = {
  usage: 'credentials <source> [kind]',
  summary: 'keep a name and password, header or cookie for a source, given on standard input',
  options: [
    ['--hosts <names>', 'other hosts of the same outlet it may be sent to, separated by commas'],
    ['--remove', 'forget them'],
  ],
  run: (io, [address = '', kind], { hosts, remove }) =>
    withStore(io, async ({ context }) => {
      const source = await findSource(context.db, address)
      if (!source) {
        io.err(
          `There is no source ${address}. Give its address, or its number as "throughline doctor --sources" shows it.`,
        )
        return 1
      }
      if (remove) {
        const had = await forgetCredential(context.db, source.id)
        io.out(had ? 'Forgotten.' : 'There was nothing to forget.')
        return 0
      }
      if (kind === undefined) {
        const kept = await credentialOf(context.db, source.id)
        const day = kept && new Date(kept.made).toISOString().slice(0, 10)
        io.out(kept ? `${kept.kind}, since ${day}, for ${kept.hosts.join(', ')}` : 'Nothing is kept for it.')
        return 0
      }
      const known = credentialKinds.find((one) => one === kind)
      if (!known) {
        io.err(`The kinds are ${credentialKinds.join(', ')}.`)
        return 2
      }
      const outcome = await keepCredential(context, source, {
        kind: known,
        secret: await io.input(),
        hosts: typeof hosts === 'string' ? hosts.split(',').map((name) => name.trim()) : [],
      })
      if ('failed' in outcome) {
        io.err(outcome.failed)
        return 1
      }
      io.out(`Kept, sealed, for ${outcome.hosts.join(', ')}.`)
      return 0
    }),
}
