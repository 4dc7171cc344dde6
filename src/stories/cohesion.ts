/** How well a group of articles holds together: whether two groups are one, and whether one is two. */

import { cosine, type Vector } from './vectors.ts'

export type Comparable = {
  readonly features: { readonly id: number; readonly whole: boolean }
  readonly full: Vector
  readonly names: Vector
}

/** Members looked at: the first and the last ones, evenly. */
const LOOKED_AT = 16
/** A group of fewer is not divided. */
const LEAST_MEMBERS = 4
/** A few pairs of ordinary likeness are mixed in, so that two near-copies don't close a group to others. */
const USUAL_PAIRS = 3
const USUAL_LIKENESS = 0.35

/** The mean of a sum over pairs, drawn toward the usual where there are few. */
export const meanOfPairs = (sum: number, pairs: number): number =>
  (sum + USUAL_PAIRS * USUAL_LIKENESS) / (pairs + USUAL_PAIRS)

const likeness = (a: Comparable, b: Comparable): number => cosine(a.full, b.full) + cosine(a.names, b.names)

/** Likeness across two groups over likeness inside the looser one: about 1 where they are one group. */
export function asOne(a: readonly Comparable[], b: readonly Comparable[]): number {
  const left = thinned(a)
  const right = thinned(b)
  let cross = 0
  for (const one of left) for (const other of right) cross += likeness(one, other)
  cross /= Math.max(1, left.length * right.length)
  return cross / Math.min(inside(left), inside(right))
}

/** The least likeness across that keeps a group one: of texts, and of a group that has hardly any. */
export type Division = { readonly whole: number; readonly short: number }

/**
 * The ids of the smaller part of a group that is really two, or none. It is two where its best division has less than
 * `least` of the looser part's inner likeness left across. A title alone is less like a text than texts are like each
 * other, whatever they tell of: where there are texts enough, they decide, and titles follow.
 */
export function bisect(group: readonly Comparable[], least: Division): readonly number[] {
  const texts = group.filter((one) => one.features.whole)
  const byTexts = texts.length >= LEAST_MEMBERS
  const list = thinned(byTexts ? texts : group)
  const count = list.length
  if (count < LEAST_MEMBERS) return []
  const table = list.map((a) => list.map((b) => (a === b ? 0 : likeness(a, b))))
  let seeds: readonly [number, number] = [0, 1]
  for (let i = 0; i < count; i++)
    for (let k = i + 1; k < count; k++) if (table[i]![k]! < table[seeds[0]]![seeds[1]]!) seeds = [i, k]
  let side = list.map((_, i) =>
    i === seeds[0] ? 0 : i === seeds[1] ? 1 : table[i]![seeds[0]]! >= table[i]![seeds[1]]! ? 0 : 1,
  )
  const toward = (i: number, which: number, sides: readonly number[]) => {
    let sum = 0
    let others = 0
    sides.forEach((of, k) => {
      if (of !== which || k === i) return
      sum += table[i]![k]!
      others++
    })
    return others === 0 ? 0 : sum / others
  }
  for (let round = 0; round < 4; round++)
    side = side.map((_, i) => (toward(i, 0, side) >= toward(i, 1, side) ? 0 : 1))
  const parts = [0, 1].map((which) => list.filter((_, i) => side[i] === which))
  if (
    parts.some((part) => part.length < 2) ||
    asOne(parts[0]!, parts[1]!) >= least[byTexts ? 'whole' : 'short']
  )
    return []
  // Those not looked at go with the side they are nearer to.
  const [keep, gone] = parts[0]!.length >= parts[1]!.length ? [parts[0]!, parts[1]!] : [parts[1]!, parts[0]!]
  const looked = new Set(list)
  const mean = (one: Comparable, part: readonly Comparable[]) =>
    part.reduce((sum, other) => sum + likeness(one, other), 0) / part.length
  const rest = group.filter((one) => !looked.has(one) && mean(one, gone) > mean(one, keep))
  return [...gone, ...rest].map((one) => one.features.id)
}

function inside(group: readonly Comparable[]): number {
  let sum = 0
  for (let i = 0; i < group.length; i++)
    for (let k = i + 1; k < group.length; k++) sum += likeness(group[i]!, group[k]!)
  const pairs = (group.length * (group.length - 1)) / 2
  // Likeness is a sum of two cosines here, so the usual counts twice.
  return meanOfPairs(sum / 2, pairs) * 2
}

function thinned<T>(list: readonly T[]): readonly T[] {
  if (list.length <= LOOKED_AT) return list
  return Array.from(
    { length: LOOKED_AT },
    (_, i) => list[Math.floor((i * (list.length - 1)) / (LOOKED_AT - 1))]!,
  )
}
