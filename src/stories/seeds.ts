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
const ECHO = 0.07
const LEADS = 40
const SPAN_MARGIN = 60 * 86_400_000

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

  /** The mean of vectors. */
  function common(list: readonly Vector[]): Map<number, number> {
    const sums = new Map<number, number>()
    for (const vector of list)
      for (let i = 0; i < vector.terms.length; i++) {
        const term = vector.terms[i]!
        sums.set(term, (sums.get(term) ?? 0) + vector.weights[i]!)
      }
    for (const [term, sum] of sums) sums.set(term, sum / list.length)
    return sums
  }

  function ranked(
    profile: ReadonlyMap<number, number>,
    without: ReadonlySet<number>,
    alive: (time: number) => number,
  ): [number, number][] {
    const scores = new Float64Array(collection.length)
    const heaviest = [...profile].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LEADS)
    for (const [term, weight] of heaviest)
      for (const at of postings.get(term) ?? []) {
        const vector = vectors[at]!
        scores[at]! += weight * vector.weights[find(vector.terms, term)]!
      }
    const list: [number, number][] = []
    scores.forEach((score, at) => {
      if (score > 0 && !without.has(collection[at]!.id)) list.push([at, score * alive(collection[at]!.time)])
    })
    return list.sort((a, b) => b[1] - a[1] || a[0] - b[0])
  }

  return (seeds, most) => {
    const chosen = new Set(seeds.map(({ id }) => id))
    const profile = common(seeds.map((seed) => dictionary.vector(bagOf(seed))))
    const alive = lifespan(seeds)
    const first = ranked(profile, chosen, alive).slice(0, ECHO_FROM)
    const echo = common(first.map(([at]) => vectors[at]!))
    for (const [term, weight] of echo) profile.set(term, (profile.get(term) ?? 0) + ECHO * weight)
    return ranked(profile, chosen, alive)
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
