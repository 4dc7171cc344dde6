/** The seeds: do known articles come together as their answer key says? */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Features, features } from '../../src/stories/features.ts'
import { openKeeper } from '../../src/stories/keep.ts'
import { meaningsOf } from '../../src/stories/meanings.ts'
import { soundsOf } from '../../src/stories/sounds.ts'
import { openWindow } from '../../src/stories/window.ts'
import type { Bar } from '../bar.ts'

type Kept = { readonly episode: Map<number, number>; readonly story: Map<number, number> }

/** Runs articles of one language through a window in the order given. */
function keep(articles: readonly Features[]): Kept {
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
      return {
        ...features({ id, title, text, language: 'en', published: time, seen: time, names: [] }),
        sounds: soundsOf(title, text, 'en'),
        meanings: meaningsOf(title, text, 'en'),
      }
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
