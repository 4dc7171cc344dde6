/** Passages readers marked in articles, with their notes; a removed one stays as a mark that it was removed. */

import type { Db } from './engines/engine.ts'

export type Note = {
  readonly key: string
  readonly article: number
  readonly version: number
  /** Equal to `end` for a note to the whole article. */
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly body: string
  readonly made: number
}

const columns = [
  'note.key',
  'note.article',
  'note.version',
  'note.start',
  'note.end',
  'note.quote',
  'note.body',
  'note.made',
] as const

/** Saved once for one key; said again, its words change, unless a later act on it is already here. */
export async function saveNote(
  db: Db,
  { reader, at, ...note }: Note & { readonly reader: number; readonly at: number },
): Promise<void> {
  await db
    .insertInto('note')
    .values({ ...note, reader, act: at, removed: null })
    .onConflict((conflict) =>
      conflict
        .columns(['reader', 'key'])
        .doUpdateSet({ body: note.body, act: at, removed: null })
        .where('note.act', '<', at),
    )
    .execute()
}

/** False where the reader has no such note, or changed it later than that. */
export async function removeNote(db: Db, reader: number, key: string, at: number): Promise<boolean> {
  const done = await db
    .updateTable('note')
    .set({ removed: at, act: at })
    .where('reader', '=', reader)
    .where('key', '=', key)
    .where('act', '<=', at)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export const notesOn = (db: Db, reader: number, article: number): Promise<readonly Note[]> =>
  db
    .selectFrom('note')
    .select(columns)
    .where('reader', '=', reader)
    .where('article', '=', article)
    .where('removed', 'is', null)
    .orderBy('start')
    .orderBy('id')
    .execute()

export type NoteInList = Note & {
  readonly title: string
  readonly outlet: string
  readonly url: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly published: number
  readonly dated: 0 | 1
}

/** Newest first; `before` is the moment the page before ended with. */
export const notesOf = (
  db: Db,
  reader: number,
  { limit, before }: { readonly limit: number; readonly before?: number | undefined },
): Promise<readonly NoteInList[]> =>
  db
    .selectFrom('note')
    .innerJoin('article', 'article.id', 'note.article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .select(columns)
    .select([
      'article.title',
      'article.url',
      'article.language',
      'article.direction',
      'article.published',
      'article.dated',
      'outlet.name as outlet',
    ])
    .where('note.reader', '=', reader)
    .where('note.removed', 'is', null)
    .$if(before !== undefined, (query) => query.where('note.made', '<', before!))
    .orderBy('note.made', 'desc')
    .orderBy('note.id', 'desc')
    .limit(limit)
    .execute()
