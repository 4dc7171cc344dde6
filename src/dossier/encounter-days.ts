/** Which of a sentence’s days belong to an encounter and which to what was said of it. */

import { lowerAt, tagAt, type Word } from './clause.ts'

const DOCUMENT =
  /^(?:statement|report|letter|article|interview|editorial|edition|issue|speech|tweet|press|newspaper)$/

const SAID =
  /^(?:said|says|told|announced|added|confirmed|reported|declared|stated|wrote|tweeted|noted|explained)$/

/** "five weeks after Ana Ruiz met him": counted from another happening, and neither's own day. */
function countsFromAnother(words: readonly Word[], at: number): boolean {
  const joined = /\s(?:after|before)$/.test(lowerAt(words, at))
  const apart = /(?:^|\s)(?:hour|day|night|week|month|year)s?$/.test(lowerAt(words, at))
  const next = joined ? at + 1 : at + 2
  return (
    (joined || (apart && /^(?:after|before)$/.test(lowerAt(words, at + 1)))) &&
    /\w/.test(lowerAt(words, next))
  )
}

/** "said on Monday": the day belongs to the saying. */
function adverbOfSaying(words: readonly Word[], at: number): boolean {
  let i = at - 1
  if (tagAt(words, i) === 'P') i--
  for (let back = 0; back < 6 && i >= 0; back++, i--) {
    const { tag } = words[i]!
    if (tag === 'V') return SAID.test(lowerAt(words, i))
    if (!/[AnDPNR]/.test(tag)) return false
  }
  return false
}

/** Whether a date may say when something was done: not when it was said or printed, nor what it is counted from. */
export const isDayOfDeed = (words: readonly Word[], date: number): boolean =>
  !countsFromAnother(words, date) &&
  !adverbOfSaying(words, date) &&
  !DOCUMENT.test(lowerAt(words, date + 1)) &&
  !/^(?:since|until|till)$/.test(lowerAt(words, date - 1))

/** Dates before the trigger, nearest last, that are its own. */
export function datesBefore(words: readonly Word[], at: number): number[] {
  const dates: number[] = []
  for (let i = at - 1; i >= 0; i--) {
    const { tag, lower } = words[i]!
    if (lower === ';' || tag === 'Q') break
    // "arrived on Monday and met": a day told after another verb is that verb's.
    if (tag === 'T' && belongsBefore(words, i, at)) continue
    if (tag === 'T' && isDayOfDeed(words, i)) dates.unshift(i)
  }
  return dates
}

function belongsBefore(words: readonly Word[], date: number, at: number): boolean {
  const verb = words.findIndex(
    (w, k) =>
      k < date &&
      (w.tag === 'V' || (w.tag === 'G' && k < 3)) &&
      !/^(?:headed|led|chaired|captained|fronted|spearheaded|commanded)$/.test(w.lower),
  )
  // "on Monday, the first day of a visit": the day is the visit's.
  if (words.slice(date, at).some((w, k, all) => w.lower === 'day' && all[k + 1]?.lower === 'of')) return false
  // "will travel to Oran on Saturday before returning to Paris"
  if (
    words[at]?.tag === 'G' &&
    verbBefore(words, date) &&
    words.slice(date, at).some((w) => /^(?:before|after)$/.test(w.lower))
  )
    return true
  // "visited in 2019, when she met": the day holds for both.
  if (words.slice(date, at).some((w) => w.lower === 'when' || w.lower === 'which')) return false
  return verb >= 0 && words.slice(date, at).some((w) => w.tag === 'C' || w.lower === ',')
}

const verbBefore = (words: readonly Word[], date: number): boolean =>
  words.slice(0, date).some((w) => w.tag === 'V')
