/** From a few articles that a reader chose, ranks the rest by how likely they belong to the same story. */

import { BACKGROUND_ARTICLES, backgroundCount } from './background.ts'
import type { Features } from './features.ts'
import { bagOf } from './lasting.ts'

export type Proposal = {
  readonly article: number
  /** 1 for what is as like the seeds as they are themselves. */
  readonly score: number
  /** The terms that brought it here, the weightiest first. */
  readonly because: readonly string[]
}

/** Terms of the seeds that count, the weightiest. */
const TERMS = 120
/** Added to every count, so that five seeds prove no more than five seeds can (Robertson and Spärck Jones 1976). */
const DAMP = 1
/** How much the other languages' ways of telling count beside the words themselves, where there are words. */
const BESIDE = 0.6
const LENGTH = 0.5
const SPAN_MARGIN = 60 * 86_400_000
const BECAUSE = 4

/** As much as this many articles of the archive the tables of a language at large count for. */
const PRIOR = 300

/** How common terms are in an archive, counted in a few articles from all over it. */
export type Backdrop = { readonly articles: number; readonly holders: ReadonlyMap<string, number> }

export type Ranking = {
  readonly backdrop?: Backdrop
  /** What is told long before or after the seeds is as good as what is told beside them. */
  readonly anyTime?: boolean
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
  { backdrop = { articles: 0, holders: new Map() }, anyTime = false }: Ranking = {},
): (seeds: readonly Features[], most: number) => readonly Proposal[] {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const postings: number[][] = []
  const numberOf = (term: string): number => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    numbers.set(term, terms.length)
    postings.push([])
    return terms.push(term) - 1
  }
  const beside = collection.some(({ language }) => language !== collection[0]!.language) ? BESIDE : 0
  const held = collection.map((features, at) => {
    const list = termsOf(features, beside).map(([term, weight]): Held => [numberOf(term), weight])
    for (const [term] of list) postings[term]!.push(at)
    return list
  })
  const all = collection.length + BACKGROUND_ARTICLES
  const share = (term: string): number =>
    ((backdrop.holders.get(term) ?? 0) + (PRIOR * usual(term)) / BACKGROUND_ARTICLES) /
    (backdrop.articles + PRIOR)
  const holders = postings.map((list, term) => list.length + BACKGROUND_ARTICLES * share(terms[term]!))
  const rarity = holders.map((count) => Math.log((all + 1) / (count + 0.5)))
  const worth = ([term, weight]: Held): number => weight * rarity[term]!
  // Half way between the length of an article and none at all: long ones hold more, and tell more.
  const lengthOf = (list: readonly Held[]): number =>
    list.reduce((sum, one) => sum + worth(one) ** 2, 1e-9) ** (LENGTH / 2)
  const lengths = held.map(lengthOf)

  function profileOf(seeds: readonly Features[]): [number, number][] {
    const counts = new Map<number, number>()
    for (const seed of seeds)
      for (const [term] of termsOf(seed, beside)) {
        const number = numbers.get(term)
        if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
      }
    return [...counts]
      .map(([term, count]): [number, number] => {
        const others = Math.max(0, holders[term]! - count)
        const odds =
          ((count + DAMP) * (all - others - seeds.length + DAMP)) /
          ((others + DAMP) * (seeds.length - count + DAMP))
        return [term, (Math.max(0, Math.log(odds)) * count) / seeds.length]
      })
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, TERMS)
  }

  return (seeds, most) => {
    const chosen = new Set(seeds.map(({ id }) => id))
    const profile = profileOf(seeds)
    const alive = anyTime ? () => 1 : lifespan(seeds)
    const weights = new Map(profile)
    const scores = new Float64Array(collection.length)
    const touched = new Set(profile.flatMap(([term]) => postings[term]!))
    for (const at of touched)
      for (const one of held[at]!) scores[at]! += (weights.get(one[0]) ?? 0) * worth(one)
    // The seeds themselves score 1 in the mean.
    const best = mean(
      seeds.map((seed) => {
        const list = termsOf(seed, beside).flatMap(([term, weight]): Held[] => {
          const number = numbers.get(term)
          return number === undefined ? [] : [[number, weight]]
        })
        return list.reduce((sum, one) => sum + (weights.get(one[0]) ?? 0) * worth(one), 0) / lengthOf(list)
      }),
    )
    const list: [number, number][] = []
    scores.forEach((score, at) => {
      const { id, time } = collection[at]!
      if (score > 0 && !chosen.has(id)) list.push([at, (score / best / lengths[at]!) * alive(time)])
    })
    return list
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most)
      .map(([at, score]) => ({
        article: collection[at]!.id,
        score,
        because: held[at]!.filter(([term]) => (weights.get(term) ?? 0) > 0 && terms[term]![0] !== '~')
          .sort((a, b) => worth(b) * weights.get(b[0])! - worth(a) * weights.get(a[0])! || a[0] - b[0])
          .slice(0, BECAUSE)
          .map(([term]) => terms[term]!.replace(/^#|^\S+ /, '')),
      }))
  }
}

/** A term's number, and how much an article makes of it. */
type Held = readonly [term: number, weight: number]

/** An article's words, each with its language, and what other languages have in common with it. */
function termsOf(features: Features, beside: number): readonly (readonly [string, number])[] {
  const { terms, weights } = bagOf(features)
  const { language, sounds = [], meanings = [] } = features
  const words = terms.map((term, i) => [`${language} ${term}`, weights[i]!] as const)
  if (beside === 0) return words
  const others = new Set([...sounds.map((sound) => `~${sound}`), ...meanings.map((meaning) => `#${meaning}`)])
  return [...words, ...Array.from(others, (term) => [term, beside] as const)]
}

const mean = (list: readonly number[]): number =>
  list.reduce((sum, one) => sum + one, 1e-9) / Math.max(1, list.length)

/** How many articles of the background hold a term. */
const usual = (term: string): number =>
  term[0] === '~' || term[0] === '#'
    ? 0
    : backgroundCount(term.slice(term.indexOf(' ') + 1), term.slice(0, term.indexOf(' ')))

/** 1 within the span of the seeds and for a while around it, then less with time, but never nothing. */
function lifespan(seeds: readonly Features[]): (time: number) => number {
  const times = seeds.filter(({ dated }) => dated).map(({ time }) => time)
  if (times.length === 0) return () => 1
  const from = Math.min(...times)
  const to = Math.max(...times)
  const margin = SPAN_MARGIN + (to - from) / 4
  return (time) => {
    const outside = Math.max(0, from - time, time - to)
    return outside <= margin ? 1 - 0.3 * (outside / margin) : 0.7 / (1 + (outside - margin) / margin)
  }
}
