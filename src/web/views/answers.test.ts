import { Hono } from 'hono'
import { contextStorage } from 'hono/context-storage'
import { expect, test } from 'vitest'
import { ar } from '../messages/ar.ts'
import { answerWords } from './answers.ts'
import { reasonText } from './reasons.ts'

/** What a page asked for in Arabic says. */
async function inArabic(say: () => string): Promise<string> {
  const app = new Hono()
  app.use(contextStorage())
  app.get('/', (c) => c.text(say()))
  return (await app.request('/', { headers: { 'accept-language': 'ar' } })).text()
}

test.each([
  [
    'There is nothing at that address (404). It failed 3 times in a row',
    'لا شيء في هذا العنوان (404). فشل 3 مرات متتالية.',
  ],
  ['12 items, 3 new', '12 مادة، الجديد منها 3'],
  ['As often as it publishes', ar['As often as it publishes']],
  ['The connection failed: EPROTO', 'فشل الاتصال: EPROTO'],
  [
    'https://a.example/ cannot be read: The server refuses us (403).',
    'لا يمكن قراءة https://a.example/: يرفضنا الخادم (403).',
  ],
])('The answer "%s" is said in Arabic', async (said, words) => {
  expect(await inArabic(() => answerWords(said))).toBe(words)
})

test('What a server said in its own words stays as it is', async () => {
  expect(await inArabic(() => answerWords('Kaputt, bitte später'))).toBe('Kaputt, bitte später')
  expect(answerWords('12 items, 3 new')).toBe('12 items, 3 new')
})

test('A reason that was kept in plain English is said in Arabic where it is a message, and shown as it is else', async () => {
  expect(await inArabic(() => reasonText({ what: 'both tell of one happening', weight: 1 }))).toBe(
    ar['both tell of one happening'],
  )
  expect(await inArabic(() => reasonText({ what: 'like “{x”', weight: 1 }))).toBe('like “{x”')
})
