/** Search across articles and names; the engine's full-text index finds, fields narrow, the best come first. */

import { sql } from 'kysely'
import { type Fields, parseQuery } from '../words/query.ts'
import type { Db, Store, Within } from './engines/engine.ts'

export type Hit = {
  readonly id: number
  readonly version: number
  readonly title: string
  readonly lead: string | null
  readonly published: number
  readonly dated: 0 | 1
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly outlet: string
  readonly story: number | null
  readonly storyTitle: string | null
  readonly sample: boolean
}

/** Matches ranked at most: the newest. */
const MOST = 1500
/** Articles of a story, or that name an actor, looked up at most. */
const FEW = 20_000
/** An outlet with more articles than this is held against the newest matches, as languages and days are. */
const SMALL = 2000
/** Newest matches that a wide field is held against: these, and more where too few of them fit. */
const LOOKED_THROUGH = [4000, 8000] as const
const ENOUGH = 200
/** Articles of a time looked at to find the first and the last id of it. */
const COUNTED = 400_000
const DAY = 86_400_000

export type Hits = {
  readonly hits: readonly Hit[]
  readonly all: number
  /** There are more matches than are ranked. */
  readonly capped: boolean
}

/** Articles that hold what the text asks for, best first; those that fields alone ask for newest first. */
export async function searchArticles(
  store: Store,
  text: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<Hits> {
  const { ids, capped } = await matchingIds(store, text)
  const hits = await hitsOf(store.db, ids.slice(offset, offset + limit))
  return { hits, all: ids.length, capped }
}

/** What a search finds, the newest first. */
export async function newestHits(store: Store, text: string, limit: number): Promise<readonly Hit[]> {
  const { ids } = await matchingIds(store, text)
  const newest = [...ids].sort((a, b) => b - a).slice(0, limit)
  return (await hitsOf(store.db, newest)).toSorted((a, b) => b.published - a.published)
}

/** Ids of the articles that a search finds, best first. */
export async function matchingIds(
  store: Store,
  text: string,
): Promise<{ readonly ids: readonly number[]; readonly capped: boolean }> {
  const { groups, fields } = parseQuery(text)
  const { db, engine } = store
  const narrowed = await narrow(store, fields)
  if (narrowed === 'nothing') return { ids: [], capped: false }
  const { within, wide } = narrowed
  if (groups.length === 0) {
    if (Object.keys(fields).length === 0) return { ids: [], capped: false }
    return newest(db, within, wide)
  }
  if (wide !== undefined) return fittingMatches(store, text, within, wide)
  const { rows } = await engine.search(text, MOST, 0, within).execute(db)
  return { ids: rows.map(({ article }) => article), capped: rows.length === MOST }
}

/** Of the newest matches those that wide fields leave, best first. */
async function fittingMatches({ db, engine }: Store, text: string, within: Within, wide: Wide) {
  let fitting: readonly number[] = []
  let looked = 0
  for (const [round, limit] of LOOKED_THROUGH.entries()) {
    // Old days lie far down among the matches: the second look begins there.
    const bounds = round === 0 ? within : { ...within, ...(await idsBetween(db, wide.from, wide.until)) }
    const rows = await db
      .selectFrom(sql<{ article: number }>`(${engine.matching(text, limit, bounds)})`.as('found'))
      .innerJoin('article', 'article.id', 'found.article')
      .select(['article.id', 'article.language', 'article.outlet', 'article.published'])
      .execute()
    fitting = rows.filter(isWithin(wide)).map(({ id }) => id)
    looked = rows.length
    if (fitting.length >= ENOUGH || looked < limit) break
  }
  if (fitting.length === 0) return { ids: [], capped: false }
  const chosen = new Set(fitting.slice(0, MOST))
  // Weighing what lies between and leaving out the others takes a third of asking for each by its id.
  const between = { least: Math.min(...chosen), most: Math.max(...chosen), weighed: looked }
  const { rows } = await engine.search(text, looked, 0, between).execute(db)
  const ids = rows.flatMap(({ article }) => (chosen.has(article) ? [article] : []))
  return { ids, capped: looked === LOOKED_THROUGH[1] || ids.length === MOST }
}

/** Fields that leave too many articles to list them. */
type Wide = {
  readonly language?: string | undefined
  readonly outlets?: readonly number[] | undefined
  readonly from?: number | undefined
  readonly until?: number | undefined
}

async function narrow(
  store: Store,
  fields: Fields,
): Promise<'nothing' | { readonly within: Within; readonly wide: Wide | undefined }> {
  const { db } = store
  const lists: (readonly number[])[] = []
  if (fields.story !== undefined) lists.push(await articlesOfStory(db, fields.story))
  for (const actor of fields.actors ?? []) lists.push(await articlesNaming(db, actor))
  let outlets: readonly number[] | undefined
  if (fields.outlet !== undefined) {
    outlets = await outletsCalled(db, fields.outlet)
    if (outlets.length === 0) return 'nothing'
    const own = await articlesFrom(db, outlets)
    if (own.length <= SMALL) {
      lists.push(own)
      outlets = undefined
    }
  }
  const from = fields.from === undefined ? undefined : Date.parse(fields.from)
  const until = fields.until === undefined ? undefined : Date.parse(fields.until) + DAY
  const articles = lists.reduce<readonly number[] | undefined>((left, list) => {
    if (left === undefined) return list
    const there = new Set(list)
    return left.filter((id) => there.has(id))
  }, undefined)
  if (articles?.length === 0) return 'nothing'
  const wide = { language: fields.language, outlets, from, until }
  const isWide = Object.values(wide).some((value) => value !== undefined)
  if (articles === undefined) return { within: {}, wide: isWide ? wide : undefined }
  const kept = isWide ? await filtered(store, articles, wide) : articles
  return kept.length === 0 ? 'nothing' : { within: { articles: kept }, wide: undefined }
}

const filtered = async (
  { db, engine }: Store,
  articles: readonly number[],
  wide: Wide,
): Promise<readonly number[]> =>
  (
    await fits(db, wide)
      .where('id', 'in', engine.idList(articles))
      .limit(MOST * 2)
      .execute()
  ).map(({ id }) => id)

const isWithin =
  ({ language, outlets, from, until }: Wide) =>
  (row: { readonly language: string; readonly outlet: number; readonly published: number }): boolean =>
    (language === undefined || row.language === language) &&
    (outlets === undefined || outlets.includes(row.outlet)) &&
    (from === undefined || row.published >= from) &&
    (until === undefined || row.published < until)

function fits(db: Db, { language, outlets, from, until }: Wide) {
  let rows = db.selectFrom('article').select('id')
  if (language !== undefined) rows = rows.where('language', '=', language)
  if (outlets !== undefined) rows = rows.where('outlet', 'in', outlets)
  if (from !== undefined) rows = rows.where('published', '>=', from)
  if (until !== undefined) rows = rows.where('published', '<', until)
  return rows
}

/** Without words: the newest that the fields leave. */
async function newest(db: Db, { articles }: Within, wide: Wide | undefined) {
  let rows = fits(db, wide ?? {})
    .orderBy('published', 'desc')
    .orderBy('id', 'desc')
  if (articles !== undefined) {
    const known = [...articles].sort((a, b) => b - a).slice(0, MOST)
    rows = rows.where('id', 'in', known)
  }
  const ids = (await rows.limit(MOST).execute()).map(({ id }) => id)
  return { ids, capped: ids.length === MOST }
}

const articlesOfStory = async (db: Db, story: number): Promise<readonly number[]> =>
  (
    await db
      .selectFrom('episode')
      .innerJoin('article', 'article.episode', 'episode.id')
      .select('article.id')
      .where('episode.story', 'in', (at) =>
        at
          .selectFrom('story')
          .select((of) => of.fn.coalesce('merged_into', 'id').as('id'))
          .where('id', '=', story),
      )
      .limit(FEW)
      .execute()
  ).map(({ id }) => id)

const articlesNaming = async (db: Db, actor: number): Promise<readonly number[]> =>
  (
    await db
      .selectFrom('mention')
      .select('article')
      .distinct()
      .where('actor', '=', actor)
      .orderBy('article', 'desc')
      .limit(FEW)
      .execute()
  ).map(({ article }) => article)

const articlesFrom = async (db: Db, outlets: readonly number[]): Promise<readonly number[]> =>
  (
    await db
      .selectFrom('article')
      .select('id')
      .where('outlet', 'in', outlets)
      .limit(SMALL + 1)
      .execute()
  ).map(({ id }) => id)

async function outletsCalled(db: Db, called: string): Promise<readonly number[]> {
  const id = /^[1-9]\d{0,14}$/.test(called) ? Number(called) : undefined
  const pattern = `%${called.replaceAll(/[\\%_]/g, (char) => `\\${char}`)}%`
  const rows = await db
    .selectFrom('outlet')
    .select('id')
    .where((at) => (id === undefined ? at('name', 'like', pattern) : at('id', '=', id)))
    .limit(500)
    .execute()
  return rows.map((row) => row.id)
}

/** The first and last id of the articles of a time: those between are few more. Nothing where no days are given, or too many. */
async function idsBetween(db: Db, from: number | undefined, until: number | undefined): Promise<Within> {
  if (from === undefined && until === undefined) return {}
  const rows = await db
    .selectFrom(fits(db, { from, until }).limit(COUNTED).as('found'))
    .select((at) => [
      at.fn.min<number | null>('id').as('least'),
      at.fn.max<number | null>('id').as('most'),
      at.fn.countAll<number>().as('all'),
    ])
    .executeTakeFirstOrThrow()
  return rows.all >= COUNTED || rows.least === null || rows.most === null
    ? {}
    : { least: rows.least, most: rows.most }
}

async function hitsOf(db: Db, ids: readonly number[]): Promise<readonly Hit[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .leftJoin('episode', 'episode.id', 'article.episode')
    .leftJoin('story', 'story.id', 'episode.story')
    .select([
      'article.id',
      'article.version',
      'article.title',
      'article.lead',
      'article.published',
      'article.dated',
      'article.language',
      'article.direction',
      'outlet.name as outlet',
      'story.id as story',
      'story.title as storyTitle',
      'article.sample',
    ])
    .where('article.id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, { ...row, sample: row.sample === 1 }]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Actors seen under names that begin with the words. `key` is the query as names are keyed. */
export const searchActors = (db: Db, key: string, limit: number) =>
  db
    .selectFrom('actor_name')
    .innerJoin('actor', 'actor.id', 'actor_name.actor')
    .select(['actor.id', 'actor.name', 'actor.kind'])
    .distinct()
    .where('actor_name.key', '>=', key)
    .where('actor_name.key', '<', `${key}\u{10ffff}`)
    .where('actor.merged_into', 'is', null)
    .limit(limit)
    .execute()

export const outletsByName = (db: Db, limit: number) =>
  db.selectFrom('outlet').select(['id', 'name']).orderBy('name').limit(limit).execute()

export type FoundStory = {
  readonly id: number
  readonly title: string
  readonly changed: number
  readonly articles: number
}

/** Stories whose coverage best matches the words, and the one named; never `not`. */
export async function storiesLike(
  store: Store,
  { words, id, not, limit }: { words: string; id: number | undefined; not?: number; limit: number },
): Promise<readonly FoundStory[]> {
  const { db } = store
  const { hits } = await searchArticles(store, words, { limit: 80, offset: 0 })
  const stories = [...new Set([id, ...hits.map(({ story }) => story)])]
    .flatMap((story) => (story === undefined || story === null || story === not ? [] : [story]))
    .slice(0, limit)
  if (stories.length === 0) return []
  const rows = await db
    .selectFrom('story')
    .select((at) => [
      'id',
      'title',
      'changed',
      at
        .selectFrom('episode')
        .innerJoin('article', 'article.episode', 'episode.id')
        .select((of) => of.fn.countAll<number>().as('articles'))
        .whereRef('episode.story', '=', 'story.id')
        .as('articles'),
    ])
    .where('id', 'in', stories)
    .where('merged_into', 'is', null)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, { ...row, articles: row.articles ?? 0 }]))
  return stories.flatMap((story) => byId.get(story) ?? [])
}
