/** Ties the actors of one article to the lasting ones: by what people said of names first, then by likeness. */

import { fullNames, joinActors, plainName, unitedKinds } from '../dossier/join.ts'
import type { Actor } from '../model/dossier.ts'
import { refreshName } from '../store/actor-decisions.ts'
import { actorsByKey, countKind, countNames, saveActor, taughtNames } from '../store/actors.ts'
import type { Db } from '../store/engines/engine.ts'
import { nameKey } from '../words/names.ts'
import { nameIn } from '../words/shown-name.ts'

/** Lasting ids of the actors, in order. `counted` where the article is new: its names then count for which one is shown. */
export async function joinToLasting(
  db: Db,
  actors: readonly Actor[],
  { counted }: { readonly counted: boolean },
): Promise<readonly number[]> {
  const { united, at, mixed } = unitedKinds(actors)
  const keys = united.flatMap((actor) => actor.variants.map(nameKey))
  const plain = united.flatMap((actor) => fullNames(actor.kind, actor.variants).map(plainName))
  const taught = await taughtNames(db, [...new Set(plain)])
  const lasting = await actorsByKey(db, [...new Set(keys)], [...new Set(taught.values())])
  const byId = new Map(lasting.map((actor) => [actor.id, actor]))
  const told = new Set(taught.values())
  const joined: number[] = []
  const used: { actor: number; name: string }[] = []
  for (const [index, id] of joinActors(united, lasting, taught).entries()) {
    const actor = united[index]!
    const known = id === undefined ? undefined : byId.get(id)
    const lastingId = await saveActor(db, actor, known, nameKey)
    const again = joined.includes(lastingId)
    joined.push(lastingId)
    if (again) continue
    used.push({ actor: lastingId, name: actor.name })
    if (!counted || !known) continue
    if (known.kind !== actor.kind && !mixed.has(index) && !told.has(known.id))
      await countKind(db, known, actor)
    if (known.named || actor.name === known.name) continue
    const seen = new Map(known.seen).set(actor.name, (known.seen.get(actor.name) ?? 0) + 1)
    const best = nameIn(seen, { script: 'Latin', person: known.kind === 'person' })
    if (best !== undefined && best !== known.name) await refreshName(db, known.id, best)
  }
  if (counted) await countNames(db, used)
  return at.map((index) => joined[index]!)
}
