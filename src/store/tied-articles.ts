/** What an article repeats or cites, and what repeats it, as pages show them. */

import type { Span } from '../model/span.ts'
import type { Reason } from '../model/story.ts'
import type { Db } from './engines/engine.ts'
import { reasonsIn } from './reasons.ts'

export type CopyOf = {
  readonly origin: number
  readonly kind: string
  readonly containment: number
  readonly confidence: number
  readonly why: readonly Reason[]
  readonly title: string
  readonly outlet: string
  readonly passages: readonly { readonly here: Span; readonly there: Span }[]
}

/** What an article repeats, translates or cites: what it counts with, or the most telling. */
export async function copyOf(db: Db, article: number): Promise<CopyOf | undefined> {
  const row = await tied(db, 'copy').where('edge.article', '=', article).executeTakeFirst()
  return row && asCopyOf({ ...row, ended: null })
}

/** All of it, that first; what ended when its text changed comes last, the latest first. */
export async function tiedTo(db: Db, article: number): Promise<readonly (CopyOf & Ending)[]> {
  const [first, beside] = await Promise.all([
    tied(db, 'copy').where('edge.article', '=', article).execute(),
    tied(db, 'tie')
      .select('edge.ended')
      .where('edge.article', '=', article)
      .orderBy('edge.ended', (order) => order.desc().nullsFirst())
      .orderBy('edge.id')
      .execute(),
  ])
  return [...first.map((row) => ({ ...row, ended: null })), ...beside].map(asCopyOf)
}

/** Epoch milliseconds when it stopped being so; null while it holds. */
type Ending = { readonly ended: number | null }

const tied = <T extends 'copy' | 'tie'>(db: Db, table: T) =>
  db
    .selectFrom(`${table} as edge` as 'tie as edge')
    .innerJoin('article', 'article.id', 'edge.origin')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .select([
      'edge.origin',
      'edge.kind',
      'edge.containment',
      'edge.confidence',
      'edge.why',
      'edge.passages',
      'article.title',
      'outlet.name as outlet',
    ])

const asCopyOf = <T extends { readonly why: string; readonly passages: string }>(row: T) => ({
  ...row,
  why: reasonsIn(row.why),
  passages: JSON.parse(row.passages) as CopyOf['passages'],
})

/** Articles that repeat this one or hold a passage of it. */
export async function copiesOf(db: Db, article: number, limit: number) {
  const from = (table: 'copy' | 'tie') =>
    db
      .selectFrom(`${table} as edge` as 'tie as edge')
      .innerJoin('article', 'article.id', 'edge.article')
      .innerJoin('outlet', 'outlet.id', 'article.outlet')
      .select([
        'article.id',
        'edge.kind',
        'edge.confidence',
        'outlet.name as outlet',
        'article.title',
        'article.language',
        'article.direction',
        'article.published',
        'article.dated',
      ])
      .where('edge.origin', '=', article)
      .where('edge.kind', '!=', 'cites')
      .$if(table === 'tie', (query) => query.where('edge.ended', 'is', null))
      .orderBy('article.id')
      .limit(limit)
      .execute()
  const [own, beside] = await Promise.all([from('copy'), from('tie')])
  return [...own, ...beside].sort((a, b) => a.id - b.id).slice(0, limit)
}
