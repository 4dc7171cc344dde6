/** When an article that carries no date must have appeared: a window, with the words it follows from. */

import type { DateClaim, DateEvidence } from '../model/article.ts'
import type { Sentence } from '../model/span.ts'
import { findExpressions } from './date-rules.ts'
import { boundsOf, dayValue, parseDay } from './date-value.ts'
import type { ReadArticle } from './read.ts'

export type WindowHints = {
  readonly url?: string
  readonly fileName?: string
  /** ISO instant or day at which the page was seen: it appeared no later. */
  readonly seen?: string
}

/**
 * The window in which the article appeared, or undefined where nothing in it bears on the question. Every claim lists
 * the words it stands on. Footers and links to other pages are not the article's own and are never read.
 */
export function deriveWindow(
  article: Pick<ReadArticle, 'text' | 'blocks'>,
  sentences: readonly Sentence[],
  hints: WindowHints = {},
): DateClaim | undefined {
  const stated = fromName(hints.url, 'url') ?? fromName(hints.fileName, 'file')
  if (stated) return stated
  const evidence: DateEvidence[] = []
  let latestNamed: string | undefined
  for (const sentence of sentences) {
    for (const { start, end, expression } of findExpressions(article.text, sentence.start, sentence.end)) {
      const value = expression.type === 'value' ? expression.value : undefined
      const bounds = value ? boundsOf(value) : undefined
      if (!bounds) continue
      if (!latestNamed || bounds.earliest > latestNamed) latestNamed = bounds.earliest
      evidence.push({ why: `names ${value}`, span: { start, end } })
    }
  }
  const seen = parseDay(hints.seen)
  if (!latestNamed || !seen || dayValue(seen) < latestNamed) return undefined
  return { earliest: latestNamed, latest: dayValue(seen), from: 'text', evidence }
}

const IN_NAME = /(?<!\d)(20\d\d|19[89]\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)/

function fromName(name: string | undefined, from: 'url' | 'file'): DateClaim | undefined {
  const match = name && IN_NAME.exec(name)
  const day = match ? parseDay(`${match[1]}-${match[2]}-${match[3]}`) : undefined
  if (!match || !day) return undefined
  const value = dayValue(day)
  const why = `${from === 'url' ? 'the address' : 'the file name'} holds ${match[0]}`
  return { earliest: value, latest: value, best: value, from, evidence: [{ why }] }
}
