/** Cuts out of a sentence the words that name another happening, and what they hold to know it by. */

import type { Span } from '../model/span.ts'
import { meaningOf } from '../words/gloss.ts'
import { skeleton } from '../words/names.ts'
import { stem } from '../words/stems.ts'
import { isStopWord } from '../words/stop-words.ts'
import { tokens } from '../words/tokens.ts'
import { happeningOf } from './happening-words.ts'
import type { Phrases } from './reference-grammar.ts'

const LONGEST = 170
const MOST_NAMES = 6
const MOST_WORDS = 6

/** What a clause names, in terms that an index can look up. */
export type Named = {
  /** What kind of happening, by one English word for each kind. */
  readonly kind: string
  /** Names, then other words and numbers; each as terms of which one is enough, with `|` between. */
  readonly names: readonly string[]
  readonly words: readonly string[]
}

/** A sentence as it is being read. */
export type Seen = {
  readonly sentence: string
  readonly language: string
  readonly phrases: Phrases
  readonly published: number | undefined
  readonly isQuoted: (at: number) => boolean
  readonly isFirst: boolean
  readonly text: string
}
/** Rules, plans and guesses around what names the other happening. */
export function isDoubtful({ phrases, sentence }: Seen, around: string, clause?: Span): boolean {
  if (phrases.doubtAround.test(around)) return true
  if (phrases.intent === undefined || !phrases.intent.test(around)) return false
  return clause === undefined || !phrases.past!.test(sentence.slice(clause.start, clause.end))
}

/** What "such" means: the last happening named before it. */
export function kindAround({ sentence, language }: Seen, at: number): string | undefined {
  return tokens(sentence.slice(0, at))
    .map(({ word }) => happeningOf(word, language))
    .findLast((kind) => kind !== undefined)
}

/** Whether a happening is named within a few words, before any preposition takes them elsewhere. */
export function isHeaded({ sentence, language }: Seen, from: number, to: number): boolean {
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
export function clauseFrom({ sentence, phrases, language }: Seen, start: number): Span | undefined {
  const rest = sentence.slice(start, start + LONGEST)
  const names = (end: number) =>
    tokens(rest.slice(0, end)).some(({ word }) => happeningOf(word, language) !== undefined)
  let end = rest.length
  let stepped = 0
  for (const { index, 0: stop } of rest.matchAll(phrases.stops)) {
    if (index === 0) continue
    const isEnd = phrases.ends.test(stop) || ++stepped > 3
    if (!isEnd && !names(index)) continue
    // "The storm that drowned Harsen": nobody is named yet, and the next words may.
    if (!isEnd && /^ (?:that|as) $/.test(stop) && !/\p{Lu}/u.test(rest.slice(0, index))) continue
    end = index
    break
  }
  const words = rest.slice(0, end).replace(/[\s.!?…"”»]+$/u, '')
  if (!names(words.length) || phrases.doubt.test(words)) return undefined
  return { start, end: start + words.length }
}

export function clauseBefore(
  { sentence, phrases, language }: Seen,
  time: number,
  end: number,
): Span | undefined {
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
export function namesIn(
  { sentence, language, text }: Seen,
  { start, end }: Span,
  time?: Span,
): Named | undefined {
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
export function quotedIn(text: string): readonly Span[] {
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
