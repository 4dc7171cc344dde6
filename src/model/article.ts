/** The cleaned text of one page and what is known about it, as `extract/` makes it and `store/` keeps it. */

import type { Span } from './span.ts'

export type BlockKind =
  | 'title'
  | 'standfirst'
  | 'paragraph'
  | 'heading'
  | 'quote'
  | 'pull-quote'
  | 'list-item'
  | 'preformatted'
  | 'table'
  | 'image'
  | 'caption'
  | 'credit'
  | 'dateline'
  | 'embed'
  | 'live-entry'
  | 'correction'

/**
 * A block is a span of the article's text; blocks are in reading order, never overlap, and are separated by
 * "\n\n" in the text. An image or embed without words has an empty span.
 */
export type Block = Span & {
  readonly kind: BlockKind
  /** Headings: 2 to 4. List items: depth from 1. */
  readonly level?: number
  readonly ordered?: boolean
  readonly image?: Image
  /** Embeds: what they show. */
  readonly href?: string
  /** Tables: cells by row, as spans inside the block. */
  readonly rows?: readonly (readonly Span[])[]
}

/** Inline structure inside blocks. Marks may nest but never cross. */
export type Mark = Span & {
  readonly kind: 'link' | 'emphasis' | 'strong' | 'code' | 'superscript' | 'subscript'
  /** Links: an absolute http, https or mailto address. */
  readonly href?: string
}

export type Image = {
  readonly src: string
  readonly alt: string
  readonly width?: number
  readonly height?: number
  readonly credit?: string
}

/** Why a version differs from the one before it though its outlet changed nothing: a reader's fix, or ours. */
export type Reread = 'fix' | 'program'

export type Access = 'free' | 'sign-up' | 'paid'

/** ISO 639-1 code, or 'und'. */
export type Language = string

export type Direction = 'ltr' | 'rtl'

/**
 * When something was published, as a window. A stated instant has earliest = latest = best. `best` is absent
 * where the window alone is known. Instants are ISO 8601 with zone; days are ISO dates (inclusive).
 */
export type DateClaim = {
  readonly earliest: string
  readonly latest: string
  readonly best?: string
  readonly from: 'feed' | 'json-ld' | 'meta' | 'visible' | 'url' | 'file' | 'text'
  /** Why the window is what it is; spans lie in the article's text where there are any. */
  readonly evidence: readonly DateEvidence[]
}

/** What something was inferred from: a message of the interface and a key of its catalogues, with the values it holds. */
export type Grounds = { readonly why: string; readonly values?: Readonly<Record<string, string | number>> }

export type DateEvidence = Grounds & { readonly span?: Span }

/** A value the page did not state outright carries the place it was inferred from. */
export type OutletClaim = Grounds & {
  readonly name: string
  readonly domain?: string
  readonly inferred: boolean
}

/** What extraction gives. `text` holds every block's words, the title's too; all spans are offsets into it. */
export type Extracted = {
  readonly url?: string
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  readonly authors: readonly string[]
  readonly outlet?: OutletClaim
  readonly published?: DateClaim
  readonly modified?: string
  readonly language: Language
  readonly direction: Direction
  readonly description?: string
  readonly section?: string
  readonly keywords: readonly string[]
  readonly image?: Image
  readonly licence?: string
  readonly access: Access
  /** 0 to 1: how sure the extractor is that `text` is the article, whole and alone. */
  readonly confidence: number
  /** Further pages of the same article, absolute, in order. */
  readonly nextPage?: string
  /** Pages: an address on another site that it names as the original. */
  readonly original?: string
  /** Pages: lines beside the text that say whom it was taken from. */
  readonly credit?: string
  /** The same article as the page offers it for fast loading (AMP), absolute. */
  readonly alternate?: string
  /** What read it: raised whenever pages are read differently. */
  readonly extractor?: number
  /** Set where this text differs from the version before by our reading alone. */
  readonly reread?: Reread
}
