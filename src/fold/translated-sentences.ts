/** Which sentence of a likely translation says what which of its origin says, by what they have in common in order. */

import type { Span } from '../model/span.ts'
import { type Mark, marksOf, meansAlike, runOf, type Told, tellingMarks } from './marks.ts'

export type TranslatedSentence = {
  readonly here: Span
  readonly there: Span
  /** The names, numbers and words with one meaning that both have, in the order of both. */
  readonly shared: readonly { readonly here: Span; readonly there: Span }[]
}

/** In the order of both texts; a sentence that the other cuts in two stands once, beside both halves. */
export function translatedSentences(
  here: Told & { readonly sentences: readonly Span[] },
  there: Told & { readonly sentences: readonly Span[] },
): readonly TranslatedSentence[] {
  const own = marksOf(here)
  const theirs = marksOf(there)
  const meant = meansAlike(here, there)
  const told = tellingMarks(own, theirs, meant)
  const toldThere = tellingMarks(theirs, own, meant)
  const held = sizes(here.sentences, told)
  const heldThere = sizes(there.sentences, toldThere)
  const pairs = Map.groupBy(
    runOf(told, toldThere).flatMap(([mark, fellow]) => {
      const [a, b] = [holding(here.sentences, mark), holding(there.sentences, fellow)]
      return a === undefined || b === undefined ? [] : [{ a, b, here: span(mark), there: span(fellow) }]
    }),
    ({ a, b }) => `${a} ${b}`,
  )
  const found: TranslatedSentence[] = []
  let last: { a: number; b: number } | undefined
  for (const all of pairs.values()) {
    const { a, b } = all[0]!
    // What a sentence shares by chance is a small part of the shorter of the two.
    if (all.length < LEAST || all.length < TELLING * Math.min(held[a]!, heldThere[b]!)) continue
    const shared = all.map((one) => ({ here: one.here, there: one.there }))
    const before = found.at(-1)
    if (before && last && (last.a === a || last.b === b))
      found[found.length - 1] = {
        here: { start: before.here.start, end: here.sentences[a]!.end },
        there: { start: before.there.start, end: there.sentences[b]!.end },
        shared: [...before.shared, ...shared],
      }
    else found.push({ here: span(here.sentences[a]!), there: span(there.sentences[b]!), shared })
    last = { a, b }
  }
  return found
}

const LEAST = 2
const TELLING = 0.5

const span = ({ start, end }: Span): Span => ({ start, end })

/** The sentence a mark stands in. */
function holding(sentences: readonly Span[], { start }: Span): number | undefined {
  const at = sentences.findLastIndex((one) => one.start <= start)
  return at !== -1 && start < sentences[at]!.end ? at : undefined
}

/** How many marks each sentence holds. */
function sizes(sentences: readonly Span[], marks: readonly Mark[]): readonly number[] {
  const counts = sentences.map(() => 0)
  for (const mark of marks) {
    const at = holding(sentences, mark)
    if (at !== undefined) counts[at]!++
  }
  return counts
}
