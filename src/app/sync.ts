/** Takes what a browser did while it was without a connection, each act with its own time. */

import type { Db } from '../store/engines/engine.ts'
import { type Mark, markArticle } from './mark.ts'
import { dropNote, type NoteDraft, takeNote } from './notes.ts'

export type Act = { readonly id: string; readonly at: number } & (
  | { readonly kind: 'mark'; readonly article: number; readonly mark: Mark }
  | { readonly kind: 'note'; readonly note: NoteDraft }
  | { readonly kind: 'remove-note'; readonly key: string }
)

/** A clock this near to ours is believed. */
const NEAR = 5000

/**
 * Runs every act; all of them may be forgotten by the browser afterwards. Those that could not be done (the article is
 * gone) are named in `refused`. Sending the same acts again changes nothing.
 *
 * `sent` is the browser's clock as it sends: one that is wrong is set right by the difference, and no act is later
 * than now, so a clock that runs ahead cannot outlive what is done after it.
 */
export async function takeActs(
  db: Db,
  acts: readonly Act[],
  { reader, sent, now }: { readonly reader: number; readonly sent: number; readonly now: number },
): Promise<{ readonly refused: readonly string[] }> {
  const ahead = sent - now
  const wrong = ahead > 0 || ahead < -NEAR ? ahead : 0
  const refused: string[] = []
  for (const act of acts.toSorted((a, b) => a.at - b.at)) {
    const at = Math.min(act.at - wrong, now)
    const done = await take(db, act, { reader, at, now })
    if (!done) refused.push(act.id)
  }
  return { refused }
}

async function take(db: Db, act: Act, when: { reader: number; at: number; now: number }): Promise<boolean> {
  if (act.kind === 'mark') return markArticle(db, { ...when, article: act.article, mark: act.mark })
  if (act.kind === 'note') return (await takeNote(db, act.note, when)) === undefined
  await dropNote(db, when.reader, act.key, when.at)
  return true
}
