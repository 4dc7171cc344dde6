/** Corrections as a reader makes them: forms on pages, without scripts. */

import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Config, parseConfig } from '../src/config.ts'
import { createWeb } from '../src/web/app.ts'
import type { Env } from '../src/web/site.ts'
import { type Fixture, fixtureNow, fixtureStore } from './fixture-store.ts'

let fixture: Fixture
let app: Hono<Env>

beforeAll(async () => {
  fixture = await fixtureStore()
  app = createWeb({
    store: fixture.store,
    config: parseConfig({}) as Config,
    now: () => fixtureNow,
    commands: {
      lookAt: async () => ({ failed: '' }),
      addSource: async () => ({ failed: '' }),
      removeSample: async () => {},
    },
  })
})
afterAll(() => fixture.store.close())

const get = async (path: string, language = 'en') => {
  const answer = await app.request(`http://localhost:8420${path}`, {
    headers: { host: 'localhost:8420', 'accept-language': language },
  })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

const post = async (path: string, fields: Readonly<Record<string, string>>) => {
  const answer = await app.request(`http://localhost:8420${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: {
      host: 'localhost:8420',
      origin: 'http://localhost:8420',
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
  return { status: answer.status, to: answer.headers.get('location'), body: await answer.text() }
}

const recordWith = async (path: string, words: string): Promise<string> => {
  const { body } = await get(path)
  const entry = body.split('<li class="').find((part) => part.includes(words))
  return /\/record\/\w+\/\d+/.exec(entry ?? '')![0]
}

describe('a record', () => {
  test('is changed by its form, marked, told on the list, and taken back', async () => {
    const story = `/story/${fixture.story}`
    const record = await recordWith(story, 'status-denied')
    const done = await post(record, { act: 'edit', status: 'cancelled', date: '2025-06-10', back: story })
    expect([done.status, done.to]).toEqual([303, story])
    const after = (await get(story)).body
    expect(after).toContain('status-cancelled')
    expect(after).toContain('standing-edited')
    const list = await get('/corrections')
    expect(list.body).toContain('corrected this Encounter')
    await post(/\/corrections\/\d+\/undo/.exec(list.body)![0], {})
    expect((await get(story)).body).not.toContain('status-cancelled')
    expect((await get('/corrections')).body).toContain('taken back')
  })

  test('that is rejected leaves the pages and comes back', async () => {
    const path = `/story/${fixture.story}/statements`
    const record = await recordWith(path, 'The minister was at his desk')
    await post(record, { act: 'reject' })
    expect((await get(path)).body).not.toContain('The minister was at his desk')
    expect((await get(record)).status).toBe(404)
    const { body } = await get('/corrections')
    await post(/\/corrections\/\d+\/undo/.exec(body)![0], {})
    expect((await get(path)).body).toContain('The minister was at his desk')
  })

  test.each([
    ['date', 'next week', 'Date: write a day'],
    ['status', 'perhaps', 'Status: choose one'],
  ])('refuses a wrong %s in plain words', async (field, value, words) => {
    const record = await recordWith(`/story/${fixture.story}`, 'status-expected')
    const { status, body } = await post(record, { act: 'edit', [field]: value })
    expect(status).toBe(400)
    expect(body).toContain(words)
  })

  test.each(['/record/encounter/999', '/record/outlet/1', '/record/encounter/x'])(
    'that does not exist is not found: %s',
    async (path) => {
      expect((await get(path)).status).toBe(404)
      expect((await post(path, { act: 'confirm' })).status).toBe(400)
    },
  )
})

describe('an actor', () => {
  test('is renamed, merged by name or address, and led back by undo', async () => {
    const orun = fixture.actors.get('orun')!
    const azhar = fixture.actors.get('azhar')!
    await post(`/actor/${azhar}/correct`, { act: 'rename', name: 'Salim <Azhar>' })
    expect((await get(`/actor/${azhar}`)).body).toContain('Salim &lt;Azhar&gt;')
    expect((await post(`/actor/${azhar}/correct`, { act: 'merge', other: 'Nobody Known' })).status).toBe(400)
    await post(`/actor/${azhar}/correct`, { act: 'merge', other: `http://localhost:8420/actor/${orun}` })
    const merged = await get(`/actor/${azhar}`)
    expect([merged.status, merged.headers.get('location')]).toEqual([302, `/actor/${orun}`])
    const { body } = await get('/corrections')
    await post(/\/corrections\/\d+\/undo/.exec(body)![0], {})
    expect((await get(`/actor/${azhar}`)).status).toBe(200)
    expect((await get(`/actor/${azhar}`)).body).toContain('at his desk')
  })

  test('is shown by its name in the script of the interface', async () => {
    const { body } = await get(`/actor/${fixture.actors.get('devany')}`, 'ar')
    expect(body).toContain('<h1 dir="auto">توماس ديفاني</h1>')
    expect((await get(`/story/${fixture.story}/cast`, 'he')).body).toContain('מירלה אורון')
  })

  test('has a feed of the articles that name it', async () => {
    const { headers, body } = await get(`/actor/${fixture.actors.get('devany')}/feed.xml`)
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(body).toContain('Devany did not travel to Callan')
    expect((await get('/actor/999/feed.xml')).status).toBe(404)
  })
})

test.each(['of the story', 'of the episode it leads to'])(
  'the coverage %s says who has a fact, who lacks it and who tells it differently',
  async (of) => {
    const whole = `/story/${fixture.story}/coverage`
    const episodes = [...(await get(whole)).body.matchAll(/href="([^"]*coverage\?episode=\d+)"/g)]
    const pages = of === 'of the story' ? [whole] : episodes.map(([, href]) => href!)
    const body = (await Promise.all(pages.map((page) => get(page)))).map((page) => page.body).join('')
    expect(body).toContain('does not have it')
    const rows = body.split('<tr').filter((row) => row.includes('delegate'))
    expect(
      rows.some(
        (row) => row.includes('>12</a>') && row.includes('>14</a>') && row.includes('told differently'),
      ),
    ).toBe(true)
  },
)
