/** What clustering keeps of an article: a few weighted words, names, numbers and slots; plain data for the store. */

import { stem } from '../words/stems.ts'
import { isStopWord } from '../words/stop-words.ts'
import { eachToken, foldWord, tokens } from '../words/tokens.ts'
import { rarity } from './background.ts'
import { open, type Word, wordsIn } from './counted-words.ts'
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
const TITLE_TERMS = 24
const NAME_TERMS = 32
const LEAD_WORDS = 60
const NEAR_WORDS = 220
/** What a word of the lead, of what follows and of the rest counts: whole numbers, which add up the same in every order. */
const LEAD = 20
const NEAR = 10
const FAR = 6
const MOST_NAME_WORDS = 4

/** The features of an article. Pure: the same article gives the same features, whatever came before. */
export function features(article: Featured): Features {
  const { language } = article
  const body = bodyOf(article).slice(0, READ)
  const spans = new Map<string, { display: string; weight: number }>()
  const numbers = new Set<string>()
  const { wordOf, wordOfTerm } = wordsIn(language)
  const all: Word[] = []
  const proper: Word[] = []
  const reading = {}
  const count = (word: Word, by: number) => {
    if (word.reading !== reading) open(word, reading)
    if (word.count === 0) all.push(word)
    word.count += by
  }
  const call = (word: Word, by: number) => {
    if (word.reading !== reading) open(word, reading)
    if (word.proper === 0) proper.push(word)
    word.proper += by
  }

  const shouts = isTitleCase(article.title)
  eachToken(article.title, (token) => {
    if (token.digits) noteNumber(numbers, token.word)
    const word = wordOf(token.word, token.digits)
    if (word === null) return
    count(word, LEAD)
    word.title++
    word.early = true
    if (token.capital && !token.digits && !token.opens && !shouts) call(word, LEAD)
  })

  let place = 0
  let run: { words: string[]; terms: string[]; end: number; weight: number } | undefined
  const close = () => {
    if (run !== undefined && run.words.length > 1 && run.words.length <= MOST_NAME_WORDS)
      noteSpan(spans, run.terms.join(' '), run.words.join(' '), run.weight)
    run = undefined
  }
  eachToken(body, (token) => {
    const weight = place < LEAD_WORDS ? LEAD : place < NEAR_WORDS ? NEAR : FAR
    place++
    const word = wordOf(token.word, token.digits)
    if (word !== null) {
      count(word, token.digits ? weight / 2 : weight)
      if (weight === LEAD) word.early = true
    }
    if (token.digits && place < NEAR_WORDS) noteNumber(numbers, token.word)
    if (token.digits || !token.capital || word === null) {
      close()
      return
    }
    const joined = run !== undefined && body.slice(run.end, token.start) === ' '
    if (!joined) close()
    const written = body.slice(token.start, token.end)
    if (run === undefined) run = { words: [written], terms: [word.term], end: token.end, weight }
    else {
      run.words.push(written)
      run.terms.push(word.term)
      run.end = token.end
    }
    if (!token.opens || joined) call(word, weight)
  })
  close()

  for (const day of daysOf(body.slice(0, 3000))) count(wordOfTerm(day), NEAR)

  for (const { name } of article.names) {
    const parts = nameTerms(name, language)
    for (const part of parts) call(wordOfTerm(part), NEAR)
    if (parts.length > 1) noteSpan(spans, parts.join(' '), name, NEAR)
  }
  const names = [
    ...proper.map((word) => heavy(word.term, word.proper / NEAR, word.rarity)),
    ...[...spans].map(([term, { weight }]) => heavy(term, weight / NEAR, rarity(term, language))),
  ]

  const time = article.published ?? article.seen
  const years = yearsOf(`${article.title} ${body.slice(0, 3000)}`, new Date(time).getUTCFullYear())
  const full = heaviest(
    all.map(({ term, count: times, rarity: rare, early }) => ({ ...heavy(term, times / NEAR, rare), early })),
    FULL_TERMS,
  )
  const title = all.flatMap((word) => (word.title === 0 ? [] : heavy(word.term, word.title, word.rarity)))
  return {
    id: article.id,
    language,
    time,
    dated: article.published !== undefined,
    headline: article.title,
    title: bagOf(heaviest(title, TITLE_TERMS)),
    full: bagOf(full),
    early: full.flatMap(({ early }, at) => (early ? at : [])),
    names: bagOf(heaviest(names, NAME_TERMS)),
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

type Heavy = { readonly term: string; readonly weight: number; readonly worth: number }

/** Dampened count, and that times rarity in the language at large. */
function heavy(term: string, count: number, rare: number): Heavy {
  const weight = 1 + Math.log(1 + count)
  return { term, weight, worth: weight * rare }
}

/** The terms that say most; all as they came where they are no more. */
const heaviest = <T extends Heavy>(list: readonly T[], most: number): readonly T[] =>
  list.length <= most
    ? list
    : list.toSorted((a, b) => b.worth - a.worth || (a.term < b.term ? -1 : 1)).slice(0, most)

const bagOf = (list: readonly Heavy[]): Bag => ({
  terms: list.map(({ term }) => term),
  weights: list.map(({ weight }) => Math.round(weight * 100) / 100),
})
