/** What corrections of records and of actors have in common: who makes one, and why one cannot be made. */

/** Who decides, and when (ms). */
export type Person = { readonly reader: number; readonly name: string; readonly now: number }

export type CorrectionRefusal =
  | 'no-record'
  | 'no-correction'
  | 'is-undo'
  | 'undone'
  | 'later-first'
  | 'nothing-set'
  | 'no-actor'
  | 'several-actors'
  | 'itself'
  | 'no-name'
  | 'only-name'
  | 'same-name'
  | 'same-kind'
  | { readonly field: string; readonly wrong: 'choice' | 'date' | 'number' | 'words' | 'long' | 'needed' }

export type Corrected = { readonly correction: number } | { readonly failed: CorrectionRefusal }

export const LONGEST_FIELD = 300
