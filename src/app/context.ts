/** What the commands of this floor are given: the store, the door to the network and the clock. */

import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type Door, openDoor } from '../net/door.ts'
import { type Engine, openEngine } from '../net/engine.ts'
import type { Failure } from '../net/failure.ts'
import { type FetchedMail, fetchMail, type Mailbox, type MailMark } from '../net/imap.ts'
import type { HostWait } from '../net/manners.ts'
import { loadKey, openSecrets, type Secrets } from '../net/secrets.ts'
import type { Db, Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'
import { readSetting, writeSetting } from '../store/settings.ts'

export type Context = {
  readonly db: Db
  readonly fetch: Door['fetch']
  readonly now: () => number
  /** What seals credentials; its key is made when it is first needed. Throws where the key file holds none. */
  readonly secrets?: () => Secrets
  readonly fetchMail?: (mailbox: Mailbox, since: MailMark | undefined) => Promise<FetchedMail | Failure>
  /** Asks the engine that may suggest records; absent where none is set. */
  readonly ask?: Engine['ask']
  /** Where hubs can reach this reader: an http or https address without a slash at its end. */
  readonly publicUrl?: string
}

/** Beside the database, not in it: a copy of the one without the other tells nothing. */
const KEY_FILE = 'credentials.key'

/** Hosts that asked to be left alone are still left alone after a restart. */
const WAITS = 'host waits'

export type Opened = { readonly context: Context; readonly store: Store; readonly close: () => Promise<void> }

/** Opens the store and the door a configuration asks for; `close` closes both. */
export async function openContext(
  config: Config,
  now: () => number = Date.now,
): Promise<Opened | { readonly failed: string }> {
  const store = await openStore(config.database)
  if ('failed' in store) return store
  const waits = JSON.parse((await readSetting(store.db, WAITS)) ?? '[]') as HostWait[]
  const door = openDoor({ userAgent: config.userAgent, clock: { now }, allowHosts: config.allowHosts, waits })
  const engine = config.engine && openEngine(config.engine, { userAgent: config.userAgent, now })
  let secrets: Secrets | undefined
  return {
    context: {
      db: store.db,
      fetch: door.fetch,
      now,
      secrets: () => {
        secrets ??= openSecrets(loadKey(join(config.folder, KEY_FILE)))
        return secrets
      },
      fetchMail: (mailbox, since) => fetchMail(mailbox, since, { allowHosts: config.allowHosts }),
      ...(engine === undefined ? {} : { ask: engine.ask }),
      ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    },
    store,
    close: async () => {
      await keepWaits(store, door, now())
      await door.close()
      await engine?.close()
      await store.close()
    },
  }
}

/** Added to what is kept: the pages and the worker have a door each. */
async function keepWaits({ db }: Store, door: Door, now: number): Promise<void> {
  const added = door.waits()
  if (added.length === 0) return
  const kept = (JSON.parse((await readSetting(db, WAITS)) ?? '[]') as HostWait[]).filter(
    ({ host, lane, until }) =>
      until > now && !added.some((wait) => wait.host === host && wait.lane === lane && wait.until >= until),
  )
  await writeSetting(db, WAITS, JSON.stringify([...kept, ...added]))
}
