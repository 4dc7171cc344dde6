/** Finds the people, organisations and places that a text names. */

import type { Language } from '../model/article.ts'
import type { Sentence } from '../model/span.ts'
import packed from './names.weights.json' with { type: 'json' }
import { consistent } from './names-consistent.ts'
import { candidates, featuresOf, seenIn } from './names-features.ts'
import { bestPath, closes, KINDS, opens, unpack } from './names-model.ts'
import { otherNames } from './names-other.ts'
import { type NameSpan, type Token, tokensOf } from './names-tokens.ts'

const weights = unpack(packed)

/**
 * Names in `text`, in reading order, never overlapping, none crossing a sentence; UTF-16 spans with the kind of
 * what they name. `language` is an ISO 639-1 code.
 */
export function findNames(text: string, sentences: readonly Sentence[], language: Language): NameSpan[] {
  const tokens = sentences.map((sentence) => tokensOf(text, sentence))
  if (language !== 'en' && language !== 'und') {
    const found = tokens.flatMap((line) => otherNames(line, language))
    return consistent(text, tokens, found)
  }
  const seen = seenIn(tokens)
  const found: NameSpan[] = []
  for (const line of tokens) namesOf(line, seen, found)
  return consistent(text, tokens, found)
}

function namesOf(tokens: readonly Token[], seen: ReturnType<typeof seenIn>, found: NameSpan[]): void {
  const can = candidates(tokens)
  if (!can.includes(1)) return
  const features = featuresOf(tokens, can, seen)
  for (let from = 0; from < can.length; ) {
    if (!can[from]) {
      from++
      continue
    }
    let to = from
    while (to < can.length && can[to]) to++
    const path = bestPath(weights, features.slice(from, to) as Int32Array[])
    let open = from
    path.forEach((label, i) => {
      if (label === 0) return
      if (opens(label)) open = from + i
      if (closes(label)) {
        const kind = KINDS[(label - 1) >> 2]!
        found.push({ start: tokens[open]!.start, end: tokens[from + i]!.end, kind })
      }
    })
    from = to
  }
}
