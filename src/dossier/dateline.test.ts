import { expect, test } from 'vitest'
import { afterDateline } from './dateline.ts'

test.each([
  ['LIMA, May 3 (Andina) -- The strike began.', 'The strike began.'],
  ['NOVI SAD (Tanjug) - The bridge opened.', 'The bridge opened.'],
  ['Oslo/Bergen — Ferries stood still.', 'Ferries stood still.'],
  ['OSLO - Ferries stood still.', 'Ferries stood still.'],
  ['Ferries stood still in Oslo (Norway) for hours.', 'Ferries stood still in Oslo (Norway) for hours.'],
  ['Ana Ruiz said it was over.', 'Ana Ruiz said it was over.'],
])('%s', (text, rest) => {
  expect(text.slice(afterDateline(text, { start: 0, end: text.length }))).toBe(rest)
})
