/** Whether an encounter told by a verb happened: its auxiliaries, what its infinitive hangs on, its tense. */

import { lowerAt, tagAt, type Word } from './clause.ts'
import type { Trigger } from './encounter-words.ts'
import {
  anyBefore,
  CANCELLED,
  EXPECTED_BY,
  HABIT,
  HEDGED,
  NEGATIVE,
  REFUSED_BY,
  type Standing,
  WISHED_BY,
} from './standing-words.ts'

export function verbStatus(words: readonly Word[], at: number, trigger: Trigger, future: boolean): Standing {
  let i = at - 1
  let progressive = false
  let perfect = false
  let auxiliary = ''
  while (i >= 0 && /[AXM]/.test(tagAt(words, i))) {
    const lower = lowerAt(words, i)
    if (NEGATIVE.test(lower)) return 'denied'
    if (HABIT.test(lower)) return 'habitual'
    if (HEDGED.test(lower)) return 'unconfirmed'
    if (tagAt(words, i) === 'M') {
      if (/^(?:may|might)$/.test(lower)) return 'unconfirmed'
      // "would have visited": it did not come to it.
      if (perfect && lower === 'would') return 'hypothetical'
      if (/^(?:will|'ll|shall|would|'d)/.test(lower)) return 'expected'
      return 'hypothetical'
    }
    if (tagAt(words, i) === 'X') auxiliary = lower
    if (/^(?:is|are|am|'s|'re|was|were|been|be)$/.test(lower) && tagAt(words, at) === 'G') progressive = true
    if (/^(?:has|have|had|'ve)$/.test(lower)) perfect = true
    i--
  }
  if (lowerAt(words, i) === 'to') {
    // "is believed to have met"
    if (
      perfect &&
      /^(?:believed|thought|said|understood|reported|alleged|rumou?red|known|claimed)$/.test(
        lowerAt(words, i - 1),
      )
    )
      return 'unconfirmed'
    // "was to have gone": it did not come to it.
    if (perfect && /^(?:was|were)$/.test(lowerAt(words, i - 1))) return 'cancelled'
    return infinitiveStatus(words, i, at)
  }
  if (progressive) {
    if (trigger.lemma === 'send' && !/^(?:was|were)$/.test(auxiliary)) return 'expected'
    if (/^(?:was|were)$/.test(auxiliary) || perfect) return 'occurred'
    return future || trigger.lemma === 'leave' || trigger.lemma === 'head'
      ? future
        ? 'expected'
        : 'under-way'
      : 'under-way'
  }
  if (tagAt(words, at) === 'G') return gerundStatus(words, at, i)
  if (anyBefore(words, at, 10, REFUSED_BY) && anyBefore(words, at, 8, /^(?:that|having)$/))
    return anyBefore(words, at, 10, /^confirm/) ? 'unconfirmed' : 'denied'
  if (perfect || trigger.forms.includes('past') || trigger.forms.includes('participle')) {
    // "come" and "run" look like their participle: without an auxiliary they are present.
    if (perfect || !trigger.forms.includes('base'))
      return anyBefore(words, at, 6, /^(?:usually|regularly|often|frequently|routinely)$/)
        ? 'habitual'
        : 'occurred'
  }
  if (anyBefore(words, at, 5, HABIT) || HABIT.test(lowerAt(words, at + 1))) return 'habitual'
  if (
    trigger.forms.includes('third') &&
    anyBefore(words, at, 8, /^(?:until|before|once|when|whenever|till|should|unless)$/)
  )
    return 'hypothetical'
  if (future) return 'expected'
  const shared = trigger.forms.includes('base') && tagAt(words, i) === 'C' ? sharedModal(words, i) : undefined
  if (shared) return shared
  // "negotiators meet in Lima on Tuesday"
  if (
    trigger.forms.includes('base') &&
    /[^s]s$/.test(lowerAt(words, at - 1)) &&
    words.slice(at, at + 9).some((w) => w.tag === 'T')
  )
    return 'expected'
  // Without an auxiliary the base form is an infinitive whose "to" was not seen, or a plural's present.
  return trigger.forms.includes('third') ? 'under-way' : 'hypothetical'
}

/** "will go to Lima and meet": the second verb has the first one's modal or "to". */
function sharedModal(words: readonly Word[], and: number): Standing | undefined {
  for (let i = and - 1; i >= Math.max(0, and - 14); i--) {
    const { lower, tag } = words[i]!
    if (/^[.;:]$/.test(lower) || tag === 'Q') return undefined
    if (tag === 'M') {
      if (NEGATIVE.test(lowerAt(words, i + 1)) || /n't$/.test(lower)) return 'denied'
      return /^(?:will|'ll|shall|would|'d)/.test(lower)
        ? 'expected'
        : /^(?:may|might)$/.test(lower)
          ? 'unconfirmed'
          : 'hypothetical'
    }
    if (lower === 'to' && tagAt(words, i + 1) === 'V') return infinitiveStatus(words, i, i + 1)
  }
  return undefined
}

export function infinitiveStatus(words: readonly Word[], to: number, at: number): Standing {
  for (let i = to - 1; i >= Math.max(0, to - 6); i--) {
    const { lower, tag } = words[i]!
    if (lower === 'unlikely') return 'hypothetical'
    if (lower === 'likely') return 'unconfirmed'
    if (tag === 'A' || tag === 'N' || tag === 'T' || lower === ',') {
      if (NEGATIVE.test(lower)) return 'denied'
      continue
    }
    if (/^(?:first|last|only|latest|second)$/.test(lower)) return 'occurred'
    if (REFUSED_BY.test(lower)) return 'denied'
    if (CANCELLED.test(lower)) return 'cancelled'
    if (/^(?:managed|continued|continues)$/.test(lower)) return 'occurred'
    if (WISHED_BY.test(lower)) return 'hypothetical'
    if (EXPECTED_BY.test(lower)) return anyBefore(words, i, 4, NEGATIVE) ? 'denied' : 'expected'
    if (tag === 'M') return 'hypothetical'
    // "permission to travel to Lima to meet"
    if (tag === 'V' && lowerAt(words, i - 1) === 'to') return infinitiveStatus(words, i - 1, i)
    if (tag === 'V' || tag === 'G' || tag === 'X') break
  }
  return at - to < 4 ? 'expected' : 'hypothetical'
}

function gerundStatus(words: readonly Word[], at: number, before: number): Standing {
  const lower = lowerAt(words, before)
  if (REFUSED_BY.test(lower)) return 'denied'
  if (CANCELLED.test(lower)) return 'cancelled'
  if (
    /^(?:consider(?:s|ed|ing)?|suggest(?:s|ed|ing)?|propos(?:e|es|ed|ing)|of|oppos(?:e|es|ed|ing)|rul(?:e|ed|ing))$/.test(
      lower,
    )
  )
    return 'hypothetical'
  return mainTense(words, at)
}

/** What the sentence's first finite verb says of time. */
export function mainTense(words: readonly Word[], at: number): Standing {
  for (let i = 0; i < words.length; i++) {
    if (i === at) continue
    const { lower, tag } = words[i]!
    if (tag === 'M') return /^(?:will|'ll|shall|would)/.test(lower) ? 'expected' : 'hypothetical'
    if (tag === 'X') {
      if (
        /^(?:is|are|'s)$/.test(lower) &&
        /^(?:expected|scheduled|due|to|set|planning|slated)$/.test(lowerAt(words, i + 1))
      )
        return 'expected'
      return /^(?:was|were|had|did|has|have)$/.test(lower) ? 'occurred' : 'under-way'
    }
    if (
      tag === 'V' &&
      /(?:ed|met|said|told|went|came|held|took|left|flew|gave|made|sent|led|won|spoke|wrote|began|put)$/.test(
        lower,
      )
    )
      return 'occurred'
  }
  return 'occurred'
}
