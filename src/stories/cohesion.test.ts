import { expect, it } from 'vitest'
import { asOne, bisect, type Comparable } from './cohesion.ts'
import type { Vector } from './vectors.ts'

const unit = (...terms: number[]): Vector => ({
  terms: Uint32Array.from(terms),
  weights: Float32Array.from(terms, () => 1 / Math.sqrt(terms.length)),
})
const member = (id: number, ...terms: number[]): Comparable => ({
  features: { id, whole: true },
  full: unit(...terms),
  names: unit(...terms),
})
const here = [member(1, 1, 2, 3, 4), member(2, 1, 2, 3, 5), member(3, 1, 2, 4, 6)]
const there = [member(4, 10, 20, 30, 40), member(5, 10, 20, 30, 50)]

const title = (id: number, ...terms: number[]): Comparable => ({
  ...member(id, ...terms),
  features: { id, whole: false },
})
const evenly = { whole: 0.6, short: 0.6 }

it('parts a group that is two', () => {
  expect(bisect([...here, ...there], evenly)).toEqual([4, 5])
})
it('leaves a group whole that is one', () => {
  expect(bisect([...here, member(6, 1, 2, 3, 6)], evenly)).toEqual([])
})
it('asks less of titles than of texts', () => {
  const titles = [title(1, 1, 2), title(2, 1, 2), title(3, 3, 4), title(4, 3, 4)]
  expect(bisect(titles, { whole: 0.6, short: 0 })).toEqual([])
  expect(bisect(titles, evenly)).toHaveLength(2)
})
it('lets texts decide whether a group is two, and titles follow', () => {
  const more = member(6, 1, 2, 3, 6)
  const titles = [title(7, 50), title(8, 50)]
  expect(bisect([...here, more, ...titles], evenly)).toEqual([])
  expect(bisect([...here, more, ...there, title(9, 10, 20)], evenly)).toEqual([4, 5, 9])
})
it('knows halves of one from two', () => {
  expect(asOne(here.slice(0, 2), here.slice(2))).toBeGreaterThan(asOne(here, there))
})
