import { expect, test } from 'vitest'
import { type Grouped, groupedStore } from '../../test/grouped-store.ts'
import { memoryOf } from '../../test/memory-of.ts'
import { membersAt, regroupings } from '../store/history.ts'
import { catchUp } from './catch-up.ts'
import type { Actor, Done } from './grouping.ts'
import { mergeStories } from './merge-stories.ts'
import type { Room } from './placing.ts'
import { lookAgain, unite } from './second-look.ts'
import { takeBack } from './take-back.ts'
import { undo } from './undo.ts'

const actor: Actor = { reader: 1, name: 'Ada', now: 3e9 }
const look = (of: Grouped) => ({ db: of.store.db, model: 'm', sample: false, now: 2e9 })
const why = { what: 'both tell of one happening', values: {}, weight: 1 }
function done(outcome: Done) {
  if ('failed' in outcome) throw new Error(outcome.failed)
  return outcome
}
const newest = async (of: Grouped) =>
  (await regroupings(of.store.db, [1, 2, 3, 4], 9)).find(({ stands }) => stands)!

test('A merge of episodes is taken back, stays so, and can be wanted again', async () => {
  const of = await groupedStore([['ab'], ['c']])
  const { db } = of.store
  const placing = await memoryOf(of)
  await unite(look(of), placing, { keep: 1, drop: 2, why })
  const { act, story } = done(await takeBack(db, await newest(of), actor))
  expect([await of.shape(), story]).toEqual(['ab / c', 2])
  await catchUp(db, placing)
  await unite(look(of), placing, { keep: 1, drop: 2, why })
  expect(await of.shape()).toBe('ab / c')
  done(await undo(db, act, actor))
  expect(await of.shape()).toBe('abc')
})

test('A merge of stories is taken back: the old address is a story again', async () => {
  const of = await groupedStore([
    ['a', 'b'],
    ['c', 'd'],
  ])
  const { db } = of.store
  const placing = await memoryOf(of)
  const merge = { story: 2, into: 1, why: 'what came later belongs to both' }
  await mergeStories(look(of), placing, merge)
  expect(await of.shape()).toBe('a b c d')
  done(await takeBack(db, await newest(of), actor))
  expect(await of.shape()).toBe('a b / c d')
  const { merged_into } = await db
    .selectFrom('story')
    .select('merged_into')
    .where('id', '=', 2)
    .executeTakeFirstOrThrow()
  expect(merged_into).toBeNull()
  await catchUp(db, placing)
  await mergeStories(look(of), placing, merge)
  expect(await of.shape()).toBe('a b / c d')
})

test('An episode that the model parted is put together again, for good', async () => {
  const of = await groupedStore([['abcd']])
  const { db } = of.store
  const placing = await memoryOf(of)
  const parts = { window: { review: () => ({ split: [of.id('c'), of.id('d')] }) } } as unknown as Room
  await lookAgain(look(of), placing, parts, [1])
  expect(await of.shape()).toBe('ab / cd')
  done(await takeBack(db, await newest(of), actor))
  expect(await of.shape()).toBe('abcd')
  await catchUp(db, placing)
  await lookAgain(look(of), placing, parts, [1])
  expect(await of.shape()).toBe('abcd')
})

test('What was moved on since is left alone, and a step is taken back once', async () => {
  const of = await groupedStore([['ab'], ['c']])
  const { db } = of.store
  await unite(look(of), await memoryOf(of), { keep: 1, drop: 2, why })
  const step = await newest(of)
  done(await takeBack(db, step, actor))
  expect(await takeBack(db, step, actor)).toEqual({ failed: 'moved-on' })
  expect(await takeBack(db, { log: 'homing', step: 77 }, actor)).toEqual({ failed: 'moved-on' })
})

test('A story is seen as it was before and after a merge by the model', async () => {
  const of = await groupedStore([['a'], ['b']])
  await mergeStories(look(of), await memoryOf(of), {
    story: 2,
    into: 1,
    why: 'what came later belongs to both',
  })
  expect(await membersAt(of.store.db, 1, 2e9 - 1)).toEqual([of.id('a')])
  expect(await membersAt(of.store.db, 1, 2e9)).toEqual([of.id('b'), of.id('a')])
  expect(await membersAt(of.store.db, 2, 2e9 - 1)).toEqual([of.id('b')])
})
