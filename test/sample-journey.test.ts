/** The living sample, read by the ordinary path over real sockets, held against its answer key. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctRecord } from '../src/app/correct.ts'
import { correctActor } from '../src/app/correct-actor.ts'
import { mergeStories, moveArticles } from '../src/app/grouping.ts'
import { removeSample } from '../src/app/sample.ts'
import { tag } from '../src/app/tag.ts'
import type { Encounter, Figure, Statement } from '../src/model/dossier.ts'
import { pairwise, runSample, type SampleRun } from './sample-run.ts'

let sample: SampleRun
beforeAll(async () => {
  sample = await runSample()
}, 120_000)
afterAll(() => sample.close())

const articles = () =>
  sample.opened.context.db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .leftJoin('copy', 'copy.article', 'article.id')
    .select(['article.id', 'article.title', 'article.access', 'article.language', 'article.direction'])
    .select(['episode.id as episode', 'episode.story', 'copy.origin', 'copy.kind as copy'])
    .execute()

const keyed = async () =>
  (await articles()).flatMap((row) => {
    const key = sample.byId.get(row.id)
    return key ? [{ ...row, key }] : []
  })

test('Every article of every outlet arrives, once, and nothing fails on the way', async () => {
  expect(sample.failed).toEqual([])
  expect([...sample.byId.values()].map(({ id }) => id).toSorted()).toEqual(
    sample.key.articles.map(({ id }) => id).toSorted(),
  )
  expect(await articles()).toHaveLength(sample.key.articles.length)
})

test('Titles, languages and access are what the outlets printed', async () => {
  for (const row of await keyed()) {
    expect.soft(row.language, row.key.id).toBe(row.key.language)
    expect.soft(row.access, row.key.id).toBe(row.key.access)
    expect.soft(row.direction, row.key.id).toBe(/^(ar|he)$/.test(row.key.language) ? 'rtl' : 'ltr')
    // The second version of an edited article may carry another headline.
    if (!row.key.edited) expect.soft(row.title, row.key.id).toBe(row.key.title)
  }
})

test('Wire copies, re-posts, rewrites and translations fold onto their origin, and nothing else is called a copy', async () => {
  for (const { key, copy, origin } of await keyed()) {
    const folded = copy !== null && copy !== 'cites' && copy !== 'excerpt'
    const told = key.copyOf?.article
    if (told) expect.soft(origin === null ? null : sample.byId.get(origin)?.id, key.id).toBe(told)
    if (!key.copyOf) expect.soft(folded, `${key.id} taken for a copy`).toBe(false)
  }
})

test('Coverage comes together across years and five languages, and what belongs to different stories stays apart', async () => {
  const rows = await keyed()
  const stories = pairwise(
    rows,
    (row) => row.story,
    ({ key }) => key.story ?? key.episode,
  )
  expect(stories.precision).toBeGreaterThan(0.97)
  expect(stories.f1).toBeGreaterThan(0.85)
  const episodes = pairwise(
    rows,
    (row) => row.episode,
    ({ key }) => key.episode,
  )
  expect(episodes.precision).toBeGreaterThan(0.9)
  expect(episodes.f1).toBeGreaterThan(0.8)
})

test('A story that became part of another leads on to it, and says why', async () => {
  const { db } = sample.opened.context
  const gone = await db
    .selectFrom('story')
    .select(['id', 'merged_into'])
    .where('merged_into', 'is not', null)
    .execute()
  expect(gone.length).toBeGreaterThan(0)
  const open = new Set(
    (await db.selectFrom('story').select('id').where('merged_into', 'is', null).execute()).map(
      ({ id }) => id,
    ),
  )
  for (const { id, merged_into } of gone) expect.soft(open.has(merged_into!), `story ${id}`).toBe(true)
  const homings = await db.selectFrom('homing').select(['to_story', 'reasons']).execute()
  for (const { reasons } of homings) expect(JSON.parse(reasons)[0].what).not.toBe('')
})

test('Every record stands on words of its own article', async () => {
  const { db } = sample.opened.context
  const texts = new Map(
    (await db.selectFrom('version').select(['article', 'number', 'text']).execute()).map((row) => [
      `${row.article} ${row.number}`,
      row.text,
    ]),
  )
  const check = (rows: readonly { article: number; version: number; record: string }[], least: number) => {
    expect(rows.length).toBeGreaterThan(least)
    for (const { article, version, record } of rows) {
      const text = texts.get(`${article} ${version}`) ?? ''
      const { evidence } = JSON.parse(record) as Encounter | Statement | Figure
      for (const { start, end } of [evidence].flat()) {
        expect(text.slice(start, end).trim().length).toBe(end - start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }
  }
  check(await db.selectFrom('encounter').select(['article', 'version', 'record']).execute(), 40)
  check(await db.selectFrom('statement').select(['article', 'version', 'record']).execute(), 150)
  check(await db.selectFrom('figure').select(['article', 'version', 'record']).execute(), 50)
})

test('No visit or meeting that was planned, denied or imagined is shown as one that took place', async () => {
  const rows = await sample.opened.context.db
    .selectFrom('encounter')
    .select(['article', 'kind', 'date', 'record'])
    .where('status', '=', 'occurred')
    .execute()
  for (const trap of sample.key.traps) {
    const wrong = rows.filter(
      ({ article, kind }) => sample.byId.get(article)?.id === trap.article && kind === trap.kind,
    )
    const told = sample.key.encounters.filter(
      ({ article, kind, status }) => article === trap.article && kind === trap.kind && status === 'occurred',
    )
    expect.soft(wrong.length, trap.what).toBeLessThanOrEqual(told.length)
  }
})

test('Removing the sample leaves nothing of it behind, whatever was done with it', async () => {
  const { db, now } = sample.opened.context
  const person = { reader: 1, name: 'Nora', now: now() }
  const articles = await db.selectFrom('article').select('id').orderBy('id').limit(2).execute()
  const actors = await db.selectFrom('actor').select('id').where('kind', '=', 'person').limit(2).execute()
  const stories = await db
    .selectFrom('story')
    .select('id')
    .where('merged_into', 'is', null)
    .limit(2)
    .execute()
  const { id: row } = await db.selectFrom('encounter').select('id').executeTakeFirstOrThrow()
  const done = [
    await tag(db, { reader: 1, article: articles[0]!.id, names: ['kept'], now: now() }),
    await correctRecord(db, { what: 'encounter', row, act: 'reject' }, person),
    await correctActor(db, actors[0]!.id, { act: 'rename', name: 'Somebody Else' }, person),
    await correctActor(db, actors[0]!.id, { act: 'merge', into: actors[1]!.id }, person),
    await mergeStories(db, { story: stories[0]!.id, other: stories[1]!.id }, person),
    await moveArticles(db, { articles: [articles[1]!.id], goal: { to: 'own' } }, person),
  ]
  expect(done.filter((one) => one === false || (typeof one === 'object' && 'failed' in one))).toEqual([])
  await removeSample(db, now())
  for (const table of [
    'source',
    'item',
    'article',
    'version',
    'story',
    'episode',
    'actor',
    'mention',
    'job',
    'copy',
    'tag',
    'act',
    'act_story',
    'bond',
    'homing',
    'bridge',
    'correction',
    'touched',
    'taught_name',
    'actor_move',
  ] as const) {
    const { count } = await db
      .selectFrom(table)
      .select((at) => at.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count, table).toBe(0)
  }
})
