/** Search across articles, stories and names; the engine's full-text index does the finding. */

import type { Db, Store } from './engines/engine.ts'

export type Hit = {
  readonly id: number
  readonly title: string
  readonly lead: string | null
  readonly published: number
  readonly dated: 0 | 1
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly outlet: string
  readonly story: number | null
  readonly storyTitle: string | null
  readonly sample: boolean
}

export type Filter = {
  readonly outlet?: number
  readonly language?: string
  readonly from?: number
  readonly until?: number
}

/** Matches looked through at most when filters thin them out. */
const LOOK_THROUGH = 2000

/** Articles that hold every word, best first, and whether there are more after these. */
export async function searchArticles(
  { db, engine }: Store,
  query: string,
  filter: Filter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ readonly hits: readonly Hit[]; readonly more: boolean }> {
  const filtered = Object.keys(filter).length > 0
  const found = (
    await engine.search(query, filtered ? LOOK_THROUGH : limit + 1, filtered ? 0 : offset).execute(db)
  ).rows
  if (found.length === 0) return { hits: [], more: false }
  const ids = found.map((row) => row.article)
  let rows = db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .leftJoin('episode', 'episode.id', 'article.episode')
    .leftJoin('story', 'story.id', 'episode.story')
    .select([
      'article.id',
      'article.title',
      'article.lead',
      'article.published',
      'article.dated',
      'article.language',
      'article.direction',
      'outlet.name as outlet',
      'story.id as story',
      'story.title as storyTitle',
      'article.sample',
    ])
    .where('article.id', 'in', ids)
  if (filter.outlet !== undefined) rows = rows.where('article.outlet', '=', filter.outlet)
  if (filter.language !== undefined) rows = rows.where('article.language', '=', filter.language)
  if (filter.from !== undefined) rows = rows.where('article.published', '>=', filter.from)
  if (filter.until !== undefined) rows = rows.where('article.published', '<', filter.until)
  const byId = new Map((await rows.execute()).map((row) => [row.id, { ...row, sample: row.sample === 1 }]))
  const inOrder = ids.flatMap((id) => byId.get(id) ?? [])
  const from = filtered ? offset : 0
  return {
    hits: inOrder.slice(from, from + limit),
    more: filtered ? inOrder.length > from + limit : found.length > limit,
  }
}

/** Actors seen under names that begin with the words. `key` is the query as names are keyed. */
export const searchActors = (db: Db, key: string, limit: number) =>
  db
    .selectFrom('actor_name')
    .innerJoin('actor', 'actor.id', 'actor_name.actor')
    .select(['actor.id', 'actor.name', 'actor.kind'])
    .distinct()
    .where('actor_name.key', '>=', key)
    .where('actor_name.key', '<', `${key}\u{10ffff}`)
    .where('actor.merged_into', 'is', null)
    .limit(limit)
    .execute()

export const outletsByName = (db: Db, limit: number) =>
  db.selectFrom('outlet').select(['id', 'name']).orderBy('name').limit(limit).execute()
