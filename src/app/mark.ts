/** What a reader does with an article, kept for good: read, star, read later, archive, and the taking back of each. */

import type { Db } from '../store/engines/engine.ts'
import { articleExists, type ReadingField, saveReading } from '../store/readers.ts'

export type Mark = 'read' | 'unread' | 'star' | 'unstar' | 'later' | 'not-later' | 'archive' | 'unarchive'

const meanings: Readonly<Record<Mark, { readonly field: ReadingField; readonly on: boolean }>> = {
  read: { field: 'read', on: true },
  unread: { field: 'read', on: false },
  star: { field: 'starred', on: true },
  unstar: { field: 'starred', on: false },
  later: { field: 'later', on: true },
  'not-later': { field: 'later', on: false },
  archive: { field: 'archived', on: true },
  unarchive: { field: 'archived', on: false },
}

export const marks = Object.keys(meanings) as readonly Mark[]

/**
 * False where there is no such article. Of two acts on one mark of an article the later one stands, in whichever
 * order they come in: `at` (ms) is when the reader did it, `now` when it came here; without `at` it was just now.
 * Doing it twice changes nothing but the time.
 */
export async function markArticle(
  db: Db,
  act: { reader: number; article: number; mark: Mark; now: number; at?: number },
): Promise<boolean> {
  const { reader, article, mark, now, at = now } = act
  if (!(await articleExists(db, article))) return false
  const { field, on } = meanings[mark]
  await saveReading(db, { reader, article }, { field, on, at: Math.min(at, now) }, Math.floor(now / 1000))
  return true
}
