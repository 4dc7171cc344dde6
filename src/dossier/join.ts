/** Joins the actors of one text to those already known: the same one under any spelling, never a doubtful one. */

import type { Actor, ActorKind } from '../model/dossier.ts'
import { nameKey } from '../words/name-key.ts'
import { sameName } from '../words/names.ts'

export type Known = { readonly id: number; readonly kind: ActorKind; readonly names: readonly string[] }

/**
 * For each actor the id of the known one it is, or undefined for someone new. A person known by one word alone
 * ("Kamel") is joined to nobody: there are too many. No two actors of one text become the same.
 */
export function joinActors(
  actors: readonly Actor[],
  known: readonly Known[],
): readonly (number | undefined)[] {
  const byKey = new Map<string, Known[]>()
  for (const one of known) {
    for (const key of new Set(one.names.map(nameKey))) byKey.set(key, [...(byKey.get(key) ?? []), one])
  }
  const taken = new Set<number>()
  return actors.map((actor) => {
    const candidates = new Set(actor.variants.flatMap((name) => byKey.get(nameKey(name)) ?? []))
    const best = [...candidates]
      .filter((one) => one.kind === actor.kind && !taken.has(one.id))
      .map((one) => ({ id: one.id, score: likeness(actor, one) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.id - b.id)[0]
    if (best) taken.add(best.id)
    return best?.id
  })
}

/** How surely these are one: the best pair of full names, or 0 where any pair speaks against it. */
function likeness(actor: Actor, known: Known): number {
  const here = fullNames(actor.kind, actor.variants)
  const there = fullNames(known.kind, known.names)
  let best = 0
  for (const a of here) {
    for (const b of there) {
      const { verdict, score } = sameName(a, b)
      if (verdict === 'same') best = Math.max(best, score)
    }
  }
  return best
}

const fullNames = (kind: ActorKind, names: readonly string[]): readonly string[] =>
  kind === 'person' ? names.filter((name) => /\S\s+\S/u.test(name.trim())) : names
