/** What extraction remembers of each site, as JSON of its own making. */

import type { Db } from './engines/engine.ts'

export async function loadSiteMemory(db: Db, domain: string): Promise<string | undefined> {
  return (await db.selectFrom('site_memory').select('record').where('domain', '=', domain).executeTakeFirst())
    ?.record
}

export async function saveSiteMemory(db: Db, domain: string, record: string): Promise<void> {
  await db
    .insertInto('site_memory')
    .values({ domain, record })
    .onConflict((conflict) => conflict.column('domain').doUpdateSet({ record }))
    .execute()
}
