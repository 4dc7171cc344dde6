/** What proves to sites that the reader subscribes to them, sealed; the key lies elsewhere. */

import type { Db } from './engines/engine.ts'
import type { CredentialTable } from './schema.ts'

export type SealedCredential = {
  readonly source: number
  readonly kind: CredentialTable['kind']
  readonly hosts: readonly string[]
  readonly sealed: string
}

export async function saveCredential(
  db: Db,
  { hosts, ...credential }: SealedCredential,
  now: number,
): Promise<void> {
  const row = { ...credential, hosts: JSON.stringify(hosts), made: now }
  await db
    .insertInto('credential')
    .values(row)
    .onConflict((conflict) => conflict.column('source').doUpdateSet(row))
    .execute()
}

export async function forgetCredential(db: Db, source: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('credential')
    .where('source', '=', source)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Those of every source of one outlet. */
export async function credentialsOfOutlet(db: Db, outlet: number): Promise<readonly SealedCredential[]> {
  const rows = await db
    .selectFrom('credential')
    .innerJoin('source', 'source.id', 'credential.source')
    .select(['credential.source', 'credential.kind', 'hosts', 'sealed'])
    .where('source.outlet', '=', outlet)
    .execute()
  return rows.map((row) => ({ ...row, hosts: JSON.parse(row.hosts) as string[] }))
}

export async function credentialOf(
  db: Db,
  source: number,
): Promise<(SealedCredential & { readonly made: number }) | undefined> {
  const row = await db.selectFrom('credential').selectAll().where('source', '=', source).executeTakeFirst()
  return row && { ...row, hosts: JSON.parse(row.hosts) as string[] }
}
