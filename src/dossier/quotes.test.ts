import { expect, test } from 'vitest'
import { findQuotes } from './quotes.ts'

const inner = (text: string): string[] =>
  findQuotes(text, [{ kind: 'paragraph', start: 0, end: text.length }]).map((q) =>
    text.slice(q.inner.start, q.inner.end),
  )

test.each([
  ['“One,” she said. “Two.”', ['One,', 'Two.']],
  ['"One," she said. "Two."', ['One,', 'Two.']],
  ["``One,'' she said. ``Two.''", ['One,', 'Two.']],
  ['«Un», dit-elle.', ['Un']],
  ['„Eins“, sagte sie.', ['Eins']],
  ['‘It’s late,’ the driver’s mate said.', ['It’s late,']],
])('marks of every kind: %s', (text, expected) => {
  expect(inner(text)).toEqual(expected)
})

test('marks the wrong way round, even glued to the full stop before them', () => {
  expect(inner('The pier closed in May.”Boats will wait,” she said. “Storms pass.”')).toEqual([
    'Boats will wait,',
    'Storms pass.',
  ])
})

test('a quotation left open runs to the end of its paragraph and says so', () => {
  const text = 'She said: “The ferry is late and the harbour is shut.'
  const [quote] = findQuotes(text, [{ kind: 'paragraph', start: 0, end: text.length }])
  expect(quote).toMatchObject({ open: true, inner: { end: text.length } })
})

test('inches and apostrophes open nothing', () => {
  expect(inner("The 12\" gun of the drivers' club didn't fire.")).toEqual([])
})
