/** What people decide about the grouping: their acts, the decisions that outrank the model, and kept searches. */

import { sql } from 'kysely'
import type { Db, Engine } from '../engines/engine.ts'

export async function up(db: Db, { ddl }: Engine): Promise<void> {
  const { id, integer } = ddl
  const statements = `
create table act (id ${id}, kind text not null, reader ${integer} not null, by_name text not null,
  at ${integer} not null, undoes ${integer} references act(id), detail text not null);
create index act_undoes on act (undoes);
create table act_story (story ${integer} not null, act ${integer} not null references act(id),
  primary key (story, act));
alter table membership add column act ${integer};
create index membership_act on membership (act);
create index membership_to on membership (to_episode);
create table homing (id ${id}, episode ${integer} not null, from_story ${integer} not null,
  to_story ${integer} not null, reasons text not null, model text not null, act ${integer}, at ${integer} not null);
create index homing_episode on homing (episode);
create index homing_act on homing (act);
create index homing_from on homing (from_story);
create index homing_to on homing (to_story);
create table bond (id ${id}, kind text not null, what text not null, subject ${integer} not null,
  whole text not null, target ${integer} not null, act ${integer} not null references act(id), ended ${integer});
create index bond_subject on bond (what, subject);
create index bond_target on bond (whole, target);
create index bond_act on bond (act);
create index proposal_other on proposal (other);
create index story_merged on story (merged_into);
create table saved_search (id ${id}, reader ${integer} not null, name text not null, query text not null,
  made ${integer} not null, unique (reader, query));
create table feed_key (reader ${integer} primary key, secret text not null unique)`
  for (const statement of statements.split(';')) await sql.raw(statement).execute(db)
}
