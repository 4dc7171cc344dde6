/** Trains the episode scorer on generated streams: `npx node scripts/train-stories.ts [--rounds N] [--out FILE]`. */

import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { features } from '../src/stories/features.ts'
import { openKeeper } from '../src/stories/keep.ts'
import {
  inputs,
  KNOTS,
  type Likeness,
  type Model,
  score,
  shippedModel,
  type Weights,
} from '../src/stories/scorer.ts'
import type { StoryIndex } from '../src/stories/story-links.ts'
import { openWindow } from '../src/stories/window.ts'
import { generatedStream, type Made, type Mix } from './generated-stream.ts'

type Example = {
  readonly likeness: Likeness
  readonly whole: boolean
  readonly same: boolean
  readonly weight: number
}

const DAY = 86_400_000

/** How far above joining a merge lies, in log-odds. */
const MERGE = 0.5

const mixes: readonly Mix[] = [
  { articles: 1700, days: 20, titleOnly: 0.15, undated: 0.05, crowd: 0 },
  { articles: 1700, days: 16, titleOnly: 0.9, undated: 0, crowd: 0 },
  { articles: 1700, days: 30, titleOnly: 0.4, undated: 0.1, crowd: 0 },
  { articles: 1700, days: 12, titleOnly: 0.6, undated: 0.9, crowd: 0 },
  { articles: 1500, days: 8, titleOnly: 0.05, undated: 0.4, crowd: 0 },
]

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

/**
 * Runs the clusterer over a stream. `own`: the model's own decisions stand, mistakes and all; otherwise the answer
 * key decides where each article goes.
 */
function walk(
  stream: readonly Made[],
  model: Model,
  own: boolean,
): { examples: Example[]; homes: Map<number, number> } {
  const examples: Example[] = []
  const homes = new Map<number, number>()
  const held = new Map<number, Map<number, number>>()
  let article: Made
  const window = openWindow('en', {
    model,
    stories: noStories,
    watch: (id, episode, likeness, whole) => {
      if (id !== article.id) return
      const inside = held.get(episode)!
      const mine = inside.get(article.happening) ?? 0
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
    const { happening } = stream[id]!
    const before = held.get(homes.get(id) ?? -1)
    if (before !== undefined) before.set(happening, before.get(happening)! - 1)
    homes.set(id, episode)
    const inside = held.get(episode) ?? new Map<number, number>()
    inside.set(happening, (inside.get(happening) ?? 0) + 1)
    held.set(episode, inside)
  }
  let forgotten = 0
  for (article of stream) {
    const of = features({
      id: article.id,
      title: article.title,
      text: article.text,
      language: 'en',
      ...(article.published === undefined ? {} : { published: article.published }),
      seen: article.seen,
      names: [],
    })
    let episode: number
    if (own) {
      const taken = keeper.take(of, article.seen)
      episode = taken.episode
      for (const change of taken.changes) rehome(change.article, change.to)
    } else {
      if (article.seen - forgotten > DAY) {
        window.forget(article.seen - 14 * DAY)
        forgotten = article.seen
      }
      window.place(of)
      episode = article.happening
      window.add(of, episode, episode)
    }
    rehome(article.id, episode)
  }
  if (own) for (const change of keeper.finish()) rehome(change.article, change.to)
  return { examples, homes }
}

/** Logistic regression by Adam, projected onto weights of zero and above. Rows are kept sparse: most knots are not reached. */
function learn(examples: readonly Example[]): Weights {
  const width = inputs.length * KNOTS.length
  const rows = examples.map(({ likeness }) => {
    const at: number[] = []
    const by: number[] = []
    inputs.forEach((input, i) => {
      KNOTS.forEach((knot, k) => {
        if (likeness[input] <= knot) return
        at.push(i * KNOTS.length + k)
        by.push(likeness[input] - knot)
      })
    })
    return { at: Uint8Array.from(at), by: Float64Array.from(by) }
  })
  const weights = new Float64Array(width + 1).fill(0.5)
  weights[width] = -3
  const first = new Float64Array(width + 1)
  const second = new Float64Array(width + 1)
  const gradient = new Float64Array(width + 1)
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  for (let step = 1; step <= 400; step++) {
    gradient.fill(0)
    for (let r = 0; r < rows.length; r++) {
      const { at, by } = rows[r]!
      const { same, weight } = examples[r]!
      let z = weights[width]!
      for (let k = 0; k < at.length; k++) z += weights[at[k]!]! * by[k]!
      const error = (1 / (1 + Math.exp(-z)) - (same ? 1 : 0)) * weight
      for (let k = 0; k < at.length; k++) gradient[at[k]!]! += error * by[k]!
      gradient[width]! += error
    }
    for (let k = 0; k <= width; k++) {
      const slope = gradient[k]! / total + (k < width ? 0.00002 * weights[k]! : 0)
      first[k] = 0.9 * first[k]! + 0.1 * slope
      second[k] = 0.99 * second[k]! + 0.01 * slope * slope
      const size = first[k]! / (1 - 0.9 ** step) / (Math.sqrt(second[k]! / (1 - 0.99 ** step)) + 1e-8)
      weights[k] = weights[k]! - 0.08 * size
      if (k < width) weights[k] = Math.max(0, weights[k]!)
    }
  }
  const round = (x: number) => Math.round(x * 1000) / 1000
  const slopes = inputs.map((input, i): [string, number[]] => [
    input,
    Array.from(weights.slice(i * KNOTS.length, (i + 1) * KNOTS.length), round),
  ])
  return { bias: round(weights[width]!), ...Object.fromEntries(slopes) } as Weights
}

/** Pairwise F1 and the largest cluster of a stream clustered by a model. */
function judge(stream: readonly Made[], model: Model): { readonly f1: number; readonly largest: number } {
  const { homes } = walk(stream, model, true)
  const cells = new Map<string, number>()
  const keys = new Map<number, number>()
  const clusters = new Map<number, number>()
  for (const { id, happening } of stream) {
    const home = homes.get(id)!
    keys.set(happening, (keys.get(happening) ?? 0) + 1)
    clusters.set(home, (clusters.get(home) ?? 0) + 1)
    cells.set(`${happening} ${home}`, (cells.get(`${happening} ${home}`) ?? 0) + 1)
  }
  const pairs = (counts: Iterable<number>) => {
    let sum = 0
    for (const n of counts) sum += (n * (n - 1)) / 2
    return sum
  }
  const hit = pairs(cells.values())
  return {
    f1: (2 * hit) / (pairs(keys.values()) + pairs(clusters.values())),
    largest: Math.max(...clusters.values()),
  }
}

function quantiles(name: string, examples: readonly Example[]): void {
  for (const same of [true, false])
    for (const input of inputs) {
      const values = examples
        .filter((e) => e.same === same)
        .map((e) => e.likeness[input])
        .sort((a, b) => a - b)
      const at = [0.05, 0.25, 0.5, 0.75, 0.9, 0.97].map((q) =>
        (values[Math.floor(values.length * q)] ?? 0).toFixed(3),
      )
      console.log(name, same ? 'same ' : 'other', input.padEnd(8), at.join(' '))
    }
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    out: { type: 'string', default: resolve(import.meta.dirname, '../src/stories/episodes.weights.json') },
    show: { type: 'boolean', default: false },
  },
})
const streams = mixes.map((mix, at) => generatedStream(100 + at, mix))
const tests = mixes.map((mix, at) => generatedStream(900 + at, mix))

let model: Model = shippedModel
let examples: Example[] = []
for (const stream of streams) examples.push(...walk(stream, model, false).examples)
if (values.show) {
  quantiles(
    'whole',
    examples.filter((e) => e.whole),
  )
  quantiles(
    'short',
    examples.filter((e) => !e.whole),
  )
}
for (let round = 1; round <= Number(values.rounds); round++) {
  model = {
    ...model,
    whole: learn(examples.filter((e) => e.whole)),
    short: learn(examples.filter((e) => !e.whole)),
    join: 0,
    merge: MERGE,
    alike: 0.8,
    split: 0.6,
  }
  // The threshold that does best on streams nothing was fitted to, worst streams counting as much as good ones.
  let best = { join: 0, value: -1 }
  for (const join of [-1.25, -1, -0.75, -0.5, 0]) {
    const results = tests.map((stream) => judge(stream, { ...model, join, merge: join + MERGE }))
    const value = results.reduce((sum, { f1 }) => sum + f1, 0) / results.length
    console.log(
      `round ${round} join ${join}`,
      results.map(({ f1, largest }) => `${f1.toFixed(3)}/${largest}`).join(' '),
    )
    if (value > best.value) best = { join, value }
  }
  model = { ...model, join: best.join, merge: best.join + MERGE }
  if (round < Number(values.rounds)) {
    // Mistakes weigh more than what was right anyway.
    const again = streams.flatMap((stream) => walk(stream, model, true).examples)
    examples = [
      ...examples,
      ...again.map((e) => ({
        ...e,
        weight: score(e.likeness, e.whole, model) >= model.join !== e.same ? 3 : 1,
      })),
    ]
  }
}
const file = {
  ...model,
  version: 'episodes-2',
  trained: `on ${mixes.length} generated streams (scripts/generated-stream.ts, seeds from 100) by scripts/train-stories.ts, ${values.rounds} rounds, each after the first on the mistakes of the one before`,
}
writeFileSync(
  values.out,
  `${JSON.stringify(file, null, 1).replace(/\[\s+([^\]]*?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`,
)
