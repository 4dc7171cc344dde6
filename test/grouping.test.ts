/** Correcting the grouping on the pages, as a browser without scripts does it. */

import { beforeEach, describe, expect, test } from 'vitest'
import { type Config, parseConfig } from '../src/config.ts'
import { endTies, saveCopy } from '../src/store/copies.ts'
import { joinEpisode, mergeStory, openEpisode, rehomeEpisode } from '../src/store/stories.ts'
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

describe('a copy', () => {
  test('says what it repeats, how sure that is and by what passages; its origin says what repeats it', async () => {
    const { db } = fixture.store
    const texts = await db.selectFrom('version').select(['article', 'text']).execute()
    const at = (key: string) => texts.find((one) => one.article === article(key))!.text.indexOf('The ')
    const passages = [
      {
        here: { start: at('wire-copy'), end: at('wire-copy') + 40 },
        there: { start: at('wire'), end: at('wire') + 40 },
      },
    ]
    await db
      .updateTable('copy')
      .set({ passages: JSON.stringify(passages) })
      .where('article', '=', article('wire-copy'))
      .execute()
    const copied = (await get(`/article/${article('wire-copy')}/why`)).body
    expect(copied).toContain('wire copy of')
    expect(copied).toContain('90 % sure')
    expect(copied).toContain('The passage they share')
    expect(copied).toContain(`/article/${article('wire')}?e=${at('wire')}-${at('wire') + 40}`)
    const origin = (await get(`/article/${article('wire')}/why`)).body
    expect(origin).toContain('What repeats it')
    expect(origin).toContain(`/article/${article('wire-copy')}/why#repeats`)
    expect((await get(`/article/${article('wire-copy')}`)).body).toContain('/why#repeats')
    const elsewhere = passages.map(({ here }) => ({ here, there: { start: 0, end: 20 } }))
    await db
      .updateTable('copy')
      .set({ passages: JSON.stringify(elsewhere) })
      .execute()
    const edited = (await get(`/article/${article('wire-copy')}/why`)).body
    expect(edited).not.toContain('The passage they share')
    expect(edited).toContain('One of the two was edited since')
  })
  test('of several articles shows each of them, and what it was before its text changed', async () => {
    const { db } = fixture.store
    const [own, one, other] = [article('visit'), article('plan'), article('wire')]
    const text = async (id: number) =>
      (await db.selectFrom('version').select('text').where('article', '=', id).executeTakeFirstOrThrow()).text
    const passages = [{ here: { start: 0, end: 60 }, there: { start: 0, end: 60 } }]
    const tie = {
      article: own,
      kind: 'excerpt' as const,
      containment: 0.1,
      confidence: 0.8,
      passages,
      why: [],
    }
    await db
      .updateTable('version')
      .set({ text: await text(own) })
      .where('article', 'in', [one, other])
      .execute()
    await saveCopy(db, { ...tie, origin: one })
    await saveCopy(db, { ...tie, origin: other })
    const { body } = await get(`/article/${own}/why`)
    expect(body.match(/excerpt of/g)).toHaveLength(2)
    expect(body.match(/The passage they share/g)).toHaveLength(2)
    expect((await get(`/article/${other}/why`)).body).toContain(`/article/${own}/why#repeats`)
    expect((await get(`/article/${own}`)).body.match(/excerpt of/g)).toHaveLength(2)
    await endTies(db, own, fixtureNow)
    const after = (await get(`/article/${own}/why`)).body
    expect(after).not.toContain('The passage they share')
    expect(after).toContain('What it repeated before its text changed')
    expect((await get(`/article/${own}`)).body).not.toContain('excerpt of')
  })
  test('is told apart from a citation, which leads to the link in the text', async () => {
    const { db } = fixture.store
    const { marks } = await db
      .selectFrom('version')
      .select('marks')
      .where('article', '=', article('visit'))
      .executeTakeFirstOrThrow()
    const { url } = await db
      .selectFrom('article')
      .select('url')
      .where('id', '=', article('plan'))
      .executeTakeFirstOrThrow()
    const link = { kind: 'link', href: `${url}?utm_source=letter`, start: 4, end: 12 }
    await db
      .updateTable('version')
      .set({ marks: JSON.stringify([...JSON.parse(marks), link]) })
      .where('article', '=', article('visit'))
      .execute()
    const { body } = await get(`/article/${article('visit')}/why`)
    expect(body).toContain('What it cites')
    expect(body).toContain(`/article/${article('visit')}?e=4-12`)
    await db
      .updateTable('trace')
      .set({ features: JSON.stringify({ links: [link.href] }) })
      .where('article', '=', article('visit'))
      .execute()
    expect((await get(`/article/${article('plan')}/why`)).body).toContain('What cites it')
  })
})

describe('stories', () => {
  test('that the model made one are parted again by a press in the history, which can be taken back', async () => {
    const { db } = fixture.store
    const episode = await openEpisode(db, fixture.otherStory, 1, false)
    await joinEpisode(db, {
      article: article('first'),
      from: null,
      episode,
      reasons: [],
      model: 'fixture',
      now: 1,
    })
    const reasons = [{ what: 'what came later belongs to both', values: {}, weight: 1 }]
    const [from, to] = [fixture.otherStory, fixture.story]
    await rehomeEpisode(db, { episode, from, to, reasons, model: 'fixture', now: fixtureNow })
    await mergeStory(db, from, to)
    expect((await get(`/story/${from}/history`)).to).toBe(`/story/${to}`)
    const { body } = await get(`/story/${to}/history`)
    expect(body).toContain('which leads here since: what came later belongs to both')
    const step = /name="step" value="(homing-\d+)"/.exec(body)?.[1] ?? ''
    const parted = await post(`/story/${to}/take-back`, [['step', step]])
    expect(parted.to).toMatch(new RegExp(`^/story/${from}\\?done=`))
    const done = (await get(parted.to)).body
    expect(done).toContain('took back what the model had done with 1 article')
    expect((await post(`/story/${to}/take-back`, [['step', step]])).body).toContain('moved on or taken back')
    expect((await post(undoIn(done), [])).to).toMatch(new RegExp(`^/story/${to}\\?done=`))
    expect((await get(`/story/${from}`)).to).toBe(`/story/${to}`)
  })
  test('that were kept apart and are merged all the same say what that overrules', async () => {
    await post(`/story/${fixture.story}/link`, [
      ['other', fixture.otherStory],
      ['verdict', 'reject'],
    ])
    const merged = await post(`/story/${fixture.story}/merge`, [['other', fixture.otherStory]])
    const { body } = await get(merged.to)
    expect(body).toContain('That overrules what was decided before')
    expect(body).toContain('do not belong together')
  })
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
