import { beforeEach, expect, test } from 'vitest'
import { drain } from '../jobs/work.ts'
import { articlePage } from '../store/article-page.ts'
import type { Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'
import type { Context } from './context.ts'
import { fixArticle } from './fix-article.ts'
import { subscribe } from './subscribe.ts'

let store: Store
let pages: Record<string, string>
let asked: string[]
let now = Date.parse('2026-05-04T10:00:00Z')
beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
  pages = {}
  asked = []
})

const context = (): Context => ({
  db: store.db,
  now: () => now,
  fetch: async ({ url }) => {
    asked.push(url)
    const { pathname } = new URL(url)
    return {
      status: 200,
      url,
      redirects: [],
      headers: { 'content-type': pathname === '/feed' ? 'application/rss+xml' : 'text/html' },
      body: new TextEncoder().encode(pathname === '/feed' ? feed() : (pages[pathname] ?? '')),
      notModified: false,
    }
  },
})

const listed = () => Object.keys(pages).filter((path) => !/\/\d$/.test(path))
const feed = () =>
  `<rss version="2.0"><channel><title>The Quay</title><link>https://quay.example/</link>${listed()
    .map(
      (path) =>
        `<item><title>News of ${path.slice(1)}</title><link>https://quay.example${path}</link><guid>${path}</guid></item>`,
    )
    .join('')}</channel></rss>`
const paragraphs = (name: string, from = 1) =>
  [0, 1, 2, 3]
    .map(
      (n) =>
        `<p>On the ${from + n}th day the people of ${name} met at the ${name} quay, and ${name} agreed to hear the ${name} pilots again.</p>`,
    )
    .join('')
const page = (name: string, inside: string, head = '') =>
  `<html lang="en"><head><title>News of ${name}</title>${head}</head><body><h1>News of ${name}</h1><div class="text">${inside}</div></body></html>`

async function read(): Promise<readonly { id: number; text: string; version: number }[]> {
  await subscribe(context(), 'https://quay.example/feed', {})
  await drain(context())
  return kept()
}
const kept = () =>
  store.db
    .selectFrom('article')
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'article.id').onRef('version.number', '=', 'article.version'),
    )
    .select(['article.id', 'version.text', 'article.version'])
    .orderBy('article.id')
    .execute()

test('What a reader says is missing is read into the article, and into the next ones of the outlet', async () => {
  const box = (name: string) => `<div class="newsletter"><p>The ferry of ${name} sails at nine.</p></div>`
  pages['/arl'] = page('Arl', paragraphs('Arl') + box('Arl'))
  const [before] = await read()
  expect(before?.text).not.toContain('sails at nine')
  expect(
    await fixArticle(store.db, { article: before!.id, text: 'The ferry of Arl sails', verdict: 'keep', now }),
  ).toEqual({ queued: true })
  await drain(context())
  const after = await articlePage(store.db, before!.id)
  expect(after?.text).toContain('The ferry of Arl sails at nine.')
})

test('A rule that changes nothing of its own article is kept all the same', async () => {
  pages['/arl'] = page('Arl', paragraphs('Arl'))
  const [before] = await read()
  await fixArticle(store.db, {
    article: before!.id,
    text: 'people of Arl met at the Arl quay',
    verdict: 'keep',
    now,
  })
  await drain(context())
  const memory = await store.db.selectFrom('site_memory').select('record').executeTakeFirstOrThrow()
  expect(Object.values(JSON.parse(memory.record).rules)).toEqual(['keep'])
  expect((await kept())[0]?.version).toBe(1)
})

test('A passage too short to find, or an article of a file, is refused in words', async () => {
  expect(await fixArticle(store.db, { article: 1, text: ' a ', verdict: 'keep', now })).toHaveProperty(
    'failed',
  )
  expect(
    await fixArticle(store.db, { article: 99, text: 'long enough to find', verdict: 'drop', now }),
  ).toHaveProperty('failed')
})

test('An article in parts is read whole', async () => {
  pages['/arl'] = page('Arl', paragraphs('Arl'), '<link rel="next" href="/arl/2">')
  pages['/arl/2'] = page('Arl', paragraphs('Arl', 20), '<link rel="next" href="/arl/3">')
  pages['/arl/3'] = page('Arl', `${paragraphs('Arl', 40)}<a rel="next" href="/other">Next</a>`)
  const [article] = await read()
  for (const day of ['1th', '20th', '40th']) expect(article?.text).toContain(`On the ${day} day`)
  expect(article?.text.match(/News of Arl/g)).toHaveLength(1)
  expect(asked.filter((url) => url.includes('/other'))).toEqual([])
})

test('Doubtful articles of a site are read again, once, when five of its pages are known', async () => {
  pages['/short'] = page('Short', '<p>The people of Short wait, and wait still, for word.</p>')
  for (const name of ['Arl', 'Bel', 'Cor']) pages[`/${name}`] = page(name, paragraphs(name))
  const articles = await read()
  await store.db.updateTable('article').set({ confidence: 0.3 }).where('id', '=', articles[0]!.id).execute()
  const times = () => asked.filter((url) => url.endsWith('/short')).length
  const before = times()
  for (const name of ['Dun', 'Elm', 'Fen']) {
    pages[`/${name}`] = page(name, paragraphs(name))
    now += 7 * 86_400_000
    await store.db.updateTable('source').set({ next_check: now }).execute()
    const { enqueue, refreshJob } = await import('../store/queue.ts')
    await enqueue(store.db, [refreshJob(1, now, now)])
    await drain(context())
  }
  await drain(context())
  expect(times()).toBe(before + 1)
})
