/** An encounter told by a noun: "paid a visit", "after talks with", "the invitation of". */

import { lowerAt, tagAt, type Word } from './clause.ts'
import { datesBefore } from './encounter-days.ts'
import { partsAfter } from './encounter-parts.ts'
import { isPeople, placeAt, withoutPlace } from './encounter-phrases.ts'
import type { Trigger } from './encounter-words.ts'
import type { FoundWithStatements } from './found.ts'
import { type Phrase, phraseEndingAt, phraseFrom } from './phrases.ts'
import { besideOf, byPhrase, governorOf, invitedTo, isDefinite, type Made } from './telling.ts'
import { standing } from './telling-standing.ts'

export function nounTelling(
  found: FoundWithStatements,
  words: readonly Word[],
  at: number,
  trigger: Trigger,
): Made[] | undefined {
  const parts = partsAfter(found, words, at + 1)
  const dates = [...parts.dates, ...datesBefore(words, at).reverse()]
  const status = standing(found, words, at, trigger, dates)
  if (status === 'skip') return undefined
  if (trigger.kind === 'call' && !/^(?:phone|telephone|video|conference)$/.test(lowerAt(words, at - 1)))
    return undefined
  const owner = ownerOf(words, at)
  const by = byPhrase(words, at)
  const governor = governorOf(words, at)
  const definite = isDefinite(words, at)
  if (trigger.kind === 'visit' && pointsBack(words, at)) return undefined
  const base = { kind: trigger.kind, status, at, parts, dates }
  if (trigger.kind === 'visit') {
    const place = trigger.to.includes(lowerAt(words, at + 1))
      ? placeAt(found, words, at + 2, true)
      : undefined
    // "was told of the visit": who is told of it need not have made it.
    const subject = owner ?? by ?? (definite && !madeBy(words, at) ? undefined : governor)
    const { place: other, ...rest } = parts
    const where = place ?? (governor ? other : undefined)
    return [
      {
        ...base,
        subject: isPeople(found, words, subject, true) ? subject : undefined,
        object: undefined,
        parts: where ? { ...rest, place: where } : rest,
        definite: definite || !where || !subject,
      },
    ]
  }
  if (trigger.kind === 'invitation') {
    if (
      lowerAt(words, at - 1) === 'at' ||
      /^(?:at|upon|on)$/.test(lowerAt(words, at - 2)) ||
      /^(?:at|upon|on)$/.test(lowerAt(words, at - 3))
    )
      return undefined
    const from = /^(?:from|by)$/.test(lowerAt(words, at + 1))
      ? phraseFrom(words, at + 2, words.length, true)
      : owner
    const guests = from === owner ? undefined : governor
    if (!from || !isPeople(found, words, from, true)) return undefined
    const place = invitedTo(found, words, at + 1)
    return [
      {
        ...base,
        subject: from,
        object: guests,
        parts: place ? { ...parts, place } : parts,
        definite: !guests,
      },
    ]
  }
  const between =
    lowerAt(words, at + 1) === 'between' || lowerAt(words, at + 1) === 'among'
      ? phraseFrom(words, at + 2, words.length, true)
      : laterBetween(words, at)
  if (between)
    return [{ ...base, subject: withoutPlace(found, words, between), object: undefined, definite: false }]
  const subject = isPeople(found, words, owner, true)
    ? owner
    : isPeople(found, words, governor, true)
      ? governor
      : undefined
  const object =
    parts.withs[0] ?? (subject && subject === governor ? besideOf(found, words, subject) : undefined)
  if (!object && !subject) return [{ ...base, subject: undefined, object: undefined, definite: true }]
  const held = governor !== undefined && heldBy(words, at)
  return [{ ...base, subject, object, definite: definite || (!object && !held) }]
}

/** "the envoy's visit", "their talks" */
function ownerOf(words: readonly Word[], at: number): Phrase | undefined {
  let i = at - 1
  while (i >= 0 && i > at - 6 && /[nNTA#V]/.test(tagAt(words, i))) i--
  if (tagAt(words, i) !== 'D') return undefined
  const lower = lowerAt(words, i)
  if (lower === "'s") return phraseEndingAt(words, i - 1)
  return /^(?:his|her|its|their)$/.test(lower) ? { from: i, to: i + 1 } : undefined
}

const heldBy = (words: readonly Word[], at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 12); i--)
    if (
      /^(?:held|hold|holds|holding|had|have|conducted|attended|hosted|convened|chaired|resumed?|resuming|opened|began|started|ended|ending|concluded|completed)$/.test(
        lowerAt(words, i),
      )
    )
      return true
  return false
}

const madeBy = (words: readonly Word[], at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 8); i--)
    if (
      /^(?:paid|pays?|paying|made|makes?|making|began|begin|begins|started|ended|concluded|on|during|for)$/.test(
        lowerAt(words, i),
      )
    )
      return true
  return false
}

/** "It was the first visit to Peru by a minister": of the visit just told. */
const pointsBack = (words: readonly Word[], at: number): boolean => {
  let i = at - 1
  while (i >= 0 && i > at - 7 && !/[XV]/.test(tagAt(words, i))) i--
  return (
    tagAt(words, i) === 'X' &&
    /^(?:it|this|that|which)$/.test(lowerAt(words, tagAt(words, i - 1) === 'M' ? i - 2 : i - 1))
  )
}

const laterBetween = (words: readonly Word[], at: number): Phrase | undefined => {
  for (let i = at + 1; i < Math.min(words.length, at + 7); i++)
    if (lowerAt(words, i) === 'between') return phraseFrom(words, i + 1, words.length, true)
  return undefined
}
