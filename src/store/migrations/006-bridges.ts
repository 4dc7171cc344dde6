/** What speaks for two stories being one, so that a restart knows as much as the run before it. */

import { sql } from 'kysely'
import type { Db, Engine } from '../engines/engine.ts'

export async function up(db: Db, { ddl }: Engine): Promise<void> {
  const { integer } = ddl
  const statements = `
create table bridge (story ${integer} not null, other ${integer} not null, episode ${integer} not null,
  primary key (story, other, episode));
create index bridge_other on bridge (other)`
  for (const statement of statements.split(';')) await sql.raw(statement).execute(db)
}
