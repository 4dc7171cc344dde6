import { describe, expect, test } from 'vitest'
import { type Grouped, groupedStore } from '../../test/grouped-store.ts'
import { actsOf, loadAct } from '../store/acts.ts'
import { bondsAbout, mayMove } from '../store/bonds.ts'
import {
  type Actor,
  type Done,
  decideLink,
  keepOut,
  mergeStories,
  moveArticles,
  splitStory,
} from './grouping.ts'
import { undo } from './undo.ts'

const actor: Actor = { reader: 1, name: 'Ada', now: 1e9 }
const ids = (of: Grouped, names: string) => [...names].map(of.id)
function done(outcome: Done) {
  if ('failed' in outcome) throw new Error(outcome.failed)
  return outcome
}
const why = (outcome: Done) => ('failed' in outcome ? outcome.failed : 'it was done')
const leads = async ({ store }: Grouped, story: number) =>
  (await store.db.selectFrom('story').select('merged_into').where('id', '=', story).executeTakeFirstOrThrow())
    .merged_into

describe('moving articles', () => {
  test('out of a story gives them a story of their own, with the copies that count with them', async () => {
    const of = await groupedStore([['abc', 'd']])
    const { db } = of.store
    await db
      .insertInto('copy')
      .values({
        article: of.id('c'),
        origin: of.id('b'),
        kind: 'wire',
        containment: 1,
        confidence: 1,
        why: '',
        passages: '[]',
      })
      .execute()
    const { story } = done(await moveArticles(db, { articles: ids(of, 'b'), goal: { to: 'own' } }, actor))
    expect(await of.shape()).toBe('a d / bc')
    expect(story).toBeGreaterThan(of.stories[0]!)
  })
  test('into another story, out of several at once, episode by episode', async () => {
    const of = await groupedStore([['ab', 'c'], ['d'], ['e']])
    const goal = { to: 'story', story: of.stories[2]! } as const
    done(await moveArticles(of.store.db, { articles: ids(of, 'acd'), goal }, actor))
    expect(await of.shape()).toBe('a c d e / b')
    expect(await leads(of, of.stories[1]!)).toBe(of.stories[2])
  })
  test('into an episode of their own, within the story', async () => {
    const of = await groupedStore([['abc']])
    done(await moveArticles(of.store.db, { articles: ids(of, 'bc'), goal: { to: 'episode' } }, actor))
    expect(await of.shape()).toBe('a bc')
  })
  test('logs each step under the name of who did it', async () => {
    const of = await groupedStore([['ab']])
    done(await moveArticles(of.store.db, { articles: ids(of, 'a'), goal: { to: 'own' } }, actor))
    const log = await of.store.db
      .selectFrom('membership')
      .select('model')
      .where('article', '=', of.id('a'))
      .execute()
    expect(log.map(({ model }) => model)).toEqual(['m', 'by Ada'])
  })
  test('keeps the span of both stories true', async () => {
    const of = await groupedStore([['abc']])
    const { story } = done(
      await moveArticles(of.store.db, { articles: ids(of, 'c'), goal: { to: 'own' } }, actor),
    )
    const spans = await of.store.db
      .selectFrom('story')
      .select(['id', 'opened', 'changed'])
      .orderBy('id')
      .execute()
    const day = 86_400_000
    expect(spans).toEqual([
      { id: of.stories[0], opened: day, changed: 2 * day },
      { id: story, opened: 3 * day, changed: 3 * day },
    ])
  })
  test.each([
    ['nothing', '', { to: 'own' }, 'nothing-chosen'],
    ['what has its story to itself', 'd', { to: 'own' }, 'whole-story'],
    ['what stands there already', 'a', { to: 'story', story: 1 }, 'there-already'],
    ['anything into a story that is not there', 'a', { to: 'story', story: 99 }, 'no-story'],
    ['a whole episode into one of its own', 'ab', { to: 'episode' }, 'whole-episode'],
    ['articles of two stories into one episode', 'ad', { to: 'episode' }, 'several-stories'],
  ] as const)('refuses %s, and says why', async (_what, names, goal, reason) => {
    const of = await groupedStore([['ab', 'c'], ['d']])
    expect(why(await moveArticles(of.store.db, { articles: ids(of, names), goal }, actor))).toBe(reason)
    expect(await of.shape()).toBe('ab c / d')
  })
})

describe('merging', () => {
  test('keeps the id with the majority, and the other leads to it', async () => {
    const of = await groupedStore([['a'], ['bc', 'd']])
    const [small, large] = of.stories as [number, number]
    const { story } = done(await mergeStories(of.store.db, { story: small, other: large }, actor))
    expect([story, await leads(of, small), await of.shape()]).toEqual([large, large, 'a bc d'])
  })
  test('leaves no chain of redirects', async () => {
    const of = await groupedStore([['a'], ['bc'], ['defg']])
    const [a, b, c] = of.stories as [number, number, number]
    await mergeStories(of.store.db, { story: a, other: b }, actor)
    await mergeStories(of.store.db, { story: b, other: c }, actor)
    expect([await leads(of, a), await leads(of, b)]).toEqual([c, c])
  })
  test('refuses a story with itself, even by an older address, and one that is not there', async () => {
    const of = await groupedStore([['a'], ['bc']])
    const [a, b] = of.stories as [number, number]
    await mergeStories(of.store.db, { story: a, other: b }, actor)
    expect(why(await mergeStories(of.store.db, { story: b, other: a }, actor))).toBe('itself')
    expect(why(await mergeStories(of.store.db, { story: b, other: 77 }, actor))).toBe('no-story')
  })
})

describe('splitting', () => {
  test('keeps the id with the majority, whichever part was chosen', async () => {
    const of = await groupedStore([['abc', 'd']])
    const [first, second] = of.episodes[0] as [number, number]
    const one = done(await splitStory(of.store.db, { story: 1, episodes: [first] }, actor))
    expect([one.story, await of.shape()]).toEqual([1, 'abc / d'])
    done(await undo(of.store.db, one.act, actor))
    const two = done(await splitStory(of.store.db, { story: 1, episodes: [second] }, actor))
    expect(two.story).toBeGreaterThan(2)
    expect(await of.shape()).toBe('abc / d')
  })
  test('needs episodes on both sides', async () => {
    const of = await groupedStore([['a', 'b']])
    expect(why(await splitStory(of.store.db, { story: 1, episodes: [] }, actor))).toBe('no-episodes')
    expect(why(await splitStory(of.store.db, { story: 1, episodes: of.episodes[0]! }, actor))).toBe(
      'all-episodes',
    )
  })
})

describe('what people decided outranks the model', () => {
  const joins = (of: Grouped, name: string, [from, to]: [number, number], episode: number, there: string) =>
    mayMove(of.store.db, { articles: ids(of, name), episode, from, to, there: ids(of, there) })
  test('an article moved out may not come back, nor may its old story come after it', async () => {
    const of = await groupedStore([['ab']])
    const { story } = done(
      await moveArticles(of.store.db, { articles: ids(of, 'b'), goal: { to: 'own' } }, actor),
    )
    expect(await joins(of, 'b', [story, 1], 2, 'a')).toBe(false)
    expect(await joins(of, 'a', [1, story], 1, 'b')).toBe(false)
  })
  test('parted stories stay apart, and joined ones together', async () => {
    const of = await groupedStore([['a', 'b'], ['c'], ['d']])
    const [first, second] = of.episodes[0] as [number, number]
    const { story } = done(await splitStory(of.store.db, { story: 1, episodes: [second] }, actor))
    expect(await joins(of, 'b', [story, 1], second, 'a')).toBe(false)
    expect(await joins(of, 'a', [1, story], first, 'b')).toBe(false)
    done(await mergeStories(of.store.db, { story: 2, other: 3 }, actor))
    expect(await joins(of, 'd', [2, 1], of.episodes[2]![0]!, 'a')).toBe(false)
  })
  test('a rejected proposal holds both ways and for whatever the stories become', async () => {
    const of = await groupedStore([['a'], ['bc'], ['defg']])
    done(await decideLink(of.store.db, { story: 1, other: 2, verdict: 'reject' }, actor))
    done(await mergeStories(of.store.db, { story: 2, other: 3 }, actor))
    expect(await joins(of, 'a', [1, 3], of.episodes[0]![0]!, 'd')).toBe(false)
    expect(await joins(of, 'd', [3, 1], of.episodes[2]![0]!, 'a')).toBe(false)
  })
  test('a later decision of a person outranks the earlier one', async () => {
    const of = await groupedStore([['ab'], ['c']])
    const { story } = done(
      await moveArticles(of.store.db, { articles: ids(of, 'b'), goal: { to: 'own' } }, actor),
    )
    done(await moveArticles(of.store.db, { articles: ids(of, 'b'), goal: { to: 'story', story: 1 } }, actor))
    expect(await bondsAbout(of.store.db, { articles: ids(of, 'b') })).toEqual([
      { kind: 'must', what: 'article', subject: of.id('b'), whole: 'story', target: 1 },
    ])
    expect(await leads(of, story)).toBe(1)
  })
  test('an article kept out of a story stays out', async () => {
    const of = await groupedStore([['a'], ['b']])
    done(await keepOut(of.store.db, { story: 1, articles: ids(of, 'b') }, actor))
    expect(await joins(of, 'b', [2, 1], of.episodes[1]![0]!, 'a')).toBe(false)
  })
})

describe('decisions that cannot all hold', () => {
  test('A with B, B with C, but A not with C: the last one holds, and says which it overrules', async () => {
    const of = await groupedStore([['a'], ['b'], ['c']])
    const { db } = of.store
    done(await decideLink(db, { story: 1, other: 3, verdict: 'reject' }, actor))
    done(await mergeStories(db, { story: 1, other: 2 }, { ...actor, name: 'Ben' }))
    const { act } = done(await mergeStories(db, { story: 2, other: 3 }, actor))
    expect(await of.shape()).toBe('a b c')
    expect((await loadAct(db, act))?.detail.overruled).toMatchObject([{ kind: 'reject', by: 'Ada' }])
    const undone = done(await undo(db, act, actor))
    expect((await loadAct(db, undone.act))?.detail.overruled).toBeUndefined()
    expect(
      await mayMove(db, { articles: ids(of, 'c'), episode: 3, from: 3, to: 1, there: ids(of, 'a') }),
    ).toBe(false)
  })
  test('an article moved out of a story that is then merged with its new one overrules the move', async () => {
    const of = await groupedStore([['abc']])
    const { db } = of.store
    const { story } = done(
      await moveArticles(db, { articles: ids(of, 'c'), goal: { to: 'own' } }, { ...actor, name: 'Ben' }),
    )
    const { act } = done(await mergeStories(db, { story: 1, other: story }, actor))
    expect((await loadAct(db, act))?.detail.overruled).toMatchObject([{ kind: 'move', by: 'Ben' }])
  })
  test('moved and merged back many times, an article stands where it was put last', async () => {
    const of = await groupedStore([['ab'], ['cd']])
    const { db } = of.store
    for (let round = 0; round < 5; round++) {
      const own = done(await moveArticles(db, { articles: ids(of, 'b'), goal: { to: 'own' } }, actor))
      done(await mergeStories(db, { story: own.story, other: 2 }, actor))
      expect(await of.shape()).toBe('a / b cd')
      done(await moveArticles(db, { articles: ids(of, 'b'), goal: { to: 'story', story: 1 } }, actor))
      expect(await of.shape()).toBe('a b / cd')
    }
    expect(await bondsAbout(db, { articles: ids(of, 'b') })).toContainEqual(
      expect.objectContaining({ kind: 'must', target: 1 }),
    )
  })
})

describe('taking back', () => {
  test.each([
    [
      'a move',
      (of: Grouped) => moveArticles(of.store.db, { articles: ids(of, 'ac'), goal: { to: 'own' } }, actor),
    ],
    [
      'a move elsewhere',
      (of: Grouped) =>
        moveArticles(of.store.db, { articles: ids(of, 'abc'), goal: { to: 'story', story: 2 } }, actor),
    ],
    [
      'an episode of its own',
      (of: Grouped) => moveArticles(of.store.db, { articles: ids(of, 'a'), goal: { to: 'episode' } }, actor),
    ],
    ['a merge', (of: Grouped) => mergeStories(of.store.db, { story: 1, other: 2 }, actor)],
    [
      'a split',
      (of: Grouped) => splitStory(of.store.db, { story: 1, episodes: [of.episodes[0]![1]!] }, actor),
    ],
    [
      'a rejection',
      (of: Grouped) => decideLink(of.store.db, { story: 1, other: 2, verdict: 'reject' }, actor),
    ],
    [
      'a confirmed link',
      (of: Grouped) => decideLink(of.store.db, { story: 1, other: 2, verdict: 'confirm' }, actor),
    ],
  ] as const)('%s puts everything back and frees the model again', async (_name, act) => {
    const of = await groupedStore([['ab', 'c'], ['d']])
    const { db } = of.store
    await db
      .insertInto('proposal')
      .values({ story: 1, other: 2, score: 0.3, reasons: '[]', status: 'proposed' })
      .execute()
    const before = await db.selectFrom('story').selectAll().orderBy('id').execute()
    const { act: id } = done(await act(of))
    done(await undo(db, id, actor))
    expect(await of.shape()).toBe('ab c / d')
    const after = await db.selectFrom('story').selectAll().orderBy('id').execute()
    expect(after.slice(0, 2).map(({ title: _, ...story }) => story)).toEqual(
      before.map(({ title: _, ...story }) => story),
    )
    expect(after.slice(2).every(({ merged_into }) => merged_into === 1)).toBe(true)
    expect(await db.selectFrom('bond').selectAll().where('ended', 'is', null).execute()).toEqual([])
    expect((await db.selectFrom('proposal').select('status').executeTakeFirstOrThrow()).status).toBe(
      'proposed',
    )
  })
  test('happens once, and stays in the history', async () => {
    const of = await groupedStore([['ab']])
    const { act } = done(
      await moveArticles(of.store.db, { articles: ids(of, 'a'), goal: { to: 'own' } }, actor),
    )
    done(await undo(of.store.db, act, actor))
    expect(why(await undo(of.store.db, act, actor))).toBe('undone')
    expect((await actsOf(of.store.db, [1], 10)).map(({ kind, undone }) => [kind, undone !== null])).toEqual([
      ['undo', false],
      ['move', true],
    ])
  })
  test('leaves alone what was moved on since', async () => {
    const of = await groupedStore([['abc'], ['d']])
    const { act } = done(
      await moveArticles(of.store.db, { articles: ids(of, 'ab'), goal: { to: 'own' } }, actor),
    )
    done(await moveArticles(of.store.db, { articles: ids(of, 'b'), goal: { to: 'story', story: 2 } }, actor))
    done(await undo(of.store.db, act, actor))
    expect(await of.shape()).toBe('ac / b d')
  })
})
