/** What a watched front page says beside its links: where its editors put each article, kept over time. */

import type { Feed } from '../model/feed.ts'
import type { Db } from '../store/engines/engine.ts'
import { type Placed, prolongPlacements, savePlacements } from '../store/placements.ts'
import { withoutTracking } from '../words/urls.ts'

/** Below this many articles a place on a page says no more. */
const DEPTH = 100

/** To be called in the transaction that saves the check; without a feed the page is as it was. */
export async function recordRanks(
  db: Db,
  source: number,
  feed: Feed | undefined,
  now: number,
): Promise<void> {
  if (feed === undefined) return prolongPlacements(db, source, now)
  const placed = new Map<string, Placed>()
  for (const { url, place } of feed.items) {
    if (url === undefined || place === undefined || place.position >= DEPTH) continue
    const plain = withoutTracking(url)
    if (!placed.has(plain)) placed.set(plain, { url: plain, ...place })
  }
  await savePlacements(db, source, [...placed.values()], now)
}
