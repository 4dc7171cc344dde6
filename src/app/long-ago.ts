/**
 * What a text refers to that memory has let go of ("two years after the dam failed"): looked up in the store by whom
 * the sentence names and the days it means, and proposed.
 */

import type { Mention } from '../model/dossier.ts'
import type { Placement } from '../model/story.ts'
import type { Db } from '../store/engines/engine.ts'
import { toldOfActors } from '../store/told.ts'
import type { Features } from '../stories/features.ts'
import { REACH } from '../stories/happening-index.ts'
import { oneSays, openHappenings } from '../stories/happenings.ts'
import { featuresOf } from './kept-features.ts'

const DAY = 86_400_000
/** Names of a sentence that are looked up, and articles of those days read for each. */
const NAMES = 4
const EACH = 200
const READ = 120

export type Referring = {
  /** Saved already. */
  readonly article: number
  readonly features: Features
  readonly text: string
  readonly mentions: readonly Pick<Mention, 'actor' | 'start' | 'end'>[]
  /** Lasting ids by the mentions' own. */
  readonly actors: readonly number[]
  readonly sample: boolean
}

/** At most two lookups for an article, none for one that refers to nothing or in a store that memory holds whole. */
export async function pointedLongAgo(
  db: Db,
  { article, features, text, mentions, actors, sample }: Referring,
  reach = REACH,
): Promise<Placement['proposals']> {
  const forgotten = article - reach
  const found = new Map<number, Placement['proposals'][number]>()
  if (forgotten < 1 || !features.dated) return []
  for (const reference of features.references ?? []) {
    const { days, sentence, names } = reference
    const start = text.indexOf(sentence)
    if (days === undefined || days[1] > 0 || names.length === 0 || start < 0) continue
    const named = mentions.filter((one) => start <= one.start && one.end <= start + sentence.length)
    const ids = [...new Set(named.map(({ actor }) => actors[actor]!))].slice(0, NAMES)
    const today = Math.floor(features.time / DAY) * DAY
    const rows = await toldOfActors(db, {
      actors: ids,
      from: today + days[0] * DAY,
      to: today + (days[1] + 1) * DAY,
      before: forgotten,
      sample,
      each: EACH,
      most: READ,
    })
    const happenings = openHappenings()
    const stories = new Map<number, number>()
    rows.forEach((row, at) => {
      stories.set(row.episode, row.story)
      // What is remembered goes by how near ids are: here they are told of one after the other.
      for (const told of featuresOf(row)) happenings.add({ ...told, id: at + 1 }, row.episode)
    })
    const asking = { ...features, id: rows.length + 1, references: [reference] }
    for (const { story, score } of happenings.pointed(asking, (episode) => stories.get(episode)))
      if (!found.has(story)) found.set(story, { story, score, reasons: [oneSays(sentence)] })
  }
  return [...found.values()]
}
