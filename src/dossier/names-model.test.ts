/** The name model's labels, and its weights as they are kept. */

import { expect, test } from 'vitest'
import { SLOTS } from './names-features.ts'
import { bestPath, closes, follows, LABELS, opens, pack, unpack } from './names-model.ts'

const ORIGIN = { trainedOn: 'nothing', script: 'none' }
const PERSON = { begin: 1, inside: 2, last: 3, whole: 4 }

test('a name once begun goes on to its last word, of the same kind', () => {
  expect(follows(PERSON.begin, PERSON.last)).toBe(true)
  expect(follows(PERSON.begin, 0)).toBe(false)
  expect(follows(PERSON.begin, PERSON.last + 4)).toBe(false)
  expect(follows(0, PERSON.inside)).toBe(false)
  expect(opens(PERSON.whole) && closes(PERSON.whole)).toBe(true)
})

test('weights come back from their packed form as they were', () => {
  const emit = new Int8Array(SLOTS * LABELS)
  emit[0] = 5
  emit[70_000] = -127
  emit[emit.length - 1] = 9
  const step = new Float32Array(LABELS * LABELS).fill(0.5)
  const back = unpack(pack(emit, step, 0.25, ORIGIN))
  expect([0, 1, 70_000, emit.length - 1].map((i) => back.emit[i])).toEqual([5, 0, -127, 9])
  expect(back.step[3]).toBe(0.5)
  expect(back.unit).toBe(0.25)
})

test('the best path never breaks a name off, whatever single words would like', () => {
  const emit = new Int8Array(SLOTS * LABELS)
  // The first word wants to begin a person, the second to be outside.
  emit[1 * LABELS + PERSON.begin] = 10
  emit[2 * LABELS + 0] = 4
  emit[2 * LABELS + PERSON.last] = 3
  const weights = unpack(pack(emit, new Float32Array(LABELS * LABELS), 1, ORIGIN))
  const path = bestPath(weights, [Int32Array.of(1), Int32Array.of(2)])
  expect([...path]).toEqual([PERSON.begin, PERSON.last])
})
