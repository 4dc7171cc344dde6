import { expect, test } from 'vitest'
import { sentences } from '../words/sentences.ts'
import { findDates } from './dates.ts'

/** The values read in an article of Thursday, 16 May 2024. */
const values = (text: string, published: string | undefined = '2024-05-16') =>
  findDates(text, sentences(text, [{ kind: 'paragraph', start: 0, end: text.length }]), published).map(
    ({ start, end, value }) => `${text.slice(start, end)} = ${value}`,
  )

test.each([
  ['The envoy landed on Tuesday.', ['Tuesday = 2024-05-14']],
  ['The envoy will land on Tuesday.', ['Tuesday = 2024-05-21']],
  ['The envoy spoke Thursday.', ['Thursday = 2024-05-16']],
  ["Sunday's vote was calm.", ['Sunday = 2024-05-12']],
  ['She left last Friday and returns next Monday.', ['last Friday = 2024-05-10', 'next Monday = 2024-05-20']],
])('weekdays are past unless the tense says otherwise: %s', (text, expected) => {
  expect(values(text)).toEqual(expected)
})

test.each([
  ['The bridge fell on March 3.', ['March 3 = 2024-03-03']],
  ['The bridge fell on Nov. 3.', ['Nov. 3 = 2023-11-03']],
  ['The bridge will open on 3 June.', ['3 June = 2024-06-03']],
  ['It closed on 3 June 2019.', ['3 June 2019 = 2019-06-03']],
  ['The fair runs from July 1 to July 9.', ['from July 1 to July 9 = 2024-07-01/2024-07-09']],
  ['The fair was held between July 1 and 9, 2021.', ['between July 1 and 9, 2021 = 2021-07-01/2021-07-09']],
  ['Matches were played on April 2 and 5.', ['April 2 = 2024-04-02', '5 = 2024-04-05']],
])('days without a year are the nearest ones: %s', (text, expected) => {
  expect(values(text)).toEqual(expected)
})

test.each([
  ['They met last month.', ['last month = 2024-04']],
  ['They met last week.', ['last week = 2024-W19']],
  ['It was built in early 1987.', ['early 1987 = 1987']],
  ['He resigned in late October.', ['late October = 2023-10']],
  ['It opened in June 2015.', ['June 2015 = 2015-06']],
  ['They met three days ago.', ['three days ago = 2024-05-13']],
  ['She moved two years ago.', ['two years ago = 2022']],
  ['It was popular in the 1960s.', ['the 1960s = 196X']],
  ['Talks begin tomorrow night.', ['tomorrow night = 2024-05-17TNI']],
  ['The train left at 7:30 p.m. Monday.', ['7:30 p.m. Monday = 2024-05-13T19:30']],
  ['Shops shut on Christmas Day.', ['Christmas Day = 2023-12-25']],
])('weeks, months, years and times: %s', (text, expected) => {
  expect(values(text)).toEqual(expected)
})

test('later words hang on the day told before them', () => {
  expect(
    values('The strike began on 5 March 2012. The next day the port closed. That year wages fell.'),
  ).toEqual(['5 March 2012 = 2012-03-05', 'The next day = 2012-03-06', 'That year = 2012'])
})

test('in talk of quarters a year ago is the same quarter', () => {
  expect(values('Profit fell in the first quarter from $3 million a year earlier.')).toEqual([
    'the first quarter = 2024-Q1',
    'a year earlier = 2023-Q1',
  ])
})

test.each([
  [
    'In the first quarter it fell; in the 2019 period it rose.',
    ['the first quarter = 2024-Q1', 'the 2019 period = 2019-Q1'],
  ],
  [
    'In the first quarter it fell from the same period last year.',
    ['the first quarter = 2024-Q1', 'the same period last year = 2023-Q1'],
  ],
  ['Its 1989 third-quarter profit fell.', ['1989 third-quarter = 1989-Q3']],
  ['Sales fell in the final quarter of 2020.', ['the final quarter of 2020 = 2020-Q4']],
  ['Tuesday of last week was wet.', ['Tuesday of last week = 2024-05-07']],
  ['It fell a week ago Friday.', ['a week ago Friday = 2024-05-03']],
  ['She wrote in the nineties and in fiscal ’08.', ['the nineties = 199X', '’08 = 2008']],
  ['Prices fell later in the week.', ['the week = 2024-W20']],
  ['Until Tuesday, they had not called.', ['Tuesday = 2024-05-14']],
  ['Black Friday is a sale.', []],
])('kinds of date: %s', (text, told) => {
  expect(values(text)).toEqual(told)
})

test('durations and sets are told apart from dates', () => {
  const text = 'The siege lasted three weeks; buses run every day.'
  const kinds = findDates(
    text,
    sentences(text, [{ kind: 'paragraph', start: 0, end: text.length }]),
    '2024-05-16',
  )
  expect(kinds.map(({ kind, value }) => [kind, value])).toEqual([
    ['duration', 'P3W'],
    ['set', 'P1D'],
  ])
})

test('without a day of publication only what needs none is given', () => {
  expect(values('He left on Tuesday, after the 2011 strike and the fire of 3 May 2012.', '')).toEqual([
    '2011 = 2011',
    '3 May 2012 = 2012-05-03',
  ])
})

test('uneven white space does not break a date', () => {
  expect(values('It closed on 3  June 2019.')).toEqual(['3  June 2019 = 2019-06-03'])
})

test('numbers that are no years are left alone', () => {
  expect(values('Some 2000 people marched to room 1984 with $1999.')).toEqual([])
})
