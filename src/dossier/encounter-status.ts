/** Whether an encounter happened, is going on, is to come, was called off, is denied or is only spoken of. */

import { lowerAt, tagAt, type Word } from './clause.ts'
import type { Trigger } from './encounter-words.ts'
import { nounStatus } from './standing-noun.ts'
import { verbStatus } from './standing-verb.ts'
import { anyBefore, HEDGED, type Standing } from './standing-words.ts'

/** The standing of the encounter told by word `at`; 'skip' where it is only asked about. */
export function statusOf(words: readonly Word[], at: number, trigger: Trigger, future: boolean): Standing {
  if (anyBefore(words, at, 12, /^(?:whether)$/)) return 'skip'
  // "Had she gone to Lima", "were he to come": it is only imagined.
  if (/^(?:had|were|should)$/.test(lowerAt(words, 0)) && /[NDnR]/.test(tagAt(words, 1)) && at < 14)
    return 'hypothetical'
  const own = trigger.noun ? nounStatus(words, at) : verbStatus(words, at, trigger, future)
  if ((isTold(own) || own === 'expected') && anyBefore(words, at, 25, /^(?:if|unless)$/))
    return 'hypothetical'
  if (own === 'expected' && words.slice(at + 1, at + 12).some((w) => /^(?:if|unless)$/.test(w.lower)))
    return 'hypothetical'
  if (isTold(own) && (hedged(words, at) || unproven(words, at))) return 'unconfirmed'
  return own
}

const isTold = (status: Standing): boolean => status === 'occurred' || status === 'under-way'

function hedged(words: readonly Word[], at: number): boolean {
  for (let i = Math.max(0, at - 14); i < Math.min(words.length, at + 3); i++) {
    if (HEDGED.test(lowerAt(words, i))) return true
    if (
      i < at &&
      /^(?:claim(?:s|ed|ing)?|alleg(?:es?|ed|ing))$/.test(lowerAt(words, i)) &&
      tagAt(words, i) !== 'n'
    )
      return true
    if (
      /^(?:believed|thought|said|understood|reported|alleged|rumou?red)$/.test(lowerAt(words, i)) &&
      i < at &&
      /^(?:is|are|was|were)$/.test(lowerAt(words, i - 1)) &&
      lowerAt(words, i + 1) === 'to'
    )
      return true
  }
  return false
}

/** "There was no confirmation that she had arrived" */
function unproven(words: readonly Word[], at: number): boolean {
  for (let i = Math.max(0, at - 14); i < at; i++)
    if (
      /^(?:confirmation|evidence|indication|proof|sign|signs|record|word|suggestion|truth)$/.test(
        lowerAt(words, i),
      ) &&
      words.slice(Math.max(0, i - 4), i).some((w) => /^(?:no|any|without|little|not)$/.test(w.lower))
    )
      return true
  return false
}
