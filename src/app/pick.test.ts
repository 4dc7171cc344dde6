import { expect, it } from 'vitest'
import { fixtureNow, fixtureStore } from '../../test/fixture-store.ts'
import { newestPicks } from '../store/picks.ts'
import { movePick, pick, pickFrom, unpick } from './pick.ts'

it('keeps picks in the order an editor gives them, each once', async () => {
  const { store, story, articles } = await fixtureStore()
  const { db } = store
  const choose = (chosen: Parameters<typeof pick>[1]['chosen'], note: string) =>
    pick(db, { kind: 'pick', chosen, note, by: 'Ida', now: fixtureNow })
  await choose({ story }, 'read this')
  await choose({ article: articles.get('first')! }, 'how it began')
  await choose({ article: articles.get('visit')! }, 'the visit')
  await choose({ story }, 'read this first')
  const notes = async () => (await newestPicks(db, 'pick', 10)).map(({ note }) => note)
  expect(await notes()).toEqual(['the visit', 'how it began', 'read this first'])
  const last = (await newestPicks(db, 'pick', 10)).at(-1)!
  await movePick(db, last.id, 'up')
  await movePick(db, last.id, 'up')
  await movePick(db, last.id, 'up')
  expect(await notes()).toEqual(['read this first', 'the visit', 'how it began'])
  await unpick(db, last.id)
  expect(await notes()).toEqual(['the visit', 'how it began'])
  await store.close()
})
it('refuses what is not there, and what a form does not name', async () => {
  const { store } = await fixtureStore()
  const chosen = { story: 999 }
  expect(await pick(store.db, { kind: 'pick', chosen, note: '', by: 'Ida', now: 0 })).toBe(false)
  expect(pickFrom({ kind: 'pick', article: '12', note: ' why ' })).toEqual({
    kind: 'pick',
    chosen: { article: 12 },
    note: 'why',
  })
  expect(pickFrom({ kind: 'best', article: '12' })).toBeUndefined()
  expect(pickFrom({ kind: 'pick', article: 'x' })).toBeUndefined()
  await store.close()
})
