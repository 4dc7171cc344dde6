/** Finds where a text points to another happening in so many words: "the visit comes a week after the talks in Zawra". */

import type { Span } from '../model/span.ts'
import { sentences } from '../words/sentences.ts'
import { tokens } from '../words/tokens.ts'
import { happeningOf } from './happening-words.ts'
import {
  clauseBefore,
  clauseFrom,
  isDoubtful,
  isHeaded,
  kindAround,
  type Named,
  namesIn,
  quotedIn,
  type Seen,
} from './reference-clause.ts'
import { countOf, type Timed } from './reference-grammar.ts'
import { phrasesOf } from './reference-phrases.ts'
import { after, apart, before, type Days, several } from './reference-times.ts'

/** The sentence that points, as a span of the text; the other happening in terms that an index can look up. */
export type Reference = Span &
  Named & {
    /** The words that name the other happening. */
    readonly clause: Span
    /** Absent where the text doesn't say when, or nobody knows the article's own day. */
    readonly days?: Days
    /** One or more of a row of like happenings, which the article's own names must tell. */
    readonly series?: true
  }

/** What is kept of a reference with an article: JSON-safe, about three hundred bytes. */
export type KeptReference = Named &
  Pick<Reference, 'days' | 'series'> & {
    readonly sentence: string
  }

/** Texts are read this far, in UTF-16 units. */
const READ = 6000
const LONGEST = 360
const MOST = 6
const KEPT = 2
/** "In the wake of the attack" says nothing of when: seldom longer ago than this, in days. */
const WAKE: Days = [-60, 0]
const ROW: Days = [-120, 0]
/** Years long ago are named for comparison, years to come in plans; in days. */
const LONG_AGO = -1100
const isLately = ([from, to]: Days): boolean => from <= 0 && to >= LONG_AGO

/**
 * The explicit references of a text (ISO 639-1 language), in its order. `published`, epoch milliseconds, is the day
 * that "last month" is counted from.
 */
export function referencesOf(text: string, language: string, published?: number): readonly Reference[] {
  const phrases = phrasesOf(language)
  const read = text.slice(0, READ)
  // One kind of space, and a line's end is another.
  const flat = read.replace(/\s/g, ' ')
  if (phrases === undefined || !phrases.hint.test(flat)) return []
  const found: Reference[] = []
  let first = true
  for (const { index, 0: paragraph } of read.matchAll(/(?:[^\n]|\n(?!\n))+/g)) {
    if (paragraph.trim() === '') continue
    const opens = first
    first = false
    if (!phrases.hint.test(flat.slice(index, index + paragraph.length))) continue
    const quoted = quotedIn(paragraph)
    for (const { start, end } of sentences(paragraph, [
      { kind: 'paragraph', start: 0, end: paragraph.length },
    ])) {
      const sentence = flat.slice(index + start, index + end)
      if (sentence.length > LONGEST || !phrases.hint.test(sentence)) continue
      const isQuoted = (at: number) => quoted.some((span) => span.start < start + at && start + at < span.end)
      const seen: Seen = {
        sentence,
        language,
        phrases,
        published,
        isQuoted,
        isFirst: opens && start === 0,
        text: flat,
      }
      for (const one of inSentence(seen)) {
        const by = index + start
        found.push({
          ...one,
          start: by,
          end: index + end,
          clause: { start: by + one.clause.start, end: by + one.clause.end },
        })
        if (found.length >= MOST) return found
      }
    }
  }
  return found
}

/** The references of a text that are worth keeping: those that say when and whom. */
export function keptReferences(text: string, language: string, published?: number): readonly KeptReference[] {
  const worth = ({ days, names, series }: Reference): number =>
    names.length + (days === undefined ? 0 : 3) - (series ? 2 : 0)
  return referencesOf(text, language, published)
    .toSorted((a, b) => worth(b) - worth(a))
    .slice(0, KEPT)
    .map(({ start, end, days, series, kind, names, words }) => ({
      sentence: text.slice(start, end),
      ...(days === undefined ? {} : { days }),
      ...(series === undefined ? {} : { series }),
      kind,
      names,
      words,
    }))
}

/** Spans here count from the sentence. */
type Found = Omit<Reference, 'start' | 'end'>

function inSentence(seen: Seen): readonly Found[] {
  const found: Found[] = []
  for (const read of [apartIn, linkedIn, ownedIn, seriesIn, spokenIn])
    for (const one of read(seen))
      if (!found.some(({ clause }) => clause.start < one.clause.end && one.clause.start < clause.end))
        found.push(one)
  return found.sort((a, b) => a.clause.start - b.clause.start)
}

/** "Two weeks after Marchetti was arrested in Querande". */
function apartIn(seen: Seen): readonly Found[] {
  const { sentence, phrases, published } = seen
  return [...sentence.matchAll(phrases.apart)].flatMap((match) => {
    const { count, unit = '', way = '' } = match.groups!
    const { index } = match
    const head = sentence.slice(0, index)
    // "A year and two months after", "three to four weeks after": not what its last words alone say.
    if (/(?:years?|months?|weeks?|days?|half|one|two|three|\d) (?:and|to|or) (?:a )?$/i.test(head)) return []
    const days = phrases.units[unit.toLowerCase()]
    const number = countOf(count, phrases.numbers)
    if (days === undefined || (number === undefined && seen.language === 'en' && !phrases.many.test(unit)))
      return []
    const start = index + match[0].length
    const clause = clauseFrom(seen, start)
    if (clause === undefined || seen.isQuoted(index)) return []
    const around = sentence.slice(0, index) + sentence.slice(clause.end)
    if (isDoubtful(seen, around, clause)) return []
    const named = namesIn(seen, clause)
    // What is still to come and has no name is any: "a month before the match". So is what gives somebody so many days.
    const isAhead = phrases.ahead.test(way)
    if (named === undefined || (isAhead && named.names.length === 0)) return []
    if (/\b(?:have|has|had|given?|gives|allows?|takes?|lasts?|for) $/i.test(head)) return []
    const isMany = number === 0 || (number === undefined && phrases.many.test(unit))
    const length = isMany ? several(days) : apart(number ?? 1, days)
    const isNow = published !== undefined && !phrases.elsewhen.test(around)
    // "The anniversary of the attack in 2001" says itself when.
    const year = /(?:19|20)\d\d/.test(sentence.slice(clause.start, clause.end))
      ? timeIn(seen, clause)
      : undefined
    const window = year?.days ?? (isAhead ? after(length) : before(length))
    return [{ clause, ...named, ...(isNow ? { days: window } : {}) }]
  })
}

/** "Following last month's talks in Zawra", "in the wake of the attack on Orlanne". */
function linkedIn(seen: Seen): readonly Found[] {
  const { sentence, phrases } = seen
  return [...sentence.matchAll(phrases.links)].flatMap((match) => {
    const start = match.index + match[0].length
    const clause = clauseFrom(seen, start)
    if (clause === undefined || seen.isQuoted(start)) return []
    const time = timeIn(seen, clause)
    // Without a time of its own it must be headed by a happening: "in response to questions about the vote" is not.
    if (time === undefined && (match.groups?.sure === undefined || !isHeaded(seen, start, clause.end)))
      return []
    if (isDoubtful(seen, sentence.slice(0, start) + sentence.slice(clause.end), clause)) return []
    const dated = time === undefined ? clause : datedPart(clause, time)
    const named = namesIn(seen, dated, time?.span)
    if (named === undefined || named.names.length === 0) return []
    if (time?.days !== undefined && !isLately(time.days)) return []
    const days = time?.days ?? (seen.published === undefined ? undefined : WAKE)
    return [{ clause: dated, ...named, ...(days === undefined ? {} : { days }) }]
  })
}

/** "Last month's talks in Zawra collapsed". */
function ownedIn(seen: Seen): readonly Found[] {
  const { sentence, phrases } = seen
  return phrases.owned.flatMap((timed) =>
    [...sentence.matchAll(timed.pattern)].flatMap((match) => {
      const head = sentence.slice(0, match.index)
      if (
        seen.isQuoted(match.index) ||
        /\b(?:ahead of|before|until|for|by|than|from|to|at this) (?:the )?$/i.test(head)
      )
        return []
      const clause = clauseFrom(seen, match.index)
      if (clause === undefined || isDoubtful(seen, head + sentence.slice(clause.end))) return []
      const span = { start: match.index, end: match.index + match[0].length }
      const named = namesIn(seen, clause, span)
      // What the time belongs to is itself the happening: "last week's meeting", not "last year's winner of the vote".
      if (named === undefined || named.names.length === 0 || !isHeaded(seen, span.end, clause.end)) return []
      const time = daysOf(seen, timed, match)
      if (time.days !== undefined && !isLately(time.days)) return []
      return [{ clause, ...named, ...time }]
    }),
  )
}

/** "The two met in Zawra last month", in a sentence of its own. */
function spokenIn(seen: Seen): readonly Found[] {
  const { sentence, phrases, isFirst } = seen
  // What the first sentence tells is the article's own happening.
  if (isFirst) return []
  return phrases.spoken.flatMap((timed) =>
    [...sentence.matchAll(timed.pattern)].flatMap((match) => {
      const end = match.index + match[0].length
      if (
        seen.isQuoted(match.index) ||
        /^in (?:\p{Lu}|\d)/u.test(match[0]) ||
        /^(?:on|since) /.test(match[0])
      )
        return []
      // "Last month, the two met": what is dated comes after.
      const opens = /^\s*$/.test(sentence.slice(0, match.index)) ? /^, /.exec(sentence.slice(end)) : null
      const clause =
        opens === null ? clauseBefore(seen, match.index, end) : clauseFrom(seen, end + opens[0].length)
      if (clause === undefined || phrases.doubt.test(sentence) || isDoubtful(seen, sentence)) return []
      const named = namesIn(seen, clause, { start: match.index, end })
      if (named === undefined || named.names.length < 2) return []
      const time = daysOf(seen, timed, match)
      if (time.days !== undefined && !isLately(time.days)) return []
      return [{ clause, ...named, ...time }]
    }),
  )
}

/** "The third such attack since March": what it was is told by the article's own names. */
function seriesIn(seen: Seen): readonly Found[] {
  const { sentence, phrases, language } = seen
  const { series } = phrases
  if (series === undefined) return []
  return [...sentence.matchAll(series.pattern)].flatMap((match) => {
    const { kind, many, time } = match.groups!
    const happening = tokens(many ?? kind ?? '')
      .map(({ word }) => happeningOf(word, language))
      .find((found) => found !== undefined)
    const isSuch = / such /.test(match[0])
    const own = happening ?? (isSuch ? kindAround(seen, match.index) : undefined)
    if (own === undefined || seen.isQuoted(match.index)) return []
    if (many === undefined && time === undefined) return []
    if (isDoubtful(seen, sentence.slice(0, match.index)) || /\b(?:not|never|no)\b/.test(sentence)) return []
    const clause = { start: match.index, end: match.index + match[0].length }
    const named = namesIn(seen, clause)
    const timed = series.times.find(({ pattern }) => pattern.test(time?.trim() ?? ''))
    const groups = timed?.pattern.exec(time!.trim())?.groups ?? {}
    if (time !== undefined && timed === undefined) return []
    const days = seen.published === undefined ? undefined : (timed?.days(groups, seen.published) ?? ROW)
    return [
      {
        clause,
        kind: own,
        names: named?.names ?? [],
        words: [],
        series: true as const,
        ...(days === undefined ? {} : { days }),
      },
    ]
  })
}

function daysOf({ published }: Seen, timed: Timed, match: RegExpMatchArray): { readonly days?: Days } {
  return published === undefined ? {} : { days: timed.days(match.groups ?? {}, published) }
}

type Time = { readonly days?: Days; readonly span: Span; readonly isSpoken: boolean }

/** What a time dates: "last week's" what comes after it, "last week" what came before. */
const datedPart = (clause: Span, { span, isSpoken }: Time): Span =>
  isSpoken ? { start: clause.start, end: span.end } : clause

/** The time that stands in a clause, with its place. */
function timeIn(seen: Seen, clause: Span): Time | undefined {
  const words = seen.sentence.slice(clause.start, clause.end)
  for (const timed of [...seen.phrases.owned, ...seen.phrases.spoken])
    for (const match of words.matchAll(timed.pattern)) {
      const start = clause.start + match.index
      return {
        ...daysOf(seen, timed, match),
        span: { start, end: start + match[0].length },
        isSpoken: seen.phrases.spoken.includes(timed),
      }
    }
  return undefined
}
