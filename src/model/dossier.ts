/** The records an article yields; every one carries the spans of that article's text it stands on. */

import type { Span } from './span.ts'

export type ActorKind = 'person' | 'organisation' | 'place'

/** One naming of an actor in a text: a name, or a later short form, pronoun or role that resolves to it. */
export type Mention = Span & {
  /** Index into `Dossier.actors`. */
  readonly actor: number
  readonly form: 'name' | 'short' | 'role' | 'pronoun'
}

export type Role = {
  readonly title: string
  readonly of?: string
  /** As the text gives it: "former", "then-", "deputy" stay in the title; this says when it holds. */
  readonly tense: 'current' | 'former' | 'then' | 'future'
  readonly evidence: Span
}

/** Someone or something the text names, one per document; the store joins them to lasting actors. */
export type Actor = {
  readonly kind: ActorKind
  /** The fullest form the text gives. */
  readonly name: string
  /** Every distinct form seen, the fullest first. */
  readonly variants: readonly string[]
  readonly roles: readonly Role[]
  /** Places: ISO 3166-1 alpha-2 where known, and coordinates. */
  readonly country?: string
  readonly latitude?: number
  readonly longitude?: number
  /** 'byline' for writers and photographers: kept, but not cast. */
  readonly part: 'story' | 'byline'
}

/** A date as the text says it. `value` is ISO 8601: day, month, year, week, instant or interval `a/b`. */
export type DateMention = Span & {
  readonly value: string
  readonly kind: 'date' | 'time' | 'duration' | 'set'
}

export type EncounterKind = 'visit' | 'meeting' | 'talks' | 'call' | 'invitation'

export type EncounterStatus =
  | 'occurred'
  | 'under-way'
  | 'expected'
  | 'cancelled'
  | 'denied'
  | 'unconfirmed'
  | 'hypothetical'
  | 'habitual'

/** A part of an encounter: the words, and the actor they name where that is known. */
export type Party = { readonly span: Span; readonly text: string; readonly actor?: number }

export type Encounter = {
  readonly kind: EncounterKind
  readonly status: EncounterStatus
  readonly trigger: Span
  readonly travellers: readonly Party[]
  readonly head?: Party
  readonly host?: Party
  readonly participants: readonly Party[]
  readonly place?: Party
  readonly via?: Party
  /** ISO 8601 as in DateMention; absent where the text does not say. */
  readonly date?: string
  readonly dateEvidence?: Span
  readonly topics: readonly Party[]
  /** The sentences it stands on, the trigger's first. Never empty. */
  readonly evidence: readonly Span[]
}

export type Polarity = 'said' | 'denied' | 'demanded' | 'promised' | 'accused' | 'called-for'

export type Statement = {
  readonly kind: 'direct' | 'reported' | 'mixed'
  readonly polarity: Polarity
  readonly speaker?: Party
  readonly cue?: Span
  /** The content, in order; without quotation marks where direct. Never empty. */
  readonly content: readonly Span[]
  readonly addressee?: Party
  readonly evidence: readonly Span[]
}

/** A number the text gives for something countable: 12 dead, a 40-strong delegation, $3 million. */
export type Figure = {
  readonly span: Span
  readonly value: number
  /** Upper end of a range or of "between 10 and 12". */
  readonly upTo?: number
  readonly bound: 'exact' | 'about' | 'at-least' | 'at-most'
  /** What is counted, lemma: "killed", "delegate", "USD". */
  readonly of: string
  readonly evidence: Span
}

export type Dossier = {
  readonly actors: readonly Actor[]
  readonly mentions: readonly Mention[]
  readonly dates: readonly DateMention[]
  readonly encounters: readonly Encounter[]
  readonly statements: readonly Statement[]
  readonly figures: readonly Figure[]
}

/** The records a person can decide on. */
export type RecordKind = 'encounter' | 'statement' | 'figure'
export type AnyRecord = Encounter | Statement | Figure
