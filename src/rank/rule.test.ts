import { expect, it } from 'vitest'
import { type Condition, matcher, type Ruled } from './rule.ts'

const article: Ruled = {
  title: 'Dockers’ strike goes on in Port Callan',
  outlet: 'The Callan Post',
  language: 'en',
  text: () => 'The minister’s plan for the harbours was refused. وقالت للوزيرة إن الميناء مغلق. והנמל סגור.',
  authors: () => ['Ida Marsh'],
  actors: () => ['Mirela Orun', 'Harbour Council'],
  story: () => 'The fight for the old quay',
}
const wants = (...conditions: (readonly [Condition['field'], string, boolean?])[]) =>
  matcher({
    any: false,
    conditions: conditions.map(([field, words, has = true]) => ({ field, words, has })),
  })(article)

it.each([
  ['title', 'strike', true],
  ['title', 'STRIKE', true],
  ['title', 'strikes', false],
  ['title', 'strik*', true],
  ['title', 'trike', false],
  ['title', 'port callan', true],
  ['title', 'callan port', false],
  ['title', 'ferry, strike', true],
  ['text', 'minister', true],
  ['text', 'harbour', false],
  ['text', 'ميناء', true],
  ['text', 'نمل', false],
  ['text', 'נמל', true],
  ['text', 'strike', true],
  ['outlet', 'callan post', true],
  ['author', 'marsh', true],
  ['actor', 'harbour council', true],
  ['story', 'quay', true],
  ['language', 'ar, en', true],
  ['language', 'ar', false],
] as const)('%s has “%s”: %s', (field, words, expected) => {
  expect(wants([field, words])).toBe(expected)
  expect(wants([field, words, false])).toBe(!expected)
})
it('wants all conditions, or one where one is enough', () => {
  const conditions: Condition[] = [
    { field: 'title', words: 'strike', has: true },
    { field: 'outlet', words: 'herald', has: true },
  ]
  expect(matcher({ any: false, conditions })(article)).toBe(false)
  expect(matcher({ any: true, conditions })(article)).toBe(true)
})
it('wants nothing without a condition', () => {
  expect(wants()).toBe(false)
  expect(wants(['title', '  '])).toBe(false)
  expect(wants(['title', ', ,'])).toBe(false)
})
it('takes what looks like a pattern as plain words', () => {
  expect(wants(['title', '.*'])).toBe(false)
  expect(wants(['title', '(strike'])).toBe(false)
})
it('does not look through the text where a title decides', () => {
  const unread = { ...article, text: () => expect.unreachable('the text was looked at') }
  const conditions: Condition[] = [
    { field: 'text', words: 'minister', has: true },
    { field: 'title', words: 'ferry', has: true },
  ]
  expect(matcher({ any: false, conditions })(unread)).toBe(false)
})
