/** Articles, their versions and everything a version yields: saved as one, in one transaction. */

import { sql } from 'kysely'
import type { DateClaim, Extracted } from '../model/article.ts'
import type { Dossier, Encounter, Party, Statement } from '../model/dossier.ts'
import type { Sentence } from '../model/span.ts'
import type { Db } from './engines/engine.ts'

/** One version of an article with all that was understood of it. */
export type VersionToSave = {
  readonly url: string
  readonly outlet: number
  readonly extracted: Extracted
  readonly sentences: readonly Sentence[]
  readonly dossier: Dossier
  /** Lasting ids of `dossier.actors`, in order. */
  readonly actors: readonly number[]
  readonly hash: string
  /** Epoch milliseconds it is filed under. */
  readonly published: number
  /** The ISO day it appeared on, where that is known. */
  readonly day?: string | undefined
  readonly dateClaim: DateClaim | undefined
  readonly fingerprint: Uint8Array
  readonly features: string
  /** Whether the group of which it is a copy counts already. */
  readonly folded?: boolean
  readonly sample: boolean
  readonly now: number
}

export type KnownArticle = {
  readonly id: number
  readonly version: number
  readonly hash: string
  readonly episode: number | null
}

export async function articleByUrl(db: Db, url: string): Promise<KnownArticle | undefined> {
  return db
    .selectFrom('article')
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'article.id').onRef('version.number', '=', 'article.version'),
    )
    .select(['article.id', 'article.version', 'version.hash', 'article.episode'])
    .where('article.url', '=', url)
    .executeTakeFirst()
}

/** Saves a new article, or the next version of a known one, and gives its id. */
export async function saveVersion(
  db: Db,
  toSave: VersionToSave,
  known: KnownArticle | undefined,
): Promise<number> {
  const { extracted } = toSave
  const number = (known?.version ?? 0) + 1
  const row = {
    url: toSave.url,
    outlet: toSave.outlet,
    version: number,
    title: extracted.title,
    language: extracted.language,
    direction: extracted.direction,
    access: extracted.access,
    confidence: extracted.confidence,
    image: extracted.image?.src ?? null,
    lead: leadOf(extracted),
    words: extracted.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    sample: toSave.sample ? (1 as const) : (0 as const),
  }
  let article: number
  if (known) {
    article = known.id
    // An edit does not move an article in time: the first claim stands.
    await db.updateTable('article').set(row).where('id', '=', article).execute()
  } else {
    const made = await db
      .insertInto('article')
      .values({
        ...row,
        published: toSave.published,
        dated: toSave.day === undefined ? 0 : 1,
        date_claim: toSave.dateClaim ? JSON.stringify(toSave.dateClaim) : null,
        first_seen: toSave.now,
        episode: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    article = made.id
  }
  await db
    .insertInto('version')
    .values({
      article,
      number,
      title: extracted.title,
      text: extracted.text,
      blocks: JSON.stringify(extracted.blocks),
      marks: JSON.stringify(extracted.marks),
      sentences: JSON.stringify(toSave.sentences),
      authors: JSON.stringify(extracted.authors),
      about: JSON.stringify({
        outlet: extracted.outlet,
        description: extracted.description,
        section: extracted.section,
        keywords: extracted.keywords,
        licence: extracted.licence,
        modified: extracted.modified,
        image: extracted.image,
        extractor: extracted.extractor,
        reread: extracted.reread,
        original: extracted.original,
        credit: extracted.credit,
      }),
      hash: toSave.hash,
      made: toSave.now,
    })
    .execute()
  await sql`delete from search where rowid = ${article}`.execute(db)
  await sql`insert into search (rowid, title, text) values (${article}, ${extracted.title}, ${extracted.text})`.execute(
    db,
  )
  await db
    .insertInto('trace')
    .values({
      article,
      fingerprint: toSave.fingerprint,
      features: toSave.features,
      folded: toSave.folded === undefined ? null : toSave.folded ? 1 : 0,
    })
    // A new version does not change how the article was taken in.
    .onConflict((conflict) =>
      conflict.column('article').doUpdateSet({ fingerprint: toSave.fingerprint, features: toSave.features }),
    )
    .execute()
  await saveDossier(db, article, number, toSave)
  return article
}

async function saveDossier(db: Db, article: number, version: number, toSave: VersionToSave): Promise<void> {
  const { dossier, actors } = toSave
  const at = { article, version }
  const mentions = dossier.mentions.map(({ actor, form, start, end }) => ({
    ...at,
    actor: actors[actor]!,
    form,
    part: dossier.actors[actor]!.part,
    start,
    end,
  }))
  for (const rows of batches(mentions)) {
    await db
      .insertInto('mention')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const roles = dossier.actors.flatMap((actor, index) =>
    actor.roles.map(({ title, of, tense, evidence: { start, end } }) => ({
      ...at,
      actor: actors[index]!,
      title,
      of: of ?? null,
      tense,
      start,
      end,
    })),
  )
  for (const rows of batches(roles)) await db.insertInto('role').values(rows).execute()
  for (const encounter of dossier.encounters) {
    const { id } = await db
      .insertInto('encounter')
      .values({
        ...at,
        kind: encounter.kind,
        status: encounter.status,
        day: firstDay(encounter.date) ?? toSave.day ?? '',
        date: encounter.date ?? null,
        record: JSON.stringify(withLasting(encounter, actors)),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const parties = partiesOf(encounter).flatMap(([part, { actor }]) =>
      actor === undefined ? [] : [{ encounter: id, part, actor: actors[actor]! }],
    )
    for (const rows of batches(parties)) {
      await db
        .insertInto('encounter_party')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  }
  const statements = dossier.statements.map((statement) => ({
    ...at,
    kind: statement.kind,
    polarity: statement.polarity,
    speaker: statement.speaker?.actor === undefined ? null : actors[statement.speaker.actor]!,
    record: JSON.stringify(withLasting(statement, actors)),
  }))
  for (const rows of batches(statements)) await db.insertInto('statement').values(rows).execute()
  const figures = dossier.figures.map((figure) => ({
    ...at,
    value: figure.value,
    of: figure.of,
    record: JSON.stringify(figure),
  }))
  for (const rows of batches(figures)) await db.insertInto('figure').values(rows).execute()
}

/** Rows one statement inserts at the most: more statements cost more than longer ones, up to about here. */
const BATCH = 32

function batches<T>(rows: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) =>
    rows.slice(at * BATCH, (at + 1) * BATCH),
  )
}

/** In the store a party names its actor by its lasting id, not by its place in the article's own list. */
function withLasting<T extends Encounter | Statement>(record: T, actors: readonly number[]): T {
  return JSON.parse(JSON.stringify(record), (key, value) => (key === 'actor' ? actors[value] : value))
}

/** Who has which part in it. */
export function partiesOf(encounter: Encounter): (readonly [string, Party])[] {
  const one = (part: string, party: Party | undefined) => (party ? [[part, party] as const] : [])
  return [
    ...encounter.travellers.map((party) => ['traveller', party] as const),
    ...one('head', encounter.head),
    ...one('host', encounter.host),
    ...encounter.participants.map((party) => ['participant', party] as const),
    ...one('place', encounter.place),
    ...one('via', encounter.via),
    ...encounter.topics.map((party) => ['topic', party] as const),
  ]
}

/** First day of an ISO 8601 day, month, year, week or interval. */
export function firstDay(date: string | undefined): string | undefined {
  const start = date?.split('/')[0]
  if (!start) return undefined
  const week = /^(\d{4})-W(\d{2})/.exec(start)
  if (week) {
    // ISO 8601: week 1 holds 4 January; weeks start on Monday.
    const fourth = Temporal.PlainDate.from(`${week[1]}-01-04`)
    return fourth.add({ days: (Number(week[2]) - 1) * 7 - fourth.dayOfWeek + 1 }).toString()
  }
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(start)
  return parts ? `${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}` : undefined
}

/** The first words a reader meets: the first paragraph, cut at a word near 300 characters. */
function leadOf({ text, blocks, description }: Extracted): string | null {
  const first = blocks.find((block) => block.kind === 'paragraph')
  const lead = first ? text.slice(first.start, first.end) : description
  if (!lead) return null
  return lead.length <= 300 ? lead : `${lead.slice(0, 300).replace(/\s+\S*$/u, '')}…`
}
