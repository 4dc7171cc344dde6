/** Joins the actors of one text to those already known: the same one under any spelling, never a doubtful one. */

import type { Actor, ActorKind } from '../model/dossier.ts'
import { nameKey, sameName } from '../words/names.ts'
import { scriptsOf } from '../words/scripts.ts'

export type Known = {
  readonly id: number
  readonly kind: ActorKind
  readonly names: readonly string[]
  /** How many articles name it. */
  readonly articles: number
}

/** A place or body that so many articles name is what a lone word stands for that was taken for a person. */
const WELL_KNOWN = 3

/**
 * Actors of one text with those made one that it names alike as a place, a body or a person: a country is both of the
 * first, and sentences tell the kinds apart by how they speak of it. A person of one word is left alone. `at` says for
 * each of `actors` which of the result it is; `mixed` are those that were named as several kinds.
 */
export function unitedKinds(actors: readonly Actor[]): {
  readonly united: readonly Actor[]
  readonly at: readonly number[]
  readonly mixed: ReadonlySet<number>
} {
  const united: Actor[] = []
  const mixed = new Set<number>()
  const named = new Map<string, number>()
  const at = actors.map((actor) => {
    const names = fullNames(actor.kind, actor.variants).map(plainName)
    const twin = names
      .map((name) => named.get(name))
      .find((index) => index !== undefined && united[index]!.kind !== actor.kind)
    const index = twin ?? united.push(actor) - 1
    for (const name of names) if (!named.has(name)) named.set(name, index)
    if (twin === undefined) return index
    const first = united[twin]!
    // What the gazetteer knows is a place, whatever is done in its name.
    const place = [first, actor].find((one) => one.country !== undefined || one.latitude !== undefined)
    united[twin] = { ...first, ...place, variants: [...new Set([...first.variants, ...actor.variants])] }
    mixed.add(twin)
    return twin
  })
  return { united, at, mixed }
}

/**
 * For each actor the id of the known one it is, or undefined for someone new. A person known by one word alone
 * ("Ruiz") is joined to no other person: there are too many. What is spelled alike is one, of whatever kind it was taken
 * to be. No two actors of one text become the same.
 *
 * `taught` is what people said of names, by `plainName`: it outranks all of this, and two actors of one text may
 * then be one.
 */
export function joinActors(
  actors: readonly Actor[],
  known: readonly Known[],
  taught: ReadonlyMap<string, number> = new Map(),
): readonly (number | undefined)[] {
  const byKey = new Map<string, Known[]>()
  for (const one of known) {
    for (const key of new Set(one.names.map(nameKey))) {
      const list = byKey.get(key)
      if (list) list.push(one)
      else byKey.set(key, [one])
    }
  }
  const taken = new Set<number>()
  const decided = actors.map((actor) =>
    fullNames(actor.kind, actor.variants)
      .map((name) => taught.get(plainName(name)))
      .find((id) => id !== undefined),
  )
  // One that a person gave a name here may be named here by its own spelling too, but by no mere likeness.
  const told = new Set(decided)
  const candidatesFor = (actor: Actor) =>
    new Set(actor.variants.flatMap((name) => byKey.get(nameKey(name)) ?? []))
  const joined = actors.map((actor, index) => {
    if (decided[index] !== undefined) return decided[index]
    const best = [...candidatesFor(actor)]
      .filter((one) => !taken.has(one.id))
      .map((one) => ({ id: one.id, score: likeness(actor, one) }))
      .filter(({ id, score }) => score > (told.has(id) ? 0.999 : 0))
      .sort((a, b) => b.score - a.score || a.id - b.id)[0]
    if (best) taken.add(best.id)
    return best?.id
  })
  return joined.map((id, index) => {
    const actor = actors[index]!
    if (id !== undefined || actor.kind !== 'person' || actor.variants.length > 1) return id
    return [...candidatesFor(actor)].find((one) => isLoneWordFor(actor, one))?.id
  })
}

/** Spelled alike, but taken for another kind: below the same kind, above any likeness. */
const OTHER_KIND = 0.9995

const isLoneWordFor = (actor: Actor, known: Known): boolean =>
  known.kind !== 'person' &&
  known.articles >= WELL_KNOWN &&
  known.names.some((name) => plainName(name) === plainName(actor.name))

/** How surely these are one: the best pair of their names, or 0. */
function likeness(actor: Actor, known: Known): number {
  const here = fullNames(actor.kind, actor.variants)
  const there = fullNames(known.kind, known.names)
  const spelled = new Set(there.map(plainName))
  const sameKind = actor.kind === known.kind
  if (here.some((name) => spelled.has(plainName(name)))) return sameKind ? 1 : OTHER_KIND
  if (!sameKind) return 0
  let best = 0
  for (const a of here) {
    for (const b of there) {
      // Bodies and places are known under fixed names: a likeness within one script proves nothing.
      if (actor.kind !== 'person' && scriptsOf(a)[0]?.script === scriptsOf(b)[0]?.script) continue
      const { verdict, score } = sameName(a, b)
      if (verdict === 'same') best = Math.max(best, score)
    }
  }
  return best
}

/** A name without case, accents and points: what people's decisions about names are kept under. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}]+/gu, '')
    .toLowerCase()
    .trim()

/** A person's first names and family names are told apart by no one here: one word alone is not a full name. */
export const fullNames = (kind: ActorKind, names: readonly string[]): readonly string[] =>
  kind === 'person' ? names.filter((name) => /\S\s+\S/u.test(name.trim())) : names
