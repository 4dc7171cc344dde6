/** Bring in files: each is saved with the job that reads it, once, whatever its name; reading goes the usual way. */

import { createHash } from 'node:crypto'
import { saveDocument, saveItems } from '../store/items.ts'
import { enqueue, readJob } from '../store/queue.ts'
import { addSource, outletFor } from '../store/sources.ts'
import type { Context } from './context.ts'

export type File = { readonly name: string; readonly bytes: Uint8Array }

export type Brought = { readonly items: readonly number[]; readonly known: number }

/** Files of this kind hold articles. */
export const readableFile = (name: string): boolean => /\.(txt|text|md|x?html?|eml)$/i.test(name)

/** Files are known by their bytes: bringing one in twice changes nothing. All of them are saved, or none. */
export async function bringFiles({ db, now }: Context, files: readonly File[]): Promise<Brought> {
  const at = now()
  return db.transaction().execute(async (trx) => {
    const outlet = await outletFor(trx, { domain: undefined, name: 'Imported files', sample: false })
    const { id: source } = await addSource(trx, {
      url: 'files:',
      kind: 'files',
      title: 'Imported files',
      outlet,
      sample: false,
      nextCheck: Number.MAX_SAFE_INTEGER,
      now: at,
    })
    const items: number[] = []
    for (const { name, bytes } of files) {
      const guid = createHash('sha256').update(bytes).digest('hex')
      const [fresh] = await saveItems(
        trx,
        source,
        [{ guid, title: name, authors: [], categories: [], enclosures: [] }],
        at,
      )
      if (!fresh) continue
      await saveDocument(trx, fresh.id, name, bytes)
      items.push(fresh.id)
    }
    await enqueue(
      trx,
      items.map((item) => readJob(item, at, at)),
    )
    return { items, known: files.length - items.length }
  })
}
