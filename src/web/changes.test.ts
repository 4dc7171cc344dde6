import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'

const told = (before: string, after: string) =>
  changesBetween(before.split(' '), after.split(' ')).map(
    ({ kind, text }) => `${{ same: '', added: '+', removed: '-' }[kind]}${text}`,
  )

test('what stayed, went and came, in reading order', () => {
  expect(told('a b c d', 'a x c d e')).toEqual(['a', '-b', '+x', 'c', 'd', '+e'])
})
test('nothing changed is nothing marked', () => {
  expect(told('a b', 'a b')).toEqual(['a', 'b'])
})
test('a repeated sentence is not lost', () => {
  expect(told('a a', 'a a a')).toEqual(['a', 'a', '+a'])
})
test('texts with nothing in common are all removed, then all added', () => {
  expect(told('a b', 'c d')).toEqual(['-a', '-b', '+c', '+d'])
})
test('both texts can be read back from the changes', () => {
  const before = 'q w e r t y q w e'.split(' ')
  const after = 'w e t q q y e w'.split(' ')
  const changes = changesBetween(before, after)
  const side = (kind: string) => changes.filter((one) => one.kind !== kind).map(({ text }) => text)
  expect([side('added'), side('removed')]).toEqual([before, after])
})
