/**
 * What an article takes from others beside the one it repeats, what it was tied to before its text changed, and how
 * the windows took it in when it came. An episode's articles are found in the order they were told.
 */

import { sql } from 'kysely'
import type { Db, Engine } from '../engines/engine.ts'

export async function up(db: Db, { ddl }: Engine): Promise<void> {
  const { id, integer, real } = ddl
  const statements = `
create table tie (id ${id}, article ${integer} not null references article(id), origin ${integer} not null references article(id),
  kind text not null, containment ${real} not null, confidence ${real} not null, why text not null,
  passages text not null, ended ${integer});
create index tie_article on tie (article);
create index tie_origin on tie (origin);
alter table trace add column folded ${integer};
create index article_told on article (episode, published);
drop index article_episode`
  for (const statement of statements.split(';')) await sql.raw(statement).execute(db)
}
