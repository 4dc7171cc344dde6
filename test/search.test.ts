/** Search, kept searches and their feeds, as a browser without scripts gets them. */

import { beforeAll, describe, expect, test } from 'vitest'
import { setUpPassword } from '../src/app/account.ts'
import { type Config, parseConfig } from '../src/config.ts'
import { parseFeed } from '../src/feeds/parse.ts'
import { createWeb } from '../src/web/app.ts'
import { type Fixture, fixtureNow, fixtureStore } from './fixture-store.ts'

type App = ReturnType<typeof createWeb>

const appOf = (fixture: Fixture, env: Record<string, string> = {}): App =>
  createWeb({
    store: fixture.store,
    config: parseConfig(env) as Config,
    now: () => fixtureNow,
    commands: {
      lookAt: async () => ({ failed: 'not here' }),
      addSource: async () => ({ failed: 'not here' }),
      removeSample: async () => {},
    },
  })

let fixture: Fixture
let app: App
const own = { host: 'localhost:8420' }
const get = async (path: string, on = app, headers: Record<string, string> = {}) => {
  const answer = await on.request(`http://localhost:8420${path}`, { headers: { ...own, ...headers } })
  return { status: answer.status, to: answer.headers.get('location'), body: await answer.text() }
}
const post = async (path: string, form: Record<string, string>) => {
  const answer = await app.request(`http://localhost:8420${path}`, {
    method: 'POST',
    headers: {
      ...own,
      origin: 'http://localhost:8420',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', body: await answer.text() }
}
const search = (fields: Record<string, string>) => get(`/search?${new URLSearchParams(fields)}`)
const found = (body: string) =>
  [...body.matchAll(/<h3[^>]*><a href="\/article\/(\d+)/g)].map(([, id]) => Number(id))
const keys = (body: string) => {
  const names = new Map([...fixture.articles].map(([key, id]) => [id, key]))
  return found(body)
    .map((id) => names.get(id)!)
    .sort()
}

beforeAll(async () => {
  fixture = await fixtureStore()
  app = appOf(fixture)
})

describe('what is found', () => {
  test('shows the sentences that hold the words, marked, each leading to its place in the article', async () => {
    const { body } = await search({ q: 'devany arrived' })
    expect(body).toMatch(/href="\/article\/\d+\?e=\d+-\d+#e">[^<]*(?:<mark>[^<]+<\/mark>[^<]*)+<\/a>/)
    expect(body).toContain('<mark>Devany</mark>')
  })
  test('nothing typed into a search becomes markup', async () => {
    const { body, status } = await search({ q: '"><script>alert(1)</script> OR quay', who: '<b>x</b>' })
    expect(status).toBe(200)
    expect(body).not.toMatch(/<script>alert|<b>x/)
  })
  test.each([
    [{ language: 'ar' }, ['arabic']],
    [{ from: '2026-03-19' }, ['hebrew']],
    [{ who: 'Mirela Orun', language: 'he' }, ['hebrew']],
    [{ place: 'Port Callan', until: '2024-11-04' }, ['first', 'wire', 'wire-copy']],
  ] as const)('is narrowed by %j alone', async (fields, expected) => {
    expect(keys((await search(fields)).body)).toEqual(expected)
  })
  test('is narrowed by outlet, story and words together', async () => {
    const outlet = await fixture.store.db
      .selectFrom('outlet')
      .select('id')
      .where('name', '=', 'Meridian Wire')
      .executeTakeFirstOrThrow()
    const { body } = await search({ q: `quay story:${fixture.story}`, outlet: String(outlet.id) })
    const rows = await fixture.store.db
      .selectFrom('article')
      .select('id')
      .where('outlet', '=', outlet.id)
      .execute()
    expect(found(body).length).toBeGreaterThan(0)
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(found(body)))
    expect(found((await search({ q: 'quay story:999' })).body)).toEqual([])
  })
  test('says so where nobody bears a name', async () => {
    expect((await search({ q: 'quay', who: 'Nobody Atall' })).body).toContain('Nobody Atall')
    expect((await search({ q: 'quay', who: 'Nobody Atall' })).body).toContain('role="alert"')
  })
  test('can be single sentences, statements by who is asked for, and names', async () => {
    const sentences = await search({ q: 'quay', in: 'sentences' })
    expect(sentences.body).toMatch(/class="sentence"><a href="\/article\/\d+\?e=/)
    const orun = fixture.actors.get('orun')
    const statements = await search({ q: `actor:${orun}`, in: 'statements' })
    const speakers = [...statements.body.matchAll(/<p class="who"><a href="\/actor\/(\d+)"/g)].map(([, id]) =>
      Number(id),
    )
    expect(new Set(speakers)).toEqual(new Set([orun]))
    expect((await search({ q: 'mirela', in: 'names' })).body).toContain(`href="/actor/${orun}"`)
  })
  test('offers a place to be followed where the words are one, under any of its names', async () => {
    for (const q of ['Port Callan', 'Switzerland'])
      expect((await search({ q })).body).toContain('Follow this place')
    expect((await search({ q: 'Mirela Orun' })).body).not.toContain('Follow this place')
    await post('/follow', { kind: 'place', target: 'Port Callan', back: '/' })
    expect((await search({ q: 'Port Callan' })).body).toContain('Following this place: stop')
  })
  test('a title alone can be asked for, and either of two words', async () => {
    const inTitles = (body: string) =>
      [...body.matchAll(/<h3[^>]*><a href="\/article\/\d+">([^<]+)/g)].map(([, title]) => title)
    const titled = inTitles((await search({ q: 'title:quay' })).body)
    expect(titled.length).toBeGreaterThan(0)
    expect(titled.every((title) => /quay/i.test(title!))).toBe(true)
    expect(inTitles((await search({ q: 'quay' })).body).length).toBeGreaterThan(titled.length)
    const one = keys((await search({ q: 'dockers' })).body)
    const either = keys((await search({ q: 'dockers OR ferry' })).body)
    expect(either).toEqual(expect.arrayContaining(one))
    expect(either.length).toBeGreaterThan(one.length)
  })
})

describe('a kept search', () => {
  test('is listed, is a feed, can be followed, and can be let go', async () => {
    const q = 'quay language:en'
    expect((await post('/search/save', { q, name: 'The quay', back: '/search' })).to).toBe('/search')
    expect((await get('/search')).body).toContain('The quay')
    expect((await get('/following')).body).toContain('The quay')
    const { body } = await get(`/search/feed.xml?${new URLSearchParams({ q })}`)
    const feed = parseFeed(new TextEncoder().encode(body), { url: 'http://localhost:8420/search/feed.xml' })
    if ('failed' in feed) throw new Error(feed.failed)
    expect([feed.format, feed.warnings, feed.items.length > 0]).toEqual(['atom', [], true])
    expect((await search({ q })).body).toContain('Saved: forget it')
    await post('/follow', { kind: 'search', target: q, back: '/' })
    expect((await search({ q })).body).toContain('Following the search: stop')
    await post('/search/forget', { q, back: '/search' })
    expect((await get('/search')).body).not.toContain('The quay')
  })
  test('of nothing is refused in words', async () => {
    expect((await post('/search/save', { q: ' ' })).status).toBe(400)
    expect((await get('/search/feed.xml')).status).toBe(404)
  })
})

test('Where a password is set, a feed’s address carries a secret, which opens feeds and nothing else', async () => {
  const guarded = appOf(fixture, { THROUGHLINE_PASSWORD: 'a long enough password' })
  await setUpPassword(fixture.store.db, 'a long enough password', (bytes) => Buffer.alloc(bytes, 7))
  const signIn = await guarded.request('http://localhost:8420/sign-in', {
    method: 'POST',
    headers: { ...own, origin: 'http://localhost:8420', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ password: 'a long enough password' }).toString(),
  })
  const cookie = signIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const { body } = await get('/search?q=quay', guarded, { cookie })
  const feed =
    /href="(\/search\/feed\.xml\?[^"]*secret=[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const secret = /secret=([^&]+)/.exec(feed)?.[1]
  expect((await get(feed, guarded)).body).toContain('<entry')
  expect((await get(`/story/${fixture.story}/feed.xml?secret=${secret}`, guarded)).status).toBe(200)
  expect((await get(`/story/${fixture.story}/feed.xml?secret=wrong`, guarded)).status).toBe(303)
  expect((await get(`/search?q=quay&secret=${secret}`, guarded)).status).toBe(303)
})
