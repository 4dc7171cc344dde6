/** The first tables. Never edited once released: later changes are later files. */

import { sql } from 'kysely'
import type { Db, Engine } from '../engines/engine.ts'

export async function up(db: Db, { ddl, searchDdl }: Engine): Promise<void> {
  const { id, integer, real, bytes, flag } = ddl
  const statements = `
create table setting (name text primary key, value text not null);
create table outlet (id ${id}, domain text unique, name text not null, home text, sample ${flag} not null);
create table source (id ${id}, outlet ${integer} not null references outlet(id), kind text not null,
  url text not null unique, title text not null, folder text, state text not null, etag text,
  last_modified text, next_check ${integer} not null, last_checked ${integer}, last_answer text,
  failures ${integer} not null default 0, moved_to text, sample ${flag} not null, added ${integer} not null);
create index source_due on source (state, next_check);
create table answer (id ${id}, source ${integer} not null references source(id) on delete cascade,
  at ${integer} not null, ok ${flag} not null, said text not null);
create index answer_source on answer (source, id);
create table placement (source ${integer} not null references source(id) on delete cascade, url text not null,
  since ${integer} not null, until ${integer} not null, position ${integer} not null, prominence ${real} not null,
  primary key (source, url, since));
create index placement_until on placement (source, until);
create table credential (source ${integer} primary key references source(id) on delete cascade, kind text not null,
  hosts text not null, sealed text not null, made ${integer} not null);
create table hub (source ${integer} primary key references source(id) on delete cascade, hub text not null,
  topic text not null, token text not null unique, sealed text not null, state text not null, reason text,
  lease_until ${integer}, ask ${integer} not null);
create table delivery (id ${id}, source ${integer} not null references source(id) on delete cascade, type text,
  bytes ${bytes} not null);
create table item (id ${id}, source ${integer} not null references source(id), guid text not null, url text,
  title text not null, entry text not null, published ${integer}, first_seen ${integer} not null,
  article ${integer}, unique (source, guid));
create index item_article on item (article);
create index item_published on item (source, published);
create index item_url on item (url);
create table document (item ${integer} primary key references item(id), name text not null, bytes ${bytes} not null);
create table article (id ${id}, url text not null unique, outlet ${integer} not null references outlet(id),
  version ${integer} not null, title text not null, language text not null, direction text not null,
  access text not null, confidence ${real} not null, published ${integer} not null,
  dated ${flag} not null, date_claim text,
  first_seen ${integer} not null, episode ${integer}, image text, lead text, words ${integer} not null,
  sample ${flag} not null);
create index article_published on article (published);
create index article_episode on article (episode);
create index article_outlet on article (outlet, published);
create table version (article ${integer} not null references article(id), number ${integer} not null,
  title text not null, text text not null, blocks text not null, marks text not null, sentences text not null,
  authors text not null, about text not null, hash text not null, made ${integer} not null,
  primary key (article, number));
create table trace (article ${integer} primary key references article(id), fingerprint ${bytes} not null,
  features text not null);
create table site_memory (domain text primary key, record text not null);
create table copy (article ${integer} primary key references article(id), origin ${integer} not null references article(id),
  kind text not null, containment ${real} not null, confidence ${real} not null, why text not null,
  passages text not null);
create index copy_origin on copy (origin);
create table story (id ${id}, title text not null, opened ${integer} not null, changed ${integer} not null,
  merged_into ${integer}, sample ${flag} not null);
create index story_changed on story (changed);
create table episode (id ${id}, story ${integer} not null references story(id), opened ${integer} not null,
  sample ${flag} not null);
create index episode_story on episode (story);
create table membership (id ${id}, article ${integer} not null, from_episode ${integer},
  to_episode ${integer} not null, reasons text not null, model text not null, at ${integer} not null);
create index membership_article on membership (article);
create table proposal (story ${integer} not null, other ${integer} not null, score ${real} not null,
  reasons text not null, status text not null, primary key (story, other));
create table actor (id ${id}, kind text not null, name text not null, country text, latitude ${real},
  longitude ${real}, merged_into ${integer});
create table actor_name (actor ${integer} not null references actor(id), name text not null, key text not null,
  primary key (actor, name));
create index actor_name_key on actor_name (key);
create table mention (article ${integer} not null, version ${integer} not null,
  actor ${integer} not null references actor(id), form text not null, part text not null,
  start ${integer} not null, "end" ${integer} not null, primary key (article, version, start, actor));
create index mention_actor on mention (actor, article);
create table role (actor ${integer} not null references actor(id), article ${integer} not null,
  version ${integer} not null, title text not null, "of" text, tense text not null,
  start ${integer} not null, "end" ${integer} not null);
create index role_actor on role (actor);
create index role_article on role (article, version);
create table encounter (id ${id}, article ${integer} not null, version ${integer} not null, kind text not null,
  status text not null, day text not null, date text, record text not null);
create index encounter_article on encounter (article, version);
create table encounter_party (encounter ${integer} not null references encounter(id), part text not null,
  actor ${integer} not null references actor(id), primary key (encounter, part, actor));
create index encounter_party_actor on encounter_party (actor);
create table statement (id ${id}, article ${integer} not null, version ${integer} not null, kind text not null,
  polarity text not null, speaker ${integer}, record text not null);
create index statement_article on statement (article, version);
create index statement_speaker on statement (speaker);
create table figure (id ${id}, article ${integer} not null, version ${integer} not null, value ${real} not null,
  "of" text not null, record text not null);
create index figure_article on figure (article, version);
create table reader (id ${id}, name text not null unique, password text, last_visit ${integer},
  previous_visit ${integer});
create table session (token text primary key, reader ${integer} not null references reader(id),
  expires ${integer} not null);
create table reading (reader ${integer} not null, article ${integer} not null, "read" ${integer},
  starred ${integer}, changed ${integer} not null, primary key (reader, article));
create table follow (id ${id}, reader ${integer} not null, kind text not null, target text not null,
  webhook text, made ${integer} not null, unique (reader, kind, target));
create table alert (id ${id}, follow ${integer} not null references follow(id), article ${integer} not null,
  made ${integer} not null, sent ${integer}, unique (follow, article));
create table pick (id ${id}, kind text not null, story ${integer}, article ${integer}, note text not null,
  made ${integer} not null);
create table job (id ${id}, kind text not null, key text not null, payload text not null,
  rank ${integer} not null, ready ${integer} not null, state text not null, attempts ${integer} not null,
  lease_until ${integer}, error text, unique (kind, key));
create index job_ready on job (state, rank, id);
insert into reader (name) values ('reader')`
  for (const statement of [...statements.split(';'), ...searchDdl]) await sql.raw(statement).execute(db)
}
