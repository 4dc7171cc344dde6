import { expect, test } from 'vitest'
import { nameKey } from './name-key.ts'

test.each([
  ['Ismael Hanoua', 'Ismaïl Hannoua'],
  ['Mikhail Dorofeyev', 'Михаил Дорофеев'],
  ['Jamal al-Sabbagh', 'Jamāl al-Sabagh'],
  ['Selim Karam', 'سليم كرم'],
  ['Dan Raviv', 'דן רביב'],
])('%s and %s share a key', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b))
})

test('Different names have different keys', () => {
  expect(nameKey('Selim Karam')).not.toBe(nameKey('Selim Murad'))
})

test('A name without consonants is its own key', () => {
  expect(nameKey('Aoi')).toBe('aoi')
  expect(nameKey('日本')).toBe('日本')
})
