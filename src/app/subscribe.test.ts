import { beforeEach, expect, test } from 'vitest'
import type { Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'
import { countJobs } from '../store/queue.ts'
import { listSources } from '../store/sources.ts'
import type { Context } from './context.ts'
import { subscribe, webAddress } from './subscribe.ts'

let store: Store
beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
})

/** A web of a few pages: address to type and body. */
const web = (pages: Record<string, readonly [type: string, body: string]>): Context => ({
  db: store.db,
  now: () => Date.parse('2026-05-04T10:00:00Z'),
  fetch: async ({ url }) => {
    const page = pages[url]
    if (!page) return { failed: 'The page is not there', code: 'http', status: 404 }
    const [type, body] = page
    const headers = { 'content-type': type }
    return {
      status: 200,
      url,
      redirects: [],
      headers,
      body: new TextEncoder().encode(body),
      notModified: false,
    }
  },
})

const rss = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><link>https://quay.example/</link>
   <item><title>Ferry back</title><link>/ferry</link><pubDate>Mon, 04 May 2026 08:00:00 GMT</pubDate></item></channel></rss>`
const urlset = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
  <url><loc>https://quay.example/ferry</loc><news:news><news:title>Ferry back</news:title>
  <news:publication_date>2026-05-04T08:00:00Z</news:publication_date></news:news></url></urlset>`
const links = Array.from(
  { length: 12 },
  (_, n) =>
    `<article><h3><a href="/2026/05/0${(n % 4) + 1}/harbour-report-number-${n}">Harbour report number ${n} of the long season</a></h3><p>What happened at the quay.</p></article>`,
).join('')

test('A feed is added under its own name, with its first check queued', async () => {
  const outcome = await subscribe(
    web({ 'https://quay.example/feed': ['application/rss+xml', rss('The Quay')] }),
    'quay.example/feed',
  )
  expect(outcome).toMatchObject({
    added: true,
    url: 'https://quay.example/feed',
    preview: { title: 'The Quay' },
  })
  expect(await listSources(store.db)).toMatchObject([
    { kind: 'feed', title: 'The Quay', outlet_name: 'The Quay' },
  ])
  expect((await countJobs(store.db, ['refresh'])).waiting).toBe(1)
})

test('Adding the same again adds nothing', async () => {
  const context = web({ 'https://quay.example/feed': ['application/rss+xml', rss('The Quay')] })
  await subscribe(context, 'quay.example/feed')
  expect(await subscribe(context, 'feed://quay.example/feed')).toMatchObject({ added: false })
  expect(await listSources(store.db)).toHaveLength(1)
})

test('From a site to the feed its page names', async () => {
  const page =
    '<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml"></head><body>Hello</body></html>'
  const context = web({
    'https://quay.example/': ['text/html', page],
    'https://quay.example/news.xml': ['application/rss+xml', rss('The Quay')],
  })
  expect(await subscribe(context, 'https://quay.example')).toMatchObject({
    url: 'https://quay.example/news.xml',
  })
})

test('Where there is no feed, the news sitemap that robots.txt names is taken, through its index', async () => {
  const context = web({
    'https://quay.example/': ['text/html', '<html><body>Hello</body></html>'],
    'https://quay.example/robots.txt': [
      'text/plain',
      'User-agent: *\nSitemap: https://quay.example/maps/all.xml',
    ],
    'https://quay.example/maps/all.xml': [
      'application/xml',
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://quay.example/maps/news.xml</loc></sitemap></sitemapindex>',
    ],
    'https://quay.example/maps/news.xml': ['application/xml', urlset],
  })
  const outcome = await subscribe(context, 'https://quay.example/')
  expect(outcome).toMatchObject({
    url: 'https://quay.example/maps/all.xml',
    preview: { items: [{ title: 'Ferry back' }] },
  })
  expect(await listSources(store.db)).toMatchObject([{ kind: 'sitemap' }])
})

test('Where there is neither, the section page itself is watched', async () => {
  const page = `<html><head><title>Harbour</title></head><body><main>${links}</main></body></html>`
  await subscribe(
    web({ 'https://quay.example/harbour': ['text/html', page] }),
    'https://quay.example/harbour',
  )
  expect(await listSources(store.db)).toMatchObject([{ kind: 'page', url: 'https://quay.example/harbour' }])
})

test('What cannot be subscribed to is refused in plain words and leaves nothing behind', async () => {
  const context = web({ 'https://quay.example/': ['text/html', '<p>Under construction</p>'] })
  expect(await subscribe(context, 'https://quay.example/')).toHaveProperty(
    'failed',
    expect.stringContaining('has no feed'),
  )
  expect(await subscribe(context, 'https://gone.example/')).toHaveProperty(
    'failed',
    expect.stringContaining('cannot be read'),
  )
  expect(await listSources(store.db)).toEqual([])
})

test.each([
  ['example.org', 'https://example.org/'],
  [' https://example.org/a b ', 'https://example.org/a%20b'],
  ['feed:https://example.org/f', 'https://example.org/f'],
  ['feed://example.org/f', 'https://example.org/f'],
  ['localhost:8080/feed', 'https://localhost:8080/feed'],
  ['ftp://example.org', undefined],
  ['javascript:alert(1)', undefined],
  ['hello', undefined],
  ['', undefined],
])('The pasted address %j is read as %j', (pasted, address) => {
  expect(webAddress(pasted)).toBe(address)
})
