/** From a few articles that a reader chose, ranks the rest by how likely they belong to the same story. */

import type { Features } from './features.ts'
import { bagOf } from './lasting.ts'
import { openDictionary, type Vector } from './vectors.ts'

export type Proposal = {
  readonly article: number
  readonly score: number
  /** The terms that brought it here, the weightiest first. */
  readonly because: readonly string[]
}

/** What the best so far add to the seeds: their words count for little, so that the seeds stay in charge. */
const ECHO_FROM = 25
const ECHO = 0.4
const LEADS = 40

/**
 * Prepares a collection, and gives a function from seeds to the rest of it, best first. The profile is made of what the
 * seeds have in common; the best matches then lend it their own common words (pseudo-relevance feedback).
 */
export function rankFromSeeds(
  collection: readonly Features[],
): (seeds: readonly Features[], most: number) => readonly Proposal[] {
  const dictionary = openDictionary(collection[0]?.language ?? 'und')
  for (const features of collection) dictionary.count(bagOf(features).terms)
  const vectors = collection.map((features) => dictionary.vector(bagOf(features)))
  const postings = new Map<number, number[]>()
  vectors.forEach((vector, at) => {
    for (const term of vector.terms) {
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [at])
      else list.push(at)
    }
  })

  /** A sum of vectors in which terms of several count for more than terms of one. */
  function common(list: readonly Vector[]): Map<number, number> {
    const sums = new Map<number, number>()
    const holders = new Map<number, number>()
    for (const vector of list)
      for (let i = 0; i < vector.terms.length; i++) {
        const term = vector.terms[i]!
        sums.set(term, (sums.get(term) ?? 0) + vector.weights[i]!)
        holders.set(term, (holders.get(term) ?? 0) + 1)
      }
    for (const [term, sum] of sums)
      sums.set(term, (sum / list.length) * Math.sqrt(holders.get(term)! / list.length))
    return sums
  }

  function ranked(profile: ReadonlyMap<number, number>, without: ReadonlySet<number>): [number, number][] {
    const scores = new Float64Array(collection.length)
    const heaviest = [...profile].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LEADS)
    for (const [term, weight] of heaviest)
      for (const at of postings.get(term) ?? []) {
        const vector = vectors[at]!
        scores[at]! += weight * vector.weights[find(vector.terms, term)]!
      }
    const list: [number, number][] = []
    scores.forEach((score, at) => {
      if (score > 0 && !without.has(collection[at]!.id)) list.push([at, score])
    })
    return list.sort((a, b) => b[1] - a[1] || a[0] - b[0])
  }

  return (seeds, most) => {
    const chosen = new Set(seeds.map(({ id }) => id))
    const profile = common(seeds.map((seed) => dictionary.vector(bagOf(seed))))
    const first = ranked(profile, chosen).slice(0, ECHO_FROM)
    const echo = common(first.map(([at]) => vectors[at]!))
    for (const [term, weight] of echo) profile.set(term, (profile.get(term) ?? 0) + ECHO * weight)
    return ranked(profile, chosen)
      .slice(0, most)
      .map(([at, score]) => ({ article: collection[at]!.id, score, because: why(vectors[at]!, profile) }))
  }

  function why(vector: Vector, profile: ReadonlyMap<number, number>): readonly string[] {
    return Array.from(vector.terms, (term, i): [number, number] => [
      term,
      vector.weights[i]! * (profile.get(term) ?? 0),
    ])
      .filter(([, weight]) => weight > 0)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4)
      .map(([term]) => dictionary.termOf(term))
  }
}

/** Binary search; the term is there. */
function find(terms: Uint32Array, term: number): number {
  let low = 0
  let high = terms.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle]! < term) low = middle + 1
    else high = middle
  }
  return low
}
