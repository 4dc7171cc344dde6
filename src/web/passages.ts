/** The sentences of a text that a search is about, and the words in them marked. */

import type { Sentence, Span } from '../model/span.ts'
import { type Found, findTerms, type Query } from '../words/query.ts'

export type Passage = Span & {
  /** Offsets into the text, in order. */
  readonly found: readonly Found[]
  /** How many of the query's groups it holds. */
  readonly holds: number
}

/** Sentences with words of the query, those with most of them first, then as they stand. Those of the title are left out. */
export function passagesIn(query: Query, text: string, sentences: readonly Sentence[]): readonly Passage[] {
  const terms = query.groups.flat()
  if (terms.length === 0) return []
  const groupOf = query.groups.flatMap((group, at) => group.map(() => at))
  const all = findTerms(terms, text)
  const passages: Passage[] = []
  let at = 0
  for (const { start, end, block } of sentences) {
    while (at < all.length && all[at]!.start < start) at++
    const found: Found[] = []
    while (at < all.length && all[at]!.start < end) found.push(all[at++]!)
    if (found.length === 0 || block === 0) continue
    passages.push({ start, end, found, holds: new Set(found.map(({ term }) => groupOf[term])).size })
  }
  return passages.sort((a, b) => b.holds - a.holds || a.start - b.start)
}

export const holdsAll = (query: Query, passage: Passage): boolean => passage.holds === query.groups.length
