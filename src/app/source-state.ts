/** Pause a source, resume it, or have it checked at once. */

import type { Db } from '../store/engines/engine.ts'
import { enqueue, refreshJob } from '../store/queue.ts'
import { loadSource, setSourceState } from '../store/sources.ts'

export type SourceChange = 'check' | 'pause' | 'resume'

/** False where there is no such source, or one of files, which is never checked. */
export async function changeSource(
  db: Db,
  { source: id, change, now }: { source: number; change: SourceChange; now: number },
): Promise<boolean> {
  const source = await loadSource(db, id)
  if (!source || source.kind === 'files') return false
  // A sender's letters come by themselves: they can only be wanted or not.
  if (source.kind === 'mail') {
    if (change === 'check') return false
    await setSourceState(db, id, change === 'pause' ? 'paused' : 'active', source.next_check)
    return true
  }
  if (change === 'pause') await setSourceState(db, id, 'paused', source.next_check)
  if (change === 'resume') await setSourceState(db, id, 'active', now)
  if (change === 'check') await enqueue(db, [refreshJob(id, now, now)])
  return true
}
