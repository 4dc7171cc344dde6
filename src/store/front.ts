/** What the front page reads: stories by last change, each with its coverage counted, in a fixed number of queries. */

import type { Encounter, EncounterStatus } from '../model/dossier.ts'
import { foldedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR

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
  /** How many the reader has read. */
  readonly read: number
  /** Of the originals, how many came out in the last six hours, and in the six days before those. */
  readonly recent: number
  readonly before: number
  readonly first: number
  readonly last: number
}

export type Latest = {
  readonly id: number
  readonly title: string
  readonly lead: string | null
  readonly published: number
  readonly dated: 0 | 1
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
  readonly episodes: number
  /** What is counted below is that of the newest episodes; true where the story has more than those. */
  readonly longer: boolean
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

export type Visit = {
  readonly reader: number
  /** The reader's last visit, or undefined on the first one. */
  readonly since: number | undefined
  readonly now: number
}

/** The stories changed last, newest first. */
export async function frontStories(
  db: Db,
  { sample, limit, visit }: { sample: boolean; limit: number; visit: Visit },
): Promise<readonly FrontStory[]> {
  const stories = await db
    .selectFrom('story')
    .select(['id', 'title', 'opened', 'changed', 'sample'])
    .where('merged_into', 'is', null)
    .where('sample', '=', sample ? 1 : 0)
    .orderBy('changed', 'desc')
    .limit(limit)
    .execute()
  return withCoverage(db, stories, visit)
}

/** The named stories, in the order given; those that are gone or merged are left out. */
export async function storiesById(
  db: Db,
  ids: readonly number[],
  visit: Visit,
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
  return withCoverage(db, ordered, visit)
}

type StoryRow = { id: number; title: string; opened: number; changed: number; sample: 0 | 1 }

async function withCoverage(db: Db, stories: readonly StoryRow[], visit: Visit): Promise<FrontStory[]> {
  if (stories.length === 0) return []
  const ids = stories.map((story) => story.id)
  const newest = await newestEpisodes(db, ids)
  const [shares, episodes, weeks, latest] = await Promise.all([
    sharesOf(db, newest, visit),
    episodesOf(db, ids),
    weeksOf(db, newest),
    latestOf(db, ids),
  ])
  return stories.map((story) => ({
    ...story,
    sample: story.sample === 1,
    episodes: episodes.get(story.id) ?? 0,
    longer: (episodes.get(story.id) ?? 0) > COUNTED_EPISODES,
    shares: shares.get(story.id) ?? [],
    weeks: weeks.get(story.id) ?? [],
    latest: latest.get(story.id)?.[0],
  }))
}

/** How many of a story's newest episodes its row on the front page counts: a row stays quick however long the story. */
const COUNTED_EPISODES = 8

/** Ids of the newest episodes of each story. */
async function newestEpisodes(db: Db, ids: readonly number[]): Promise<readonly number[]> {
  const rows = await db
    .selectFrom((at) =>
      at
        .selectFrom('episode')
        .select((of) => [
          'id',
          of.fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('story').orderBy('opened', 'desc'))
            .as('place'),
        ])
        .where('story', 'in', ids)
        .as('episode'),
    )
    .select('id')
    .where('place', '<=', COUNTED_EPISODES)
    .execute()
  return rows.map((row) => row.id)
}

async function sharesOf(
  db: Db,
  episodes: readonly number[],
  { reader, since = Number.MAX_SAFE_INTEGER, now }: Visit,
): Promise<Map<number, Share[]>> {
  const recent = now - 6 * HOUR
  const rows = await db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .leftJoin('copy', (join) =>
      join.onRef('copy.article', '=', 'article.id').on('copy.kind', 'in', foldedKinds),
    )
    .leftJoin('reading', (join) =>
      join.onRef('reading.article', '=', 'article.id').on('reading.reader', '=', reader),
    )
    .select((at) => [
      'episode.story',
      'article.outlet',
      'outlet.name',
      'article.language',
      at.fn.countAll<number>().as('articles'),
      at.fn.count<number>('copy.article').as('copies'),
      at.fn.sum<number>(at.case().when('article.first_seen', '>', since).then(1).else(0).end()).as('fresh'),
      at.fn.count<number>('reading.read').as('read'),
      at.fn
        .sum<number>(
          at
            .case()
            .when(at.and([at('article.published', '>', recent), at('copy.article', 'is', null)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('recent'),
      at.fn
        .sum<number>(
          at
            .case()
            .when(
              at.and([
                at('article.published', '<=', recent),
                at('article.published', '>', recent - 6 * 24 * HOUR),
                at('copy.article', 'is', null),
              ]),
            )
            .then(1)
            .else(0)
            .end(),
        )
        .as('before'),
      at.fn.min('article.published').as('first'),
      at.fn.max('article.published').as('last'),
    ])
    .where('episode.id', 'in', episodes)
    .groupBy(['episode.story', 'article.outlet', 'outlet.name', 'article.language'])
    .execute()
  return byStory(rows)
}

async function episodesOf(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('episode')
    .select((at) => ['story', at.fn.countAll<number>().as('episodes')])
    .where('story', 'in', ids)
    .groupBy('story')
    .execute()
  return new Map(rows.map((row) => [row.story, row.episodes]))
}

async function weeksOf(
  db: Db,
  episodes: readonly number[],
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
    .where('episode.id', 'in', episodes)
    .groupBy(['episode.story', 'week'])
    .orderBy('week')
    .execute()
  return byStory(rows.map((row) => ({ ...row, week: Number(row.week) })))
}

/** What an article says of a day: an encounter it tells of, in the sentence that tells it. */
export type DatedSentence = {
  readonly article: number
  readonly date: string
  readonly status: EncounterStatus
  readonly text: string
}

/** Of each article the encounter it dates last, if it dates any. */
export async function datedSentences(
  db: Db,
  articles: readonly number[],
): Promise<ReadonlyMap<number, DatedSentence>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('encounter')
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'encounter.article').onRef('article.version', '=', 'encounter.version'),
    )
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'article.id').onRef('version.number', '=', 'article.version'),
    )
    .select(['encounter.article', 'encounter.day', 'encounter.date', 'encounter.record', 'version.text'])
    .where('encounter.article', 'in', articles)
    .where('encounter.date', 'is not', null)
    .where('encounter.status', 'in', ['occurred', 'under-way', 'expected', 'cancelled'])
    .orderBy('encounter.day')
    .orderBy('encounter.id')
    .execute()
  return new Map(
    rows.flatMap(({ article, date, record, text }) => {
      const { evidence, status } = JSON.parse(record) as Encounter
      const span = evidence[0]
      return span && date !== null
        ? [[article, { article, date, status, text: text.slice(span.start, span.end) }] as const]
        : []
    }),
  )
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
      'article.dated',
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
