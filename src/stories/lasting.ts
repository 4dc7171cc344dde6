/** What lasts of an article once its day is over: its words and names, how the names sound, and what it speaks of. */

import { countryCalled } from '../words/countries.ts'
import { skeleton } from '../words/names.ts'
import type { Bag, Features } from './features.ts'

/** Terms by kind: `~` sounds, `#` meanings and `@` names are the same in every language, words are of the language that opens them. */
export type Lasting = {
  readonly language: string
  /** Days since 1970. */
  readonly day: number
  /** A title or a few sentences: too little to be told by as a whole article is. */
  readonly short: boolean
  /** Names, word by word: as they sound, or as they stand where that is next to nothing. */
  readonly names: readonly string[]
  /** Which of the words are those of names, by their place. */
  readonly naming: ReadonlySet<number>
  readonly words: readonly string[]
  readonly sounds: readonly string[]
  readonly meanings: readonly string[]
}

const LEAD_TERMS = 24
const DAY = 86_400_000
/** Terms of some fifty words of text. */
const SHORT_TERMS = 36
const MOST_NAMES = 16
/** Bare consonants that tell one name from another. */
const TELLING = 3
/** Arabic and Hebrew show no names, so all their words are among the sounds. */
const SOUNDS = 120
const MEANINGS = 60

/** The terms by which an article is told again years later; numbers and days are left out. */
export function lastingOf({ language, ...features }: Features): Lasting {
  const words = bagOf({ language, ...features }).terms
  const short = features.full.terms.length < SHORT_TERMS
  const named = namesOf(features, short)
  return {
    language,
    day: Math.floor(features.time / DAY),
    short,
    names: [...new Set(named.map(nameOf))],
    naming: new Set(words.flatMap((word, at) => (named.includes(word) ? [at] : []))),
    words: words.map((word) => wordIn(language, word)),
    sounds: (features.sounds ?? []).slice(0, SOUNDS).map((sound) => `~${sound}`),
    meanings: (features.meanings ?? []).slice(0, MEANINGS).map((meaning) => `#${meaning}`),
  }
}

const MOST_KNOWN = 60_000
const written = new Map<string, Map<string, string>>()

/** A word as a term of its language: one string for it, whoever asks. */
export function wordIn(language: string, word: string): string {
  const words = written.get(language) ?? new Map<string, string>()
  written.set(language, words)
  const before = words.get(word)
  if (before !== undefined) return before
  const term = `${language} ${word}`
  if (words.size >= MOST_KNOWN) words.clear()
  words.set(word, term)
  return term
}

/** A word that opens a sentence is no name by its capital; a country's is one anyway. */
function namesOf({ names, full }: Pick<Features, 'names' | 'full'>, short: boolean): readonly string[] {
  const single = names.terms.filter((term) => !term.includes(' ')).slice(0, MOST_NAMES)
  if (!short) return single
  return [
    ...single,
    ...full.terms.filter((term) => !single.includes(term) && countryCalled(term) !== undefined),
  ]
}

const known = new Map<string, string>()

/** Most names come again: how they sound is kept, as spelling it out costs more than all else here. */
function nameOf(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const sound = skeleton(word)
  const name = `@${sound.length >= TELLING ? sound : word}`
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, name)
  return name
}

/** One bag of names, title and heaviest words; names weigh most. Numbers and days are left out: they don't last. */
export function bagOf(features: Features): Bag {
  const sums = new Map<string, number>()
  const add = (bag: Bag, by: number, most: number) => {
    let taken = 0
    for (let i = 0; i < bag.terms.length && taken < most; i++) {
      const term = bag.terms[i]!
      if (/^[@\d]/.test(term)) continue
      taken++
      sums.set(term, Math.max(sums.get(term) ?? 0, bag.weights[i]! * by))
    }
  }
  add(features.names, 1, 24)
  add(features.title, 1, 16)
  add(features.full, 1, LEAD_TERMS)
  // A name of many words is one name: its words share what it weighs, or one place in common would look like many.
  const longest = new Map<string, number>()
  for (const term of sums.keys()) {
    const words = term.split(' ')
    for (const word of words) longest.set(word, Math.max(longest.get(word) ?? 1, words.length))
    for (let size = 2; size < words.length; size++)
      for (let at = 0; at + size <= words.length; at++)
        longest.set(words.slice(at, at + size).join(' '), words.length)
  }
  const weights = [...sums].map(([term, weight]) => weight / Math.sqrt(longest.get(term) ?? 1))
  return { terms: [...sums.keys()], weights }
}
