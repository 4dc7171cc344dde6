/** Sparse vectors over a shared, recycling dictionary of terms that also counts how many articles hold each. */

import { BACKGROUND_ARTICLES, backgroundCount } from './background.ts'
import type { Bag } from './features.ts'

/** Term numbers ascending, and their weights, of length 1 unless empty. */
export type Vector = { readonly terms: Uint32Array; readonly weights: Float32Array }

/** A vector some of whose terms are marked: a bit for each place, and the length of the marked part alone. */
export type Marked = Vector & { readonly marks: Uint32Array; readonly markedLength: number }

export const isMarked = (marks: Uint32Array, at: number): boolean =>
  ((marks[at >>> 5]! >>> (at & 31)) & 1) === 1

export const nothing: Vector = { terms: new Uint32Array(0), weights: new Float32Array(0) }

export type Dictionary = {
  /** Counts one article's distinct terms in, and gives their numbers. */
  readonly count: (terms: readonly string[]) => void
  /** Takes one article's terms out; terms that nobody holds give their number back. */
  readonly uncount: (terms: Uint32Array) => void
  readonly numberOf: (term: string) => number | undefined
  readonly termOf: (number: number) => string
  readonly holders: (number: number) => number
  /** A number below 2^20 that a term has whatever its own number, which differs after a restart. */
  readonly lot: (number: number) => number
  /** How telling a term is: the logarithm of articles over holders, background and live ones together. */
  readonly telling: (number: number) => number
  /** A unit vector of a bag's known terms, or those that `counts` lets pass, each weighted by how telling it is. */
  readonly vector: (bag: Bag, counts?: (number: number) => boolean) => Vector
  /** The same with some places of the bag marked; all where none are given. */
  readonly marked: (
    bag: Bag,
    places: readonly number[] | undefined,
    counts?: (number: number) => boolean,
  ) => Marked
  readonly size: () => number
  /** All term numbers lie below. */
  readonly capacity: () => number
}

/** More places than a bag has terms. */
const PLACES = 65_536

/**
 * Opens an empty dictionary for one language. `live`: what an article counted in weighs beside one of the background,
 * so that names common today count as common.
 */
export function openDictionary(language: string, live = 1): Dictionary {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const counted: number[] = []
  const background: number[] = []
  const lots: number[] = []
  const free: number[] = []
  let articles = 0

  const telling = (number: number): number =>
    Math.log(
      (BACKGROUND_ARTICLES + live * articles + 1) / (background[number]! + live * counted[number]! + 0.5),
    )

  /** A bag's vector, and its terms in order, each with its place in the bag as the remainder by PLACES. */
  function laidOut(bag: Bag, counts?: (number: number) => boolean): { vector: Vector; sorted: Float64Array } {
    const order = new Float64Array(bag.terms.length)
    let count = 0
    const weights = new Float64Array(bag.terms.length)
    let square = 0
    for (let i = 0; i < bag.terms.length; i++) {
      const number = numbers.get(bag.terms[i]!)
      if (number === undefined || counts?.(number) === false) continue
      const weight = bag.weights[i]! * Math.max(0.05, telling(number))
      square += weight * weight
      weights[i] = weight
      order[count++] = number * PLACES + i
    }
    // Numbers sort far faster than pairs do, and this is done six times an article.
    const sorted = order.subarray(0, count).sort()
    if (count === 0) return { vector: nothing, sorted }
    const length = Math.sqrt(square)
    const vector = { terms: new Uint32Array(sorted.length), weights: new Float32Array(sorted.length) }
    for (let k = 0; k < sorted.length; k++) {
      vector.terms[k] = Math.floor(sorted[k]! / PLACES)
      vector.weights[k] = weights[sorted[k]! % PLACES]! / length
    }
    return { vector, sorted }
  }

  return {
    count(list) {
      articles++
      for (const term of list) {
        const known = numbers.get(term)
        if (known !== undefined) {
          counted[known]!++
          continue
        }
        const number = free.pop() ?? terms.length
        terms[number] = term
        counted[number] = 1
        background[number] = backgroundCount(term, language)
        lots[number] = lotOf(term)
        numbers.set(term, number)
      }
    },
    uncount(list) {
      articles--
      for (const number of list) {
        const left = counted[number]! - 1
        counted[number] = left
        if (left > 0) continue
        numbers.delete(terms[number]!)
        terms[number] = ''
        free.push(number)
      }
    },
    numberOf: (term) => numbers.get(term),
    termOf: (number) => terms[number] ?? '',
    holders: (number) => counted[number] ?? 0,
    lot: (number) => lots[number] ?? 0,
    telling,
    vector: (bag, counts) => laidOut(bag, counts).vector,
    marked(bag, places, counts) {
      const { vector, sorted } = laidOut(bag, counts)
      const { terms, weights } = vector
      const marks = new Uint32Array((terms.length + 31) >>> 5)
      const isGiven = new Uint8Array(bag.terms.length)
      if (places === undefined) isGiven.fill(1)
      else for (const place of places) isGiven[place] = 1
      let square = 0
      for (let k = 0; k < terms.length; k++) {
        if (isGiven[sorted[k]! % PLACES] === 0) continue
        marks[k >>> 5]! |= 1 << (k & 31)
        square += weights[k]! ** 2
      }
      return { terms, weights, marks, markedLength: Math.sqrt(square) }
    },
    size: () => numbers.size,
    capacity: () => terms.length,
  }
}

/** FNV-1a, folded to 20 bits. */
function lotOf(term: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 20)) & 0xfffff
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
