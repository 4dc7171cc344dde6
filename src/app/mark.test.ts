import { expect, test } from 'vitest'
import { fixtureNow, fixtureStore } from '../../test/fixture-store.ts'
import { type Mark, markArticle } from './mark.ts'

type Act = { readonly mark: Mark; readonly at: number }

async function stateAfter(acts: readonly Act[]) {
  const { store, articles } = await fixtureStore()
  const article = articles.get('first')!
  for (const act of acts) {
    const done = await markArticle(store.db, {
      reader: 1,
      article,
      mark: act.mark,
      at: fixtureNow + act.at,
      now: fixtureNow + 1000,
    })
    expect(done).toBe(true)
  }
  const row = await store.db
    .selectFrom('reading')
    .select(['read', 'starred', 'later', 'archived'])
    .where('article', '=', article)
    .executeTakeFirstOrThrow()
  await store.close()
  return row
}

const orders = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, i) => orders([...all.slice(0, i), ...all.slice(i + 1)]).map((rest) => [one, ...rest]))

test('In whichever order two devices come back, the later act on each mark stands', async () => {
  const acts: Act[] = [
    { mark: 'star', at: 1 },
    { mark: 'unstar', at: 2 },
    { mark: 'later', at: 3 },
    { mark: 'unread', at: 4 },
  ]
  for (const order of orders(acts)) {
    expect(await stateAfter(order)).toEqual({
      read: null,
      starred: null,
      later: fixtureNow + 3,
      archived: null,
    })
  }
})

test('Of two acts in the same millisecond the one that sets the mark stands', async () => {
  const acts: Act[] = [
    { mark: 'star', at: 5 },
    { mark: 'unstar', at: 5 },
  ]
  for (const order of orders(acts)) expect(await stateAfter(order)).toMatchObject({ starred: fixtureNow + 5 })
})

test('A clock that runs ahead cannot place an act in the future', async () => {
  expect(
    await stateAfter([
      { mark: 'archive', at: 9_000_000 },
      { mark: 'unarchive', at: 1001 },
    ]),
  ).toMatchObject({ archived: fixtureNow + 1000 })
})

test('An article that is not there cannot be marked', async () => {
  const { store } = await fixtureStore()
  expect(await markArticle(store.db, { reader: 1, article: 99_999, mark: 'star', now: fixtureNow })).toBe(
    false,
  )
  await store.close()
})
