import { expect, test } from 'vitest'
import { nameIn } from './shown-name.ts'

const names = new Map([
  ['ليلى حداد', 9],
  ['Leila Hadad', 2],
  ['Leila Haddad', 5],
  ['Haddad', 8],
])

test('the most used full name in the script is shown, whatever was seen first', () => {
  expect(nameIn(names, { script: 'Latin', person: true })).toBe('Leila Haddad')
  expect(nameIn(names, { script: 'Arabic', person: true })).toBe('ليلى حداد')
})

test('a body may go by one word, and a script without a name has none', () => {
  expect(nameIn(names, { script: 'Latin', person: false })).toBe('Haddad')
  expect(nameIn(names, { script: 'Hebrew', person: true })).toBeUndefined()
})
