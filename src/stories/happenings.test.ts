import { expect, test } from 'vitest'
import { type Features, features } from './features.ts'
import { openHappenings } from './happenings.ts'
import { meaningsOf } from './meanings.ts'
import { keptReferences } from './references.ts'
import { soundsOf } from './sounds.ts'

const DAY = 86_400_000
const BEGIN = Date.UTC(2031, 4, 1, 9)

function article(
  id: number,
  day: number | undefined,
  title: string,
  text: string,
  language = 'en',
): Features {
  const published = day === undefined ? undefined : BEGIN + day * DAY
  return {
    ...features({
      id,
      title,
      text,
      language,
      ...(published === undefined ? {} : { published }),
      seen: BEGIN + (day ?? 40) * DAY,
      names: [],
    }),
    sounds: soundsOf(title, text, language),
    meanings: meaningsOf(title, text, language),
    references: keptReferences(text, language, published),
  }
}

const talks = article(
  1,
  10,
  'Talks on ferry quotas open in Zawra',
  'Odile Marchetti of the Brisac Line met the harbour masters in Zawra on Saturday for talks on ferry quotas.',
)
const olderTalks = article(
  2,
  -60,
  'Zawra talks end without a word',
  'Odile Marchetti left the talks in Zawra on Tuesday. The harbour masters of the Brisac coast had refused her quotas.',
)
const attack = article(
  3,
  11,
  'Seven hurt in attack on Lindow market',
  'A man with a knife attacked sellers in the Lindow market on Sunday and hurt seven, police said.',
)
const storyOf = (episode: number) => episode * 10
const later = (text: string, day: number | undefined = 17) =>
  article(9, day, 'Quotas: the harbour masters answer', `The harbour has answered. ${text}`)

/** What was told, among other news that makes names rare. */
function filled(told: readonly Features[] = [talks, olderTalks, attack]) {
  const index = openHappenings()
  for (let i = 0; i < 60; i++)
    index.add(
      article(100 + i, i / 3, `Choir of Town${i}vale sings`, `Ana Pell${i}ow led the choir.`),
      100 + i,
    )
  for (const one of told) index.add(one, one.id)
  return index
}

test('What an article says it comes after is found by day, names and kind', () => {
  const says = 'It comes a week after Marchetti went to Zawra for talks.'
  expect(filled().pointed(later(says), storyOf)).toMatchObject([{ story: 10, clear: true, sentence: says }])
})

test('The same place at another time, or another kind of happening there, is not what is meant', () => {
  const index = filled([olderTalks, attack])
  expect(index.pointed(later('It comes a week after Marchetti went to Zawra for talks.'), storyOf)).toEqual(
    [],
  )
  expect(index.pointed(later('It comes a week after the fire in Lindow.'), storyOf)).toEqual([])
})

test('Of two stories that it may mean neither is clear', () => {
  const twin = { ...talks, id: 4 }
  const found = filled([talks, twin]).pointed(
    later('It comes a week after Marchetti went to Zawra for talks.'),
    storyOf,
  )
  expect(found.map(({ story, clear }) => [story, clear])).toEqual([
    [10, false],
    [40, false],
  ])
})

test('An article without a day leads by order alone, and to nothing clear', () => {
  const undated = later('It comes a week after the attack on the Lindow market.', undefined)
  expect(filled().pointed({ ...undated, dated: false }, storyOf)).toMatchObject([{ story: 30, clear: false }])
})

test('A name leads across languages by its sound', () => {
  const french = article(
    9,
    17,
    'Le port répond',
    'Le port répond. La lettre arrive une semaine après les pourparlers de Marchetti à Zawra avec Brisac.',
    'fr',
  )
  expect(filled().pointed(french, storyOf)[0]).toMatchObject({ story: 10 })
})

test('An article that is moved leads to where it went', () => {
  const index = filled()
  index.move(1, 7)
  expect(
    index.pointed(later('It comes a week after Marchetti went to Zawra for talks.'), storyOf),
  ).toMatchObject([{ story: 70 }])
})

test('Memory depends on the newest articles alone, whatever was added before them', () => {
  const newer = { ...talks, id: 30_000 }
  const ask = later('It comes a week after Marchetti went to Zawra for talks.')
  const long = filled()
  long.add(newer, 5)
  const fresh = openHappenings()
  fresh.add(newer, 5)
  expect(long.pointed(ask, storyOf)).toEqual(fresh.pointed(ask, storyOf))
  expect(fresh.pointed(ask, storyOf)).toMatchObject([{ story: 50 }])
})
