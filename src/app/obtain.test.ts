import { beforeEach, expect, test } from 'vitest'
import { drain } from '../jobs/work.ts'
import { articlePage, versionsOf } from '../store/article-page.ts'
import type { Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'
import { enqueue, readJob } from '../store/queue.ts'
import type { Context } from './context.ts'
import { fixArticle } from './fix-article.ts'
import { subscribe } from './subscribe.ts'

let store: Store
let pages: Record<string, string>
let asked: string[]
const now = Date.parse('2026-05-04T10:00:00Z')
beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
  pages = {}
  asked = []
})

const FEED =
  '<rss version="2.0"><channel><title>The Quay</title><link>https://quay.example/</link><item><title>Ferry leaves late</title><link>https://quay.example/ferry</link><guid>1</guid></item></channel></rss>'
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
      body: new TextEncoder().encode(pathname === '/feed' ? FEED : (pages[pathname] ?? '')),
      notModified: false,
    }
  },
})

const LINES = [
  'The ferry left the quay an hour late on Monday, and the pilots said that the fog was to blame for it.',
  'The harbour board met at noon and heard them, and then it heard the people who had waited in the rain.',
  'A second boat was sent for, the board said, but it lay in the yard with its engine open and its crew at home.',
  'By the evening the fog had gone, and the last of the passengers were over, tired and wet and not at all amused.',
]
const page = (lines: readonly string[], head = '', title = 'Ferry leaves late') =>
  `<html lang="en"><head><title>${title}</title>${head}</head><body><h1>${title}</h1><div class="text">${lines.map((line) => `<p>${line}</p>`).join('')}</div></body></html>`
const AMP = '<link rel="amphtml" href="/amp/ferry">'

async function read() {
  await subscribe(context(), 'https://quay.example/feed', {})
  await drain(context())
  return (await articlePage(store.db, 1))!
}

async function readAgain() {
  const item = await store.db.selectFrom('item').select('id').executeTakeFirstOrThrow()
  await enqueue(store.db, [readJob(item.id, now, now)])
  await drain(context())
  return versionsOf(store.db, 1)
}

test('An article that its page cuts off is read from the AMP page it states', async () => {
  pages['/ferry'] = page(LINES.slice(0, 1), AMP)
  pages['/amp/ferry'] = page(LINES, '<link rel="canonical" href="https://quay.example/ferry">')
  const article = await read()
  expect(article.text).toContain('not at all amused')
  expect(article.url).toBe('https://quay.example/ferry')
})

test('An AMP page with another article, or with no more of it, changes nothing', async () => {
  pages['/ferry'] = page(LINES.slice(0, 1), AMP)
  pages['/amp/ferry'] = page(LINES.slice(1), '', 'Bridge toll doubled')
  expect((await read()).text).not.toContain('not at all amused')
  expect(asked).toContain('https://quay.example/amp/ferry')
})

test('A page that shows its whole article is not asked for twice', async () => {
  pages['/ferry'] = page(
    [...LINES, ...LINES.map((line) => line.replace('The', 'Again the')), LINES.join(' ')],
    AMP,
  )
  await read()
  expect(asked.filter((url) => url.includes('/amp/'))).toEqual([])
})

test('An outlet’s edit makes a version of its own; what only reads differently is marked as such', async () => {
  pages['/ferry'] = page(LINES)
  await read()
  pages['/ferry'] = page([
    ...LINES.slice(0, 3),
    'By the evening the fog had not gone, and the passengers slept on the quay.',
  ])
  expect((await readAgain()).map(({ reread }) => reread)).toEqual([undefined, undefined])
  await fixArticle(store.db, { article: 1, text: LINES[1]!, verdict: 'drop', now })
  await drain(context())
  expect((await versionsOf(store.db, 1)).map(({ reread }) => reread)).toEqual([undefined, undefined, 'fix'])
})
