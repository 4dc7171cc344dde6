/** What the coverage of a story is compared by: the newest original articles with their records, texts and cast. */

import type { ActorKind, Encounter, Figure, Statement } from '../model/dossier.ts'
import { foldedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'

export type Kept<T> = { readonly id: number; readonly record: T }

export type Reported = {
  readonly article: number
  readonly episode: number
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly outlet: string
  readonly published: number
  readonly dated: 0 | 1
  readonly text: string
  readonly encounters: readonly Kept<Encounter>[]
  readonly statements: readonly Kept<Statement>[]
  readonly figures: readonly Kept<Figure>[]
  readonly cast: readonly { readonly actor: number; readonly start: number; readonly end: number }[]
}

export type Compared = {
  readonly reports: readonly Reported[]
  readonly actors: ReadonlyMap<number, { readonly name: string; readonly kind: ActorKind }>
}

/** Newest first. Copies are left out: what they say is their origin's. With `only` figures nothing else is loaded; `among` looks at these articles alone. */
export async function reportsOf(
  db: Db,
  story: number,
  { limit, only, among }: { limit: number; only?: 'figures'; among?: readonly number[] },
): Promise<Compared> {
  const newest = await db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .leftJoin('copy', (join) =>
      join.onRef('copy.article', '=', 'article.id').on('copy.kind', 'in', foldedKinds),
    )
    .select('article.id')
    .where('episode.story', '=', story)
    .where('copy.article', 'is', null)
    // No article has the id 0, and an empty list is no SQL.
    .$if(among !== undefined, (query) => query.where('article.id', 'in', [0, ...(among ?? [])]))
    .$if(only === 'figures', (query) =>
      query.where((at) =>
        at.exists(
          at
            .selectFrom('figure')
            .select('figure.id')
            .whereRef('figure.article', '=', 'article.id')
            .whereRef('figure.version', '=', 'article.version'),
        ),
      ),
    )
    .orderBy('article.published', 'desc')
    .orderBy('article.id', 'desc')
    .limit(limit)
    .execute()
  const ids = newest.map(({ id }) => id)
  if (ids.length === 0) return { reports: [], actors: new Map() }
  const [articles, encounters, statements, figures, cast] = await Promise.all([
    // Not in one select with what is newest: of a long story every text would be read to sort them.
    db
      .selectFrom('article')
      .innerJoin('outlet', 'outlet.id', 'article.outlet')
      .innerJoin('version', (join) =>
        join.onRef('version.article', '=', 'article.id').onRef('version.number', '=', 'article.version'),
      )
      .select((at) => [
        'article.id as article',
        at.ref('article.episode').$notNull().as('episode'),
        'article.title',
        'article.language',
        'article.direction',
        'outlet.name as outlet',
        'article.published',
        'article.dated',
        'version.text',
      ])
      .where('article.id', 'in', ids)
      .orderBy('article.published', 'desc')
      .orderBy('article.id', 'desc')
      .execute(),
    only ? [] : recordsIn<Encounter>(db, 'encounter', ids),
    only ? [] : recordsIn<Statement>(db, 'statement', ids),
    recordsIn<Figure>(db, 'figure', ids),
    only
      ? []
      : db
          .selectFrom('mention')
          .innerJoin('article', (join) =>
            join.onRef('article.id', '=', 'mention.article').onRef('article.version', '=', 'mention.version'),
          )
          .innerJoin('actor', 'actor.id', 'mention.actor')
          .select([
            'mention.article',
            'mention.actor',
            'actor.name',
            'actor.kind',
            'mention.start',
            'mention.end',
            'mention.part',
          ])
          .where('mention.article', 'in', ids)
          .orderBy('mention.start')
          .execute(),
  ])
  const of = <T extends { readonly article: number }>(rows: readonly T[]) =>
    Map.groupBy(rows, ({ article }) => article)
  const [met, said, counted, named] = [of(encounters), of(statements), of(figures), of(cast)]
  return {
    reports: articles.map((article) => ({
      ...article,
      encounters: met.get(article.article) ?? [],
      statements: said.get(article.article) ?? [],
      figures: counted.get(article.article) ?? [],
      cast: [
        ...new Map(
          (named.get(article.article) ?? [])
            .filter(({ part, kind }) => part === 'story' && kind !== 'place')
            .toReversed()
            .map((one) => [one.actor, one]),
        ).values(),
      ],
    })),
    actors: new Map(cast.map(({ actor, name, kind }) => [actor, { name, kind }])),
  }
}

/** Articles of one episode of a story, newest first; none where the episode is another story's. */
export const articlesOfEpisode = async (
  db: Db,
  story: number,
  episode: number,
  limit: number,
): Promise<readonly number[]> =>
  (
    await db
      .selectFrom('episode')
      .innerJoin('article', 'article.episode', 'episode.id')
      .select('article.id')
      .where('episode.id', '=', episode)
      .where('episode.story', '=', story)
      .orderBy('article.published', 'desc')
      .orderBy('article.id', 'desc')
      .limit(limit)
      .execute()
  ).map(({ id }) => id)

async function recordsIn<T>(
  db: Db,
  what: 'encounter' | 'statement' | 'figure',
  articles: readonly number[],
): Promise<readonly (Kept<T> & { readonly article: number })[]> {
  const rows = await db
    .selectFrom(what)
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', `${what}.article`).onRef('article.version', '=', `${what}.version`),
    )
    .select([`${what}.id`, `${what}.article`, `${what}.record`])
    .where(`${what}.article`, 'in', articles)
    .orderBy(`${what}.id`)
    .execute()
  return rows.map(({ record, ...row }) => ({ ...row, record: JSON.parse(record) as T }))
}
