/** Stories and articles an editor chose, with the note that says why. */

import type { Db } from './engines/engine.ts'

export const newestPicks = (db: Db, kind: 'pick' | 'good-news', limit: number) =>
  db
    .selectFrom('pick')
    .leftJoin('article', 'article.id', 'pick.article')
    .leftJoin('outlet', 'outlet.id', 'article.outlet')
    .leftJoin('story', 'story.id', 'pick.story')
    .select([
      'pick.id',
      'pick.note',
      'pick.made',
      'pick.article',
      'pick.story',
      'article.title as articleTitle',
      'article.published',
      'outlet.name as outlet',
      'story.title as storyTitle',
    ])
    .where('pick.kind', '=', kind)
    .orderBy('pick.id', 'desc')
    .limit(limit)
    .execute()

export type Picked = Awaited<ReturnType<typeof newestPicks>>[number]
