/** A text's fingerprint: the few hashed word runs that survive copying (winnowing, Schleimer et al. 2003). */

import { eachToken } from '../words/tokens.ts'

/** Words in a hashed run: short enough to outlive light rewriting, long enough to be rare. */
export const RUN = 4
/** Of every so many runs one is kept, so a shared passage of RUN + WINDOW - 1 words is always noticed. */
const WINDOW = 4

/** A text's words as hashes, with where each stands. */
export type HashedWords = {
  readonly hashes: Uint32Array
  /** UTF-16 offsets, one per word. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** The words of a text, hashed; case, marks and punctuation don't count. */
export function hashWords(text: string): HashedWords {
  const hashes: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  eachToken(text, (token) => {
    hashes.push(hashWord(token.word))
    starts.push(token.start)
    ends.push(token.end)
  })
  return { hashes: Uint32Array.from(hashes), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** The hash of every run of RUN words, by the run's first word. */
export function hashRuns(words: Uint32Array): Uint32Array {
  const count = Math.max(0, words.length - RUN + 1)
  const runs = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    let hash = 0x9747b28c
    for (let k = 0; k < RUN; k++) {
      hash = Math.imul(hash ^ words[i + k]!, 0x85ebca6b)
      hash ^= hash >>> 13
    }
    hash = Math.imul(hash, 0xc2b2ae35)
    runs[i] = (hash ^ (hash >>> 16)) >>> 0
  }
  return runs
}

/**
 * The fingerprint of a text: distinct hashes, ascending. Texts under RUN words have the one hash of all their
 * words, the empty text none. About four hashes for ten words.
 */
export function fingerprint(text: string): Uint32Array {
  const words = hashWords(text).hashes
  if (words.length === 0) return new Uint32Array(0)
  if (words.length < RUN) return Uint32Array.of(words.reduce((a, b) => Math.imul(a ^ b, 0x85ebca6b) >>> 0, 7))
  return winnow(hashRuns(words))
}

function winnow(runs: Uint32Array): Uint32Array {
  const kept = new Set<number>()
  const last = Math.max(0, runs.length - WINDOW)
  let at = -1
  for (let from = 0; from <= last; from++) {
    const to = Math.min(from + WINDOW, runs.length)
    if (at < from) {
      at = from
      for (let i = from + 1; i < to; i++) if (runs[i]! <= runs[at]!) at = i
    } else if (runs[to - 1]! <= runs[at]!) at = to - 1
    kept.add(runs[at]!)
  }
  return Uint32Array.from(kept).sort()
}
