/** Stories related to an article, an episode or a whole story: looked for when a page asks, among few candidates. */

import type { Reason } from '../model/story.ts'
import { storiesApart } from '../store/bonds.ts'
import type { Store } from '../store/engines/engine.ts'
import { featuresAmong, featuresElsewhere, keptOutOf, storyLines } from '../store/ranking.ts'
import { relatedStories } from '../stories/related.ts'
import { alikeTo } from './alike.ts'
import { backdropFor } from './backdrop.ts'
import { featuresOf } from './kept-features.ts'

/** A page waits for this. */
const REACH = { names: 8, words: 5, each: 300, most: 100 }
/** Of many articles these speak for all: the newest, and some spread over those before. */
const NEWEST = 4
const SPREAD = 4

export type RelatedLine = {
  readonly id: number
  readonly title: string
  readonly opened: number
  readonly changed: number
  readonly reasons: readonly Reason[]
}

/**
 * The stories most like some articles of a story, best first; `articles` newest first. The story itself, those of
 * `except`, what a person said does not belong to it, and copies are left out; of the sample or not as the story is.
 */
export async function relatedTo(
  store: Store,
  { story, articles }: { readonly story: number; readonly articles: readonly number[] },
  { most, except = [] }: { readonly most: number; readonly except?: readonly number[] },
): Promise<readonly RelatedLine[]> {
  const { db } = store
  const about = (await featuresAmong(db, speakersOf(articles))).flatMap(featuresOf)
  if (about.length === 0) return []
  const [alike, apart, out] = await Promise.all([
    alikeTo(store, about, REACH),
    storiesApart(db, story),
    keptOutOf(db, story),
  ])
  const left = new Set([...except, ...apart])
  const pool = (await featuresElsewhere(db, story, alike))
    .filter(({ article }) => !out.includes(article))
    .flatMap((one) => featuresOf(one).map((features) => ({ story: one.story, features })))
  // What is left out still shows how like a story can be: beside it the least like are not worth a line.
  const found = relatedStories(about, pool, { most: most + left.size, backdrop: await backdropFor(store) })
    .filter((one) => !left.has(one.story))
    .slice(0, most)
  const lines = await storyLines(
    db,
    found.map((one) => one.story),
  )
  const byId = new Map(lines.map((line) => [line.id, line]))
  return found.flatMap(({ story: id, reasons }) => {
    const line = byId.get(id)
    return line ? [{ ...line, reasons }] : []
  })
}

function speakersOf(articles: readonly number[]): readonly number[] {
  const rest = articles.slice(NEWEST)
  const step = Math.max(1, rest.length / SPREAD)
  const spread = Array.from({ length: Math.min(SPREAD, rest.length) }, (_, n) => rest[Math.floor(n * step)]!)
  return [...articles.slice(0, NEWEST), ...spread]
}
