import { expect, it } from 'vitest'
import { type FrontStory, rankFront } from './front.ts'

const now = Date.UTC(2031, 4, 2, 12)
const hour = 3_600_000
const story = (id: number, more: Partial<FrontStory> = {}): FrontStory => ({
  id,
  articles: 4,
  outlets: 2,
  episodes: 1,
  firstSeen: now - 5 * hour,
  lastChange: now - hour,
  ...more,
})
const order = (...stories: FrontStory[]) => rankFront(stories, now).map(({ id }) => id)

it('puts what many outlets cover above what one outlet repeats', () => {
  expect(order(story(1, { outlets: 1, articles: 30 }), story(2, { outlets: 8, articles: 9 }))).toEqual([2, 1])
})
it('lets yesterday sink below today', () => {
  expect(order(story(1, { outlets: 4, lastChange: now - 40 * hour }), story(2, { outlets: 3 }))).toEqual([
    2, 1,
  ])
})
it('lifts a story that bursts', () => {
  expect(order(story(1), story(2, { recent: 12, usual: 1 }))).toEqual([2, 1])
})
it('lifts what editors lead with, and says so', () => {
  const [first] = rankFront([story(1), story(2, { placements: [1, 3] })], now)
  expect(first?.id).toBe(2)
  expect(first?.reasons).toContainEqual({
    what: 'it leads {n, plural, one {# front page} other {# front pages}}',
    weight: 1.33,
    values: { n: 1 },
  })
})
it('puts a pinned story on top and leaves muted ones out', () => {
  expect(order(story(1, { outlets: 20 }), story(2, { pinned: true }), story(3, { muted: true }))).toEqual([
    2, 1,
  ])
})
it('lowers what the reader has read to the end', () => {
  expect(order(story(1, { outlets: 4, unread: 0 }), story(2, { unread: 2 }))).toEqual([2, 1])
})
