/** The engine that may suggest records, against a server on this machine that speaks its protocol, well and badly. */

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { correctRecord } from '../src/app/correct.ts'
import { suggestFor } from '../src/app/suggest.ts'
import { parseConfig } from '../src/config.ts'
import type { Encounter } from '../src/model/dossier.ts'
import { openDoor } from '../src/net/door.ts'
import { type Engine, openEngine } from '../src/net/engine.ts'
import { recordsOfVersion, standingsOf } from '../src/store/corrections.ts'
import { type Fixture, fixtureStore } from './fixture-store.ts'

let server: Server
let url: string
let engine: Engine
let answer: (body: { model: string; messages: { content: string }[] }) => {
  status?: number
  body: string
  wait?: number
}
let seen: { path: string; key: string | undefined; text: string }[] = []
let fixture: Fixture
let article: number

const chat = (content: unknown) => ({
  body: JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }),
})

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (bytes) => {
      text += bytes
    })
    request.on('end', () => {
      seen.push({ path: request.url ?? '', key: request.headers.authorization, text })
      const { status = 200, body, wait = 0 } = answer(JSON.parse(text))
      setTimeout(() => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(body)
      }, wait)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  engine = openEngine(
    { url, model: 'small', key: 'secret' },
    { userAgent: 'test', now: Date.now, patience: 2000 },
  )
})
afterAll(async () => {
  await engine.close()
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  seen = []
  fixture = await fixtureStore()
  article = fixture.articles.get('hebrew')!
  return () => fixture.store.close()
})

const SENTENCE = 'מירלה אורון, ראש העיר, אירחה אתמול את שר התחבורה בפורט קאלאן.'
const visit = {
  kind: 'visit',
  status: 'occurred',
  trigger: 'אירחה',
  travellers: ['שר התחבורה'],
  host: 'מירלה אורון',
  place: 'פורט קאלאן',
  date: '2026-03-18',
  evidence: SENTENCE,
}
const encounters = async () => {
  const { db } = fixture.store
  const rows = await recordsOfVersion(db, 'encounter', article, 1)
  return rows.map((row) => ({ id: row.id, record: row.record as Encounter }))
}

test('a suggestion whose sentence is in the text is kept, marked and tied to the actors the article names', async () => {
  answer = () => chat(JSON.stringify({ encounters: [visit] }))
  expect(await suggestFor(fixture.store.db, engine.ask, article)).toEqual({ kept: 1 })
  expect(seen[0]).toMatchObject({ path: '/v1/chat/completions', key: 'Bearer secret' })
  const [one] = await encounters()
  expect(one!.record).toMatchObject({
    status: 'occurred',
    date: '2026-03-18',
    host: { text: 'מירלה אורון', actor: fixture.actors.get('orun') },
    travellers: [{ text: 'שר התחבורה' }],
  })
  expect((await standingsOf(fixture.store.db, 'encounter', [one!.id])).get(one!.id)).toBe('suggested')
})

test('asked twice it suggests once, and what a person rejected is not suggested again', async () => {
  answer = () => chat(JSON.stringify({ encounters: [visit] }))
  await suggestFor(fixture.store.db, engine.ask, article)
  expect(await suggestFor(fixture.store.db, engine.ask, article)).toEqual({ kept: 0 })
  const [one] = await encounters()
  await correctRecord(
    fixture.store.db,
    { what: 'encounter', row: one!.id, act: 'reject' },
    { reader: 1, name: 'reader', now: 1 },
  )
  expect(await suggestFor(fixture.store.db, engine.ask, article)).toEqual({ kept: 0 })
  expect(await encounters()).toEqual([])
})

test.each<[string, unknown]>([
  ['a sentence the text lacks', { encounters: [{ ...visit, evidence: 'He arrived in Port Callan.' }] }],
  ['one letter changed', { encounters: [{ ...visit, evidence: SENTENCE.replace('אתמול', 'אתמוך') }] }],
  ['a kind there is not', { encounters: [{ ...visit, kind: 'duel' }] }],
  ['nobody in it', { encounters: [{ ...visit, travellers: [], host: '' }] }],
  [
    'records of the wrong shape',
    { encounters: [null, 7, 'visit', [visit]], statements: {}, figures: 'none' },
  ],
  [
    'words put in a mouth',
    {
      statements: [
        { kind: 'direct', polarity: 'said', speaker: 'מירלה אורון', content: 'I resign', evidence: SENTENCE },
      ],
    },
  ],
  [
    'a number that is none',
    { figures: [{ value: '12', bound: 'exact', of: 'x', words: 'שר', evidence: SENTENCE }] },
  ],
])('drops %s', async (_what, said) => {
  answer = () => chat(JSON.stringify(said))
  expect(await suggestFor(fixture.store.db, engine.ask, article)).toEqual({ kept: 0 })
})

test('names the text lacks and dates there are not are left out of what is kept', async () => {
  answer = () => chat(JSON.stringify({ encounters: [{ ...visit, head: 'Nobody Here', date: '2026-02-30' }] }))
  await suggestFor(fixture.store.db, engine.ask, article)
  const [one] = await encounters()
  expect(one!.record.head).toBeUndefined()
  expect(one!.record.date).toBeUndefined()
})

test('JSON in fences with talk around it is read', async () => {
  answer = () => chat(`Sure!\n\`\`\`json\n${JSON.stringify({ encounters: [visit] })}\n\`\`\`\nAnything else?`)
  expect(await suggestFor(fixture.store.db, engine.ask, article)).toEqual({ kept: 1 })
})

test.each<[string, () => { status?: number; body: string; wait?: number }]>([
  ['no JSON', () => ({ body: 'hello' })],
  ['no choices', () => ({ body: '{}' })],
  ['an error', () => ({ status: 500, body: '{"error":"out of memory"}' })],
  ['too much', () => ({ body: 'x'.repeat(2_000_000) })],
  ['nothing in time', () => ({ body: '{}', wait: 5000 })],
])('an engine that answers with %s is a failure in words, and nothing is kept', async (_what, said) => {
  answer = said
  const done = await suggestFor(fixture.store.db, engine.ask, article)
  expect(done).toHaveProperty('failed')
  expect(await encounters()).toEqual([])
})

test.each(['not json at all', '{"encounters": [', '[]', ''])(
  'an answer of %j is no suggestion',
  async (words) => {
    answer = () => chat(words)
    expect(await suggestFor(fixture.store.db, engine.ask, article)).toEqual({ kept: 0 })
  },
)

test('only the address that is set may be on this machine', async () => {
  const door = openDoor({ userAgent: 'test', clock: { now: Date.now } })
  expect(await door.fetch({ url, kind: 'page' })).toMatchObject({ code: 'blocked' })
  await door.close()
})

test('it is off unless an address and a model are set, together', () => {
  expect(parseConfig({})).toMatchObject({ engine: undefined })
  expect(parseConfig({ THROUGHLINE_ENGINE: url })).toHaveProperty('failed')
  expect(parseConfig({ THROUGHLINE_ENGINE: 'engine', THROUGHLINE_ENGINE_MODEL: 'm' })).toHaveProperty(
    'failed',
  )
  expect(parseConfig({ THROUGHLINE_ENGINE: url, THROUGHLINE_ENGINE_MODEL: 'm' })).toMatchObject({
    engine: { url, model: 'm' },
  })
})
