import { expect, it } from 'vitest'
import { features } from './features.ts'
import { openKeeper } from './keep.ts'
import { openReviews } from './reviews.ts'
import { openWindow } from './window.ts'

const hour = 3_600_000

it('looks again after one, six and twenty-four hours', () => {
  const reviews = openReviews()
  reviews.note(7, 0)
  expect(reviews.due(hour - 1)).toEqual([])
  expect(reviews.due(hour)).toEqual([7])
  expect(reviews.due(hour * 5)).toEqual([])
  expect(reviews.due(hour * 6)).toEqual([7])
  expect(reviews.due(hour * 24)).toEqual([7])
  expect(reviews.due(hour * 99)).toEqual([])
})

it('looks once at what changed often', () => {
  const reviews = openReviews()
  for (let minute = 0; minute < 50; minute++) reviews.note(7, minute * 60_000)
  expect(reviews.due(hour * 2)).toEqual([7])
})

it('keeps two tellings of one happening together and other news apart', () => {
  const article = (id: number, title: string, text: string) =>
    features({ id, title, text, language: 'en', published: id * hour, seen: id * hour, names: [] })
  let last = 0
  const next = () => ++last
  const keeper = openKeeper(openWindow('en'), next, next)
  const first = keeper.take(
    article(
      1,
      'Rope bridge over Sarrow gorge collapses, nine hurt',
      'A rope bridge over the Sarrow gorge gave way while a school class was crossing. Nine children were hurt, said the rescue chief of Oberdal, Matts Hallin. The bridge was inspected in May.',
    ),
    hour,
  )
  const second = keeper.take(
    article(
      2,
      'Nine hurt as rope bridge over Sarrow gorge collapses',
      'Nine children were hurt when the rope bridge over the Sarrow gorge collapsed, the rescue chief of Oberdal, Matts Hallin, said. The bridge had been inspected in May, the school said.',
    ),
    2 * hour,
  )
  const third = keeper.take(
    article(
      3,
      'Herring quota halved for the northern fleet',
      'The fisheries council in Verrin halved the herring quota of the northern fleet. Captain Ilse Dramm called the cut a death sentence for small boats, and scientists counted few young fish.',
    ),
    3 * hour,
  )
  expect(second.episode).toBe(first.episode)
  expect(third.episode).not.toBe(first.episode)
})
