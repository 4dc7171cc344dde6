import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Fixture, fixtureNow, fixtureStore } from '../../test/fixture-store.ts'
import { markArticle } from '../app/mark.ts'
import { markMany, unmarkMany } from '../app/mark-many.ts'
import { tag } from '../app/tag.ts'
import { attachItem, saveItems } from './items.ts'
import { type Ask, cursorOf, riverRows } from './river.ts'
import type { Cursor, Place } from './river-windows.ts'

let fixture: Fixture
beforeAll(async () => {
  fixture = await fixtureStore()
})
afterAll(() => fixture.store.close())

const ask = (place: Place, more: Partial<Ask> = {}): Ask => ({
  reader: 1,
  place,
  order: 'newest',
  unread: false,
  sample: false,
  limit: 50,
  ...more,
})
const keyOf = (id: number) => [...fixture.articles].find(([, article]) => article === id)?.[0] ?? `${id}`
const idOf = (key: string) => fixture.articles.get(key)!
async function all(place: Place, more: Partial<Ask> = {}): Promise<string[]> {
  const keys: string[] = []
  let after: Cursor | undefined
  for (let turns = 0; turns < 100; turns += 1) {
    const { rows, next } = await riverRows(fixture.store, ask(place, { ...more, after }))
    keys.push(...rows.map(({ id }) => keyOf(id)))
    if (!next) return keys
    after = next
  }
  throw new Error('The river does not end.')
}

it('gives the same rows however long the stretches are, each once', async () => {
  const whole = await all({ kind: 'all' })
  expect(whole.length).toBeGreaterThan(4)
  for (const limit of [1, 2, 3]) expect(await all({ kind: 'all' }, { limit })).toEqual(whole)
  expect(await all({ kind: 'all' }, { order: 'oldest', limit: 2 })).toEqual(whole.toReversed())
})
it('folds a copy under what it repeats', async () => {
  const { rows } = await riverRows(fixture.store, ask({ kind: 'all' }))
  const copies = await fixture.store.db.selectFrom('copy').select(['article', 'origin', 'kind']).execute()
  const wire = copies.find(({ kind }) => kind === 'wire')!
  expect(rows.map(({ id }) => id)).not.toContain(wire.article)
  expect(rows.find(({ id }) => id === wire.origin)?.copies.map(({ id }) => id)).toEqual([wire.article])
})
it('keeps marks and tags of one reader from another', async () => {
  const { db } = fixture.store
  await markArticle(db, { reader: 1, article: idOf('visit'), mark: 'star', now: fixtureNow })
  await tag(db, { reader: 1, article: idOf('first'), names: ['strike'], now: fixtureNow })
  expect(await all({ kind: 'starred' })).toEqual(['visit'])
  expect(await all({ kind: 'tag', name: 'strike' })).toEqual(['first'])
  expect(await all({ kind: 'starred' }, { reader: 2 })).toEqual([])
  expect(await all({ kind: 'tag', name: 'strike' }, { reader: 2 })).toEqual([])
})
it('shows what a search finds in the order of time', async () => {
  const found = await all({ kind: 'search', name: 'dockers' })
  expect(found).toContain('first')
  expect(await all({ kind: 'search', name: 'dockers' }, { limit: 1 })).toEqual(found)
})
it('leaves archived and hidden ones out of what flows', async () => {
  const { db } = fixture.store
  await markArticle(db, { reader: 2, article: idOf('first'), mark: 'archive', now: fixtureNow })
  expect(await all({ kind: 'all' }, { reader: 2 })).not.toContain('first')
  expect(await all({ kind: 'archived' }, { reader: 2 })).toEqual(['first'])
  expect(await all({ kind: 'all' })).toContain('first')
})
it('holds in a folder what its sources listed, wherever that was published', async () => {
  const { db } = fixture.store
  const source = (await db.selectFrom('source').select('id').executeTakeFirstOrThrow()).id
  await db.updateTable('source').set({ folder: 'News / Ports' }).where('id', '=', source).execute()
  const items = await saveItems(
    db,
    source,
    ['first', 'hebrew'].map(
      (key) => ({ guid: key, title: key, authors: [], categories: [], enclosures: [] }) as never,
    ),
    fixtureNow,
  )
  await attachItem(db, items[0]!.id, idOf('first'))
  await attachItem(db, items[1]!.id, idOf('hebrew'))
  expect((await all({ kind: 'folder', name: 'News' })).toSorted()).toEqual(['first', 'hebrew'])
  expect((await all({ kind: 'folder', name: 'News / Ports' }, { limit: 1 })).toSorted()).toEqual([
    'first',
    'hebrew',
  ])
  expect(await all({ kind: 'folder', name: 'New' })).toEqual([])
})
it('marks below and above an article, and takes exactly that back', async () => {
  const { store } = fixture
  const reader = 3
  const unread = () => all({ kind: 'all' }, { reader, unread: true })
  const before = await unread()
  const middle = before[2]!
  await markArticle(store.db, { reader, article: idOf(before.at(-1)!), mark: 'read', now: fixtureNow - 1 })
  const than = (await cursorOf(store.db, reader, { kind: 'all' }, idOf(middle)))!
  const below = await markMany(store, {
    reader,
    place: { kind: 'all' },
    stretch: { kind: 'older', than },
    now: fixtureNow,
  })
  expect(await unread()).toEqual(before.slice(0, 3))
  await markMany(store, {
    reader,
    place: { kind: 'all' },
    stretch: { kind: 'newer', than },
    now: fixtureNow + 1,
  })
  expect(await unread()).toEqual([middle])
  await markArticle(store.db, { reader, article: idOf(before[3]!), mark: 'read', now: fixtureNow + 2 })
  await unmarkMany(store, { reader, id: below!.id, now: fixtureNow + 3 })
  // Read one by one before or after: that stays.
  expect(await unread()).toEqual([middle, ...before.slice(4, -1)])
  expect(await unmarkMany(store, { reader: 1, id: below!.id, now: fixtureNow })).toBe(false)
})
it('puts the sources of a folder together in order, however uneven they are', async () => {
  const { store } = fixture
  const { db } = store
  const outlet = (await db.selectFrom('outlet').select('id').executeTakeFirstOrThrow()).id
  const expected: number[] = []
  for (const [source, many] of [
    [3, 700],
    [4, 9],
    [5, 1],
  ] as const) {
    await db.updateTable('source').set({ folder: 'Uneven' }).where('id', '=', source).execute()
    for (let n = 0; n < many; n += 1) {
      const published = 1_000_000 + Math.floor((n * 9_973) / many) + source
      const article = await db
        .insertInto('article')
        .values({
          ...{ url: `u:${source}:${n}`, outlet, version: 1, title: 't', language: 'en', direction: 'ltr' },
          ...{ access: 'free', confidence: 1, published, dated: 1, date_claim: null, first_seen: 0 },
          ...{ episode: null, image: null, lead: null, words: 1, sample: 0 },
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('item')
        .values({
          ...{ source, guid: `${n}`, url: null, title: 't', entry: '{}', published: null, first_seen: 0 },
          ...{ article: article.id, filed: published },
        })
        .execute()
      expected.push(article.id)
    }
  }
  const place = { kind: 'folder', name: 'Uneven' } as const
  const found = (await all(place, { limit: 45 })).map(Number)
  const at = new Map(
    (await db.selectFrom('article').select(['id', 'published']).execute()).map((row) => [
      row.id,
      row.published,
    ]),
  )
  expect(found).toEqual(expected.toSorted((a, b) => at.get(b)! - at.get(a)! || b - a))
  await markMany(store, { reader: 4, place, stretch: { kind: 'all' }, now: fixtureNow })
  expect(await all(place, { reader: 4, unread: true })).toEqual([])
})
