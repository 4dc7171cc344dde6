import { expect, it } from 'vitest'
import { asOne, bisect, type Comparable } from './cohesion.ts'
import type { Vector } from './vectors.ts'

const unit = (...terms: number[]): Vector => ({
  terms: Uint32Array.from(terms),
  weights: Float32Array.from(terms, () => 1 / Math.sqrt(terms.length)),
})
const member = (id: number, ...terms: number[]): Comparable => ({
  features: { id },
  full: unit(...terms),
  names: unit(...terms),
})
const here = [member(1, 1, 2, 3, 4), member(2, 1, 2, 3, 5), member(3, 1, 2, 4, 6)]
const there = [member(4, 10, 20, 30, 40), member(5, 10, 20, 30, 50)]

it('parts a group that is two', () => {
  expect(bisect([...here, ...there], 0.6)).toEqual([4, 5])
})
it('leaves a group whole that is one', () => {
  expect(bisect([...here, member(6, 1, 2, 3, 6)], 0.6)).toEqual([])
})
it('knows halves of one from two', () => {
  expect(asOne(here.slice(0, 2), here.slice(2))).toBeGreaterThan(asOne(here, there))
})
