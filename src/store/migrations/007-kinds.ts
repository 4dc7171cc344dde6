/** How many articles name an actor as something of another kind: one name is one actor, of the kind that most say. */

import { sql } from 'kysely'
import type { Db, Engine } from '../engines/engine.ts'

export async function up(db: Db, { ddl }: Engine): Promise<void> {
  await sql.raw(`alter table actor add column otherwise ${ddl.integer} not null default 0`).execute(db)
}
