/** Mark a passage of an article and write a note to it; find the passage again once the outlet edited the text. */

import { carry, diffVersions } from '../extract/versions.ts'
import type { Span } from '../model/span.ts'
import { type ArticlePage, articlePage } from '../store/article-page.ts'
import type { Db } from '../store/engines/engine.ts'
import { type Note, removeNote, saveNote } from '../store/notes.ts'

export const LONGEST_NOTE = 10_000
export const LONGEST_QUOTE = 4000

/** A place in a text as a page tells it: which sentence, and how far into it (UTF-16). */
export type Place = { readonly sentence: number; readonly offset: number }

export type NoteDraft = {
  readonly key: string
  readonly article: number
  readonly version?: number | undefined
  readonly from?: Place | undefined
  readonly to?: Place | undefined
  /** The passage in words, where no place is given; looked for in the text. */
  readonly quote?: string | undefined
  readonly body: string
}

/** `at` (ms) is when the reader wrote it, never after `now`. */
export async function takeNote(
  db: Db,
  draft: NoteDraft,
  { reader, now, at = now }: { readonly reader: number; readonly now: number; readonly at?: number },
): Promise<undefined | { readonly failed: 'gone' | 'not-found' | 'empty' | 'key' }> {
  if (!/^[\w-]{8,64}$/.test(draft.key)) return { failed: 'key' }
  const article = await articlePage(db, draft.article, draft.version)
  if (!article) return { failed: 'gone' }
  const span = spanOf(article, draft)
  if (span === undefined) return { failed: 'not-found' }
  const body = draft.body.trim().slice(0, LONGEST_NOTE)
  if (body === '' && span.start === span.end) return { failed: 'empty' }
  const done = Math.min(at, now)
  await saveNote(db, {
    reader,
    key: draft.key,
    article: article.id,
    version: article.version,
    ...span,
    quote: article.text.slice(span.start, span.end),
    body,
    made: done,
    at: done,
  })
  return undefined
}

export const dropNote = (db: Db, reader: number, key: string, at: number): Promise<boolean> =>
  removeNote(db, reader, key, at)

/** An empty span at 0 for the whole article; undefined where the passage is not in the text. */
function spanOf({ text, sentences }: ArticlePage, { from, to, quote }: NoteDraft): Span | undefined {
  if (from && to) {
    const place = ({ sentence, offset }: Place) => {
      const found = sentences[sentence]
      return found && Math.min(found.start + Math.max(0, offset), found.end)
    }
    const [start, end] = [place(from), place(to)]
    return start !== undefined && end !== undefined && start < end && end - start <= LONGEST_QUOTE
      ? { start, end }
      : undefined
  }
  const words = quote?.trim().slice(0, LONGEST_QUOTE) ?? ''
  if (words === '') return { start: 0, end: 0 }
  // What is pasted has other spaces than the text.
  const pattern = words
    .split(/\s+/)
    .map((word) => RegExp.escape(word))
    .join('\\s+')
  const found = new RegExp(pattern, 'u').exec(text)
  return found ? { start: found.index, end: found.index + found[0].length } : undefined
}

export type PlacedNote = Note & {
  /** Where it lies in the version shown; undefined where its words did not survive, and for whole articles. */
  readonly span: Span | undefined
}

/** Notes made on other versions stand where their words went: the words themselves if they stand once, else their sentence. */
export async function placeNotes(
  db: Db,
  article: ArticlePage,
  notes: readonly Note[],
): Promise<readonly PlacedNote[]> {
  const placed: PlacedNote[] = []
  for (const note of notes) placed.push({ ...note, span: await placeOf(db, article, note) })
  return placed
}

async function placeOf(db: Db, article: ArticlePage, note: Note): Promise<Span | undefined> {
  const { start, end, quote, version } = note
  if (start === end) return undefined
  if (version === article.version) return { start, end }
  const once = article.text.indexOf(quote)
  if (once >= 0 && article.text.indexOf(quote, once + 1) < 0) return { start: once, end: once + quote.length }
  const older = await articlePage(db, article.id, version)
  return older && carry({ start, end }, older, article, diffVersions(older, article))
}
