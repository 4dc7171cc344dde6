/** The terms that stories hold, by number: how telling each is, and which stories hold it how often. */

import { BACKGROUND_ARTICLES, backgroundCount } from './background.ts'

/** Kinds of terms; words of each language have a kind of their own, from 3. */
export const SOUND = 0
export const MEANING = 1
export const NAME = 2
const WORDS = 3

/** As if so many stories had been before, with so large a share of them holding a sound or a meaning. */
const BEFORE = 60
const SHARE = { sound: 0.008, meaning: 0.05 } as const
/** A story in which so many articles hold a term is given to it. */
const GIVEN = 3
const MOST_NAMED = 200_000

/** A story, as far as its terms know it. */
export type Holder = { readonly id: number }

/** The stories that hold a term, by ascending id, so that the order is the same after a restart; and how often each does. */
export type Holders<Story extends Holder> = {
  readonly stories: readonly Story[]
  readonly ids: readonly number[]
  readonly counts: readonly number[]
}

export type Terms<Story extends Holder> = {
  readonly numberOf: (text: string) => number
  readonly known: (text: string) => number | undefined
  readonly textOf: (number: number) => string
  readonly kindOf: (number: number) => number
  /** The kind of a language's words. */
  readonly wordsIn: (language: string) => number
  readonly holders: (number: number) => Holders<Story>
  /** Stories in which several articles hold a term, by ascending id. */
  readonly given: (number: number) => readonly number[]
  /** The share of `stories` that hold a term; those before the first count as well. */
  readonly shareOf: (number: number, stories: number) => number
  /** How rare terms are among so many stories. */
  readonly rarityAmong: (stories: number) => (number: number) => number
  /** That of a name that no story holds. */
  readonly rarityOfNew: (stories: number) => number
  /** How often a story holds a term has changed; a term that nobody holds gives its number back. */
  readonly held: (number: number, story: Story, before: number, after: number) => void
  /** Sounds that some article wrote with a capital. */
  readonly name: (sounds: readonly string[]) => void
  readonly isNamed: (number: number) => boolean
  /** Kinds, and numbers of terms, lie below. */
  readonly kinds: () => number
  readonly capacity: () => number
}

export function openTerms<Story extends Holder>(): Terms<Story> {
  const numbers = new Map<string, number>()
  const free: number[] = []
  const texts: string[] = []
  const kinds: number[] = []
  const languages = new Map<string, number>()
  const usual: number[] = []
  /** The logarithm of stories that hold a term, those before the first among them. */
  const logs: number[] = []
  const named: boolean[] = []
  const stories: Story[][] = []
  /** The ids of those, to find one by without going through them all. */
  const ids: number[][] = []
  const counts: number[][] = []
  const given: number[][] = []
  const everNamed = new Set<string>()
  /** Those in their order: the oldest of a set is looked for past all that are gone from it. */
  const order: string[] = []

  function wordsIn(language: string): number {
    const known = languages.get(language)
    if (known !== undefined) return known
    const kind = languages.size + WORDS
    languages.set(language, kind)
    return kind
  }

  const weigh = (number: number): void => {
    logs[number] = Math.log(stories[number]!.length + 0.5 + BEFORE * usual[number]!)
  }

  function numberOf(text: string): number {
    const known = numbers.get(text)
    if (known !== undefined) return known
    const number = free.pop() ?? texts.length
    const language = text.slice(0, text.indexOf(' '))
    const kind =
      text[0] === '~' ? SOUND : text[0] === '#' ? MEANING : text[0] === '@' ? NAME : wordsIn(language)
    texts[number] = text
    kinds[number] = kind
    usual[number] =
      kind === SOUND || kind === NAME
        ? SHARE.sound
        : kind === MEANING
          ? SHARE.meaning
          : backgroundCount(text.slice(language.length + 1), language) / BACKGROUND_ARTICLES
    named[number] = kind !== SOUND || everNamed.has(text)
    stories[number] = none
    ids[number] = none
    counts[number] = none
    given[number] = none
    weigh(number)
    numbers.set(text, number)
    return number
  }

  return {
    numberOf,
    known: (text) => numbers.get(text),
    textOf: (number) => texts[number]!,
    kindOf: (number) => kinds[number]!,
    wordsIn,
    holders: (number) => ({ stories: stories[number]!, ids: ids[number]!, counts: counts[number]! }),
    given: (number) => given[number]!,
    shareOf: (number, all) => (stories[number]!.length + 0.5 + BEFORE * usual[number]!) / (all + BEFORE + 1),
    rarityAmong(all) {
      const most = Math.log(all + BEFORE + 1)
      return (number) => Math.max(0.02, most - logs[number]!)
    },
    rarityOfNew: (all) => Math.log((all + BEFORE + 1) / (0.5 + BEFORE * SHARE.sound)),
    held(number, story, before, after) {
      const list = stories[number]!
      const at = placeIn(ids[number]!, story.id)
      if (before === 0) {
        stories[number] = inserted(list, at, story)
        ids[number] = inserted(ids[number]!, at, story.id)
        counts[number] = inserted(counts[number]!, at, after)
      } else if (after > 0) counts[number]![at] = after
      else {
        list.splice(at, 1)
        ids[number]!.splice(at, 1)
        counts[number]!.splice(at, 1)
      }
      const own = given[number]!
      if (before < GIVEN && after >= GIVEN) given[number] = inserted(own, placeIn(own, story.id), story.id)
      else if (before >= GIVEN && after < GIVEN) own.splice(placeIn(own, story.id), 1)
      if (before > 0 && after > 0) return
      weigh(number)
      if (stories[number]!.length > 0) return
      numbers.delete(texts[number]!)
      free.push(number)
    },
    name(sounds) {
      for (const sound of sounds) {
        if (everNamed.has(sound)) continue
        everNamed.add(sound)
        order.push(sound)
        const number = numbers.get(sound)
        if (number !== undefined) named[number] = true
        if (everNamed.size <= MOST_NAMED) continue
        for (const oldest of order.splice(0, MOST_NAMED / 100)) {
          everNamed.delete(oldest)
          const gone = numbers.get(oldest)
          if (gone !== undefined) named[gone] = false
        }
      }
    },
    isNamed: (number) => named[number]!,
    kinds: () => languages.size + WORDS,
    capacity: () => texts.length,
  }
}

/** Most terms are held by a story or two: lists shorter than this are kept at their exact length. */
const SHORT = 12
const none: never[] = []

function inserted<T>(list: T[], at: number, what: T): T[] {
  if (list.length < SHORT) return list.toSpliced(at, 0, what)
  list.splice(at, 0, what)
  return list
}

/** Where a number stands in an ascending list, or would stand. Most are the latest. */
export function placeIn(list: readonly number[], number: number): number {
  let [low, high] = [0, list.length]
  if (high > 0 && list[high - 1]! < number) return high
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < number) low = middle + 1
    else high = middle
  }
  return low
}
