/** What the river stands on: where a source's articles lie in time, tags, rules, mass marks; taste; who picked what. */

import { sql } from 'kysely'
import type { Db, Engine } from '../engines/engine.ts'

export async function up(db: Db, { ddl }: Engine): Promise<void> {
  const { id, integer, real, flag } = ddl
  const statements = `
alter table item add column filed ${integer};
update item set filed = (select published from article where article.id = item.article) where article is not null;
create index item_filed on item (source, filed, article);
create index source_folder on source (folder);
alter table reading add column hidden ${integer};
alter table reading add column highlighted ${integer};
create index reading_highlighted on reading (reader, highlighted);
create index reading_hidden on reading (reader, hidden);
create index reading_read on reading (reader, "read");
create index reading_read_act on reading (reader, read_act);
create table tag (reader ${integer} not null, name text not null, article ${integer} not null,
  at ${integer} not null, primary key (reader, name, article));
create index tag_at on tag (reader, name, at, article);
create index tag_article on tag (reader, article);
create table rule (id ${id}, reader ${integer} not null, name text not null, "any" ${flag} not null,
  conditions text not null, actions text not null, active ${flag} not null, made ${integer} not null);
create index rule_reader on rule (reader);
create table rule_catch (rule ${integer} not null references rule(id) on delete cascade, article ${integer} not null,
  at ${integer} not null, primary key (rule, article));
create table mass_mark (id ${id}, reader ${integer} not null, at ${integer} not null, articles ${integer} not null,
  undone ${integer});
create table shown (reader ${integer} not null, story ${integer} not null, times ${integer} not null,
  last ${integer} not null, primary key (reader, story));
create table taste (reader ${integer} not null, kind text not null, target text not null, weight ${real} not null,
  made ${integer} not null, primary key (reader, kind, target));
alter table reader add column taste_since ${integer};
alter table pick add column position ${integer};
alter table pick add column by_name text`
  for (const statement of statements.split(';')) await sql.raw(statement).execute(db)
}
