/** A journey or an invitation told by a verb; meetings are handed on. */

import { lowerAt, tagAt, type Word } from './clause.ts'
import { datesBefore } from './encounter-days.ts'
import { partsAfter } from './encounter-parts.ts'
import { isPeople, kindOf, personIn, placeAt } from './encounter-phrases.ts'
import { CROSSING, isPersonNoun, type Trigger } from './encounter-words.ts'
import type { FoundWithStatements } from './found.ts'
import { type Phrase, phraseFrom } from './phrases.ts'
import { agentOf, besideOf, byPhrase, GROUP, invitedTo, lastAuxiliary, type Made } from './telling.ts'
import { meetingTelling, pastPlace } from './telling-meeting.ts'
import { standing } from './telling-standing.ts'

const MOTION =
  /^(?:go|come|head|fly|drive|sail|land|cross|return|leave|depart|travel|arrive|journey|set off|set out|reach|enter)$/

/** "sent a delegation to", "led a team to": a journey told by its sender or head. */
export function sends(words: readonly Word[], at: number): Trigger | undefined {
  const { lower, tag } = words[at]!
  if (tag !== 'V' && tag !== 'G') return undefined
  if (
    !/^(?:sen[dt]s?|sending|dispatch(?:ed|es|ing)?|brought|brings?|bringing|led|leads?|leading|head(?:ed|s|ing)?)$/.test(
      lower,
    )
  )
    return undefined
  const object = phraseFrom(words, at + 1, words.length, false)
  if (!object) return undefined
  const group = words.slice(object.from, object.to).some((w) => GROUP.test(w.lower))
  // "sent its foreign minister to Lima"
  const sent = /^(?:sen[dt]|dispatch)/.test(lower) && isPersonNoun(lowerAt(words, object.to - 1))
  if (!group && !sent) return undefined
  const leads = /^[lhb]/.test(lower)
  const past = /(?:ed|sent|brought)$|^led$/.test(lower)
  return {
    kind: 'visit',
    noun: false,
    lemma: leads ? 'lead' : 'send',
    forms: past ? ['past', 'participle'] : ['base', 'third'],
    to: ['to'],
  }
}

export function verbTelling(
  found: FoundWithStatements,
  words: readonly Word[],
  at: number,
  trigger: Trigger,
): Made[] | undefined {
  const subject = agentOf(words, at)
  const passive =
    tagAt(words, at) === 'V' &&
    trigger.forms.includes('participle') &&
    /^(?:is|are|was|were|been|be|being)$/.test(lastAuxiliary(words, at))
  let next = at + 1 + (trigger.lemma.includes(' ') ? 1 : 0)
  const parts = partsAfter(found, words, next)
  const dates = [...parts.dates, ...datesBefore(words, at).reverse()]
  const status = standing(found, words, at, trigger, dates)
  if (status === 'skip') return undefined
  const base = { kind: trigger.kind, status, at, parts, dates, definite: false }
  if (trigger.kind === 'meeting') next = pastPlace(found, words, next)
  while (/[AT]/.test(tagAt(words, next)) && lowerAt(words, next) !== 'there') next++

  if (trigger.lemma === 'send' || trigger.lemma === 'lead') {
    const object = phraseFrom(words, at + 1, words.length, false)
    if (!object || !parts.place) return undefined
    if (trigger.lemma === 'send') return [{ ...base, subject: object, object: undefined }]
    const head = subject && personIn(words, subject, found)
    return [{ ...base, subject: object, object: undefined, parts: { ...parts, ...(head ? { head } : {}) } }]
  }
  const beside = subject && besideOf(found, words, subject)
  if (trigger.kind === 'visit') {
    if (passive || !isPeople(found, words, subject, /^(?:visit|tour)$/.test(trigger.lemma))) return undefined
    if (trigger.lemma !== 'visit' && isCrowd(words, subject!)) return undefined
    if (trigger.lemma === 'spend') {
      const place = spentIn(found, words, next)
      return place && [{ ...base, subject, object: undefined, parts: { ...parts, place } }]
    }
    if (trigger.to.length > 0) {
      // Where to, the text may have said before.
      const arrives = /^(?:arrive|fly in)$/.test(trigger.lemma)
      // "travelled on to", "flew back to", "drove south to"
      while (
        /^(?:on|back|down|up|over|out|home|straight|north|south|east|west|directly|onwards?|overland|alone|together)$/.test(
          lowerAt(words, next),
        ) &&
        trigger.to.includes(lowerAt(words, next + 1)) &&
        !trigger.to.includes(lowerAt(words, next))
      )
        next++
      const leads = trigger.to.includes(lowerAt(words, next))
      const place = leads
        ? placeAt(found, words, next + 1, arrives)
        : lowerAt(words, next) === 'there'
          ? { from: next, to: next + 1 }
          : undefined
      if (!place && !arrives) {
        // "flew on Monday from Oslo to Lima": the place is further on.
        const later = furtherPlace(found, words, next, trigger)
        if (later) return [{ ...base, subject, object: undefined, parts: { ...parts, place: later } }]
        const via = trigger.lemma === 'cross' ? crossedAt(found, words, next) : undefined
        if (!via) return undefined
        return [{ ...base, subject, object: undefined, parts: { ...parts, via } }]
      }
      const { place: _dropped, ...rest } = parts
      const chosen = place ?? (arrives && leads ? undefined : parts.place)
      const gone = {
        ...base,
        subject,
        object: undefined,
        parts: chosen ? { ...rest, place: chosen } : rest,
        definite: !chosen,
      }
      return beside && chosen ? [{ ...gone, subject: beside }, gone] : [gone]
    }
    const place = placeAt(found, words, next, trigger.lemma === 'reach' || !MOTION.test(trigger.lemma))
    if (place) return [{ ...base, subject, object: undefined, parts: { ...parts, place } }]
    const spot = /^(?:visit|tour)$/.test(trigger.lemma) ? spotAt(words, next) : undefined
    return spot && [{ ...base, subject, object: undefined, parts: { ...parts, place: spot } }]
  }
  if (trigger.kind === 'invitation') {
    const guests = passive ? subject : phraseFrom(words, next, words.length, true)
    if (!isPeople(found, words, guests, true)) return undefined
    const by = passive ? (parts.withs[0] ?? byPhrase(words, at)) : subject
    const place = invitedTo(found, words, next)
    if (
      !place &&
      !(
        (by || passive) &&
        words
          .slice(next)
          .some((w) =>
            /^(?:visit|talks|attend|meet|come|address|speak|join|deliver|participate|take|dinner|lunch|summit|travel|conference|ceremony|negotiations|meeting)$/.test(
              w.lower,
            ),
          )
      )
    )
      return undefined
    return [
      {
        ...base,
        subject: by,
        object: guests && withoutInfinitive(words, guests),
        parts: place ? { ...parts, place } : parts,
      },
    ]
  }
  return meetingTelling(found, words, at, next, trigger, { ...base, subject }, passive, beside)
}

/** Families who go home and troops who march in pay no visits. */
const CROWD =
  /^(?:family|families|people|residents|refugees|children|women|men|tourists|fans|supporters|workers|farmers|troops|soldiers|passengers|students|thousands|hundreds|dozens|protesters|migrants|survivors|hostages|detainees|prisoners|militants|rebels|gunmen|exiles|forces)$/
const isCrowd = (words: readonly Word[], phrase: Phrase): boolean => {
  let head = phrase.from
  while (head + 1 < phrase.to && /[nND#A]/.test(tagAt(words, head + 1))) head++
  // "Fiji's women" are a side.
  if (words.slice(phrase.from, head).some((w) => w.tag === 'N' || w.lower === "'s")) return false
  return tagAt(words, head) === 'n' && CROWD.test(lowerAt(words, head))
}

/** "spent two days in Lima" */
function spentIn(found: FoundWithStatements, words: readonly Word[], from: number): Phrase | undefined {
  if (
    !/^(?:days?|nights?|hours?|weeks?|weekend|afternoon|morning|evening)$/.test(
      words.slice(from, from + 4).find((w) => w.lower === 'in' || isSpell(w.lower))?.lower ?? '',
    )
  )
    return undefined
  for (let i = from; i < from + 6; i++)
    if (lowerAt(words, i) === 'in') return placeAt(found, words, i + 1, false)
  return undefined
}

const isSpell = (word: string): boolean =>
  /^(?:days?|nights?|hours?|weeks?|weekend|afternoon|morning|evening)$/.test(word)

/** "visited the colony": whatever is visited and is nobody. */
function spotAt(words: readonly Word[], from: number): Phrase | undefined {
  const phrase = tagAt(words, from) === 'D' ? phraseFrom(words, from, words.length, false) : undefined
  const nobody =
    phrase && words.slice(phrase.from, phrase.to).every((w) => !isPersonNoun(w.lower) && w.tag !== 'N')
  return nobody ? phrase : undefined
}

function furtherPlace(
  found: FoundWithStatements,
  words: readonly Word[],
  from: number,
  trigger: Trigger,
): Phrase | undefined {
  for (let i = from; i < Math.min(words.length, from + 8); i++) {
    if (/[VXMWQ.]/.test(tagAt(words, i))) return undefined
    if (trigger.to.includes(lowerAt(words, i)) && lowerAt(words, i) !== 'in' && lowerAt(words, i) !== 'at') {
      const place = placeAt(found, words, i + 1, false)
      if (place) return place
    }
  }
  return undefined
}

const withoutInfinitive = (words: readonly Word[], phrase: Phrase): Phrase => {
  for (let i = phrase.from + 1; i < phrase.to; i++)
    if (/^(?:to|for)$/.test(lowerAt(words, i))) return { from: phrase.from, to: i }
  return phrase
}

/** "crossed at the Rena gate": the way in, where the place gone to is not told. */
function crossedAt(found: FoundWithStatements, words: readonly Word[], from: number): Phrase | undefined {
  if (!/^(?:at|through|via|by)$/.test(lowerAt(words, from))) return undefined
  const way = phraseFrom(words, from + 1, words.length, false)
  if (!way) return undefined
  const known = words
    .slice(way.from, way.to)
    .some((w) => CROSSING.test(w.lower.split(' ').at(-1)!) || (w.tag === 'N' && kindOf(found, w) === 'place'))
  return known ? way : undefined
}
