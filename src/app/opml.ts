/** OPML: every subscription in or out as one file, with folders. */

import { type Outline, parseOpml, writeOpml } from '../feeds/opml.ts'
import type { Db } from '../store/engines/engine.ts'
import { enqueue, refreshJob } from '../store/queue.ts'
import { addSource, listSources, outletFor } from '../store/sources.ts'
import { domainOf } from '../words/urls.ts'
import type { Context } from './context.ts'

/** A folder within a folder, as the store keeps it in one name. */
const WITHIN = ' / '

export type Imported = {
  readonly added: number
  readonly known: number
  readonly warnings: readonly string[]
}

/** First checks are spread over this long, so that a long list is not one burst. Milliseconds. */
const SPREAD = 60_000

/**
 * Adds every outline as a source, all or none. Nothing is fetched here: a feed that cannot be read says so on the
 * page of sources after its first check. Importing the same list again adds nothing.
 */
export async function importOpml(
  { db, now }: Pick<Context, 'db' | 'now'>,
  text: string,
): Promise<Imported | { readonly failed: string }> {
  const list = parseOpml(text)
  if ('failed' in list) return list
  const at = now()
  return db.transaction().execute(async (trx) => {
    let added = 0
    for (const [index, outline] of list.outlines.entries()) {
      const first = at + Math.floor((index / list.outlines.length) * SPREAD)
      if (await addOutline(trx, outline, at, first)) added += 1
    }
    return { added, known: list.outlines.length - added, warnings: list.warnings }
  })
}

async function addOutline(
  db: Db,
  { url, title, home, folders }: Outline,
  now: number,
  first: number,
): Promise<boolean> {
  const domain = domainOf(home ?? url)
  const outlet = await outletFor(db, {
    domain,
    name: title || domain || url,
    sample: false,
    ...(home === undefined ? {} : { home }),
  })
  const source = await addSource(db, {
    url,
    kind: 'feed',
    title: title || url,
    outlet,
    sample: false,
    nextCheck: first,
    now,
    ...(folders.length === 0 ? {} : { folder: folders.join(WITHIN) }),
  })
  if (source.added) await enqueue(db, [refreshJob(source.id, first, first)])
  return source.added
}

/** Every source of the reader's own as OPML 2.0. */
export async function exportOpml(db: Db, now: number): Promise<string> {
  const sources = await listSources(db)
  return writeOpml({
    title: 'Throughline subscriptions',
    created: new Date(now).toISOString(),
    outlines: sources
      .filter((source) => source.sample === 0 && /^https?:/.test(source.url))
      .map(({ url, title, folder }) => ({
        url,
        title,
        folders: folder === null ? [] : folder.split(WITHIN),
      })),
  })
}
