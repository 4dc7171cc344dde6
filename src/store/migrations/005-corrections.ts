/** What people decide about records and actors: the log, the records it touches, the names it teaches. */

import { sql } from 'kysely'
import type { Db, Engine } from '../engines/engine.ts'

export async function up(db: Db, { ddl }: Engine): Promise<void> {
  const { id, integer, flag } = ddl
  const statements = `
create table correction (id ${id}, what text not null, act text not null, subject ${integer} not null,
  article ${integer}, reader ${integer} not null, by_name text not null, at ${integer} not null,
  undoes ${integer} references correction(id), detail text not null);
create index correction_subject on correction (what, subject);
create index correction_undoes on correction (undoes);
create table touched (id ${id}, what text not null, article ${integer} not null, version ${integer} not null,
  sentence text not null, identity text not null, as_read text not null, origin text not null,
  "row" ${integer}, standing text not null);
create index touched_article on touched (article, what);
create index touched_row on touched (what, "row");
create table actor_move (correction ${integer} not null references correction(id), article ${integer} not null,
  version ${integer} not null, start ${integer} not null, from_actor ${integer} not null, to_actor ${integer} not null);
create index actor_move_correction on actor_move (correction);
create table taught_name (id ${id}, plain text not null, actor ${integer} not null,
  correction ${integer} not null references correction(id), ended ${integer});
create index taught_name_plain on taught_name (plain);
create index taught_name_correction on taught_name (correction);
alter table actor add column named ${flag} not null default 0;
alter table actor_name add column seen ${integer} not null default 0;
create index actor_merged on actor (merged_into)`
  for (const statement of statements.split(';')) await sql.raw(statement).execute(db)
}
