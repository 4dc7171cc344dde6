import { expect, test } from 'vitest'
import type { Actor, ActorKind } from '../model/dossier.ts'
import { openStore } from '../store/open.ts'
import { joinToLasting } from './join-actors.ts'

const actor = (kind: ActorKind, name: string): Actor => ({
  kind,
  name,
  variants: [name],
  roles: [],
  part: 'story',
})

/** Lasting actors after articles that name these. */
async function after(...articles: readonly (readonly Actor[])[]) {
  const store = await openStore(':memory:')
  if ('failed' in store) throw new Error(store.failed)
  const ids: (readonly number[])[] = []
  for (const actors of articles) ids.push(await joinToLasting(store.db, actors, { counted: true }))
  const rows = await store.db.selectFrom('actor').select(['id', 'kind', 'name']).orderBy('id').execute()
  await store.close()
  return { ids, rows }
}

test('A name is one actor, of the kind that most articles say', async () => {
  const state = actor('organisation', 'Orland')
  const country = actor('place', 'Orland')
  expect((await after([state], [country])).rows).toEqual([{ id: 1, kind: 'organisation', name: 'Orland' }])
  expect((await after([state], [country], [country])).rows).toEqual([
    { id: 1, kind: 'place', name: 'Orland' },
  ])
  expect((await after([state], [country], [country], [state], [state])).rows).toEqual([
    { id: 1, kind: 'organisation', name: 'Orland' },
  ])
})

test('An article that names it as both counts for neither', async () => {
  const both = [actor('place', 'Orland'), actor('organisation', 'Orland')]
  const { ids, rows } = await after([actor('organisation', 'Orland')], both, both)
  expect(ids).toEqual([[1], [1, 1], [1, 1]])
  expect(rows).toEqual([{ id: 1, kind: 'organisation', name: 'Orland' }])
})
