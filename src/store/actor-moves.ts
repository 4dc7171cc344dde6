/** Giving namings from one actor to another: mentions, roles and the parties of records, logged so that it can be reversed. */

import type { AnyRecord } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import type { Db } from './engines/engine.ts'

/** A naming of the actor in one version of an article. */
export type Naming = Span & {
  readonly article: number
  readonly version: number
  readonly form: string
  /** The words themselves. */
  readonly text: string
}

/** Every naming of the actor; of versions made after an instant where one is given. */
export async function namingsOf(
  db: Db,
  actor: number,
  after = Number.MIN_SAFE_INTEGER,
): Promise<readonly Naming[]> {
  const rows = await db
    .selectFrom('mention')
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'mention.article').onRef('version.number', '=', 'mention.version'),
    )
    .select(['mention.article', 'mention.version', 'mention.start', 'mention.end', 'mention.form'])
    .where('mention.actor', '=', actor)
    .where('version.made', '>', after)
    .execute()
  const texts = new Map<string, string>()
  const namings: Naming[] = []
  for (const row of rows) {
    const key = `${row.article} ${row.version}`
    let text = texts.get(key)
    if (text === undefined) {
      const version = await db
        .selectFrom('version')
        .select('text')
        .where('article', '=', row.article)
        .where('number', '=', row.version)
        .executeTakeFirstOrThrow()
      text = version.text
      // One text at a time is enough: rows come by article.
      texts.clear()
      texts.set(key, text)
    }
    namings.push({ ...row, text: text.slice(row.start, row.end) })
  }
  return namings
}

/** Says of a place in a version of an article whether what names the one actor there is to name the other. */
export type Moves = (at: {
  readonly article: number
  readonly version: number
  readonly span: Span
}) => boolean

/** Gives what `moves` says from one actor to another, in every table that names actors. */
export async function moveActor(
  db: Db,
  { correction, from, to, moves }: { correction: number; from: number; to: number; moves: Moves },
): Promise<void> {
  const moved: { article: number; version: number; start: number }[] = []
  for (const table of ['mention', 'role'] as const) {
    const rows = await db
      .selectFrom(table)
      .select(['article', 'version', 'start', 'end'])
      .where('actor', '=', from)
      .execute()
    for (const { article, version, start, end } of rows) {
      if (!moves({ article, version, span: { start, end } })) continue
      moved.push({ article, version, start })
      const at = { article, version, start }
      if (table === 'mention')
        await db
          .deleteFrom('mention')
          .where('article', '=', article)
          .where('version', '=', version)
          .where('start', '=', start)
          .where('actor', '=', to)
          .execute()
      await db
        .updateTable(table)
        .set({ actor: to })
        .where('article', '=', at.article)
        .where('version', '=', at.version)
        .where('start', '=', at.start)
        .where('actor', '=', from)
        .execute()
    }
  }
  const articles = new Set(moved.map(({ article }) => article))
  const note = (article: number, version: number, span: Span) =>
    moved.push({ article, version, start: span.start })
  const turn = (article: number, version: number) => (record: AnyRecord) =>
    withActors(record, (actor, span) => {
      if (actor !== from || !moves({ article, version, span })) return actor
      note(article, version, span)
      return to
    })
  const encounters = await db
    .selectFrom('encounter')
    .innerJoin('encounter_party', 'encounter_party.encounter', 'encounter.id')
    .select(['encounter.id', 'encounter.article', 'encounter.version', 'encounter.record'])
    .distinct()
    .where('encounter_party.actor', '=', from)
    .execute()
  for (const { id, article, version, record } of encounters) {
    articles.add(article)
    const after = JSON.stringify(turn(article, version)(JSON.parse(record) as AnyRecord))
    if (after === record) continue
    await db.updateTable('encounter').set({ record: after }).where('id', '=', id).execute()
    const parties = await db
      .selectFrom('encounter_party')
      .selectAll()
      .where('encounter', '=', id)
      .where('actor', '=', from)
      .execute()
    for (const { part } of parties)
      await db
        .insertInto('encounter_party')
        .values({ encounter: id, part, actor: to })
        .onConflict((on) => on.doNothing())
        .execute()
    if (!names(after, from))
      await db.deleteFrom('encounter_party').where('encounter', '=', id).where('actor', '=', from).execute()
  }
  const spoken = await db
    .selectFrom('statement')
    .select('article')
    .distinct()
    .where('speaker', '=', from)
    .execute()
  for (const { article } of spoken) articles.add(article)
  for (const article of articles) {
    const statements = await db
      .selectFrom('statement')
      .select(['id', 'version', 'speaker', 'record'])
      .where('article', '=', article)
      .execute()
    for (const { id, version, record } of statements) {
      if (!names(record, from)) continue
      const after = turn(article, version)(JSON.parse(record) as AnyRecord) as {
        speaker?: { actor?: number }
      }
      await db
        .updateTable('statement')
        .set({ record: JSON.stringify(after), speaker: after.speaker?.actor ?? null })
        .where('id', '=', id)
        .execute()
    }
    const touched = await db
      .selectFrom('touched')
      .select(['id', 'version', 'as_read'])
      .where('article', '=', article)
      .execute()
    for (const { id, version, as_read } of touched) {
      if (!names(as_read, from)) continue
      const after = turn(article, version)(JSON.parse(as_read) as AnyRecord)
      await db
        .updateTable('touched')
        .set({ as_read: JSON.stringify(after) })
        .where('id', '=', id)
        .execute()
    }
  }
  const log = [...new Map(moved.map((at) => [`${at.article} ${at.version} ${at.start}`, at])).values()]
  for (let at = 0; at < log.length; at += 100)
    await db
      .insertInto('actor_move')
      .values(log.slice(at, at + 100).map((one) => ({ correction, ...one, from_actor: from, to_actor: to })))
      .execute()
}

const names = (record: string, actor: number): boolean => new RegExp(`"actor":${actor}[,}]`).test(record)

/** The places a correction gave to another actor, as `article version start`. */
export async function movedBy(db: Db, correction: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('actor_move')
    .select(['article', 'version', 'start'])
    .where('correction', '=', correction)
    .execute()
  return new Set(rows.map(({ article, version, start }) => `${article} ${version} ${start}`))
}

/** The record with other actors: `instead` gives the one a party is now, by what it was and where it stands. */
function withActors<T>(record: T, instead: (actor: number, span: Span) => number): T {
  if (Array.isArray(record)) return record.map((one) => withActors(one, instead)) as T
  if (typeof record !== 'object' || record === null) return record
  const party = record as { actor?: number; span?: Span }
  if (typeof party.actor === 'number' && party.span)
    return { ...record, actor: instead(party.actor, party.span) }
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, withActors(one, instead)])) as T
}
