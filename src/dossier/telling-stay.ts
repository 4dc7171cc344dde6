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
  if (!/^(?:is|are|was|were|been|be)$/.test(lowerAt(words, at))) return undefined
  const due = dueIn(found, words, at)
  if (due) return due
  if (!/^(?:in|currently)$/.test(lowerAt(words, at + 1))) return undefined
  const place = placeAt(found, words, lowerAt(words, at + 1) === 'in' ? at + 2 : at + 3, false)
  const subject = place && subjectOf(words, at)
  if (!place || !subject) return undefined
  const group = words.slice(subject.from, subject.to).some((w) => GROUP.test(w.lower))
  if (!group && !(isPeople(found, words, subject, false) && comesFor(words, place.to))) return undefined
  const parts = partsAfter(found, words, place.to)
  const status = stayStatus(words, at)
  if (!status) return undefined
  return {
    kind: 'visit',
    status,
    at,
    subject,
    object: undefined,
    parts: { ...parts, place },
    dates: parts.dates,
    definite: group && /^(?:the|its)$/.test(lowerAt(words, subject.from)),
  }
}

function stayStatus(words: readonly Word[], at: number): Made['status'] | undefined {
  const lower = lowerAt(words, at)
  if (lower !== 'be') return /^(?:is|are)$/.test(lower) ? 'under-way' : 'occurred'
  let i = at - 1
  while (tagAt(words, i) === 'A') i--
  if (words.slice(Math.max(0, i - 2), at).some((w) => /^(?:not|never)$|n't$/.test(w.lower))) return undefined
  if (/^(?:will|'ll|shall)$/.test(lowerAt(words, i))) return 'expected'
  return lowerAt(words, i) === 'to' &&
    /^(?:due|expected|planned|scheduled|set|is|are)$/.test(lowerAt(words, i - 1))
    ? 'expected'
    : undefined
}

/** "was in Lima on Monday", "is in Lima for talks": a stay with a day or a purpose. */
const comesFor = (words: readonly Word[], after: number): boolean => {
  let i = after
  if (tagAt(words, i) === 'P' && tagAt(words, i + 1) === 'T') i++
  if (tagAt(words, i) === 'T') return !/[VXM]/.test(tagAt(words, i + 1))
  return (
    lowerAt(words, i) === 'for' &&
    words
      .slice(i, i + 5)
      .some((w) => /^(?:talks|meetings?|summit|visit|conference|negotiations|consultations)$/.test(w.lower))
  )
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
