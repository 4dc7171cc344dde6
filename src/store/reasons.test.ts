import { expect, test } from 'vitest'
import { reasonsIn } from './reasons.ts'

test('Reasons are read back as they were kept', () => {
  const kept = [{ what: 'both name {names}', values: { names: 'Ilse Dramm' }, weight: 1 }]
  expect(reasonsIn(JSON.stringify(kept))).toEqual(kept)
})

test('One line of English is read as reasons with their values', () => {
  expect(
    reasonsIn(
      '94 % of its words stand in the same order in the other; it credits The Quay; the other came first',
    ),
  ).toEqual([
    {
      what: '{percent} % of its words stand in the same order in the other',
      values: { percent: 94 },
      weight: 1,
    },
    { what: 'it credits {outlet}', values: { outlet: 'The Quay' }, weight: 1 },
    { what: 'the other came first', weight: 1 },
  ])
})

test('The reason of a copy that held those of the copy is taken apart', () => {
  const kept = [
    {
      what: 'copy: likely a translation: it says so, and 12 names and numbers follow each other as in the other',
      weight: 1,
    },
  ]
  expect(reasonsIn(JSON.stringify(kept))).toEqual([
    { what: 'it is a copy of an article here', values: {}, weight: 1 },
    {
      what: '{n} names and numbers follow each other as in the other',
      values: { n: 12 },
      weight: 1,
    },
  ])
})

test('What is no known sentence stays as it is', () => {
  expect(reasonsIn('as the desk said')).toEqual([{ what: 'as the desk said', weight: 1 }])
  expect(reasonsIn('')).toEqual([])
})
