/** What a story's page reads: its articles, cast, encounters and statements, from newest versions only. */

import type { ActorKind, Encounter, EncounterStatus, Statement } from '../model/dossier.ts'
import { foldedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'

/** A story longer than this shows its newest articles. */
export const MOST_ARTICLES = 2000

export type StoryHead = {
  readonly id: number
  readonly title: string
  readonly opened: number
  readonly changed: number
  readonly merged_into: number | null
  readonly sample: 0 | 1
}

export const storyHead = (db: Db, id: number): Promise<StoryHead | undefined> =>
  db
    .selectFrom('story')
    .select(['id', 'title', 'opened', 'changed', 'merged_into', 'sample'])
    .where('id', '=', id)
    .executeTakeFirst()

export type StoryArticle = {
  readonly id: number
  readonly title: string
  readonly lead: string | null
  readonly published: number
  readonly dated: 0 | 1
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly outlet: string
  readonly outletId: number
  readonly episode: number
  readonly version: number
  /** How it repeats another article, and which. */
  readonly copy: string | null
  readonly origin: number | null
  readonly read: number | null
  readonly first_seen: number
}

/** Instants, from inclusive, to exclusive. */
export type Range = { readonly from: number; readonly to: number }

/** Newest first; those of the range where one is given. */
export const storyArticles = (
  db: Db,
  story: number,
  reader: number,
  {
    limit = MOST_ARTICLES,
    offset = 0,
    range,
    seenAfter = Number.MIN_SAFE_INTEGER,
  }: { limit?: number; offset?: number; range?: Range | undefined; seenAfter?: number } = {},
): Promise<readonly StoryArticle[]> =>
  articleRows(db, reader)
    .where('episode.story', '=', story)
    .where('article.published', '>=', range?.from ?? Number.MIN_SAFE_INTEGER)
    .where('article.published', '<', range?.to ?? Number.MAX_SAFE_INTEGER)
    .where('article.first_seen', '>', seenAfter)
    .orderBy('article.published', 'desc')
    .orderBy('article.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

/** The named articles as a story's page shows them, in the order given; those in no story are left out. */
export async function storyArticlesById(
  db: Db,
  ids: readonly number[],
  reader: number,
): Promise<readonly StoryArticle[]> {
  if (ids.length === 0) return []
  const rows = await articleRows(db, reader).where('article.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const articleRows = (db: Db, reader: number) =>
  db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .leftJoin('copy', 'copy.article', 'article.id')
    .leftJoin('reading', (join) =>
      join.onRef('reading.article', '=', 'article.id').on('reading.reader', '=', reader),
    )
    .select([
      'article.id',
      'article.title',
      'article.lead',
      'article.published',
      'article.dated',
      'article.language',
      'article.direction',
      'outlet.name as outlet',
      'outlet.id as outletId',
      'episode.id as episode',
      'article.version',
      'copy.kind as copy',
      'copy.origin',
      'reading.read',
      'article.first_seen',
    ])

export type StoryCounts = {
  readonly articles: number
  /** Of them those that came in after an instant. */
  readonly fresh: number
  readonly statements: number
  readonly encounters: number
}

/** How much there is of a story in all. Statements of copies are left out, as on its page. */
export async function storyCounts(db: Db, story: number, since: number | null): Promise<StoryCounts> {
  const of = () =>
    db
      .selectFrom('episode')
      .innerJoin('article', 'article.episode', 'episode.id')
      .where('episode.story', '=', story)
  const [articles, statements, encounters] = await Promise.all([
    of()
      .select((at) => [
        at.fn.countAll<number>().as('all'),
        at.fn
          .sum<number | null>(
            at
              .case()
              .when('article.first_seen', '>', since ?? Number.MAX_SAFE_INTEGER)
              .then(1)
              .else(0)
              .end(),
          )
          .as('fresh'),
      ])
      .executeTakeFirstOrThrow(),
    of()
      .innerJoin('statement', (join) =>
        join.onRef('statement.article', '=', 'article.id').onRef('statement.version', '=', 'article.version'),
      )
      .leftJoin('copy', (join) =>
        join.onRef('copy.article', '=', 'article.id').on('copy.kind', 'in', foldedKinds),
      )
      .select((at) => at.fn.countAll<number>().as('all'))
      .where('copy.article', 'is', null)
      .executeTakeFirstOrThrow(),
    of()
      .innerJoin('encounter', (join) =>
        join.onRef('encounter.article', '=', 'article.id').onRef('encounter.version', '=', 'article.version'),
      )
      .select((at) => at.fn.countAll<number>().as('all'))
      .executeTakeFirstOrThrow(),
  ])
  return {
    articles: articles.all,
    fresh: Number(articles.fresh ?? 0),
    statements: statements.all,
    encounters: encounters.all,
  }
}

/** The stories that changed last before and first after this one: what stands beside it in a list by last change. */
export async function storyNeighbours(db: Db, { changed, sample }: StoryHead) {
  const beside = (side: '<' | '>', order: 'asc' | 'desc') =>
    db
      .selectFrom('story')
      .select(['id', 'title'])
      .where('merged_into', 'is', null)
      .where('sample', '=', sample)
      .where('changed', side, changed)
      .orderBy('changed', order)
      .limit(1)
      .executeTakeFirst()
  const [earlier, later] = await Promise.all([beside('<', 'desc'), beside('>', 'asc')])
  return { earlier, later }
}

/** The cast of a long story is that of its newest articles. */
export const CAST_ARTICLES = 400

export type CastMember = {
  readonly id: number
  readonly kind: ActorKind
  readonly name: string
  readonly articles: number
  readonly mentions: number
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Whom and what the story names, the most widely named first; writers of bylines are not cast. */
export const storyCast = (db: Db, story: number, limit: number): Promise<readonly CastMember[]> =>
  db
    .selectFrom((at) =>
      at
        .selectFrom('episode')
        .innerJoin('article', 'article.episode', 'episode.id')
        .select(['article.id', 'article.version'])
        .where('episode.story', '=', story)
        .orderBy('article.published', 'desc')
        .limit(CAST_ARTICLES)
        .as('article'),
    )
    .innerJoin('mention', (join) =>
      join.onRef('mention.article', '=', 'article.id').onRef('mention.version', '=', 'article.version'),
    )
    .innerJoin('actor', 'actor.id', 'mention.actor')
    .select((at) => [
      'actor.id',
      'actor.kind',
      'actor.name',
      'actor.latitude',
      'actor.longitude',
      at.fn.count<number>('article.id').distinct().as('articles'),
      at.fn.countAll<number>().as('mentions'),
    ])
    .where('mention.part', '=', 'story')
    .groupBy(['actor.id', 'actor.kind', 'actor.name', 'actor.latitude', 'actor.longitude'])
    .orderBy('articles', 'desc')
    .orderBy('mentions', 'desc')
    .limit(limit)
    .execute()

/** The newest role each of these actors was given in the story, by actor. */
export async function rolesIn(
  db: Db,
  story: number,
  actors: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (actors.length === 0) return new Map()
  const rows = await db
    .selectFrom((at) =>
      at
        .selectFrom('episode')
        .innerJoin('article', 'article.episode', 'episode.id')
        .select(['article.id', 'article.version', 'article.published'])
        .where('episode.story', '=', story)
        .orderBy('article.published', 'desc')
        .limit(CAST_ARTICLES)
        .as('article'),
    )
    .innerJoin('role', (join) =>
      join.onRef('role.article', '=', 'article.id').onRef('role.version', '=', 'article.version'),
    )
    .select(['role.actor', 'role.title', 'role.of'])
    .where('role.actor', 'in', actors)
    .orderBy('article.published')
    .execute()
  return new Map(rows.map((row) => [row.actor, row.of ? `${row.title}, ${row.of}` : row.title]))
}

/** An encounter as one article tells it. */
export type ToldEncounter = {
  readonly id: number
  readonly article: number
  readonly outlet: number
  readonly published: number
  readonly day: string
  readonly status: EncounterStatus
  readonly record: Encounter
}

/** By day, oldest first; the newest `limit` of a story that has more. Of one year where that is given, as "2026". */
export async function storyEncounters(
  db: Db,
  story: number,
  { limit, year }: { limit: number; year?: string | undefined },
): Promise<readonly ToldEncounter[]> {
  const rows = await db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .innerJoin('encounter', (join) =>
      join.onRef('encounter.article', '=', 'article.id').onRef('encounter.version', '=', 'article.version'),
    )
    .select([
      'encounter.id',
      'encounter.article',
      'article.outlet',
      'article.published',
      'encounter.day',
      'encounter.record',
    ])
    .where('episode.story', '=', story)
    .where('encounter.day', '>=', year ?? '')
    // After every day of the year: "2026-12-31" < "2026~".
    .where('encounter.day', '<', `${year ?? ''}~`)
    .orderBy('encounter.day', 'desc')
    .orderBy('encounter.id', 'desc')
    .limit(limit)
    .execute()
  return rows.reverse().map(toldEncounter)
}

export function toldEncounter(row: {
  readonly id: number
  readonly article: number
  readonly outlet: number
  readonly published: number
  readonly day: string
  readonly record: string
}): ToldEncounter {
  const record = JSON.parse(row.record) as Encounter
  return { ...row, record, status: record.status }
}

export type ToldStatement = {
  readonly id: number
  readonly article: number
  readonly published: number
  readonly speaker: number | null
  readonly speakerName: string | null
  readonly record: Statement
}

/** Newest first. Those of copies are left out: the origin's say the same. `among` looks at these articles alone. */
export async function storyStatements(
  db: Db,
  story: number,
  { limit, offset, among }: { limit: number; offset: number; among?: readonly number[] },
): Promise<readonly ToldStatement[]> {
  const rows = await db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .innerJoin('statement', (join) =>
      join.onRef('statement.article', '=', 'article.id').onRef('statement.version', '=', 'article.version'),
    )
    .leftJoin('copy', (join) =>
      join.onRef('copy.article', '=', 'article.id').on('copy.kind', 'in', foldedKinds),
    )
    .leftJoin('actor', 'actor.id', 'statement.speaker')
    .select([
      'statement.id',
      'statement.article',
      'article.published',
      'statement.speaker',
      'actor.name as speakerName',
      'statement.record',
    ])
    .where('episode.story', '=', story)
    .where('copy.article', 'is', null)
    // No article has the id 0, and an empty list is no SQL.
    .$if(among !== undefined, (query) => query.where('article.id', 'in', [0, ...(among ?? [])]))
    .orderBy('article.published', 'desc')
    .orderBy('statement.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({ ...row, record: JSON.parse(row.record) as Statement }))
}
