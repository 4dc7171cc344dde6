/** What the steps of a dossier hand to one another about one text. */

import type { Block } from '../model/article.ts'
import type { Actor, Mention, Statement } from '../model/dossier.ts'
import type { Sentence } from '../model/span.ts'
import type { Clauses } from './clause.ts'
import type { Timing } from './dates.ts'
import type { Quote } from './quotes.ts'

export type Found = {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly actors: readonly Actor[]
  readonly mentions: readonly Mention[]
  readonly timings: readonly Timing[]
  readonly quotes: readonly Quote[]
  readonly clauses: Clauses
}

export type FoundWithStatements = Found & {
  readonly statements: readonly Statement[]
  readonly published: string | undefined
}
