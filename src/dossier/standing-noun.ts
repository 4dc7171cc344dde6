/** Whether an encounter told by a noun happened: what is said of it, and the verb it hangs on. */

import { lowerAt, tagAt, type Word } from './clause.ts'
import { infinitiveStatus, mainTense } from './standing-verb.ts'
import {
  anyBefore,
  CANCELLED,
  COMING,
  HAPPENED,
  HEDGED,
  NEGATIVE,
  PLANNED,
  REFUSED_BY,
  SPOKEN_OF,
  type Standing,
  WISHED_BY,
} from './standing-words.ts'

export function nounStatus(words: readonly Word[], at: number): Standing {
  for (let i = at - 1; i >= Math.max(0, at - 7); i--) {
    const { lower, tag } = words[i]!
    if (/^[.;:]$/.test(lower)) break
    if (PLANNED.test(lower)) return cancelledAround(words, at) ? 'cancelled' : 'expected'
    if (SPOKEN_OF.test(lower))
      return anyBefore(words, i, 8, NEGATIVE) || anyBefore(words, i, 8, REFUSED_BY)
        ? 'denied'
        : 'hypothetical'
    if (lower === 'no' || lower === 'without') return 'denied'
    if (CANCELLED.test(lower)) return 'cancelled'
    if (HEDGED.test(lower)) return 'unconfirmed'
    if (tag === 'V' || tag === 'G') break
  }
  if (cancelledAround(words, at)) return 'cancelled'
  const predicated = predicateOf(words, at) ?? chainedTo(words, at)
  if (predicated) return predicated
  const right = rightOf(words, at)
  if (right) return right
  return leftOf(words, at)
}

function cancelledAround(words: readonly Word[], at: number): boolean {
  // "A meeting of the two ministers in Lima on Friday has been postponed": far to the right, but the noun's own.
  // In "a source said that the visit which she was to pay has been postponed" too: what is said is a sentence of its own.
  const said = words.findLastIndex((w, i) => i < at && w.lower === 'that') + 1
  if (!words.slice(said, at).some((w) => w.tag === 'V' || w.tag === 'X'))
    for (let i = at + 1; i < words.length - 1; i++)
      if (
        /^(?:been|was|were|is|are|be)$/.test(lowerAt(words, i)) &&
        (CANCELLED.test(lowerAt(words, i + 1)) ||
          (/^(?:called|put)$/.test(lowerAt(words, i + 1)) && lowerAt(words, i + 2) === 'off'))
      )
        return true
  for (let i = Math.max(0, at - 6); i < Math.min(words.length, at + 9); i++) {
    if (CANCELLED.test(lowerAt(words, i))) return true
    if (/^(?:call(?:s|ed|ing)?|put|puts|putting)$/.test(lowerAt(words, i)) && lowerAt(words, i + 1) === 'off')
      return true
    if (i < at && /^(?:dropped|ditched|scuttled|nixed|scratched)$/.test(lowerAt(words, i))) return true
  }
  return false
}

const FALSE =
  /^(?:false|untrue|baseless|fabricated|fake|unfounded|invented|groundless|incorrect|nonsense|mischievous|wrong)$/
const UNSURE =
  /^(?:possible|likely|unlikely|probable|conceivable|imaginable|necessary|needed|essential|premature|uncertain|unclear|doubtful|improbable|unthinkable|welcome|desirable|conditional|pending|off|out)$/
const AGENDA = /^(?:doubt|question|discussion|consideration|study|review|table|agenda|cards|jeopardy)$/

/** "a meeting was possible", "the talks are in doubt", "reports of a meeting are false" */
function predicateOf(words: readonly Word[], at: number): Standing | undefined {
  for (let i = at + 1; i < words.length - 1; i++) {
    const { lower, tag } = words[i]!
    if (/^[.;:]$/.test(lower) || tag === 'V' || tag === 'W' || tag === 'Q') return undefined
    if (
      !/^(?:is|are|was|were|be|been|remains?|remained|seems?|seemed|looks?|looked|appears?|appeared)$/.test(
        lower,
      )
    )
      continue
    let next = i + 1
    while (tagAt(words, next) === 'A') next++
    if (FALSE.test(lowerAt(words, next))) return 'denied'
    if (UNSURE.test(lowerAt(words, next))) return 'hypothetical'
    const agenda = words.slice(next, next + 4).find((w) => AGENDA.test(w.lower))
    if (agenda && /^(?:in|under|on|off|out)$/.test(lowerAt(words, next)))
      // "a planned visit is in doubt" is still planned; a visit "under discussion" is not even that.
      return 'hypothetical'
    return undefined
  }
  return undefined
}

/** "reports of a meeting", "the prospect of a visit", "a proposal for talks" */
function chainedTo(words: readonly Word[], at: number): Standing | undefined {
  for (let i = at - 1; i >= Math.max(1, at - 6); i--) {
    if (/[.VXMQNTW]/.test(tagAt(words, i)) && !/ed$/.test(lowerAt(words, i))) return undefined
    if (!/^(?:of|for|about|on)$/.test(lowerAt(words, i))) continue
    const chain = lowerAt(words, i - 1)
    if (/^(?:reports?|rumou?rs?|claims?|allegations?|speculation|gossip)$/.test(chain))
      return anyBefore(words, i, 8, REFUSED_BY) || anyBefore(words, i, 8, /^dismiss/)
        ? 'denied'
        : 'unconfirmed'
    if (
      /^(?:possibility|prospects?|idea|chances?|proposals?|option|likelihood|hopes?|requests?|demands?|need|calls?|appeals?|suggestions?|conditions?|offers?|plea|pleas|question|principle)$/.test(
        chain,
      )
    )
      return 'hypothetical'
    return undefined
  }
  return undefined
}

/** "The meeting was held", "a visit is scheduled", "talks will begin" */
function rightOf(words: readonly Word[], at: number): Standing | undefined {
  for (let i = at + 1; i < Math.min(words.length, at + 14); i++) {
    const { lower, tag } = words[i]!
    if (lower === ',' || lower === '.' || tag === 'W' || lower === 'that') return undefined
    if (tag === 'M')
      return /^(?:will|shall|would)/.test(lower)
        ? 'expected'
        : /^(?:may|might)$/.test(lower)
          ? 'unconfirmed'
          : 'hypothetical'
    if (tag === 'X') {
      if (NEGATIVE.test(lower) || NEGATIVE.test(lowerAt(words, i + 1))) return 'denied'
      const next = lowerAt(words, i + 1)
      if (
        /^(?:is|are|was|were)$/.test(lower) &&
        /^(?:expected|scheduled|due|set|planned|slated|to)$/.test(next)
      )
        return 'expected'
      if (/^(?:was|were|had|did)$/.test(lower)) return 'occurred'
      if (/^(?:has|have)$/.test(lower)) return 'occurred'
      return /^(?:is|are)$/.test(lower) && tagAt(words, i + 1) === 'G' ? 'under-way' : undefined
    }
    if (tag === 'V') return HAPPENED.test(lower) || lower.endsWith('ed') ? 'occurred' : undefined
  }
  return undefined
}

/** "held a meeting", "will hold talks", "during the visit" */
function leftOf(words: readonly Word[], at: number): Standing {
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    const { lower, tag } = words[i]!
    if (/^[.;:]$/.test(lower)) break
    if (tag === 'P' && /^(?:after|following|since)$/.test(lower))
      return mainTense(words, at) === 'expected' ? 'expected' : 'occurred'
    if (tag === 'P' && /^(?:during|at)$/.test(lower)) return mainTense(words, at)
    if (lower === 'ahead' || (tag === 'P' && lower === 'before')) return 'expected'
    if (
      lower === 'for' &&
      /^(?:call|calls|called|calling|appeal|appealed|push|pushed|ask|asked|pressed)$/.test(
        lowerAt(words, i - 1),
      )
    )
      return 'hypothetical'
    if (tag === 'V' || tag === 'G') {
      if (REFUSED_BY.test(lower)) return 'denied'
      const to = lowerAt(words, i - 1) === 'to'
      if (to) return infinitiveStatus(words, i - 1, i)
      if (WISHED_BY.test(lower) && !/^(?:called|invited)$/.test(lower)) return 'hypothetical'
      for (let k = i - 1; k >= 0 && /[AXM]/.test(tagAt(words, k)); k--) {
        if (NEGATIVE.test(lowerAt(words, k)))
          // "did not give details of the visit": the details were not given.
          return words.slice(i + 1, at).some((w) => /^(?:about|of|on|regarding)$/.test(w.lower))
            ? 'skip'
            : 'denied'
        if (tagAt(words, k) === 'M')
          return /^(?:will|shall|would)/.test(lowerAt(words, k))
            ? 'expected'
            : /^(?:may|might)$/.test(lowerAt(words, k))
              ? 'unconfirmed'
              : 'hypothetical'
      }
      if (HAPPENED.test(lower) || lower.endsWith('ed')) return 'occurred'
      if (COMING.test(lower) || tag === 'G') return tag === 'G' ? mainTense(words, at) : 'expected'
      return 'occurred'
    }
    if (tag === 'M') return 'expected'
  }
  return mainTense(words, at)
}
