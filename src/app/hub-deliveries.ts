/** What hubs delivered, read and saved as a refresh would: the items and the reads they call for as one. */

import { deliveries, dropDelivery } from '../store/hubs.ts'
import { keepAnswer, loadSource } from '../store/sources.ts'
import type { Context } from './context.ts'
import { readList, saveListed } from './refresh.ts'

/** Deliveries read in one go. */
const AT_ONCE = 20

/** Validators stay as they are: a delivery says nothing of what a request would have been answered. */
export async function readDeliveries({ db, now }: Context): Promise<number> {
  const waiting = await deliveries(db, AT_ONCE)
  for (const { id, source: of, type, bytes } of waiting) {
    const source = await loadSource(db, of)
    const headers = type === null ? {} : { 'content-type': type }
    const feed = source && readList(source.kind, { body: bytes, url: source.url, headers })
    await db.transaction().execute(async (trx) => {
      await dropDelivery(trx, id)
      if (!source || !feed) return
      if ('failed' in feed) {
        await keepAnswer(trx, source.id, {
          at: now(),
          ok: false,
          said: `Its hub sent what cannot be read: ${feed.failed}`,
        })
        return
      }
      const fresh = await saveListed(trx, source, feed.items, now())
      await keepAnswer(trx, source.id, {
        at: now(),
        ok: true,
        said: `Its hub told of ${feed.items.length} items, ${fresh} new`,
      })
    })
  }
  return waiting.length
}
