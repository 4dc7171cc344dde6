/** The sum of an episode's vectors, as two sorted arrays: members go in and out, and others are compared with it. */

import { nothing, type Vector } from './vectors.ts'

export type Centre = {
  readonly add: (vector: Vector) => void
  readonly remove: (vector: Vector) => void
  /** The summed terms and weights; not of unit length. */
  readonly sum: () => Vector
  readonly length: () => number
}

const CENTRE_TERMS = 160
const LEAST = 1e-6

/** A centre keeps its heaviest terms only, so that a long episode costs no more than a short one. */
export function openCentre(): Centre {
  // A centre of one shares its member's arrays, and most episodes have but one.
  let sum = nothing
  let square = 0
  const set = (next: Vector) => {
    sum = next
    square = 0
    for (const weight of next.weights) square += weight * weight
  }
  return {
    add(vector) {
      const whole = sum.terms.length === 0 ? vector : merged(sum, vector, 1)
      set(whole.terms.length > CENTRE_TERMS * 2 ? heaviest(whole, CENTRE_TERMS) : whole)
    },
    remove: (vector) => set(merged(sum, vector, -1)),
    sum: () => sum,
    length: () => Math.sqrt(Math.max(square, 1e-9)),
  }
}

/** `a` plus `by` times `b`; taken out, a term that `a` has let go of stays away. */
function merged(a: Vector, b: Vector, by: 1 | -1): Vector {
  const terms: number[] = []
  const weights: number[] = []
  let i = 0
  let k = 0
  while (i < a.terms.length || k < b.terms.length) {
    const left = a.terms[i] ?? Number.POSITIVE_INFINITY
    const right = b.terms[k] ?? Number.POSITIVE_INFINITY
    const term = Math.min(left, right)
    const mine = left === term ? a.weights[i++]! : 0
    const theirs = right === term ? b.weights[k++]! * by : 0
    if (mine + theirs <= LEAST) continue
    terms.push(term)
    weights.push(mine + theirs)
  }
  return { terms: Uint32Array.from(terms), weights: Float32Array.from(weights) }
}

function heaviest(vector: Vector, most: number): Vector {
  const least = vector.weights.slice().sort()[vector.weights.length - most]!
  const kept = [...vector.weights.keys()].filter((at) => vector.weights[at]! >= least)
  return {
    terms: Uint32Array.from(kept, (at) => vector.terms[at]!),
    weights: Float32Array.from(kept, (at) => vector.weights[at]!),
  }
}
