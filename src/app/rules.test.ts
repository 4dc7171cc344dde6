import { expect, it } from 'vitest'
import { fixtureNow, fixtureStore } from '../../test/fixture-store.ts'
import { dropRule, ruleOf, rulesOf } from '../store/rules.ts'
import { applyRules, applyToPast, keepRule, type Rule, readRule, ruleFrom, tryRule } from './rules.ts'

const now = fixtureNow
const strikes: Rule = {
  name: 'Strikes',
  any: false,
  conditions: [{ field: 'title', has: true, words: 'strike, stop work' }],
  do: ['star', 'hide'],
  tags: ['work'],
}
const incoming = { id: 1, story: 1, names: [] as string[] }
const extracted = { title: 'Ferry crews strike', text: 'Crews walked out.', language: 'en', authors: [] }
const days = 10_000

it('acts on what comes in, for the reader whose rule it is', async () => {
  const { store } = await fixtureStore()
  const { db } = store
  await keepRule(db, strikes, { reader: 1, id: undefined, now })
  await applyRules(db, { ...incoming, extracted }, now)
  await applyRules(db, { ...incoming, id: 2, extracted: { ...extracted, title: 'Fares rise' } }, now)
  const marked = await db.selectFrom('reading').select(['reader', 'article', 'starred', 'hidden']).execute()
  expect(marked).toEqual([{ reader: 1, article: 1, starred: now, hidden: now }])
  expect(await db.selectFrom('tag').select(['reader', 'article', 'name']).execute()).toEqual([
    { reader: 1, article: 1, name: 'work' },
  ])
  await store.close()
})
it('shows what it would have caught without doing anything', async () => {
  const { store, articles } = await fixtureStore()
  const { caught, cut } = await tryRule(store.db, strikes, { days, now, clock: () => 0 })
  expect(caught.map(({ id }) => id)).toContain(articles.get('first'))
  expect(cut).toBe(false)
  expect(await store.db.selectFrom('reading').selectAll().execute()).toEqual([])
  await store.close()
})
it.each([
  ['text', 'nobody asked', 'first'],
  ['author', 'ida marsh', 'first'],
  ['actor', 'mirela orun', 'first'],
  ['outlet', 'callan post', 'first'],
  ['story', 'old quay', 'first'],
  ['language', 'he', 'hebrew'],
] as const)('can look at the %s', async (field, words, key) => {
  const { store, articles } = await fixtureStore()
  const wanted = { any: false, conditions: [{ field, words, has: true }] }
  const { caught } = await tryRule(store.db, wanted, { days, now, clock: () => 0 })
  expect(caught.map(({ id }) => id)).toContain(articles.get(key))
  await store.close()
})
it('acts on the past once, however often it is asked to', async () => {
  const { store, articles } = await fixtureStore()
  const { db } = store
  const id = (await keepRule(db, strikes, { reader: 1, id: undefined, now })) as number
  const rule = readRule((await ruleOf(db, 1, id))!)
  expect(await applyToPast(db, rule, { days, now })).toBeGreaterThan(0)
  const article = articles.get('first')!
  await db.updateTable('reading').set({ starred: null }).where('article', '=', article).execute()
  await applyToPast(db, rule, { days, now })
  const row = await db
    .selectFrom('reading')
    .select('starred')
    .where('article', '=', article)
    .executeTakeFirst()
  expect(row).toEqual({ starred: null })
  await store.close()
})
it('is nobody else’s to change', async () => {
  const { store } = await fixtureStore()
  const id = (await keepRule(store.db, strikes, { reader: 1, id: undefined, now })) as number
  await keepRule(store.db, { ...strikes, name: 'Mine now' }, { reader: 2, id, now })
  await dropRule(store.db, 2, id)
  expect((await rulesOf(store.db, 1)).map(({ name }) => name)).toEqual(['Strikes'])
  expect(await rulesOf(store.db, 2)).toEqual([])
  await store.close()
})
it('reads a form, and refuses a rule that looks for nothing or does nothing', async () => {
  const { store } = await fixtureStore()
  const form: Record<string, string[]> = {
    field: ['title', 'moon', 'text'],
    has: ['has', 'lacks', 'has'],
    words: ['strike', 'ferry', ' '],
    do: ['star', 'explode'],
    tags: ['work, , work'],
  }
  const rule = ruleFrom((name) => form[name] ?? [])
  expect(rule).toEqual({
    name: '',
    any: false,
    conditions: [
      { field: 'title', has: true, words: 'strike' },
      { field: 'title', has: false, words: 'ferry' },
    ],
    do: ['star'],
    tags: ['work'],
  })
  const keep = (one: Rule) => keepRule(store.db, one, { reader: 1, id: undefined, now })
  expect(await keep({ ...rule, conditions: [] })).toEqual({ failed: 'no conditions' })
  expect(await keep({ ...rule, do: [], tags: [] })).toEqual({ failed: 'no actions' })
  await store.close()
})
