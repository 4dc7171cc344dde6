/** What the commands of this floor are given: the store, the door to the network and the clock. */

import type { Config } from '../config.ts'
import { type Door, openDoor } from '../net/door.ts'
import type { Db, Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'

export type Context = {
  readonly db: Db
  readonly fetch: Door['fetch']
  readonly now: () => number
}

export type Opened = { readonly context: Context; readonly store: Store; readonly close: () => Promise<void> }

/** Opens the store and the door a configuration asks for; `close` closes both. */
export async function openContext(
  config: Config,
  now: () => number = Date.now,
): Promise<Opened | { readonly failed: string }> {
  const store = await openStore(config.database)
  if ('failed' in store) return store
  const door = openDoor({ userAgent: config.userAgent, clock: { now }, allowHosts: config.allowHosts })
  return {
    context: { db: store.db, fetch: door.fetch, now },
    store,
    close: async () => {
      await door.close()
      await store.close()
    },
  }
}
