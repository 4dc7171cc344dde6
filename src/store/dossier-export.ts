/** Everything of one story that leaves it in an export, as the store keeps it; the newest versions alone. */

import type { Encounter, Figure, Statement } from '../model/dossier.ts'
import type { Db } from './engines/engine.ts'

/** A longer story gives its newest articles. */
const ARTICLES = 2000

export async function exportOf(db: Db, story: number) {
  const articles = await db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'article.id').onRef('version.number', '=', 'article.version'),
    )
    .select([
      'article.id',
      'article.title',
      'article.url',
      'article.published',
      'article.dated',
      'article.language',
      'outlet.name as outlet',
      'version.text',
      'version.authors',
    ])
    .where('episode.story', '=', story)
    .orderBy('article.published', 'desc')
    .orderBy('article.id', 'desc')
    .limit(ARTICLES)
    .execute()
  const ids = articles.map(({ id }) => id)
  if (ids.length === 0)
    return {
      articles,
      encounters: [],
      statements: [],
      figures: [],
      mentions: [],
      roles: [],
      actors: [],
      names: [],
    }
  const [encounters, statements, figures, mentions, roles] = await Promise.all([
    recordsOf<Encounter>(db, 'encounter', ids),
    recordsOf<Statement>(db, 'statement', ids),
    recordsOf<Figure>(db, 'figure', ids),
    db
      .selectFrom('mention')
      .innerJoin('article', (join) =>
        join.onRef('article.id', '=', 'mention.article').onRef('article.version', '=', 'mention.version'),
      )
      .select(['mention.article', 'mention.actor', 'mention.form', 'mention.start', 'mention.end'])
      .where('mention.article', 'in', ids)
      .where('mention.part', '=', 'story')
      .orderBy('mention.article')
      .orderBy('mention.start')
      .execute(),
    db
      .selectFrom('role')
      .innerJoin('article', (join) =>
        join.onRef('article.id', '=', 'role.article').onRef('article.version', '=', 'role.version'),
      )
      .select(['role.actor', 'role.title', 'role.of', 'role.tense'])
      .distinct()
      .where('role.article', 'in', ids)
      .execute(),
  ])
  const cast = [...new Set([...mentions, ...roles].map(({ actor }) => actor))]
  const [actors, names] =
    cast.length === 0
      ? [[], []]
      : await Promise.all([
          db.selectFrom('actor').selectAll().where('id', 'in', cast).orderBy('id').execute(),
          db
            .selectFrom('actor_name')
            .select(['actor', 'name'])
            .where('actor', 'in', cast)
            .orderBy('name')
            .execute(),
        ])
  return { articles, encounters, statements, figures, mentions, roles, actors, names }
}

async function recordsOf<T>(db: Db, what: 'encounter' | 'statement' | 'figure', articles: readonly number[]) {
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
