import { expect, it } from 'vitest'
import { features } from './features.ts'
import { related } from './related.ts'
import { rankFromSeeds } from './seeds.ts'

const article = (id: number, title: string, text: string) =>
  features({ id, title, text, language: 'en', published: id * 86_400_000, seen: 0, names: [] })

const pool = [
  article(
    1,
    'Verrin closes its eastern quay',
    'The harbour council of Verrin closed the eastern quay. Captain Ilse Dramm protested.',
  ),
  article(
    2,
    'Fleet sues over quay',
    'Captain Ilse Dramm and the fleet of Verrin went to court over the eastern quay.',
  ),
  article(
    3,
    'Apple growers count their losses',
    'Frost in the Lenn valley took two thirds of the blossom, growers said.',
  ),
  article(
    4,
    'Storm takes the Verrin quay',
    'A storm brought down the eastern quay at Verrin, as its engineer had warned.',
  ),
]

it('finds what is related and says why', () => {
  const found = related([pool[0]!], pool, 5)
  expect(found.map(({ article }) => article).sort()).toEqual([2, 4])
  expect(found[0]!.reasons.map(({ what }) => what).join(' ')).toMatch(/Verrin|quay|Ilse Dramm/)
})

it('ranks the rest of a story behind a few chosen articles', () => {
  const ranked = rankFromSeeds(pool)([pool[0]!, pool[1]!], 10)
  expect(ranked[0]!.article).toBe(4)
  expect(ranked.map(({ article }) => article)).not.toContain(1)
})

it('has nothing to say about nothing', () => {
  expect(related([], pool, 5)).toEqual([])
})
