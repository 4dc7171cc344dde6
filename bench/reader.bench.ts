/** How fast pages answer over a generated store: every page, asked for as a browser does, in this process. */

import { type Config, parseConfig } from '../src/config.ts'
import { openStore } from '../src/store/open.ts'
import { createWeb } from '../src/web/app.ts'
import type { Bar, Bench } from './bar.ts'
import { readerWorld, worldNow } from './reader/world.ts'

const ARTICLES = Number(process.env.READER_ARTICLES ?? 1_000_000)
const ROUNDS = 120
const MOST_MS = 100
const FRONT_BYTES = 100_000

export const run: Bench = async () => {
  const started = performance.now()
  const world = await readerWorld(ARTICLES)
  console.log(
    `A store of ${ARTICLES.toLocaleString('en')} articles, ${world.stories.toLocaleString('en')} stories (ready after ${Math.round((performance.now() - started) / 1000)} s)`,
  )
  const store = await openStore(world.file)
  if ('failed' in store) throw new Error(store.failed)
  const app = createWeb({
    store,
    config: parseConfig({}) as Config,
    now: () => worldNow,
    commands: {
      lookAt: async () => ({ failed: 'not here' }),
      addSource: async () => ({ failed: 'not here' }),
      removeSample: async () => {},
    },
  })
  const pick = (n: number, round: number) => 1 + ((round * 7919 + 13) % n)
  const pages: Record<string, (round: number) => string> = {
    front: () => '/',
    story: (round) => `/story/${pick(world.stories, round)}`,
    'longest-story': () => '/story/1',
    'story-articles': (round) => `/story/${pick(world.stories, round)}/articles`,
    article: (round) => `/article/${pick(ARTICLES, round)}`,
    actor: (round) => `/actor/${pick(world.actors, round)}`,
    'best-known-actor': (round) => `/actor/${1 + (round % 3)}`,
    'search-common': (round) => `/search?q=${world.common[round % world.common.length]}`,
    'search-two': (round) =>
      `/search?q=${world.common[round % world.common.length]}+${world.rare[round % world.rare.length]}`,
    'search-rare': (round) => `/search?q=${world.rare[round % world.rare.length]}`,
    'search-sentences': (round) => `/search?in=sentences&q=${world.common[round % world.common.length]}`,
    'search-statements': (round) => `/search?in=statements&q=${world.common[round % world.common.length]}`,
    'search-language': (round) => `/search?language=he&q=${world.common[round % world.common.length]}`,
    'search-outlet': (round) =>
      `/search?outlet=${1 + (round % 40)}&q=${world.common[round % world.common.length]}`,
    'search-days': (round) =>
      `/search?from=2023-01-01&until=2023-06-30&q=${world.common[round % world.common.length]}`,
    'search-story': (round) => `/search?q=story:1+${world.common[round % world.common.length]}`,
    'search-actor': (round) =>
      `/search?q=actor:${1 + (round % 9)}+${world.common[round % world.common.length]}`,
    'story-edit': () => '/story/1/edit',
    'story-more': (round) => `/story/${pick(world.stories, round)}/more`,
    'story-from-search': (round) => `/stories/new?q=${world.common[round % world.common.length]}`,
    'story-history': () => '/story/1/history?at=2025-01-01T00:00',
    sources: () => '/sources',
    river: () => '/river',
    'river-oldest-unread': () => '/river?sort=oldest&unread=1',
    'river-deep': (round) => `/river/rows?limit=200&after=${world.middle + round}.1`,
    'river-folder': () => '/river?in=folder:News',
    'river-folder-unread': () => '/river?in=folder:News&unread=1',
    'river-source': (round) => `/river?in=source:${pick(200, round)}`,
    'river-read-through': () => '/river?unread=1',
    'river-starred': () => '/river?in=starred',
    'river-tag': () => '/river?in=tag:later',
    'river-search': (round) => `/river?in=search:${world.common[round % world.common.length]}`,
    'river-article': (round) => `/river?open=${pick(ARTICLES, round)}`,
    taste: () => '/taste',
    picks: () => '/picks',
    rules: () => '/rules',
  }
  const bars: Bar[] = []
  console.log('page                  median ms    p95 ms   max ms   bytes')
  for (const [name, path] of Object.entries(pages)) {
    const times: number[] = []
    let bytes = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = performance.now()
      const answer = await app.request(`http://localhost${path(round)}`, { headers: { host: 'localhost' } })
      bytes = (await answer.text()).length
      times.push(performance.now() - from)
      if (answer.status !== 200) throw new Error(`${path(round)} answered ${answer.status}`)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
    console.log(
      `${name.padEnd(20)} ${at(0.5).toFixed(1).padStart(10)} ${at(0.95).toFixed(1).padStart(9)} ${times.at(-1)!.toFixed(1).padStart(8)} ${String(bytes).padStart(7)}`,
    )
    bars.push({
      name: `reader.${name}-p95-ms`,
      measured: Math.round(at(0.95) * 10) / 10,
      op: '<=',
      bar: MOST_MS,
    })
  }
  const front = await app.request('http://localhost/', {
    headers: { host: 'localhost', 'accept-encoding': 'gzip' },
  })
  bars.push({
    name: 'reader.front-bytes',
    measured: (await front.arrayBuffer()).byteLength,
    op: '<=',
    bar: FRONT_BYTES,
  })
  await store.close()
  return bars
}
