/**
 * The river: every article of a place in its order, a stretch at a time. What a place holds comes off an index as a
 * window of ids; what the reader does not want to see is sieved out of the window; the rest is loaded. So a stretch
 * costs the same at the top and at the hundred-thousandth row.
 */

import type { Db, Store } from './engines/engine.ts'
import { type Cursor, type MarkPlace, type Place, sourcesIn, windowsOf } from './river-windows.ts'

export type Ask = {
  readonly reader: number
  readonly place: Place
  readonly order: 'newest' | 'oldest'
  readonly unread: boolean
  readonly sample: boolean
  readonly after?: Cursor | undefined
  readonly limit: number
}

export type RiverRow = {
  readonly id: number
  /** What the place is ordered by. */
  readonly at: number
  readonly title: string
  readonly lead: string | null
  readonly published: number
  readonly dated: 0 | 1
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly outlet: string
  readonly read: number | null
  readonly starred: number | null
  readonly later: number | null
  readonly archived: number | null
  readonly highlighted: number | null
  readonly copies: readonly { readonly id: number; readonly outlet: string }[]
  readonly tags: readonly string[]
}

/** Copies in the same words: they stand under what they repeat. */
const FOLDED = ['same-text', 'wire', 're-post', 'rewrite']
/** What is sieved for something rare goes on at most so far in one go; the rest is asked for with the next stretch. */
const WINDOWS = 8
const WINDOW = 2000
const COPIES_SHOWN = 8

/** `next` is where to go on; it may come with few rows or none, where much was sieved out. */
export async function riverRows(
  store: Store,
  ask: Ask,
): Promise<{ readonly rows: readonly RiverRow[]; readonly next: Cursor | undefined }> {
  const sources = await sourcesIn(store.db, ask.place)
  const wanted = ask.unread ? WINDOW : 2 * ask.limit + 20
  const nextWindow = windowsOf(store, { ...ask, sources, wanted })
  const found: Cursor[] = []
  let after = ask.after
  let more = true
  for (let windows = 0; windows < WINDOWS && more && found.length <= ask.limit; windows += 1) {
    const { ids, full } = await nextWindow()
    found.push(...(await sieved(store.db, ids, { ...ask, sources })))
    after = ids.at(-1) ?? after
    more = full
  }
  const shown = found.slice(0, ask.limit)
  const next = found.length > ask.limit ? shown.at(-1) : more ? after : undefined
  return { rows: await loaded(store.db, shown, ask.reader), next }
}

/** Those of a window that the reader is to see, in its order. */
async function sieved(
  db: Db,
  window: readonly Cursor[],
  { reader, place, unread, sample, sources }: Ask & { sources: readonly number[] | undefined },
): Promise<readonly Cursor[]> {
  if (window.length === 0) return []
  let query = db
    .selectFrom('article')
    .leftJoin('reading', (join) =>
      join.onRef('reading.article', '=', 'article.id').on('reading.reader', '=', reader),
    )
    .select('article.id')
    .where(
      'article.id',
      'in',
      window.map(({ id }) => id),
    )
  if (unread) query = query.where('reading.read', 'is', null)
  const flowing = ['all', 'folder', 'source', 'outlet', 'search'].includes(place.kind)
  if (flowing)
    query = query
      .where('reading.hidden', 'is', null)
      .where('reading.archived', 'is', null)
      .where('article.sample', '=', sample ? 1 : 0)
  // A copy stands under its origin, where the origin stands in the same place.
  if (place.kind === 'all' || place.kind === 'folder') {
    query = query.where((at) =>
      at.not(
        at.exists(
          at
            .selectFrom('copy')
            .select('copy.article')
            .whereRef('copy.article', '=', 'article.id')
            .where('copy.kind', 'in', FOLDED)
            .$if(sources !== undefined, (of) =>
              of
                .innerJoin('item', 'item.article', 'copy.origin')
                .where('item.source', 'in', [...(sources ?? [])]),
            ),
        ),
      ),
    )
  }
  const kept = new Set((await query.execute()).map(({ id }) => id))
  return window.filter(({ id }) => kept.has(id))
}

async function loaded(db: Db, shown: readonly Cursor[], reader: number): Promise<readonly RiverRow[]> {
  if (shown.length === 0) return []
  const ids = shown.map(({ id }) => id)
  const [rows, copies, tags] = await Promise.all([
    db
      .selectFrom('article')
      .innerJoin('outlet', 'outlet.id', 'article.outlet')
      .leftJoin('reading', (join) =>
        join.onRef('reading.article', '=', 'article.id').on('reading.reader', '=', reader),
      )
      .select([
        'article.id',
        'article.title',
        'article.lead',
        'article.published',
        'article.dated',
        'article.language',
        'article.direction',
        'outlet.name as outlet',
        'reading.read',
        'reading.starred',
        'reading.later',
        'reading.archived',
        'reading.highlighted',
      ])
      .where('article.id', 'in', ids)
      .execute(),
    db
      .selectFrom('copy')
      .innerJoin('article', 'article.id', 'copy.article')
      .innerJoin('outlet', 'outlet.id', 'article.outlet')
      .select(['copy.origin', 'article.id', 'outlet.name as outlet'])
      .where('copy.origin', 'in', ids)
      .where('copy.kind', 'in', FOLDED)
      .execute(),
    db
      .selectFrom('tag')
      .select(['article', 'name'])
      .where('reader', '=', reader)
      .where('article', 'in', ids)
      .orderBy('name')
      .execute(),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const copiesOf = Map.groupBy(copies, ({ origin }) => origin)
  const tagsOf = Map.groupBy(tags, ({ article }) => article)
  return shown.flatMap(({ id, at }) => {
    const row = byId.get(id)
    if (!row) return []
    const own = (copiesOf.get(id) ?? [])
      .slice(0, COPIES_SHOWN)
      .map((one) => ({ id: one.id, outlet: one.outlet }))
    return [{ ...row, at, copies: own, tags: (tagsOf.get(id) ?? []).map(({ name }) => name) }]
  })
}

/** Where an article stands in a place; undefined where it does not stand there. */
export async function cursorOf(
  db: Db,
  reader: number,
  place: Place,
  article: number,
): Promise<Cursor | undefined> {
  const flowing = !['starred', 'later', 'archived', 'highlighted', 'hidden', 'tag'].includes(place.kind)
  const row = flowing
    ? await db.selectFrom('article').select('published as at').where('id', '=', article).executeTakeFirst()
    : place.kind === 'tag'
      ? await db
          .selectFrom('tag')
          .select('at')
          .where('reader', '=', reader)
          .where('name', '=', place.name)
          .where('article', '=', article)
          .executeTakeFirst()
      : await db
          .selectFrom('reading')
          .select(`${place.kind as MarkPlace} as at`)
          .where('reader', '=', reader)
          .where('article', '=', article)
          .executeTakeFirst()
  return row && row.at !== null ? { at: row.at, id: article } : undefined
}

/** Puts an article's listings in their place among those of their sources. */
export const fileListings = (db: Db, article: number) =>
  db
    .updateTable('item')
    .set((at) => ({
      filed: at.selectFrom('article').select('published').where('article.id', '=', article),
    }))
    .where('article', '=', article)
    .execute()
