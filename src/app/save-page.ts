/** Save one page somebody came across: read like any other article, and kept for later. */

import type { Db } from '../store/engines/engine.ts'
import { articleListedAt, itemListed, loadItem, saveItems } from '../store/items.ts'
import { enqueue, readJob } from '../store/queue.ts'
import { addSource, outletFor } from '../store/sources.ts'
import { withoutTracking } from '../words/urls.ts'
import { markArticle } from './mark.ts'

export type SavedPage =
  | { readonly article: number }
  /** On its way: see `arrived`. */
  | { readonly item: number }
  | { readonly failed: 'address' }

/** An address that is known leads to its article at once; saving it twice changes nothing. */
export async function savePage(
  db: Db,
  address: string,
  {
    reader,
    title,
    now,
  }: { readonly reader: number; readonly title?: string | undefined; readonly now: number },
): Promise<SavedPage> {
  const url = URL.parse(address.trim())
  if (!url || !/^https?:$/.test(url.protocol) || address.length > 4000) return { failed: 'address' }
  const known =
    (await articleListedAt(db, url.href)) ?? (await articleListedAt(db, withoutTracking(url.href)))
  if (known !== undefined) {
    await markArticle(db, { reader, article: known, mark: 'later', now })
    return { article: known }
  }
  return db.transaction().execute(async (trx) => {
    const outlet = await outletFor(trx, { domain: undefined, name: 'Saved pages', sample: false })
    const { id: source } = await addSource(trx, {
      url: 'saved:',
      kind: 'files',
      title: 'Saved pages',
      outlet,
      sample: false,
      nextCheck: Number.MAX_SAFE_INTEGER,
      now,
    })
    const entry = {
      guid: url.href,
      url: url.href,
      title: title?.trim() || url.href,
      authors: [],
      categories: [],
      enclosures: [],
    }
    const [fresh] = await saveItems(trx, source, [entry], now)
    if (fresh) {
      await enqueue(trx, [readJob(fresh.id, now, now)])
      return { item: fresh.id }
    }
    const id = await itemListed(trx, source, url.href)
    if (id === undefined) throw new Error('An item that is already listed cannot be found.')
    return { item: id }
  })
}

/** The article a saved page became, put by for later; undefined while it is on its way. */
export async function arrived(
  db: Db,
  item: number,
  { reader, now }: { readonly reader: number; readonly now: number },
): Promise<number | undefined> {
  const article = (await loadItem(db, item))?.article ?? undefined
  if (article !== undefined) await markArticle(db, { reader, article, mark: 'later', now })
  return article
}
