/** Read and star: what a reader did with an article, kept for good. */

import type { Db } from '../store/engines/engine.ts'
import { articleExists, saveReading } from '../store/readers.ts'

export type Mark = 'read' | 'unread' | 'star' | 'unstar'

export const marks: readonly Mark[] = ['read', 'unread', 'star', 'unstar']

/** False where there is no such article. Doing it twice changes nothing but the time. */
export async function markArticle(
  db: Db,
  { reader, article, mark, now }: { reader: number; article: number; mark: Mark; now: number },
): Promise<boolean> {
  if (!(await articleExists(db, article))) return false
  const set = {
    read: { read: now },
    unread: { read: null },
    star: { starred: now },
    unstar: { starred: null },
  }[mark]
  await saveReading(db, { reader, article }, set, Math.floor(now / 1000))
  return true
}
