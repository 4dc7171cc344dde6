import { expect, test } from 'vitest'
import { groupedStore } from '../../test/grouped-store.ts'
import { decideLink, keepOut, mergeStories } from './grouping.ts'
import { relatedTo } from './related-stories.ts'

const actor = { reader: 1, name: 'Ada', now: 1e9 }

const about: Record<string, string> = {
  d: 'Engineers raise the wall of the Sarrow dam above Oberdal',
  e: 'The Sarrow dam will flood the fields of Oberdal, engineers warn',
  f: 'Oberdal votes on the price of power from the Sarrow dam',
  g: 'Farmers of Oberdal sue the builders of the Sarrow dam',
  v: 'Violins of the town orchestra found in a barn under barley',
}

/** Stories 1 to 4: the dam with two articles, the vote with two, a warning, and violins. */
async function world() {
  const of = await groupedStore([['d'], ['fg'], ['e'], ['v']])
  for (const [name, title] of Object.entries(about)) await of.tell(name, title)
  const related = async (story: number, names: readonly string[], except: readonly number[] = []) =>
    relatedTo(of.store, { story, articles: names.map(of.id) }, { most: 5, except })
  return { ...of, related }
}

test('Each related story has one line with its reason and the time it spans', async () => {
  const of = await world()
  const found = await of.related(1, ['d'])
  expect(found.map(({ id }) => id).sort()).toEqual([2, 3])
  const vote = found.find(({ id }) => id === 2)!
  expect(vote).toMatchObject({ title: 'About f', opened: 2 * 86_400_000, changed: 3 * 86_400_000 })
  expect(JSON.stringify(vote.reasons)).toMatch(/Sarrow|Oberdal/)
})

test('Stories shown elsewhere on the page, and those a person ruled out, are not related', async () => {
  const of = await world()
  expect((await of.related(1, ['d'], [2])).map(({ id }) => id)).toEqual([3])
  await decideLink(of.store.db, { story: 1, other: 3, verdict: 'reject' }, actor)
  expect((await of.related(1, ['d'])).map(({ id }) => id)).toEqual([2])
})

test('An article that a person kept out of a story does not make its own related', async () => {
  const of = await world()
  await keepOut(of.store.db, { story: 1, articles: [of.id('e')] }, actor)
  expect((await of.related(1, ['d'])).map(({ id }) => id)).toEqual([2])
})

test('Of stories that became one, the one they lead to is related', async () => {
  const of = await world()
  await mergeStories(of.store.db, { story: 2, other: 3 }, actor)
  const found = await of.related(1, ['d'])
  expect(found.map(({ id }) => id)).toEqual([2])
})

test('The sample is not related to what is not of it', async () => {
  const of = await world()
  await of.store.db.updateTable('article').set({ sample: 1 }).where('id', '=', of.id('e')).execute()
  expect((await of.related(1, ['d'])).map(({ id }) => id)).toEqual([2])
})

test('A copy is no sign of a related story', async () => {
  const of = await world()
  await of.store.db
    .insertInto('copy')
    .values({
      article: of.id('e'),
      origin: of.id('d'),
      kind: 'wire',
      containment: 1,
      confidence: 1,
      why: '[]',
      passages: '[]',
    })
    .execute()
  expect((await of.related(1, ['d'])).map(({ id }) => id)).toEqual([2])
})

test('Articles of which nothing was kept have nothing related', async () => {
  const of = await groupedStore([['a'], ['b']])
  expect(await relatedTo(of.store, { story: 1, articles: [of.id('a')] }, { most: 5 })).toEqual([])
})
