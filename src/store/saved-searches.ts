/** Searches a reader keeps, and the secret that lets feed readers fetch a reader's feeds without signing in. */

import type { Db } from './engines/engine.ts'
import type { Reader } from './readers.ts'

export const savedSearches = (db: Db, reader: number) =>
  db
    .selectFrom('saved_search')
    .select(['id', 'name', 'query', 'made'])
    .where('reader', '=', reader)
    .orderBy('name')
    .execute()

/** Saved again it takes the new name. */
export const saveSearch = (
  db: Db,
  search: { readonly reader: number; readonly name: string; readonly query: string; readonly made: number },
) =>
  db
    .insertInto('saved_search')
    .values(search)
    .onConflict((conflict) => conflict.columns(['reader', 'query']).doUpdateSet({ name: search.name }))
    .execute()

export const forgetSearch = (db: Db, reader: number, query: string) =>
  db.deleteFrom('saved_search').where('reader', '=', reader).where('query', '=', query).execute()

/** The reader's secret; `fresh` becomes it where there is none yet. */
export async function feedSecret(db: Db, reader: number, fresh: string): Promise<string> {
  await db
    .insertInto('feed_key')
    .values({ reader, secret: fresh })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db
    .selectFrom('feed_key')
    .select('secret')
    .where('reader', '=', reader)
    .executeTakeFirstOrThrow()
  return row.secret
}

export const readerWithSecret = (db: Db, secret: string): Promise<Reader | undefined> =>
  db
    .selectFrom('feed_key')
    .innerJoin('reader', 'reader.id', 'feed_key.reader')
    .select(['reader.id', 'reader.name', 'reader.last_visit', 'reader.previous_visit'])
    .where('feed_key.secret', '=', secret)
    .executeTakeFirst()
