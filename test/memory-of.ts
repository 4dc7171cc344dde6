/** The memory a worker has of all that stands in a store made by `groupedStore`. */

import { openPlacing, type Placing } from '../src/app/placing.ts'
import { features } from '../src/stories/features.ts'
import type { Grouped } from './grouped-store.ts'

export async function memoryOf({ store: { db } }: Grouped): Promise<Placing> {
  const rows = await db.selectFrom('article').select(['id', 'title', 'published']).execute()
  for (const { id, title, published } of rows) {
    const told = { id, title, text: title, language: 'en', published, seen: published, names: [], links: [] }
    await db
      .insertInto('trace')
      .values({ article: id, fingerprint: new Uint8Array(8), features: JSON.stringify(features(told)) })
      .execute()
  }
  return openPlacing(db)
}
