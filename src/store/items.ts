/** Entries as sources list them, and the files people bring in: each once, never lost. */

import type { Item } from '../model/feed.ts'
import type { Db } from './engines/engine.ts'

export type SavedItem = {
  readonly id: number
  readonly source: number
  readonly url: string | null
  readonly article: number | null
  readonly entry: Item
  readonly firstSeen: number
}

/** Saves the entries a source has not listed before and gives the new ones' ids, in the order given. */
export async function saveItems(
  db: Db,
  source: number,
  items: readonly Item[],
  now: number,
): Promise<readonly { readonly id: number; readonly item: Item; readonly published: number | null }[]> {
  const fresh: { id: number; item: Item; published: number | null }[] = []
  for (const item of items) {
    const instant = item.published ?? item.updated
    const published = instant ? Date.parse(instant) : null
    const row = await db
      .insertInto('item')
      .values({
        source,
        guid: item.guid,
        url: item.url ?? null,
        title: item.title,
        entry: JSON.stringify(item),
        published,
        first_seen: now,
        article: null,
      })
      .onConflict((conflict) => conflict.columns(['source', 'guid']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) fresh.push({ id: row.id, item, published })
  }
  return fresh
}

/** Entries listed before whose source now says they were updated later than what was kept. */
export async function saveUpdatedItems(
  db: Db,
  source: number,
  items: readonly Item[],
): Promise<readonly number[]> {
  const updated: number[] = []
  for (const item of items) {
    if (!item.updated) continue
    const row = await db
      .selectFrom('item')
      .select(['id', 'entry'])
      .where('source', '=', source)
      .where('guid', '=', item.guid)
      .executeTakeFirst()
    if (!row || (JSON.parse(row.entry) as Item).updated === item.updated) continue
    await db
      .updateTable('item')
      .set({ entry: JSON.stringify(item), title: item.title })
      .where('id', '=', row.id)
      .execute()
    updated.push(row.id)
  }
  return updated
}

export async function loadItem(db: Db, id: number): Promise<SavedItem | undefined> {
  const row = await db.selectFrom('item').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    source: row.source,
    url: row.url,
    article: row.article,
    entry: JSON.parse(row.entry) as Item,
    firstSeen: row.first_seen,
  }
}

export async function itemListed(db: Db, source: number, guid: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('item')
    .select('id')
    .where('source', '=', source)
    .where('guid', '=', guid)
    .executeTakeFirst()
  return row?.id
}

/** The listed entry an article was fetched for, where it was fetched from a page of its own. */
export async function itemOfArticle(db: Db, article: number): Promise<number | undefined> {
  const row = await fetched(db).where('item.article', '=', article).executeTakeFirst()
  return row?.id
}

/** Items of this article's outlet whose text is less sure than `below`, the newest first. */
export async function doubtfulItems(
  db: Db,
  article: number,
  below: number,
): Promise<readonly { readonly id: number; readonly published: number }[]> {
  return fetched(db)
    .innerJoin('article', 'article.id', 'item.article')
    .select('article.published')
    .where('article.confidence', '<', below)
    .where('article.id', '!=', article)
    .where('article.outlet', '=', (at) =>
      at.selectFrom('article as own').select('own.outlet').where('own.id', '=', article),
    )
    .orderBy('item.id', 'desc')
    .limit(MOST_AGAIN)
    .execute()
}

const MOST_AGAIN = 50

const fetched = (db: Db) =>
  db
    .selectFrom('item')
    .leftJoin('document', 'document.item', 'item.id')
    .select('item.id')
    .where('item.url', 'is not', null)
    .where('document.item', 'is', null)

export const saveDocument = (db: Db, item: number, name: string, bytes: Uint8Array) =>
  db
    .insertInto('document')
    .values({ item, name, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const loadDocument = (db: Db, item: number) =>
  db.selectFrom('document').select(['name', 'bytes']).where('item', '=', item).executeTakeFirst()

/** The article at an address, whether it is its own or the one a source listed it under. */
export async function articleListedAt(db: Db, url: string): Promise<number | undefined> {
  const article = await db.selectFrom('article').select('id').where('url', '=', url).executeTakeFirst()
  if (article) return article.id
  const item = await db
    .selectFrom('item')
    .select('article')
    .where('url', '=', url)
    .where('article', 'is not', null)
    .executeTakeFirst()
  return item?.article ?? undefined
}

export const attachItem = (db: Db, item: number, article: number) =>
  db
    .updateTable('item')
    .set((at) => ({
      article,
      filed: at.selectFrom('article').select('published').where('article.id', '=', article),
    }))
    .where('id', '=', item)
    .execute()
