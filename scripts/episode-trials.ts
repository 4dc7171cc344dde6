/** Runs the episode clusterer over streams with an answer key: what it compared, what came of it, and how good that is. */

import { type Features, features } from '../src/stories/features.ts'
import { openKeeper } from '../src/stories/keep.ts'
import type { Likeness, Model } from '../src/stories/scorer.ts'
import type { StoryIndex } from '../src/stories/story-links.ts'
import { openWindow } from '../src/stories/window.ts'
import type { Made } from './generated-stream.ts'

export type Example = {
  readonly likeness: Likeness
  readonly whole: boolean
  readonly same: boolean
  readonly weight: number
}

/** A stream with its features, which no model changes. Ids are places in the list. */
export type Trial = readonly { readonly made: Made; readonly of: Features }[]

const DAY = 86_400_000

/** Episodes are learnt without their stories. */
const noStories: StoryIndex = {
  place: () => ({ story: undefined, storyReasons: [], proposals: [] }),
  pointedBy: () => [],
  add: () => {},
  move: () => {},
  rehome: () => {},
  storyOf: () => undefined,
  bridge: () => {},
  newBridges: () => [],
  restore: () => {},
  toMerge: () => [],
}

export const asTrial = (stream: readonly Made[]): Trial =>
  stream.map((made) => ({
    made,
    of: features({
      id: made.id,
      title: made.title,
      text: made.text,
      language: 'en',
      ...(made.published === undefined ? {} : { published: made.published }),
      seen: made.seen,
      names: [],
    }),
  }))

/**
 * Runs the clusterer over a stream. `own`: the model's own decisions stand, mistakes and all; otherwise the answer
 * key decides where each article goes. `watched`: what it compared is kept.
 */
export function walk(
  trial: Trial,
  model: Model,
  own: boolean,
  watched = true,
): { examples: Example[]; homes: Map<number, number> } {
  const examples: Example[] = []
  const homes = new Map<number, number>()
  const held = new Map<number, Map<number, number>>()
  let current: Made
  const window = openWindow('en', {
    model,
    stories: noStories,
    watch: (id, episode, likeness, whole) => {
      if (!watched || id !== current.id) return
      const inside = held.get(episode)!
      const mine = inside.get(current.happening) ?? 0
      let all = 0
      for (const count of inside.values()) all += count
      // An episode that holds a bit of everything is a bad place for anyone.
      examples.push({ likeness, whole, same: mine * 2 >= all && mine > 0, weight: 1 })
    },
  })
  let last = 0
  const next = () => ++last
  const keeper = openKeeper(window, next, next)
  const rehome = (id: number, episode: number) => {
    const { happening } = trial[id]!.made
    const before = held.get(homes.get(id) ?? -1)
    if (before !== undefined) before.set(happening, before.get(happening)! - 1)
    homes.set(id, episode)
    const inside = held.get(episode) ?? new Map<number, number>()
    inside.set(happening, (inside.get(happening) ?? 0) + 1)
    held.set(episode, inside)
  }
  let forgotten = 0
  for (const { made, of } of trial) {
    current = made
    let episode: number
    if (own) {
      const taken = keeper.take(of, made.seen)
      episode = taken.episode
      for (const change of taken.changes) rehome(change.article, change.to)
    } else {
      if (made.seen - forgotten > DAY) {
        window.forget(made.seen - 14 * DAY)
        forgotten = made.seen
      }
      window.place(of)
      episode = made.happening
      window.add(of, episode, episode)
    }
    rehome(made.id, episode)
  }
  if (own) for (const change of keeper.finish()) rehome(change.article, change.to)
  return { examples, homes }
}

/** B³ and pairwise F1, each 0 to 1, and articles in the largest cluster beside the largest happening. */
export type Verdict = {
  readonly b3: number
  readonly pairs: number
  readonly largest: number
  readonly truth: number
}

/** How well a model clusters a stream by itself. */
export function judge(trial: Trial, model: Model): Verdict {
  const { homes } = walk(trial, model, true, false)
  const cells = new Map<string, number>()
  const keys = new Map<number, number>()
  const clusters = new Map<number, number>()
  const count = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const { made } of trial) {
    const home = homes.get(made.id)!
    count(keys, made.happening)
    count(clusters, home)
    count(cells, `${made.happening} ${home}`)
  }
  let precision = 0
  let recall = 0
  for (const [cell, both] of cells) {
    const [happening, home] = cell.split(' ').map(Number)
    precision += (both * both) / clusters.get(home!)!
    recall += (both * both) / keys.get(happening!)!
  }
  const pairs = (counts: Iterable<number>) => {
    let sum = 0
    for (const n of counts) sum += (n * (n - 1)) / 2
    return sum
  }
  return {
    b3: (2 * precision * recall) / (precision + recall) / trial.length,
    pairs: (2 * pairs(cells.values())) / (pairs(keys.values()) + pairs(clusters.values())),
    largest: Math.max(...clusters.values()),
    truth: Math.max(...keys.values()),
  }
}
