/** Brings the writer's memory up to what people have moved since it was made; they act from the pages, in another thread. */

import { movedSince, newestAct } from '../store/acts.ts'
import type { Db } from '../store/engines/engine.ts'
import type { Placing } from './placing.ts'

/** Inside the transaction that places the next article: nothing can be moved between the look and the placing. */
export async function catchUp(db: Db, placing: Placing): Promise<void> {
  const newest = await newestAct(db)
  if (newest === placing.acts.seen) return
  const { articles, episodes } = await movedSince(db, placing.acts.seen)
  for (const { article, episode, story, sample } of articles) placing.move(article, episode, story, sample)
  for (const { episode, story, sample } of episodes) placing.rehome(episode, story, sample)
  placing.acts.seen = newest
}
