/** From a few articles that a reader chose, ranks the rest by how likely they belong to the same story. */

import { BACKGROUND_ARTICLES } from './background.ts'
import type { Features } from './features.ts'
import { taughtLands } from './lands-taught.ts'
import { drawnByNeighbours } from './seed-neighbours.ts'
import { type Backdrop, seedTerms, shareIn, shownTerm, type Told, toldBy } from './seed-terms.ts'
import { bursts, lifespan } from './seed-times.ts'

export type Proposal = {
  readonly article: number
  /** 1 for what is as like the seeds as they are themselves. */
  readonly score: number
  /** The terms that brought it here, the weightiest first. */
  readonly because: readonly string[]
}

/** Terms of the seeds that count, the weightiest. */
const TERMS = 160
/** Added to every count, so that five seeds prove no more than five seeds can (Robertson and Spärck Jones 1976). */
const DAMP = 1

export type Weighing = {
  /** Powers: of a term's share of the seeds, of its rarity, of an article's length (0 none, 1 all of it). */
  readonly shared: number
  readonly rare: number
  readonly length: number
  /** Who and what make a story together: how much their geometric mean counts beside their sum. */
  readonly together: number
  /** What this share of the seeds has in common is their core. */
  readonly common: number
  /** An article without any of the core keeps exp(-core) of its score. */
  readonly core: number
  /** How much a country counts, and two countries together, beside a word. */
  readonly land: number
  readonly lands: number
  /** How far the likeliest are drawn to what the ones most like them score, 0 to 1. */
  readonly neighbours: number
}

/** Chosen by `scripts/choose-seeds.ts` on generated years of news. */
export const weighed: Weighing = {
  shared: 1,
  rare: 1.5,
  length: 0.5,
  together: 1,
  common: 1,
  core: 0.5,
  land: 1,
  lands: 2,
  neighbours: 0.5,
}

/** Articles whose times tell of bursts, and those that are compared with each other. */
const LIKELIEST = 60
const COMPARED = 250
const BECAUSE = 4

/** As much as this many articles of the archive the tables of a language at large count for. */
const PRIOR = 300

export type Ranking = {
  readonly backdrop?: Backdrop
  /** What is told long before or after the seeds is as good as what is told beside them. */
  readonly anyTime?: boolean
  readonly weighing?: Weighing
}

/**
 * Prepares a collection, and gives a function from seeds to the rest of it, best first. A term weighs as much as it is
 * likelier in the seeds than in the collection; an article scores the weights of the terms it holds, long ones less.
 * A collection that was chosen for its likeness to the seeds needs the archive's backdrop: what it has in common may
 * be common everywhere.
 */
export function rankFromSeeds(
  collection: readonly Features[],
  { backdrop = { articles: 0, holders: new Map() }, anyTime = false, weighing = weighed }: Ranking = {},
): (seeds: readonly Features[], most: number) => readonly Proposal[] {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const postings: number[][] = []
  /** In how many articles a term is of a name. */
  const named: number[] = []
  const numberOf = (term: string): number => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    numbers.set(term, terms.length)
    postings.push([])
    named.push(0)
    return terms.push(term) - 1
  }
  const across = collection.some(({ language }) => language !== collection[0]!.language)
  const bare = collection.map(toldBy)
  const landsIn = taughtLands(bare)
  const held = bare.map((told, at) =>
    seedTerms({ ...told, lands: landsIn(told) }, across).map(({ text, weight, isName }): Held => {
      const number = numberOf(text)
      postings[number]!.push(at)
      if (isName) named[number]!++
      return [number, weight]
    }),
  )
  const all = collection.length + BACKGROUND_ARTICLES
  const holders = postings.map(
    (list, term) => list.length + BACKGROUND_ARTICLES * shareIn(backdrop, terms[term]!, PRIOR),
  )
  const kinds = new Map([
    ['^', weighing.land],
    ['=', weighing.lands],
  ])
  const rarity = holders.map(
    (count, term) =>
      Math.log((all + 1) / (count + 0.5)) ** weighing.rare * (kinds.get(terms[term]![0]!) ?? 1),
  )
  const isName = postings.map((list, term) => named[term]! * 2 > list.length)
  const worth = ([term, weight]: Held): number => weight * rarity[term]!
  // Half way between the length of an article and none at all: long ones hold more, and tell more.
  const lengthOf = (list: readonly Held[]): number =>
    list.reduce((sum, one) => sum + worth(one) ** 2, 1e-9) ** (weighing.length / 2)
  const lengths = held.map(lengthOf)
  const heldBy = (told: Told): readonly Held[] =>
    seedTerms({ ...told, lands: landsIn(told) }, across).flatMap(({ text, weight }): Held[] => {
      const number = numbers.get(text)
      return number === undefined ? [] : [[number, weight]]
    })

  function profileOf(seeds: readonly (readonly Held[])[]): Profile {
    const counts = new Map<number, number>()
    for (const [term] of seeds.flat()) counts.set(term, (counts.get(term) ?? 0) + 1)
    const list = [...counts].map(([term, count]): [number, number] => {
      const others = Math.max(0, holders[term]! - count)
      const odds =
        ((count + DAMP) * (all - others - seeds.length + DAMP)) /
        ((others + DAMP) * (seeds.length - count + DAMP))
      return [term, Math.max(0, Math.log(odds)) * (count / seeds.length) ** weighing.shared]
    })
    const weights = new Map(list.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TERMS))
    const core = new Map<number, number>()
    // All that one seed has, it has in common with itself: that is no core.
    for (const [term, weight] of seeds.length > 1 ? weights : [])
      if (counts.get(term)! >= weighing.common * seeds.length) core.set(term, weight * rarity[term]!)
    return { weights, core, wholeCore: core.values().reduce((sum, weight) => sum + weight, 0) }
  }

  function scoreOf(list: readonly Held[], length: number, { weights, core, wholeCore }: Profile): number {
    let names = 0
    let words = 0
    let common = 0
    for (const one of list) {
      const score = (weights.get(one[0]) ?? 0) * worth(one)
      if (isName[one[0]]) names += score
      else words += score
      common += core.get(one[0]) ?? 0
    }
    const missing = wholeCore === 0 ? 0 : 1 - common / wholeCore
    const both = 2 * weighing.together * Math.sqrt(names * words)
    return ((names + words + both) / length) * Math.exp(-weighing.core * missing)
  }

  return (seeds, most) => {
    const chosen = new Set(seeds.map(({ id }) => id))
    const own = seeds.map((seed) => heldBy(toldBy(seed)))
    const profile = profileOf(own)
    // The seeds themselves score 1 in the mean.
    const best = mean(own.map((list) => scoreOf(list, lengthOf(list), profile)))
    const alive = anyTime ? () => 1 : lifespan(seeds)
    const touched = new Set<number>()
    for (const term of profile.weights.keys()) for (const at of postings[term]!) touched.add(at)
    const found: [at: number, score: number][] = []
    for (const at of touched) {
      const { id, time } = collection[at]!
      if (chosen.has(id)) continue
      const score = (scoreOf(held[at]!, lengths[at]!, profile) / best) * alive(time)
      if (score > 0) found.push([at, score])
    }
    const byScore = (a: readonly [number, number], b: readonly [number, number]) => b[1] - a[1] || a[0] - b[0]
    found.sort(byScore)
    if (!anyTime && found.length > 0) {
      const top = found[0]![1]
      const lift = bursts([
        ...found.slice(0, LIKELIEST).map(([at, score]) => ({ ...collection[at]!, weight: score / top })),
        ...seeds.map((seed) => ({ ...seed, weight: 1 })),
      ])
      for (const one of found) one[1] *= collection[one[0]]!.dated ? lift(collection[one[0]]!.time) : 1
      found.sort(byScore)
      const compared = weighing.neighbours > 0 ? found.slice(0, COMPARED) : []
      const drawn = drawnByNeighbours(
        compared.map(([at, score]) => {
          const { time, dated } = collection[at]!
          return { time, dated, score, terms: held[at]!.map((one) => [one[0], worth(one)] as const) }
        }),
        weighing.neighbours,
      )
      for (const [n, one] of compared.entries()) one[1] = drawn[n]!
      found.sort(byScore)
    }
    return found.slice(0, most).map(([at, score]) => {
      const shared = held[at]!.filter(([term]) => profile.weights.has(term))
        .map((one) => [one[0], worth(one) * profile.weights.get(one[0])!] as const)
        .sort(byScore)
      const { id, language } = collection[at]!
      const because = shared.flatMap(([term]) => shownTerm(terms[term]!, language) ?? [])
      return { article: id, score, because: because.slice(0, BECAUSE) }
    })
  }
}

/** A term's number, and how much it counts. */
type Held = readonly [term: number, weight: number]

type Profile = {
  readonly weights: ReadonlyMap<number, number>
  /** What nearly all seeds have in common. */
  readonly core: ReadonlyMap<number, number>
  readonly wholeCore: number
}

const mean = (list: readonly number[]): number =>
  list.reduce((sum, one) => sum + one, 1e-9) / Math.max(1, list.length)
