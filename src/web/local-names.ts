/** Actors' names in the script of the reader's language, where one is known and nobody chose another. */

import { namesOf } from '../store/actors.ts'
import type { Db } from '../store/engines/engine.ts'
import { nameIn } from '../words/shown-name.ts'
import { language } from './messages.ts'

const scripts = { ar: 'Arabic', he: 'Hebrew' } as const

/** By actor; empty for an interface in Latin script, whose names are the shown ones. */
export async function localNames(db: Db, actors: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const code = language()
  if (code === 'en') return new Map()
  const names = await namesOf(db, actors, { unnamed: true })
  return new Map(
    [...names].flatMap(([actor, known]) => {
      // Of a place or a body one word is as good as two; of a person two are better: both rules agree on what is there.
      const name = nameIn(known, { script: scripts[code], person: true })
      return name === undefined ? [] : [[actor, name] as const]
    }),
  )
}

/** Rows by actor, with the local name in place of the shown one. */
export async function namedLocally<T extends { readonly name: string }>(
  db: Db,
  rows: ReadonlyMap<number, T>,
): Promise<ReadonlyMap<number, T>> {
  const local = await localNames(db, [...rows.keys()])
  if (local.size === 0) return rows
  return new Map([...rows].map(([id, row]) => [id, { ...row, name: local.get(id) ?? row.name }]))
}

export async function castLocally<T extends { readonly id: number; readonly name: string }>(
  db: Db,
  cast: readonly T[],
): Promise<readonly T[]> {
  return [...(await namedLocally(db, new Map(cast.map((one) => [one.id, one])))).values()]
}

/** Statements with their speakers' local names. */
export async function spokenLocally<
  T extends { readonly speaker: number | null; readonly speakerName: string | null },
>(db: Db, statements: readonly T[]): Promise<readonly T[]> {
  const local = await localNames(
    db,
    statements.flatMap(({ speaker }) => speaker ?? []),
  )
  if (local.size === 0) return statements
  return statements.map((one) => ({
    ...one,
    speakerName: (one.speaker === null ? undefined : local.get(one.speaker)) ?? one.speakerName,
  }))
}
