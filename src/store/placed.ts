/** What the one ordered writer remembers, as the store gives it back after a restart: placed articles, and stories of old. */

import { type ExpressionBuilder, sql } from 'kysely'
import { repeatedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'
import type { Schema } from './schema.ts'

/** One placed article as the clustering window needs it back after a restart. */
type Placed = {
  readonly article: number
  readonly published: number
  readonly episode: number
  readonly story: number
  /** A copy whose group counts once. */
  readonly folded: boolean
  readonly translation: boolean
  readonly sample: boolean
  readonly fingerprint: Uint8Array
  readonly features: string
}

/** How much there is to remember: all placed articles, and when each language was last told in, copies left out. */
export async function placedExtent(db: Db): Promise<{
  readonly count: number
  readonly languages: readonly {
    readonly language: string
    readonly sample: 0 | 1
    readonly latest: number
  }[]
}> {
  const { count } = await db
    .selectFrom('article')
    .select((at) => at.fn.countAll<number>().as('count'))
    .where('episode', 'is not', null)
    .executeTakeFirstOrThrow()
  const languages = await db
    .selectFrom('article')
    .leftJoin('copy', 'copy.article', 'article.id')
    .select((at) => ['language', 'sample', at.fn.max<number>(toldAt).as('latest')])
    .where('episode', 'is not', null)
    .where((at) => at.or([at('copy.kind', 'is', null), at('copy.kind', 'not in', repeatedKinds)]))
    .groupBy(['language', 'sample'])
    .execute()
  return { count, languages }
}

/** When an article was told: an undated one when it was first seen, wherever it is filed. */
const toldAt = sql<number>`case when article.dated = 1 then article.published else article.first_seen end`

/** The placed articles in the order in which they came: all, or those in episodes of each language told of since then. */
export async function placedIds(
  db: Db,
  since?: readonly { readonly language: string; readonly sample: 0 | 1; readonly since: number }[],
): Promise<readonly number[]> {
  const recent = (at: ExpressionBuilder<Schema, 'article'>) =>
    at.or(
      since!.map((one) =>
        at.and([
          at('language', '=', one.language),
          at('sample', '=', one.sample),
          at(toldAt, '>=', one.since),
        ]),
      ),
    )
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where('episode', 'is not', null)
    .$if(since !== undefined, (query) =>
      query.where('episode', 'in', (inner) => inner.selectFrom('article').select('episode').where(recent)),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Placed articles, in pages of `size`, so that a large window is never in memory twice. */
export async function* placedArticles(
  db: Db,
  ids: readonly number[],
  size = 500,
): AsyncGenerator<readonly Placed[]> {
  for (let from = 0; from < ids.length; from += size) {
    const rows = placed(db)
      .where('article.id', 'in', ids.slice(from, from + size))
      .orderBy('article.id')
    yield (await rows.execute()).map(asPlaced)
  }
}

/** Of stories told more than once, the latest ones, each one's newest articles told before an instant. */
export async function longStories(
  db: Db,
  { before, stories, each }: { readonly before: number; readonly stories: number; readonly each: number },
): Promise<readonly Pick<Placed, 'article' | 'episode' | 'story' | 'sample' | 'features'>[]> {
  const long = db
    .selectFrom('episode')
    .select('story')
    .groupBy('story')
    .having((at) => at.fn.countAll(), '>', 1)
    .orderBy((at) => at.fn.max('opened'), 'desc')
    .limit(stories)
  const ranked = db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .innerJoin('trace', 'trace.article', 'article.id')
    .select([
      'article.id as article',
      'episode.id as episode',
      'episode.story',
      'article.sample',
      'trace.features',
    ])
    .select(
      sql<number>`row_number() over (partition by episode.story order by article.published desc, article.id desc)`.as(
        'place',
      ),
    )
    .where('article.published', '<', before)
    .where('episode.story', 'in', long)
  const rows = await db
    .selectFrom(ranked.as('one'))
    .select(['article', 'episode', 'story', 'sample', 'features'])
    .where('place', '<=', each)
    .orderBy('article')
    .execute()
  return rows.map((row) => ({ ...row, sample: row.sample === 1 }))
}

/** The placed articles of a language published within a stretch of time, oldest first; of too many, the nearest to `at`. */
export async function placedAround(
  db: Db,
  {
    at,
    from,
    to,
    language,
    sample,
    most,
  }: {
    readonly at: number
    readonly from: number
    readonly to: number
    readonly language: string
    readonly sample: boolean
    readonly most: number
  },
): Promise<readonly Placed[]> {
  const within = placed(db)
    .where('article.language', '=', language)
    .where('article.sample', '=', sample ? 1 : 0)
  const before = await within
    .where('article.published', '>=', from)
    .where('article.published', '<', at)
    .orderBy('article.published', 'desc')
    .limit(most >> 1)
    .execute()
  const after = await within
    .where('article.published', '>=', at)
    .where('article.published', '<=', to)
    .orderBy('article.published')
    .limit(most >> 1)
    .execute()
  return [...before.reverse(), ...after].map(asPlaced)
}

const placed = (db: Db) =>
  db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .innerJoin('trace', 'trace.article', 'article.id')
    .leftJoin('copy', 'copy.article', 'article.id')
    .select((at) => [
      'article.id as article',
      'article.published',
      'episode.id as episode',
      'episode.story',
      'copy.kind as copy',
      'article.sample',
      'trace.fingerprint',
      'trace.features',
      'trace.folded as tookIn',
      'copy.origin',
      at
        .selectFrom('copy as group')
        .select((of) => of.fn.min<number | null>('group.article').as('id'))
        .where('group.kind', 'in', repeatedKinds)
        .where('group.origin', '=', (of) =>
          of
            .case()
            .when('copy.kind', 'in', repeatedKinds)
            .then(of.ref('copy.origin'))
            .else(of.ref('article.id'))
            .end(),
        )
        .as('firstCopy'),
    ])

function asPlaced({
  copy,
  origin,
  firstCopy,
  tookIn,
  ...row
}: Awaited<ReturnType<ReturnType<typeof placed>['execute']>>[number]): Placed {
  const repeats = (repeatedKinds as readonly (string | null)[]).includes(copy)
  // Of copies the first that came in stands for them all. A translation speaks for its origin in another language, so
  // the window of that language holds it.
  const first = Math.min(firstCopy ?? row.article, repeats ? origin! : row.article)
  return {
    ...row,
    sample: row.sample === 1,
    translation: copy === 'translation',
    // What memory holds does not change with a later version's copies.
    folded: tookIn === null ? first < row.article : tookIn === 1,
  }
}

/** Whether memory takes an article in as a copy whose group counts already. */
export async function isFolded(db: Db, article: number): Promise<boolean> {
  const row = await placed(db).where('article.id', '=', article).executeTakeFirst()
  return row !== undefined && asPlaced(row).folded
}

/** Keeps how memory takes an article in, whatever its copies are from now on. */
export const takeIn = (db: Db, article: number, folded: boolean) =>
  db
    .updateTable('trace')
    .set({ folded: folded ? 1 : 0 })
    .where('article', '=', article)
    .execute()
