/** Opens the store a configuration names, at the schema this program knows. */

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Store } from './engines/engine.ts'
import { openSqlite } from './engines/sqlite.ts'
import { migrate } from './migrate.ts'

export type OpenFailure = { readonly failed: string }

/** Creates the folder and the file where they are missing. */
export async function openStore(file: string): Promise<Store | OpenFailure> {
  let store: Store
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    store = openSqlite(file)
  } catch (cause) {
    return {
      failed: `Cannot open the database ${file}: ${(cause as Error).message}. Check that the folder exists and may be written.`,
    }
  }
  const migrated = await migrate(store)
  if ('failed' in migrated) {
    await store.close()
    return migrated
  }
  return store
}
