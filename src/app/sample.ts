/** The living sample: subscribed to by the ordinary path, and removed without a trace in one step. */

import { sql } from 'kysely'
import type { Db } from '../store/engines/engine.ts'
import { writeSetting } from '../store/settings.ts'
import type { Context } from './context.ts'
import { subscribe } from './subscribe.ts'

/** The setting that says the sample is not wanted any more. */
export const SAMPLE_REMOVED = 'sample removed'

/** Adds the sample's sources; those that are there already stay as they are. */
export async function addSample(context: Context, addresses: readonly string[]): Promise<readonly string[]> {
  const failed: string[] = []
  for (const address of addresses) {
    const outcome = await subscribe(context, address, { sample: true })
    if ('failed' in outcome) failed.push(outcome.failed)
  }
  return failed
}

/** Takes out every source, item, article, story and actor of the sample, and remembers that it is not wanted. */
export async function removeSample(db: Db, now: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const statement of removal) await sql.raw(statement).execute(trx)
    await writeSetting(trx, SAMPLE_REMOVED, new Date(now).toISOString())
  })
}

const articles = '(select id from article where sample = 1)'
const items = '(select item.id from item join source on source.id = item.source where source.sample = 1)'
const orphans = `(select id from actor where id not in (select actor from mention)
  and id not in (select actor from role) and id not in (select actor from encounter_party))`
const ofOrphans = `(select id from correction where what = 'actor' and subject in ${orphans}
  and id not in (select correction from taught_name where actor not in ${orphans}))`
const stories = '(select id from story where sample = 1)'
const acts = `(select act from act_story where story in ${stories})`
const removal = [
  ...['tag', 'rule_catch', 'touched', 'actor_move', 'correction'].map(
    (table) => `delete from ${table} where article in ${articles}`,
  ),
  `delete from shown where story in ${stories}`,
  `delete from bridge where story in ${stories}`,
  `delete from bond where act in ${acts}`,
  `delete from homing where from_story in ${stories} or to_story in ${stories}`,
  `delete from job where kind = 'read' and key in (select 'item:' || id from item where id in ${items})`,
  `delete from job where kind = 'refresh' and key in (select 'source:' || id from source where sample = 1)`,
  `delete from alert where article in ${articles}`,
  `delete from reading where article in ${articles}`,
  `delete from note where article in ${articles}`,
  `delete from pick where article in ${articles} or story in ${stories}`,
  `delete from follow where kind = 'story' and target in (select cast(id as text) from story where sample = 1)`,
  `delete from encounter_party where encounter in (select id from encounter where article in ${articles})`,
  ...[
    'encounter',
    'statement',
    'figure',
    'mention',
    'role',
    'membership',
    'trace',
    'copy',
    'tie',
    'version',
  ].map((table) => `delete from ${table} where article in ${articles}`),
  `delete from search where rowid in ${articles}`,
  `delete from site_memory where domain like '%.sample.localhost'`,
  `delete from document where item in ${items}`,
  `delete from item where id in ${items}`,
  `delete from source where sample = 1`,
  `delete from article where sample = 1`,
  `delete from proposal where story in ${stories}`,
  `create temp table gone as select act from act_story where story in ${stories}`,
  `delete from act_story where act in (select act from gone)`,
  `delete from act where id in (select act from gone)`,
  `drop table gone`,
  `delete from episode where sample = 1`,
  `delete from story where sample = 1`,
  `delete from outlet where sample = 1`,
  `delete from taught_name where actor in ${orphans}`,
  `delete from actor_move where correction in ${ofOrphans}`,
  `delete from correction where id in ${ofOrphans}`,
  `delete from actor_name where actor in ${orphans}`,
  `delete from actor where id in ${orphans}`,
]
