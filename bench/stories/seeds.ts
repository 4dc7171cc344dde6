/** The seeds and the sample: do known articles come together as their answer keys say? */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readKey } from '../../sample/key.ts'
import { readWorld } from '../../src/sample/world.ts'
import { type Features, features } from '../../src/stories/features.ts'
import { openKeeper } from '../../src/stories/keep.ts'
import { openWindow } from '../../src/stories/window.ts'
import type { Bar } from '../bar.ts'
import { harmonic } from './sets.ts'

const DAY = 86_400_000

export type Kept = { readonly episode: Map<number, number>; readonly story: Map<number, number> }

/** Runs articles of one language through a window in the order given. */
export function keep(articles: readonly Features[]): Kept {
  const window = openWindow(articles[0]?.language ?? 'en')
  let last = 0
  const next = () => ++last
  const keeper = openKeeper(window, next, next)
  const episode = new Map<number, number>()
  const story = new Map<number, number>()
  for (const of of articles) {
    const taken = keeper.take(of, of.time)
    episode.set(of.id, taken.episode)
    for (const change of taken.changes) episode.set(change.article, change.to)
    story.set(of.id, window.storyOf(taken.episode)!)
  }
  for (const change of keeper.finish()) episode.set(change.article, change.to)
  return { episode, story }
}

export function pairFigures(
  ids: readonly number[],
  made: ReadonlyMap<number, unknown>,
  key: (id: number) => unknown,
) {
  let both = 0
  let joined = 0
  let wanted = 0
  for (let i = 0; i < ids.length; i++)
    for (let k = i + 1; k < ids.length; k++) {
      const same = made.get(ids[i]!) === made.get(ids[k]!)
      const should = key(ids[i]!) === key(ids[k]!)
      if (same) joined++
      if (should) wanted++
      if (same && should) both++
    }
  const precision = both / Math.max(1, joined)
  const recall = both / Math.max(1, wanted)
  return { precision, recall, f1: harmonic(precision, recall) }
}

export function seeds(data: string): Bar[] {
  const folder = join(data, 'seeds')
  if (!existsSync(folder)) {
    console.log(`missing: ${folder}`)
    return []
  }
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as {
    documents: { file: string; publication_date: { best: string }; body: { start: number; end: number } }[]
  }
  const articles = files
    .map((file, id) => {
      const whole = readFileSync(join(folder, file), 'utf8')
      const known = gold.documents.find((document) => document.file === file)!
      const text = whole.slice(known.body.start, known.body.end)
      const time = Date.parse(known.publication_date.best)
      const title = text.trimStart().split('\n')[0]!
      return features({ id, title, text, language: 'en', published: time, seen: time, names: [] })
    })
    .sort((a, b) => a.time - b.time)
  const { episode, story } = keep(articles)
  const episodes = new Set(episode.values()).size
  const stories = new Set(story.values()).size
  console.log(`seeds: ${articles.length} articles, ${episodes} episodes, ${stories} stories`)
  return [
    { name: 'stories.seeds-episodes', measured: episodes, op: '==', bar: 3 },
    { name: 'stories.seeds-stories', measured: stories, op: '==', bar: 1 },
  ]
}

export function sample(): Bar[] {
  const world = readWorld()
  const key = readKey(world)
  const now = Date.UTC(2031, 0, 1)
  const rows = world.articles
    .map((article, id) => ({ article, id, of: key.articles.find((entry) => entry.id === article.id)! }))
    .filter(({ of }) => of.language === 'en' && of.copyOf === undefined)
    .map(({ article, id, of }) => {
      const time =
        typeof article.published === 'number'
          ? now + article.published * 60_000
          : Date.parse(article.published)
      return {
        id,
        of,
        features: features({
          id,
          title: article.title,
          text: article.body.map((block) => block.text).join('\n\n'),
          language: 'en',
          ...(article.undated ? {} : { published: time }),
          seen: time,
          names: [],
        }),
      }
    })
    .sort((a, b) => a.features.time - b.features.time)
  const { episode, story } = keep(rows.map((row) => row.features))
  const entry = new Map(rows.map((row) => [row.id, row.of]))
  const ids = rows.map((row) => row.id)
  const inEpisodes = pairFigures(ids, episode, (id) => entry.get(id)!.episode)
  const inStories = pairFigures(ids, story, (id) => entry.get(id)!.story ?? entry.get(id)!.episode)
  const f = ({ precision, recall, f1 }: typeof inEpisodes) =>
    `precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`
  console.log(`sample, ${rows.length} English articles: episodes ${f(inEpisodes)}; stories ${f(inStories)}`)
  const spans = new Set(rows.map((row) => Math.floor(row.features.time / DAY))).size
  console.log(
    `  over ${spans} days; ${new Set(episode.values()).size} episodes and ${new Set(story.values()).size} stories made`,
  )
  return [
    { name: 'stories.sample-episodes', measured: inEpisodes.f1, op: '>=', bar: 0.85 },
    { name: 'stories.sample-stories', measured: inStories.f1, op: '>=', bar: 0.9 },
  ]
}
