/** The pages as a browser without scripts gets them. */

import { beforeAll, describe, expect, test } from 'vitest'
import { setUpPassword } from '../src/app/account.ts'
import { type Config, parseConfig } from '../src/config.ts'
import { parseFeed } from '../src/feeds/parse.ts'
import { createWeb } from '../src/web/app.ts'
import type { Commands } from '../src/web/commands.ts'
import { type Fixture, fixtureNow, fixtureStore } from './fixture-store.ts'

const asked: string[] = []
const commands: Commands = {
  lookAt: async (address) =>
    address.includes('good')
      ? {
          url: 'https://good.example/feed',
          preview: { title: 'Good', items: [], texts: 'full', language: 'en' },
        }
      : { failed: 'Nothing answers there.' },
  addSource: async (address) => {
    asked.push(`add ${address}`)
    return address === 'nothing.example'
      ? { failed: 'nothing.example has no feed.' }
      : {
          source: 1,
          added: true,
          url: 'https://callanpost.example/feed',
          preview: { title: 'The Callan Post', items: [], perDay: 12.4, texts: 'full', language: 'en' },
        }
  },
  removeSample: async () => void asked.push('remove sample'),
}

const configOf = (env: Record<string, string> = {}): Config => {
  const config = parseConfig(env)
  if ('failed' in config) throw new Error(config.failed)
  return config
}

type App = ReturnType<typeof createWeb>
const site = (fixture: Fixture, env: Record<string, string> = {}): App =>
  createWeb({ store: fixture.store, config: configOf(env), now: () => fixtureNow, commands })

let fixture: Fixture
let app: App
const own = { host: 'localhost:8420' }
const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(`http://localhost:8420${path}`, { headers: { ...own, ...headers } })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}
const post = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await app.request(`http://localhost:8420${path}`, {
    method: 'POST',
    headers: {
      ...own,
      origin: 'http://localhost:8420',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(form).toString(),
  })
  return { status: answer.status, to: answer.headers.get('location'), body: await answer.text() }
}

beforeAll(async () => {
  fixture = await fixtureStore()
  app = site(fixture)
})

describe('the story page', () => {
  test('leads from an encounter to the sentence that tells it, highlighted', async () => {
    const { body } = await get(`/story/${fixture.story}`)
    const visit = fixture.articles.get('visit')
    const link = new RegExp(`href="(/article/${visit}\\?e=\\d+-\\d+)#e"`).exec(body)?.[1]
    expect(link).toBeDefined()
    const article = await get(link!)
    expect(article.body).toMatch(/<mark id="e">Tomas Devany arrived in Port Callan/)
  })
  test('never sets an expected or denied visit as one that took place', async () => {
    const { body } = await get(`/story/${fixture.story}`)
    const entries = body.split('<li class="encounter ').slice(1)
    const of = (word: string) => entries.filter((entry) => entry.includes(`>${word}</span> Visit`))
    expect(of('expected').every((entry) => entry.startsWith('unsettled'))).toBe(true)
    expect(of('denied').every((entry) => entry.startsWith('unsettled'))).toBe(true)
    expect([of('expected').length, of('denied').length, of('took place').length]).toEqual([1, 1, 1])
  })
  test('tells an encounter once though two outlets report it, and names both', async () => {
    const { body } = await get(`/story/${fixture.story}`)
    expect(body).toContain('2 outlets tell it')
  })
  test('sets differing figures side by side with their outlets, copies left out', async () => {
    const { body } = await get(`/story/${fixture.story}/coverage`)
    expect(body).toMatch(/<dt>900<\/dt>/)
    expect(body).toMatch(/<dt>about 1,200<\/dt>/)
    expect(body).toMatch(/<dt>12<\/dt>[\s\S]*<dt>14<\/dt>/)
    expect(body.split('<dt>900</dt>')[1]!.split('</dd>')[0]).not.toContain('Tessary Herald')
  })
  test.each(['', '/cast', '/coverage', '/statements', '/articles'])(
    'answers for the tab "%s"',
    async (tab) => {
      expect((await get(`/story/${fixture.story}${tab}`)).status).toBe(200)
    },
  )
})

describe('the story page goes on', () => {
  test('draws the travels, the planned one dashed', async () => {
    const { body } = await get(`/story/${fixture.story}`)
    expect(body).toContain('aria-label="Map of the travels: Tessary, Port Callan"')
    expect(body).toMatch(/class="way planned"/)
    expect(body).not.toMatch(/NaN/)
  })
  test('is a well-formed Atom feed for any reader', async () => {
    const { headers, body } = await get(`/story/${fixture.story}/feed.xml`)
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const feed = parseFeed(new TextEncoder().encode(body), {
      url: `http://localhost:8420/story/${fixture.story}/feed.xml`,
    })
    if ('failed' in feed) throw new Error(feed.failed)
    expect([feed.format, feed.title, feed.items.length, feed.warnings]).toEqual([
      'atom',
      'The fight for the old quay of Port Callan',
      8,
      [],
    ])
  })
})

describe('the article page', () => {
  test('sets an Arabic text in its own direction and language', async () => {
    const { body } = await get(`/article/${fixture.articles.get('arabic')}`)
    expect(body).toContain('<h1 lang="ar" dir="rtl">')
    expect(body).toContain('<div class="article" lang="ar" dir="rtl">')
  })
  test('says that a date was inferred, and from which words', async () => {
    const { body } = await get(`/article/${fixture.articles.get('hebrew')}`)
    expect(body).toContain('between <time datetime="2026-03-19">19 Mar 2026</time>')
    expect(body).toContain('<span class="inferred">inferred</span>')
    expect(body).toContain('the page names it in its footer')
    expect(body).toContain('Date: this was past when it was written')
    expect(body).toContain('Date: the page prints \u20682026-03-19\u2069')
  })
  test.each([
    ['ar', 'كان هذا قد مضى وقت كتابته', 'الصفحة تكتب \u20682026-03-19\u2069'],
    ['he', 'זה כבר היה בעבר כשנכתב', 'בדף מודפס \u20682026-03-19\u2069'],
  ])('says it in the reader’s language: %s', async (language, ...said) => {
    const { body } = await get(`/article/${fixture.articles.get('hebrew')}`, { 'accept-language': language })
    for (const words of said) expect(body).toContain(words)
    expect(body).not.toContain('the page prints')
  })
  test('names the article it copies', async () => {
    const { body } = await get(`/article/${fixture.articles.get('wire-copy')}`)
    expect(body).toMatch(new RegExp(`wire copy of <a href="/article/${fixture.articles.get('wire')}"`))
  })
  test('keeps the first version to be read beside the newest', async () => {
    const id = fixture.articles.get('visit')
    expect((await get(`/article/${id}`)).body).toContain('opens a ferry line')
    const first = await get(`/article/${id}?version=1`)
    expect(first.body).not.toContain('opens a ferry line')
    expect(first.body).toContain('This is version 1 of 2.')
  })
  test('shows what the outlet changed, sentence by sentence', async () => {
    const { body } = await get(`/article/${fixture.articles.get('visit')}/changes`)
    expect(body).toMatch(
      /<del>[^<]*<span[^>]*>Removed: <\/span>They signed an agreement that leaves the old quay with the city for thirty years\./,
    )
    expect(body).toMatch(/<ins>[^<]*<span[^>]*>Added: <\/span>They signed[^<]*opens a ferry line/)
    expect((await get(`/article/${fixture.articles.get('plan')}/changes`)).status).toBe(404)
  })
  test('is marked as read by opening it, and starred by its form', async () => {
    const id = fixture.articles.get('plan')
    await get(`/article/${id}`)
    const answer = await post(`/article/${id}/mark`, { mark: 'star' })
    expect([answer.status, answer.to]).toEqual([303, `/article/${id}`])
    expect((await get(`/article/${id}`)).body).toContain('value="unstar"')
    expect((await get(`/story/${fixture.story}/articles`)).body).toContain('class="row read"')
  })
  test('is not marked as read by a browser that fetches ahead', async () => {
    const id = fixture.articles.get('denial')
    await get(`/article/${id}`, { 'sec-purpose': 'prefetch' })
    const row = await fixture.store.db
      .selectFrom('reading')
      .selectAll()
      .where('article', '=', id!)
      .executeTakeFirst()
    expect(row).toBeUndefined()
  })
})

describe('an actor’s page', () => {
  test('gives every name in every script, roles, encounters and statements', async () => {
    const { body } = await get(`/actor/${fixture.actors.get('orun')}`)
    for (const words of ['ميريلا أورون', 'מירלה אורון', 'leader, dockers’ union', 'mayor, Port Callan'])
      expect(body).toContain(words)
    expect(body).toContain('This quay stays where it belongs')
    expect(body).toContain('took place')
  })
})

describe('search', () => {
  test('finds articles by their words and actors by their names', async () => {
    const { body } = await get('/search?q=ferry')
    expect(body).toContain(`href="/article/${fixture.articles.get('visit')}"`)
    expect((await get('/search?q=mirela')).body).toContain(`href="/actor/${fixture.actors.get('orun')}"`)
  })
  test('keeps to the language asked for', async () => {
    const { body } = await get('/search?q=devany&language=ar')
    expect(body).not.toContain(`href="/article/${fixture.articles.get('visit')}"`)
  })
  test.each(['"', '""', 'AND OR NOT', '*', '-', '(((', 'a"b*c', "'; drop table article", '%00', '🜁'])(
    'answers %j with a page',
    async (query) => {
      const { status } = await get(`/search?q=${encodeURIComponent(query)}&page=-4&outlet=x&from=nonsense`)
      expect(status).toBe(200)
    },
  )
})

describe('what a reader does', () => {
  test('following a story shows it among what is followed, and stopping takes it away', async () => {
    const target = String(fixture.story)
    const answer = await post('/follow', { kind: 'story', target, back: `/story/${target}` })
    expect([answer.status, answer.to]).toEqual([303, `/story/${target}`])
    expect((await get('/following')).body).toContain(`href="/story/${target}"`)
    await post('/unfollow', { kind: 'story', target, back: '/following' })
    expect((await get('/following')).body).toContain('You follow nothing yet')
  })
  test('What is behind an address is shown before anything is added, with a button to add it', async () => {
    const looked = await post('/sources/look', { address: 'good.example' })
    expect(looked.status).toBe(200)
    expect(looked.body).toContain('https://good.example/feed')
    expect(looked.body).toMatch(/<input type="hidden" name="address" value="https:\/\/good\.example\/feed">/)
    expect(asked).toEqual([])
    expect(await post('/sources/look', { address: 'bad.example' })).toMatchObject({
      status: 400,
      body: expect.stringContaining('Nothing answers there.'),
    })
  })

  test('adding a source shows what was found there, or why nothing was', async () => {
    const added = await post('/sources/add', { address: ' callanpost.example ' })
    expect(asked).toContain('add callanpost.example')
    expect([added.status, added.body.includes('about 12 articles a day')]).toEqual([200, true])
    const failed = await post('/sources/add', { address: 'nothing.example' })
    expect([failed.status, failed.body.includes('nothing.example has no feed.')]).toEqual([400, true])
  })
  test('a source can be paused, resumed and checked at once', async () => {
    const job = () => fixture.store.db.selectFrom('job').select('key').execute()
    expect((await post('/sources/1/pause', {})).to).toBe('/sources#source-1')
    expect((await get('/sources')).body).toContain('Paused by you')
    await post('/sources/1/resume', {})
    expect((await get('/sources')).body).not.toContain('Paused by you')
    expect(await job()).toEqual([])
    await post('/sources/1/check', {})
    expect(await job()).toEqual([{ key: 'source:1' }])
    expect((await post('/sources/99/check', {})).status).toBe(404)
  })
  test('a form never sends the reader to another site', async () => {
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', '\\\\evil.example']) {
      expect((await post('/follow', { kind: 'topic', target: 'quay', back })).to).toBe('/')
    }
  })
  test('settings set the next page without a script', async () => {
    const answer = await app.request('http://localhost:8420/settings', {
      method: 'POST',
      headers: {
        ...own,
        origin: 'http://localhost:8420',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'theme=dark&size=xl&width=nonsense',
    })
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
    expect((await get('/', { cookie })).body).toContain(
      'data-theme="dark" data-size="xl" data-width="medium"',
    )
  })
})

describe('bad requests get a clear page', () => {
  test.each([
    '/story/0',
    '/story/999',
    '/story/abc',
    '/story/1e3',
    '/article/-1',
    '/article/99999999999999999999',
    '/actor/%00',
    '/article/1?version=77',
    '/nothing',
    '/story/999/cast',
  ])('%s is not here', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body).toContain('<h1>Not here</h1>')
  })
  test('evidence that makes no sense is passed over', async () => {
    const id = fixture.articles.get('visit')
    for (const e of ['9-1', 'x', '0-999999999', '-1-5', '5']) {
      expect((await get(`/article/${id}?e=${e}`)).status).toBe(200)
    }
  })
  test('a page that breaks shows no insides', async () => {
    const broken = createWeb({
      store: { ...fixture.store, db: undefined as never },
      config: configOf(),
      now: () => 0,
      commands,
    })
    const answer = await broken.request('http://localhost/', { headers: own })
    const body = await answer.text()
    expect(answer.status).toBe(500)
    expect(body).not.toMatch(/TypeError|at .*\.ts/)
  })
})

describe('the guard', () => {
  test('every answer carries the strict policy, errors too', async () => {
    for (const path of ['/', '/nothing', '/story/abc']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/)
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', ''])(
    'on loopback a request for the host "%s" is refused',
    async (host) => {
      expect((await get('/', { host })).status).toBe(421)
    },
  )
  test.each(['localhost', '127.0.0.1:8420', '[::1]:8420', '127.9.9.9'])(
    'the host %s is its own',
    async (host) => {
      expect((await get('/', { host })).status).toBe(200)
    },
  )
  test('forms from other sites change nothing', async () => {
    const other = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const target = String(fixture.story)
    expect((await post('/follow', { kind: 'story', target }, other)).status).toBe(403)
    expect((await post('/sample/remove', {}, other)).status).toBe(403)
    expect((await post('/sample/remove', {}, { ...other, 'content-type': 'text/plain' })).status).toBe(415)
    expect(asked).not.toContain('remove sample')
    expect((await get('/following')).body).not.toContain(`href="/story/${target}"`)
  })
  test('what outlets write is text, never markup', async () => {
    const { db } = fixture.store
    const attack = '<script>alert(1)</script>"onmouseover="x'
    const id = fixture.articles.get('first')!
    await db.updateTable('article').set({ title: attack }).where('id', '=', id).execute()
    await db.updateTable('version').set({ title: attack }).where('article', '=', id).execute()
    await db
      .updateTable('actor')
      .set({ name: attack })
      .where('id', '=', fixture.actors.get('azhar')!)
      .execute()
    for (const path of [
      `/article/${id}`,
      `/story/${fixture.story}`,
      `/story/${fixture.story}/cast`,
      `/search?q=dockers`,
      `/actor/${fixture.actors.get('azhar')}`,
    ]) {
      expect((await get(path)).body).not.toContain('<script>alert')
    }
  })
})

describe('the sample', () => {
  test('fills the front page of a new reader, marked as fictional, and gives way to the first own article', async () => {
    const sample = await fixtureStore({ sample: true })
    const before = site(sample)
    const front = await (await before.request('http://localhost/', { headers: own })).text()
    expect(front).toContain('Fictional sample')
    expect(front).toContain('The fight for the old quay of Port Callan')
    await sample.store.db.updateTable('article').set({ sample: 0 }).where('id', '=', 1).execute()
    const after = await (await before.request('http://localhost/', { headers: own })).text()
    expect(after).not.toContain('The fight for the old quay of Port Callan')
  })
})

describe('with a password', () => {
  const random = (bytes: number) => Buffer.alloc(bytes, 7)
  test('nothing is shown before signing in, and everything after', async () => {
    const guarded = await fixtureStore()
    await setUpPassword(guarded.store.db, 'correct horse', random)
    const locked = site(guarded, { THROUGHLINE_PASSWORD: 'correct horse', THROUGHLINE_HOST: '0.0.0.0' })
    const ask = (path: string, init: RequestInit = {}) =>
      locked.request(`http://reader.example${path}`, {
        ...init,
        headers: {
          host: 'reader.example',
          origin: 'http://reader.example',
          ...(init.headers as Record<string, string>),
        },
      })
    const closed = await ask(`/story/${guarded.story}`)
    expect([closed.status, closed.headers.get('location')]).toEqual([
      303,
      `/sign-in?to=%2Fstory%2F${guarded.story}`,
    ])
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const wrong = await ask('/sign-in', { method: 'POST', headers: form, body: 'password=wrong' })
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null])
    const right = await ask('/sign-in?to=/sources', {
      method: 'POST',
      headers: form,
      body: 'password=correct+horse',
    })
    expect([right.status, right.headers.get('location')]).toEqual([303, '/sources'])
    const kept = right.headers.get('set-cookie')!
    expect(kept).toMatch(/HttpOnly; SameSite=Lax/)
    const cookie = kept.split(';')[0]!
    expect((await ask(`/story/${guarded.story}`, { headers: { cookie } })).status).toBe(200)
    const out = await ask('/sign-out', { method: 'POST', headers: { ...form, cookie } })
    expect(out.status).toBe(303)
    expect((await ask('/', { headers: { cookie } })).status).toBe(303)
  })
})
