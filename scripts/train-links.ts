/** Trains what links stories on generated years of news and on the sample world: `npx node scripts/train-links.ts [--only short] [--out FILE]`. */

import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readKey } from '../sample/key.ts'
import { readWorld } from '../src/sample/world.ts'
import { type Features, features } from '../src/stories/features.ts'
import { lastingOf } from '../src/stories/lasting.ts'
import {
  inputs,
  KNOTS,
  type LinkModel,
  type LinkRule,
  type LinkWeights,
  linkScore,
  shippedLinks,
  shortInputs,
} from '../src/stories/link-scorer.ts'
import { meaningsOf } from '../src/stories/meanings.ts'
import { openProfiles } from '../src/stories/profiles.ts'
import { soundsOf } from '../src/stories/sounds.ts'
import type { StoryLikeness } from '../src/stories/story-likeness.ts'
import { openStoryIndex } from '../src/stories/story-links.ts'
import { generatedDense } from './generated-dense.ts'
import { generatedLong, type LongMade, type LongMix } from './generated-long.ts'

type Item = {
  readonly features: Features
  readonly story: string | number
  readonly happening: string | number
}
type Example = { readonly likeness: StoryLikeness; readonly same: boolean; readonly weight: number }

/** Two rare names that a story keeps coming back to, besides the rarest: streams of years as dense as the world's need them. */
const REST = 0.4
const YEAR = 365 * 86_400_000
/** News of a sentence or two, as dense as a world's: half of what shares names is another matter. */
const dense = { countries: 40, length: [14, 50] } as const
const mixes: readonly LongMix[] = [
  { articles: 3000, years: 6, length: [60, 260], singles: 0.7, beats: 30, topics: 40, own: 0.8 },
  { articles: 6000, years: 12, length: [14, 50], singles: 0.8, beats: 20, topics: 25, own: 0.5 },
  { articles: 5000, years: 8, length: [30, 120], singles: 0.85, beats: 15, topics: 25, own: 0.35 },
]

function whole(article: {
  id: number
  title: string
  text: string
  language: string
  published: number
}): Features {
  const { title, text, language, published } = article
  return {
    ...features({ ...article, seen: published, names: [] }),
    sounds: soundsOf(title, text, language),
    meanings: meaningsOf(title, text, language),
  }
}

const itemsOf = (made: readonly LongMade[]): readonly Item[] =>
  made.map((article) => ({ ...article, features: whole({ ...article, language: 'en' }) }))
const generated = (seed: number, mix: LongMix): readonly Item[] => itemsOf(generatedLong(seed, mix))

/** The sample world's own articles, in the order of publication. */
function sample(): readonly Item[] {
  const world = readWorld()
  const key = new Map(readKey(world).articles.map((article) => [article.id, article]))
  const now = Date.UTC(2031, 0, 1)
  return world.articles
    .flatMap((article, id) => {
      const known = key.get(article.id)!
      if (known.copyOf !== undefined) return []
      const published =
        typeof article.published === 'number'
          ? now + article.published * 60_000
          : Date.parse(article.published)
      const text = article.body.map((block) => block.text).join('\n\n')
      return [
        {
          features: whole({ id, title: article.title, text, language: known.language, published }),
          story: known.story ?? known.episode,
          happening: known.episode,
        },
      ]
    })
    .sort((a, b) => a.features.time - b.features.time)
}

/** Compares the first article of every happening with the stories there are, each in its right place. */
function examplesOf(items: readonly Item[], weight: number): readonly Example[] {
  const profiles = openProfiles()
  const ids = new Map<string | number, number>()
  const seen = new Set<string | number>()
  const examples: Example[] = []
  for (const { features: of, story, happening } of items) {
    const id = ids.get(story) ?? ids.size + 1
    ids.set(story, id)
    const lasting = lastingOf(of)
    if (!seen.has(happening))
      for (const { profile, likeness } of profiles.compare(lasting).slice(0, 6))
        examples.push({ likeness, same: profile.id === id, weight })
    seen.add(happening)
    profiles.include(id, lasting)
  }
  return examples
}

/** Logistic regression by Adam, projected onto weights of zero and above. */
function learn(examples: readonly Example[], by: readonly (typeof shortInputs)[number][]): LinkWeights {
  const width = by.length * KNOTS.length
  const rows = examples.map(({ likeness }) =>
    Float64Array.from(by.flatMap((input) => KNOTS.map((knot) => Math.max(0, likeness[input] - knot)))),
  )
  const weights = new Float64Array(width + 1).fill(0.5)
  weights[width] = -3
  const first = new Float64Array(width + 1)
  const second = new Float64Array(width + 1)
  const gradient = new Float64Array(width + 1)
  for (let step = 1; step <= 500; step++) {
    gradient.fill(0)
    let total = 0
    rows.forEach((row, at) => {
      const { same, weight } = examples[at]!
      let z = weights[width]!
      for (let k = 0; k < width; k++) z += weights[k]! * row[k]!
      const error = (1 / (1 + Math.exp(-z)) - (same ? 1 : 0)) * weight
      for (let k = 0; k < width; k++) gradient[k]! += error * row[k]!
      gradient[width]! += error
      total += weight
    })
    for (let k = 0; k <= width; k++) {
      const slope = gradient[k]! / total + (k < width ? 0.0003 * weights[k]! : 0)
      first[k] = 0.9 * first[k]! + 0.1 * slope
      second[k] = 0.99 * second[k]! + 0.01 * slope * slope
      const size = first[k]! / (1 - 0.9 ** step) / (Math.sqrt(second[k]! / (1 - 0.99 ** step)) + 1e-8)
      weights[k] = weights[k]! - 0.08 * size
      if (k < width) weights[k] = Math.max(0, weights[k]!)
    }
  }
  const round = (x: number) => Math.round(x * 100) / 100
  const slopes = by.map((input, i): [string, number[]] => [
    input,
    Array.from(weights.slice(i * KNOTS.length, (i + 1) * KNOTS.length), round),
  ])
  return { bias: round(weights[width]!), ...Object.fromEntries(slopes) } as LinkWeights
}

type Judged = { readonly precision: number; readonly recall: number }

/** Links a stream as it comes, mistakes and all; precision and recall of pairs of articles, and of those over a year apart. */
function judge(items: readonly Item[], model: LinkModel): Judged & { readonly far: Judged } {
  const index = openStoryIndex(model)
  const episodes = new Map<string | number, number>()
  let next = 0
  const homes = new Map<number, number>()
  for (const { features: of, happening } of items) {
    let episode = episodes.get(happening)
    if (episode === undefined) {
      episode = ++next
      episodes.set(happening, episode)
      homes.set(episode, index.place(of, []).story ?? episode)
    }
    index.add(of, episode, homes.get(episode)!)
    for (const { story, into } of index.toMerge())
      for (const [one, home] of homes)
        if (home === story) {
          index.rehome(one, into)
          homes.set(one, into)
        }
  }
  const pairs = (key: (item: Item) => unknown, apart: number) => {
    let sum = 0
    for (const group of Map.groupBy(items, key).values()) {
      const times = group.map(({ features: { time } }) => time).sort((a, b) => a - b)
      let before = 0
      for (let at = 0; at < times.length; at++) {
        while (before < at && times[at]! - times[before]! >= apart) before++
        sum += apart === 0 ? at : before
      }
    }
    return sum
  }
  const home = ({ happening }: Item) => homes.get(episodes.get(happening)!)
  const judged = (apart: number): Judged => {
    const both = pairs((item) => `${item.story} ${home(item)}`, apart)
    return {
      precision: both / Math.max(1, pairs(home, apart)),
      recall:
        both /
        Math.max(
          1,
          pairs((item) => item.story, apart),
        ),
    }
  }
  return { ...judged(0), far: judged(YEAR) }
}

const { values } = parseArgs({
  options: {
    /** `short` leaves the rule of whole texts as it is shipped. */
    only: { type: 'string' },
    out: { type: 'string', default: resolve(import.meta.dirname, '../src/stories/links.weights.json') },
  },
})
const ruleOf = (of: LinkWeights, assert: number, merge: number, least: LinkRule['least']): LinkRule => ({
  weights: of,
  assert,
  least,
  propose: assert - 2,
  linked: assert - 2,
  merge,
})
const modelOf = (long: LinkRule, short: LinkRule): LinkModel => ({
  version: 'links-2',
  trained:
    'on the sample world and generated years of news (scripts/generated-long.ts, scripts/generated-dense.ts, seeds from 100) by scripts/train-links.ts',
  whole: long,
  short,
})
const shown = ({ precision, recall }: Judged) => `${precision.toFixed(3)}/${recall.toFixed(4)}`

/** The rule of titles and a few sentences. */
function trainShort(): LinkRule {
  const few = learn(
    examplesOf(itemsOf(generatedDense(100, { ...dense, items: 6000, years: 6 })), 1),
    shortInputs,
  )
  console.log('short', few)
  const crowd = itemsOf(generatedDense(901, { ...dense, items: 7000, years: 7 }))
  // What a title or two sentences say twice makes no two stories one.
  const NEVER = 99
  let short: { rule: LinkRule; value: number } | undefined
  for (const assert of [-0.5, 0])
    for (const least of [
      { near: 0.2, cover: 0.4, core: 0.2, cast: 0.6 },
      { near: 0.2, cover: 0.5, core: 0.3, topic: 0.1, cast: 0.5 },
    ])
      for (const years of [
        // Whatever the silence: names that hardly any other story has.
        [{ own: 0.5, cover: 0.6, core: 0.4 }],
        [{ own: 0.65, cover: 0.6, core: 0.5 }],
        [],
      ]) {
        const rule = ruleOf(few, assert, NEVER, [least, ...years])
        const { far, ...near } = judge(crowd, modelOf({ ...rule }, rule))
        // Of what is a year apart next to nothing may be wrong; of the whole a quarter, for what is filed apart at times.
        const value = far.precision < 0.9 || near.precision < 0.75 ? -1 : far.recall + near.recall
        console.log('short', assert, rule.least, `all ${shown(near)}, over a year ${shown(far)}`)
        if (short === undefined || value > short.value) short = { rule, value }
      }
  return short!.rule
}

/** The rule of whole texts, by what the sample world and streams of our own show. */
function trainWhole(): LinkRule {
  const world = sample()
  const streams = mixes.map((mix, at) => generated(100 + at, mix))
  const tests = [world, ...mixes.map((mix, at) => generated(900 + at, mix))]
  const examples = [...examplesOf(world, 8), ...streams.flatMap((stream) => examplesOf(stream, 1))]
  const weights = learn(examples, inputs)
  const scored = examples.map(({ likeness, same }) => ({ score: linkScore(likeness, { weights }), same }))
  console.log(weights, examples.length)
  for (const least of [0, 1, 2, 3, 4]) {
    const over = scored.filter(({ score }) => score >= least)
    console.log(
      `over ${least}: ${over.length}, right ${(over.filter(({ same }) => same).length / over.length).toFixed(3)}`,
    )
  }
  let best: { rule: LinkRule; value: number } | undefined
  for (const assert of [-0.5, 0, 0.7, 1.4]) {
    for (const merge of [0.5, 1.5]) {
      const long = ruleOf(weights, assert, assert + merge, [{ rest: REST }])
      // Streams of a few sentences each show what the rule of whole texts does where it has least to go by.
      const results = tests.map((stream) => judge(stream, modelOf(long, long)))
      // A wrong link is worse than a missing one: in no stream may more than one pair in twenty-five be wrong.
      const value = results.some(({ precision }) => precision < 0.96)
        ? 0
        : results.reduce((sum, { recall }) => sum + recall, 0)
      console.log(`assert ${assert} merge ${merge}`, results.map(shown).join(' '))
      if (best === undefined || value > best.value) best = { rule: long, value }
    }
  }
  return best!.rule
}

const model = modelOf(values.only === 'short' ? shippedLinks.whole : trainWhole(), trainShort())
writeFileSync(
  values.out,
  `${JSON.stringify(model, null, 1).replace(/\[\s+([^\]]*?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`,
)
