/** Where a news story's first sentence begins after its dateline: "LIMA, May 3 (Andina) -- The strike ...". */

import type { Span } from '../model/span.ts'

const DATELINE =
  /^(?:\p{Lu}[\p{Lu}\p{Ll}.'’-]*(?:[ /,]+\p{Lu}[\p{L}.'’-]*){0,5}(?:,? \p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^)]{2,40}\))? ?(?:--|—|–|_) ?|\p{Lu}[\p{L}\d ,.'’/-]{2,50}\([^)]{2,40}\) ?(?:-|--|—|–|_)? ?|\p{Lu}{3,}(?:[ ,]+\p{Lu}[\p{L}.]*){0,4} - )(?=[\p{Lu}"“”‘'])/u

/** The offset of the first word after the dateline; the sentence's own start where it has none. */
export function afterDateline(text: string, sentence: Span): number {
  const match = DATELINE.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 120)))
  return match ? sentence.start + match[0].length : sentence.start
}
