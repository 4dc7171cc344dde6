/** A second look at episodes that have grown: two that tell of one happening become one, one that tells of two parts. */

import type { Db } from '../store/engines/engine.ts'
import { articlesIn, joinEpisode, mergeStory, openEpisode, openStory, withCopies } from '../store/stories.ts'
import type { Room } from './placing.ts'

export type LookContext = {
  readonly db: Db
  readonly model: string
  readonly sample: boolean
  readonly now: number
}

/** Looks at each episode due, in the window and in the store alike; inside the transaction that made them due. */
export async function lookAgain(
  context: LookContext,
  { window }: Room,
  due: readonly number[],
): Promise<void> {
  for (const episode of due) {
    const { merge, split } = window.review(episode)
    if (merge) {
      const story = window.storyOf(merge.keep)
      const left = window.storyOf(merge.drop)
      if (story === undefined || left === undefined) continue
      for (const article of window.membersOf(merge.drop)) window.move(article, merge.keep, story)
      const moved = await articlesIn(context.db, merge.drop)
      await move(context, moved, merge.keep, 'both tell of one happening')
      if (left !== story) await mergeStory(context.db, left, story)
    } else if (split.length > 0) {
      await partFrom(context, window, episode, split)
    }
  }
}

/** Gives the articles an episode and a story of their own; those that stay keep both. */
async function partFrom(
  context: LookContext,
  window: Room['window'],
  episode: number,
  split: readonly number[],
): Promise<void> {
  const { db, sample } = context
  const moved = await withCopies(db, episode, split)
  const [first] = moved
  if (!first) return
  const story = await openStory(db, { title: first.title, at: first.published, sample })
  const to = await openEpisode(db, story, first.published, sample)
  for (const article of split) window.move(article, to, story)
  await move(context, moved, to, 'the episode told of two happenings')
}

type Moved = { readonly id: number; readonly episode: number | null }

async function move(
  { db, model, now }: LookContext,
  articles: readonly Moved[],
  to: number,
  why: string,
): Promise<void> {
  for (const { id, episode } of articles) {
    await joinEpisode(db, {
      article: id,
      from: episode,
      episode: to,
      reasons: [{ what: why, weight: 1 }],
      model,
      now,
    })
  }
}
