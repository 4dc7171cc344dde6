/** The texts behind search results: newest versions with their sentences, and the statements in them. */

import type { Statement } from '../model/dossier.ts'
import type { Sentence } from '../model/span.ts'
import { foldedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'
import type { ToldStatement } from './story-page.ts'

export type Text = {
  readonly article: number
  readonly text: string
  readonly sentences: readonly Sentence[]
}

/** By article. */
export async function textsOf(db: Db, articles: readonly number[]): Promise<ReadonlyMap<number, Text>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('article')
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'article.id').onRef('version.number', '=', 'article.version'),
    )
    .select(['article.id as article', 'version.text', 'version.sentences'])
    .where('article.id', 'in', articles)
    .execute()
  return new Map(
    rows.map((row) => [row.article, { ...row, sentences: JSON.parse(row.sentences) as Sentence[] }]),
  )
}

/** Statements in these articles, newest versions only; those of one speaker where that is given. In the order of the articles. */
export async function statementsAmong(
  db: Db,
  articles: readonly number[],
  speakers: readonly number[],
): Promise<readonly ToldStatement[]> {
  if (articles.length === 0) return []
  let rows = db
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
    .where('statement.article', 'in', articles)
    .where('copy.article', 'is', null)
  if (speakers.length > 0) rows = rows.where('statement.speaker', 'in', speakers)
  const place = new Map(articles.map((article, index) => [article, index]))
  return (await rows.execute())
    .map((row) => ({ ...row, record: JSON.parse(row.record) as Statement }))
    .sort((a, b) => place.get(a.article)! - place.get(b.article)! || a.id - b.id)
}
