/** The texts records stand on: articles' newest versions by id, so that a page can quote the very sentence. */

import { foldedKinds } from './copies.ts'
import type { Db } from './engines/engine.ts'

/** Where a record was read, with what a page needs to name and link it. */
export type Witness = {
  readonly article: number
  readonly title: string
  readonly outlet: string
  readonly outletId: number
  readonly published: number
  readonly dated: 0 | 1
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly text: string
  readonly copy: boolean
}

export async function witnesses(db: Db, articles: readonly number[]): Promise<ReadonlyMap<number, Witness>> {
  const ids = [...new Set(articles)]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'article.id').onRef('version.number', '=', 'article.version'),
    )
    .leftJoin('copy', (join) =>
      join.onRef('copy.article', '=', 'article.id').on('copy.kind', 'in', foldedKinds),
    )
    .select([
      'article.id as article',
      'article.title',
      'outlet.name as outlet',
      'outlet.id as outletId',
      'article.published',
      'article.dated',
      'article.language',
      'article.direction',
      'version.text',
      'copy.article as copied',
    ])
    .where('article.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ copied, ...row }) => [row.article, { ...row, copy: copied !== null }]))
}

/** Actors by the words, in lower case, that a version of an article names them with. */
export async function namedIn(
  db: Db,
  article: number,
  version: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('mention')
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'mention.article').onRef('version.number', '=', 'mention.version'),
    )
    .select(['mention.actor', 'mention.start', 'mention.end', 'version.text'])
    .where('mention.article', '=', article)
    .where('mention.version', '=', version)
    .where('mention.form', 'in', ['name', 'short'])
    .orderBy('mention.start', 'desc')
    .execute()
  return new Map(rows.map(({ actor, start, end, text }) => [text.slice(start, end).toLowerCase(), actor]))
}
