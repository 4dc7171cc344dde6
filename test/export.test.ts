/** A story's dossier as files: what the pages and the command give. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportFormats, exportStory } from '../src/app/export-story.ts'
import { type Config, parseConfig } from '../src/config.ts'
import { createWeb } from '../src/web/app.ts'
import { type Fixture, fixtureNow, fixtureStore } from './fixture-store.ts'

let fixture: Fixture
beforeAll(async () => {
  fixture = await fixtureStore()
})
afterAll(() => fixture.store.close())

const textOf = async (format: (typeof exportFormats)[number]): Promise<string> =>
  (await exportStory(fixture.store.db, fixture.story, format, fixtureNow))!.text

test('every format is a file of its own type, linked from the story', async () => {
  const app = createWeb({
    store: fixture.store,
    config: parseConfig({}) as Config,
    now: () => fixtureNow,
    commands: {
      lookAt: async () => ({ failed: '' }),
      addSource: async () => ({ failed: '' }),
      removeSample: async () => {},
    },
  })
  const get = (path: string) =>
    app.request(`http://localhost:8420${path}`, { headers: { host: 'localhost:8420' } })
  const page = await (await get(`/story/${fixture.story}`)).text()
  for (const format of exportFormats) {
    expect(page).toContain(`/story/${fixture.story}/export.${format}`)
    const file = await get(`/story/${fixture.story}/export.${format}`)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="story-\d+\./)
  }
  expect((await get(`/story/${fixture.story}/export.exe`)).status).toBe(404)
  expect((await get('/story/999/export.csv')).status).toBe(404)
})

test('an encounter that was denied is in no calendar and no list of events', async () => {
  const calendar = await textOf('ics')
  expect(calendar).toContain('DTSTART;VALUE=DATE:20260318')
  const visits = calendar.split('BEGIN:VEVENT').filter((event) => event.includes('20250609'))
  expect(visits.every((event) => event.includes('STATUS:TENTATIVE'))).toBe(true)
  const coded = (await textOf('plover'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(coded.filter(({ date }) => date === '2025-06-09').map(({ event }) => event)).toEqual(['AGREE'])
})

test('every record of the table carries its sentence, outlet and address', async () => {
  const rows = (await textOf('csv')).slice(1).trimEnd().split('\r\n')
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.find((row) => row.includes('at his desk all week'))).toMatch(
    /Salim Azhar.*Tessary Herald,2025-06-10,https:/,
  )
})

test('FollowTheMoney entities are one a line with ids of their own', async () => {
  const entities = (await textOf('ftm'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length)
  const ministers = entities.filter(
    ({ schema, properties }) => schema === 'Position' && /minister/.test(properties.name[0]),
  )
  expect(ministers).toHaveLength(1)
})

test('no other story is found under a number that has none', async () => {
  expect(await exportStory(fixture.store.db, 999, 'csv', fixtureNow)).toBeUndefined()
})
