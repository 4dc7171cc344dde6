import { expect, it } from 'vitest'
import { features } from './features.ts'
import { meaningsOf } from './meanings.ts'
import { related } from './related.ts'
import { rankFromSeeds } from './seeds.ts'
import { soundsOf } from './sounds.ts'

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
  expect(JSON.stringify(found[0]!.reasons)).toMatch(/Verrin|quay|Ilse Dramm/)
})

it('ranks the rest of a story behind a few chosen articles', () => {
  const ranked = rankFromSeeds(pool)([pool[0]!, pool[1]!], 10)
  expect(ranked[0]!.article).toBe(4)
  expect(ranked.map(({ article }) => article)).not.toContain(1)
})

it('ranks what is told in another language by names that sound alike and what is spoken of', () => {
  const told = (id: number, language: string, title: string, text: string) => ({
    ...features({ id, title, text, language, published: id * 86_400_000, seen: 0, names: [] }),
    sounds: soundsOf(title, text, language),
    meanings: meaningsOf(title, text, language),
  })
  const seed = told(
    1,
    'en',
    'Quay of Verrin closed',
    'Captain Ilse Dramm protested as the harbour of Verrin was closed.',
  )
  const others = [
    told(2, 'ru', 'Гавань закрыта', 'Капитан Ильзе Драмм протестовала: гавань Веррин закрыта в понедельник.'),
    told(3, 'ru', 'Урожай яблок', 'Мороз в долине Ленн: фермеры считают убытки, сказал министр Олег Пашин.'),
  ]
  const ranked = rankFromSeeds([seed, ...others])([seed], 10)
  expect(ranked[0]!.article).toBe(2)
})

it('has nothing to say about nothing', () => {
  expect(related([], pool, 5)).toEqual([])
})
