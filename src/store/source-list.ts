/** Sources as their pages list them; nothing is counted that grows with the articles. */

import { sql } from 'kysely'
import { foldedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'

const columns = [
  'source.id',
  'source.title',
  'source.url',
  'source.kind',
  'source.state',
  'source.folder',
  'source.last_checked',
  'source.next_check',
  'source.last_answer',
  'source.failures',
  'source.sample',
  'outlet.name as outlet',
] as const

const sources = (db: Db) =>
  db.selectFrom('source').innerJoin('outlet', 'outlet.id', 'source.outlet').select(columns)

/** In their folders, those in none first; of one folder alone where that is given. */
export const sourcesPage = (
  db: Db,
  { limit, offset, folder }: { limit: number; offset: number; folder?: string | undefined },
) =>
  sources(db)
    .$if(folder !== undefined, (query) => query.where('source.folder', '=', folder ?? ''))
    .orderBy('source.sample')
    .orderBy((at) => at.fn.coalesce('source.folder', sql.lit('')))
    .orderBy('outlet.name')
    .orderBy('source.id')
    .limit(limit)
    .offset(offset)
    .execute()

export type ListedSource = Awaited<ReturnType<typeof sourcesPage>>[number]

export const listedSource = (db: Db, id: number): Promise<ListedSource | undefined> =>
  sources(db).where('source.id', '=', id).executeTakeFirst()

export type Pace = { readonly articles: number; readonly last: number | null }

/** How many articles each source brought since then, and when its last one came out. */
export async function paces(
  db: Db,
  ids: readonly number[],
  since: number,
): Promise<ReadonlyMap<number, Pace>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('source')
    .select((at) => [
      'source.id',
      at
        .selectFrom('item')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('item.source', '=', 'source.id')
        .where('item.filed', '>', since)
        .as('articles'),
      at
        .selectFrom('item')
        .select((of) => of.fn.max<number | null>('item.filed').as('last'))
        .whereRef('item.source', '=', 'source.id')
        .as('last'),
    ])
    .where('source.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, articles, last }) => [id, { articles: articles ?? 0, last }]))
}

export type SourceStatistics = {
  /** The newest so many of its articles are what the rest is of. */
  readonly articles: number
  readonly copies: number
  readonly read: number
  readonly starred: number
  readonly words: number
  readonly languages: readonly { readonly language: string; readonly articles: number }[]
  readonly weeks: readonly { readonly week: number; readonly articles: number }[]
}

const COUNTED = 1000
const WEEK = 7 * 86_400_000

/** Of a source's newest articles: how many are copies, how many this reader read, in which languages and weeks. */
export async function statisticsOf(db: Db, source: number, reader: number): Promise<SourceStatistics> {
  const rows = await db
    .selectFrom((at) =>
      at
        .selectFrom('item')
        .select('item.article')
        .where('item.source', '=', source)
        .where('item.filed', 'is not', null)
        .orderBy('item.filed', 'desc')
        .limit(COUNTED)
        .as('listed'),
    )
    .innerJoin('article', 'article.id', 'listed.article')
    .leftJoin('copy', (join) =>
      join.onRef('copy.article', '=', 'article.id').on('copy.kind', 'in', foldedKinds),
    )
    .leftJoin('reading', (join) =>
      join.onRef('reading.article', '=', 'article.id').on('reading.reader', '=', reader),
    )
    .select((at) => [
      'article.language',
      at('article.published', '/', at.lit(WEEK)).as('week'),
      at.fn.countAll<number>().as('articles'),
      at.fn.count<number>('copy.article').as('copies'),
      at.fn.count<number>('reading.read').as('read'),
      at.fn.count<number>('reading.starred').as('starred'),
      at.fn.sum<number>('article.words').as('words'),
    ])
    .groupBy(['article.language', 'week'])
    .orderBy('week')
    .execute()
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + Number(of(row)), 0)
  const by = <K>(key: (row: (typeof rows)[number]) => K) =>
    [...Map.groupBy(rows, key)].map(
      ([of, list]) => [of, list.reduce((total, row) => total + row.articles, 0)] as const,
    )
  const articles = sum((row) => row.articles)
  return {
    articles,
    copies: sum((row) => row.copies),
    read: sum((row) => row.read),
    starred: sum((row) => row.starred),
    words: articles === 0 ? 0 : Math.round(sum((row) => row.words) / articles),
    languages: by((row) => row.language)
      .map(([language, n]) => ({ language, articles: n }))
      .toSorted((a, b) => b.articles - a.articles),
    weeks: by((row) => Number(row.week)).map(([week, n]) => ({ week, articles: n })),
  }
}

/** What a watched page showed when it was last seen, from its top. */
export const frontPageOf = (db: Db, source: number, limit: number) =>
  db
    .selectFrom('placement')
    .leftJoin('item', (join) => join.onRef('item.url', '=', 'placement.url').on('item.source', '=', source))
    .leftJoin('article', 'article.id', 'item.article')
    .select([
      'placement.url',
      'placement.position',
      'placement.since',
      'placement.until',
      'item.title',
      'article.id as article',
    ])
    .where('placement.source', '=', source)
    .where('placement.until', '=', (at) =>
      at
        .selectFrom('placement as last')
        .select((last) => last.fn.max<number>('last.until').as('until'))
        .where('last.source', '=', source),
    )
    .orderBy('placement.position')
    .limit(limit)
    .execute()

export const saveSourceNames = (
  db: Db,
  id: number,
  names: { readonly title?: string; readonly folder?: string | null },
) => db.updateTable('source').set(names).where('id', '=', id).execute()

/** Every source in the folder, and in folders within it, comes to stand under the new name; `null` takes them out. */
export async function saveFolderName(db: Db, from: string, to: string | null): Promise<void> {
  const within = `${from} / `
  await db.updateTable('source').set({ folder: to }).where('folder', '=', from).execute()
  await db
    .updateTable('source')
    .set({
      folder:
        to === null
          ? sql<string>`substr(folder, ${within.length + 1})`
          : sql<string>`${to} || substr(folder, ${from.length + 1})`,
    })
    .where('folder', '>=', within)
    .where('folder', '<', `${from} /!`)
    .execute()
}
