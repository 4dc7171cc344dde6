/**
 * What people decided about records: the append-only log, and the rows pages read, kept as the decisions have it.
 *
 * Rows of `encounter`, `statement` and `figure` always hold the record as it now stands; what is rejected has no row.
 * The record as it was read stays in `touched`, so that every decision can be taken back.
 */

import type { AnyRecord, Encounter, Figure, RecordKind, Statement } from '../model/dossier.ts'
import { firstDay, partiesOf } from './articles.ts'
import type { Db } from './engines/engine.ts'
import type { CorrectionTable, TouchedTable } from './schema.ts'

export type Standing = TouchedTable['standing']

/** A row of one of the three tables, with the text it stands on. */
export type RecordRow = {
  readonly id: number
  readonly article: number
  readonly version: number
  readonly record: AnyRecord
}

export async function recordRow(db: Db, what: RecordKind, id: number): Promise<RecordRow | undefined> {
  const row = await db
    .selectFrom(what)
    .select(['id', 'article', 'version', 'record'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, record: JSON.parse(row.record) as AnyRecord }
}

export async function recordsOfVersion(
  db: Db,
  what: RecordKind,
  article: number,
  version: number,
): Promise<readonly RecordRow[]> {
  const rows = await db
    .selectFrom(what)
    .select(['id', 'article', 'version', 'record'])
    .where('article', '=', article)
    .where('version', '=', version)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, record: JSON.parse(row.record) as AnyRecord }))
}

/** The text of a version, and whether the article has gone on since. */
export const versionText = (db: Db, article: number, version?: number) =>
  db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.article')
    .select(['version.text', 'version.number', 'article.version as newest', 'version.sentences'])
    .where('version.article', '=', article)
    .$if(version !== undefined, (query) => query.where('version.number', '=', version as number))
    .$if(version === undefined, (query) => query.whereRef('version.number', '=', 'article.version'))
    .executeTakeFirst()

export type Touched = {
  readonly id: number
  readonly what: RecordKind
  readonly article: number
  readonly version: number
  readonly sentence: string
  readonly identity: string
  readonly asRead: AnyRecord
  readonly origin: TouchedTable['origin']
  readonly row: number | null
  readonly standing: Standing
}

const touchedRows = (db: Db) => db.selectFrom('touched').selectAll()

const touchedOf = ({
  as_read,
  ...row
}: {
  readonly id: number
  readonly as_read: string
} & Omit<TouchedTable, 'id' | 'as_read'>): Touched => ({ ...row, asRead: JSON.parse(as_read) as AnyRecord })

export async function touchedById(db: Db, id: number): Promise<Touched | undefined> {
  const row = await touchedRows(db).where('id', '=', id).executeTakeFirst()
  return row && touchedOf(row)
}

export async function touchedByRow(db: Db, what: RecordKind, id: number): Promise<Touched | undefined> {
  const row = await touchedRows(db).where('what', '=', what).where('row', '=', id).executeTakeFirst()
  return row && touchedOf(row)
}

export async function touchedIn(db: Db, article: number): Promise<readonly Touched[]> {
  const rows = await touchedRows(db).where('article', '=', article).orderBy('id').execute()
  return rows.map(touchedOf)
}

export async function touch(db: Db, made: Omit<Touched, 'id'>): Promise<Touched> {
  const { asRead, ...row } = made
  const { id } = await db
    .insertInto('touched')
    .values({ ...row, as_read: JSON.stringify(asRead) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...made, id }
}

/** Where a record that was decided on stands in a newer version, and what was read there; the words stay those it is known by. */
export async function retouch(
  db: Db,
  id: number,
  { version, asRead, row, identity }: Pick<Touched, 'version' | 'asRead' | 'row' | 'identity'>,
): Promise<void> {
  await db
    .updateTable('touched')
    .set({ version, as_read: JSON.stringify(asRead), row, identity })
    .where('id', '=', id)
    .execute()
}

/** Writes the record as it now stands, or takes its row away where there is none. */
export async function writeRecord(
  db: Db,
  { id, what, article, version, row }: Touched,
  now: AnyRecord | undefined,
  standing: Standing,
): Promise<void> {
  let written = row
  if (now === undefined) {
    if (row !== null) {
      if (what === 'encounter') await db.deleteFrom('encounter_party').where('encounter', '=', row).execute()
      await db.deleteFrom(what).where('id', '=', row).execute()
    }
    written = null
  } else if (what === 'encounter') {
    written = await writeEncounter(db, { row, article, version }, now as Encounter)
  } else if (what === 'statement') {
    const { kind, polarity, speaker } = now as Statement
    const columns = { kind, polarity, speaker: speaker?.actor ?? null, record: JSON.stringify(now) }
    if (row !== null) await db.updateTable('statement').set(columns).where('id', '=', row).execute()
    else {
      const made = await db
        .insertInto('statement')
        .values({ article, version, ...columns })
        .returning('id')
        .executeTakeFirstOrThrow()
      written = made.id
    }
  } else {
    const { value, of } = now as Figure
    const columns = { value, of, record: JSON.stringify(now) }
    if (row !== null) await db.updateTable('figure').set(columns).where('id', '=', row).execute()
    else {
      const made = await db
        .insertInto('figure')
        .values({ article, version, ...columns })
        .returning('id')
        .executeTakeFirstOrThrow()
      written = made.id
    }
  }
  await db.updateTable('touched').set({ row: written, standing }).where('id', '=', id).execute()
}

async function writeEncounter(
  db: Db,
  { row, article, version }: Pick<Touched, 'row' | 'article' | 'version'>,
  now: Encounter,
): Promise<number> {
  const { published, dated } = await db
    .selectFrom('article')
    .select(['published', 'dated'])
    .where('id', '=', article)
    .executeTakeFirstOrThrow()
  const columns = {
    kind: now.kind,
    status: now.status,
    day: firstDay(now.date) ?? (dated ? new Date(published).toISOString().slice(0, 10) : ''),
    date: now.date ?? null,
    record: JSON.stringify(now),
  }
  let id = row
  if (id !== null) {
    await db.updateTable('encounter').set(columns).where('id', '=', id).execute()
    await db.deleteFrom('encounter_party').where('encounter', '=', id).execute()
  } else {
    const made = await db
      .insertInto('encounter')
      .values({ article, version, ...columns })
      .returning('id')
      .executeTakeFirstOrThrow()
    id = made.id
  }
  const encounter = id
  const parties = partiesOf(now).flatMap(([part, { actor }]) =>
    actor === undefined ? [] : [{ encounter, part, actor }],
  )
  if (parties.length > 0)
    await db
      .insertInto('encounter_party')
      .values(parties)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return encounter
}

/** How the named rows stand, where a person decided on them or an engine suggested them. */
export async function standingsOf(
  db: Db,
  what: RecordKind,
  rows: readonly number[],
): Promise<ReadonlyMap<number, Standing>> {
  if (rows.length === 0) return new Map()
  const found = await db
    .selectFrom('touched')
    .select(['row', 'standing'])
    .where('what', '=', what)
    .where('row', 'in', rows)
    .where('standing', '!=', 'read')
    .execute()
  return new Map(found.flatMap(({ row, standing }) => (row === null ? [] : [[row, standing] as const])))
}

export type Correction = {
  readonly id: number
  readonly what: CorrectionTable['what']
  readonly act: CorrectionTable['act']
  readonly subject: number
  readonly article: number | null
  readonly by: string
  readonly at: number
  readonly undoes: number | null
  /** The later correction that took it back. */
  readonly undone: number | null
  readonly detail: Detail
}

/** What was set and words to tell it by; which of it there is depends on the act. */
export type Detail = {
  /** The sentence, or the actor's name, as it was at the time. */
  readonly about: string
  readonly patch?: Readonly<Record<string, unknown>>
  readonly before?: string
  readonly after?: string
  /** The other actor of a merge or a split. */
  readonly other?: number
  /** Names that went over to it. */
  readonly names?: readonly string[]
  readonly named?: 0 | 1
}

const correctionRows = (db: Db) =>
  db
    .selectFrom('correction')
    .leftJoin('correction as later', 'later.undoes', 'correction.id')
    .select([
      'correction.id',
      'correction.what',
      'correction.act',
      'correction.subject',
      'correction.article',
      'correction.by_name as by',
      'correction.at',
      'correction.undoes',
      'later.id as undone',
      'correction.detail',
    ])

const correctionOf = (row: Omit<Correction, 'detail'> & { readonly detail: string }): Correction => ({
  ...row,
  detail: JSON.parse(row.detail) as Detail,
})

export async function correctionById(db: Db, id: number): Promise<Correction | undefined> {
  const row = await correctionRows(db).where('correction.id', '=', id).executeTakeFirst()
  return row && correctionOf(row)
}

/** Everything decided about one record or actor, oldest first; undos and what they took back among them. */
export async function correctionsOf(
  db: Db,
  what: Correction['what'],
  subject: number,
): Promise<readonly Correction[]> {
  const rows = await correctionRows(db)
    .where('correction.what', '=', what)
    .where('correction.subject', '=', subject)
    .orderBy('correction.id')
    .execute()
  return rows.map(correctionOf)
}

/** Newest first. */
export async function listCorrections(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
): Promise<readonly Correction[]> {
  const rows = await correctionRows(db).orderBy('correction.id', 'desc').limit(limit).offset(offset).execute()
  return rows.map(correctionOf)
}

/** Corrections of actors that stand and were made after this one, oldest first. */
export async function laterActorCorrections(db: Db, after: number): Promise<readonly Correction[]> {
  const rows = await correctionRows(db)
    .where('correction.what', '=', 'actor')
    .where('correction.act', '!=', 'undo')
    .where('correction.id', '>', after)
    .where('later.id', 'is', null)
    .orderBy('correction.id')
    .execute()
  return rows.map(correctionOf)
}

export async function logCorrection(
  db: Db,
  made: Pick<Correction, 'what' | 'act' | 'subject' | 'article' | 'by' | 'at' | 'detail'> & {
    readonly reader: number
    readonly undoes?: number
  },
): Promise<number> {
  const { by, detail, undoes = null, ...row } = made
  const { id } = await db
    .insertInto('correction')
    .values({ ...row, by_name: by, undoes, detail: JSON.stringify(detail) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
