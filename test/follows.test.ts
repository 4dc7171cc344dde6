/** From an article that comes in to the alerts of those who asked to be told of it. */

import { afterEach, beforeEach, expect, test } from 'vitest'
import { bringFiles } from '../src/app/bring.ts'
import type { Context } from '../src/app/context.ts'
import { follow, followOf } from '../src/app/follow.ts'
import { mergeStories, moveArticles } from '../src/app/grouping.ts'
import { drain } from '../src/jobs/work.ts'
import type { Store } from '../src/store/engines/engine.ts'
import { openStore } from '../src/store/open.ts'

let store: Store
let clock = Date.parse('2026-03-02T10:00:00Z')
const context = (): Context => ({
  db: store.db,
  now: () => clock,
  fetch: async () => ({ failed: 'nothing answers', code: 'refused' }),
})

beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
})
afterEach(async () => {
  await store.close()
})

async function bring(name: string, text: string): Promise<number> {
  await bringFiles(context(), [{ name, bytes: new TextEncoder().encode(text) }])
  await drain(context())
  clock += 60_000
  const { id } = await store.db
    .selectFrom('article')
    .select((at) => at.fn.max<number>('id').as('id'))
    .executeTakeFirstOrThrow()
  return id
}

async function follows(kind: string, target: string): Promise<void> {
  const wanted = followOf(1, kind, target)
  if ('failed' in wanted) throw new Error(wanted.failed)
  await follow(store.db, wanted, clock)
}

const told = async () =>
  (
    await store.db
      .selectFrom('alert')
      .innerJoin('follow', 'follow.id', 'alert.follow')
      .select(['follow.kind', 'follow.target', 'alert.article'])
      .orderBy('alert.id')
      .execute()
  ).map(({ kind, target, article }) => `${kind} ${target}: ${article}`)

const dam = `Engineers agree on the height of the Sarrow dam

OBERDAL, March 2, 2026 — Engineers from both banks of the river agreed on Monday on the height of the Sarrow dam
after talks in Oberdal that went on for eleven hours, the water ministry said.

President Lena Ostrid said the price of power would be settled in spring. "The wall will stand forty metres high and
not one more," she told reporters in Oberdal.`

const orchestra = `Orchestra finds its lost violins in a barn

Four violins that the town orchestra had missed since the flood were found on Tuesday in a barn near the mill,
under sacks of barley. The conductor said that the strings were gone but the wood was sound.`

test.each([
  ['topic', 'dam height'],
  ['topic', 'talks ministry'],
  ['place', 'Oberdal'],
  ['search', 'dam "price of power" -violins'],
  ['search', 'title:dam language:en outlet:unknown from:2026-03-01'],
  ['search', 'senate OR engin*'],
])('A follow of the %s %s is told of the article that has it, and of no other', async (kind, target) => {
  await follows(kind, target)
  await bring('violins.txt', orchestra)
  const article = await bring('dam.txt', dam)
  expect(await told()).toEqual([`${kind} ${target}: ${article}`])
})

test('A follow of a place is told under the other names it is known by', async () => {
  await bring('dam.txt', dam)
  const { id } = await store.db
    .selectFrom('actor')
    .select('id')
    .where('name', '=', 'Oberdal')
    .executeTakeFirstOrThrow()
  await store.db
    .insertInto('actor_name')
    .values({ actor: id, name: 'Haute-Vallée', key: 'haute vallee' })
    .execute()
  await store.db.updateTable('actor').set({ kind: 'place' }).where('id', '=', id).execute()
  await follows('place', 'Oberdal')
  const article = await bring(
    'festival.txt',
    orchestra.replace('in a barn near the mill', 'in Haute-Vallée, in a barn'),
  )
  expect(await told()).toEqual([`place Oberdal: ${article}`])
})

test('A story that was merged is still followed, as the one it leads to', async () => {
  const first = await bring('violins.txt', orchestra)
  const second = await bring('dam.txt', dam)
  const storyOf = async (article: number) =>
    (
      await store.db
        .selectFrom('article')
        .innerJoin('episode', 'episode.id', 'article.episode')
        .select('episode.story')
        .where('article.id', '=', article)
        .executeTakeFirstOrThrow()
    ).story
  const [small, other] = [await storyOf(second), await storyOf(first)]
  await follows('story', String(small))
  await mergeStories(store.db, { story: other, other: small }, { reader: 1, name: 'Ada', now: clock })
  const third = await bring(
    'more.txt',
    dam
      .replace('Engineers agree on the height', 'Engineers sign for the height')
      .replace('eleven hours', 'all night'),
  )
  expect(await storyOf(third)).toBe(other)
  expect(await told()).toEqual([`story ${small}: ${third}`])
})

test('What comes in later like an article that a person moved goes where the person put it', async () => {
  const first = await bring('violins.txt', orchestra)
  const second = await bring('dam.txt', dam)
  const placed = async (article: number) =>
    store.db
      .selectFrom('article')
      .innerJoin('episode', 'episode.id', 'article.episode')
      .select(['episode.story', 'episode.id as episode'])
      .where('article.id', '=', article)
      .executeTakeFirstOrThrow()
  const { story } = await placed(first)
  await moveArticles(
    store.db,
    { articles: [second], goal: { to: 'story', story } },
    { reader: 1, name: 'Ada', now: clock },
  )
  const third = await bring(
    'copy.txt',
    dam.replace('President Lena Ostrid', 'On Monday President Lena Ostrid'),
  )
  expect((await placed(third)).story).toBe(story)
})

test('An article read anew, with another text, stays where a person put it', async () => {
  const page = (text: string) =>
    `<html lang="en"><head><title>${text.split('\n')[0]}</title><link rel="canonical" href="https://valley.example/dam"></head><body><article><h1>${text.split('\n')[0]}</h1>${text
      .split('\n\n')
      .slice(1)
      .map((part) => `<p>${part}</p>`)
      .join('')}</article></body></html>`
  await bring('first.html', page(dam).replace('/dam"', '/other"'))
  const second = await bring(
    'dam.html',
    page(dam.replace('eleven hours', 'nine hours').replaceAll('Ostrid', 'Varga')),
  )
  const standing = async () =>
    store.db
      .selectFrom('article')
      .innerJoin('episode', 'episode.id', 'article.episode')
      .select(['article.version', 'episode.story', 'episode.id as episode'])
      .where('article.id', '=', second)
      .executeTakeFirstOrThrow()
  await moveArticles(
    store.db,
    { articles: [second], goal: { to: 'own' } },
    { reader: 1, name: 'Ada', now: clock },
  )
  const before = await standing()
  await bring('dam-again.html', page(dam))
  expect(await standing()).toEqual({ ...before, version: 2 })
})
