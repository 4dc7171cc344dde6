import { beforeEach, expect, test } from 'vitest'
import { drain } from '../jobs/work.ts'
import type { Store } from '../store/engines/engine.ts'
import { saveItems } from '../store/items.ts'
import { openStore } from '../store/open.ts'
import { placementsOf, storyPlacements } from '../store/placements.ts'
import { enqueue, readJob, refreshJob } from '../store/queue.ts'
import { addSource, makeDue, outletFor, setSourceState } from '../store/sources.ts'
import type { Context } from './context.ts'
import { subscribe } from './subscribe.ts'

const HOUR = 3_600_000
let store: Store
let now = 0
beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
  now = Date.parse('2026-05-04T10:00:00Z')
})

const texts = [
  'ferry-strike-ends-after-nine-long-days',
  'new-bridge-opens-to-carts-and-riders',
  'herring-fleet-returns-with-empty-holds',
  'mayor-of-calda-resigns-over-toll-affair',
]
const address = (slug: string) => `https://quay.example/2026/05/04/${slug}`
const front = (order: readonly string[]) =>
  order
    .map(
      (slug, at) =>
        `<article><h${at === 0 ? 1 : 3}><a href="${address(slug)}?utm_source=home">${slug.replaceAll('-', ' ')}</a></h${at === 0 ? 1 : 3}></article>`,
    )
    .join('')
const story = (slug: string) =>
  `<html><head><title>${slug.replaceAll('-', ' ')}</title></head><body><article><h1>${slug.replaceAll('-', ' ')}</h1>${`<p>It was said on the quay of ${slug.split('-')[0]} that nothing like it had been seen in a lifetime of ${slug.split('-').at(-1)}, and that more would follow before the week was out.</p>`.repeat(4)}</article></body></html>`

let order: readonly string[] = texts
const context = (): Context => ({
  db: store.db,
  now: () => now,
  fetch: async ({ url }) => ({
    status: 200,
    url,
    redirects: [],
    headers: { 'content-type': 'text/html' },
    body: new TextEncoder().encode(url.endsWith('/') ? front(order) : story(url.split('/').at(-1) as string)),
    notModified: false,
  }),
})

async function check(): Promise<void> {
  await makeDue(store.db, now)
  await enqueue(store.db, [refreshJob(1, now, now)])
  await drain(context())
}

test('A watched front page tells where its editors put each article, then and now', async () => {
  order = texts
  expect(await subscribe(context(), 'https://quay.example/', { frontPage: true })).toMatchObject({
    added: true,
  })
  await check()
  now += HOUR
  await check()
  order = [...texts].reverse()
  now += HOUR
  await check()
  const first = await placementsOf(store.db, address(texts[0] as string))
  expect(first.map(({ position, since, until }) => [position, (until - since) / HOUR])).toEqual([
    [0, 1],
    [3, 0],
  ])
})

test('What the outlet’s own feed brought is not fetched again because its front page shows it', async () => {
  order = texts
  const outlet = await outletFor(store.db, { domain: 'quay.example', name: 'The Quay', sample: false })
  const { id } = await addSource(store.db, {
    url: 'https://quay.example/feed',
    kind: 'feed',
    title: 'The Quay',
    outlet,
    sample: false,
    nextCheck: Number.MAX_SAFE_INTEGER,
    now,
  })
  const entry = {
    guid: '1',
    title: 'Ferry',
    url: `${address(texts[0] as string)}`,
    authors: [],
    categories: [],
    enclosures: [],
  }
  const [item] = await saveItems(store.db, id, [entry], now)
  await enqueue(store.db, [readJob(item!.id, now, now)])
  await setSourceState(store.db, id, 'paused', now)
  await drain(context())
  await subscribe(context(), 'https://quay.example/', { frontPage: true })
  const fetched: string[] = []
  const given = context()
  await drain({
    ...given,
    fetch: (request) => {
      fetched.push(request.url)
      return given.fetch(request)
    },
  })
  expect(fetched).toEqual(['https://quay.example/', ...texts.slice(1).map(address)])
  expect(
    (await store.db.selectFrom('item').select('article').execute()).every(({ article }) => article !== null),
  ).toBe(true)
})

test('The front pages that show a story now give its places, the top being 1', async () => {
  order = texts
  await subscribe(context(), 'https://quay.example/', { frontPage: true })
  await check()
  const stories = await store.db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .select(['article.url', 'episode.story'])
    .execute()
  expect(stories.length).toBe(4)
  const places = await storyPlacements(
    store.db,
    stories.map((one) => one.story),
    now,
  )
  for (const { story } of stories) {
    const own = stories.filter((other) => other.story === story)
    const best = Math.min(...own.map(({ url }) => texts.findIndex((slug) => url === address(slug)) + 1))
    expect(places.get(story)).toEqual([best])
  }
  expect(
    (
      await storyPlacements(
        store.db,
        stories.map((one) => one.story),
        now + 24 * HOUR,
      )
    ).size,
  ).toBe(0)
})
