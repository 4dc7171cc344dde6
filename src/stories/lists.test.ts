import { expect, test } from 'vitest'
import { openLists } from './lists.ts'

/** Numbers that look random and are the same each time (Lehmer). */
function draws(): (below: number) => number {
  let state = 7
  return (below) => {
    state = (state * 48_271) % 0x7fffffff
    return state % below
  }
}

test('Lists that grow and shrink at any place hold what arrays would hold', () => {
  const lists = openLists()
  const arrays = Array.from({ length: 40 }, (): number[] => [])
  const draw = draws()
  for (let round = 0; round < 20_000; round++) {
    const which = draw(arrays.length)
    const array = arrays[which]!
    const by = 1 + draw(3)
    if (draw(2) === 0) {
      const at = draw(array.length + 1)
      const what = Array.from({ length: by }, () => draw(1000))
      array.splice(at, 0, ...what)
      const place = lists.widen(which, at, by)
      what.forEach((number, i) => {
        lists.numbers()[place + i] = number
      })
    } else if (array.length >= by) {
      const at = draw(array.length - by + 1)
      array.splice(at, by)
      lists.narrow(which, at, by)
    }
    const start = lists.startOf(which)
    expect([...lists.numbers().subarray(start, start + lists.lengthOf(which))]).toEqual(array)
  }
})

test('Room that lists give back is used again', () => {
  const lists = openLists()
  const fill = () => {
    for (let list = 0; list < 500; list++) for (let i = 0; i < 60; i++) lists.widen(list, i, 1)
  }
  fill()
  const room = lists.numbers().length
  for (let again = 0; again < 5; again++) {
    for (let list = 0; list < 500; list++) lists.narrow(list, 0, 60)
    fill()
  }
  expect(lists.numbers().length).toBe(room)
})

test('A list that nothing was put into is empty, however high its number', () => {
  const lists = openLists()
  expect(lists.lengthOf(123_456)).toBe(0)
  lists.widen(123_456, 0, 0)
  lists.narrow(123_456, 0, 0)
  expect(lists.lengthOf(123_456)).toBe(0)
})
