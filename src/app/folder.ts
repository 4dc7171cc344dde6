/** Folders of sources: a source put in one, taken out or called anew; a folder called anew or dissolved. */

import type { Db } from '../store/engines/engine.ts'
import { listedSource, saveFolderName, saveSourceNames } from '../store/source-list.ts'

const LONGEST = 100

/** "News/Ports" and "News / Ports" alike; null where nothing is left. */
export function folderFrom(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const parts = text
    .split('/')
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join(' / ').slice(0, LONGEST).trim()
}

/** False where there is no such source. An empty title leaves the one it has. */
export async function arrangeSource(
  db: Db,
  id: number,
  { folder, title }: { readonly folder: string | null; readonly title: string },
): Promise<boolean> {
  if (!(await listedSource(db, id))) return false
  const called = title.trim().slice(0, 200)
  await saveSourceNames(db, id, { folder, ...(called === '' ? {} : { title: called }) })
  return true
}

/** With `to` null what is in the folder stands in none, what is in folders within it one step further out. */
export const renameFolder = (db: Db, from: string, to: string | null) =>
  db.transaction().execute(async (trx) => {
    if (from !== to) await saveFolderName(trx, from, to)
  })
