/** What a place of the river holds, off its index, in order, a window of ids after another. */

import { type RawBuilder, sql } from 'kysely'
import type { Db, Store } from './engines/engine.ts'

export type Place =
  | { readonly kind: 'all' | MarkPlace }
  | { readonly kind: 'folder' | 'tag' | 'search'; readonly name: string }
  | { readonly kind: 'source' | 'outlet'; readonly id: number }

export type MarkPlace = 'starred' | 'later' | 'archived' | 'highlighted' | 'hidden'

/** Where a stretch ended: the article and what it is ordered by. */
export type Cursor = { readonly at: number; readonly id: number }

/** Of a place with many sources each is looked at so far at first, so that all together stay quick. */
const LOOKED_AT = 6000
const FEWEST = 20
/** A source that is asked again is asked for more, up to so many. */
const MOST_AGAIN = 600
/** Matches of a search that are put in order of time: its newest. */
const MATCHES = 1500
/** SQLite joins at most 500 selects to one. */
const TOGETHER = 400
const FOLDER_SOURCES = 5000

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

type Windowed = {
  readonly reader: number
  readonly place: Place
  readonly order: 'newest' | 'oldest'
  readonly after?: Cursor | undefined
  readonly sources: readonly number[] | undefined
  /** Ids in a window, at most. */
  readonly wanted: number
}

/** `full` where there may be more after these. */
type Window = { readonly ids: readonly Cursor[]; readonly full: boolean }

/** Gives a window at each call, from the cursor on. */
export function windowsOf(store: Store, ask: Windowed): () => Promise<Window> {
  const { place, sources } = ask
  if (sources) return sourcesWindows(store, sources, ask)
  let after = ask.after
  return async () => {
    const window =
      place.kind === 'search'
        ? await searchWindow(store, place.name, { ...ask, after })
        : await plainWindow(store, { ...ask, after })
    after = window.ids.at(-1) ?? after
    return window
  }
}

async function plainWindow({ db }: Store, ask: Windowed): Promise<Window> {
  const { rows } = await sql<Cursor>`${windowSql(ask)}`.execute(db)
  return { ids: rows, full: rows.length >= ask.wanted }
}

type Listed = Cursor & { readonly source: number }
type Buffer = { rows: Cursor[]; more: boolean; last: Cursor | undefined; each: number }

/**
 * The newest few of each source, put together. What is older than the last of a source that has more may lack
 * something of that source: it is kept for the next window, and only the sources that ran low are asked again.
 */
function sourcesWindows(
  { db }: Store,
  sources: readonly number[],
  { order, after, wanted }: Windowed,
): () => Promise<Window> {
  const compare = inOrder(order)
  const each = Math.max(FEWEST, Math.min(wanted, Math.floor(LOOKED_AT / Math.max(1, sources.length))))
  const buffers = new Map<number, Buffer>(
    sources.map((source) => [source, { rows: [], more: true, last: after, each }]),
  )
  const refill = async () => {
    const low = [...buffers].filter(([, { rows, more, each: size }]) => more && rows.length < size / 2)
    if (low.length === 0) return
    const rows: Listed[] = []
    for (let at = 0; at < low.length; at += TOGETHER)
      rows.push(...(await listed(db, low.slice(at, at + TOGETHER), order)))
    const found = Map.groupBy(rows, ({ source }) => source)
    for (const [source, buffer] of low) {
      const more = found.get(source) ?? []
      buffer.rows.push(...more)
      buffer.more = more.length >= buffer.each
      buffer.last = buffer.rows.at(-1) ?? buffer.last
      buffer.each = Math.min(MOST_AGAIN, buffer.each * 2)
    }
  }
  return async () => {
    await refill()
    const all = [...buffers.values()]
    const frontier = all
      .filter(({ more }) => more)
      .flatMap(({ last }) => last ?? [])
      .toSorted(compare)[0]
    const isSafe = (one: Cursor) => frontier === undefined || compare(one, frontier) <= 0
    const safe = all.flatMap(({ rows }) => rows.filter(isSafe))
    const once = [...new Map(safe.map(({ id, at }) => [id, { id, at }])).values()].toSorted(compare)
    const ids = once.slice(0, wanted)
    const end = ids.at(-1)
    for (const buffer of all)
      buffer.rows = end ? buffer.rows.filter((one) => compare(one, end) > 0) : buffer.rows
    return { ids, full: all.some(({ rows, more }) => more || rows.length > 0) }
  }
}

/** One select for each source, so that the index alone answers: the rows of listings are wide. */
async function listed(db: Db, low: readonly (readonly [number, Buffer])[], order: Windowed['order']) {
  const down = sql.raw(order === 'newest' ? 'desc' : 'asc')
  const parts = low.map(
    ([source, { last, each }]) => sql`select * from (select article as id, filed as "at", source from item
      where source = ${source} and filed is not null ${cursorSql(last, order, 'filed', 'article')}
      order by filed ${down}, article ${down} limit ${each}) as part`,
  )
  const { rows } = await sql<Listed>`${sql.join(parts, sql` union all `)}`.execute(db)
  return rows
}

const inOrder =
  (order: Windowed['order']) =>
  (a: Cursor, b: Cursor): number =>
    (order === 'newest' ? -1 : 1) * (a.at - b.at || a.id - b.id)

function cursorSql(
  after: Cursor | undefined,
  order: Windowed['order'],
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
