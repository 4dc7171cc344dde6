import { describe, expect, it } from 'vitest'
import { type Follow, type Followed, matchFollows } from './match.ts'

const reading: Followed = {
  title: 'Talks on the Sarrow dam resume in Oberdal',
  text: `Engineers from both banks met in Oberdal on Monday.\n\nPresident Lena Ostrid's envoy said the dam's height was
settled; the price of power was not.`,
  language: 'en',
  story: 7,
  outlet: { id: 12, name: 'The Valley Post' },
  published: Date.parse('2026-03-02T10:00:00Z'),
  actors: [{ id: 31, names: ['Lena Ostrid'] }],
  places: [{ names: ['Oberdal'], country: 'CH' }],
}
const matches = (follow: Follow) => matchFollows([follow], reading).length === 1
const search = (query: string) => matches({ id: 1, kind: 'search', query })

describe('a reading matches', () => {
  it('a follow of its story', () => {
    expect(matches({ id: 1, kind: 'story', story: 7 })).toBe(true)
    expect(matches({ id: 1, kind: 'story', story: 8 })).toBe(false)
  })
  it('a follow of an actor by id, by name, and in the possessive', () => {
    expect(matches({ id: 1, kind: 'actor', actor: 31, names: [] })).toBe(true)
    expect(matches({ id: 1, kind: 'actor', actor: 99, names: ['Lena Ostrid'] })).toBe(true)
    expect(matches({ id: 1, kind: 'actor', actor: 99, names: ['Lena Ost'] })).toBe(false)
  })
  it('a follow of a country through a place in it', () => {
    expect(matches({ id: 1, kind: 'place', names: ['Switzerland'], country: 'CH' })).toBe(true)
  })
  it('a topic whose words stand together, in any form', () => {
    expect(matches({ id: 1, kind: 'topic', words: 'dams height' })).toBe(true)
    expect(matches({ id: 1, kind: 'topic', words: 'dam price engineers' })).toBe(false)
  })
})

it.each([
  ['dam envoy', true],
  ['dam senate', false],
  ['"price of power"', true],
  ['"power of price"', false],
  ['dam -envoy', false],
  ['senate OR envoy', true],
  ['title:dam', true],
  ['title:envoy', false],
  ['outlet:valley dam', true],
  ['-senate', false],
  ['outlet:12 dam', true],
  ['outlet:13 dam', false],
  ['outlet:"valley post"', true],
  ['language:en dam', true],
  ['language:ar dam', false],
  ['story:7', true],
  ['story:8 dam', false],
  ['actor:31 price', true],
  ['actor:31 actor:32', false],
  ['dam from:2026-03-02 until:2026-03-02', true],
  ['dam from:2026-03-03', false],
  ['engin*', true],
  ['engin', false],
  ['-dam language:en', false],
])('the search %s: %s', (query, expected) => {
  expect(search(query)).toBe(expected)
})

it('finds an Arabic name behind its prefix', () => {
  const arabic: Followed = { ...reading, language: 'ar', text: 'اجتمع الوزير بمحمود صالح امس', actors: [] }
  const follow: Follow = { id: 1, kind: 'actor', actor: 5, names: ['محمود صالح'] }
  expect(matchFollows([follow], arabic)).toHaveLength(1)
})
