/** How common a word is in the news of a language at large: a small versioned table, so that replays agree. */

import { stem } from '../words/stems.ts'
import { foldWord } from '../words/tokens.ts'
import { bands } from './common-words.ts'

/** Raised whenever the tables change; kept beside every decision that used them. */
export const BACKGROUND_VERSION = 1

/** As if the tables had been counted over this many articles. */
export const BACKGROUND_ARTICLES = 4000

/** Articles of BACKGROUND_ARTICLES that hold a word of each band, the commonest first. */
const bandShare = [0.22, 0.09, 0.035, 0.014]

const tables = new Map<string, ReadonlyMap<string, number>>()
for (const [language, lists] of Object.entries(bands)) {
  const table = new Map<string, number>()
  lists.forEach((list, band) => {
    for (const word of list.trim().split(/\s+/)) {
      const term = stem(foldWord(word), language)
      if (!table.has(term)) table.set(term, BACKGROUND_ARTICLES * bandShare[band]!)
    }
  })
  tables.set(language, table)
}
const empty: ReadonlyMap<string, number> = new Map()

/** How many of BACKGROUND_ARTICLES articles hold a term; unknown terms are taken to be rare. */
export function backgroundCount(term: string, language: string): number {
  return (tables.get(language) ?? empty).get(term) ?? (language === 'en' || language === 'und' ? 4 : 8)
}

const most = Math.log(BACKGROUND_ARTICLES / 4)

/** 1 for a rare term, toward 0 for one that stands in every article. */
export function rarity(term: string, language: string): number {
  return Math.log(BACKGROUND_ARTICLES / backgroundCount(term, language)) / most
}
