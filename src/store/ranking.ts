/** What ranking articles for a story reads: the kept features of its own articles and of others, and what was kept out. */

import { foldedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'

/** An article, its story, and its features as JSON, as it was saved with. */
export type Kept = { readonly article: number; readonly story: number; readonly features: string }

const kept = (db: Db) =>
  db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .innerJoin('trace', 'trace.article', 'article.id')
    .leftJoin('copy', (join) =>
      join.onRef('copy.article', '=', 'article.id').on('copy.kind', 'in', foldedKinds),
    )
    .select(['article.id as article', 'episode.story', 'trace.features'])
    .where('copy.article', 'is', null)

/** A story's newest articles, copies left out. */
export async function featuresIn(db: Db, story: number, limit: number): Promise<readonly Kept[]> {
  // Sorted by id alone: with their features a long story is megabytes to sort.
  const newest = await db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .leftJoin('copy', (join) =>
      join.onRef('copy.article', '=', 'article.id').on('copy.kind', 'in', foldedKinds),
    )
    .select('article.id')
    .where('episode.story', '=', story)
    .where('copy.article', 'is', null)
    .orderBy('article.published', 'desc')
    .orderBy('article.id', 'desc')
    .limit(limit)
    .execute()
  const ids = newest.map(({ id }) => id)
  return kept(db)
    .where('article.id', 'in', [0, ...ids])
    .execute()
}

/** Of these articles what was kept; one that repeats another is as good as that to begin from. */
export const featuresAmong = (db: Db, articles: readonly number[]) =>
  db
    .selectFrom('trace')
    .select(['trace.article', 'trace.features'])
    .where('trace.article', 'in', [0, ...articles])
    .execute()

/** The highest id of an article; 0 where there is none. */
export const newestArticle = async (db: Db): Promise<number> =>
  (await db.selectFrom('article').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0

/** Whom and what these articles name, those that most of them name first. */
export const namedAmong = (db: Db, articles: readonly number[], limit: number) =>
  db
    .selectFrom('mention')
    .select((at) => ['mention.actor', at.fn.count<number>('mention.article').distinct().as('articles')])
    .where('mention.article', 'in', [0, ...articles])
    .where('mention.part', '=', 'story')
    .groupBy('mention.actor')
    .orderBy('articles', 'desc')
    .orderBy((at) => at.fn.countAll(), 'desc')
    .orderBy('mention.actor')
    .limit(limit)
    .execute()

/** Those of the articles that stand in other stories, of the sample or not as the story is; copies left out. */
export async function featuresElsewhere(
  db: Db,
  story: number,
  articles: readonly number[],
): Promise<readonly Kept[]> {
  if (articles.length === 0) return []
  return kept(db)
    .where('article.id', 'in', articles)
    .where('episode.story', '!=', story)
    .where('article.sample', '=', (at) => at.selectFrom('story').select('sample').where('id', '=', story))
    .execute()
}

/** Articles that a person said do not belong to the story. */
export const keptOutOf = async (db: Db, story: number): Promise<readonly number[]> =>
  (
    await db
      .selectFrom('bond')
      .select('subject')
      .where('kind', '=', 'cannot')
      .where('what', '=', 'article')
      .where('whole', '=', 'story')
      .where('target', '=', story)
      .where('ended', 'is', null)
      .execute()
  ).map(({ subject }) => subject)

/** How related stories are shown: a line with the time they span. */
export const storyLines = (db: Db, stories: readonly number[]) =>
  db
    .selectFrom('story')
    .select(['id', 'title', 'opened', 'changed'])
    .where('id', 'in', [0, ...stories])
    .where('merged_into', 'is', null)
    .execute()

/** How ranked articles are shown: what they are, and the story they stand in now. */
export const rankedRows = (db: Db, articles: readonly number[]) =>
  db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .innerJoin('story', 'story.id', 'episode.story')
    .select([
      'article.id',
      'article.title',
      'article.published',
      'article.dated',
      'article.language',
      'article.direction',
      'outlet.name as outlet',
      'story.id as story',
      'story.title as storyTitle',
    ])
    .where('article.id', 'in', articles.length === 0 ? [0] : articles)
    .execute()
