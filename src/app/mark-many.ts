/** Marking many articles read: above or below one, all of a place, all that are old; and taking that back. */

import type { Store } from '../store/engines/engine.ts'
import { markLot, massMark, saveMassMark, saveUndone, unmarkLot } from '../store/mass-marks.ts'
import { type Cursor, type Place, sourcesIn, windowsOf } from '../store/river-windows.ts'

const LOT = 2000

/** Which of a place: those newer or older than an article, with it or without, or older than an instant, or all. */
export type Stretch = { readonly kind: 'all' } | { readonly kind: 'newer' | 'older'; readonly than: Cursor }

/**
 * Marks every unread article of the stretch, copies too, and keeps what was marked so that it can be taken back.
 * Gives the number of that, or undefined where nothing was left to mark. Works in lots; pages go on between them.
 */
export async function markMany(
  store: Store,
  { reader, place, stretch, now }: { reader: number; place: Place; stretch: Stretch; now: number },
): Promise<{ readonly id: number; readonly articles: number } | undefined> {
  const sources = await sourcesIn(store.db, place)
  const after = stretch.kind === 'all' ? undefined : stretch.than
  // From the article away: upwards to what is newer, downwards to what is older.
  const order = stretch.kind === 'newer' ? ('oldest' as const) : ('newest' as const)
  const nextWindow = windowsOf(store, { reader, place, order, after, sources, wanted: LOT })
  let articles = 0
  for (let more = true; more; ) {
    const { ids, full } = await nextWindow()
    articles += await markLot(
      store.db,
      ids.map(({ id }) => id),
      { reader, at: now },
    )
    more = full
    if (more) await breath()
  }
  if (articles === 0) return undefined
  return { id: await saveMassMark(store.db, { reader, at: now, articles }), articles }
}

/** How many are unread again: those that nobody marked anew in between. False where there is no such mark of theirs. */
export async function unmarkMany(
  { db }: Store,
  { reader, id, now }: { reader: number; id: number; now: number },
): Promise<number | false> {
  const mark = await massMark(db, reader, id)
  if (!mark || mark.undone !== null) return false
  let articles = 0
  for (let lot = -1; lot !== 0; ) {
    lot = await unmarkLot(db, { reader, at: mark.at, now, limit: LOT })
    articles += lot
    if (lot > 0) await breath()
  }
  await saveUndone(db, id, now)
  return articles
}

const breath = () => new Promise((resolve) => setImmediate(resolve))
