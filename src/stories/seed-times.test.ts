import { expect, test } from 'vitest'
import { bursts, lifespan } from './seed-times.ts'

const DAY = 86_400_000
const on = (day: number, dated = true) => ({ time: day * DAY, dated })

test('Within the span of the seeds an article is as likely theirs as can be, far from it less and less, never not at all', () => {
  const alive = lifespan([on(100), on(200)])
  expect(alive(150 * DAY)).toBe(1)
  expect(alive(260 * DAY)).toBeLessThan(1)
  expect(alive(900 * DAY)).toBeLessThan(alive(400 * DAY))
  expect(alive(9000 * DAY)).toBeGreaterThan(0)
})

test('Seeds that no one dates say nothing of time', () => {
  expect(lifespan([on(100, false)])(9000 * DAY)).toBe(1)
  expect(bursts([{ ...on(100, false), weight: 1 }])(9000 * DAY)).toBe(1)
})

test('Beside many likely articles another is likelier than beside one, and than alone', () => {
  const lift = bursts([1, 2, 3, 4, 400].map((day) => ({ ...on(day), weight: 1 })))
  expect(lift(3 * DAY)).toBeGreaterThan(lift(400 * DAY))
  expect(lift(400 * DAY)).toBeGreaterThan(lift(2000 * DAY))
  expect(lift(20_000 * DAY)).toBeCloseTo(1)
})
