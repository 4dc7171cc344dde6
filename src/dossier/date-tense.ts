/** Whether the words around a date speak of what was or of what is to come. */

import type { Span } from '../model/span.ts'

const AHEAD =
  /^(?:will|'ll|’ll|shall|would|plans?|planned|planning|scheduled|expected|expects?|due|set|slated|foreseen|envisaged|going|intends?|intended|upcoming|coming|hopes?|may|could|should|must|prepar(?:es?|ing)|until|till|by|about|bound|aims?|to-be|tomorrow|deadline|await(?:s|ing)?|if|unless)$/i
const BEHIND =
  /^(?:was|were|had|did|went|came|met|held|left|told|said|says|gave|got|made|took|began|won|lost|fell|rose|ran|saw|shot|hit|sent|put|spoke|became|found|kept|led|set|paid|broke|brought|built|bought|caught|drew|drove|fought|flew|grew|heard|knew|laid|lay|meant|read|sat|sold|spent|stood|struck|swore|taught|thought|threw|wrote|ago|since|after|[a-z]{2,}(?:ed|ied))$/i
/** A present that, with a day, speaks of what is arranged: "arrives on Tuesday". */
const ARRANGED =
  /^(?:travels|heads|arrives|leaves|begins|starts|opens|meets|visits|flies|hosts|receives|resumes|departs|lands|returns|convenes|embarks|kicks)$/i
const NOT_PAST =
  /^(?:united|indeed|need|needed|expected|planned|scheduled|intended|slated|hundred|red|bed|speed|feed|seed|proposed|supposed)$/i
const APPOINTMENT =
  /^(?:deadline|meeting|election|elections|vote|hearing|match|game|summit|talks|trial|referendum|ballot|runoff|visit|launch|session|final|race|show|debate|concert|ceremony)s?$/
const OF_A_NOUN = /^(?:an?|the|this|that|his|her|its|their|our|new|joint)$/i
const WORD = /[\p{L}'’-]+|[,;:.!?"“”]/gu

export type Tense = 'past' | 'future' | undefined

/** The tense nearest to `span` inside its sentence: words before it first, then words after it. */
export function tenseAround(text: string, sentence: Span, span: Span): Tense {
  const before = (
    text.slice(Math.max(sentence.start, span.start - 160), span.start).match(WORD) ?? []
  ).reverse()
  if (before[0] === 'as' && /^(?:soon|early)$/.test(before[1] ?? '')) return 'future'
  // "Wednesday's ruling", "the Aug. 7 attack": what a day is named after has been, unless it is an appointment.
  const owned = /^(?:['’]s)? (\p{Ll}+)/u.exec(text.slice(span.end, span.end + 24))
  if (text.slice(span.end, span.end + 2).match(/^['’]s/) && owned && !APPOINTMENT.test(owned[1]!))
    return 'past'
  const tail = text.slice(span.end, Math.min(sentence.end, span.end + 120)).match(WORD) ?? []
  // "Until Thursday, they had not called him": what had been till then.
  if (/^(?:until|till)$/i.test(before[0] ?? '') && nearest(tail.slice(0, 8), false) === 'past') return 'past'
  const near = nearest(before.slice(0, 14), true)
  if (near) return near
  return nearest(tail.slice(0, 12), false)
}

function nearest(words: readonly string[], backwards: boolean): Tense {
  let commas = 0
  for (const [index, word] of words.entries()) {
    if (/[;:"“”.!?]/.test(word)) return undefined
    if (word === ',' && ++commas > 2) return undefined
    if (AHEAD.test(word)) {
      // "by Friday" looks ahead, "by a court on Friday" does not; "set" is past unless "set to" or "set for".
      if (/^(?:by|until|till|about|if|unless)$/i.test(word) && index > 0) continue
      // "agreed to a plan": what is agreed on is no tense.
      if (/^plans?$/i.test(word) && OF_A_NOUN.test(words[index + (backwards ? 1 : -1)] ?? '')) continue
      if (/^set$/i.test(word) && !/^(?:to|for)$/.test(words[index + (backwards ? -1 : 1)] ?? ''))
        return 'past'
      return 'future'
    }
    if (BEHIND.test(word) && !NOT_PAST.test(word)) {
      if (/^(?:since|after)$/i.test(word) && index > 0) continue
      // "will be received", "to be held"
      if (backwards && words[index + 1] === 'be') return 'future'
      // "was to open", "were expected": look one word on.
      const next = words[index + (backwards ? -1 : 1)] ?? ''
      if (/^(?:was|were|had)$/i.test(word) && /^(?:to|expected|due|scheduled|set|planning)$/.test(next))
        return 'future'
      return 'past'
    }
    if (backwards && word === 'meet' && /[^s]s$/.test(words[index + 1] ?? '')) return 'future'
    if (
      backwards &&
      ARRANGED.test(word) &&
      !/^(?:a|the|of|his|her|their|its|to|and|on|in|for|these|those|such|many|two|three|[a-z]+ing)$/i.test(
        words[index + 1] ?? 'the',
      )
    )
      return 'future'
    if (/^(?:is|are|be)$/i.test(word)) {
      const next = words[index + (backwards ? -1 : 1)] ?? ''
      if (word === 'be' || /^(?:to|due|set|expected|scheduled|[a-z]+ing)$/.test(next)) return 'future'
    }
  }
  return undefined
}
