/** Writing what a person decided about an actor: its name and kind, the names it goes by, those taught for later. */

import type { Db } from './engines/engine.ts'
import type { ActorTable } from './schema.ts'

export const setActor = (
  db: Db,
  actor: number,
  set: Partial<Pick<ActorTable, 'name' | 'kind' | 'merged_into'>> & { readonly named?: 0 | 1 },
) => db.updateTable('actor').set(set).where('id', '=', actor).execute()

/** The shown name, where no person chose it. */
export const refreshName = (db: Db, actor: number, name: string) =>
  db.updateTable('actor').set({ name }).where('id', '=', actor).where('named', '=', 0).execute()

export async function dropNames(db: Db, actor: number, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  await db.deleteFrom('actor_name').where('actor', '=', actor).where('name', 'in', names).execute()
}

export async function teachNames(
  db: Db,
  plain: readonly string[],
  actor: number,
  correction: number,
): Promise<void> {
  if (plain.length === 0) return
  await db
    .insertInto('taught_name')
    .values(plain.map((one) => ({ plain: one, actor, correction, ended: null })))
    .execute()
}

export const endTaught = (db: Db, correction: number, ended: number) =>
  db.updateTable('taught_name').set({ ended }).where('correction', '=', correction).execute()

/** Whoever follows the merged actor follows the one it leads to as well. */
export async function followMerged(db: Db, from: number, to: number): Promise<void> {
  const follows = await db
    .selectFrom('follow')
    .select(['reader', 'webhook', 'made'])
    .where('kind', '=', 'actor')
    .where('target', '=', String(from))
    .execute()
  for (const follow of follows)
    await db
      .insertInto('follow')
      .values({ ...follow, kind: 'actor', target: String(to) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
