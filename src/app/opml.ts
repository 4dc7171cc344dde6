/** OPML: every subscription in or out as one file, with folders. */

import { type Outline, parseOpml, writeOpml } from '../feeds/opml.ts'
import type { Db } from '../store/engines/engine.ts'
import { enqueue, refreshJob } from '../store/queue.ts'
import { addSource, listSources, loadSource, outletFor } from '../store/sources.ts'
import { domainOf } from '../words/urls.ts'
import type { Context } from './context.ts'
import { keepCredential } from './credentials.ts'

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
 * page of sources after its first check. Importing the same list again adds nothing. A name and password in an
 * address are sealed as the source's credential and stand in no address that is kept.
 */
export async function importOpml(
  { db, now, secrets }: Pick<Context, 'db' | 'now' | 'secrets'>,
  text: string,
): Promise<Imported | { readonly failed: string }> {
  const list = parseOpml(text)
  if ('failed' in list) return list
  const at = now()
  return db.transaction().execute(async (trx) => {
    let added = 0
    const warnings = [...list.warnings]
    for (const [index, written] of list.outlines.entries()) {
      const first = at + Math.floor((index / list.outlines.length) * SPREAD)
      const { outline, secret } = withoutSecret(written)
      const source = await addOutline(trx, outline, at, first)
      if (source === undefined) continue
      added += 1
      const failed =
        secret === undefined
          ? undefined
          : await seal(trx, source, secret, { now, ...(secrets && { secrets }) })
      if (failed !== undefined)
        warnings.push(`“${outline.title}”: what signs in to it was left out. ${failed}`)
    }
    return { added, known: list.outlines.length - added, warnings }
  })
}

/** `https://name:password@host/feed`, as other readers export it, in its two parts. */
function withoutSecret(outline: Outline): { readonly outline: Outline; readonly secret?: string } {
  const url = new URL(outline.url)
  const { username, password } = url
  if (username === '' && password === '') return { outline }
  url.username = ''
  url.password = ''
  // Some readers write the address itself as the title.
  const tells = outline.title.includes('@') && outline.title.includes(username)
  return {
    outline: { ...outline, url: url.href, title: tells ? url.hostname : outline.title },
    secret: `${decoded(username)}:${decoded(password)}`,
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Why it could not be kept, or undefined. */
async function seal(
  db: Db,
  id: number,
  secret: string,
  { now, secrets }: Pick<Context, 'now' | 'secrets'>,
): Promise<string | undefined> {
  const source = await loadSource(db, id)
  if (!source) return undefined
  const kept = await keepCredential({ db, now, ...(secrets && { secrets }) }, source, {
    kind: 'basic',
    secret,
  })
  return 'failed' in kept ? kept.failed : undefined
}

/** The new source's id; undefined where it was there already. */
async function addOutline(
  db: Db,
  { url, title, home, folders }: Outline,
  now: number,
  first: number,
): Promise<number | undefined> {
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
  if (!source.added) return undefined
  await enqueue(db, [refreshJob(source.id, first, first)])
  return source.id
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
