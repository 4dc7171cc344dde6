/** What an outlet changed in an article: sentences kept, edited, added and removed, and evidence carried over. */

import type { Block } from '../model/article.ts'
import type { Sentence, Span } from '../model/span.ts'
import { sentences } from '../words/sentences.ts'

export type Change =
  | { readonly kind: 'same' | 'edited'; readonly old: Span; readonly new: Span }
  | { readonly kind: 'removed'; readonly old: Span }
  | { readonly kind: 'added'; readonly new: Span }

type Version = { readonly text: string; readonly blocks: readonly Block[] }

/** In reading order; every sentence of both versions stands in exactly one change. */
export function diffVersions(older: Version, newer: Version): readonly Change[] {
  const a = sentences(older.text, older.blocks)
  const b = sentences(newer.text, newer.blocks)
  const keyA = a.map((s) => folded(older.text, s))
  const keyB = b.map((s) => folded(newer.text, s))
  const changes: Change[] = []
  let i = 0
  let j = 0
  for (const [x, y] of [...commonRun(keyA, keyB), [a.length, b.length] as const]) {
    changes.push(...paired(older.text, a.slice(i, x), newer.text, b.slice(j, y)))
    if (x < a.length && y < b.length) changes.push({ kind: 'same', old: span(a[x]!), new: span(b[y]!) })
    i = x + 1
    j = y + 1
  }
  return changes
}

/** Where a span of the older version lies in the newer; undefined when its words did not survive. */
export function carry(
  place: Span,
  older: Version,
  newer: Version,
  changes: readonly Change[],
): Span | undefined {
  const words = older.text.slice(place.start, place.end)
  for (const change of changes) {
    if (change.kind === 'added' || change.kind === 'removed') continue
    if (place.start < change.old.start || place.end > change.old.end) continue
    const target = newer.text.slice(change.new.start, change.new.end)
    const near = place.start - change.old.start
    if (target.startsWith(words, near) && change.kind === 'same') return at(change.new.start + near, words)
    const first = target.indexOf(words)
    // Said twice in the edited sentence, nothing tells which was meant.
    return first >= 0 && target.indexOf(words, first + 1) < 0
      ? at(change.new.start + first, words)
      : undefined
  }
  return undefined
}

const at = (start: number, words: string): Span => ({ start, end: start + words.length })
const span = ({ start, end }: Sentence): Span => ({ start, end })
const folded = (text: string, { start, end }: Span): string =>
  text.slice(start, end).replace(/\s+/g, ' ').trim()

/** Longest common subsequence as index pairs; equal ends are taken off first, so edits stay cheap. */
function commonRun(a: readonly string[], b: readonly string[]): [number, number][] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++
  const n = a.length - head - tail
  const m = b.length - head - tail
  const pairs: [number, number][] = Array.from({ length: head }, (_, i) => [i, i])
  if (n * m <= 4_000_000) {
    const width = m + 1
    const table = new Uint16Array((n + 1) * width)
    for (let i = n - 1; i >= 0; i--) {
      for (let j = m - 1; j >= 0; j--) {
        table[i * width + j] =
          a[head + i] === b[head + j]
            ? table[(i + 1) * width + j + 1]! + 1
            : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
      }
    }
    for (let i = 0, j = 0; i < n && j < m; ) {
      if (a[head + i] === b[head + j]) pairs.push([head + i++, head + j++])
      else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++
      else j++
    }
  }
  for (let k = tail; k > 0; k--) pairs.push([a.length - k, b.length - k])
  return pairs
}

/** Inside one gap: each removed sentence meets the added one most like it, in order, when half the words agree. */
function paired(older: string, a: readonly Sentence[], newer: string, b: readonly Sentence[]): Change[] {
  const changes: Change[] = []
  let from = 0
  for (const old of a) {
    let best = -1
    let most = 0.5
    for (let j = from; j < b.length; j++) {
      const like = likeness(older.slice(old.start, old.end), newer.slice(b[j]!.start, b[j]!.end))
      if (like > most) {
        most = like
        best = j
      }
    }
    if (best < 0) {
      changes.push({ kind: 'removed', old: span(old) })
      continue
    }
    for (; from < best; from++) changes.push({ kind: 'added', new: span(b[from]!) })
    changes.push({ kind: 'edited', old: span(old), new: span(b[best]!) })
    from = best + 1
  }
  for (; from < b.length; from++) changes.push({ kind: 'added', new: span(b[from]!) })
  return changes
}

function likeness(a: string, b: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const [x, y] = [words(a), words(b)]
  let shared = 0
  for (const word of x) if (y.has(word)) shared++
  return x.size + y.size === 0 ? 0 : (2 * shared) / (x.size + y.size)
}
