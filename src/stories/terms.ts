/** The terms that stories hold, by number: of what kind each is, and how telling. */

import { BACKGROUND_ARTICLES, backgroundCount } from './background.ts'

/** Kinds of terms; words of each language have a kind of their own, from 3. */
export const SOUND = 0
export const MEANING = 1
export const NAME = 2
const WORDS = 3

/** As if so many stories had been before, with so large a share of them holding a sound or a meaning. */
const BEFORE = 60
const SHARE = { sound: 0.008, meaning: 0.05 } as const
const MOST_NAMED = 200_000

export type Terms = {
  readonly numberOf: (text: string) => number
  readonly known: (text: string) => number | undefined
  readonly textOf: (number: number) => string
  readonly kindOf: (number: number) => number
  /** The kind of a language's words. */
  readonly wordsIn: (language: string) => number
  /** The share of `stories` that hold a term; those before the first count as well. */
  readonly shareOf: (number: number, stories: number) => number
  /** How rare terms are among so many stories. */
  readonly rarityAmong: (stories: number) => (number: number) => number
  /** That of a name that no story holds. */
  readonly rarityOfNew: (stories: number) => number
  /** So many stories hold a term now; one that nobody holds gives its number back. */
  readonly held: (number: number, stories: number) => void
  /** Sounds that some article wrote with a capital. */
  readonly name: (sounds: readonly string[]) => void
  readonly isNamed: (number: number) => boolean
  /** Kinds, and numbers of terms, lie below. */
  readonly kinds: () => number
  readonly capacity: () => number
}

export function openTerms(): Terms {
  const numbers = new Map<string, number>()
  const free: number[] = []
  const texts: string[] = []
  const kinds: number[] = []
  const languages = new Map<string, number>()
  const usual: number[] = []
  /** How many stories hold a term, those before the first among them, and the logarithm of that. */
  const held: number[] = []
  const logs: number[] = []
  const named: boolean[] = []
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

  const weigh = (number: number, stories: number): void => {
    held[number] = stories + 0.5 + BEFORE * usual[number]!
    logs[number] = Math.log(held[number]!)
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
    weigh(number, 0)
    numbers.set(text, number)
    return number
  }

  return {
    numberOf,
    known: (text) => numbers.get(text),
    textOf: (number) => texts[number]!,
    kindOf: (number) => kinds[number]!,
    wordsIn,
    shareOf: (number, all) => held[number]! / (all + BEFORE + 1),
    rarityAmong(all) {
      const most = Math.log(all + BEFORE + 1)
      return (number) => Math.max(0.02, most - logs[number]!)
    },
    rarityOfNew: (all) => Math.log((all + BEFORE + 1) / (0.5 + BEFORE * SHARE.sound)),
    held(number, stories) {
      weigh(number, stories)
      if (stories > 0) return
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
