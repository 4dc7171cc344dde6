/** One attribution as the grammar finds it: who is said to have said what, by which words. */

import type { Polarity } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { tagAt, type Word } from './clause.ts'
import type { Phrase } from './phrases.ts'

/** Word indices throughout; content parts in order. */
export type Attribution = {
  readonly cue: Phrase
  readonly speaker: Phrase | undefined
  readonly content: readonly Phrase[]
  readonly addressee: Phrase | undefined
  readonly polarity: Polarity
  readonly lemma: string
  /** The quotations among the content stand alone: nothing but quoted words is attributed. */
  readonly direct: boolean
}

export const isDirect = (words: readonly Word[], part: Phrase): boolean =>
  part.to - part.from === 1 && tagAt(words, part.from) === 'Q'

export const asSpan = (words: readonly Word[], part: Phrase): Span => ({
  start: words[part.from]!.start,
  end: words[part.to - 1]!.end,
})
