/** Which articles repeat which, with the reasons; and what telling copies from originals needs to know of an article. */

import type { DateClaim, Extracted, Mark } from '../model/article.ts'
import type { CopyEdge } from '../model/story.ts'
import { withoutTracking } from '../words/urls.ts'
import type { Db } from './engines/engine.ts'
import { reasonsIn } from './reasons.ts'

/** Copies in the words of their origin. */
export const repeatedKinds = ['same-text', 'wire', 're-post', 'rewrite'] as const
/** The kinds of copy whose coverage counts once with their origin's; the others stand on their own. */
export const foldedKinds = [...repeatedKinds, 'translation'] as const

/** Whether an article tied to another in this way counts with it. */
export const countsOnce = (kind: string | null): boolean =>
  kind !== null && (foldedKinds as readonly string[]).includes(kind)

/** No chain of copies is longer than this; more would be a circle. */
const LONGEST_CHAIN = 20
const MOST_LINKS = 60
/** What one article is tied to at the most: a round-up of a day, with every passage it holds. */
const MOST_TIES = 24
/** Ties kept of an article in all, those that ended too. */
const MOST_KEPT = 100

type Edge = CopyEdge & { readonly article: number }

/**
 * Keeps what an article repeats, cites or translates. What it counts with takes the place of whatever was known, and an
 * excerpt or a citation only that of nothing; the other is kept beside it.
 */
export async function saveCopy(db: Db, { article, ...copy }: Edge): Promise<void> {
  if (copy.origin === article) return
  const known = await tiesOf(db, article)
  const first = known.find(({ id }) => id === undefined)
  const same = known.find(({ origin }) => origin === copy.origin)
  if (countsOnce(copy.kind)) {
    // No two articles are each a copy of the other.
    await db.deleteFrom('copy').where('article', '=', copy.origin).where('origin', '=', article).execute()
    if (same?.id !== undefined) await db.deleteFrom('tie').where('id', '=', same.id).execute()
    if (first && first !== same && !countsOnce(first.kind)) await addTie(db, { article, ...first }, null)
    const row = rowOf(copy)
    await db
      .insertInto('copy')
      .values({ article, ...row })
      .onConflict((conflict) => conflict.column('article').doUpdateSet(row))
      .execute()
  } else if (same === undefined && known.length < MOST_TIES) {
    if (first) await addTie(db, { article, ...copy }, null)
    else
      await db
        .insertInto('copy')
        .values({ article, ...rowOf(copy) })
        .execute()
  }
}

/** What an article was tied to until its text changed: it holds no more, and stays on record with its reasons. */
export async function endTies(db: Db, article: number, at: number): Promise<void> {
  await db
    .updateTable('tie')
    .set({ ended: at })
    .where('article', '=', article)
    .where('ended', 'is', null)
    .execute()
  for (const { id, ...edge } of await tiesOf(db, article))
    if (id === undefined) await addTie(db, { article, ...edge }, at)
  await db.deleteFrom('copy').where('article', '=', article).execute()
  // An article that is edited every hour keeps the latest.
  await db
    .deleteFrom('tie')
    .where('article', '=', article)
    .where('id', 'not in', (at) =>
      at.selectFrom('tie').select('id').where('article', '=', article).orderBy('id', 'desc').limit(MOST_KEPT),
    )
    .execute()
}

/** Lets go of what an article is tied to, to be told anew. */
export async function dropTies(db: Db, article: number): Promise<void> {
  await db.deleteFrom('tie').where('article', '=', article).where('ended', 'is', null).execute()
  await db.deleteFrom('copy').where('article', '=', article).execute()
}

/** What an article is tied to now, the first by which it counts or is told; those beside it have an id of their own. */
export async function tiesOf(
  db: Db,
  article: number,
): Promise<readonly (CopyEdge & { readonly id: number | undefined })[]> {
  const columns = ['origin', 'kind', 'containment', 'confidence', 'why', 'passages'] as const
  const [first, beside] = await Promise.all([
    db.selectFrom('copy').select(columns).where('article', '=', article).execute(),
    db
      .selectFrom('tie')
      .select([...columns, 'id'])
      .where('article', '=', article)
      .where('ended', 'is', null)
      .orderBy('id')
      .execute(),
  ])
  return [...first.map((row) => ({ ...row, id: undefined })), ...beside].map((row) => ({
    ...row,
    kind: row.kind as CopyEdge['kind'],
    why: reasonsIn(row.why),
    passages: JSON.parse(row.passages) as CopyEdge['passages'],
  }))
}

const rowOf = (copy: CopyEdge) => ({
  origin: copy.origin,
  kind: copy.kind,
  containment: copy.containment,
  confidence: copy.confidence,
  why: JSON.stringify(copy.why),
  passages: JSON.stringify(copy.passages),
})

const addTie = (db: Db, { article, ...edge }: Edge, ended: number | null) =>
  db
    .insertInto('tie')
    .values({ article, ...rowOf(edge), ended })
    .execute()

/** Translations of an article that has an origin come from that. */
export const repointTranslations = (db: Db, from: number, to: number) =>
  db
    .updateTable('copy')
    .set({ origin: to })
    .where('origin', '=', from)
    .where('kind', '=', 'translation')
    .execute()

/** The article that others of its language repeat in the end, itself where it repeats none; never `but`. */
export async function rootOf(db: Db, article: number, but?: number): Promise<number> {
  let root = article
  for (let hop = 0; hop < LONGEST_CHAIN; hop++) {
    const next = await db
      .selectFrom('copy')
      .select('origin')
      .where('article', '=', root)
      .where('kind', 'in', repeatedKinds)
      .executeTakeFirst()
    if (!next || next.origin === article || next.origin === but) return root
    root = next.origin
  }
  return root
}

/** Articles that repeat this one in its own words. */
export const repeating = async (db: Db, origin: number): Promise<readonly number[]> =>
  (
    await db
      .selectFrom('copy')
      .select('article')
      .where('origin', '=', origin)
      .where('kind', 'in', repeatedKinds)
      .orderBy('article')
      .execute()
  ).map(({ article }) => article)

/** Articles under these addresses, or listed under them, the sample's or the others; by the address as it was given. */
export async function articlesAt(
  db: Db,
  links: readonly string[],
  sample: boolean,
): Promise<ReadonlyMap<string, number>> {
  const written = new Map(
    links.slice(0, MOST_LINKS).flatMap((link) => writings(link).map((one) => [one, link])),
  )
  const addresses = [...written.keys()]
  if (addresses.length === 0) return new Map()
  const [own, listed] = await Promise.all([
    db
      .selectFrom('article')
      .select(['id', 'url'])
      .where('url', 'in', addresses)
      .where('sample', '=', sample ? 1 : 0)
      .execute(),
    db
      .selectFrom('item')
      .innerJoin('article', 'article.id', 'item.article')
      .select(['article.id', 'item.url'])
      .where('item.url', 'in', addresses)
      .where('article.sample', '=', sample ? 1 : 0)
      .execute(),
  ])
  return new Map(
    [...listed, ...own].flatMap(({ id, url }) => (url === null ? [] : [[written.get(url)!, id]])),
  )
}

/** One address as sites write it: with and without what tracks, a fragment, the last slash and `www`. */
function writings(link: string): readonly string[] {
  const plain = withoutTracking(link).replace(/#.*$/, '')
  const other = plain.endsWith('/') ? plain.slice(0, -1) : `${plain}/`
  const host = /^https?:\/\/www\./.test(plain)
    ? plain.replace('://www.', '://')
    : plain.replace('://', '://www.')
  return [link, plain, other, host]
}

/** Texts of articles another one may repeat, in no particular order, with what tells origin from copy. */
export async function loadCopyables(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('article')
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'article.id').onRef('version.number', '=', 'article.version'),
    )
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .select((at) => [
      // When a source first listed it: articles of one poll are read in whatever order.
      at
        .selectFrom('item')
        .select((of) => of.fn.min<number | null>('item.first_seen').as('seen'))
        .whereRef('item.article', '=', 'article.id')
        .as('listed'),
      'article.id',
      'article.title',
      'article.url',
      'article.language',
      'article.published',
      'article.dated',
      'article.date_claim',
      'article.first_seen',
      'article.outlet as outletId',
      'outlet.name as outlet',
      'outlet.domain',
      'version.text',
      'version.authors',
      'version.marks',
      'version.about',
    ])
    .where('article.id', 'in', ids)
    .execute()
  const titles = await sourceTitles(db, [...new Set(rows.map(({ outletId }) => outletId))])
  return rows.map((row) => {
    const { outlet, original, credit } = JSON.parse(row.about) as Pick<
      Extracted,
      'outlet' | 'original' | 'credit'
    >
    const claim = row.date_claim === null ? undefined : (JSON.parse(row.date_claim) as DateClaim)
    return {
      id: row.id,
      title: row.title,
      text: row.text,
      language: row.language,
      url: row.url,
      ...(original === undefined ? {} : { canonical: original }),
      outlet: row.outlet,
      outletAliases: [
        ...(row.domain === null ? [] : [row.domain]),
        ...(outlet ? [outlet.name] : []),
        ...(titles.get(row.outletId) ?? []),
      ],
      byline: (JSON.parse(row.authors) as string[]).join(', '),
      ...(credit === undefined ? {} : { credit }),
      links: (JSON.parse(row.marks) as Mark[]).flatMap((mark) => (mark.href ? [mark.href] : [])),
      ...(row.dated === 1
        ? {
            published: row.published,
            ...(((claim?.best ?? claim?.latest)?.length ?? 0) > 10 ? {} : { dayOnly: true }),
          }
        : {}),
      seen: row.listed ?? row.first_seen,
    }
  })
}

/** What sources call themselves: other names of their outlet. */
async function sourceTitles(
  db: Db,
  outlets: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (outlets.length === 0) return new Map()
  const rows = await db
    .selectFrom('source')
    .select(['outlet', 'title'])
    .where('outlet', 'in', outlets)
    .where('kind', '!=', 'files')
    .limit(200)
    .execute()
  const byOutlet = Map.groupBy(rows, ({ outlet }) => outlet)
  return new Map([...byOutlet].map(([outlet, all]) => [outlet, all.map(({ title }) => title)]))
}
