/** Chooses how ranking from seeds weighs, on generated years of news: `npx node scripts/choose-seeds.ts`. */

import { type Features, features } from '../src/stories/features.ts'
import { rankFromSeeds, type Weighing } from '../src/stories/seeds.ts'
import { type DenseMix, generatedDense } from './generated-dense.ts'
import { realLands } from './generated-lands.ts'
import { generatedLong, type LongMade, type LongMix } from './generated-long.ts'
import { random } from './generated-stream.ts'

/** News says where it is and what it is about: in four of five stories nearly every article does. */
const anchored = 0.8
const mixes: readonly LongMix[] = [
  { articles: 3000, years: 12, length: [14, 50], singles: 0.8, beats: 20, topics: 25, own: 0.5, anchored },
  { articles: 3000, years: 8, length: [30, 120], singles: 0.85, beats: 15, topics: 25, own: 0.35, anchored },
  { articles: 4000, years: 15, length: [14, 40], singles: 0.85, beats: 12, topics: 12, own: 0.2, anchored },
]
/** News of countries that there are, so that it can be known which places are of one. */
const dense: readonly DenseMix[] = [
  { items: 5000, years: 6, countries: 60, length: [14, 45], wide: 5 },
  { items: 5000, years: 12, countries: 90, length: [10, 30], wide: 5 },
  { items: 8000, years: 12, countries: 90, length: [10, 30], wide: 8 },
]
const tried: { readonly [what in keyof Weighing]: readonly number[] } = {
  together: [0, 1, 2],
  core: [0, 0.25, 0.5, 0.75],
  common: [0.6, 0.8, 1],
  shared: [0.5, 0.75, 1],
  rare: [1, 1.5, 2],
  length: [0.3, 0.5, 0.7],
  land: [0, 1, 2, 3],
  lands: [0, 1, 2],
  neighbours: [0, 0.25, 0.5],
}
/** Ranking with neither core, togetherness, countries nor neighbours, as Robertson and Spärck Jones have it. */
const plain: Weighing = {
  together: 0,
  core: 0,
  common: 0.8,
  shared: 1,
  rare: 1,
  length: 0.5,
  land: 0,
  lands: 0,
  neighbours: 0,
}
/** Over some two hundred stories less than this is chance; what gains less stays as it is. */
const GAIN = 0.001
const SEEDS = 5
const FEWEST = 10
/** Stories asked for of a stream. */
const MOST = 40

type Asked = { readonly seeds: readonly Features[]; readonly wanted: ReadonlySet<number> }
type Stream = { readonly all: readonly Features[]; readonly asked: readonly Asked[] }

function streamOf(made: readonly LongMade[], seed: number): Stream {
  const next = random(seed)
  const all = made.map(({ id, text, published }) =>
    features({ id, title: '', text, language: 'en', published, seen: published, names: [] }),
  )
  const stories = [...Map.groupBy(made, ({ story }) => story).values()].filter(
    ({ length }) => length >= FEWEST,
  )
  const asked = stories.slice(0, MOST).map((list): Asked => {
    const drawn = list.map(({ id }) => ({ id, at: next() })).sort((a, b) => a.at - b.at)
    const ids = drawn.map(({ id }) => id)
    return { seeds: ids.slice(0, SEEDS).map((id) => all[id]!), wanted: new Set(ids.slice(SEEDS)) }
  })
  return { all, asked }
}

/** Mean average precision over the stories of a stream. */
function precisionOf({ all, asked }: Stream, weighing: Weighing): number {
  const rank = rankFromSeeds(all, { weighing })
  let sum = 0
  for (const { seeds, wanted } of asked) {
    let hits = 0
    for (const [at, { article }] of rank(seeds, 1000).entries())
      if (wanted.has(article)) sum += ++hits / (at + 1) / wanted.size
  }
  return sum / asked.length
}

const streams = [
  ...mixes.map((mix, n) => streamOf(generatedLong(20 + n, mix), 20 + n)),
  ...dense.map((mix, n) => {
    const lands = realLands(random(40 + n), mix.countries)
    return streamOf(generatedDense(40 + n, { ...mix, lands }), 40 + n)
  }),
]
const tryOut = (weighing: Weighing): number =>
  streams.reduce((sum, stream) => sum + precisionOf(stream, weighing), 0) / streams.length

let best = plain
let most = tryOut(best)
console.log(`plain: ${most.toFixed(4)}`)
for (let round = 0; round < 2; round++)
  for (const what of Object.keys(tried) as (keyof Weighing)[]) {
    const others = tried[what]
      .filter((value) => value !== best[what])
      .map((value) => ({ value, precision: tryOut({ ...best, [what]: value }) }))
      .sort((a, b) => b.precision - a.precision)
    console.log(what, others.map(({ value, precision }) => `${value}: ${precision.toFixed(4)}`).join(', '))
    const [first] = others
    if (first && first.precision >= most + GAIN)
      [best, most] = [{ ...best, [what]: first.value }, first.precision]
  }
console.log(`chosen: ${JSON.stringify(best)}, mean average precision ${most.toFixed(4)}`)
