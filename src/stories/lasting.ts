/** What lasts of an article once its day is over: names above all, then the words of its title and lead. */

import type { Bag, Features } from './features.ts'

const LEAD_TERMS = 24

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
  return { terms: [...sums.keys()], weights: [...sums.values()] }
}
