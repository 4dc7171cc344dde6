/** Many articles marked read at once, and the taking back of it: a lot at a time, so that pages go on between. */

import type { Db } from './engines/engine.ts'

/** Marks those of the articles read that are not; gives how many those were. */
export async function markLot(
  db: Db,
  articles: readonly number[],
  { reader, at }: { readonly reader: number; readonly at: number },
): Promise<number> {
  if (articles.length === 0) return 0
  const changed = Math.floor(at / 1000)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reading')
    .columns(['reader', 'article', 'read', 'read_act', 'changed'])
    .expression((of) =>
      of
        .selectFrom('article')
        .select((one) => [
          one.lit(reader).as('reader'),
          'article.id',
          one.lit(at).as('read'),
          one.lit(at).as('read_act'),
          one.lit(changed).as('changed'),
        ])
        .where('article.id', 'in', articles)
        .where((one) =>
          one.not(
            one.exists(
              one
                .selectFrom('reading as known')
                .select('known.article')
                .where('known.reader', '=', reader)
                .whereRef('known.article', '=', 'article.id')
                .where('known.read', 'is not', null),
            ),
          ),
        ),
    )
    .onConflict((conflict) =>
      conflict.columns(['reader', 'article']).doUpdateSet({ read: at, read_act: at, changed }),
    )
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

export async function saveMassMark(
  db: Db,
  mark: { reader: number; at: number; articles: number },
): Promise<number> {
  const { id } = await db
    .insertInto('mass_mark')
    .values({ ...mark, undone: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const massMark = (db: Db, reader: number, id: number) =>
  db.selectFrom('mass_mark').selectAll().where('id', '=', id).where('reader', '=', reader).executeTakeFirst()

export const saveUndone = (db: Db, id: number, undone: number) =>
  db.updateTable('mass_mark').set({ undone }).where('id', '=', id).execute()

/** Takes back one lot of what was marked at that instant and not touched since; gives how many those were. */
export async function unmarkLot(
  db: Db,
  { reader, at, now, limit }: { reader: number; at: number; now: number; limit: number },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('reading')
    .set({ read: null, read_act: now, changed: Math.floor(now / 1000) })
    .where('reader', '=', reader)
    .where('article', 'in', (of) =>
      of
        .selectFrom('reading as lot')
        .select('lot.article')
        .where('lot.reader', '=', reader)
        .where('lot.read_act', '=', at)
        .limit(limit),
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
