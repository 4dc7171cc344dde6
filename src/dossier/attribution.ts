/** One attribution as the grammar finds it: who is said to have said what, by which words. */

import type { Polarity } from '../model/dossier.ts'
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
