import { expect, test } from 'vitest'
import { drawnByNeighbours } from './seed-neighbours.ts'

const DAY = 86_400_000
const article = (score: number, terms: readonly number[], day = 0, dated = true) => ({
  time: day * DAY,
  dated,
  score,
  terms: terms.map((term) => [term, 1] as const),
})

test('Of two that score the same, the one like likelier articles comes first', () => {
  const [, , beside, elsewhere] = drawnByNeighbours(
    [article(1, [1, 2]), article(0.1, [3, 4]), article(0.5, [1, 2]), article(0.5, [3, 4])],
    0.5,
  )
  expect(beside).toBeGreaterThan(0.5)
  expect(elsewhere).toBeLessThan(0.5)
})

test('Who is like nobody keeps what it has', () => {
  expect(drawnByNeighbours([article(1, [1]), article(0.4, [2])], 0.5)[1]).toBeCloseTo(0.4)
  expect(drawnByNeighbours([], 0.5)).toEqual([])
})

test('What was told years before says less than what was told the same day, unless nobody knows when', () => {
  const drawn = (day: number, dated = true) =>
    drawnByNeighbours([article(1, [1, 2]), article(0.5, [1, 3], day, dated)], 0.5)[1]!
  expect(drawn(4000)).toBeLessThan(drawn(0))
  expect(drawn(4000, false)).toBeCloseTo(drawn(0))
})
