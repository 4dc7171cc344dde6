/** Taste: what a reader says to see more or less of, and what their reading teaches, put together for the pages. */

import {
  keyOf,
  learnTaste,
  MUTED,
  type Said,
  type Subject,
  type Taste,
  type TasteKind,
} from '../rank/taste.ts'
import type { Db } from '../store/engines/engine.ts'
import { followsOf } from '../store/readers.ts'
import { doneBy, dropSaid, namesOf, saidOf, saveSaid } from '../store/taste.ts'

const kinds: readonly TasteKind[] = ['story', 'actor', 'topic', 'outlet']
const MOST_WORDS = 100

/** What a form names as `kind:target`, or undefined where it names nothing. */
export function subjectOf(text: unknown): Subject | undefined {
  const [, kind, target = ''] = /^(\w+):(.+)$/su.exec(typeof text === 'string' ? text.trim() : '') ?? []
  const known = kinds.find((one) => one === kind)
  const words = target.trim()
  if (known === undefined || words === '' || words.length > MOST_WORDS) return undefined
  return known === 'topic' || /^\d{1,15}$/.test(words) ? { kind: known, target: words } : undefined
}

export type Word = 'more' | 'less' | 'mute' | 'ignore' | 'forget'
export const words: readonly Word[] = ['more', 'less', 'mute', 'ignore', 'forget']

const MOST = 2

/**
 * `more` and `less` move what was said by one step, of five; `mute` keeps it out; `ignore` has nothing concluded of
 * it; `forget` takes back what was said, and reading teaches again.
 */
export async function sayTaste(
  db: Db,
  { reader, subject, word, now }: { reader: number; subject: Subject; word: Word; now: number },
): Promise<void> {
  if (word === 'forget') {
    await dropSaid(db, reader, subject)
    return
  }
  const before = (await saidOf(db, reader)).find((one) => keyOf(one) === keyOf(subject))?.weight ?? 0
  await saveSaid(db, reader, { ...subject, weight: weightAfter(word, before) }, now)
}

function weightAfter(word: Exclude<Word, 'forget'>, before: number): number {
  if (word === 'mute') return MUTED
  if (word === 'ignore') return 0
  const from = Math.max(before, -MOST)
  // What speaks the other way goes at once: nobody presses "more" to have a little less of less.
  if (word === 'more') return from < 0 ? 1 : Math.min(MOST, from + 1)
  return from > 0 ? -1 : Math.max(-MOST, from - 1)
}

/** Everything that is known of a reader's taste, and of nobody else's. */
export async function tasteOf(db: Db, reader: number, now: number): Promise<Taste> {
  const [said, follows, acts] = await Promise.all([
    saidOf(db, reader),
    followsOf(db, reader),
    doneBy(db, reader, now),
  ])
  const learned = learnTaste(acts, said as readonly Said[], now)
  const followed = follows.flatMap(({ kind, target }): Subject[] =>
    kind === 'story' || kind === 'actor' || kind === 'topic' ? [{ kind, target }] : [],
  )
  const names = await namesOf(db, [...said, ...learned, ...followed])
  return { said, learned, followed, names }
}
