/** What the pages give a browser for being offline, and take back from it; notes, sharing and sending on, without scripts. */

import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { setUpPassword } from '../src/app/account.ts'
import type { ArticleMail } from '../src/app/send-article.ts'
import { type Config, parseConfig } from '../src/config.ts'
import { createWeb } from '../src/web/app.ts'
import type { Commands } from '../src/web/commands.ts'
import { type Fixture, fixtureNow, fixtureStore } from './fixture-store.ts'

const ORIGIN = 'http://localhost:8420'
const letters: ArticleMail[] = []
const commands: Commands = {
  lookAt: async () => ({ failed: 'Nothing answers there.' }),
  addSource: async () => ({ failed: 'Nothing answers there.' }),
  removeSample: async () => {},
  mail: async (letter) => {
    letters.push(letter)
    return letter.to.startsWith('full@') ? { failed: 'The mailbox is full.' } : undefined
  },
}

let fixture: Fixture
let app: ReturnType<typeof createWeb>
beforeAll(async () => {
  fixture = await fixtureStore()
  app = createWeb({
    store: fixture.store,
    config: parseConfig({}) as Config,
    now: () => fixtureNow,
    commands,
  })
})

const own = { host: 'localhost:8420', origin: ORIGIN }
const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`${ORIGIN}${path}`, { headers: { ...own, ...headers } })
const post = (path: string, form: Record<string, string>) =>
  app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
const article = (key: string) => `/article/${fixture.articles.get(key)}`
const readingOf = (key: string) =>
  fixture.store.db
    .selectFrom('reading')
    .select(['read', 'starred', 'later', 'archived'])
    .where('article', '=', fixture.articles.get(key)!)
    .executeTakeFirst()

describe('being offline', () => {
  test('the service worker stands at the root, is asked for anew each time and keeps to the policy', async () => {
    const answer = await get('/worker.js')
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    const files = [...(await answer.text()).matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path!)
    expect(files.length).toBeGreaterThan(8)
    for (const path of files) expect([path, (await get(path)).status]).toEqual([path, 200])
  })

  test('pages are never to be shown again without asking', async () => {
    for (const path of ['/', article('first'), '/notes', '/offline'])
      expect((await get(path)).headers.get('cache-control')).toBe('private, no-cache')
  })

  test('what is to be kept names what is put by and starred first, and is not read by being fetched', async () => {
    await post(`${article('wire')}/mark`, { mark: 'star' })
    await post(`${article('plan')}/mark`, { mark: 'later' })
    const { keep, reader } = (await (await get('/sync')).json()) as {
      keep: { path: string; title: string }[]
      reader: number
    }
    expect(reader).toBe(1)
    expect(keep.slice(0, 2).map(({ path }) => path)).toEqual([article('plan'), article('wire')])
    expect(keep).toHaveLength(fixture.articles.size)
    await get(article('plan'), { 'x-keep': '1' })
    expect(await readingOf('plan')).toMatchObject({ read: null })
    await get(article('plan'))
    expect(await readingOf('plan')).toMatchObject({ read: fixtureNow })
  })

  test('acts come back with their own time; what is no act is refused by its name', async () => {
    const act = (id: string, path: string, form: object, at = fixtureNow - 1000) => ({ id, at, path, form })
    const answer = await post('/sync', {
      sent: String(fixtureNow),
      acts: JSON.stringify([
        act('a', `${article('denial')}/mark`, { mark: 'archive' }),
        act('b', `${article('denial')}/notes`, { key: 'note-from-phone', body: 'On the train.' }),
        act('c', '/sources/1/pause', {}),
        act('d', `${article('denial')}/mark`, { mark: 'burn' }),
        act('e', '/article/99999/mark', { mark: 'star' }),
        { id: 'f' },
        7,
      ]),
    })
    const { refused } = (await answer.json()) as { refused: string[] }
    expect(refused).toEqual(expect.arrayContaining(['c', 'd', 'e', 'f']))
    expect(refused).toHaveLength(5)
    expect(await readingOf('denial')).toMatchObject({ archived: fixtureNow - 1000, starred: null })
    expect(await (await get('/notes')).text()).toContain('On the train.')
  })

  test.each([{}, { sent: 'x', acts: '[]' }, { sent: '1', acts: '{' }, { sent: '1', acts: '{"a":1}' }])(
    'what is no list of acts is answered in words: %j',
    async (form) => {
      expect((await post('/sync', form as Record<string, string>)).status).toBe(400)
    },
  )

  test('signing out tells the browser to forget; nothing of the store is open before signing in', async () => {
    const guarded = await fixtureStore()
    await setUpPassword(guarded.store.db, 'correct horse', randomBytes)
    const config = parseConfig({ THROUGHLINE_PASSWORD: 'correct horse' }) as Config
    const locked = createWeb({ store: guarded.store, config, now: () => fixtureNow, commands })
    const ask = (path: string, init: RequestInit = {}) =>
      locked.request(`${ORIGIN}${path}`, {
        ...init,
        headers: {
          ...own,
          'content-type': 'application/x-www-form-urlencoded',
          ...(init.headers as Record<string, string>),
        },
      })
    for (const path of ['/offline', '/worker.js', '/manifest.webmanifest'])
      expect((await ask(path)).status).toBe(200)
    for (const path of ['/sync', '/notes', '/notes.md', '/share']) expect((await ask(path)).status).toBe(303)
    expect((await ask('/sync', { method: 'POST', body: 'sent=1&acts=[]' })).status).toBe(303)
    const signedIn = await ask('/sign-in', { method: 'POST', body: 'password=correct+horse' })
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
    const out = await ask('/sign-out', { method: 'POST', headers: { cookie } })
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
    await guarded.store.close()
  })
})

describe('notes', () => {
  test('a passage pasted into the form is marked in the text and goes out as Markdown', async () => {
    const answer = await post(`${article('visit')}/notes`, {
      quote: 'Tomas Devany arrived',
      body: 'When exactly?',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/#note-[\w-]+$/),
    ])
    expect(await (await get(article('visit'))).text()).toMatch(/<mark id="note-[\w-]+" class="own">Tomas/)
    const text = await (await get('/notes.md')).text()
    expect(text).toMatch(
      /^# Notes\n\n## .+\n\n.*The Callan Post.*\n\n> Tomas Devany arrived\n\nWhen exactly\?\n/,
    )
  })

  test('the words of a note are changed, its passage stays', async () => {
    const key = 'note-to-change'
    await post(`${article('wire')}/notes`, { key, quote: 'dockers', body: 'First thought.' })
    await fixture.store.db
      .updateTable('note')
      .set({ act: fixtureNow - 1 })
      .where('key', '=', key)
      .execute()
    await post(`${article('wire')}/notes`, { key, body: 'Second thought.' })
    const notes = await fixture.store.db
      .selectFrom('note')
      .select(['quote', 'body'])
      .where('key', '=', key)
      .execute()
    expect(notes).toEqual([{ quote: 'dockers', body: 'Second thought.' }])
  })

  test('a passage that is not in the text is refused with what to do', async () => {
    const answer = await post(`${article('visit')}/notes`, { quote: 'no such words', body: '' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Copy it as it is there')
  })

  test('markup in a note is text', async () => {
    await post(`${article('visit')}/notes`, { body: '<script>alert(1)</script>' })
    for (const path of ['/notes', article('visit')])
      expect(await (await get(path)).text()).not.toContain('<script>alert')
  })

  test('a note of nobody cannot be removed', async () => {
    expect((await post('/notes/no-such-note/remove', {})).status).toBe(404)
  })
})

describe('sending on', () => {
  test('a letter goes to the mail server with the citation', async () => {
    const to = 'friend@mail.example'
    const answer = await post(`${article('visit')}/mail`, { to, words: 'Read this.' })
    expect(answer.headers.get('location')).toBe(`${article('visit')}?mail=sent`)
    expect(letters.at(-1)).toMatchObject({
      to,
      text: expect.stringMatching(/^Read this\.\n\n.*The Callan Post/),
    })
  })
  test('two addresses, and a server that refuses, are answered in words', async () => {
    const two = await post(`${article('visit')}/mail`, { to: 'a@b.example, c@d.example', words: '' })
    expect(two.status).toBe(400)
    const full = await post(`${article('visit')}/mail`, { to: 'full@mail.example', words: '' })
    expect(await full.text()).toContain('The mailbox is full.')
  })
})

describe('sharing', () => {
  test('looking at what is shared does nothing; confirming saves it, and what is no address is refused', async () => {
    const page = await (await get('/share?text=Look%3A%20https%3A%2F%2Fpages.example%2Fa')).text()
    expect(page).toContain('value="https://pages.example/a"')
    const saved = () =>
      fixture.store.db.selectFrom('item').select('id').where('url', 'like', '%pages.example%').execute()
    expect(await saved()).toHaveLength(0)
    expect((await post('/share', { address: 'https://pages.example/a', title: '' })).status).toBe(303)
    expect(await saved()).toHaveLength(1)
    expect((await post('/share', { address: 'javascript:alert(1)', title: '' })).status).toBe(400)
  })
})
