/** A second look at episodes that have grown: two that tell of one happening become one, one that tells of two parts. */

import type { Reason } from '../model/story.ts'
import { mayMove } from '../store/bonds.ts'
import type { Db } from '../store/engines/engine.ts'
import { articlesIn, joinEpisode, mergeStory, openEpisode, openStory, withCopies } from '../store/stories.ts'
import type { Placing, Room } from './placing.ts'

export type LookContext = {
  readonly db: Db
  readonly model: string
  readonly sample: boolean
  readonly now: number
}

/**
 * Looks at each episode due, in the window and in the store alike; inside the transaction that made them due. What
 * people decided stands: a merge they ruled out is not made, and what they put in a story is not split out of it.
 */
export async function lookAgain(
  context: LookContext,
  placing: Placing,
  { window }: Room,
  due: readonly number[],
): Promise<void> {
  for (const episode of due) {
    const { merge, split } = window.review(episode)
    if (merge) await unite(context, placing, { ...merge, why: oneHappening })
    else if (split.length > 0) await partFrom(context, placing, episode, split)
  }
}

const oneHappening: Reason = { what: 'both tell of one happening', values: {}, weight: 1 }
const twoHappenings: Reason = { what: 'the episode told of two happenings', values: {}, weight: 1 }

/** Makes two episodes one, in every language; the other way round, or not at all, where people decided so. */
export async function unite(
  context: LookContext,
  placing: Placing,
  { keep, drop, why }: { readonly keep: number; readonly drop: number; readonly why: Reason },
): Promise<void> {
  if (await join(context, placing, { keep, drop, why })) return
  await join(context, placing, { keep: drop, drop: keep, why })
}

/** Moves everything of an episode into another, unless people decided otherwise. */
async function join(
  context: LookContext,
  placing: Placing,
  { keep, drop, why }: { readonly keep: number; readonly drop: number; readonly why: Reason },
): Promise<boolean> {
  const { db, sample } = context
  const to = placing.storyOf(keep, sample)
  const from = placing.storyOf(drop, sample)
  if (to === undefined || from === undefined) return true
  const [moved, there] = [await articlesIn(db, drop), await articlesIn(db, keep)]
  const allowed = await mayMove(db, {
    articles: moved.map(({ id }) => id),
    episode: drop,
    from,
    to,
    toEpisode: keep,
    there: there.map(({ id }) => id),
  })
  if (!allowed) return false
  for (const article of placing.membersOf(drop, sample)) placing.move(article, keep, to, sample)
  await move(context, moved, keep, why)
  if (from === to) return true
  await mergeStory(db, from, to)
  placing.bridge(keep, to, from, sample)
  return true
}

/** Gives the lesser part an episode of its own and, unless people put it in this story, a story; the rest keeps both. */
async function partFrom(
  context: LookContext,
  placing: Placing,
  episode: number,
  split: readonly number[],
): Promise<void> {
  const { db, sample } = context
  const all = await articlesIn(db, episode)
  const part = new Set((await withCopies(db, episode, split)).map(({ id }) => id))
  // The majority keeps the episode and its story, copies counted.
  const moved = all.filter(({ id }) => part.has(id) === part.size * 2 <= all.length)
  const [first] = moved
  const from = placing.storyOf(episode, sample)
  if (!first || from === undefined) return
  const articles = moved.map(({ id }) => id)
  // A person put them back together once.
  if (!(await mayMove(db, { articles, episode, from, to: from, toEpisode: NEW }))) return
  const free = await mayMove(db, { articles, episode, from, to: NEW })
  const story = free ? await openStory(db, { title: first.title, at: first.published, sample }) : from
  const to = await openEpisode(db, story, first.published, sample)
  for (const article of articles) placing.move(article, to, story, sample)
  await move(context, moved, to, twoHappenings)
}

/** No story or episode has this id. */
const NEW = 0

type Moved = { readonly id: number; readonly episode: number | null }

async function move(
  { db, model, now }: LookContext,
  articles: readonly Moved[],
  to: number,
  why: Reason,
): Promise<void> {
  for (const { id, episode } of articles) {
    await joinEpisode(db, {
      article: id,
      from: episode,
      episode: to,
      reasons: [why],
      model,
      now,
    })
  }
}
