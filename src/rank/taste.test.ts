import { expect, it } from 'vitest'
import { type Done, learnTaste, MUTED, type Offer, rankForYou, type Said, type Taste } from './taste.ts'

const now = Date.UTC(2031, 4, 2, 12)
const day = 86_400_000
const done = (how: Done['how'], actors: readonly number[], more: Partial<Done> = {}): Done => ({
  how,
  at: now - day,
  actors,
  ...more,
})
const offer = (id: number, more: Partial<Offer> = {}): Offer => ({
  id,
  title: `Story ${id}`,
  lastChange: now,
  unread: 2,
  read: 0,
  outlets: [1, 2],
  actors: [],
  ...more,
})
const taste = (more: Partial<Taste> = {}): Taste => ({
  said: [],
  learned: [],
  followed: [],
  names: new Map([['actor:7', 'Mirela Orun']]),
  ...more,
})

it('learns whom the reader reads about, and more from a star', () => {
  const acts = [done('read', [7]), done('read', [7]), done('starred', [8]), done('read', [8])]
  expect(learnTaste(acts, [], now).map(({ target }) => target)).toEqual(['8', '7'])
})
it('concludes nothing from one reading', () => {
  expect(learnTaste([done('read', [7])], [], now)).toEqual([])
})
it('forgets slowly', () => {
  const [old] = learnTaste(
    [done('read', [7], { at: now - 50 * day }), done('read', [7], { at: now - 40 * day })],
    [],
    now,
  )
  const [fresh] = learnTaste([done('read', [7]), done('read', [7])], [], now)
  expect(old!.weight).toBeLessThan(fresh!.weight / 2)
})
it('counts what was passed over against it', () => {
  const acts = [1, 2, 3].map(() => done('skipped', [], { story: 4 }))
  expect(learnTaste(acts, [], now)[0]).toMatchObject({ kind: 'story', target: '4', times: 0, skipped: 3 })
  expect(learnTaste(acts, [], now)[0]!.weight).toBeLessThan(0)
})
it('lets the reader’s own word stand instead', () => {
  const acts = [done('read', [7]), done('read', [7])]
  expect(learnTaste(acts, [{ kind: 'actor', target: '7', weight: 0 }], now)).toEqual([])
})
it('offers what the reader reads about, and says so', () => {
  const learned = learnTaste([done('read', [7]), done('read', [7]), done('read', [7])], [], now)
  const [first] = rankForYou([offer(1), offer(2, { actors: [7] })], taste({ learned }), now)
  expect(first?.id).toBe(2)
  expect(first?.reasons[0]).toMatchObject({
    what: 'you read much about {name}',
    values: { name: 'Mirela Orun' },
  })
})
it('offers nothing to a reader of whom nothing is known', () => {
  expect(rankForYou([offer(1), offer(2)], taste(), now)).toEqual([])
})
it('leaves out what is read to its end', () => {
  const followed = [{ kind: 'story', target: '1' }] as const
  expect(rankForYou([offer(1, { unread: 0 })], taste({ followed }), now)).toEqual([])
})
it('gives little for a name that nearly every story has', () => {
  const learned = learnTaste([done('read', [7, 9]), done('read', [7, 9]), done('read', [7, 9])], [], now)
  const offers = [1, 2, 3, 4, 5, 6].map((id) => offer(id, { actors: id === 6 ? [7, 9] : [7] }))
  expect(rankForYou(offers, taste({ learned }), now).map(({ id }) => id)).toEqual([6])
})
it('holds back what is muted, and an outlet’s own stories alone', () => {
  const said: Said[] = [
    { kind: 'actor', target: '7', weight: MUTED },
    { kind: 'outlet', target: '3', weight: MUTED },
    { kind: 'topic', target: 'quay', weight: 2 },
  ]
  const title = 'The fight for the quay'
  const offers = [
    offer(1, { title, actors: [7] }),
    offer(2, { title, outlets: [3] }),
    offer(3, { title, outlets: [3, 4] }),
  ]
  expect(rankForYou(offers, taste({ said }), now).map(({ id }) => id)).toEqual([3])
})
