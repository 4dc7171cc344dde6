/** A journey told by where its people are or are due: "is in Lima", "is due in Lima on Monday". */

import { lowerAt, tagAt, type Word } from './clause.ts'
import { datesBefore } from './encounter-days.ts'
import { partsAfter } from './encounter-parts.ts'
import { isPeople, placeAt } from './encounter-phrases.ts'
import type { FoundWithStatements } from './found.ts'
import { subjectOf } from './phrases.ts'
import { GROUP, type Made } from './telling.ts'

/** "a delegation of the union is in Lima": a journey told by where it has got to. */
export function staysAt(found: FoundWithStatements, words: readonly Word[], at: number): Made | undefined {
  if (!/^(?:is|are|was|were)$/.test(lowerAt(words, at))) return undefined
  const due = dueIn(found, words, at)
  if (due) return due
  if (!/^(?:in|currently)$/.test(lowerAt(words, at + 1))) return undefined
  const place = placeAt(found, words, lowerAt(words, at + 1) === 'in' ? at + 2 : at + 3, false)
  const subject = place && subjectOf(words, at)
  if (!place || !subject || !words.slice(subject.from, subject.to).some((w) => GROUP.test(w.lower)))
    return undefined
  const parts = partsAfter(found, words, place.to)
  const status = /^(?:is|are)$/.test(lowerAt(words, at)) ? 'under-way' : 'occurred'
  return {
    kind: 'visit',
    status,
    at,
    subject,
    object: undefined,
    parts: { ...parts, place },
    dates: parts.dates,
    definite: /^(?:the|its)$/.test(lowerAt(words, subject.from)),
  }
}

/** "the envoy is due in Lima on Monday": a journey to come. */
function dueIn(found: FoundWithStatements, words: readonly Word[], at: number): Made | undefined {
  if (!/^(?:due|expected|awaited)$/.test(lowerAt(words, at + 1))) return undefined
  let i = at + 2
  while (/[TA]/.test(tagAt(words, i)) || lowerAt(words, i) === 'back') i++
  if (lowerAt(words, i) !== 'in') return undefined
  const place = placeAt(found, words, i + 1, false)
  const subject = place && subjectOf(words, at)
  if (!place || !isPeople(found, words, subject, false)) return undefined
  const parts = partsAfter(found, words, place.to)
  const dates = [...parts.dates, ...datesBefore(words, at).reverse()]
  // What was due may have been put off since.
  const status = /^(?:is|are)$/.test(lowerAt(words, at)) ? 'expected' : 'unconfirmed'
  return {
    kind: 'visit',
    status,
    at,
    subject,
    object: undefined,
    parts: { ...parts, place },
    dates,
    definite: false,
  }
}
