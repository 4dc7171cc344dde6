/** Runs a window the way a keeper of episodes does: place, add, look again later, forget; ids from the caller. */

import type { Placement } from '../model/story.ts'
import type { Features } from './features.ts'
import { openReviews } from './reviews.ts'
import type { Constraints, Window } from './window.ts'

/** What a second look changed: articles that now stand in another episode, and why. */
export type Change = {
  readonly article: number
  readonly from: number
  readonly to: number
  readonly why: string
}

export type Keeper = {
  /** Places and adds an article, then does what has fallen due at `now` (epoch milliseconds). */
  readonly take: (
    features: Features,
    now: number,
    constraints?: Constraints,
  ) => { readonly placement: Placement; readonly episode: number; readonly changes: readonly Change[] }
  /** Does everything that is still to be looked at. */
  readonly finish: () => readonly Change[]
}

const DAY = 86_400_000
/** An episode that was silent so long is over. */
const SILENCE = 14 * DAY

/** `nextEpisode` and `nextStory` give ids that were never used before. */
export function openKeeper(window: Window, nextEpisode: () => number, nextStory: () => number): Keeper {
  const reviews = openReviews()
  let forgotten = Number.NEGATIVE_INFINITY

  function look(episodes: readonly number[]): Change[] {
    const changes: Change[] = []
    for (const episode of episodes) {
      const { merge, split } = window.review(episode)
      if (merge !== undefined) {
        const story = window.storyOf(merge.keep)!
        for (const article of window.membersOf(merge.drop)) {
          window.move(article, merge.keep, story)
          changes.push({ article, from: merge.drop, to: merge.keep, why: 'both tell of one happening' })
        }
      } else {
        if (split.length === 0) continue
        const to = nextEpisode()
        const story = nextStory()
        for (const article of split) {
          window.move(article, to, story)
          changes.push({ article, from: episode, to, why: 'the episode told of two happenings' })
        }
      }
    }
    return changes
  }

  return {
    take(features, now, constraints) {
      if (now - forgotten > DAY / 4) {
        window.forget(now - SILENCE)
        forgotten = now
      }
      const placement = window.place(features, constraints)
      const episode = placement.episode ?? nextEpisode()
      window.add(features, episode, placement.story ?? nextStory())
      const changes = look(reviews.due(now))
      reviews.note(episode, now)
      return { placement, episode, changes }
    },
    finish: () => look(reviews.due(Number.POSITIVE_INFINITY)),
  }
}
