/** How common words and names are in the archive as it stands, counted in a few articles from all over it. */

import type { Store } from '../store/engines/engine.ts'
import { featuresAmong, newestArticle } from '../store/ranking.ts'
import { type Backdrop, backdropOf } from '../stories/seed-terms.ts'
import { featuresOf } from './kept-features.ts'

const ARTICLES = 300
/** Counted again once the archive has grown by this much. */
const GROWN = 1.2

type Counted = { readonly upTo: number; readonly backdrop: Backdrop }

const known = new WeakMap<Store['db'], Counted>()

/** Kept for as long as the store is open; the same archive gives the same counts. */
export async function backdropFor({ db }: Pick<Store, 'db'>): Promise<Backdrop> {
  const upTo = await newestArticle(db)
  const last = known.get(db)
  if (last && upTo <= last.upTo * GROWN) return last.backdrop
  const step = Math.max(1, upTo / ARTICLES)
  const ids = Array.from({ length: Math.min(ARTICLES, upTo) }, (_, n) => 1 + Math.floor(n * step))
  const backdrop = backdropOf((await featuresAmong(db, ids)).flatMap(featuresOf))
  known.set(db, { upTo, backdrop })
  return backdrop
}
