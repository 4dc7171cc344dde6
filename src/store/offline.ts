/** What a browser should hold for a time without a connection, and how many told articles wait to be read. */

import type { Db } from './engines/engine.ts'

export type Kept = { readonly id: number; readonly title: string; readonly outlet: string }

/** Starred and put off for later, then the newest; archived ones only where they are starred. */
export async function articlesToKeep(
  db: Db,
  reader: number,
  { marked, recent }: { readonly marked: number; readonly recent: number },
): Promise<readonly Kept[]> {
  const articles = db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .select(['article.id', 'article.title', 'outlet.name as outlet'])
  const byMark = (mark: 'starred' | 'later') =>
    articles
      .innerJoin('reading', 'reading.article', 'article.id')
      .where('reading.reader', '=', reader)
      .where(`reading.${mark}`, 'is not', null)
      .orderBy(`reading.${mark}`, 'desc')
      .limit(marked)
      .execute()
  const newest = articles
    .leftJoin('reading', (join) =>
      join.onRef('reading.article', '=', 'article.id').on('reading.reader', '=', reader),
    )
    .where('reading.archived', 'is', null)
    .orderBy('article.published', 'desc')
    .limit(recent)
    .execute()
  const all = (await Promise.all([byMark('later'), byMark('starred'), newest])).flat()
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

/** Articles that follows told of since a moment and that were not opened. */
export async function toldAndUnread(db: Db, reader: number, since: number): Promise<number> {
  const row = await db
    .selectFrom('alert')
    .innerJoin('follow', 'follow.id', 'alert.follow')
    .leftJoin('reading', (join) =>
      join.onRef('reading.article', '=', 'alert.article').on('reading.reader', '=', reader),
    )
    .select((at) => at.fn.count<number>('alert.article').distinct().as('articles'))
    .where('follow.reader', '=', reader)
    .where('alert.made', '>', since)
    .where('reading.read', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.articles)
}
