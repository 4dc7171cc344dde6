/** Where editors put an article on their front pages, and for how long. */

import { sql } from 'kysely'
import type { Db } from './engines/engine.ts'

/** Milliseconds. What stood on a front page longer ago is forgotten. */
const KEPT = 30 * 86_400_000
/** A page not looked at for so long says nothing of today. Milliseconds. */
const CURRENT = 12 * 3_600_000

export type Placed = {
  /** Without tracking parameters. */
  readonly url: string
  readonly position: number
  readonly prominence: number
}

/** Keeps what a watched page shows now: a stay goes on while place and size are the same, else a new one begins. */
export async function savePlacements(
  db: Db,
  source: number,
  placed: readonly Placed[],
  now: number,
): Promise<void> {
  const before = await standing(db, source)
  for (const { url, position, prominence } of placed) {
    const stay = before.find((row) => row.url === url)
    if (stay && stay.position === position && stay.prominence === prominence) {
      await db
        .updateTable('placement')
        .set({ until: now })
        .where('source', '=', source)
        .where('url', '=', url)
        .where('since', '=', stay.since)
        .execute()
    } else {
      await db
        .insertInto('placement')
        .values({ source, url, since: now, until: now, position, prominence })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  }
  await db
    .deleteFrom('placement')
    .where('source', '=', source)
    .where('until', '<', now - KEPT)
    .execute()
}

/** The page is as it was when last seen: every stay goes on. */
export async function prolongPlacements(db: Db, source: number, now: number): Promise<void> {
  const { until } = await db
    .selectFrom('placement')
    .select((at) => at.fn.max<number | null>('until').as('until'))
    .where('source', '=', source)
    .executeTakeFirstOrThrow()
  if (until === null) return
  await db
    .updateTable('placement')
    .set({ until: now })
    .where('source', '=', source)
    .where('until', '=', until)
    .execute()
}

const standing = (db: Db, source: number) =>
  db
    .selectFrom('placement')
    .select(['url', 'since', 'position', 'prominence'])
    .where('source', '=', source)
    .where('until', '=', (at) =>
      at
        .selectFrom('placement as last')
        .select((last) => last.fn.max<number>('last.until').as('until'))
        .where('last.source', '=', source),
    )
    .execute()

/** Each story's best place on every front page that shows it now; 1 is the top. */
export async function storyPlacements(
  db: Db,
  stories: readonly number[],
  now: number,
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (stories.length === 0) return new Map()
  // An article is found by its canonical address, or by the address under which a source listed it.
  const { rows } = await sql<{ story: number; place: number }>`
    with standing as (
      select placement.source, placement.url, placement.position from placement
      join (select source, max(until) as until from placement group by source) as last
        on last.source = placement.source and last.until = placement.until
      where placement.until > ${now - CURRENT}),
    found as (
      select standing.source, standing.position, article.episode from standing
        join article on article.url = standing.url
      union all
      select standing.source, standing.position, article.episode from standing
        join item on item.url = standing.url join article on article.id = item.article)
    select episode.story as story, min(found.position) + 1 as place from found
    join episode on episode.id = found.episode
    where episode.story in (${sql.join(stories)})
    group by episode.story, found.source`.execute(db)
  const byStory = Map.groupBy(rows, (row) => row.story)
  return new Map([...byStory].map(([story, places]) => [story, places.map(({ place }) => place)]))
}

/** How an article stood on the pages watched, oldest first. */
export const placementsOf = (db: Db, url: string) =>
  db
    .selectFrom('placement')
    .innerJoin('source', 'source.id', 'placement.source')
    .select(['source.title', 'placement.since', 'placement.until', 'position', 'prominence'])
    .where('placement.url', '=', url)
    .orderBy('placement.since')
    .execute()
