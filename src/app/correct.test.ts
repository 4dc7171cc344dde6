import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDossier } from '../dossier/read.ts'
import type { Encounter } from '../model/dossier.ts'
import { actorsByKey } from '../store/actors.ts'
import { articleByUrl, saveVersion } from '../store/articles.ts'
import { listCorrections, recordsOfVersion, standingsOf } from '../store/corrections.ts'
import type { Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'
import { outletFor } from '../store/sources.ts'
import { nameKey } from '../words/names.ts'
import { sentences } from '../words/sentences.ts'
import { carryCorrections, correctRecord, undoCorrection } from './correct.ts'
import { correctActor } from './correct-actor.ts'
import { joinToLasting } from './join-actors.ts'

const person = { reader: 1, name: 'Ines', now: 5_000 }
const VISIT = 'Foreign minister Kari Lund visited Belgrade on Tuesday.'
const SAID = 'Lund said the fish accord would be signed in May.'

let store: Store

beforeEach(async () => {
  const opened = await openStore(':memory:')
  if ('failed' in opened) throw new Error(opened.failed)
  store = opened
})
afterEach(() => store.close())

let clock = 0

/** Reads the text as the reader does, as a new article or the next version of one. */
async function read(
  text: string,
  url = 'https://herald.example/1',
): Promise<{ id: number; version: number }> {
  const { db } = store
  clock += 10
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }]
  const cut = sentences(text, blocks)
  const article = { title: '', text, blocks, authors: [], language: 'en' }
  const dossier = readDossier(article, cut, { published: '2024-05-16' })
  const known = await articleByUrl(db, url)
  const outlet = await outletFor(db, { domain: 'herald.example', name: 'Herald', sample: false })
  const id = await saveVersion(
    db,
    {
      url,
      outlet,
      extracted: {
        url,
        title: 'Accord',
        text,
        blocks,
        marks: [],
        authors: [],
        language: 'en',
        direction: 'ltr',
        keywords: [],
        access: 'free',
        confidence: 1,
      },
      sentences: cut,
      dossier,
      actors: await joinToLasting(db, dossier.actors, { counted: !known }),
      hash: text,
      published: Date.parse('2024-05-16'),
      day: '2024-05-16',
      dateClaim: undefined,
      fingerprint: new Uint8Array(8),
      features: '{}',
      sample: false,
      now: person.now + clock,
    },
    known,
  )
  if (known) await carryCorrections(db, id)
  return { id, version: (known?.version ?? 0) + 1 }
}

const encounters = async ({ id, version }: { id: number; version: number }) =>
  (await recordsOfVersion(store.db, 'encounter', id, version)).map((row) => ({
    ...row,
    record: row.record as Encounter,
  }))

const actorCalled = async (name: string) =>
  (await actorsByKey(store.db, [nameKey(name)])).find(({ names }) => names.includes(name))?.id

const must = async (done: ReturnType<typeof correctRecord>): Promise<number> => {
  const result = await done
  if ('failed' in result) throw new Error(JSON.stringify(result.failed))
  return result.correction
}

test('what is rejected is gone until it is taken back', async () => {
  const article = await read(`${VISIT} ${SAID}`)
  const [visit] = await encounters(article)
  const correction = await must(
    correctRecord(store.db, { what: 'encounter', row: visit!.id, act: 'reject' }, person),
  )
  expect(await encounters(article)).toEqual([])
  await must(undoCorrection(store.db, correction, person))
  expect((await encounters(article)).map(({ record }) => record)).toEqual([visit!.record])
  expect(await undoCorrection(store.db, correction, person)).toEqual({ failed: 'undone' })
})

test('edits lie over one another and each can be taken back alone', async () => {
  const article = await read(`${VISIT} ${SAID}`)
  const row = (await encounters(article))[0]!.id
  const edit = (fields: Record<string, string>) =>
    must(correctRecord(store.db, { what: 'encounter', row, act: 'edit', fields }, person))
  const first = await edit({ status: 'denied' })
  await edit({ date: '2024-05-13', host: 'Ana Ruiz' })
  expect((await encounters(article))[0]!.record).toMatchObject({
    status: 'denied',
    date: '2024-05-13',
    host: { text: 'Ana Ruiz' },
  })
  await must(undoCorrection(store.db, first, person))
  const [visit] = await encounters(article)
  expect(visit!.record).toMatchObject({ status: 'occurred', date: '2024-05-13' })
  expect(visit!.id).toBe(row)
  expect((await standingsOf(store.db, 'encounter', [row])).get(row)).toBe('edited')
})

test('a decision outlives the article being read again, wherever its sentence now stands', async () => {
  const before = await read(`${VISIT} ${SAID}`)
  const [visit] = await encounters(before)
  await must(
    correctRecord(
      store.db,
      { what: 'encounter', row: visit!.id, act: 'edit', fields: { status: 'denied' } },
      person,
    ),
  )
  const after = await read(`The harbour was closed all day. ${VISIT} ${SAID}`)
  const [again] = await encounters(after)
  expect(again!.record.status).toBe('denied')
  expect((await standingsOf(store.db, 'encounter', [again!.id])).get(again!.id)).toBe('edited')
})

test('a rejected record does not come back with the next version, and one whose sentence is gone does not stay', async () => {
  const before = await read(`${VISIT} ${SAID}`)
  const [visit] = await encounters(before)
  const correction = await must(
    correctRecord(store.db, { what: 'encounter', row: visit!.id, act: 'reject' }, person),
  )
  expect(await encounters(await read(`It rained. ${VISIT} ${SAID}`))).toEqual([])
  const cut = await read(`It rained. ${SAID}`)
  expect(await encounters(cut)).toEqual([])
  await must(undoCorrection(store.db, correction, person))
  expect(await encounters(cut)).toEqual([])
  expect(await encounters(await read(`${VISIT} ${SAID}`))).toHaveLength(1)
})

test('what a person confirmed stays when it is read no more, if its sentence is still there', async () => {
  const before = await read(`${VISIT} ${SAID}`)
  const [visit] = await encounters(before)
  await must(correctRecord(store.db, { what: 'encounter', row: visit!.id, act: 'confirm' }, person))
  const after = await read(`It rained. ${VISIT} ${SAID}`)
  const { db } = store
  // As a later reader that no longer finds the visit would leave it.
  await db.deleteFrom('encounter_party').execute()
  await db
    .deleteFrom('encounter')
    .where('article', '=', after.id)
    .where('version', '=', after.version)
    .execute()
  await db
    .updateTable('touched')
    .set({ version: before.version, row: null, as_read: JSON.stringify(visit!.record) })
    .execute()
  await carryCorrections(db, after.id)
  const [kept] = await encounters(after)
  const text = `It rained. ${VISIT} ${SAID}`
  expect(text.slice(kept!.record.evidence[0]!.start, kept!.record.evidence[0]!.end)).toBe(VISIT)
  expect(text.slice(kept!.record.trigger.start, kept!.record.trigger.end)).toBe('visited')
})

test('bad input is refused with the field and why, and nothing is logged', async () => {
  const article = await read(`${VISIT} ${SAID}`)
  const row = (await encounters(article))[0]!.id
  const edit = (fields: Record<string, string>) =>
    correctRecord(store.db, { what: 'encounter', row, act: 'edit', fields }, person)
  expect(await edit({ date: 'Tuesday' })).toEqual({ failed: { field: 'date', wrong: 'date' } })
  expect(await edit({ date: '2024-02-31' })).toEqual({ failed: { field: 'date', wrong: 'date' } })
  expect(await edit({ status: 'maybe' })).toEqual({ failed: { field: 'status', wrong: 'choice' } })
  expect(await edit({})).toEqual({ failed: 'nothing-set' })
  expect(await correctRecord(store.db, { what: 'encounter', row: 999, act: 'confirm' }, person)).toEqual({
    failed: 'no-record',
  })
  expect(await listCorrections(store.db, { limit: 9, offset: 0 })).toEqual([])
})

test('a merge holds for records, names and later articles, and parts again when taken back', async () => {
  const first = await read(`${VISIT} ${SAID}`)
  await read('Minister Karina Lundqvist visited Oslo on Monday.', 'https://herald.example/2')
  const lund = (await actorCalled('Kari Lund'))!
  const lundqvist = (await actorCalled('Karina Lundqvist'))!
  expect(lund).not.toBe(lundqvist)
  const correction = await must(correctActor(store.db, lund, { act: 'merge', into: lundqvist }, person))
  const [visit] = await encounters(first)
  expect(JSON.stringify(visit!.record)).toContain(`"actor":${lundqvist}`)
  expect(JSON.stringify(visit!.record)).not.toContain(`"actor":${lund}`)
  const later = await read('Kari Lund met Karina Lundqvist in Rome on Friday.', 'https://herald.example/3')
  const people = await store.db
    .selectFrom('mention')
    .innerJoin('actor', 'actor.id', 'mention.actor')
    .select('mention.actor')
    .distinct()
    .where('mention.article', '=', later.id)
    .where('actor.kind', '=', 'person')
    .execute()
  expect(people.map(({ actor }) => actor)).toEqual([lundqvist])
  await must(undoCorrection(store.db, correction, person))
  expect(await actorCalled('Kari Lund')).toBe(lund)
  const spoken = await store.db
    .selectFrom('statement')
    .select('speaker')
    .where('article', '=', first.id)
    .execute()
  expect(spoken.map(({ speaker }) => speaker)).toEqual([lund])
  const [apart] = await encounters(first)
  expect(JSON.stringify(apart!.record)).toContain(`"actor":${lund}`)
})

test('a name split off goes with its articles, in later ones too, and a name given by hand stays', async () => {
  const first = await read(`${VISIT} ${SAID}`)
  const lund = (await actorCalled('Kari Lund'))!
  await must(correctActor(store.db, lund, { act: 'rename', name: 'Kari J. Lund' }, person))
  await read('Kari J. Lund visited Oslo on Monday.', 'https://herald.example/2')
  expect((await actorsByKey(store.db, [], [lund]))[0]!.name).toBe('Kari J. Lund')
  const split = await must(correctActor(store.db, lund, { act: 'split', name: 'Kari Lund' }, person))
  const [visit] = await encounters(first)
  const other = (await actorCalled('Kari Lund'))!
  expect(other).not.toBe(lund)
  expect(JSON.stringify(visit!.record)).toContain(`"actor":${other}`)
  const later = await read('Kari Lund visited Rome on Friday.', 'https://herald.example/3')
  expect(JSON.stringify((await encounters(later))[0]!.record)).toContain(`"actor":${other}`)
  await must(undoCorrection(store.db, split, person))
  expect(JSON.stringify((await encounters(later))[0]!.record)).toContain(`"actor":${lund}`)
})

test('a correction that a later one builds on is taken back after it', async () => {
  await read(VISIT)
  const lund = (await actorCalled('Kari Lund'))!
  const first = await must(correctActor(store.db, lund, { act: 'rename', name: 'K. Lund' }, person))
  const second = await must(correctActor(store.db, lund, { act: 'kind', kind: 'organisation' }, person))
  expect(await undoCorrection(store.db, first, person)).toEqual({ failed: 'later-first' })
  await must(undoCorrection(store.db, second, person))
  await must(undoCorrection(store.db, first, person))
  const [actor] = await actorsByKey(store.db, [], [lund])
  expect(actor).toMatchObject({ name: 'Kari Lund', kind: 'person', named: false })
})

test('a correction that fails half way leaves nothing behind', async () => {
  const article = await read(VISIT)
  const [visit] = await encounters(article)
  await store.db.schema.alterTable('touched').renameTo('elsewhere').execute()
  await expect(
    correctRecord(store.db, { what: 'encounter', row: visit!.id, act: 'reject' }, person),
  ).rejects.toThrow()
  await store.db.schema.alterTable('elsewhere').renameTo('touched').execute()
  expect(await encounters(article)).toHaveLength(1)
  expect(await listCorrections(store.db, { limit: 9, offset: 0 })).toEqual([])
})
