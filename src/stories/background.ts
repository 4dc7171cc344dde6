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

const most = Math.log(BACKGROUND_ARTICLES / 4)
const rarityOf = (count: number): number => Math.log(BACKGROUND_ARTICLES / count) / most
const unknown = { usual: { count: 4, rarity: rarityOf(4) }, elsewhere: { count: 8, rarity: rarityOf(8) } }

type Known = { readonly count: number; readonly rarity: number }
const tables = new Map<string, ReadonlyMap<string, Known>>()
for (const [language, lists] of Object.entries(bands)) {
  const table = new Map<string, Known>()
  lists.forEach((list, band) => {
    for (const word of list.trim().split(/\s+/)) {
      const term = stem(foldWord(word), language)
      const count = BACKGROUND_ARTICLES * bandShare[band]!
      if (!table.has(term)) table.set(term, { count, rarity: rarityOf(count) })
    }
  })
  tables.set(language, table)
}

/** Terms that no table knows are taken to be rare. */
const known = (term: string, language: string): Known =>
  tables.get(language)?.get(term) ??
  (language === 'en' || language === 'und' ? unknown.usual : unknown.elsewhere)

/** How many of BACKGROUND_ARTICLES articles hold a term. */
export const backgroundCount = (term: string, language: string): number => known(term, language).count

/** 1 for a rare term, toward 0 for one that stands in every article. */
export const rarity = (term: string, language: string): number => known(term, language).rarity
