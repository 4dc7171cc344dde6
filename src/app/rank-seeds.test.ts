import { expect, test } from 'vitest'
import { groupedStore } from '../../test/grouped-store.ts'
import { keepOut, moveArticles } from './grouping.ts'
import { rankFor } from './rank-seeds.ts'

const actor = { reader: 1, name: 'Ada', now: 1e9 }

/** Each article speaks of what its name stands for. */
const about: Record<string, string> = {
  d: 'Engineers raise the wall of the Sarrow dam above Oberdal',
  e: 'The Sarrow dam will flood the fields of Oberdal, engineers warn',
  f: 'Oberdal votes on the price of power from the Sarrow dam',
  v: 'Violins of the town orchestra found in a barn under barley',
}

async function world() {
  const of = await groupedStore([['d'], ['e'], ['v'], ['f']])
  for (const [name, title] of Object.entries(about)) await of.tell(name, title)
  return of
}

test('From a few articles the rest is ranked: what is like them first, what is not at the end or not at all', async () => {
  const of = await world()
  const seeded = await moveArticles(
    of.store.db,
    { articles: [of.id('d'), of.id('e')], goal: { to: 'own' }, kind: 'seed' },
    actor,
  )
  if ('failed' in seeded) throw new Error(seeded.failed)
  const [first, ...rest] = await rankFor(of.store, seeded.story, 10)
  expect(first?.article).toBe(of.id('f'))
  expect(JSON.stringify(first?.reasons)).toMatch(/Sarrow|Oberdal|dam/)
  expect(rest.map(({ article }) => article)).not.toContain(of.id('d'))
})

test('What a person kept out is not ranked again, and what was taken in neither', async () => {
  const of = await world()
  await keepOut(of.store.db, { story: 1, articles: [of.id('f')] }, actor)
  await moveArticles(of.store.db, { articles: [of.id('e')], goal: { to: 'story', story: 1 } }, actor)
  const ranked = (await rankFor(of.store, 1, 10)).map(({ article }) => article)
  expect(ranked).not.toContain(of.id('f'))
  expect(ranked).not.toContain(of.id('e'))
})
