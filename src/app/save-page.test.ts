import { expect, test } from 'vitest'
import { fixtureNow, fixtureStore } from '../../test/fixture-store.ts'
import { attachItem } from '../store/items.ts'
import { arrived, savePage } from './save-page.ts'

const who = { reader: 1, now: fixtureNow }

test('A page nobody listed is queued to be read, once, and put by for later when it is there', async () => {
  const { store, articles } = await fixtureStore()
  const first = await savePage(store.db, ' https://pages.example/on-boats ', { ...who, title: 'On boats' })
  expect(first).toHaveProperty('item')
  expect(await savePage(store.db, 'https://pages.example/on-boats', who)).toEqual(first)
  const { item } = first as { item: number }
  const jobs = await store.db.selectFrom('job').select('key').where('key', '=', `item:${item}`).execute()
  expect(jobs).toHaveLength(1)
  expect(await arrived(store.db, item, who)).toBeUndefined()
  const article = articles.get('first')!
  await attachItem(store.db, item, article)
  expect(await arrived(store.db, item, who)).toBe(article)
  const reading = await store.db.selectFrom('reading').select(['article', 'later']).execute()
  expect(reading).toEqual([{ article, later: fixtureNow }])
  await store.close()
})

test('An address whose article is here leads to it', async () => {
  const { store, articles } = await fixtureStore()
  const article = articles.get('visit')!
  const { url } = await store.db
    .selectFrom('article')
    .select('url')
    .where('id', '=', article)
    .executeTakeFirstOrThrow()
  expect(await savePage(store.db, `${url}?utm_source=share`, who)).toEqual({ article })
  await store.close()
})

test('What is no web address is not saved', async () => {
  const { store } = await fixtureStore()
  for (const address of ['', 'on boats', 'javascript:alert(1)', 'file:///etc/passwd'])
    expect(await savePage(store.db, address, who)).toEqual({ failed: 'address' })
  await store.close()
})
