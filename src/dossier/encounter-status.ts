/** Whether an encounter happened, is going on, is to come, was called off, is denied or is only spoken of. */

import type { EncounterStatus } from '../model/dossier.ts'
import { lowerAt, tagAt, type Word } from './clause.ts'
import type { Trigger } from './encounter-words.ts'

const EXPECTED_BY =
  /^(?:expected|scheduled|due|set|slated|planned|plans?|planning|preparing|prepared|prepares|intends?|intended|agreed|agrees?|decided|decides|about|arranged|bound|poised|promised|vowed|pledged|confirmed|is|are|was|were|begin|start|going)$/
const WISHED_BY =
  /^(?:wants?|wanted|hopes?|hoped|hoping|seeks?|seeking|sought|wish|wishes|wished|asked|asks?|urged|urges?|urging|calls?|called|calling|offered|offers?|offering|proposed|proposes?|proposing|opportunity|chance|need|needs?|needed|keen|eager|able|ready|willing|like|love|request|requested|requests|invited|invites?|inviting|invitation|permission|allowed|pressed|pressure|try|tried|trying|attempt|attempts|attempted|failed|unable|unwilling|reluctant|refusal|desire|suggested|suggests?|suggesting|considering|considered|mulling|advised|demand|demanded|persuade|persuaded|convince|for|him|her|them|us|me|you)$/
const REFUSED_BY =
  /^(?:refused|refuses|refusing|declined|declines|declining|failed|denied|denies|denying|avoided|avoids|avoiding|rejected|rejects|rejecting)$/
const NEGATIVE = /^(?:not|never|no|neither|nor|without|nobody|hardly)$|n't$/
const HEDGED =
  /^(?:reportedly|allegedly|purportedly|supposedly|apparently|unconfirmed|rumou?red|rumou?rs?|speculation|unverified|unclear|possibly)$/
const HABIT =
  /^(?:usually|regularly|often|frequently|always|routinely|typically|normally|sometimes|occasionally|periodically|annually|every|each|whenever)$/
const PLANNED =
  /^(?:planned|upcoming|scheduled|expected|forthcoming|coming|next|future|anticipated|approaching|impending|imminent)$/
const SPOKEN_OF =
  /^(?:possible|potential|proposed|prospective|hypothetical|any|eventual|suggested|further|more|future)$/
const CANCELLED =
  /^(?:cancel(?:l?ed|s|l?ing)?|postpone[ds]?|postponing|scrapped|scraps|shelved|aborted|axed|suspended|delayed)$/
const HAPPENED =
  /^(?:held|had|conducted|ended|concluded|finished|began|started|opened|resumed|paid|made|took|occurred|kicked|wrapped|attended|hosted|convened|completed|chaired|launched|undertook|went|came|met|followed|lasted|was|were|has|described|tackled|dealt|discussed|focused|focussed|addressed|covered)$/
const COMING = /^(?:hold|have|conduct|pay|make|take|attend|host|convene|begin|start|open|resume|launch)$/

const anyBefore = (words: readonly Word[], at: number, reach: number, pattern: RegExp): boolean => {
  for (let i = at - 1; i >= 0 && i >= at - reach; i--) {
    if (/^[.;:]$/.test(lowerAt(words, i))) return false
    if (pattern.test(lowerAt(words, i))) return true
  }
  return false
}

export type Standing = EncounterStatus | 'skip'

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

function verbStatus(words: readonly Word[], at: number, trigger: Trigger, future: boolean): Standing {
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
  // Without an auxiliary the base form is an infinitive whose "to" was not seen, or a plural's present.
  return trigger.forms.includes('third') ? 'under-way' : 'hypothetical'
}

function infinitiveStatus(words: readonly Word[], to: number, at: number): Standing {
  for (let i = to - 1; i >= Math.max(0, to - 6); i--) {
    const { lower, tag } = words[i]!
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
function mainTense(words: readonly Word[], at: number): Standing {
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

function nounStatus(words: readonly Word[], at: number): Standing {
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
  const right = rightOf(words, at)
  if (right) return right
  return leftOf(words, at)
}

function cancelledAround(words: readonly Word[], at: number): boolean {
  for (let i = Math.max(0, at - 6); i < Math.min(words.length, at + 9); i++) {
    if (CANCELLED.test(lowerAt(words, i))) return true
    if (/^(?:call(?:s|ed|ing)?|put|puts|putting)$/.test(lowerAt(words, i)) && lowerAt(words, i + 1) === 'off')
      return true
    if (i < at && /^(?:dropped|ditched|scuttled|nixed|scratched)$/.test(lowerAt(words, i))) return true
  }
  return false
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
