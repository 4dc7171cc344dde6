/** Sparse vectors over a shared, recycling dictionary of terms that also counts how many articles hold each. */

import { BACKGROUND_ARTICLES, backgroundCount } from './background.ts'
import type { Bag } from './features.ts'

/** Term numbers ascending, and their weights, of length 1 unless empty. */
export type Vector = { readonly terms: Uint32Array; readonly weights: Float32Array }

export const nothing: Vector = { terms: new Uint32Array(0), weights: new Float32Array(0) }

export type Dictionary = {
  /** Counts one article's distinct terms in, and gives their numbers. */
  readonly count: (terms: readonly string[]) => void
  /** Takes one article's terms out; terms that nobody holds give their number back. */
  readonly uncount: (terms: Uint32Array) => void
  readonly numberOf: (term: string) => number | undefined
  readonly termOf: (number: number) => string
  readonly holders: (number: number) => number
  /** How telling a term is: the logarithm of articles over holders, background and live ones together. */
  readonly telling: (number: number) => number
  /** A unit vector of a bag's known terms, or those that `counts` lets pass, each weighted by how telling it is. */
  readonly vector: (bag: Bag, counts?: (number: number) => boolean) => Vector
  readonly size: () => number
}

/** Counts in the live window weigh this much beside the background's, so that today's common names count as such. */
const LIVE = 1

/** Opens an empty dictionary for one language. */
export function openDictionary(language: string): Dictionary {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const live: number[] = []
  const background: number[] = []
  const free: number[] = []
  let articles = 0

  const telling = (number: number): number =>
    Math.log((BACKGROUND_ARTICLES + LIVE * articles + 1) / (background[number]! + LIVE * live[number]! + 0.5))

  return {
    count(list) {
      articles++
      for (const term of list) {
        const known = numbers.get(term)
        if (known !== undefined) {
          live[known]!++
          continue
        }
        const number = free.pop() ?? terms.length
        terms[number] = term
        live[number] = 1
        background[number] = backgroundCount(term, language)
        numbers.set(term, number)
      }
    },
    uncount(list) {
      articles--
      for (const number of list) {
        const left = live[number]! - 1
        live[number] = left
        if (left > 0) continue
        numbers.delete(terms[number]!)
        terms[number] = ''
        free.push(number)
      }
    },
    numberOf: (term) => numbers.get(term),
    termOf: (number) => terms[number] ?? '',
    holders: (number) => live[number] ?? 0,
    telling,
    vector(bag, counts) {
      const list: [number, number][] = []
      let square = 0
      for (let i = 0; i < bag.terms.length; i++) {
        const number = numbers.get(bag.terms[i]!)
        if (number === undefined || counts?.(number) === false) continue
        const weight = bag.weights[i]! * Math.max(0.05, telling(number))
        square += weight * weight
        list.push([number, weight])
      }
      if (list.length === 0) return nothing
      list.sort((a, b) => a[0] - b[0])
      const length = Math.sqrt(square)
      const vector = { terms: new Uint32Array(list.length), weights: new Float32Array(list.length) }
      for (let i = 0; i < list.length; i++) {
        vector.terms[i] = list[i]![0]
        vector.weights[i] = list[i]![1] / length
      }
      return vector
    },
    size: () => numbers.size,
  }
}

/** The cosine of two unit vectors, 0 to 1. */
export function cosine(a: Vector, b: Vector): number {
  let i = 0
  let k = 0
  let sum = 0
  const { terms: left, weights: leftWeights } = a
  const { terms: right, weights: rightWeights } = b
  while (i < left.length && k < right.length) {
    const gap = left[i]! - right[k]!
    if (gap === 0) sum += leftWeights[i++]! * rightWeights[k++]!
    else if (gap < 0) i++
    else k++
  }
  return sum
}

/** What two vectors share: their cosine, what is left of it without its heaviest term, and the shared terms' worth. */
export type Overlap = { cosine: number; rest: number; worth: number }

/** Fills `into`. `telling` values a term; the worth is the sum of its squares over the shared terms. */
export function overlap(a: Vector, b: Vector, telling: (term: number) => number, into: Overlap): Overlap {
  let i = 0
  let k = 0
  let sum = 0
  let top = 0
  let worth = 0
  const { terms: left, weights: leftWeights } = a
  const { terms: right, weights: rightWeights } = b
  while (i < left.length && k < right.length) {
    const gap = left[i]! - right[k]!
    if (gap === 0) {
      const part = leftWeights[i]! * rightWeights[k]!
      const value = telling(left[i]!)
      sum += part
      worth += value * value
      if (part > top) top = part
      i++
      k++
    } else if (gap < 0) i++
    else k++
  }
  into.cosine = sum
  into.rest = sum - top
  into.worth = worth
  return into
}

/** How much of `a`, by squared weight, `b` holds too, 0 to 1. */
export function covered(a: Vector, b: Vector): number {
  let i = 0
  let k = 0
  let sum = 0
  while (i < a.terms.length && k < b.terms.length) {
    const gap = a.terms[i]! - b.terms[k]!
    if (gap === 0) {
      sum += a.weights[i]! * a.weights[i]!
      i++
      k++
    } else if (gap < 0) i++
    else k++
  }
  return sum
}

/** The terms two vectors share, the heaviest first. */
export function sharedTerms(a: Vector, b: Vector, most: number): readonly number[] {
  const list: [number, number][] = []
  let i = 0
  let k = 0
  while (i < a.terms.length && k < b.terms.length) {
    const gap = a.terms[i]! - b.terms[k]!
    if (gap === 0) list.push([a.terms[i]!, a.weights[i++]! * b.weights[k++]!])
    else if (gap < 0) i++
    else k++
  }
  return list
    .sort((x, y) => y[1] - x[1])
    .slice(0, most)
    .map(([term]) => term)
}

/** A sum of vectors that can take members in and out, and be compared. */
export type Centre = {
  readonly add: (vector: Vector) => void
  readonly remove: (vector: Vector) => void
  /** Dot product with a unit vector: over the number of members, the mean cosine with them all. */
  readonly dot: (vector: Vector) => number
  readonly length: () => number
  /** How much of the centre's heaviest terms, by squared weight, a vector holds, 0 to 1. */
  readonly coreIn: (vector: Vector) => number
  /** How much of a vector, by squared weight, some member holds, 0 to 1. */
  readonly holds: (vector: Vector) => number
  readonly size: () => number
}

const CENTRE_TERMS = 160

/** A centre keeps its heaviest terms only, so that a long episode costs no more than a short one. */
export function openCentre(): Centre {
  const sum = new Map<number, number>()
  let square = 0
  let core: { readonly terms: ReadonlyMap<number, number>; readonly square: number } | undefined
  const change = (term: number, by: number) => {
    const old = sum.get(term) ?? 0
    const next = old + by
    square += next * next - old * old
    if (next > 1e-6) sum.set(term, next)
    else {
      square -= next * next
      sum.delete(term)
    }
  }
  return {
    add(vector) {
      core = undefined
      for (let i = 0; i < vector.terms.length; i++) change(vector.terms[i]!, vector.weights[i]!)
      if (sum.size <= CENTRE_TERMS * 2) return
      const lightest = [...sum].sort((a, b) => a[1] - b[1]).slice(0, sum.size - CENTRE_TERMS)
      for (const [term, weight] of lightest) change(term, -weight)
    },
    remove(vector) {
      core = undefined
      for (let i = 0; i < vector.terms.length; i++)
        if (sum.has(vector.terms[i]!)) change(vector.terms[i]!, -vector.weights[i]!)
    },
    dot(vector) {
      let dot = 0
      for (let i = 0; i < vector.terms.length; i++) {
        const weight = sum.get(vector.terms[i]!)
        if (weight !== undefined) dot += weight * vector.weights[i]!
      }
      return dot
    },
    coreIn(vector) {
      core ??= heart(sum)
      let held = 0
      for (const term of vector.terms) held += core.terms.get(term) ?? 0
      return core.square === 0 ? 0 : held / core.square
    },
    holds(vector) {
      let held = 0
      for (let i = 0; i < vector.terms.length; i++)
        if (sum.has(vector.terms[i]!)) held += vector.weights[i]! * vector.weights[i]!
      return held
    },
    length: () => Math.sqrt(Math.max(square, 1e-9)),
    size: () => sum.size,
  }
}

const CORE_TERMS = 12

/** The heaviest terms of a sum, with their squared weights. */
function heart(sum: ReadonlyMap<number, number>) {
  const heaviest: [number, number][] = []
  for (const [term, weight] of sum) {
    if (heaviest.length === CORE_TERMS && weight <= heaviest[CORE_TERMS - 1]![1]) continue
    let at = heaviest.length
    while (at > 0 && heaviest[at - 1]![1] < weight) at--
    heaviest.splice(at, 0, [term, weight])
    if (heaviest.length > CORE_TERMS) heaviest.pop()
  }
  let square = 0
  const terms = new Map<number, number>()
  for (const [term, weight] of heaviest) {
    terms.set(term, weight * weight)
    square += weight * weight
  }
  return { terms, square }
}
