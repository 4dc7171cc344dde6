/** A reader says that text is missing from an article, or not of it: a rule of its outlet, and the article read again. */

import type { Db } from '../store/engines/engine.ts'
import { itemOfArticle } from '../store/items.ts'
import { enqueue, readAgainJob } from '../store/queue.ts'

export type Verdict = 'keep' | 'drop'

/** Fewer signs could stand anywhere. */
const SHORTEST = 8
const LONGEST = 2000

/** The rule is made when the page has been fetched anew, by the one who reads it; nothing is changed before. */
export async function fixArticle(
  db: Db,
  { article, text, verdict, now }: { article: number; text: string; verdict: Verdict; now: number },
): Promise<{ readonly queued: true } | { readonly failed: string }> {
  const passage = text.trim().slice(0, LONGEST)
  if (passage.length < SHORTEST) return { failed: 'A few more words of the passage are needed to find it.' }
  const item = await itemOfArticle(db, article)
  if (item === undefined) return { failed: 'This article was not read from a page that can be read again.' }
  await enqueue(db, [readAgainJob(item, { text: passage, verdict }, now)])
  return { queued: true }
}
