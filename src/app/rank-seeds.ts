/** What else belongs to a story, judged by the articles it has: candidates from the indexes, ranked by likeness. */

import type { Reason } from '../model/story.ts'
import type { Store } from '../store/engines/engine.ts'
import { featuresElsewhere, featuresIn, keptOutOf } from '../store/ranking.ts'
import { reasonsFor } from '../stories/related.ts'
import { rankFromSeeds } from '../stories/seeds.ts'
import { alikeTo } from './alike.ts'
import { backdropFor } from './backdrop.ts'
import { featuresOf } from './kept-features.ts'

/** Of a long story its newest articles speak for it. */
const SEEDS = 24
const REACH = { names: 10, words: 6, each: 400, most: 200 }

export type Ranked = { readonly article: number; readonly reasons: readonly Reason[] }

/** The articles outside the story that are most like those in it, best first; what a person kept out is left out. */
export async function rankFor(store: Store, story: number, most: number): Promise<readonly Ranked[]> {
  const { db } = store
  const seeds = (await featuresIn(db, story, SEEDS)).flatMap(featuresOf)
  if (seeds.length === 0) return []
  const found = await alikeTo(store, seeds, REACH)
  const out = new Set(await keptOutOf(db, story))
  const others = (await featuresElsewhere(db, story, found)).filter(({ article }) => !out.has(article))
  const rest = new Map(others.flatMap(featuresOf).map((features) => [features.id, features]))
  const rank = rankFromSeeds([...seeds, ...rest.values()], { backdrop: await backdropFor(store) })
  return rank(seeds, most).map(({ article, because }) => ({
    article,
    reasons: reasonsFor(seeds, rest.get(article)!, because),
  }))
}
