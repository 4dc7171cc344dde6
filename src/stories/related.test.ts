import { expect, it } from 'vitest'
import { features } from './features.ts'
import { meaningsOf } from './meanings.ts'
import { relatedStories } from './related.ts'
import { backdropOf } from './seed-terms.ts'
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

/** Each in a story of its own: the hundred and its number. */
const homed = pool.map((features) => ({ story: 100 + features.id, features }))

it('finds related stories and says why', () => {
  const found = relatedStories([pool[0]!], homed, { most: 5 })
  expect(found.map(({ story }) => story).sort()).toEqual([102, 104])
  expect(found.find(({ story }) => story === 102)!.reasons[0]).toMatchObject({
    what: 'both name {names}',
    values: { names: expect.stringContaining('Ilse Dramm') },
  })
})

it('gives a story one line, however many of its articles are alike', () => {
  const found = relatedStories(
    [pool[0]!],
    homed.map(({ features }) => ({ story: 7, features })),
    { most: 5 },
  )
  expect(found).toHaveLength(1)
})

it('takes no name for a reason that stands in articles all over the archive', () => {
  const everywhere = Array.from({ length: 60 }, (_, n) =>
    article(200 + n, `Notice ${n} of Verrin`, `The town of Verrin gives notice ${n} to all who live there.`),
  )
  const other = article(9, 'Choir of Verrin sings', 'In Verrin the choir sang old songs about the moon.')
  const about = article(
    10,
    'Bakers of Verrin strike',
    'In Verrin the bakers laid down their work over flour.',
  )
  const rest = [{ story: 1, features: other }]
  expect(relatedStories([about], rest, { most: 5 })).toHaveLength(1)
  expect(relatedStories([about], rest, { most: 5, backdrop: backdropOf(everywhere) })).toEqual([])
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
  const found = relatedStories(
    [seed],
    others.map((features) => ({ story: features.id, features })),
    { most: 5 },
  )
  expect(found.map(({ story }) => story)).toEqual([2])
  expect(found[0]!.reasons[0]!.values?.names).toContain('Ilse Dramm')
})

it('has nothing to say about nothing', () => {
  expect(relatedStories([], homed, { most: 5 })).toEqual([])
})
