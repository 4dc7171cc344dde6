/** What clustering keeps of an article: a few weighted words, names, numbers and slots; plain data for the store. */

import { stem } from '../words/stems.ts'
import { isStopWord } from '../words/stop-words.ts'
import { eachToken, foldWord, tokens } from '../words/tokens.ts'
import { rarity } from './background.ts'
import { daysOf } from './days.ts'
import type { KeptReference } from './references.ts'
import { type Slot, slotsOf } from './slots.ts'

/** Terms with weights, heaviest first; the two lists are of one length. */
export type Bag = { readonly terms: readonly string[]; readonly weights: readonly number[] }

/** Everything the window needs of an article. JSON-safe, about two kilobytes. */
export type Features = {
  readonly id: number
  readonly language: string
  /** Epoch milliseconds: published where stated, else first seen. */
  readonly time: number
  readonly dated: boolean
  readonly headline: string
  readonly title: Bag
  /** Words of title and body, the early ones heavier. */
  readonly full: Bag
  /** Places in `full` of the terms that the title or the lead holds, ascending; absent in what was kept before there were any. */
  readonly early?: readonly number[]
  /** Names of people, places and bodies: whole, and word by word. */
  readonly names: Bag
  /** Numbers that are worth comparing, as printed without grouping. */
  readonly numbers: readonly string[]
  /** "Day 2", "2012", "Game 7": what tells one of a series from the next. */
  readonly slots: readonly Slot[]
  /** Years it names, none later than its own; the latest is likely the year of what it tells. */
  readonly years?: readonly number[]
  /** Display forms of the names, heaviest first, for reasons. */
  readonly cast: readonly string[]
  /** Whether there was a text worth the name under the title. */
  readonly whole: boolean
  /** What its names sound like, for comparing languages; absent where nobody asked. */
  readonly sounds?: readonly string[]
  /** What it speaks of, in meanings that languages share; absent where nobody asked. */
  readonly meanings?: readonly string[]
  /** Where it says that it follows on another happening; absent where it doesn't, or nobody asked. */
  readonly references?: readonly KeptReference[]
  readonly url?: string
  readonly links?: readonly string[]
}

export type Featured = {
  readonly id: number
  readonly title: string
  /** May repeat the title; empty where only the title is known. */
  readonly text: string
  /** ISO 639-1, or 'und'. */
  readonly language: string
  /** Epoch milliseconds. */
  readonly published?: number
  readonly seen: number
  /** Names found in the text by whoever looked; more are taken from capitals where the script has them. */
  readonly names: readonly { readonly name: string; readonly kind: string }[]
  readonly url?: string
  readonly links?: readonly string[]
}

/** Texts are read this far; what comes later is background to the news. */
const READ = 7000
const FULL_TERMS = 96
const NAME_TERMS = 32
const LEAD_WORDS = 60
const NEAR_WORDS = 220
const MOST_NAME_WORDS = 4

/** The features of an article. Pure: the same article gives the same features, whatever came before. */
export function features(article: Featured): Features {
  const { language } = article
  const body = bodyOf(article).slice(0, READ)
  const counts = new Map<string, number>()
  const title = new Map<string, number>()
  const early = new Set<string>()
  const proper = new Map<string, number>()
  const spans = new Map<string, { display: string; weight: number }>()
  const numbers = new Set<string>()

  const termOf = termsIn(language)

  const shouts = isTitleCase(article.title)
  eachToken(article.title, (token) => {
    if (token.digits) {
      noteNumber(numbers, token.word)
      bump(title, token.word, 1)
      bump(counts, token.word, 2)
      early.add(token.word)
      return
    }
    const term = termOf(token.word)
    if (term === '') return
    bump(title, term, 1)
    bump(counts, term, 2)
    early.add(term)
    if (token.capital && !token.opens && !shouts) bump(proper, term, 2)
  })

  let place = 0
  let run: { words: string[]; terms: string[]; end: number; weight: number; sure: boolean } | undefined
  const close = () => {
    if (run !== undefined && run.words.length > 1 && run.words.length <= MOST_NAME_WORDS)
      noteSpan(spans, run.terms.join(' '), run.words.join(' '), run.weight)
    run = undefined
  }
  eachToken(body, (token) => {
    const weight = place < LEAD_WORDS ? 2 : place < NEAR_WORDS ? 1 : 0.6
    place++
    if (token.digits) {
      close()
      if (place < NEAR_WORDS) noteNumber(numbers, token.word)
      bump(counts, token.word, weight * 0.5)
      if (weight === 2) early.add(token.word)
      return
    }
    const term = termOf(token.word)
    const stop = term === ''
    if (!stop) {
      bump(counts, term, weight)
      if (weight === 2) early.add(term)
    }
    if (token.capital && !stop) {
      const joined = run !== undefined && body.slice(run.end, token.start) === ' '
      if (!joined) close()
      const word = body.slice(token.start, token.end)
      if (run === undefined)
        run = { words: [word], terms: [term], end: token.end, weight, sure: !token.opens }
      else {
        run.words.push(word)
        run.terms.push(term)
        run.end = token.end
      }
      if (!token.opens || joined) bump(proper, term, weight)
    } else close()
  })
  close()

  for (const day of daysOf(body.slice(0, 3000))) bump(counts, day, 1)

  for (const { name } of article.names) {
    const parts = nameTerms(name, language)
    for (const part of parts) bump(proper, part, 1)
    if (parts.length > 1) noteSpan(spans, parts.join(' '), name, 1)
  }
  for (const [key, { weight }] of spans) proper.set(key, weight)

  const time = article.published ?? article.seen
  const years = yearsOf(`${article.title} ${body.slice(0, 3000)}`, new Date(time).getUTCFullYear())
  const full = heaviest(counts, FULL_TERMS, language)
  const names = heaviest(proper, NAME_TERMS, language)
  return {
    id: article.id,
    language,
    time,
    dated: article.published !== undefined,
    headline: article.title,
    title: heaviest(title, 24, language),
    full,
    early: full.terms.flatMap((term, at) => (early.has(term) ? at : [])),
    names,
    numbers: [...numbers].slice(0, 24),
    slots: slotsOf(article.title, body.slice(0, 600), language),
    ...(years.length === 0 ? {} : { years }),
    cast: castOf(article.names, spans),
    whole: place >= 25,
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(article.links === undefined || article.links.length === 0 ? {} : { links: article.links }),
  }
}

function yearsOf(text: string, latest: number): readonly number[] {
  const found = new Set<number>()
  for (const [year] of text.matchAll(/(?<![\d.,$€£-])(?:19[5-9]|20\d)\d(?![\d%]|[.,]\d)/g))
    if (Number(year) <= latest) found.add(Number(year))
  return [...found].sort((a, b) => b - a).slice(0, 6)
}

function bodyOf({ title, text }: Featured): string {
  const start = text.trimStart()
  return start.startsWith(title) ? start.slice(title.length) : start
}

const cacheSize = 60_000
const caches = new Map<string, Map<string, string>>()

/** Words to terms, and words without a meaning of their own to nothing; one look-up for the words that come again. */
function termsIn(language: string): (word: string) => string {
  const cache = caches.get(language) ?? new Map<string, string>()
  caches.set(language, cache)
  return (word) => {
    const known = cache.get(word)
    if (known !== undefined) return known
    const term = isStopWord(word, language) ? '' : stem(word, language)
    if (cache.size >= cacheSize) cache.clear()
    cache.set(detached(word), term)
    return term
  }
}

/** V8 keeps a slice's whole parent text alive; a copy through bytes lets it go. */
const detached = (word: string): string => Buffer.from(word, 'utf16le').toString('utf16le')

function isTitleCase(title: string): boolean {
  let long = 0
  let capital = 0
  for (const token of tokens(title)) {
    if (token.word.length < 4 || token.opens || token.digits) continue
    long++
    if (token.capital) capital++
  }
  return long >= 2 && capital > long * 0.7
}

function bump(bag: Map<string, number>, term: string, by: number): void {
  bag.set(term, (bag.get(term) ?? 0) + by)
}

function noteSpan(
  spans: Map<string, { display: string; weight: number }>,
  key: string,
  display: string,
  weight: number,
): void {
  const known = spans.get(key)
  if (known === undefined) spans.set(key, { display, weight })
  else known.weight += weight
}

/** Years and single digits stand everywhere; other numbers are worth comparing. */
function noteNumber(numbers: Set<string>, word: string): void {
  const digits = word.replace(/\D/g, '')
  if (digits.length < 2 || (/^\d{4}$/.test(word) && word >= '1900' && word < '2100')) return
  numbers.add(/^\d+(?:\.\d+)?$/.test(word) ? word : digits)
}

/** The words of a name as terms: stemmed like the text's own, without particles and titles. */
function nameTerms(name: string, language: string): string[] {
  return name
    .split(/[\s\-–]+/)
    .map((word) => foldWord(word.replace(/[^\p{L}\p{M}\p{N}'’]/gu, '')))
    .filter((word) => word !== '' && !isStopWord(word, language))
    .map((word) => stem(word, language))
}

function castOf(
  given: Featured['names'],
  spans: ReadonlyMap<string, { display: string; weight: number }>,
): readonly string[] {
  if (given.length > 0) return [...new Set(given.map(({ name }) => name))].slice(0, 12)
  return [...spans.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 8)
    .map(({ display }) => display)
}

/** The terms that say most, by dampened count times rarity in the language at large. */
function heaviest(counts: ReadonlyMap<string, number>, most: number, language: string): Bag {
  const list = [...counts].map(([term, count]): [string, number, number] => {
    const weight = 1 + Math.log(1 + count)
    return [term, weight, weight * rarity(term, language)]
  })
  if (list.length > most) {
    list.sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
    list.length = most
  }
  return {
    terms: list.map(([term]) => term),
    weights: list.map(([, weight]) => Math.round(weight * 100) / 100),
  }
}
