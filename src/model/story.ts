/** How coverage hangs together: copies, episodes, stories, and the reason for every link. */

import type { Span } from './span.ts'

export type CopyKind = 'same-text' | 'excerpt' | 'wire' | 'rewrite' | 're-post' | 'translation' | 'cites'

/** `article` repeats `origin`. Passages are aligned spans of both texts. */
export type CopyEdge = {
  readonly origin: number
  readonly kind: CopyKind
  /** Share of the copy's text that stands in the origin, 0 to 1. */
  readonly containment: number
  readonly confidence: number
  readonly why: readonly Reason[]
  readonly passages: readonly { readonly here: Span; readonly there: Span }[]
}

/**
 * Why an article stands where it stands, in words a reader understands. With `values`, `what` is an ICU message that
 * holds them, and a key of the interface's catalogues.
 */
export type Reason = {
  readonly what: string
  readonly weight: number
  readonly values?: Readonly<Record<string, string | number>>
}

/**
 * Where an article goes. `episode` and `story` are ids of existing ones, or undefined to open a new one.
 * Nothing is ever silently moved: every placement is logged with its reasons and the model's version.
 */
export type Placement = {
  readonly episode: number | undefined
  readonly episodeReasons: readonly Reason[]
  readonly story: number | undefined
  readonly storyReasons: readonly Reason[]
  /** Other stories that may belong together with this one, for a person to decide. */
  readonly proposals: readonly {
    readonly story: number
    readonly score: number
    readonly reasons: readonly Reason[]
  }[]
}
