import { expect, test } from 'vitest'
import { taughtLands } from './lands-taught.ts'

const told = (names: readonly string[], lands: readonly string[]) => ({ names: new Set(names), lands })
const times = (count: number, names: readonly string[], lands: readonly string[]) =>
  Array.from({ length: count }, () => told(names, lands))

test('A name that is nearly always told with one country is of it, where no country is named', () => {
  const lands = taughtLands([...times(9, ['marrowby'], ['KE']), told(['marrowby'], ['PE'])])
  expect(lands(told(['marrowby'], []))).toEqual(['KE'])
  expect(lands(told(['marrowby'], ['FR']))).toEqual(['FR', 'KE'])
})

test('A name told with many countries, or seldom, is of none', () => {
  const lands = taughtLands([
    ...times(5, ['ilse'], ['KE']),
    ...times(5, ['ilse'], ['PE']),
    ...times(3, ['tellin'], ['KE']),
  ])
  expect(lands(told(['ilse', 'tellin'], []))).toEqual([])
})

test('An article of a country that nobody need be taught keeps what it has', () => {
  const article = told(['marrowby'], ['KE'])
  expect(taughtLands(times(9, ['marrowby'], ['KE']))(article).length).toBe(1)
})
