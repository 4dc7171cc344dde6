/** Follows as reading matches them, and the alerts they give rise to. */

import type { Db } from './engines/engine.ts'

/** A follow with what it looks for spelled out. */
export type SpelledFollow =
  | { readonly id: number; readonly kind: 'story'; readonly story: number }
  | { readonly id: number; readonly kind: 'actor'; readonly actor: number; readonly names: readonly string[] }
  | { readonly id: number; readonly kind: 'place'; readonly names: readonly string[] }
  | { readonly id: number; readonly kind: 'topic'; readonly words: string }
  | { readonly id: number; readonly kind: 'search'; readonly query: string }

export async function everyFollow(db: Db): Promise<readonly SpelledFollow[]> {
  const follows = await db.selectFrom('follow').select(['id', 'kind', 'target']).orderBy('id').execute()
  const actors = follows.filter(({ kind }) => kind === 'actor').map(({ target }) => Number(target))
  const rows =
    actors.length === 0
      ? []
      : await db.selectFrom('actor_name').select(['actor', 'name']).where('actor', 'in', actors).execute()
  return follows.map(({ id, kind, target }): SpelledFollow => {
    if (kind === 'story') return { id, kind, story: Number(target) }
    if (kind === 'topic') return { id, kind, words: target }
    if (kind === 'search') return { id, kind, query: target }
    if (kind === 'place') return { id, kind, names: [target] }
    const names = rows.filter(({ actor }) => actor === Number(target)).map(({ name }) => name)
    return { id, kind, actor: Number(target), names }
  })
}

/** One alert for one follow and article; the ids of those not made before. */
export async function saveAlerts(
  db: Db,
  article: number,
  follows: readonly number[],
  now: number,
): Promise<readonly number[]> {
  const made: number[] = []
  for (const follow of follows) {
    const row = await db
      .insertInto('alert')
      .values({ follow, article, made: now, sent: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) made.push(row.id)
  }
  return made
}

/** An alert with what its message needs, or undefined when it is gone or was sent. */
export const loadAlert = (db: Db, id: number) =>
  db
    .selectFrom('alert')
    .innerJoin('follow', 'follow.id', 'alert.follow')
    .innerJoin('article', 'article.id', 'alert.article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .leftJoin('episode', 'episode.id', 'article.episode')
    .select([
      'alert.id',
      'alert.article',
      'follow.kind',
      'follow.target',
      'follow.webhook',
      'article.title',
      'article.url',
      'outlet.name as outlet',
      'episode.story',
    ])
    .where('alert.id', '=', id)
    .where('alert.sent', 'is', null)
    .executeTakeFirst()

export const markSent = (db: Db, alert: number, now: number) =>
  db.updateTable('alert').set({ sent: now }).where('id', '=', alert).execute()
