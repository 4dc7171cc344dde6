/** Finds where a text points to another happening in so many words: "the visit comes a week after the talks in Zawra". */

import type { Span } from '../model/span.ts'
import { meaningOf } from '../words/gloss.ts'
import { skeleton } from '../words/names.ts'
import { sentences } from '../words/sentences.ts'
import { stem } from '../words/stems.ts'
import { isStopWord } from '../words/stop-words.ts'
import { tokens } from '../words/tokens.ts'
import { happeningOf } from './happening-words.ts'
import { countOf, type Phrases, phrasesOf, type Timed } from './reference-phrases.ts'
import { after, apart, before, type Days, several } from './reference-times.ts'

/** The sentence that points, as a span of the text; the other happening in terms that an index can look up. */
export type Reference = Span & {
  /** The words that name the other happening. */
  readonly clause: Span
  /** Absent where the text doesn't say when, or nobody knows the article's own day. */
  readonly days?: Days
  /** One or more of a row of like happenings, which the article's own names must tell. */
  readonly series?: true
  /** What kind of happening, by one English word for each kind. */
  readonly kind: string
  /** Names, then other words and numbers; each as terms of which one is enough, with `|` between. */
  readonly names: readonly string[]
  readonly words: readonly string[]
}

/** What is kept of a reference with an article: JSON-safe, about three hundred bytes. */
export type KeptReference = Pick<Reference, 'days' | 'series' | 'kind' | 'names' | 'words'> & {
  readonly sentence: string
}

/** Texts are read this far, in UTF-16 units. */
const READ = 6000
const LONGEST = 360
const LONGEST_CLAUSE = 170
const MOST = 6
const KEPT = 2
const MOST_NAMES = 6
const MOST_WORDS = 6
/** "In the wake of the attack" says nothing of when: seldom longer ago than this, in days. */
const WAKE: Days = [-60, 0]
const ROW: Days = [-120, 0]

/**
 * The explicit references of a text (ISO 639-1 language), in its order. `published`, epoch milliseconds, is the day
 * that "last month" is counted from.
 */
export function referencesOf(text: string, language: string, published?: number): readonly Reference[] {
  const phrases = phrasesOf(language)
  const read = text.slice(0, READ)
  if (phrases === undefined || !phrases.hint.test(read)) return []
  const found: Reference[] = []
  let first = true
  for (const { index, 0: paragraph } of read.matchAll(/[^\n]+/g)) {
    if (paragraph.trim() === '') continue
    const opens = first
    first = false
    if (!phrases.hint.test(paragraph)) continue
    const quoted = quotedIn(paragraph)
    for (const { start, end } of sentences(paragraph, [
      { kind: 'paragraph', start: 0, end: paragraph.length },
    ])) {
      const sentence = paragraph.slice(start, end)
      if (sentence.length > LONGEST || !phrases.hint.test(sentence)) continue
      const isQuoted = (at: number) => quoted.some((span) => span.start < start + at && start + at < span.end)
      const seen: Seen = {
        sentence,
        language,
        phrases,
        published,
        isQuoted,
        isFirst: opens && start === 0,
        text: read,
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

type Seen = {
  readonly sentence: string
  readonly language: string
  readonly phrases: Phrases
  readonly published: number | undefined
  readonly isQuoted: (at: number) => boolean
  readonly isFirst: boolean
  readonly text: string
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
    if (
      /(?:\p{L}+s?|half|\d) (?:and|to|or) (?:a )?$/iu.test(head) &&
      /(?:years?|months?|weeks?|days?|half|one|two|three|\d) (?:and|to|or) (?:a )?$/iu.test(head)
    )
      return []
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
    const window = isAhead ? after(length) : before(length)
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
    const sure = match.groups?.sure !== undefined
    if (time === undefined && !sure) return []
    if (isDoubtful(seen, sentence.slice(0, start) + sentence.slice(clause.end), clause)) return []
    const named = namesIn(seen, clause, time?.span)
    if (named === undefined || named.names.length === 0) return []
    const days = time?.days ?? (seen.published === undefined ? undefined : WAKE)
    return [{ clause, ...named, ...(days === undefined ? {} : { days }) }]
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
      return [{ clause, ...named, ...daysOf(seen, timed, match) }]
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
      return [{ clause, ...named, ...daysOf(seen, timed, match) }]
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

/** What "such" means: the last happening named before it. */
function kindAround({ sentence, language }: Seen, at: number): string | undefined {
  return tokens(sentence.slice(0, at))
    .map(({ word }) => happeningOf(word, language))
    .findLast((kind) => kind !== undefined)
}

function daysOf({ published }: Seen, timed: Timed, match: RegExpMatchArray): { readonly days?: Days } {
  return published === undefined ? {} : { days: timed.days(match.groups ?? {}, published) }
}

/** Rules, plans and guesses around what names the other happening. */
function isDoubtful({ phrases, sentence }: Seen, around: string, clause?: Span): boolean {
  if (phrases.doubtAround.test(around)) return true
  if (phrases.intent === undefined || !phrases.intent.test(around)) return false
  return clause === undefined || !phrases.past!.test(sentence.slice(clause.start, clause.end))
}

/** The time that stands in a clause, with its place. */
function timeIn(seen: Seen, clause: Span): { readonly days?: Days; readonly span: Span } | undefined {
  const words = seen.sentence.slice(clause.start, clause.end)
  for (const timed of [...seen.phrases.owned, ...seen.phrases.spoken])
    for (const match of words.matchAll(timed.pattern)) {
      const start = clause.start + match.index
      return { ...daysOf(seen, timed, match), span: { start, end: start + match[0].length } }
    }
  return undefined
}

/** Whether a happening is named within a few words, before any preposition takes them elsewhere. */
function isHeaded({ sentence, language }: Seen, from: number, to: number): boolean {
  let words = 0
  for (const { word } of tokens(sentence.slice(from, to))) {
    if (
      /^(?:of|to|in|on|at|by|for|with|against|from|about|that|which|who|whose|like|as)$/.test(word) ||
      words++ > 5
    )
      return false
    if (happeningOf(word, language) !== undefined) return true
  }
  return false
}

/** From where a happening begins to be named to where that ends; nothing where none is named, or only perhaps. */
function clauseFrom({ sentence, phrases, language }: Seen, start: number): Span | undefined {
  const rest = sentence.slice(start, start + LONGEST_CLAUSE)
  const names = (end: number) =>
    tokens(rest.slice(0, end)).some(({ word }) => happeningOf(word, language) !== undefined)
  let end = rest.length
  let commas = 0
  for (const { index, 0: stop } of rest.matchAll(phrases.stops)) {
    if (index === 0) continue
    const isEnd = phrases.ends.test(stop) || ++commas > 3
    if (!isEnd && !names(index)) continue
    end = index
    break
  }
  const words = rest.slice(0, end).replace(/[\s.!?…"”»]+$/u, '')
  if (!names(words.length) || phrases.doubt.test(words)) return undefined
  return { start, end: start + words.length }
}

function clauseBefore({ sentence, phrases, language }: Seen, time: number, end: number): Span | undefined {
  const stops = [...sentence.slice(0, time).matchAll(phrases.starts)].reverse()
  for (const { index, 0: stop } of [...stops, { index: 0, 0: '' }]) {
    const start = index + stop.length
    const isNamed = tokens(sentence.slice(start, time)).some(
      ({ word }) => happeningOf(word, language) !== undefined,
    )
    if (isNamed) return { start, end }
  }
  return undefined
}

const withoutCapitals = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u
const joined: Readonly<Record<string, RegExp>> = { ar: /^[وفبكل]?ال|^لل/u, he: /^[ובלמהשכ]/u }

/** What a clause holds: a kind of happening, and names and words to know it by; nothing without the kind. */
function namesIn(
  { sentence, language, text }: Seen,
  { start, end }: Span,
  time?: Span,
): Pick<Reference, 'kind' | 'names' | 'words'> | undefined {
  let kind: string | undefined
  const names = new Set<string>()
  const words = new Set<string>()
  const all = tokens(sentence).filter((token) => token.start >= start && token.end <= end)
  all.forEach((token, at) => {
    const { word, capital, digits } = token
    if (time !== undefined && token.start >= time.start && token.end <= time.end) return
    if (digits) {
      if (/^\d{2,}$/.test(word) && !/^(?:19|20)\d\d$/.test(word)) words.add(word)
      return
    }
    if (word.length < 2) return
    const happening = happeningOf(word, language)
    if (happening !== undefined && !(capital && isNamed(at))) {
      kind ??= happening
      return
    }
    if (isStopWord(word, language)) return
    const meaning = meaningOf(word, language)
    const own = `${language} ${stem(word, language)}`
    const bare = withoutCapitals.test(word)
    if (bare ? meaning === undefined && word.length > 2 : capital && (meaning === undefined || isNamed(at))) {
      const forms = bare ? [word, word.replace(joined[language] ?? /^$/u, '')] : [word]
      const sounds = forms.map(skeleton).filter((sound) => sound.length >= 3)
      names.add([own, ...new Set(sounds.map((sound) => `~${sound}`))].join('|'))
    } else words.add(meaning === undefined ? own : `${own}|#${meaning}`)
  })
  if (kind === undefined) return undefined
  return { kind, names: [...names].slice(0, MOST_NAMES), words: [...words].slice(0, MOST_WORDS) }

  /** Capitals open sentences, too: there a second capital, or the same word inside another sentence, must vouch. */
  function isNamed(at: number): boolean {
    const token = all[at]!
    if (language === 'de') return false
    if (!token.opens) {
      // A capital in the middle: part of a longer name, or a title before one.
      const [previous, next] = [all[at - 1], all[at + 1]]
      return (
        (previous?.capital === true || next?.capital === true) &&
        meaningOf(token.word, language) === undefined
      )
    }
    const printed = sentence.slice(token.start, token.end)
    return (
      all[at + 1]?.capital === true || new RegExp(`[\\p{Ll},] ${printed.replace(/\W/g, '.')}`, 'u').test(text)
    )
  }
}

/** Spans between quotation marks; a straight mark opens and closes in turn. */
function quotedIn(text: string): readonly Span[] {
  const spans: Span[] = []
  let open: { readonly at: number; readonly mark: string } | undefined
  for (const { index, 0: mark } of text.matchAll(/["“”„«»]/g)) {
    if (open === undefined) {
      if (mark !== '»') open = { at: index, mark }
      continue
    }
    spans.push({ start: open.at, end: index })
    open = undefined
  }
  if (open !== undefined) spans.push({ start: open.at, end: text.length })
  return spans
}
