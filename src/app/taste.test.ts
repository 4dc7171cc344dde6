import { expect, it } from 'vitest'
import { fixtureNow, fixtureStore } from '../../test/fixture-store.ts'
import { MUTED } from '../rank/taste.ts'
import { countShown, forgetTaste } from '../store/taste.ts'
import { markArticle } from './mark.ts'
import { sayTaste, subjectOf, tasteOf } from './taste.ts'

const now = fixtureNow
const read = (db: Parameters<typeof markArticle>[0], reader: number, articles: readonly number[]) =>
  Promise.all(articles.map((article) => markArticle(db, { reader, article, mark: 'read', now: now - 1000 })))

it('learns whom one reader reads about, and tells no other reader', async () => {
  const { store, articles, actors, story } = await fixtureStore()
  await read(store.db, 1, [articles.get('first')!, articles.get('visit')!])
  const mine = await tasteOf(store.db, 1, now)
  expect(mine.learned.map(({ kind, target }) => `${kind}:${target}`)).toEqual(
    expect.arrayContaining([`story:${story}`]),
  )
  expect(mine.names.get(`story:${story}`)).toMatch(/quay/)
  expect(actors.size).toBeGreaterThan(0)
  expect((await tasteOf(store.db, 2, now)).learned).toEqual([])
  await store.close()
})
it('learns what was shown at three visits and never opened, once a visit', async () => {
  const { store, story, articles } = await fixtureStore()
  const visit = 1000
  const show = (at: number) => countShown(store.db, 1, [story], { now: now - 10_000 + at, visit })
  for (const at of [0, 500, 2000]) await show(at)
  expect((await tasteOf(store.db, 1, now)).learned).toEqual([])
  await show(4000)
  expect((await tasteOf(store.db, 1, now)).learned).toMatchObject([
    { kind: 'story', target: String(story), skipped: 1, times: 0 },
  ])
  await read(store.db, 1, [articles.get('first')!])
  expect((await tasteOf(store.db, 1, now)).learned.every(({ skipped }) => skipped === 0)).toBe(true)
  await store.close()
})
it('moves by steps, turns round at once, mutes, and takes back', async () => {
  const { store } = await fixtureStore()
  const subject = { kind: 'topic', target: 'quay' } as const
  const weights: (number | undefined)[] = []
  for (const word of ['more', 'more', 'more', 'less', 'mute', 'more', 'forget'] as const) {
    await sayTaste(store.db, { reader: 1, subject, word, now })
    weights.push((await tasteOf(store.db, 1, now)).said[0]?.weight)
  }
  expect(weights).toEqual([1, 2, 2, -1, MUTED, 1, undefined])
  await store.close()
})
it('forgets all when asked, but keeps what was read', async () => {
  const { store, articles } = await fixtureStore()
  await read(store.db, 1, [articles.get('first')!, articles.get('visit')!])
  await forgetTaste(store.db, 1, now)
  expect((await tasteOf(store.db, 1, now)).learned).toEqual([])
  expect(await store.db.selectFrom('reading').select('read').execute()).toHaveLength(2)
  await store.close()
})
it('takes only subjects that there can be', () => {
  expect([subjectOf('story:12'), subjectOf('story:x'), subjectOf('moon:1'), subjectOf('topic:a b')]).toEqual([
    { kind: 'story', target: '12' },
    undefined,
    undefined,
    { kind: 'topic', target: 'a b' },
  ])
})
