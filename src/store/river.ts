/**
 * The river: every article of a place in its order, a stretch at a time. What a place holds comes off an index as a
 * window of ids; what the reader does not want to see is sieved out of the window; the rest is loaded. So a stretch
 * costs the same at the top and at the hundred-thousandth row.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Db, Store } from './engines/engine.ts'

export type Place =
  | { readonly kind: 'all' | MarkPlace }
  | { readonly kind: 'folder' | 'tag' | 'search'; readonly name: string }
  | { readonly kind: 'source' | 'outlet'; readonly id: number }

type MarkPlace = 'starred' | 'later' | 'archived' | 'highlighted' | 'hidden'

/** Where a stretch ended: the article and what it is ordered by. */
export type Cursor = { readonly at: number; readonly id: number }

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
/** Of a place with many sources each is looked at so far, so that all together stay quick. */
const LOOKED_AT = 10_000
const FEWEST = 20
/** What is sieved for something rare goes on at most so far in one go; the rest is asked for with the next stretch. */
const WINDOWS = 8
const WINDOW = 2000
/** Matches of a search that are put in order of time: its newest. */
const MATCHES = 1500
const COPIES_SHOWN = 8

/** `next` is where to go on; it may come with few rows or none, where much was sieved out. */
export async function riverRows(
  store: Store,
  ask: Ask,
): Promise<{ readonly rows: readonly RiverRow[]; readonly next: Cursor | undefined }> {
  const sources = await sourcesIn(store.db, ask.place)
  const found: Cursor[] = []
  let after = ask.after
  let more = true
  for (let windows = 0; windows < WINDOWS && more && found.length <= ask.limit; windows += 1) {
    const wanted = ask.unread ? WINDOW : 2 * ask.limit + 20
    const { ids, full } = await windowOf(store, { ...ask, after, sources, wanted })
    found.push(...(await sieved(store.db, ids, { ...ask, sources })))
    after = ids.at(-1) ?? after
    more = full
  }
  const shown = found.slice(0, ask.limit)
  const next = found.length > ask.limit ? shown.at(-1) : more ? after : undefined
  return { rows: await loaded(store.db, shown, ask.reader), next }
}

type Windowed = {
  readonly reader: number
  readonly place: Place
  readonly order: 'newest' | 'oldest'
  readonly after?: Cursor | undefined
  readonly sources: readonly number[] | undefined
  readonly wanted: number
}

/** The ids of a place after the cursor, in order; `full` where there may be more after them. */
export async function windowOf(
  store: Store,
  ask: Windowed,
): Promise<{ readonly ids: readonly Cursor[]; readonly full: boolean }> {
  const { place, sources } = ask
  if (place.kind === 'search') return searchWindow(store, place.name, ask)
  if (sources) return sourcesWindow(store, sources, ask)
  const { rows } = await sql<Cursor>`${windowSql(ask)}`.execute(store.db)
  return { ids: rows, full: rows.length >= ask.wanted }
}

/**
 * The newest few of each source, put together. What is older than the last of a source that has more may lack
 * something of that source, and waits for the next window.
 */
async function sourcesWindow(store: Store, sources: readonly number[], ask: Windowed) {
  if (sources.length === 0) return { ids: [], full: false }
  const { order, after, wanted } = ask
  const each = Math.max(FEWEST, Math.min(wanted, Math.floor(LOOKED_AT / sources.length)))
  const down = sql.raw(order === 'newest' ? 'desc' : 'asc')
  const { rows } = await sql<Cursor & { source: number }>`
    select listed.article as id, listed.filed as "at", listed.source from source
    join item as listed on listed.id in (select item.id from item where item.source = source.id
      and item.filed is not null ${cursorSql(after, order, 'item.filed', 'item.article')}
      order by item.filed ${down}, item.article ${down} limit ${each})
    where source.id in (${sql.join(sources)})`.execute(store.db)
  const compare = inOrder(order)
  const lasts = [...Map.groupBy(rows, ({ source }) => source).values()]
    .filter((list) => list.length >= each)
    .map((list) => list.reduce((last, one) => (compare(one, last) > 0 ? one : last)))
  const frontier = lasts.toSorted(compare)[0]
  const safe = frontier ? rows.filter((one) => compare(one, frontier) <= 0) : rows
  const once = [...new Map(safe.map(({ id, at }) => [id, { id, at }])).values()].toSorted(compare)
  const ids = once.slice(0, wanted)
  return { ids, full: frontier !== undefined || ids.length < once.length }
}

const inOrder =
  (order: Ask['order']) =>
  (a: Cursor, b: Cursor): number =>
    (order === 'newest' ? -1 : 1) * (a.at - b.at || a.id - b.id)

function cursorSql(
  after: Cursor | undefined,
  order: Ask['order'],
  at: string,
  id: string,
): RawBuilder<unknown> {
  return after
    ? sql`and (${sql.ref(at)}, ${sql.ref(id)}) ${sql.raw(order === 'newest' ? '<' : '>')} (${after.at}, ${after.id})`
    : sql``
}

function windowSql({ reader, place, order, after, wanted }: Windowed): RawBuilder<unknown> {
  const down = sql.raw(order === 'newest' ? 'desc' : 'asc')
  const cursor = (at: string, id: string) => cursorSql(after, order, at, id)
  switch (place.kind) {
    case 'folder':
    case 'source':
    case 'search':
      throw new Error('These have windows of their own.')
    case 'outlet':
      return sql`select article.id, article.published as "at" from article where article.outlet = ${place.id}
        ${cursor('article.published', 'article.id')} order by article.published ${down}, article.id ${down} limit ${wanted}`
    case 'tag':
      return sql`select tag.article as id, tag.at as "at" from tag where tag.reader = ${reader} and tag.name = ${place.name}
        ${cursor('tag.at', 'tag.article')} order by tag.at ${down}, tag.article ${down} limit ${wanted}`
    case 'all':
      return sql`select article.id, article.published as "at" from article where true
        ${cursor('article.published', 'article.id')} order by article.published ${down}, article.id ${down} limit ${wanted}`
    default: {
      const mark = `reading.${place.kind}`
      return sql`select reading.article as id, ${sql.ref(mark)} as "at" from reading where reading.reader = ${reader}
        and ${sql.ref(mark)} is not null ${cursor(mark, 'reading.article')}
        order by ${sql.ref(mark)} ${down}, reading.article ${down} limit ${wanted}`
    }
  }
}

async function searchWindow(store: Store, query: string, { order, after, wanted }: Windowed) {
  const { rows } = await store.engine.search(query, MATCHES, 0).execute(store.db)
  if (rows.length === 0) return { ids: [], full: false }
  const found = await store.db
    .selectFrom('article')
    .select(['id', 'published as at'])
    .where(
      'id',
      'in',
      rows.map(({ article }) => article),
    )
    .execute()
  const compare = inOrder(order)
  const rest = after ? found.filter((one) => compare(one, after) > 0) : found
  const ids = rest.toSorted(compare).slice(0, wanted)
  return { ids, full: ids.length < rest.length }
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

const FOLDER_SOURCES = 500

/** The sources a place is made of, or undefined where it is not made of sources. A folder holds those within it too. */
export async function sourcesIn(db: Db, place: Place): Promise<readonly number[] | undefined> {
  if (place.kind === 'source') return [place.id]
  if (place.kind !== 'folder') return undefined
  const rows = await db
    .selectFrom('source')
    .select('id')
    .where((at) =>
      at.or([
        at('folder', '=', place.name),
        at.and([at('folder', '>=', `${place.name} / `), at('folder', '<', `${place.name} /!`)]),
      ]),
    )
    .limit(FOLDER_SOURCES)
    .execute()
  return rows.map(({ id }) => id)
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
