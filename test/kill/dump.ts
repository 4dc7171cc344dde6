/** What a store holds, without the instants at which it came to hold it; and the invariants that always hold. */

import { DatabaseSync } from 'node:sqlite'

type Row = Record<string, unknown>

/** Instants differ between runs by nature; for what is undated they also stand in for the publication. */
const INSTANTS = new Set([
  'first_seen',
  'made',
  'at',
  'added',
  'opened',
  'changed',
  'filed',
  'ready',
  'rank',
  'lease_until',
  'attempts',
  'next_check',
  'last_checked',
])

const TABLES = [
  'outlet',
  'source',
  'item',
  'article',
  'version',
  'copy',
  'story',
  'episode',
  'membership',
  'homing',
  'bridge',
  'actor',
  'actor_name',
  'mention',
  'role',
  'encounter',
  'encounter_party',
  'statement',
  'figure',
  'job',
]

const told = (row: Row, name: string): boolean =>
  !INSTANTS.has(name) && !(name === 'published' && row.date_claim === null)

/** Of a reason what it says, not which of several words that weigh nearly the same it names. */
const plain = ([name, value]: [string, unknown]): [string, unknown] =>
  name === 'reasons'
    ? [name, (JSON.parse(String(value)) as { what: string }[]).map(({ what }) => what)]
    : [name, value]

/** Every row of every table as JSON, in a fixed order. */
export function dumpStore(file: string): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  try {
    return TABLES.flatMap((table) =>
      (database.prepare(`select * from "${table}"`).all() as Row[])
        .map(
          (row) =>
            `${table} ${JSON.stringify(
              Object.entries(row)
                .filter(([name]) => told(row, name))
                .map(plain),
            )}`,
        )
        .toSorted(),
    )
  } finally {
    database.close()
  }
}

const NEVER: readonly (readonly [what: string, sql: string])[] = [
  ['a key that points nowhere', 'select * from pragma_foreign_key_check'],
  [
    'an item neither read nor waiting to be',
    `select id from item where article is null and not exists
    (select 1 from job where job.kind = 'read' and job.key = 'item:' || item.id)`,
  ],
  [
    'a read left over for an item that was read',
    `select item.id from item join job on job.key = 'item:' || item.id
    where item.article is not null and job.state != 'given-up' and (select count(*) from version where article = item.article) = 1`,
  ],
  ['an item doubled', 'select source, guid from item group by source, guid having count(*) > 1'],
  ['an article doubled', 'select url from article group by url having count(*) > 1'],
  [
    'an article without its version',
    `select id from article where not exists
    (select 1 from version where version.article = article.id and version.number = article.version)`,
  ],
  ['an article in no episode', 'select id from article where episode is null'],
  [
    'an article with no trace or log',
    `select id from article where id not in (select article from trace)
    or id not in (select article from membership)`,
  ],
  [
    'an article that search does not know',
    'select id from article where id not in (select rowid from search)',
  ],
  [
    'a story without articles',
    `select id from story where merged_into is null and not exists
    (select 1 from episode join article on article.episode = episode.id where episode.story = story.id)`,
  ],
  [
    'a validator kept with no items seen',
    `select id from source where (etag is not null or last_modified is not null)
    and not exists (select 1 from item where item.source = source.id)`,
  ],
  [
    'a record outside its text',
    `select m.article from mention m join version v on v.article = m.article
    and v.number = m.version where m."end" > length(v.text) * 2`,
  ],
]

/** A sentence for every invariant that does not hold. The database is opened as a restart would. */
export function brokenInvariants(file: string): readonly string[] {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    const broken: string[] = []
    const check = database.prepare('pragma integrity_check').get() as { integrity_check: string }
    if (check.integrity_check !== 'ok') broken.push(`damaged: ${check.integrity_check}`)
    for (const [what, sql] of NEVER) {
      const rows = database.prepare(sql).all()
      if (rows.length > 0) broken.push(`${what}: ${JSON.stringify(rows[0])}`)
    }
    return broken
  } finally {
    database.close()
  }
}
