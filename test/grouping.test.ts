/** Correcting the grouping on the pages, as a browser without scripts does it. */

import { beforeEach, describe, expect, test } from 'vitest'
import { type Config, parseConfig } from '../src/config.ts'
import { createWeb } from '../src/web/app.ts'
import { type Fixture, fixtureNow, fixtureStore } from './fixture-store.ts'

let fixture: Fixture
let app: ReturnType<typeof createWeb>

beforeEach(async () => {
  fixture = await fixtureStore()
  app = createWeb({
    store: fixture.store,
    config: parseConfig({}) as Config,
    now: () => fixtureNow,
    commands: {
      lookAt: async () => ({ failed: 'not here' }),
      addSource: async () => ({ failed: 'not here' }),
      removeSample: async () => {},
    },
  })
})

const own = { host: 'localhost:8420' }
const get = async (path: string) => {
  const answer = await app.request(`http://localhost:8420${path}`, { headers: own })
  return { status: answer.status, to: answer.headers.get('location'), body: await answer.text() }
}
const post = async (path: string, form: readonly (readonly [string, string | number])[]) => {
  const answer = await app.request(`http://localhost:8420${path}`, {
    method: 'POST',
    headers: {
      ...own,
      origin: 'http://localhost:8420',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form.map(([name, value]) => [name, String(value)])).toString(),
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', body: await answer.text() }
}
const article = (key: string) => fixture.articles.get(key)!
const undoIn = (body: string) => /action="(\/act\/\d+\/undo)"/.exec(body)?.[1] ?? ''
const titles = (body: string) =>
  [...body.matchAll(/<h3[^>]*><a href="\/article\/(\d+)"/g)].map(([, id]) => Number(id))

describe('an article', () => {
  test('says why it is in its story, and who or what put it there', async () => {
    const { body } = await get(`/story/${fixture.story}/articles`)
    expect(body).toContain('Why is this here?')
    expect(body).toContain('names Port Callan and the quay, as the others do')
    expect((await get(`/article/${article('visit')}/why`)).body).toContain('by the model fixture')
  })
  test('moves out into a story of its own, says so, and comes back', async () => {
    const moved = await post(`/story/${fixture.story}/move`, [
      ['article', article('visit')],
      ['to', 'own'],
    ])
    expect(moved.status).toBe(303)
    const { body } = await get(moved.to)
    expect(body).toContain('role="status"')
    expect(titles(body)).toContain(article('visit'))
    expect(titles((await get(`/story/${fixture.story}/articles`)).body)).not.toContain(article('visit'))
    const back = await post(undoIn(body), [])
    expect(back.to).toMatch(new RegExp(`^/story/${fixture.story}\\?done=`))
    expect(titles((await get(`/story/${fixture.story}/articles`)).body)).toContain(article('visit'))
    expect((await get(moved.to)).to).toBe(`/story/${fixture.story}`)
  })
  test('moves to another story found by its words', async () => {
    const seeded = await post('/stories/new', [
      ['article', article('hebrew')],
      ['article', article('arabic')],
    ])
    const other = Number(/^\/story\/(\d+)\/more/.exec(seeded.to)?.[1])
    const where = await get(
      `/story/${fixture.story}/where?article=${article('visit')}&find=${encodeURIComponent('הרציף')}`,
    )
    expect(where.body).toContain(`name="target" value="${other}"`)
    const moved = await post(`/story/${fixture.story}/move`, [
      ['article', article('visit')],
      ['target', other],
      ['to', 'story'],
    ])
    expect(moved.to).toMatch(new RegExp(`^/story/${other}\\?done=`))
    expect(titles((await get(`/story/${other}/articles`)).body)).toHaveLength(3)
  })
})

describe('stories', () => {
  test('merge by a pasted address, and the emptied one leads on', async () => {
    const merged = await post(`/story/${fixture.otherStory}/merge`, [
      ['other', `http://localhost:8420/story/${fixture.story}?done=1`],
    ])
    expect(merged.to).toMatch(new RegExp(`^/story/${fixture.story}\\?done=`))
    expect((await get(`/story/${fixture.otherStory}`)).to).toBe(`/story/${fixture.story}`)
    expect((await get(`/story/${fixture.otherStory}/feed.xml`)).status).toBe(302)
  })
  test('split by the episodes chosen, the larger part keeping the address', async () => {
    const edit = await get(`/story/${fixture.story}/edit`)
    const episodes = [...edit.body.matchAll(/name="episode" value="(\d+)"/g)].map(([, id]) => id!)
    expect(episodes).toHaveLength(3)
    const split = await post(`/story/${fixture.story}/split`, [['episode', episodes.at(-1)!]])
    expect(split.status).toBe(303)
    expect(split.to).not.toMatch(new RegExp(`^/story/${fixture.story}\\?`))
  })
  test('that may belong together are joined or kept apart by one press, for good', async () => {
    expect((await get(`/story/${fixture.story}`)).body).toContain('May belong here too')
    const rejected = await post(`/story/${fixture.story}/link`, [
      ['other', fixture.otherStory],
      ['verdict', 'reject'],
    ])
    const { body } = await get(rejected.to)
    expect(body).not.toContain('May belong here too')
    expect(body).toContain('do not belong together')
    await post(undoIn(body), [])
    expect((await get(`/story/${fixture.story}`)).body).toContain('May belong here too')
  })
  test('keep a history of who did what when, and can be seen as they were', async () => {
    await post(`/story/${fixture.story}/move`, [
      ['article', article('visit')],
      ['to', 'own'],
    ])
    const { body } = await get(`/story/${fixture.story}/history?at=2026-03-19T23:00`)
    expect(body).toContain('moved 1 article from')
    expect(body).toContain('<bdi>reader</bdi>')
    expect(titles(body)).toContain(article('visit'))
    expect(titles((await get(`/story/${fixture.story}/history?at=2026-03-20T12:00`)).body)).not.toContain(
      article('visit'),
    )
    expect((await get(`/story/${fixture.story}/history?at=2001-01-01T00:00`)).body).toContain(
      'no articles then',
    )
  })
})

describe('a correction that cannot be made says why, and changes nothing', () => {
  test.each([
    ['a story merged with itself', '/merge', [['other', 'SELF']], 'one story already'],
    ['a story that is not there', '/merge', [['other', 999]], 'no such story'],
    ['an address of something else', '/merge', [['other', 'https://elsewhere.example/']], 'no such story'],
    ['nothing chosen', '/move', [['to', 'own']], 'at least one article'],
    ['a move to nowhere', '/move', [['article', 1]], 'no such story'],
    ['a split without episodes', '/split', [], 'Choose the episodes'],
    [
      'a link to itself',
      '/link',
      [
        ['other', 'SELF'],
        ['verdict', 'reject'],
      ],
      'one story already',
    ],
    ['a ranked article not chosen', '/more', [['verdict', 'accept']], 'at least one article'],
  ] as const)('%s', async (_what, path, form, words) => {
    const filled = form.map(([name, value]) => [name, value === 'SELF' ? fixture.story : value] as const)
    const answer = await post(`/story/${fixture.story}${path}`, filled)
    expect(answer.status).toBe(400)
    expect(answer.body).toContain('role="alert"')
    expect(answer.body).toContain(words)
    expect(await fixture.store.db.selectFrom('act').selectAll().execute()).toEqual([])
  })
  test('an undo of nothing, and of what was undone', async () => {
    expect((await post('/act/7/undo', [])).body).toContain('no such correction')
  })
  test.each(['/edit', '/where', '/merge', '/more', '/history'])(
    'a story that is gone, at %s',
    async (path) => {
      expect((await get(`/story/999${path}`)).status).toBe(404)
    },
  )
})
