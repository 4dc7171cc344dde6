/** Sources as their page lists them, a page at a time; nothing is counted that grows with the articles. */

import type { Db } from './engines/engine.ts'

export const sourcesPage = (db: Db, { limit, offset }: { limit: number; offset: number }) =>
  db
    .selectFrom('source')
    .innerJoin('outlet', 'outlet.id', 'source.outlet')
    .select([
      'source.id',
      'source.title',
      'source.url',
      'source.kind',
      'source.state',
      'source.last_checked',
      'source.next_check',
      'source.last_answer',
      'source.failures',
      'source.sample',
      'outlet.name as outlet',
    ])
    .orderBy('source.sample')
    .orderBy('outlet.name')
    .orderBy('source.id')
    .limit(limit)
    .offset(offset)
    .execute()

export type ListedSource = Awaited<ReturnType<typeof sourcesPage>>[number]
