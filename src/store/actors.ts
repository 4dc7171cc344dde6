/** Lasting actors and every name they were seen under. */

import type { Actor, ActorKind } from '../model/dossier.ts'
import type { Db } from './engines/engine.ts'

export type KnownActor = {
  readonly id: number
  readonly kind: ActorKind
  readonly names: readonly string[]
}

/** Actors that were seen under a name with one of these keys. */
export async function actorsByKey(db: Db, keys: readonly string[]): Promise<readonly KnownActor[]> {
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('actor_name as hit')
    .innerJoin('actor', 'actor.id', 'hit.actor')
    .innerJoin('actor_name as every', 'every.actor', 'actor.id')
    .select(['actor.id', 'actor.kind', 'every.name'])
    .distinct()
    .where('hit.key', 'in', keys)
    .where('actor.merged_into', 'is', null)
    .orderBy('actor.id')
    .execute()
  const known = new Map<number, { id: number; kind: ActorKind; names: string[] }>()
  for (const { id, kind, name } of rows) {
    const actor = known.get(id) ?? { id, kind, names: [] }
    actor.names.push(name)
    known.set(id, actor)
  }
  return [...known.values()]
}

/** Makes the actor where `known` is undefined, and adds the names it was not seen under before. */
export async function saveActor(
  db: Db,
  actor: Actor,
  known: KnownActor | undefined,
  keyOf: (name: string) => string,
): Promise<number> {
  const id =
    known?.id ??
    (
      await db
        .insertInto('actor')
        .values({
          kind: actor.kind,
          name: actor.name,
          country: actor.country ?? null,
          latitude: actor.latitude ?? null,
          longitude: actor.longitude ?? null,
          merged_into: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const names = new Set([actor.name, ...actor.variants]).difference(new Set(known?.names))
  if (names.size > 0) {
    await db
      .insertInto('actor_name')
      .values([...names].map((name) => ({ actor: id, name, key: keyOf(name) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return id
}
