import { describe, expect, test } from 'vitest'
import { findTerms, parseQuery, queryText, wordsOf } from './query.ts'

const shape = (typed: string) => {
  const { groups, without } = parseQuery(typed)
  return [groups.map((group) => group.map(({ text }) => text)), without.map(({ text }) => text)]
}

describe('what a person types', () => {
  test.each([
    ['river delta', [['river'], ['delta']], []],
    ['"river delta" talks', [['river delta'], ['talks']], []],
    ['talks -football -"red card"', [['talks']], ['football', 'red card']],
    ['dam OR weir height', [['dam', 'weir'], ['height']], []],
    ['OR dam OR', [['OR'], ['dam']], []],
    ['- * "" -- :', [], []],
    ['الهدنة', [['الهدنة']], []],
  ])('%s', (typed, groups, without) => {
    expect(shape(typed)).toEqual([groups, without])
  })
  test('fields narrow it and are no words of it', () => {
    const { groups, fields } = parseQuery(
      'dam outlet:"The Valley Post" language:ar story:7 actor:3 place:9 from:2026-01-02 until:2026-02-01',
    )
    expect(groups).toHaveLength(1)
    expect(fields).toEqual({
      outlet: 'The Valley Post',
      language: 'ar',
      story: 7,
      actors: [3, 9],
      from: '2026-01-02',
      until: '2026-02-01',
    })
  })
  test('what is no field of ours is a word: an address, a time, a broken date', () => {
    expect(parseQuery('12:30 from:yesterday story:x http://a.example').fields).toEqual({})
  })
  test('a search written out is read back as the same search', () => {
    const fields = { outlet: 'The Valley Post', language: 'ar', actors: [3], from: '2026-01-02' }
    const text = queryText('dam -"old weir"', fields)
    expect([wordsOf(text), parseQuery(text).fields]).toEqual(['dam -"old weir"', fields])
  })
})

test('terms are found whole, whatever their case and marks, phrases in order, parts by their beginning', () => {
  const text = 'The Ministers said: “Le café du port”. A minister of ports; الْهدنة.'
  const found = (typed: string) =>
    findTerms(parseQuery(typed).groups.flat(), text).map(({ start, end }) => text.slice(start, end))
  expect(found('minister')).toEqual(['minister'])
  expect(found('minist*')).toEqual(['Ministers', 'minister'])
  expect(found('"cafe du port"')).toEqual(['café du port'])
  expect(found('"port du cafe"')).toEqual([])
  expect(found('الهدنة')).toEqual(['الْهدنة'])
})
