/** Follows as reading matches them, and the alerts they give rise to. */

import type { Db } from './engines/engine.ts'

export const everyFollow = (db: Db) => db.selectFrom('follow').selectAll().orderBy('id').execute()

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
