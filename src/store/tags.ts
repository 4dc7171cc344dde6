/** A reader's own words on articles. */

import type { Db } from './engines/engine.ts'

export const saveTag = (db: Db, tag: { reader: number; article: number; name: string; at: number }) =>
  db
    .insertInto('tag')
    .values(tag)
    .onConflict((conflict) => conflict.columns(['reader', 'name', 'article']).doNothing())
    .execute()

export const dropTag = (
  db: Db,
  { reader, article, name }: { reader: number; article: number; name: string },
) =>
  db
    .deleteFrom('tag')
    .where('reader', '=', reader)
    .where('article', '=', article)
    .where('name', '=', name)
    .execute()

export const tagsOn = async (db: Db, reader: number, article: number): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('tag')
    .select('name')
    .where('reader', '=', reader)
    .where('article', '=', article)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Every tag a reader uses, by name. */
export const tagNames = async (db: Db, reader: number, limit: number): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('tag')
    .select('name')
    .distinct()
    .where('reader', '=', reader)
    .orderBy('name')
    .limit(limit)
    .execute()
  return rows.map(({ name }) => name)
}
