import { expect, test } from 'vitest'
import { features } from './features.ts'
import { rankFromSeeds, weighed } from './seeds.ts'

const DAY = 86_400_000
const told = (id: number, title: string, text: string, day = id) =>
  features({ id, title, text, language: 'en', published: day * DAY, seen: 0, names: [] })

/** A lock of a canal, and a choir of the same town; and the lock of another. */
const collection = [
  told(1, 'Lock of Marrowby sticks', 'Barges queued as the lock gate of the Marrowby canal stuck again.'),
  told(2, 'Barges wait', 'At Marrowby the lock gate of the canal was stuck and barges waited.'),
  told(3, 'New gate ordered', 'Marrowby orders a lock gate for its canal, and the barges hope.'),
  told(4, 'Choir of Marrowby sings', 'In Marrowby the choir sang, and Marrowby listened to old songs.'),
  told(5, 'Lock of Tellin sticks', 'Barges queued as the lock gate of the Tellin canal stuck.'),
  told(6, 'Apples', 'Growers in the hills picked apples in the rain.'),
]
const seeds = collection.slice(0, 2)
const order = (most = 10, weighing = weighed) =>
  rankFromSeeds(collection, { weighing })(seeds, most).map(({ article }) => article)

test('What has both the names and the matter of the seeds comes before what has one of them', () => {
  expect(order()[0]).toBe(3)
  expect(new Set(order().slice(1, 3))).toEqual(new Set([4, 5]))
})

test('What has neither, and the seeds themselves, are not ranked', () => {
  for (const article of [1, 2, 6]) expect(order()).not.toContain(article)
})

test('An article that lacks what all seeds have in common keeps less of its score than one that has it', () => {
  const score = (core: number) => {
    const ranked = rankFromSeeds(collection, { weighing: { ...weighed, core } })(seeds, 10)
    return ranked.find(({ article }) => article === 5)!.score
  }
  expect(score(1)).toBeLessThan(score(0))
})

test('The same collection and seeds give the same ranking, best first, and no more than was asked for', () => {
  expect(order()).toEqual(order())
  expect(order(1)).toEqual([3])
  const scores = rankFromSeeds(collection)(seeds, 10).map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})

test('What is told of the same country comes before what is told of another, though no place in it is the same', () => {
  const mills = [
    told(11, '', 'The mill of Mombasa closed as millers of Kenya went home.'),
    told(12, '', 'A mill of Nairobi closed, and its millers marched.'),
    told(13, '', 'Millers marched in Lyon, as a mill there closed.'),
    told(14, '', 'Millers marched in Kisumu, as a mill there closed.'),
    told(15, '', 'Bakers of Lima sang in the rain.'),
  ]
  const found = rankFromSeeds(mills)(mills.slice(0, 2), 10)
  expect(found[0]).toMatchObject({ article: 14, because: expect.arrayContaining(['Kenya']) })
  const plain = rankFromSeeds(mills, { weighing: { ...weighed, land: 0, lands: 0 } })
  const margin = (list: readonly { article: number; score: number }[]) =>
    list.find(({ article }) => article === 14)!.score / list.find(({ article }) => article === 13)!.score
  expect(margin(found)).toBeGreaterThan(margin(plain(mills.slice(0, 2), 10)))
})
