/** Lasting actors and every name they were seen under. */

import type { Actor, ActorKind } from '../model/dossier.ts'
import type { Db } from './engines/engine.ts'

export type KnownActor = {
  readonly id: number
  readonly kind: ActorKind
  /** The one pages show. */
  readonly name: string
  /** A person chose it. */
  readonly named: boolean
  readonly names: readonly string[]
  /** In how many articles each name was the fullest. */
  readonly seen: ReadonlyMap<string, number>
  /** How many articles name it, and how many of them as something of another kind. */
  readonly articles: number
  readonly otherwise: number
}

/** Actors that were seen under a name with one of these keys, and those with these ids. */
export async function actorsByKey(
  db: Db,
  keys: readonly string[],
  ids: readonly number[] = [],
): Promise<readonly KnownActor[]> {
  if (keys.length + ids.length === 0) return []
  const hits = await db.selectFrom('actor_name').select('actor').where('key', 'in', keys).execute()
  const wanted = new Set([...hits.map(({ actor }) => actor), ...ids])
  if (wanted.size === 0) return []
  const rows = await db
    .selectFrom('actor')
    .innerJoin('actor_name', 'actor_name.actor', 'actor.id')
    .select([
      'actor.id',
      'actor.kind',
      'actor.name as shown',
      'actor.named',
      'actor.otherwise',
      'actor_name.name',
      'actor_name.seen',
    ])
    .where('actor.id', 'in', [...wanted])
    .where('actor.merged_into', 'is', null)
    .orderBy('actor.id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, of]) => ({
    id,
    kind: of[0]!.kind,
    name: of[0]!.shown,
    named: of[0]!.named === 1,
    names: of.map(({ name }) => name),
    seen: new Map(of.map(({ name, seen }) => [name, seen])),
    articles: of.reduce((sum, one) => sum + one.seen, 0),
    otherwise: of[0]!.otherwise,
  }))
}

/** One more article names it as something of another kind; what most articles say is what it is. */
export async function countKind(
  db: Db,
  { id, articles, otherwise }: KnownActor,
  { kind, country, latitude, longitude }: Actor,
): Promise<void> {
  const turns = (otherwise + 1) * 2 > articles + 1
  await db
    .updateTable('actor')
    .set(turns ? { kind, otherwise: articles - otherwise } : { otherwise: otherwise + 1 })
    .$if(country !== undefined, (query) => query.set({ country: country! }))
    .$if(latitude !== undefined, (query) => query.set({ latitude: latitude!, longitude: longitude! }))
    .where('id', '=', id)
    .execute()
}

/** Makes the actor where `known` is undefined, and adds the names it was not seen under before. */
export async function saveActor(
  db: Db,
  actor: Actor,
  known: KnownActor | undefined,
  keyOf: (name: string) => string,
): Promise<number> {
  const id = known?.id ?? (await makeActor(db, actor))
  const names = new Set([actor.name, ...actor.variants]).difference(new Set(known?.names))
  if (names.size > 0) await addNames(db, id, [...names], keyOf)
  return id
}

export async function makeActor(
  db: Db,
  actor: Pick<Actor, 'kind' | 'name' | 'country' | 'latitude' | 'longitude'>,
): Promise<number> {
  const { id } = await db
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
  return id
}

export async function addNames(
  db: Db,
  actor: number,
  names: readonly string[],
  keyOf: (name: string) => string,
): Promise<void> {
  if (names.length === 0) return
  await db
    .insertInto('actor_name')
    .values(names.map((name) => ({ actor, name, key: keyOf(name) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** One more article gives each of these names as the fullest of its actor. */
export async function countNames(
  db: Db,
  used: readonly { readonly actor: number; readonly name: string }[],
): Promise<void> {
  // A long list of alternatives is a deep expression, and SQLite takes no more than a thousand levels.
  for (let from = 0; from < used.length; from += 50) {
    const batch = used.slice(from, from + 50)
    await db
      .updateTable('actor_name')
      .set((at) => ({ seen: at('seen', '+', 1) }))
      .where((at) =>
        at.or(batch.map(({ actor, name }) => at.and([at('actor', '=', actor), at('name', '=', name)]))),
      )
      .execute()
  }
}

/** Which actor a person said these names are, by the name as `plainName` spells it; the last word counts. */
export async function taughtNames(db: Db, plain: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (plain.length === 0) return new Map()
  const rows = await db
    .selectFrom('taught_name')
    .innerJoin('actor', 'actor.id', 'taught_name.actor')
    .select((at) => ['taught_name.plain', at.fn.coalesce('actor.merged_into', 'actor.id').as('actor')])
    .where('taught_name.plain', 'in', plain)
    .where('taught_name.ended', 'is', null)
    .orderBy('taught_name.id')
    .execute()
  return new Map(rows.map(({ plain, actor }) => [plain, actor]))
}

/** Every name of each actor with how often it was the fullest of an article; `unnamed`: not of those a person named. */
export async function namesOf(
  db: Db,
  actors: readonly number[],
  { unnamed = false }: { readonly unnamed?: boolean } = {},
): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
  if (actors.length === 0) return new Map()
  const rows = await db
    .selectFrom('actor_name')
    .innerJoin('actor', 'actor.id', 'actor_name.actor')
    .select(['actor_name.actor', 'actor_name.name', 'actor_name.seen'])
    .where('actor_name.actor', 'in', [...new Set(actors)])
    .$if(unnamed, (query) => query.where('actor.named', '=', 0))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ actor }) => actor)].map(([actor, of]) => [
      actor,
      new Map(of.map(({ name, seen }) => [name, seen])),
    ]),
  )
}

/** The actor itself, or the one it was merged into. */
export async function actorNow(db: Db, id: number): Promise<number> {
  const row = await db.selectFrom('actor').select('merged_into').where('id', '=', id).executeTakeFirst()
  return row?.merged_into ?? id
}

/** Actors with exactly this name, those seen most first. */
export async function actorsNamed(db: Db, name: string) {
  return db
    .selectFrom('actor_name')
    .innerJoin('actor', 'actor.id', 'actor_name.actor')
    .select(['actor.id', 'actor.kind', 'actor.name'])
    .where('actor_name.name', '=', name)
    .where('actor.merged_into', 'is', null)
    .orderBy('actor_name.seen', 'desc')
    .orderBy('actor.id')
    .limit(20)
    .execute()
}
