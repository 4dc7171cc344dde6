/** Holds the living sample to being whole: every page answers, every feed parses, every answer rests on its text. */

import { request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readKey } from '../sample/key.ts'
import { openBlocks } from '../src/sample/markup.ts'
import { outlets } from '../src/sample/outlets.ts'
import { type SampleServer, serveSample } from '../src/sample/serve.ts'
import { readWorld } from '../src/sample/world.ts'

const world = readWorld()
const key = readKey(world)
const start = Date.parse('2026-11-20T09:00:00Z')
let clock = start
let server: SampleServer

type Got = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** Asks loopback directly and names the outlet in the Host header, as a name server may not know `*.localhost`. */
function get(url: string, headers: Record<string, string> = {}): Promise<Got> {
  const { host, pathname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: pathname, headers: { host, ...headers } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

const words = (got: Got): string =>
  new TextDecoder(/charset=([\w-]+)/.exec(String(got.headers['content-type']))?.[1] ?? 'utf-8').decode(
    got.body,
  )

const urlOf = (article: { outlet: string; path: string }): string =>
  server.origin(article.outlet) + article.path

beforeAll(async () => {
  server = await serveSample({ port: 0, now: () => clock }, world)
})
afterAll(() => server.close())

describe('the sample’s content', () => {
  it('gives every article a known outlet, an own path, a title and a body', () => {
    const paths = new Set(world.articles.map((article) => `${article.outlet}${article.path}`))
    expect(paths.size).toBe(world.articles.length)
    for (const article of world.articles) {
      expect(outlets.map(({ id }) => id)).toContain(article.outlet)
      expect(article.body.length, article.id).toBeGreaterThan(2)
    }
  })

  it('names in its key only articles, stories and episodes that exist', () => {
    const ids = new Set(key.articles.map(({ id }) => id))
    const episodes = new Set(
      key.stories.flatMap(({ id, episodes }) => episodes.map((name) => `${id}/${name}`)),
    )
    for (const article of key.articles) {
      if (article.story) expect(episodes, article.id).toContain(article.episode)
      if (article.copyOf) expect(ids, article.id).toContain(article.copyOf.article)
    }
    for (const trap of key.traps) expect(ids).toContain(trap.article)
    for (const story of key.stories) {
      for (const { said } of story.differing) for (const id of Object.keys(said)) expect(ids).toContain(id)
      for (const episode of story.episodes) {
        expect(key.articles.map((article) => article.episode)).toContain(`${story.id}/${episode}`)
      }
    }
  })

  it('lets a copy tell the same episode as its origin, and come after it', () => {
    const byId = new Map(key.articles.map((article) => [article.id, article]))
    const copies = key.articles.filter(({ copyOf }) => copyOf !== undefined)
    expect(new Set(copies.map(({ copyOf }) => copyOf?.kind))).toEqual(
      new Set(['wire', 're-post', 'translation', 'rewrite']),
    )
    for (const copy of copies) {
      const origin = byId.get(copy.copyOf?.article ?? '')
      expect(origin?.episode, copy.id).toBe(copy.episode)
      expect(Date.parse(String(copy.published)), copy.id).toBeGreaterThan(
        Date.parse(String(origin?.published)),
      )
    }
  })

  it('is as large and as various as a reader’s first day needs', () => {
    expect(key.articles.length).toBeGreaterThanOrEqual(180)
    expect(key.stories.length).toBeGreaterThanOrEqual(7)
    expect(new Set(key.articles.map(({ language }) => language))).toEqual(
      new Set(['en', 'ar', 'he', 'fr', 'ru']),
    )
    expect(key.articles.filter(({ undated }) => undated).length).toBeGreaterThanOrEqual(5)
    expect(key.articles.filter(({ access }) => access !== 'free').length).toBeGreaterThanOrEqual(8)
    for (const story of key.stories) {
      const days = key.articles
        .filter((article) => article.story === story.id)
        .map(({ published }) => published)
      const fixed = days.flatMap((day) => (typeof day === 'string' ? Date.parse(day) : []))
      expect(Math.max(...fixed) - Math.min(...fixed), story.id).toBeGreaterThan(3 * 365 * 86_400_000)
    }
  })

  it('lists as variants of a name only forms that an article of the story has', () => {
    for (const { id, cast } of key.stories) {
      const text = world.articles
        .filter(({ draft }) => draft.head.story === id)
        .flatMap(({ title, lead, dateline, body }) => [
          title,
          lead,
          dateline,
          ...body.map((block) => block.text),
        ])
        .join('\n')
        .toLowerCase()
      for (const form of cast.flatMap(({ variants }) => variants)) {
        expect(text.includes(form.toLowerCase()), `${id}: ${form}`).toBe(true)
      }
    }
  })

  it('links only to pages that are there', () => {
    const paths = new Set(world.articles.map(({ outlet, path }) => outlet + path))
    const links = world.articles.flatMap(({ outlet, body }) =>
      body.flatMap(({ text }) => [...text.matchAll(/\]\(([^)]+)\)/g)].map((link) => outlet + link[1])),
    )
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(paths).toContain(link)
  })

  it('rests every noted statement, encounter and figure on words of its article', () => {
    const textOf = new Map(
      world.articles.map(({ id, access, dateline, lead, body }) => [
        id,
        [dateline, lead, ...body.slice(0, openBlocks({ access, body })).map(({ text }) => text)].join('\n'),
      ]),
    )
    for (const { article, content } of key.statements) expect(textOf.get(article), article).toContain(content)
    for (const { article, said } of key.figures)
      expect(textOf.get(article)?.toLowerCase(), article).toContain(said)
    for (const { article, head, host, place, via } of key.encounters) {
      const variants = world.stories.flatMap(({ cast }) => cast)
      for (const name of [head, host, place, via]) {
        if (!name) continue
        const forms = variants.find((actor) => actor.variants.includes(name))?.variants ?? [name]
        const text = textOf.get(article) ?? ''
        expect(
          forms.some((form) => text.toLowerCase().includes(form.toLowerCase())),
          `${article}: ${name}`,
        ).toBe(true)
      }
    }
  })
})

describe('the sample’s sites', () => {
  it('answer every article with its title and the notice that all is invented', async () => {
    for (const article of world.articles) {
      if (typeof article.published === 'number' && article.published > 0) continue
      const got = await get(urlOf(article))
      expect(got.status, article.id).toBe(200)
      const outlet = outlets.find(({ id }) => id === article.outlet)
      expect(words(got)).toContain(outlet?.notice)
      if (!article.title.includes('{{')) {
        expect(words(got).replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toContain(article.title)
      }
      expect(words(got)).not.toContain('{{')
    }
  })

  it('list every article in a feed that parses, or on the front page where there is no feed', async () => {
    for (const { url, kind, outlet } of server.sources) {
      const got = await get(url)
      expect(got.status, url).toBe(200)
      const text = words(got)
      if (kind === 'json') expect(JSON.parse(text).items.length).toBeGreaterThan(0)
      else if (kind !== 'page')
        expect(parseDocument(text, { xmlMode: true }).children.length).toBeGreaterThan(0)
      for (const article of world.articles) {
        const out = typeof article.published === 'string' || article.published <= 0
        if (article.outlet === outlet && out) expect(text, article.id).toContain(article.path)
      }
    }
  })

  it('are told apart by host, and an unknown host has nothing', async () => {
    const [ledger, flash] = await Promise.all([
      get(`${server.origin('ledger')}/`),
      get(`${server.origin('flash')}/`),
    ])
    expect(words(ledger)).toContain('The Orlanne Ledger')
    expect(words(flash)).not.toContain('The Orlanne Ledger')
    expect((await get(`http://nobody.sample.localhost:${server.port}/`)).status).toBe(404)
  })

  it('answer 304 to a known ETag and to a date not before the last change, and zip on request', async () => {
    const url = server.sources[0]?.url ?? ''
    const first = await get(url, { 'accept-encoding': 'gzip' })
    expect(gunzipSync(first.body).toString()).toContain('<rss')
    expect((await get(url, { 'if-none-match': String(first.headers.etag) })).status).toBe(304)
    expect((await get(url, { 'if-modified-since': String(first.headers['last-modified']) })).status).toBe(304)
    expect((await get(url, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('offer robots.txt, a favicon, a style sheet and pictures without any other host', async () => {
    const origin = server.origin('tna')
    for (const path of ['/robots.txt', '/favicon.ico', '/style.css', '/img/anything.svg', '/about']) {
      expect((await get(origin + path)).status, path).toBe(200)
    }
  })

  it('bring late articles out as the clock runs, and the rest with their edits on release', async () => {
    const late = world.articles.filter(({ published }) => typeof published === 'number' && published > 0)
    const edited = world.articles.filter(({ second }) => second !== undefined)
    expect(late.length).toBeGreaterThan(0)
    expect(edited.length).toBeGreaterThan(0)
    for (const article of late) expect((await get(urlOf(article))).status, article.id).toBe(404)
    const before = await Promise.all(edited.map((article) => get(urlOf(article))))
    clock = start + 60_000
    server.release()
    for (const article of late) expect((await get(urlOf(article))).status, article.id).toBe(200)
    const after = await Promise.all(edited.map((article) => get(urlOf(article))))
    for (const [at, got] of after.entries()) expect(got.headers.etag).not.toBe(before[at]?.headers.etag)
  })
})
