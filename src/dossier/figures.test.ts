import { expect, test } from 'vitest'
import { sentences } from '../words/sentences.ts'
import { findFigures } from './figures.ts'

const read = (text: string) =>
  findFigures(text, sentences(text, [{ kind: 'paragraph', start: 0, end: text.length }])).map((figure) => [
    figure.value,
    ...(figure.upTo === undefined ? [] : [figure.upTo]),
    figure.bound,
    figure.of,
  ])

test('the dead and the hurt have one heading each, however they are told', () => {
  expect(read('The collapse killed at least 12 people and injured 30.')).toEqual([
    [12, 'at-least', 'killed'],
    [30, 'exact', 'injured'],
  ])
  expect(read('Fourteen miners died and about 20 others were wounded.')).toEqual([
    [14, 'exact', 'killed'],
    [20, 'about', 'injured'],
  ])
  expect(read('The death toll rose to 17.')).toEqual([[17, 'exact', 'killed']])
})

test('a delegation has a size', () => {
  expect(read('A 40-member delegation left for Lima.')).toEqual([[40, 'exact', 'delegate']])
  expect(read('The 12-strong team landed.')).toEqual([[12, 'exact', 'delegate']])
})

test('sums keep their currency and scale', () => {
  expect(read('The league paid $3.5 million and 200,000 euros.')).toEqual([
    [3_500_000, 'exact', 'USD'],
    [200_000, 'exact', 'EUR'],
  ])
  expect(read('Repairs will cost up to £2bn.')).toEqual([[2_000_000_000, 'at-most', 'GBP']])
})

test('a range keeps both ends', () => {
  expect(read('Between 10 and 12 trucks crossed.')).toEqual([[10, 12, 'exact', 'truck']])
})

test('years, ages, clock times and percentages are no counts', () => {
  expect(read('In 2011 the 44-year-old mayor rose at 7 a.m. and won 51 percent in May 2012.')).toEqual([])
  expect(
    read('The probe has been missing since 2022. He was killed in 2019, and of 2018 nobody speaks.'),
  ).toEqual([])
  expect(read('Some were missing from 2015 to 2017.')).toEqual([])
  expect(read('The flood killed 2012 people.')).toEqual([[2012, 'exact', 'killed']])
})

test('things are counted under their singular', () => {
  expect(read('The storm destroyed 300 houses and 12 churches.')).toEqual([
    [300, 'exact', 'house'],
    [12, 'exact', 'church'],
  ])
})
