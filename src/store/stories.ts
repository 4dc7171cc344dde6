/** Episodes and stories: who is in which, since when and why. Membership is an append-only log. */

import { type ExpressionBuilder, sql } from 'kysely'
import type { Reason } from '../model/story.ts'
import { storiesApart } from './bonds.ts'
import { foldedKinds, repeatedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'
import { fileListings } from './river.ts'
import type { Schema } from './schema.ts'

export type StoryToOpen = { readonly title: string; readonly at: number; readonly sample: boolean }

export async function openStory(db: Db, { title, at, sample }: StoryToOpen): Promise<number> {
  const { id } = await db
    .insertInto('story')
    .values({ title, opened: at, changed: at, merged_into: null, sample: sample ? 1 : 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function openEpisode(db: Db, story: number, at: number, sample: boolean): Promise<number> {
  const { id } = await db
    .insertInto('episode')
    .values({ story, opened: at, sample: sample ? 1 : 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Puts an article into an episode and logs from where, to where and why. */
export async function joinEpisode(
  db: Db,
  join: {
    readonly article: number
    readonly from: number | null
    readonly episode: number
    readonly reasons: readonly Reason[]
    readonly model: string
    readonly now: number
    /** The act of a person it is part of. */
    readonly act?: number
  },
): Promise<void> {
  await db.updateTable('article').set({ episode: join.episode }).where('id', '=', join.article).execute()
  await db
    .insertInto('membership')
    .values({
      article: join.article,
      from_episode: join.from,
      to_episode: join.episode,
      reasons: JSON.stringify(join.reasons),
      model: join.model,
      at: join.now,
      act: join.act ?? null,
    })
    .execute()
}

/** Gives an episode to another story and logs from where, to where and why. */
export async function rehomeEpisode(
  db: Db,
  move: {
    readonly episode: number
    readonly from: number
    readonly to: number
    readonly reasons: readonly Reason[]
    readonly model: string
    readonly now: number
  },
): Promise<void> {
  await db.updateTable('episode').set({ story: move.to }).where('id', '=', move.episode).execute()
  await db
    .insertInto('homing')
    .values({
      episode: move.episode,
      from_story: move.from,
      to_story: move.to,
      reasons: JSON.stringify(move.reasons),
      model: move.model,
      act: null,
      at: move.now,
    })
    .execute()
}

const standing = (db: Db, episode: number) =>
  db
    .selectFrom('article')
    .select(['article.id', 'article.episode', 'article.title', 'article.published'])
    .where('article.episode', '=', episode)
    .orderBy('article.published')
    .orderBy('article.id')

/** Everything in an episode, oldest first, copies too. */
export const articlesIn = (db: Db, episode: number) => standing(db, episode).execute()

/** Of an episode's articles the named ones and whatever counts with them: their origins and copies, oldest first. */
export async function withCopies(db: Db, episode: number, articles: readonly number[]) {
  const origins = await db
    .selectFrom('copy')
    .select('origin')
    .where('article', 'in', articles)
    .where('kind', 'in', repeatedKinds)
    .execute()
  const named = [...articles, ...origins.map(({ origin }) => origin)]
  return standing(db, episode)
    .leftJoin('copy', 'copy.article', 'article.id')
    .where((at) =>
      at.or([
        at('article.id', 'in', named),
        at.and([at('copy.origin', 'in', named), at('copy.kind', 'in', foldedKinds)]),
      ]),
    )
    .execute()
}

/** A story that has no episode with articles left leads on to the one that took them; another stays what it is. */
export async function mergeStory(db: Db, story: number, into: number): Promise<void> {
  const left = await db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .select('article.id')
    .where('episode.story', '=', story)
    .limit(1)
    .executeTakeFirst()
  if (left) return
  await db.updateTable('story').set({ merged_into: into }).where('id', '=', story).execute()
  // No chains: whoever led to the story leads on to where it went.
  await db.updateTable('story').set({ merged_into: into }).where('merged_into', '=', story).execute()
}

export const storyOfEpisode = async (db: Db, episode: number): Promise<number> =>
  (await db.selectFrom('episode').select('story').where('id', '=', episode).executeTakeFirstOrThrow()).story

export type Place = { readonly episode: number; readonly story: number }

/** Where an article stands, or undefined where it is not placed. */
export const placeOf = (db: Db, article: number): Promise<Place | undefined> =>
  db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .select(['episode.id as episode', 'episode.story'])
    .where('article.id', '=', article)
    .executeTakeFirst()

/** A story's newest headlines, oldest first, copies left out: what its title is chosen from. */
export const headlinesOf = async (db: Db, story: number, limit: number) => {
  const rows = await db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .leftJoin('copy', (join) =>
      join.onRef('copy.article', '=', 'article.id').on('copy.kind', 'in', foldedKinds),
    )
    .select(['article.id as article', 'article.title', 'article.language'])
    .where('episode.story', '=', story)
    .where('copy.article', 'is', null)
    .orderBy('article.published', 'desc')
    .limit(limit)
    .execute()
  return rows.reverse()
}

/** Files an undated article beside the newest dated one of its story, or well back where there is none: never as news. */
export async function fileUndated(
  db: Db,
  article: number,
  story: number,
  otherwise: number,
): Promise<number> {
  const mate = await db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .select((at) => at.fn.max('article.published').as('published'))
    .where('episode.story', '=', story)
    .where('article.dated', '=', 1)
    .executeTakeFirst()
  const published = mate?.published ?? otherwise
  await db.updateTable('article').set({ published }).where('id', '=', article).execute()
  await fileListings(db, article)
  return published
}

/** Opened moves back and changed moves on as older and newer articles arrive. */
export async function touchStory(db: Db, story: number, title: string, published: number): Promise<void> {
  await db
    .updateTable('story')
    .set({
      title,
      opened: sql`case when opened > ${published} then ${published} else opened end`,
      changed: sql`case when changed < ${published} then ${published} else changed end`,
    })
    .where('id', '=', story)
    .execute()
}

/** Proposes stories to a reader; what a person said does not belong together is not proposed again, either way round. */
export async function saveProposals(
  db: Db,
  story: number,
  proposals: readonly { story: number; score: number; reasons: readonly Reason[] }[],
): Promise<void> {
  if (proposals.length === 0) return
  const apart = await storiesApart(db, story)
  for (const proposal of proposals) {
    if (proposal.story === story || apart.has(proposal.story)) continue
    await db
      .insertInto('proposal')
      .values({
        story,
        other: proposal.story,
        score: proposal.score,
        reasons: JSON.stringify(proposal.reasons),
        status: 'proposed',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** One placed article as the clustering window needs it back after a restart. */
export type Placed = {
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
    folded: first < row.article,
  }
}

type Bridge = { readonly story: number; readonly other: number; readonly episode: number }

export async function saveBridges(db: Db, bridges: readonly Bridge[]): Promise<void> {
  if (bridges.length === 0) return
  await db
    .insertInto('bridge')
    .values(bridges)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Two stories were found to be one, or kept apart: what spoke for it has been counted. */
export async function dropBridges(db: Db, one: number, two: number): Promise<void> {
  await db
    .deleteFrom('bridge')
    .where('story', '=', Math.min(one, two))
    .where('other', '=', Math.max(one, two))
    .execute()
}

/** Bridges between standing stories, the sample's or the others. */
export const bridgesBetween = (db: Db, sample: boolean): Promise<readonly Bridge[]> =>
  db
    .selectFrom('bridge')
    .innerJoin('story as one', 'one.id', 'bridge.story')
    .innerJoin('story as two', 'two.id', 'bridge.other')
    .select(['bridge.story', 'bridge.other', 'bridge.episode'])
    .where('one.sample', '=', sample ? 1 : 0)
    .where('one.merged_into', 'is', null)
    .where('two.merged_into', 'is', null)
    .orderBy('bridge.episode')
    .orderBy('bridge.story')
    .orderBy('bridge.other')
    .execute()
