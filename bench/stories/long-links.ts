/** Long links: items of one story more than a year apart, asserted online, and proposed from five seeds. */

import { type Features, features } from '../../src/stories/features.ts'
import { meaningsOf } from '../../src/stories/meanings.ts'
import { rankFromSeeds } from '../../src/stories/seeds.ts'
import { soundsOf } from '../../src/stories/sounds.ts'
import { openStoryIndex } from '../../src/stories/story-links.ts'
import type { Bar } from '../bar.ts'
import { harmonic, random, readRows } from './sets.ts'

type Event = { id: string; date: string; text: string; story: string | null; longStory: boolean }
type Told = {
  readonly title: string
  readonly text: string
  readonly published: string
  readonly story: string
}
export type Item = { readonly features: Features; readonly story: string | undefined; readonly long: boolean }

const YEAR = 365.25 * 86_400_000
const MOST_OF_A_STORY = 40
/** Few stories say little by one draw of seeds. */
const DRAWS = 10

export function readEvents(folder: string): Item[] {
  return readRows<Event>(folder, 'current-events')
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((event, id) => {
      const time = Date.parse(event.date)
      return {
        features: {
          ...features({
            id,
            title: '',
            text: event.text,
            language: 'en',
            published: time,
            seen: time,
            names: [],
          }),
          sounds: soundsOf('', event.text, 'en'),
          meanings: meaningsOf('', event.text, 'en'),
        },
        story: event.story ?? undefined,
        long: event.longStory,
      }
    })
}

/** At most so many items a story, drawn by seed, spread over its whole life. */
function sampled(items: readonly Item[]): readonly Item[] {
  const next = random(5)
  const stories = new Map<string, Item[]>()
  for (const item of items)
    if (item.story !== undefined) stories.set(item.story, [...(stories.get(item.story) ?? []), item])
  return [...stories.values()].flatMap((list) =>
    list.length <= MOST_OF_A_STORY
      ? list
      : list
          .map((item) => ({ item, at: next() }))
          .sort((a, b) => a.at - b.at)
          .slice(0, MOST_OF_A_STORY)
          .map(({ item }) => item),
  )
}

/** Precision, recall and F1 over pairs more than a year apart. */
export function longPairs(items: readonly Item[], homes: ReadonlyMap<number, number>) {
  const chosen = sampled(items)
  const count = (groups: Map<unknown, Item[]>) => {
    let all = 0
    let right = 0
    for (const group of groups.values())
      for (let i = 0; i < group.length; i++)
        for (let k = i + 1; k < group.length; k++) {
          const a = group[i]!
          const b = group[k]!
          if (Math.abs(a.features.time - b.features.time) <= YEAR) continue
          all++
          if (a.story === b.story && homes.get(a.features.id) === homes.get(b.features.id)) right++
        }
    return { all, right }
  }
  const by = (key: (item: Item) => unknown) => {
    const groups = new Map<unknown, Item[]>()
    for (const item of chosen) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
    return groups
  }
  const gold = count(by((item) => item.story))
  const made = count(by((item) => homes.get(item.features.id)))
  const precision = made.right / Math.max(1, made.all)
  const recall = gold.right / Math.max(1, gold.all)
  return { precision, recall, f1: harmonic(precision, recall), gold: gold.all, made: made.all }
}

export function assertLinks(items: readonly Item[]): Map<number, number> {
  const index = openStoryIndex()
  const homes = new Map<number, number>()
  const members = new Map<number, number[]>()
  const settle = (item: number, story: number) => {
    homes.set(item, story)
    members.set(story, [...(members.get(story) ?? []), item])
  }
  for (const { features: of } of items) {
    const story = index.place(of, []).story ?? of.id + 1
    index.add(of, of.id, story)
    settle(of.id, story)
    for (const merge of index.toMerge()) {
      for (const item of members.get(merge.story) ?? []) {
        index.rehome(item, merge.into)
        settle(item, merge.into)
      }
      members.delete(merge.story)
    }
  }
  return homes
}

/** Whole articles in another language, of few stories that share a region: no bar, a look from another side. */
export function readTimelines(folder: string): Item[] {
  return readRows<Told>(folder, 'timelines-es').map(({ title, text, published, story }, id) => {
    const time = Date.parse(published)
    return {
      features: features({ id, title, text, language: 'es', published: time, seen: time, names: [] }),
      story,
      long: true,
    }
  })
}

/** Five seeds of each long story, drawn anew so often, rank the rest of it. */
export function meanAveragePrecision(
  items: readonly Item[],
  draws = 1,
): { readonly map: number; readonly stories: number } {
  const next = random(11)
  const stories = new Map<string, Item[]>()
  for (const item of items)
    if (item.story !== undefined && item.long)
      stories.set(item.story, [...(stories.get(item.story) ?? []), item])
  const long = [...stories.values()].filter(({ length }) => length >= 10)
  const rank = rankFromSeeds(items.map((item) => item.features))
  let sum = 0
  for (let draw = 0; draw < draws; draw++)
    for (const list of long) {
      const seeds = new Set<Item>()
      while (seeds.size < 5) seeds.add(list[Math.floor(next() * list.length)]!)
      const wanted = new Set(list.filter((item) => !seeds.has(item)).map((item) => item.features.id))
      let hits = 0
      let precision = 0
      rank(
        [...seeds].map((item) => item.features),
        2000,
      ).forEach(({ article }, at) => {
        if (!wanted.has(article)) return
        hits++
        precision += hits / (at + 1)
      })
      sum += precision / wanted.size
    }
  return { map: sum / Math.max(1, long.length * draws), stories: long.length }
}

export function longLinks(folder: string): Bar[] {
  const items = readEvents(folder)
  if (items.length === 0) return []
  const began = performance.now()
  const pairs = longPairs(items, assertLinks(items))
  const rate = Math.round((1000 * items.length) / (performance.now() - began))
  console.log(
    `long links asserted: precision ${pairs.precision.toFixed(3)} recall ${pairs.recall.toFixed(3)} F1 ${pairs.f1.toFixed(3)} ` +
      `(${pairs.made} of ${pairs.gold} pairs over a year apart); ${rate} items/s`,
  )
  const { map, stories } = meanAveragePrecision(items)
  console.log(`proposed from five seeds: MAP ${map.toFixed(3)} over ${stories} stories`)
  const timelines = meanAveragePrecision(readTimelines(folder), DRAWS)
  if (timelines.stories > 0)
    console.log(
      `the same among whole Spanish articles: MAP ${timelines.map.toFixed(3)} over ${timelines.stories} stories, ` +
        `${DRAWS} draws of seeds each`,
    )
  return [
    { name: 'stories.long-links-f1', measured: pairs.f1, op: '>=', bar: 0.4 },
    { name: 'stories.long-links-precision', measured: pairs.precision, op: '>=', bar: 0.8 },
    { name: 'stories.seeded-map', measured: map, op: '>=', bar: 0.45 },
  ]
}
