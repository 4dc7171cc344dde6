import { expect, test } from 'vitest'
import { type Grouped, groupedStore } from '../../test/grouped-store.ts'
import { memoryOf } from '../../test/memory-of.ts'
import { saveCopy } from '../store/copies.ts'
import { saveProposals } from '../store/proposals.ts'
import { catchUp } from './catch-up.ts'
import { type Actor, decideLink, mergeStories, moveArticles, splitStory } from './grouping.ts'
import { openPlacing, type Placing, type Room } from './placing.ts'
import { lookAgain, unite } from './second-look.ts'

const actor: Actor = { reader: 1, name: 'Ada', now: 1e9 }

const look = (of: Grouped) => ({ db: of.store.db, model: 'm', sample: false, now: 2e9 })
const joined = { why: { what: 'both tell of one happening', values: {}, weight: 1 } }

test('Two episodes become one where nobody decided otherwise', async () => {
  const of = await groupedStore([['ab'], ['c']])
  await unite(look(of), await memoryOf(of), { keep: 1, drop: 2, ...joined })
  expect(await of.shape()).toBe('abc')
})

test('A second look never joins what a person parted, either way round', async () => {
  const of = await groupedStore([['ab'], ['c']])
  await decideLink(of.store.db, { story: 1, other: 2, verdict: 'reject' }, actor)
  await unite(look(of), await memoryOf(of), { keep: 1, drop: 2, ...joined })
  expect(await of.shape()).toBe('ab / c')
})

test('A second look never takes back an article that a person moved out', async () => {
  const of = await groupedStore([['abc']])
  const placing = await memoryOf(of)
  await moveArticles(of.store.db, { articles: [of.id('c')], goal: { to: 'own' } }, actor)
  await catchUp(of.store.db, placing)
  await unite(look(of), placing, { keep: 1, drop: 2, ...joined })
  expect(await of.shape()).toBe('ab / c')
})

test('What a person put into a story keeps the id when another episode joins it', async () => {
  const of = await groupedStore([['a', 'b'], ['cdef']])
  const { db } = of.store
  const split = await splitStory(db, { story: 1, episodes: [of.episodes[0]![1]!] }, actor)
  if ('failed' in split) throw new Error(split.failed)
  await unite(look(of), await memoryOf(of), {
    keep: of.episodes[1]![0]!,
    drop: of.episodes[0]![1]!,
    ...joined,
  })
  const b = await db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .select('episode.story')
    .where('article.id', '=', of.id('b'))
    .executeTakeFirstOrThrow()
  expect([await of.shape(), b.story]).toEqual(['a / bcdef', split.story])
})

test('The memory follows what people move while it lives, and loses none of it when made anew', async () => {
  const of = await groupedStore([['ab', 'c'], ['d']])
  const { db } = of.store
  const placing = await memoryOf(of)
  await mergeStories(db, { story: 1, other: 2 }, actor)
  await moveArticles(db, { articles: [of.id('a')], goal: { to: 'own' } }, actor)
  await catchUp(db, placing)
  const seen = (memory: Placing) =>
    [1, 2, 3, 4].map((episode) => [memory.storyOf(episode, false), memory.membersOf(episode, false)])
  expect(seen(placing)).toEqual([
    [1, [of.id('b')]],
    [1, [of.id('c')]],
    [1, [of.id('d')]],
    [3, [of.id('a')]],
  ])
  expect(seen(await openPlacing(db))).toEqual(seen(placing))
})

test('What a person said does not belong is not proposed again, from either side', async () => {
  const of = await groupedStore([['a'], ['b'], ['c']])
  const { db } = of.store
  await decideLink(db, { story: 1, other: 2, verdict: 'reject' }, actor)
  const near = (story: number) => ({ story, score: 0.3, reasons: [] })
  await saveProposals(db, 2, [near(1), near(3)])
  await saveProposals(db, 1, [near(2)])
  const proposed = await db.selectFrom('proposal').select(['story', 'other']).execute()
  expect(proposed).toEqual([{ story: 2, other: 3 }])
})

test('An episode that is parted keeps its id with the majority, and copies go with what they repeat', async () => {
  const of = await groupedStore([['abcdef']])
  const { db } = of.store
  const copy = (article: string, origin: string) =>
    saveCopy(db, {
      article: of.id(article),
      origin: of.id(origin),
      kind: 'wire',
      containment: 1,
      confidence: 1,
      why: [],
      passages: [],
    })
  // The origin came in last; in memory the first copy stands for all three.
  await copy('a', 'f')
  await copy('e', 'f')
  const placing = await memoryOf(of)
  const parts = { window: { review: () => ({ split: [of.id('a'), of.id('b')] }) } } as unknown as Room
  await lookAgain(look(of), placing, parts, [1])
  expect(await of.shape()).toBe('abef / cd')
  const { episode } = await db
    .selectFrom('article')
    .select('episode')
    .where('id', '=', of.id('f'))
    .executeTakeFirstOrThrow()
  expect(episode).toBe(1)
})
