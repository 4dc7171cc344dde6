/** Read later and archive beside read and star, each with the time of its own last act; highlights and notes. */

import { sql } from 'kysely'
import type { Db, Engine } from '../engines/engine.ts'

export async function up(db: Db, { ddl }: Engine): Promise<void> {
  const { id, integer } = ddl
  const statements = `
alter table reading add column later ${integer};
alter table reading add column archived ${integer};
alter table reading add column read_act ${integer} not null default 0;
alter table reading add column starred_act ${integer} not null default 0;
alter table reading add column later_act ${integer} not null default 0;
alter table reading add column archived_act ${integer} not null default 0;
update reading set read_act = changed * 1000, starred_act = changed * 1000;
create index reading_later on reading (reader, later);
create index reading_starred on reading (reader, starred);
create index reading_archived on reading (reader, archived);
create table note (id ${id}, reader ${integer} not null, article ${integer} not null references article(id),
  key text not null, version ${integer} not null, start ${integer} not null, "end" ${integer} not null,
  quote text not null, body text not null, made ${integer} not null, act ${integer} not null,
  removed ${integer}, unique (reader, key));
create index note_article on note (article);
create index note_reader on note (reader, made)`
  for (const statement of statements.split(';')) await sql.raw(statement).execute(db)
}
