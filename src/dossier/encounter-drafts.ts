/** Finds, sentence by sentence, every telling of a visit, meeting, call or invitation, before tellings are joined. */

import { lowerAt, tagAt, type Word } from './clause.ts'
import { afterDateline } from './dateline.ts'
import { nounTrigger, verbTrigger } from './encounter-words.ts'
import type { FoundWithStatements } from './found.ts'
import type { Telling } from './telling.ts'
import { nounTelling } from './telling-noun.ts'
import { staysAt } from './telling-stay.ts'
import { sends, verbTelling } from './telling-verb.ts'

export function findTellings(found: FoundWithStatements): Telling[] {
  const tellings: Telling[] = []
  for (const sentence of found.sentences) {
    const quotes = found.quotes.filter(
      (q) => q.start < sentence.end && sentence.start < q.end && q.inner.end - q.inner.start > 60,
    )
    const told = { start: afterDateline(found.text, sentence), end: sentence.end }
    const words = found.clauses(told, quotes).map(asGerund)
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!
      if (word.tag === 'Q' || word.tag === 'N' || word.tag === 'T') continue
      const noun = nounTrigger(word.lower)
      const asNoun =
        noun &&
        (word.tag === 'n' ||
          (word.tag === 'G' && isNounish(words, at)) ||
          (word.tag === 'V' && isNounish(words, at)))
      const present = staysAt(found, words, at)
      if (present) {
        tellings.push({ ...present, sentence, words })
        continue
      }
      const trigger = asNoun
        ? noun
        : word.tag === 'V' || word.tag === 'G'
          ? verbTrigger(words, at)
          : sends(words, at)
      const other = trigger ?? sends(words, at)
      if (!other) continue
      const made = asNoun ? nounTelling(found, words, at, noun) : verbTelling(found, words, at, other)
      if (made) tellings.push(...made.map((m) => ({ ...m, sentence, words })))
    }
  }
  return tellings
}

/** "before meeting Ana Ruiz", "are meeting in Oslo": the noun's form used as a verb. */
function asGerund(word: Word, at: number, words: readonly Word[]): Word {
  if (word.lower !== 'meeting' || word.tag !== 'n') return word
  const before = words[at - 1]
  if (!before || !words[at + 1]) return word
  const leads =
    before.tag === 'X'
      ? /^(?:is|are|was|were|been|be|'s|'re|am)$/.test(before.lower)
      : /^(?:after|before|by|since|without|upon|while|when|of|despite)$/.test(before.lower) ||
        before.lower === ','
  const next = words[at + 1]!
  return leads &&
    (next.lower === 'with' ||
      /[NDRT]/.test(next.tag) ||
      (before.tag === 'X' && next.tag === 'P') ||
      (next.tag === 'n' && before.tag === 'P'))
    ? { ...word, tag: 'G' }
    : word
}

const isNounish = (words: readonly Word[], at: number): boolean => {
  const before = tagAt(words, at - 1)
  if (/^calls?$/.test(lowerAt(words, at)) && /^(?:phone|telephone|video)$/.test(lowerAt(words, at - 1)))
    return true
  if (before === 'D' || before === '#' || before === 'T') return true
  if (
    lowerAt(words, at) === 'meeting' &&
    before !== 'X' &&
    !/^(?:after|before|by|from|since|without|of)$/.test(lowerAt(words, at - 1))
  )
    return lowerAt(words, at + 1) === 'with' ? before === 'n' || before === 'V' : true
  // "the minister visits Lima": what has an object is a verb.
  if (/^(?:visits?|tours?)$/.test(lowerAt(words, at)) && /[ND]/.test(tagAt(words, at + 1))) return false
  let i = at - 1
  while (tagAt(words, i) === 'n') i--
  // "a new round of reconciliation talks"
  return before === 'n' && (tagAt(words, i) === 'D' || lowerAt(words, i) === 'of')
}
