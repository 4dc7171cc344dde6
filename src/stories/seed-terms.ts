/** The terms by which articles are ranked from seeds: words and names, countries, and what languages have in common. */

import { BACKGROUND_ARTICLES, backgroundCount } from './background.ts'
import type { Features } from './features.ts'
import { landCalled, landsOf } from './lands.ts'
import { bagOf } from './lasting.ts'

/**
 * Opened by what it is: `~` a sound, `#` a meaning, `^` a country, `=` two countries in one article, else a word with
 * its language.
 */
export type Term = {
  readonly text: string
  readonly weight: number
  readonly isName: boolean
}

/** How much the other languages' ways of telling count beside the words themselves, where there are words. */
const BESIDE = 0.6
/** Who names more countries than this tells of the world. */
const MOST_PAIRED = 5

/** How common terms are in an archive, counted in a few articles from all over it. */
export type Backdrop = { readonly articles: number; readonly holders: ReadonlyMap<string, number> }

export function backdropOf(articles: readonly Features[]): Backdrop {
  const holders = new Map<string, number>()
  for (const features of articles)
    for (const { text } of seedTerms(toldBy(features), true)) holders.set(text, (holders.get(text) ?? 0) + 1)
  return { articles: articles.length, holders }
}

/** What is read of an article once: its words, which of them are names, and the countries it is told of. */
export type Told = {
  readonly features: Features
  readonly words: readonly string[]
  readonly names: ReadonlySet<string>
  readonly lands: readonly string[]
}

export function toldBy(features: Features): Told {
  const names = new Set(features.names.terms)
  const words = bagOf(features).terms
  return { features, words, names, lands: landsOf(words, names, features.language) }
}

/** `across`: whether it is to be compared with articles of other languages. */
export function seedTerms({ features, words, names, lands }: Told, across: boolean): readonly Term[] {
  const { language, sounds = [], meanings = [] } = features
  const paired = lands.slice(0, MOST_PAIRED).sort()
  // How often and how early a word stands tells less than that it is there.
  const terms = [
    ...words.map((word) => ({ text: `${language} ${word}`, weight: 1, isName: names.has(word) })),
    ...lands.map((land) => ({ text: `^${land}`, weight: 1, isName: true })),
    ...paired.flatMap((one, at) =>
      paired.slice(at + 1).map((other) => ({ text: `=${one} ${other}`, weight: 1, isName: true })),
    ),
  ]
  if (!across) return terms
  return [
    ...terms,
    ...Array.from(new Set(sounds), (sound) => ({ text: `~${sound}`, weight: BESIDE, isName: true })),
    ...Array.from(new Set(meanings), (meaning) => ({ text: `#${meaning}`, weight: BESIDE, isName: false })),
  ]
}

/** How many of BACKGROUND_ARTICLES articles hold a term in the language at large. */
export function usual(term: string): number {
  const space = term.indexOf(' ')
  return /^[~#^=]/.test(term) ? 0 : backgroundCount(term.slice(space + 1), term.slice(0, space))
}

/** The share of an archive's articles that hold a term; the tables of the language count for `prior` articles. */
export function shareIn({ articles, holders }: Backdrop, term: string, prior: number): number {
  return ((holders.get(term) ?? 0) + (prior * usual(term)) / BACKGROUND_ARTICLES) / (articles + prior)
}

/** A term as a reason: a word's stem, a meaning, a country's name; nothing for what no one would read. */
export function shownTerm(term: string, language: string): string | undefined {
  if (/^[~=]/.test(term)) return undefined
  return term[0] === '^' ? landCalled(term.slice(1), language) : term.replace(/^#|^\S+ /, '')
}
