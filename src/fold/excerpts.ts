/** What an article is made of where it has passages of several: a round-up is the copy of none of them. */

import type { Span } from '../model/span.ts'
import type { CopyEdge } from '../model/story.ts'

/** What has so large a part of its words from one article is that one's copy, whatever furniture it shares with others. */
const MAINLY = 0.5
/** A round-up has at least so much from elsewhere, for what it has from the one. */
const ELSEWHERE = 0.5

/** An article that has its words from several, in passages apart, is made of excerpts and the copy of none. */
export function partly(edges: readonly CopyEdge[]): CopyEdge[] {
  const held = edges.map(({ passages }) => passages.map(({ here }) => here))
  return edges.map((edge, at) => {
    if (edge.kind === 'cites' || edge.kind === 'excerpt' || edge.containment >= MAINLY) return edge
    const own = lengthOf(held[at]!)
    const elsewhere = held.flatMap((spans, other) =>
      // Another text of the same origin holds the same passages, and maybe more of them.
      other === at || shared(spans, held[at]!) * 2 > Math.min(own, lengthOf(spans)) ? [] : spans,
    )
    const more = lengthOf(union(elsewhere)) - shared(union(elsewhere), held[at]!)
    return more < own * ELSEWHERE ? edge : { ...edge, kind: 'excerpt' as const }
  })
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** How much of `a` lies within `b`; the spans of each never overlap. */
const shared = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce((sum, one) => sum + b.reduce((all, two) => all + overlap(one, two), 0), 0)

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

function union(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last && span.start <= last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else all.push(span)
  }
  return all
}

/**
 * Of excerpts and citations, the most telling first, those that tell something of their own: of a passage that stands
 * in several articles the first one it was found in, and none that what the article repeats holds already.
 */
export function apart(edges: readonly CopyEdge[], repeated?: CopyEdge): readonly CopyEdge[] {
  const covered = (repeated?.passages ?? []).map(({ here }) => here)
  return edges.filter(({ kind, passages }) => {
    if (kind === 'cites') return true
    const [longest] = passages.map(({ here }) => here).sort((a, b) => b.end - b.start - (a.end - a.start))
    if (kind !== 'excerpt' || longest === undefined) return false
    const known = shared([longest], covered)
    if (known * 2 > longest.end - longest.start) return false
    covered.push(...passages.map(({ here }) => here))
    return true
  })
}
