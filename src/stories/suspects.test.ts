import { expect, test } from 'vitest'
import { openSuspects } from './suspects.ts'

const near = (entries: Record<number, number>) =>
  Object.entries(entries).map(([episode, value]) => ({ episode: Number(episode), value }))

test('An episode suspects what its articles came near to, and is suspected in turn', () => {
  const suspects = openSuspects()
  suspects.placed(1, near({}))
  suspects.settle(1, 10, true)
  suspects.placed(2, near({ 10: -0.5 }))
  suspects.settle(2, 20, true)
  suspects.placed(3, near({ 10: -0.2, 20: 1 }))
  suspects.settle(3, 20, false)
  expect(suspects.of(20)).toEqual([10])
  expect(suspects.of(10)).toEqual([20])
})

test('The likeliest comes first, and of equals the older', () => {
  const suspects = openSuspects()
  suspects.placed(1, near({ 7: 0, 5: 0, 9: 2 }))
  suspects.settle(1, 10, true)
  expect(suspects.of(10)).toEqual([9, 5, 7])
})

test('Of an episode into which an article came unplaced nobody knows what it is near to, until it was looked for', () => {
  const suspects = openSuspects()
  suspects.placed(1, near({ 5: 0 }))
  suspects.settle(1, 10, true)
  suspects.settle(2, 10, false)
  expect(suspects.of(10)).toBeUndefined()
  suspects.placed(3, near({ 6: 0 }))
  suspects.settle(3, 10, false)
  expect(suspects.of(10)).toBeUndefined()
  suspects.set(10, near({ 8: 0 }))
  expect(suspects.of(10)).toEqual([8])
})

test('Articles that go over to another episode take along what they came near to', () => {
  const suspects = openSuspects()
  suspects.placed(1, near({ 5: 0 }))
  suspects.settle(1, 10, true)
  suspects.placed(2, near({ 6: 1, 10: 0 }))
  suspects.settle(2, 20, true)
  suspects.pass(20, 10)
  suspects.forget(20)
  expect(suspects.of(10)).toEqual([6, 5, 20])
  expect(suspects.of(20)).toBeUndefined()
})

test('However many come near, the likeliest few are kept', () => {
  const suspects = openSuspects()
  suspects.placed(1, [])
  suspects.settle(1, 10, true)
  for (let other = 100; other < 200; other++) {
    suspects.placed(other, near({ 10: other === 150 ? 3 : -1 }))
    suspects.settle(other, other, true)
  }
  expect(suspects.of(10)?.length).toBeLessThan(10)
  expect(suspects.of(10)?.[0]).toBe(150)
})
