/** Brings a database to the schema this program knows, or refuses one it does not. */

import { sql } from 'kysely'
import type { Db, Store } from './engines/engine.ts'
import * as start from './migrations/001-start.ts'
import * as grouping from './migrations/002-grouping.ts'
import * as notes from './migrations/003-notes.ts'
import * as reading from './migrations/004-reading.ts'
import * as corrections from './migrations/005-corrections.ts'
import * as bridges from './migrations/006-bridges.ts'
import * as kinds from './migrations/007-kinds.ts'
import * as ties from './migrations/008-ties.ts'

/** In order, append-only. The version of a database is how many of these it has seen. */
const migrations = [start, grouping, notes, reading, corrections, bridges, kinds, ties]

export type Migrated = { readonly from: number; readonly to: number } | { readonly failed: string }

/** Each migration and the note that it ran commit together. */
export async function migrate({ db, engine }: Store): Promise<Migrated> {
  await sql`create table if not exists schema_version (version integer not null)`.execute(db)
  const from = await versionOf(db)
  if (from > migrations.length) {
    return {
      failed:
        `This database was made by a newer Throughline (schema ${from}, this program knows ${migrations.length}). ` +
        'Start the newer program, or restore a backup made by this one.',
    }
  }
  for (let version = from; version < migrations.length; version += 1) {
    await db.transaction().execute(async (trx) => {
      // Another process may have migrated between our look and this lock.
      if ((await versionOf(trx)) !== version) return
      await migrations[version]!.up(trx, engine)
      await sql`delete from schema_version`.execute(trx)
      await sql`insert into schema_version (version) values (${version + 1})`.execute(trx)
    })
  }
  return { from, to: migrations.length }
}

async function versionOf(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(db)
  return rows[0]?.version ?? 0
}
