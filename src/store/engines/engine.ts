/** What differs between databases. Queries above this file are the same for all of them. */

import type { Kysely, RawBuilder } from 'kysely'
import type { Schema } from '../schema.ts'

export type Db = Kysely<Schema>

/** Column types and clauses a migration needs, in the engine's own words. */
export type Ddl = {
  /** A primary key that is never used twice, even after deletion. */
  readonly id: string
  readonly integer: string
  readonly real: string
  readonly bytes: string
  readonly flag: string
}

export type Engine = {
  readonly name: 'sqlite' | 'postgres'
  readonly ddl: Ddl
  /** Statements that create (and keep in step) the full-text index over `version`. */
  readonly searchDdl: readonly string[]
  /** Articles that hold what the query asks for, best first. Words alone count: fields are the caller's. */
  readonly search: (query: string, limit: number, offset: number, within?: Within) => RawBuilder<SearchRow>
  /** The same articles, newest first, without weighing them. */
  readonly matching: (
    query: string,
    limit: number,
    within?: Within,
  ) => RawBuilder<{ readonly article: number }>
  /** Ids as a subquery, for `in`: thousands of them as one value. */
  readonly idList: (ids: readonly number[]) => RawBuilder<number>
  /** Locks leased rows against other workers; empty where one writer is all there is. */
  readonly forUpdateSkipLocked: string
  /** A consistent copy made while others read and write. */
  readonly backup: (to: string) => Promise<void>
}

/** Articles a search is confined to: these, or those whose ids lie between. */
export type Within = {
  readonly articles?: readonly number[] | undefined
  readonly least?: number | undefined
  readonly most?: number | undefined
  /** How many of the newest matches are weighed; a word in half of all articles has too many to weigh them all. */
  readonly weighed?: number | undefined
}

export type SearchRow = { readonly article: number; readonly rank: number }

export type Store = { readonly db: Db; readonly engine: Engine; readonly close: () => Promise<void> }
