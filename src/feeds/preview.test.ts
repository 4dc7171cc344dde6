import { expect, test } from 'vitest'
import type { Feed, Item } from '../model/feed.ts'
import { previewOf } from './preview.ts'

const item = (at: number, more: Partial<Item> = {}): Item => ({
  guid: String(at),
  title: `The ferry and the bridge were closed again today ${at}`,
  authors: [],
  categories: [],
  enclosures: [],
  published: new Date(Date.UTC(2024, 2, 1, at * 6)).toISOString(),
  ...more,
})

const feed = (items: readonly Item[], more: Partial<Feed> = {}): Feed => ({
  format: 'rss',
  title: 'Quay',
  skipHours: [],
  skipDays: [],
  warnings: [],
  items,
  ...more,
})

test('shows the newest items first and how often more come', () => {
  const preview = previewOf(feed([item(0), item(2), item(1), item(4), item(3)]))
  expect(preview.items.map(({ guid }) => guid)).toEqual(['4', '3', '2', '1', '0'])
  expect(preview.perDay).toBe(4)
  expect(preview.newest).toBe('2024-03-02T00:00:00.000Z')
})

test('tells full texts from excerpts and from titles alone', () => {
  const words = '<p>harbour and tide</p>'
  expect(previewOf(feed([item(0, { content: words.repeat(100) })])).texts).toBe('full')
  expect(previewOf(feed([item(0, { summary: words.repeat(5) })])).texts).toBe('excerpt')
  expect(previewOf(feed([item(0, { summary: `${words.repeat(100)} […]` })])).texts).toBe('excerpt')
  expect(previewOf(feed([item(0)])).texts).toBe('titles')
})

test('tells the language by the words, whatever the feed was set to', () => {
  const german =
    'Die Fähre und die Brücke waren gestern wieder für alle gesperrt, sagte der Hafenmeister am Abend.'
  expect(previewOf(feed([item(0, { title: german })], { language: 'en-US' })).language).toBe('de')
  expect(previewOf(feed([item(0)], { language: 'en-GB' })).language).toBe('en')
  expect(previewOf(feed([])).language).toBe('und')
})

test('says no rate where there is nothing to count', () => {
  expect(previewOf(feed([item(0)]))).not.toHaveProperty('perDay')
})
