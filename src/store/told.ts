/** What was told of someone within some days, however long ago: by the index of names, few rows in any archive. */

import type { Db } from './engines/engine.ts'

/** Where an archive came in in any order, ids say little of days: so many that name an actor are gone through. */
const LOOKED_AT = 4000

export type Asked = {
  /** Lasting ids. */
  readonly actors: readonly number[]
  /** Publication, epoch milliseconds: from the one to before the other. */
  readonly from: number
  readonly to: number
  /** Articles with this id or a lesser one. */
  readonly before: number
  readonly sample: boolean
  /** Articles taken for each actor, the newest to come in, and given in all, those that name most of them. */
  readonly each: number
  readonly most: number
}

export type Told = {
  readonly article: number
  readonly episode: number
  readonly story: number
  readonly features: string
}

/** In the order in which they came in. */
export async function toldOfActors(
  db: Db,
  { actors, from, to, before, sample, each, most }: Asked,
): Promise<readonly Told[]> {
  if (actors.length === 0) return []
  const extent = await db
    .selectFrom('article')
    .select((at) => [at.fn.min<number | null>('id').as('first'), at.fn.max<number | null>('id').as('last')])
    .where('published', '>=', from)
    .where('published', '<', to)
    .executeTakeFirstOrThrow()
  if (extent.first === null || extent.last === null) return []
  const votes = new Map<number, number>()
  for (const actor of actors) {
    const naming = db
      .selectFrom('mention')
      .select('article')
      .distinct()
      .where('actor', '=', actor)
      .where('article', '>=', extent.first)
      .where('article', '<=', Math.min(extent.last, before))
      .orderBy('article', 'desc')
      .limit(LOOKED_AT)
    const rows = await db
      .selectFrom(naming.as('named'))
      .innerJoin('article', 'article.id', 'named.article')
      .select('named.article')
      .where('article.published', '>=', from)
      .where('article.published', '<', to)
      .where('article.dated', '=', 1)
      .where('article.sample', '=', sample ? 1 : 0)
      .orderBy('named.article', 'desc')
      .limit(each)
      .execute()
    for (const { article } of rows) votes.set(article, (votes.get(article) ?? 0) + 1)
  }
  const ids = [...votes]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, most)
    .map(([id]) => id)
  if (ids.length === 0) return []
  return db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .innerJoin('trace', 'trace.article', 'article.id')
    .select(['article.id as article', 'episode.id as episode', 'episode.story', 'trace.features'])
    .where('article.id', 'in', ids)
    .orderBy('article.id')
    .execute()
}
