import { expect, it } from 'vitest'
import { openCentre } from './centre.ts'
import type { Vector } from './vectors.ts'

const vector = (...terms: (readonly [number, number])[]): Vector => ({
  terms: Uint32Array.from(terms, ([term]) => term),
  weights: Float32Array.from(terms, ([, weight]) => weight),
})
const shown = ({ terms, weights }: Vector) => Array.from(terms, (term, i) => [term, weights[i]])

it('sums vectors and takes them out again', () => {
  const centre = openCentre()
  centre.add(vector([1, 0.5], [4, 0.25]))
  centre.add(vector([2, 0.5], [4, 0.25]))
  expect(shown(centre.sum())).toEqual([
    [1, 0.5],
    [2, 0.5],
    [4, 0.5],
  ])
  expect(centre.length()).toBeCloseTo(Math.sqrt(0.75))
  centre.remove(vector([1, 0.5], [4, 0.25]))
  expect(shown(centre.sum())).toEqual([
    [2, 0.5],
    [4, 0.25],
  ])
})
it('keeps the heaviest terms of many, and lets go of the rest for good', () => {
  const centre = openCentre()
  const light = vector(...Array.from({ length: 400 }, (_, i): [number, number] => [i + 10, 0.001 * (i + 1)]))
  centre.add(vector([1, 1]))
  centre.add(light)
  const kept = centre.sum()
  expect(kept.terms.length).toBeLessThan(200)
  expect(kept.terms[0]).toBe(1)
  expect(kept.terms.at(-1)).toBe(409)
  centre.remove(light)
  expect(shown(centre.sum())).toEqual([[1, 1]])
})
