/** Stories that may belong together: proposed by the model, for a person to confirm or reject. */

import type { Reason } from '../model/story.ts'
import { storiesApart } from './bonds.ts'
import type { Db } from './engines/engine.ts'
import { reasonsIn } from './reasons.ts'

/** Proposes stories to a reader; what a person said does not belong together is not proposed again, either way round. */
export async function saveProposals(
  db: Db,
  story: number,
  proposals: readonly { story: number; score: number; reasons: readonly Reason[] }[],
): Promise<void> {
  if (proposals.length === 0) return
  const apart = await storiesApart(db, story)
  for (const proposal of proposals) {
    if (proposal.story === story || apart.has(proposal.story)) continue
    await db
      .insertInto('proposal')
      .values({
        story,
        other: proposal.story,
        score: proposal.score,
        reasons: JSON.stringify(proposal.reasons),
        status: 'proposed',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export type ProposedStory = {
  readonly id: number
  readonly title: string
  readonly changed: number
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** Stories proposed as belonging together with this one, either way round; merged ones as what they lead to. */
export async function proposedStories(
  db: Db,
  story: number,
  limit: number,
): Promise<readonly ProposedStory[]> {
  const merged = await db
    .selectFrom('story')
    .select('id')
    .where('merged_into', '=', story)
    .limit(200)
    .execute()
  const own = [story, ...merged.map(({ id }) => id)]
  const side = (here: 'story' | 'other', there: 'story' | 'other') =>
    db
      .selectFrom('proposal')
      .innerJoin('story', 'story.id', `proposal.${there}`)
      .select((at) => [
        at.fn.coalesce('story.merged_into', 'story.id').as('id'),
        'proposal.score',
        'proposal.reasons',
      ])
      .where(`proposal.${here}`, 'in', own)
      .where('proposal.status', '=', 'proposed')
      .orderBy('proposal.score', 'desc')
      .limit(limit * 4)
      .execute()
  const [from, to, apart] = await Promise.all([
    side('story', 'other'),
    side('other', 'story'),
    storiesApart(db, story),
  ])
  const best = new Map<number, (typeof from)[number]>()
  for (const row of [...from, ...to].sort((a, b) => b.score - a.score))
    if (row.id !== story && !apart.has(row.id) && !best.has(row.id)) best.set(row.id, row)
  const shown = [...best.values()].slice(0, limit)
  if (shown.length === 0) return []
  const heads = await db
    .selectFrom('story')
    .select(['id', 'title', 'changed'])
    .where(
      'id',
      'in',
      shown.map(({ id }) => id),
    )
    .execute()
  const byId = new Map(heads.map((head) => [head.id, head]))
  return shown.flatMap(({ id, score, reasons }) => {
    const head = byId.get(id)
    return head ? [{ ...head, score, reasons: reasonsIn(reasons) }] : []
  })
}
