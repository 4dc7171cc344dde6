/** Orders the front page: which stories lead, and why each stands where it does. */

import type { Reason } from '../model/story.ts'

/** A story as the front page weighs it. Instants are epoch milliseconds. */
export type FrontStory = {
  readonly id: number
  /** Copies counted once. */
  readonly articles: number
  /** Outlets with coverage of their own; copies of an agency's text count as the agency. */
  readonly outlets: number
  readonly episodes: number
  readonly firstSeen: number
  readonly lastChange: number
  /** Articles (copies counted once) in the last six hours, and in the six days before, per six hours. */
  readonly recent?: number
  readonly usual?: number
  /** Where editors of the reader's outlets put it: 1 is the top of a front page. */
  readonly placements?: readonly number[]
  readonly pinned?: boolean
  /** The reader follows it, or something in it. */
  readonly followed?: boolean
  readonly muted?: boolean
  /** Articles the reader has not seen. */
  readonly unread?: number
}

export type Ranked = { readonly id: number; readonly score: number; readonly reasons: readonly Reason[] }

const HOUR = 3_600_000
/** News loses half its weight in so many hours. */
const HALF_LIFE = 14
/** What a story is worth that one outlet alone tells, against 1 more for each doubling of outlets. */
const ALONE = 0.3

/**
 * The stories in order, best first, with the reasons, heaviest first; muted ones are left out. Outlets weigh
 * by their logarithm, so that the tenth outlet counts less than the second, and no loud source can lead alone.
 */
export function rankFront(stories: readonly FrontStory[], now: number): readonly Ranked[] {
  return stories
    .filter((story) => story.muted !== true)
    .map((story) => weigh(story, now))
    .sort((a, b) => b.score - a.score || b.id - a.id)
}

function weigh(story: FrontStory, now: number): Ranked {
  const reasons: Reason[] = []
  const because = (what: string, weight: number, values?: Reason['values']) => {
    if (weight > 0) reasons.push({ what, weight: Math.round(weight * 100) / 100, ...(values && { values }) })
    return weight
  }
  const { outlets, articles, episodes } = story
  let worth = because(
    '{n, plural, one {one outlet alone} other {# outlets tell it}}',
    ALONE + Math.log2(Math.max(1, outlets)),
    { n: outlets },
  )
  worth += because('{n, plural, one {# article} other {# articles}}', 0.3 * Math.log2(1 + articles), {
    n: articles,
  })
  if (episodes > 1)
    worth += because(
      'it goes on since {n, plural, one {# episode} other {# episodes}}',
      0.2 * Math.log2(episodes),
      {
        n: episodes,
      },
    )
  const recent = story.recent ?? 0
  const burst = (recent + 1) / ((story.usual ?? 0) + 1)
  // One article is no burst, however quiet it was before.
  if (burst >= 2 && recent >= 2)
    worth += because('more coverage than usual', Math.min(2, Math.log2(burst) * 0.6), {})
  const places = story.placements ?? []
  if (places.length > 0) {
    const top = places.reduce((sum, place) => sum + 1 / Math.max(1, place), 0)
    const lead = places.filter((place) => place === 1).length
    worth +=
      lead > 0
        ? because('it leads {n, plural, one {# front page} other {# front pages}}', Math.min(3, top), {
            n: lead,
          })
        : because('it stands on front pages', Math.min(3, top), {})
  }
  if (story.followed === true) worth += because('you follow it', 2, {})
  const hours = Math.max(0, now - story.lastChange) / HOUR
  const fresh = 0.5 ** (hours / HALF_LIFE)
  if (hours < 3) because('it changed in the last hours', 0.5, {})
  let score = worth * fresh
  if (story.unread === 0) score *= 0.3
  if (story.pinned === true) {
    score += 100
    because('an editor put it on top', 100, {})
  }
  reasons.sort((a, b) => b.weight - a.weight)
  return { id: story.id, score, reasons }
}
