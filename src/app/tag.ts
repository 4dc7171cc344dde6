/** Tag: a reader's own words on an article, added and taken off. */

import type { Db } from '../store/engines/engine.ts'
import { articleExists } from '../store/readers.ts'
import { dropTag, saveTag } from '../store/tags.ts'

const LONGEST = 40
const MOST = 12

/** The tags that "strike, harbour" names: without commas and doubled spaces, each once. */
export const tagsFrom = (text: unknown): readonly string[] =>
  typeof text !== 'string'
    ? []
    : [...new Set(text.split(',').map((part) => part.replace(/\s+/gu, ' ').trim().slice(0, LONGEST)))]
        .filter((name) => name !== '')
        .slice(0, MOST)

/** False where there is no such article or no tag was named. */
export async function tag(
  db: Db,
  { reader, article, names, now }: { reader: number; article: number; names: readonly string[]; now: number },
): Promise<boolean> {
  if (names.length === 0 || !(await articleExists(db, article))) return false
  for (const name of names) await saveTag(db, { reader, article, name, at: now })
  return true
}

export const untag = (db: Db, reader: number, article: number, name: string) =>
  dropTag(db, { reader, article, name })
