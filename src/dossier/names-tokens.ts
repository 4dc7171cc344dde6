/** The tokens that names are made of: words with inner apostrophes and hyphens, numbers, and single marks. */

import type { ActorKind } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'

/** A name and the kind of what it names. */
export type NameSpan = Span & { readonly kind: ActorKind }

export type Token = Span & { readonly text: string }

const TOKEN =
  /(?:\p{Lu}\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|Capt|Sgt|Prof|Rev|Inc|Corp|Ltd|Co|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.(?=\s|$)|\p{Lu}\.(?=\s?\p{Lu})|[\p{L}\p{M}\p{N}]+(?:(?:[-‐‑&]|['’](?!s\b|S\b))[\p{L}\p{M}\p{N}]+)*|['’][sS]\b|\S/gu

/** Tokens of one stretch of text, with offsets into the whole text. */
export function tokensOf(text: string, span: Span): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(span.start, span.end).matchAll(TOKEN)) {
    const start = span.start + match.index
    tokens.push({ start, end: start + match[0].length, text: match[0] })
  }
  return tokens
}
