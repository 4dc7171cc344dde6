/** What the page of a person, organisation or place reads. The newest articles only: some actors are in a tenth of all. */

import type { ActorKind, Statement } from '../model/dossier.ts'
import { foldedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'
import { type ToldEncounter, type ToldStatement, toldEncounter } from './story-page.ts'

export type ActorPage = {
  readonly id: number
  readonly kind: ActorKind
  readonly name: string
  readonly country: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly merged_into: number | null
  /** A person chose its name. */
  readonly named: 0 | 1
  readonly names: readonly string[]
}

export async function actorPage(db: Db, id: number): Promise<ActorPage | undefined> {
  const actor = await db
    .selectFrom('actor')
    .select(['id', 'kind', 'name', 'country', 'latitude', 'longitude', 'merged_into', 'named'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!actor) return undefined
  const names = await db.selectFrom('actor_name').select('name').where('actor', '=', id).limit(200).execute()
  return { ...actor, names: names.map((row) => row.name) }
}

/** Ids of the newest articles that name the actor, newest first by arrival. */
export async function articlesNaming(db: Db, actor: number, limit: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('mention')
    .select('article')
    .distinct()
    .where('actor', '=', actor)
    .orderBy('article', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.article)
}

export type ActorRole = {
  readonly title: string
  readonly of: string | null
  readonly tense: string
  readonly article: number
  readonly published: number
  readonly start: number
  readonly end: number
}

/** Roles these articles give the actor, newest first. */
export async function actorRoles(
  db: Db,
  actor: number,
  articles: readonly number[],
): Promise<readonly ActorRole[]> {
  if (articles.length === 0) return []
  const rows = await db
    .selectFrom('role')
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'role.article').onRef('article.version', '=', 'role.version'),
    )
    .select([
      'role.actor',
      'role.title',
      'role.of',
      'role.tense',
      'role.article',
      'article.published',
      'role.start',
      'role.end',
    ])
    .where('role.article', 'in', articles)
    .orderBy('article.published', 'desc')
    .execute()
  // Not in the query: asked for the actor, the planner would go through every role a head of state ever had.
  return rows.filter((row) => row.actor === actor)
}

/** Encounters of these articles that the actor has a part in, newest day first. */
export async function actorEncounters(
  db: Db,
  actor: number,
  articles: readonly number[],
  limit: number,
): Promise<readonly ToldEncounter[]> {
  if (articles.length === 0) return []
  const rows = await db
    .selectFrom('encounter')
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'encounter.article').onRef('article.version', '=', 'encounter.version'),
    )
    .innerJoin('encounter_party', 'encounter_party.encounter', 'encounter.id')
    .select([
      'encounter_party.actor',
      'encounter.id',
      'encounter.article',
      'article.outlet',
      'article.published',
      'encounter.day',
      'encounter.record',
    ])
    .where('encounter.article', 'in', articles)
    .orderBy('encounter.day', 'desc')
    .orderBy('encounter.id', 'desc')
    .execute()
  const own = new Map(rows.filter((row) => row.actor === actor).map((row) => [row.id, row]))
  return [...own.values()].slice(0, limit).map(toldEncounter)
}

/** Statements of articles as they stand, copies left out, recorded last first. */
const toldStatements = (db: Db) =>
  db
    .selectFrom('statement')
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'statement.article').onRef('article.version', '=', 'statement.version'),
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
    .where('copy.article', 'is', null)
    .orderBy('statement.id', 'desc')

/** What the actor said, recorded last first. */
export async function statementsBy(db: Db, actor: number, limit: number): Promise<readonly ToldStatement[]> {
  const rows = await toldStatements(db).where('statement.speaker', '=', actor).limit(limit).execute()
  return rows.map((row) => ({ ...row, record: JSON.parse(row.record) as Statement }))
}

export type MentionSpan = { readonly article: number; readonly start: number; readonly end: number }

/** Where these articles' newest versions name the actor. */
export const mentionsIn = (
  db: Db,
  actor: number,
  articles: readonly number[],
): Promise<readonly MentionSpan[]> =>
  articles.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('mention')
        .innerJoin('article', (join) =>
          join.onRef('article.id', '=', 'mention.article').onRef('article.version', '=', 'mention.version'),
        )
        .select(['mention.article', 'mention.start', 'mention.end'])
        .where('mention.actor', '=', actor)
        .where('mention.article', 'in', articles)
        .execute()

/** What others said in these articles, with the speaker. */
export async function statementsIn(
  db: Db,
  articles: readonly number[],
  limit: number,
): Promise<readonly ToldStatement[]> {
  if (articles.length === 0) return []
  const rows = await toldStatements(db).where('statement.article', 'in', articles).limit(limit).execute()
  return rows.map((row) => ({ ...row, record: JSON.parse(row.record) as Statement }))
}

/** Stories of these articles with how many of them each holds, most first. */
export const storiesOfArticles = (db: Db, articles: readonly number[], limit: number) =>
  articles.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('article')
        .innerJoin('episode', 'episode.id', 'article.episode')
        .innerJoin('story', 'story.id', 'episode.story')
        .select((at) => [
          'story.id',
          'story.title',
          'story.opened',
          'story.changed',
          at.fn.countAll<number>().as('articles'),
        ])
        .where('article.id', 'in', articles)
        .groupBy(['story.id', 'story.title', 'story.opened', 'story.changed'])
        .orderBy('articles', 'desc')
        .limit(limit)
        .execute()

export type NamedActor = {
  readonly name: string
  readonly kind: ActorKind
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Names by id, for records that name actors by their lasting ids. */
export async function actorNames(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, NamedActor>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('actor')
    .select(['id', 'name', 'kind', 'latitude', 'longitude'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
