import { expect, test } from 'vitest'
import { openLatest } from './latest.ts'

test('What was set lately is kept, what was set long ago is not', () => {
  const latest = openLatest<number, string>(10)
  for (let key = 1; key <= 100; key++) latest.set(key, `value ${key}`)
  expect([100, 99, 98, 97, 96].map(latest.get)).toEqual([100, 99, 98, 97, 96].map((key) => `value ${key}`))
  expect(Array.from({ length: 90 }, (_, at) => latest.get(at + 1)).every((one) => one === undefined)).toBe(
    true,
  )
})

test('What is set again counts from then on', () => {
  const latest = openLatest<number, string>(4)
  for (const key of [1, 2, 1, 3, 1, 4, 1]) latest.set(key, `${key}`)
  expect(latest.get(1)).toBe('1')
})

test('What is deleted is gone, however old', () => {
  const latest = openLatest<number, string>(4)
  for (const key of [1, 2, 3]) latest.set(key, `${key}`)
  latest.delete(1)
  latest.delete(3)
  expect([1, 2, 3].map(latest.get)).toEqual([undefined, '2', undefined])
})
