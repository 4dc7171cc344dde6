/** Readers: their visits, sign-in sessions, what they read, starred and follow. */

import type { Db } from './engines/engine.ts'

export type Reader = {
  readonly id: number
  readonly name: string
  readonly last_visit: number | null
  readonly previous_visit: number | null
}

/** The one reader of an instance without sign-in, and the first of any other. */
export const firstReader = (db: Db) =>
  db
    .selectFrom('reader')
    .select(['id', 'name', 'last_visit', 'previous_visit'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()

export const saveVisit = (db: Db, reader: number, visit: { last: number; previous: number | null }) =>
  db
    .updateTable('reader')
    .set({ last_visit: visit.last, previous_visit: visit.previous })
    .where('id', '=', reader)
    .execute()

export const passwordOf = async (db: Db, reader: number): Promise<string | null> =>
  (await db.selectFrom('reader').select('password').where('id', '=', reader).executeTakeFirst())?.password ??
  null

export const savePassword = (db: Db, reader: number, password: string) =>
  db.updateTable('reader').set({ password }).where('id', '=', reader).execute()

export const openSession = (db: Db, token: string, reader: number, expires: number) =>
  db.insertInto('session').values({ token, reader, expires }).execute()

export const sessionReader = (db: Db, token: string, now: number): Promise<Reader | undefined> =>
  db
    .selectFrom('session')
    .innerJoin('reader', 'reader.id', 'session.reader')
    .select(['reader.id', 'reader.name', 'reader.last_visit', 'reader.previous_visit'])
    .where('session.token', '=', token)
    .where('session.expires', '>', now)
    .executeTakeFirst()

export const closeSession = (db: Db, token: string) =>
  db.deleteFrom('session').where('token', '=', token).execute()

export const closeAllSessions = (db: Db, reader: number) =>
  db.deleteFrom('session').where('reader', '=', reader).execute()

export const dropExpired = (db: Db, now: number) =>
  db.deleteFrom('session').where('expires', '<=', now).execute()

export type ReadingField = 'read' | 'starred' | 'later' | 'archived'

/**
 * Sets one mark of an article, unless a later act on the same mark is already here; of two at the same millisecond
 * the one that sets it stands. So devices that were offline come to one state whoever comes back first.
 */
export async function saveReading(
  db: Db,
  key: { readonly reader: number; readonly article: number },
  { field, on, at }: { readonly field: ReadingField; readonly on: boolean; readonly at: number },
  changed: number,
): Promise<void> {
  const act = `${field}_act` as const
  const value = on ? at : null
  await db
    .insertInto('reading')
    .values({ ...key, [field]: value, [act]: at, changed })
    .onConflict((conflict) =>
      conflict
        .columns(['reader', 'article'])
        .doUpdateSet({ [field]: value, [act]: at, changed })
        .where(`reading.${act}`, on ? '<=' : '<', at),
    )
    .execute()
}

export const articleExists = async (db: Db, id: number): Promise<boolean> =>
  (await db.selectFrom('article').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

export type FollowKind = 'story' | 'actor' | 'topic' | 'place' | 'search'

export const saveFollow = (db: Db, reader: number, kind: FollowKind, target: string, made: number) =>
  db
    .insertInto('follow')
    .values({ reader, kind, target, made })
    .onConflict((conflict) => conflict.columns(['reader', 'kind', 'target']).doNothing())
    .execute()

/** A follow's alerts go with it. Following a story ends with the follows of the stories that were merged into it. */
export async function dropFollow(db: Db, reader: number, kind: FollowKind, target: string): Promise<void> {
  const targets = kind === 'story' ? [target, ...(await mergedInto(db, Number(target)))] : [target]
  const follows = await db
    .selectFrom('follow')
    .select('id')
    .where('reader', '=', reader)
    .where('kind', '=', kind)
    .where('target', 'in', targets)
    .execute()
  for (const { id } of follows) {
    await db.deleteFrom('alert').where('follow', '=', id).execute()
    await db.deleteFrom('follow').where('id', '=', id).execute()
  }
}

const mergedInto = async (db: Db, story: number): Promise<readonly string[]> =>
  (await db.selectFrom('story').select('id').where('merged_into', '=', story).execute()).map(({ id }) =>
    String(id),
  )

/** Newest first. A story that was merged is followed as the one it leads to. */
export async function followsOf(db: Db, reader: number) {
  const follows = await db
    .selectFrom('follow')
    .select(['id', 'kind', 'target', 'made'])
    .where('reader', '=', reader)
    .orderBy('made', 'desc')
    .execute()
  const merged = await mergedStories(
    db,
    follows.flatMap(({ kind, target }) => (kind === 'story' ? [Number(target)] : [])),
  )
  const targetOf = (kind: string, target: string): string =>
    kind === 'story' ? String(merged.get(Number(target)) ?? target) : target
  const seen = new Set<string>()
  return follows
    .map((follow) => ({ ...follow, target: targetOf(follow.kind, follow.target) }))
    .filter(({ kind, target }) => {
      const known = seen.has(`${kind} ${target}`)
      seen.add(`${kind} ${target}`)
      return !known
    })
}

/** Where those of the stories lead that were merged. */
export async function mergedStories(
  db: Db,
  stories: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (stories.length === 0) return new Map()
  const rows = await db
    .selectFrom('story')
    .select(['id', 'merged_into'])
    .where('id', 'in', stories)
    .where('merged_into', 'is not', null)
    .$narrowType<{ merged_into: number }>()
    .execute()
  return new Map(rows.map(({ id, merged_into }) => [id, merged_into]))
}
