/** Episodes and stories: who is in which, since when and why. Membership is an append-only log. */

import { sql } from 'kysely'
import type { Reason } from '../model/story.ts'
import { foldedKinds, repeatedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'
import { fileListings } from './river.ts'

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
