import { expect, test } from 'vitest'
import { openHolders } from './holders.ts'

test('Stories are voted for by how large a part of them holds a term, of equals the oldest first', () => {
  const holders = openHolders()
  const [young, old, half] = [30, 10, 20].map((story) => holders.enter(story)) as [number, number, number]
  for (const slot of [young, old, half]) holders.resize(slot, 4)
  holders.change(1, young, 0, 4)
  holders.change(1, old, 0, 4)
  holders.change(1, half, 0, 2)
  expect(holders.of(1)).toBe(3)
  expect(holders.mostVoted([{ term: 1, weight: 1 }], 12)).toEqual([old, young, half])
  expect(holders.mostVoted([{ term: 1, weight: 1 }], 1)).toEqual([old])
})

test('Among many that hold a term an old story is found only where several of its articles do', () => {
  const holders = openHolders()
  const [given, passing] = [holders.enter(1), holders.enter(2)]
  holders.resize(given, 3)
  holders.resize(passing, 3)
  holders.change(7, given, 0, 3)
  holders.change(7, passing, 0, 2)
  for (let story = 3; story < 60; story++) {
    const slot = holders.enter(story)
    holders.resize(slot, 3)
    holders.change(7, slot, 0, 1)
  }
  const found = holders.mostVoted([{ term: 7, weight: 1 }], 100)
  expect(found[0]).toBe(given)
  expect(found).not.toContain(passing)
})

test('A story that let go of its terms leaves its slot to the next', () => {
  const holders = openHolders()
  const slot = holders.enter(1)
  holders.change(5, slot, 0, 2)
  holders.change(5, slot, 2, 0)
  holders.leave(slot)
  expect(holders.of(5)).toBe(0)
  expect(holders.enter(2)).toBe(slot)
  expect(holders.mostVoted([{ term: 5, weight: 1 }], 3)).toEqual([])
})
