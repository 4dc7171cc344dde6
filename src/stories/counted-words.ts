/** The words of a language as terms, each with room to be counted in: what `features.ts` reads articles with. */

import { stem } from '../words/stems.ts'
import { isStopWord } from '../words/stop-words.ts'
import { rarity } from './background.ts'

/** A term, and what the article being read does with it: scratch that the next one finds and clears. */
export type Word = {
  readonly term: string
  readonly rarity: number
  reading: object | undefined
  count: number
  title: number
  proper: number
  early: boolean
}

export function open(word: Word, reading: object): void {
  word.reading = reading
  word.count = 0
  word.title = 0
  word.proper = 0
  word.early = false
}

type Words = {
  /** Null for a word without a meaning of its own. */
  readonly wordOf: (word: string, digits: boolean) => Word | null
  readonly wordOfTerm: (term: string) => Word
}

const cacheSize = 60_000
const caches = new Map<string, { words: Map<string, Word | null>; terms: Map<string, Word> }>()

/** The words of a language: one look-up for those that come again, whatever is counted of them. */
export function wordsIn(language: string): Words {
  const { words, terms } = caches.get(language) ?? { words: new Map(), terms: new Map() }
  caches.set(language, { words, terms })
  // Never within an article, which counts in these very words.
  if (words.size + terms.size >= cacheSize) {
    words.clear()
    terms.clear()
  }
  const wordOfTerm = (term: string): Word => {
    const known = terms.get(term)
    if (known !== undefined) return known
    const word = {
      term,
      rarity: rarity(term, language),
      reading: undefined,
      count: 0,
      title: 0,
      proper: 0,
      early: false,
    }
    terms.set(term, word)
    return word
  }
  return {
    wordOfTerm,
    wordOf(written, digits) {
      const known = words.get(written)
      if (known !== undefined) return known
      const own = detached(written)
      const term = digits ? own : isStopWord(own, language) ? '' : stem(own, language)
      const word = term === '' ? null : wordOfTerm(term)
      words.set(own, word)
      return word
    },
  }
}

/** V8 keeps a slice's whole parent text alive; a copy through bytes lets it go. */
const detached = (word: string): string => Buffer.from(word, 'utf16le').toString('utf16le')
