import { expect, test } from 'vitest'
import type { Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'
import { listSources } from '../store/sources.ts'
import { addPack, listPacks } from './packs.ts'
import { whatToDo } from './source-health.ts'

test('Every pack can be added, and a second time changes nothing', async () => {
  const { db } = (await openStore(':memory:')) as Store
  const context = { db, now: () => 0, fetch: async () => ({ failed: 'offline', code: 'dns' }) as const }
  const packs = listPacks()
  expect(packs.length).toBeGreaterThanOrEqual(5)
  for (const { name, outlets } of packs) {
    expect(outlets.length, name).toBeGreaterThanOrEqual(8)
    expect(await addPack(context, name)).toMatchObject({ added: outlets.length, known: 0, warnings: [] })
    expect(await addPack(context, name)).toMatchObject({ added: 0, known: outlets.length })
  }
  const sources = await listSources(db)
  expect(sources.every(({ url, folder }) => url.startsWith('https://') && folder !== null)).toBe(true)
})

test('A pack that is not there is refused with the names of those that are', async () => {
  const { db } = (await openStore(':memory:')) as Store
  const context = { db, now: () => 0, fetch: async () => ({ failed: 'offline', code: 'dns' }) as const }
  expect(await addPack(context, '../../config')).toMatchObject({ failed: expect.stringContaining('german') })
})

test('What to do follows from what the source last said', () => {
  const of = (last_answer: string, state: 'active' | 'retired' = 'active') =>
    whatToDo({ id: 12, state, last_answer })
  expect(of('The server asks for a name and password (401). It failed once')).toContain(
    'credentials 12 basic',
  )
  expect(of('The server says this is gone for good (410).', 'retired')).toContain('another feed')
  expect(of('There is nothing at that address (404).')).toContain('new address')
  expect(of('The server has a fault (500).')).toMatch(/^Nothing/)
  expect(of('It failed 60 times in a row', 'retired')).toContain('Resume')
})
