/** Follow and unfollow: what a reader asks to be told of. */

import type { Db } from '../store/engines/engine.ts'
import { dropFollow, type FollowKind, saveFollow } from '../store/readers.ts'

export type { FollowKind }

const kinds: readonly FollowKind[] = ['story', 'actor', 'topic', 'place', 'search']
const MOST_WORDS = 300

export type Follow = { readonly reader: number; readonly kind: FollowKind; readonly target: string }

/** What a form says is to be followed, or why it cannot be. */
export function followOf(
  reader: number,
  kind: unknown,
  target: unknown,
): Follow | { readonly failed: string } {
  const known = kinds.find((one) => one === kind)
  const words = typeof target === 'string' ? target.trim() : ''
  if (!known) return { failed: 'Only a story, actor, topic, place or search can be followed.' }
  if (words === '') return { failed: 'Say what to follow.' }
  if (words.length > MOST_WORDS)
    return { failed: `What you follow may have ${MOST_WORDS} characters at most.` }
  if ((known === 'story' || known === 'actor') && !/^\d{1,15}$/.test(words))
    return { failed: `A ${known} is followed by its number.` }
  return { reader, kind: known, target: words }
}

export const follow = (db: Db, { reader, kind, target }: Follow, now: number) =>
  saveFollow(db, reader, kind, target, now)

export const unfollow = (db: Db, { reader, kind, target }: Follow) => dropFollow(db, reader, kind, target)
