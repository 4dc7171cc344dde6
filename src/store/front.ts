/** What the front page reads: stories by last change, each with its coverage counted, in a fixed number of queries. */

import type { Db } from './engines/engine.ts'

const WEEK = 7 * 86_400_000

/** One outlet's part in a story's coverage, by language. */
export type Share = {
  readonly outlet: number
  readonly name: string
  readonly language: string
  readonly articles: number
  /** Of them, how many repeat another article. */
  readonly copies: number
  /** How many came in after the reader's last visit. */
  readonly fresh: number
  readonly first: number
  readonly last: number
}

export type Latest = {
  readonly id: number
  readonly title: string
  readonly lead: string | null
  readonly published: number
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly outlet: string
}

export type FrontStory = {
  readonly id: number
  readonly title: string
  readonly opened: number
  readonly changed: number
  readonly sample: boolean
  readonly shares: readonly Share[]
  readonly latest: Latest | undefined
  /** Articles by week since 1970, ascending; weeks without any are left out. */
  readonly weeks: readonly { readonly week: number; readonly articles: number }[]
}

/** Whether anything but the sample has been read; while not, the front page shows the sample. */
export async function hasOwnArticles(db: Db): Promise<boolean> {
  const row = await db.selectFrom('article').select('id').where('sample', '=', 0).limit(1).executeTakeFirst()
  return row !== undefined
}

/** The stories changed last, newest first. `since` is the reader's last visit, or undefined on the first one. */
export async function frontStories(
  db: Db,
  { sample, limit, since }: { sample: boolean; limit: number; since: number | undefined },
): Promise<readonly FrontStory[]> {
  const stories = await db
    .selectFrom('story')
    .select(['id', 'title', 'opened', 'changed', 'sample'])
    .where('merged_into', 'is', null)
    .where('sample', '=', sample ? 1 : 0)
    .orderBy('changed', 'desc')
    .limit(limit)
    .execute()
  return withCoverage(db, stories, since)
}

/** The named stories, in the order given; those that are gone or merged are left out. */
export async function storiesById(
  db: Db,
  ids: readonly number[],
  since?: number,
): Promise<readonly FrontStory[]> {
  if (ids.length === 0) return []
  const stories = await db
    .selectFrom('story')
    .select(['id', 'title', 'opened', 'changed', 'sample'])
    .where('merged_into', 'is', null)
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(stories.map((story) => [story.id, story]))
  const ordered = ids.flatMap((id) => byId.get(id) ?? [])
  return withCoverage(db, ordered, since)
}

type StoryRow = { id: number; title: string; opened: number; changed: number; sample: 0 | 1 }

async function withCoverage(
  db: Db,
  stories: readonly StoryRow[],
  since: number | undefined,
): Promise<FrontStory[]> {
  if (stories.length === 0) return []
  const ids = stories.map((story) => story.id)
  const [shares, weeks, latest] = await Promise.all([
    sharesOf(db, ids, since ?? Number.MAX_SAFE_INTEGER),
    weeksOf(db, ids),
    latestOf(db, ids),
  ])
  return stories.map((story) => ({
    ...story,
    sample: story.sample === 1,
    shares: shares.get(story.id) ?? [],
    weeks: weeks.get(story.id) ?? [],
    latest: latest.get(story.id)?.[0],
  }))
}

async function sharesOf(db: Db, ids: readonly number[], since: number): Promise<Map<number, Share[]>> {
  const rows = await db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .leftJoin('copy', 'copy.article', 'article.id')
    .select((at) => [
      'episode.story',
      'article.outlet',
      'outlet.name',
      'article.language',
      at.fn.countAll<number>().as('articles'),
      at.fn.count<number>('copy.article').as('copies'),
      at.fn.sum<number>(at.case().when('article.first_seen', '>', since).then(1).else(0).end()).as('fresh'),
      at.fn.min('article.published').as('first'),
      at.fn.max('article.published').as('last'),
    ])
    .where('episode.story', 'in', ids)
    .groupBy(['episode.story', 'article.outlet', 'outlet.name', 'article.language'])
    .execute()
  return byStory(rows)
}

async function weeksOf(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, { week: number; articles: number }[]>> {
  const rows = await db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .select((at) => [
      'episode.story',
      // Whole weeks: both engines divide integers by integers to an integer.
      at('article.published', '/', at.lit(WEEK)).as('week'),
      at.fn.countAll<number>().as('articles'),
    ])
    .where('episode.story', 'in', ids)
    .groupBy(['episode.story', 'week'])
    .orderBy('week')
    .execute()
  return byStory(rows.map((row) => ({ ...row, week: Number(row.week) })))
}

/** A story's `changed` is the publication of its newest article, so the index on publication finds that one. */
async function latestOf(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, (Latest & { story: number })[]>> {
  const rows = await db
    .selectFrom('story')
    .innerJoin('article', 'article.published', 'story.changed')
    .innerJoin('episode', (join) =>
      join.onRef('episode.id', '=', 'article.episode').onRef('episode.story', '=', 'story.id'),
    )
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .select([
      'story.id as story',
      'article.id',
      'article.title',
      'article.lead',
      'article.published',
      'article.language',
      'article.direction',
      'outlet.name as outlet',
    ])
    .where('story.id', 'in', ids)
    .orderBy('article.id')
    .execute()
  return byStory(rows)
}

function byStory<Row extends { readonly story: number }>(rows: readonly Row[]): Map<number, Row[]> {
  return Map.groupBy(rows, (row) => row.story)
}
