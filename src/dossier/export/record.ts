/** The plain records that every export takes: what the store keeps of dossiers, joined to lasting actors and articles. */

import type { ActorKind, EncounterKind, EncounterStatus, Figure, Polarity } from '../../model/dossier.ts'

export type ActorRecord = {
  readonly id: string
  readonly kind: ActorKind
  readonly name: string
  readonly aliases: readonly string[]
  readonly country?: string
  /** A government body: exported as PublicBody. */
  readonly public?: boolean
  readonly latitude?: number
  readonly longitude?: number
  readonly roles: readonly RoleRecord[]
}

export type RoleRecord = {
  readonly title: string
  /** The id of the organisation or country the role is held in, where known; else its words. */
  readonly ofId?: string
  readonly of?: string
  readonly tense: 'current' | 'former' | 'then' | 'future'
}

export type ArticleRecord = {
  readonly id: string
  readonly url?: string
  readonly title: string
  readonly outlet: string
  readonly published?: string
  readonly language?: string
  readonly authors: readonly string[]
}

export type PartyRecord = { readonly text: string; readonly actor?: string }

/** Words of an article that a record stands on. */
export type EvidenceRecord = { readonly article: string; readonly quote: string }

export type EncounterRecord = {
  readonly id: string
  readonly kind: EncounterKind
  readonly status: EncounterStatus
  readonly travellers: readonly PartyRecord[]
  readonly head?: PartyRecord
  readonly host?: PartyRecord
  readonly participants: readonly PartyRecord[]
  readonly origin?: PartyRecord
  readonly place?: PartyRecord
  readonly via?: PartyRecord
  /** ISO 8601 day, month, year, week or interval. */
  readonly date?: string
  readonly topics: readonly string[]
  readonly evidence: readonly EvidenceRecord[]
}

export type StatementRecord = {
  readonly id: string
  readonly kind: 'direct' | 'reported' | 'mixed'
  readonly polarity: Polarity
  readonly speaker?: PartyRecord
  readonly content: string
  readonly addressee?: PartyRecord
  readonly evidence: readonly EvidenceRecord[]
}

export type FigureRecord = Pick<Figure, 'value' | 'upTo' | 'bound' | 'of'> & {
  readonly id: string
  readonly evidence: readonly EvidenceRecord[]
}

export type MentionRecord = { readonly actor: string; readonly article: string; readonly text: string }

export type DossierRecords = {
  readonly story: string
  readonly actors: readonly ActorRecord[]
  readonly articles: readonly ArticleRecord[]
  readonly encounters: readonly EncounterRecord[]
  readonly statements: readonly StatementRecord[]
  readonly figures: readonly FigureRecord[]
  readonly mentions: readonly MentionRecord[]
}
