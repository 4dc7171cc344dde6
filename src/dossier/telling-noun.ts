/** An encounter told by a noun: "paid a visit", "after talks with", "the invitation of". */

import { lowerAt, tagAt, type Word } from './clause.ts'
import { datesBefore } from './encounter-days.ts'
import { partsAfter } from './encounter-parts.ts'
import { isPeople, placeAt, withoutPlace } from './encounter-phrases.ts'
import { isPersonNoun, type Trigger, verbTrigger } from './encounter-words.ts'
import type { FoundWithStatements } from './found.ts'
import { type Phrase, phraseEndingAt, phraseFrom } from './phrases.ts'
import {
  besideOf,
  byPhrase,
  governorOf,
  invitedTo,
  isDefinite,
  type Made,
  subjectAfterComma,
} from './telling.ts'
import { isSeveral } from './telling-meeting.ts'
import { standing } from './telling-standing.ts'

const MEAL = /^lunch$/

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
  if (trigger.kind === 'call' && !bySomeWire(words, at)) return undefined
  const owned = ownerOf(words, at)
  const by = byPhrase(words, at)
  const governor = governorOf(words, at)
  // "the pontiff wrapped up his trip": whose it is the verb tells where nothing else does.
  const owner =
    owned && isUnknownPronoun(found, words, owned) && isPeople(found, words, governor, false)
      ? governor
      : owned
  const definite = isDefinite(words, at) || pointsBack(words, at) || isPurpose(words, at)
  if (trigger.kind === 'visit' && pointsBack(words, at)) return undefined
  const base = { kind: trigger.kind, status, at, parts, dates }
  if (trigger.kind === 'visit') {
    const place = trigger.to.includes(lowerAt(words, at + 1))
      ? placeAt(found, words, at + 2, true)
      : undefined
    const paid = paidTo(found, words, at)
    const maker = paid?.by ?? makerOf(found, words, at)
    // "was told of the visit": who is told of it need not have made it.
    const subject =
      owner ??
      maker ??
      by ??
      (definite && !madeBy(words, at) ? undefined : (governor ?? subjectAfterComma(words, at)))
    const { place: other, ...rest } = parts
    const where =
      place ??
      paid?.to ??
      (governor || maker || by || owner ? (other ?? leftPlace(found, words, at)) : undefined)
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
    const gives = /^(?:extend|issue|sen[dt]|offer|hand|convey|deliver|renew)/.test(verbBefore(words, at))
    const from = /^(?:from|by)$/.test(lowerAt(words, at + 1))
      ? phraseFrom(words, at + 2, words.length, true)
      : (owner ?? (gives ? governor : undefined))
    const to = lowerAt(words, at + 1) === 'to' ? phraseFrom(words, at + 2, words.length, false) : undefined
    const guests = gives
      ? isPeople(found, words, to, false)
        ? to
        : undefined
      : from === owner
        ? undefined
        : governor
    if (!from || !isPeople(found, words, from, true)) return undefined
    const place = invitedTo(found, words, at + 1)
    return [
      {
        ...base,
        subject: from,
        object: guests,
        parts: place ? { ...parts, place } : parts,
        definite: !guests && !gives,
      },
    ]
  }
  const between =
    /^(?:between|among)$/.test(lowerAt(words, at + 1)) || ofSeveral(words, at)
      ? phraseFrom(words, at + 2, words.length, true)
      : laterBetween(words, at)
  if (MEAL.test(trigger.lemma) && parts.withs.length === 0) return undefined
  if (between)
    return [{ ...base, subject: withoutPlace(found, words, between), object: undefined, definite: false }]
  const subject = isPeople(found, words, owner, true)
    ? owner
    : isPeople(found, words, governor, true)
      ? governor
      : undefined
  const attended = attendedBy(words, at)
  if (attended) return [{ ...base, subject: attended, object: undefined, definite }]
  const caller =
    trigger.kind === 'call' && /^(?:from|to)$/.test(lowerAt(words, at + 1))
      ? phraseFrom(words, at + 2, words.length, true)
      : undefined
  const object =
    parts.withs[0] ??
    (isPeople(found, words, caller, true) ? caller : undefined) ??
    (subject && subject === governor ? besideOf(found, words, subject) : undefined)
  // "was in Lima for talks": with nobody to talk to it is why the journey was made.
  if (!object && subject && words.slice(Math.max(0, at - 4), at).some((w) => w.lower === 'for'))
    return undefined
  if (!object && !subject) return [{ ...base, subject: undefined, object: undefined, definite: true }]
  const held = governor !== undefined && (heldBy(words, at) || isWhereAll(words, at, governor))
  return [{ ...base, subject, object, definite: definite || (!object && !held) }]
}

/** "Ana Ruiz and Kari Lund agreed at a meeting in Lima": what several do at a meeting they do together. */
function isWhereAll(words: readonly Word[], at: number, who: Phrase): boolean {
  let i = at - 1
  while (i > at - 6 && /[nNTA#VD]/.test(tagAt(words, i))) i--
  return /^(?:at|in|during)$/.test(lowerAt(words, i)) && isSeveral(words, who)
}

/** "a meeting of the two ministers": those who meet. */
const ofSeveral = (words: readonly Word[], at: number): boolean => {
  if (lowerAt(words, at + 1) !== 'of') return false
  const who = phraseFrom(words, at + 2, words.length, false)
  return (
    who !== undefined &&
    isSeveral(words, who) &&
    words.slice(who.from, who.to).some((w) => isPersonNoun(w.lower))
  )
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

/** "the visit which Ana Ruiz was to pay to Lima" */
function paidTo(
  found: FoundWithStatements,
  words: readonly Word[],
  at: number,
): { by: Phrase; to: Phrase } | undefined {
  if (!/^(?:which|that)$/.test(lowerAt(words, at + 1)) && !/[DN]/.test(tagAt(words, at + 1))) return undefined
  for (let i = at + 2; i < Math.min(words.length, at + 22); i++) {
    if (!/^(?:pay|paid|make|made|making|paying)$/.test(lowerAt(words, i))) continue
    let verb = i
    while (verb > at + 2 && (/[XMA]/.test(tagAt(words, verb - 1)) || lowerAt(words, verb - 1) === 'to'))
      verb--
    const by = phraseEndingAt(words, verb - 1, at + 1)
    const to = lowerAt(words, i + 1) === 'to' ? placeAt(found, words, i + 2, true) : undefined
    return by && to && { by, to }
  }
  return undefined
}

/** "the visit of Minister Kari Lund to Lima" */
function makerOf(found: FoundWithStatements, words: readonly Word[], at: number): Phrase | undefined {
  if (!/^(?:of|by)$/.test(lowerAt(words, at + 1))) return undefined
  const phrase = phraseFrom(words, at + 2, words.length, false)
  return phrase && isPeople(found, words, phrase, false) ? phrase : undefined
}

/** "a phone call", "a video conference": other calls and conferences are none. */
const bySomeWire = (words: readonly Word[], at: number): boolean =>
  (lowerAt(words, at) === 'conference'
    ? /^(?:video|telephone|phone)$/
    : /^(?:phone|telephone|video|conference)$/
  ).test(lowerAt(words, at - 1)) || /^(?:tele|video)conference$/.test(lowerAt(words, at))

/** "left Lima after a visit": the visit was to Lima. */
function leftPlace(found: FoundWithStatements, words: readonly Word[], at: number): Phrase | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 12); i--)
    if (/^(?:left|leaves|leaving|departed)$/.test(lowerAt(words, i)))
      return placeAt(found, words, i + 1, false)
  return undefined
}

/** "The meeting was attended by Kari Lund" */
function attendedBy(words: readonly Word[], at: number): Phrase | undefined {
  for (let i = at + 1; i < Math.min(words.length - 2, at + 9); i++) {
    if (/^[.,;]$/.test(lowerAt(words, i))) return undefined
    if (lowerAt(words, i) === 'attended' && lowerAt(words, i + 1) === 'by')
      return phraseFrom(words, i + 2, words.length, true)
  }
  return undefined
}

/** "gathered in Lima for a summit", "met for talks": what the verb has told. */
function isPurpose(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(1, at - 14); i--) {
    if (/[.;]/.test(lowerAt(words, i)) || tagAt(words, i) === 'Q') return false
    if (tagAt(words, i) !== 'V') continue
    return verbTrigger(words, i)?.kind === 'meeting' && words.slice(i, at).some((w) => w.lower === 'for')
  }
  return false
}

const isUnknownPronoun = (found: FoundWithStatements, words: readonly Word[], phrase: Phrase): boolean =>
  /^(?:his|her|their|its)$/.test(lowerAt(words, phrase.from)) &&
  !found.mentions.some((m) => m.form === 'pronoun' && m.start === words[phrase.from]!.start)

const verbBefore = (words: readonly Word[], at: number): string => {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--)
    if (/[VG]/.test(tagAt(words, i))) return lowerAt(words, i)
  return ''
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
  if (tagAt(words, i) !== 'X') return false
  while (/[XMA]/.test(tagAt(words, i))) i--
  return /^(?:it|this|that|which|visit|trip|tour|journey|meeting|talks|call)$/.test(lowerAt(words, i))
}

const laterBetween = (words: readonly Word[], at: number): Phrase | undefined => {
  for (let i = at + 1; i < Math.min(words.length, at + 14); i++)
    if (lowerAt(words, i) === 'between') return phraseFrom(words, i + 1, words.length, true)
  return undefined
}
