/** What stands beside the river: folders, sources, tags and kept searches. */

import type { Db } from './engines/engine.ts'
import type { Place } from './river-windows.ts'
import { tagNames } from './tags.ts'

const FOLDERS = 200
const SOURCES = 60
const TAGS = 100
const SEARCHES = 50

export type RiverPlaces = {
  readonly folders: readonly string[]
  /** Those in the folder that is open, else those in none. */
  readonly sources: readonly { readonly id: number; readonly title: string; readonly outlet: string }[]
  readonly tags: readonly string[]
  readonly searches: readonly { readonly name: string; readonly query: string }[]
}

export async function riverPlaces(db: Db, reader: number, here: Place): Promise<RiverPlaces> {
  const open = here.kind === 'folder' ? here.name : null
  const [folders, sources, tags, kept, followed] = await Promise.all([
    folderNames(db, FOLDERS),
    db
      .selectFrom('source')
      .innerJoin('outlet', 'outlet.id', 'source.outlet')
      .select(['source.id', 'source.title', 'outlet.name as outlet'])
      .where('source.folder', open === null ? 'is' : '=', open)
      .where('source.kind', '!=', 'mailbox')
      .orderBy('source.sample')
      .orderBy('source.id')
      .limit(SOURCES)
      .execute(),
    tagNames(db, reader, TAGS),
    db
      .selectFrom('saved_search')
      .select(['name', 'query'])
      .where('reader', '=', reader)
      .orderBy('name')
      .limit(SEARCHES)
      .execute(),
    db
      .selectFrom('follow')
      .select('target')
      .where('reader', '=', reader)
      .where('kind', '=', 'search')
      .orderBy('target')
      .limit(SEARCHES)
      .execute(),
  ])
  const known = new Set(kept.map(({ query }) => query))
  const searches = [
    ...kept,
    ...followed
      .filter(({ target }) => !known.has(target))
      .map(({ target }) => ({ name: target, query: target })),
  ]
  return { folders, sources, tags, searches }
}

export async function folderNames(db: Db, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('source')
    .select('folder')
    .distinct()
    .where('folder', 'is not', null)
    .orderBy('folder')
    .limit(limit)
    .execute()
  return rows.flatMap(({ folder }) => (folder === null ? [] : [folder]))
}

/** What a source or outlet is called. */
export async function nameOfPlace(
  db: Db,
  kind: 'source' | 'outlet',
  id: number,
): Promise<string | undefined> {
  const row =
    kind === 'source'
      ? await db.selectFrom('source').select('title as name').where('id', '=', id).executeTakeFirst()
      : await db.selectFrom('outlet').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name
}
