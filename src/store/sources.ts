/** Outlets and their sources: who is read, when next, and what they last answered. */

import type { Selectable } from 'kysely'
import type { Db } from './engines/engine.ts'
import type { SourceTable } from './schema.ts'

export type Source = Selectable<SourceTable>

export type NewSource = {
  readonly url: string
  readonly kind: Source['kind']
  readonly title: string
  readonly outlet: number
  readonly sample: boolean
  readonly folder?: string
  readonly nextCheck: number
  readonly now: number
}

/** The outlet of a domain, made where it is new. A better name replaces one that was only the domain. */
export async function outletFor(
  db: Db,
  outlet: {
    readonly domain: string | undefined
    readonly name: string
    readonly home?: string
    readonly sample: boolean
  },
): Promise<number> {
  const known = await db
    .selectFrom('outlet')
    .select(['id', 'name', 'domain'])
    .where((at) =>
      outlet.domain
        ? at('domain', '=', outlet.domain)
        : at.and([at('domain', 'is', null), at('name', '=', outlet.name)]),
    )
    .executeTakeFirst()
  if (known) {
    if (known.name === known.domain && outlet.name !== known.domain) {
      await db.updateTable('outlet').set({ name: outlet.name }).where('id', '=', known.id).execute()
    }
    return known.id
  }
  const { id } = await db
    .insertInto('outlet')
    .values({
      domain: outlet.domain ?? null,
      name: outlet.name,
      home: outlet.home ?? null,
      sample: outlet.sample ? 1 : 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The outlet that has this registered domain, whatever stands before it. */
export async function outletOfDomain(db: Db, domain: string): Promise<number | undefined> {
  const known = await db.selectFrom('outlet').select('id').where('domain', '=', domain).executeTakeFirst()
  return known?.id
}

/** Adds a source, or gives the one that already has this address. */
export async function addSource(
  db: Db,
  source: NewSource,
): Promise<{ readonly id: number; readonly added: boolean }> {
  const known = await sourceByUrl(db, source.url)
  if (known) return { id: known.id, added: false }
  const { id } = await db
    .insertInto('source')
    .values({
      outlet: source.outlet,
      kind: source.kind,
      url: source.url,
      title: source.title,
      folder: source.folder ?? null,
      state: 'active',
      etag: null,
      last_modified: null,
      next_check: source.nextCheck,
      last_checked: null,
      last_answer: null,
      failures: 0,
      sample: source.sample ? 1 : 0,
      added: source.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, added: true }
}

export const sourceByUrl = (db: Db, url: string): Promise<{ id: number } | undefined> =>
  db.selectFrom('source').select('id').where('url', '=', url).executeTakeFirst()

export const loadSource = (db: Db, id: number): Promise<Source | undefined> =>
  db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst()

/** A source by its number or its address. */
export const findSource = (db: Db, named: string): Promise<Source | undefined> =>
  db
    .selectFrom('source')
    .selectAll()
    .where((at) => (/^\d+$/.test(named) ? at('id', '=', Number(named)) : at('url', '=', named)))
    .executeTakeFirst()

/** Sources with their outlet's name, for people to look at. */
export const listSources = (db: Db) =>
  db
    .selectFrom('source')
    .innerJoin('outlet', 'outlet.id', 'source.outlet')
    .selectAll('source')
    .select('outlet.name as outlet_name')
    .select((at) =>
      at
        .selectFrom('item')
        .select((item) => item.fn.countAll<number>().as('n'))
        .whereRef('item.source', '=', 'source.id')
        .as('items'),
    )
    .orderBy('outlet.name')
    .orderBy('source.id')
    .execute()

export const dueSources = (
  db: Db,
  now: number,
  limit: number,
): Promise<{ id: number; next_check: number }[]> =>
  db
    .selectFrom('source')
    .select(['id', 'next_check'])
    .where('state', '=', 'active')
    .where('kind', 'not in', ['files', 'mail'])
    .where('next_check', '<=', now)
    .orderBy('next_check')
    .limit(limit)
    .execute()

/** What a check of a source came to. Saved in one transaction with the items it brought. */
export type Checked = {
  readonly at: number
  readonly next: number
  readonly answer: string
  readonly ok: boolean
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly title?: string
  readonly url?: string
  readonly state?: Source['state']
  /** Where it says it has moved for good, seen once; null where it says no such thing. */
  readonly movedTo?: string | null
}

export async function saveCheck(db: Db, source: Source, checked: Checked): Promise<void> {
  await db
    .updateTable('source')
    .set({
      last_checked: checked.at,
      next_check: checked.next,
      last_answer: checked.answer,
      failures: checked.ok ? 0 : source.failures + 1,
      ...(checked.etag !== undefined ? { etag: checked.etag } : {}),
      ...(checked.lastModified !== undefined ? { last_modified: checked.lastModified } : {}),
      ...(checked.title ? { title: checked.title } : {}),
      ...(checked.url ? { url: checked.url } : {}),
      ...(checked.state ? { state: checked.state } : {}),
      ...(checked.movedTo !== undefined ? { moved_to: checked.movedTo } : {}),
    })
    .where('id', '=', source.id)
    .execute()
  await keepAnswer(db, source.id, { at: checked.at, ok: checked.ok, said: checked.answer })
}

/** Answers kept of each source. */
const ANSWERS = 8

export async function keepAnswer(
  db: Db,
  source: number,
  { at, ok, said }: { readonly at: number; readonly ok: boolean; readonly said: string },
): Promise<void> {
  await db
    .insertInto('answer')
    .values({ source, at, ok: ok ? 1 : 0, said })
    .execute()
  const oldest = await db
    .selectFrom('answer')
    .select('id')
    .where('source', '=', source)
    .orderBy('id', 'desc')
    .offset(ANSWERS)
    .limit(1)
    .executeTakeFirst()
  if (oldest)
    await db.deleteFrom('answer').where('source', '=', source).where('id', '<=', oldest.id).execute()
}

/** What a source said, newest first. */
export const lastAnswers = (db: Db, source: number) =>
  db
    .selectFrom('answer')
    .select(['at', 'ok', 'said'])
    .where('source', '=', source)
    .orderBy('id', 'desc')
    .execute()

/** The source was not asked after all: its host rests. Nothing is held against it. */
export async function postponeCheck(db: Db, id: number, until: number): Promise<void> {
  await db.updateTable('source').set({ next_check: until }).where('id', '=', id).execute()
}

export async function setSourceState(
  db: Db,
  id: number,
  state: Source['state'],
  nextCheck: number,
): Promise<void> {
  await db.updateTable('source').set({ state, next_check: nextCheck }).where('id', '=', id).execute()
}

/** Whether the reader has titles of their own beside the sample. */
export async function countSources(db: Db): Promise<{ readonly own: number; readonly sample: number }> {
  const rows = await db
    .selectFrom('source')
    .select(['sample', (at) => at.fn.countAll<number>().as('count')])
    .groupBy('sample')
    .execute()
  const of = (sample: 0 | 1) => rows.find((row) => row.sample === sample)?.count ?? 0
  return { own: of(0), sample: of(1) }
}

/** When the newest items of a source came out, newest first: what its next check is planned from. */
export async function publishedTimes(db: Db, source: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('item')
    .select('published')
    .where('source', '=', source)
    .where('published', 'is not', null)
    .orderBy('published', 'desc')
    .limit(30)
    .execute()
  return rows.map((row) => new Date(row.published as number).toISOString())
}

/** Asks for every active source now; the requests stay conditional. */
export async function makeDue(db: Db, now: number): Promise<void> {
  await db
    .updateTable('source')
    .set({ next_check: now })
    .where('state', '=', 'active')
    .where('kind', 'not in', ['files', 'mail'])
    .where('next_check', '>', now)
    .execute()
}

/** Whether a source that was added after `since` waits for its first answer. */
export async function isListing(db: Db, since: number): Promise<boolean> {
  const row = await db
    .selectFrom('source')
    .select('id')
    .where('state', '=', 'active')
    .where('kind', 'not in', ['files', 'mail'])
    .where('last_checked', 'is', null)
    .where('added', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
