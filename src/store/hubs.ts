/** Subscriptions at hubs, and what hubs delivered that is not yet read. */

import type { Selectable } from 'kysely'
import type { Db } from './engines/engine.ts'
import type { HubTable } from './schema.ts'

export type Hub = Selectable<HubTable>

/** Keeps the hub a feed names; one that is kept already goes on, another one is asked anew. */
export async function saveHub(
  db: Db,
  found: Pick<Hub, 'source' | 'hub' | 'topic' | 'token' | 'sealed'>,
  now: number,
): Promise<void> {
  const known = await hubOf(db, found.source)
  if (known?.hub === found.hub && known.topic === found.topic) return
  const row = { ...found, state: 'wanted' as const, reason: null, lease_until: null, ask: now }
  await db
    .insertInto('hub')
    .values(row)
    .onConflict((conflict) => conflict.column('source').doUpdateSet(row))
    .execute()
}

export const hubOf = (db: Db, source: number): Promise<Hub | undefined> =>
  db.selectFrom('hub').selectAll().where('source', '=', source).executeTakeFirst()

/** Whether a hub tells of this source's news just now. */
export async function isPushed(db: Db, source: number, now: number): Promise<boolean> {
  const hub = await hubOf(db, source)
  return hub?.state === 'active' && (hub.lease_until ?? 0) > now
}

/** With the source, unless that is not read just now. */
export const hubByToken = (db: Db, token: string): Promise<Hub | undefined> =>
  db
    .selectFrom('hub')
    .innerJoin('source', 'source.id', 'hub.source')
    .selectAll('hub')
    .where('hub.token', '=', token)
    .where('source.state', '=', 'active')
    .executeTakeFirst()

export const hubsToAsk = (db: Db, now: number, limit: number): Promise<readonly Hub[]> =>
  db
    .selectFrom('hub')
    .innerJoin('source', 'source.id', 'hub.source')
    .selectAll('hub')
    .where('hub.ask', '<=', now)
    .where('source.state', '=', 'active')
    .orderBy('hub.ask')
    .limit(limit)
    .execute()

export async function changeHub(
  db: Db,
  source: number,
  change: Partial<Pick<Hub, 'state' | 'reason' | 'lease_until' | 'ask'>>,
): Promise<void> {
  await db.updateTable('hub').set(change).where('source', '=', source).execute()
}

export async function saveDelivery(
  db: Db,
  delivery: { readonly source: number; readonly type: string | undefined; readonly bytes: Uint8Array },
): Promise<void> {
  await db
    .insertInto('delivery')
    .values({ ...delivery, type: delivery.type ?? null })
    .execute()
}

export const deliveries = (db: Db, limit: number) =>
  db.selectFrom('delivery').selectAll().orderBy('id').limit(limit).execute()

export const dropDelivery = (db: Db, id: number) => db.deleteFrom('delivery').where('id', '=', id).execute()
