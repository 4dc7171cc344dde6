/** From a few articles that a reader chose, ranks the rest by how likely they belong to the same story. */

import { BACKGROUND_ARTICLES, backgroundCount } from './background.ts'
import type { Features } from './features.ts'
import { bagOf } from './lasting.ts'
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
}

/** Chosen by `scripts/choose-seeds.ts` on generated years of news. */
export const weighed: Weighing = {
  shared: 1,
  rare: 2,
  length: 0.5,
  together: 1,
  common: 1,
  core: 0.5,
}

/** How much the other languages' ways of telling count beside the words themselves, where there are words. */
const BESIDE = 0.6
/** Articles whose times tell of bursts. */
const LIKELIEST = 60
const BECAUSE = 4

/** As much as this many articles of the archive the tables of a language at large count for. */
const PRIOR = 300

/** How common terms are in an archive, counted in a few articles from all over it. */
export type Backdrop = { readonly articles: number; readonly holders: ReadonlyMap<string, number> }

export type Ranking = {
  readonly backdrop?: Backdrop
  /** What is told long before or after the seeds is as good as what is told beside them. */
  readonly anyTime?: boolean
  readonly weighing?: Weighing
}

export function backdropOf(articles: readonly Features[]): Backdrop {
  const holders = new Map<string, number>()
  for (const features of articles)
    for (const [term] of termsOf(features, BESIDE)) holders.set(term, (holders.get(term) ?? 0) + 1)
  return { articles: articles.length, holders }
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
  const beside = collection.some(({ language }) => language !== collection[0]!.language) ? BESIDE : 0
  const held = collection.map((features, at) =>
    termsOf(features, beside).map(([term, weight, isName]): Held => {
      const number = numberOf(term)
      postings[number]!.push(at)
      if (isName) named[number]!++
      return [number, weight]
    }),
  )
  const all = collection.length + BACKGROUND_ARTICLES
  const share = (term: string): number =>
    ((backdrop.holders.get(term) ?? 0) + (PRIOR * usual(term)) / BACKGROUND_ARTICLES) /
    (backdrop.articles + PRIOR)
  const holders = postings.map((list, term) => list.length + BACKGROUND_ARTICLES * share(terms[term]!))
  const rarity = holders.map((count) => Math.log((all + 1) / (count + 0.5)) ** weighing.rare)
  const isName = postings.map((list, term) => named[term]! * 2 > list.length)
  const worth = ([term, weight]: Held): number => weight * rarity[term]!
  // Half way between the length of an article and none at all: long ones hold more, and tell more.
  const lengthOf = (list: readonly Held[]): number =>
    list.reduce((sum, one) => sum + worth(one) ** 2, 1e-9) ** (weighing.length / 2)
  const lengths = held.map(lengthOf)
  const heldBy = (features: Features): readonly Held[] =>
    termsOf(features, beside).flatMap(([term, weight]): Held[] => {
      const number = numbers.get(term)
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
    const own = seeds.map(heldBy)
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
    }
    return found.slice(0, most).map(([at, score]) => ({
      article: collection[at]!.id,
      score,
      because: held[at]!.filter(([term]) => profile.weights.has(term) && terms[term]![0] !== '~')
        .map((one) => [one[0], worth(one) * profile.weights.get(one[0])!] as const)
        .sort(byScore)
        .slice(0, BECAUSE)
        .map(([term]) => terms[term]!.replace(/^#|^\S+ /, '')),
    }))
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

/** An article's words, each with its language, and what other languages have in common with it; and which are of names. */
function termsOf(
  features: Features,
  beside: number,
): readonly (readonly [term: string, weight: number, isName: boolean])[] {
  const { language, sounds = [], meanings = [] } = features
  const names = new Set(features.names.terms)
  // How often and how early a word stands tells less than that it is there.
  const words = bagOf(features).terms.map((term) => [`${language} ${term}`, 1, names.has(term)] as const)
  if (beside === 0) return words
  return [
    ...words,
    ...Array.from(new Set(sounds), (sound) => [`~${sound}`, beside, true] as const),
    ...Array.from(new Set(meanings), (meaning) => [`#${meaning}`, beside, false] as const),
  ]
}

const mean = (list: readonly number[]): number =>
  list.reduce((sum, one) => sum + one, 1e-9) / Math.max(1, list.length)

/** How many articles of the background hold a term. */
const usual = (term: string): number =>
  term[0] === '~' || term[0] === '#'
    ? 0
    : backgroundCount(term.slice(term.indexOf(' ') + 1), term.slice(0, term.indexOf(' ')))
