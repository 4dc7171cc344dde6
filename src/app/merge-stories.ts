/** Makes one story of two that turned out to be one: its episodes change their story, and its address leads on. */

import { mayMove } from '../store/bonds.ts'
import { decideProposals, episodesIn, leadsTo, spanStory } from '../store/grouping.ts'
import { articlesIn, headlinesOf, mergeStory, rehomeEpisode } from '../store/stories.ts'
import type { StoryMerge } from '../stories/story-links.ts'
import { titleOf } from '../stories/title.ts'
import type { Placing } from './placing.ts'
import type { LookContext } from './second-look.ts'

/** Inside the transaction that found it. Where people decided against it for any episode, nothing is done. */
export async function mergeStories(
  { db, model, sample, now }: LookContext,
  placing: Placing,
  { story, into: found, why }: StoryMerge,
): Promise<void> {
  // Either may have become one with another since.
  const into = await leadsTo(db, found)
  const episodes = await episodesIn(db, story)
  if (episodes.length === 0 || into === story) return
  for (const { id } of episodes) {
    const articles = (await articlesIn(db, id)).map((article) => article.id)
    if (!(await mayMove(db, { articles, episode: id, from: story, to: into }))) return
  }
  for (const { id: episode } of episodes) {
    const reasons = [{ what: why, values: {}, weight: 1 }]
    await rehomeEpisode(db, { episode, from: story, to: into, reasons, model, now })
    placing.rehome(episode, into, sample)
  }
  await decideProposals(db, story, into, 'confirmed')
  await spanStory(db, into, titleOf(await headlinesOf(db, into, 60))?.title)
  await mergeStory(db, story, into)
}
