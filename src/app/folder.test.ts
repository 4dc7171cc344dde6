import { expect, it } from 'vitest'
import { fixtureStore } from '../../test/fixture-store.ts'
import { sourcesPage } from '../store/source-list.ts'
import { arrangeSource, folderFrom, renameFolder } from './folder.ts'

it('moves, renames and dissolves folders with those within them', async () => {
  const { store } = await fixtureStore()
  const { db } = store
  const folders = async () =>
    (await sourcesPage(db, { limit: 10, offset: 0 }))
      .toSorted((a, b) => a.id - b.id)
      .map(({ folder }) => folder)
  for (const [id, folder] of [
    [1, 'News'],
    [2, 'News / Ports'],
    [3, 'Newsletters'],
  ] as const)
    expect(await arrangeSource(db, id, { folder, title: '' })).toBe(true)
  expect(await folders()).toEqual(['News', 'News / Ports', 'Newsletters', null, null])
  await renameFolder(db, 'News', 'Papers')
  expect(await folders()).toEqual(['Papers', 'Papers / Ports', 'Newsletters', null, null])
  await renameFolder(db, 'Papers', null)
  expect(await folders()).toEqual([null, 'Ports', 'Newsletters', null, null])
  await store.close()
})
it('calls a source what the reader calls it, and keeps its title where nothing is said', async () => {
  const { store } = await fixtureStore()
  await arrangeSource(store.db, 1, { folder: null, title: ' The Post ' })
  await arrangeSource(store.db, 1, { folder: null, title: ' ' })
  const [title] = (await sourcesPage(store.db, { limit: 10, offset: 0 })).filter(({ id }) => id === 1)
  expect(title?.title).toBe('The Post')
  expect(await arrangeSource(store.db, 999, { folder: null, title: 'x' })).toBe(false)
  await store.close()
})
it.each([
  ['News/Ports', 'News / Ports'],
  [' News  daily ', 'News daily'],
  [' / ', null],
  [undefined, null],
])('reads %j as %j', (text, folder) => {
  expect(folderFrom(text)).toBe(folder)
})
