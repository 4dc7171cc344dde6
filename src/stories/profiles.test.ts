import { expect, test } from 'vitest'
import type { Lasting } from './lasting.ts'
import { openProfiles } from './profiles.ts'

/** An article of sixty words and names, a third of them its own. */
const article = (story: string, number: number): Lasting => ({
  language: 'en',
  day: 0,
  short: false,
  names: [],
  naming: new Set(),
  words: Array.from({ length: 40 }, (_, i) => `en ${story}${i < 25 ? i : `${i} ${number}`}`),
  sounds: Array.from({ length: 20 }, (_, i) => `~${story}${i < 15 ? i : `${i} ${number}`}`),
  meanings: [],
})

const told = Array.from({ length: 30 }, (_, i) => article(i % 2 === 0 ? 'ferry' : 'port', i))
const asked: Lasting = {
  language: 'en',
  day: 0,
  short: false,
  names: [],
  naming: new Set(),
  words: [...article('ferry', 2).words, ...article('port', 3).words],
  sounds: article('ferry', 2).sounds,
  meanings: [],
}

test('A story that two became is weighed as one that was a single story from its first article', () => {
  const merged = openProfiles()
  told.forEach((of, i) => {
    merged.include(i % 2 === 0 ? 1 : 2, of)
    if (i === 21) merged.pour(2, 1)
    if (i > 21 && i % 2 === 1) merged.pour(2, 1)
  })
  const single = openProfiles()
  for (const of of told) single.include(1, of)
  expect(merged.compare(asked).map(({ likeness }) => likeness)).toEqual(
    single.compare(asked).map(({ likeness }) => likeness),
  )
  expect(merged.because(asked, merged.get(1)!, 99)).toEqual(single.because(asked, single.get(1)!, 99))
})

test('Taking an article out again leaves a story as it was', () => {
  const profiles = openProfiles()
  for (const of of told.slice(0, 6)) profiles.include(1, of)
  const before = profiles.compare(asked)[0]!.likeness
  profiles.include(1, told[7]!)
  expect(profiles.compare(asked)[0]!.likeness).not.toEqual(before)
  profiles.exclude(1, told[7]!)
  expect(profiles.compare(asked)[0]!.likeness).toEqual(before)
})

test('A story whose last article is taken out is known no more', () => {
  const profiles = openProfiles()
  profiles.include(1, told[0]!)
  profiles.exclude(1, told[0]!)
  expect(profiles.compare(asked)).toEqual([])
  expect(profiles.size()).toBe(0)
})
