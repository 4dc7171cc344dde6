/** Joins the actors of one text to those already known: the same one under any spelling, never a doubtful one. */

import type { Actor, ActorKind } from '../model/dossier.ts'
import { nameKey, sameName } from '../words/names.ts'
import { scriptsOf } from '../words/scripts.ts'

export type Known = { readonly id: number; readonly kind: ActorKind; readonly names: readonly string[] }

/**
 * For each actor the id of the known one it is, or undefined for someone new. A person known by one word alone
 * ("Ruiz") is joined to nobody: there are too many. No two actors of one text become the same.
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
  return actors.map((actor, index) => {
    if (decided[index] !== undefined) return decided[index]
    const candidates = new Set(actor.variants.flatMap((name) => byKey.get(nameKey(name)) ?? []))
    const best = [...candidates]
      .filter((one) => one.kind === actor.kind && !taken.has(one.id))
      .map((one) => ({ id: one.id, score: likeness(actor, one) }))
      .filter(({ id, score }) => score > (told.has(id) ? 0.999 : 0))
      .sort((a, b) => b.score - a.score || a.id - b.id)[0]
    if (best) taken.add(best.id)
    return best?.id
  })
}

/** How surely these are one: the best pair of their names, or 0. */
function likeness(actor: Actor, known: Known): number {
  const here = fullNames(actor.kind, actor.variants)
  const there = fullNames(known.kind, known.names)
  const spelled = new Set(there.map(plainName))
  if (here.some((name) => spelled.has(plainName(name)))) return 1
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
