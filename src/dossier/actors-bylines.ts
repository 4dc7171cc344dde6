/** Tells the writers, photographers and agencies of a text from the people and bodies it writes about. */

import type { Block } from '../model/article.ts'
import type { Span } from '../model/span.ts'
import type { NameSpan } from './names-tokens.ts'

const CREDIT_BEFORE =
  /(?:^|[\n(—–|-]\s*|\.\s+)(?:by|photo(?:graph)?(?: by)?|photos?:|picture:|image:|credit:|story by|words by|reporting by|additional reporting by|writing by|editing by|edited by|compiled by|translated by|illustration by|analysis by|source:|via|courtesy(?: of)?|from)\s*(?:[\p{L}\s.,&;'’-]{0,160})$/iu
const CREDIT_AFTER =
  /^\s*(?:,\s*[\p{L}\s.]+,)?[\p{L}\s,.&'’]{0,80}\bcontributed (?:to|from)\b|^\s*(?:\/\s*|\|\s*)(?:[\p{Lu}]|file photo)|^\s*(?:reports|reported) (?:from|for)\b/iu
const CREDIT_BLOCKS: ReadonlySet<string> = new Set(['credit', 'dateline'])

/** Whether the name at `span`, inside `block`, stands there as a credit, byline or dateline's agency. */
export function isCredit(
  text: string,
  span: NameSpan,
  block: Block | undefined,
  authors: ReadonlySet<string>,
): boolean {
  if (block && CREDIT_BLOCKS.has(block.kind)) return true
  const from = block?.start ?? 0
  const to = block?.end ?? text.length
  const before = text.slice(Math.max(from, span.start - 200), span.start)
  const after = text.slice(span.end, Math.min(to, span.end + 120))
  const name = text.slice(span.start, span.end)
  if (span.kind === 'place') return false
  if (span.kind === 'organisation') {
    // "(AFP)", "RAMALLAH (Reuters) -", "REUTERS/Ana Ruiz", "AP Photo/".
    if (/\(\s*$/u.test(before) && /^\s*\)/u.test(after) && isDateline(text, from, span)) return true
    if (/^\s*(?:photo)?\s*\//iu.test(after) && /^[\p{Lu}]{2,}/u.test(name)) return true
    if (/^\s*\)\s*$/u.test(after) && /\(\s*$/u.test(before)) return true
    return /^[\p{Lu}\p{L}\s]{0,60}\s[-–—]\s*$/u.test(before) && /^\s*$/u.test(after)
  }
  if (/\p{Lu}{2,}(?: Photo)?\s?\/\s?$/u.test(before)) return true
  if (authors.has(name.toLowerCase()) && to - from < 120) return true
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return (
    (CREDIT_BEFORE.test(line) && to - from < 240 && isCreditLine(text.slice(from, to))) ||
    CREDIT_AFTER.test(after)
  )
}

/** An agency in brackets within the first words of a block, before a dash. */
function isDateline(text: string, from: number, span: Span): boolean {
  return span.start - from < 60 && /^\s*\)\s*[-–—:]/u.test(text.slice(span.end, span.end + 8))
}

/** A line that is a credit as a whole: "By Ana Ruiz", "(Reporting by A and B; Editing by C)". */
const isCreditLine = (line: string): boolean =>
  /^\W*(?:by|photo|picture|image|credit|story by|words by|reporting by|additional reporting|writing by|edit(?:ing|ed) by|compiled by|translated by|illustration|analysis by|source|courtesy)\b/iu.test(
    line.trim(),
  )
