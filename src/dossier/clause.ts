/** The words of a stretch of text as the grammar of statements and encounters sees them: each with a coarse tag. */

import type { Mention } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { isCueForm } from './cues.ts'
import type { Timing } from './dates.ts'
import type { Quote } from './quotes.ts'
import { formsOf } from './verb-forms.ts'
import { settle } from './verb-or-noun.ts'

/**
 * D determiner or possessive, P preposition, C and/or/but, S that/because/if, W who/which, R personal pronoun,
 * X be/have/do, M modal, A adverb, V verb, G -ing form, N a name, T a date, Q a quotation, # number, n any other word;
 * punctuation stands for itself.
 */
export type Tag =
  | 'D'
  | 'P'
  | 'C'
  | 'S'
  | 'W'
  | 'R'
  | 'X'
  | 'M'
  | 'A'
  | 'V'
  | 'G'
  | 'N'
  | 'T'
  | 'Q'
  | '#'
  | 'n'
  | '.'

export type Word = Span & {
  /** Lower case; of a quotation an opening mark and its last character. */
  readonly lower: string
  readonly tag: Tag
  /** Index into mentions, dates or quotes for N, T and Q. */
  readonly of?: number
}

const words = (list: string): Set<string> => new Set(list.split(' '))
const DETERMINERS = words(
  'the a an this these those his her its their our my your some any no every each both all another several many most few other such half either neither certain various',
)
const PREPOSITIONS = words(
  'of in on at by for with from to into onto over under between among amongst during after before since until till through across against about around near within without toward towards via amid behind beyond despite except inside outside like per regarding concerning as than alongside along upon off out up down following',
)
const SUBORDINATORS = words('that because while when if although though unless whether whereas so once lest')
const RELATIVES = words('who which whom whose where what why how whoever whatever')
const PRONOUNS = words(
  'he she it they i we you him them me us himself herself itself themselves myself everyone everybody someone somebody anyone nobody',
)
const AUXILIARIES = words(
  "is are was were be been being am has have had having do does did 's 're 've 'm isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t",
)
const MODALS = words(
  "will would can could may might shall should must 'll 'd won't wouldn't can't couldn't shouldn't cannot won’t wouldn’t can’t couldn’t shouldn’t",
)
const ADVERBS = words(
  'also then now later again never not already still even often always meanwhile however therefore instead indeed too just perhaps soon further together there here yet once earlier thus hence moreover furthermore nevertheless nonetheless maybe almost quite rather very far only first finally abroad ahead back home well much else ago twice',
)
const NOT_ADVERBS = words(
  'family rally ally assembly supply reply monopoly anomaly bully july italy apply rely comply fly belly jelly lily folly ugly early',
)
const NOT_GERUNDS = words(
  'morning evening king ring thing something nothing everything anything during spring string wing ceiling being building meeting wedding briefing hearing housing funding beijing wyoming crossing landing ruling training shooting bombing filing gathering painting parking opening',
)
const OTHER_VERBS =
  'go come travel visit arrive return leave depart head fly meet hold take make give get become host receive invite attend join sign win lose kill die begin start end stop open close send lead bring buy build break choose cut deal draw fall fight grow hit keep let lose pay put rise run sell set sit spend stand strike throw withdraw work live play move turn use try need look like provide include continue create allow release launch approve pass vote elect appoint name resign step face help follow lead serve reach remain stay seem appear happen occur cause carry conduct consist contain cover seek suffer receive return increase decrease raise reduce drop gain earn expand cancel postpone delay schedule inspect tour accompany discuss negotiate talk speak consult land cross enter negotiate agree gather assemble convene shake greet dine phone telephone ring summon welcome conclude wrap hand deliver present accept impose lift force destroy damage injure wound attack fire bomb seize capture arrest detain free charge convict sentence mark tackle deal focus center centre aim bear last dissolve reverse realize realise represent establish maintain strengthen support ease brief explore review resume suspend mediate broker push enlist perform exert monitor observe oversee run celebrate pray protest march rally strike drive sail journey touch jet proceed hurry rush disembark board depart confer huddle dine greet entertain host act move pull sail step stop'

const ABBREVIATIONS = words(
  'mr mrs ms dr sen rep gov gen lt col maj capt sgt st prof rev hon pres cmdr adm sr jr',
)

const VERBS = new Set<string>()
for (const lemma of OTHER_VERBS.split(' ')) for (const form of formsOf(lemma).keys()) VERBS.add(form)

const WORD =
  /[\p{L}\p{M}\p{N}]+(?:[-'’.&][\p{L}\p{M}\p{N}]+)*(?:\.(?=[\p{L}]\.))?|['’](?:s|S)\b|\.\.\.|[^\s\p{L}\p{M}\p{N}]/gu

export type Clauses = (span: Span, quotes: readonly Quote[]) => readonly Word[]

/** Reads words as `clauseOf` does, and those of a span without quotations only once. */
export function clausesOf(text: string, mentions: readonly Mention[], dates: readonly Timing[]): Clauses {
  const known = new Map<number, { readonly end: number; readonly words: readonly Word[] }>()
  return (span, quotes) => {
    const quote = quotes[firstAfter(quotes, span.start)]
    if (quote && quote.start < span.end) return clauseOf(text, span, mentions, dates, quotes)
    const before = known.get(span.start)
    if (before?.end === span.end) return before.words
    const words = clauseOf(text, span, mentions, dates, [])
    known.set(span.start, { end: span.end, words })
    return words
  }
}

/** Tags the words of `span`. Names, dates and long quotations stand as one word each. */
function clauseOf(
  text: string,
  span: Span,
  mentions: readonly Mention[],
  dates: readonly Timing[],
  quotes: readonly Quote[],
): Word[] {
  const found: Word[] = []
  let mention = firstAfter(mentions, span.start)
  let date = firstAfter(dates, span.start)
  let quote = firstAfter(quotes, span.start)
  WORD.lastIndex = span.start
  for (let match = WORD.exec(text); match && match.index < span.end; match = WORD.exec(text)) {
    const at = match.index
    while (quote < quotes.length && quotes[quote]!.end <= at) quote++
    const inQuote = quotes[quote]
    if (inQuote && inQuote.start <= at && inQuote.start >= span.start) {
      found.push({
        start: inQuote.start,
        end: Math.min(inQuote.end, span.end),
        lower: `“${text[inQuote.inner.end - 1]}`,
        tag: 'Q',
        of: quote,
      })
      WORD.lastIndex = inQuote.end
      continue
    }
    while (mention < mentions.length && (mentions[mention]!.end <= at || mentions[mention]!.start < at))
      mention++
    while (date < dates.length && (dates[date]!.end <= at || dates[date]!.start < at)) date++
    const name = mentions[mention]
    if (name && name.start === at && name.form !== 'pronoun' && name.form !== 'role') {
      found.push({
        start: at,
        end: name.end,
        lower: text.slice(at, name.end).toLowerCase(),
        tag: 'N',
        of: mention,
      })
      WORD.lastIndex = name.end
      continue
    }
    const day = dates[date]
    if (
      day &&
      day.start === at &&
      (day.kind === 'date' || day.kind === 'time') &&
      !day.value?.endsWith('_REF')
    ) {
      found.push({
        start: at,
        end: day.end,
        lower: text.slice(at, day.end).toLowerCase(),
        tag: 'T',
        of: date,
      })
      WORD.lastIndex = day.end
      continue
    }
    const raw = match[0]
    // The marks of short quotations are looked through.
    if (/^["“”„«»`＂]$/.test(raw) || raw === "'" || raw === '’') continue
    // The full stop of an abbreviation: "R-Ky., said", "Sen. Ruiz".
    if (raw === '.' && isAbbreviation(text, at, found.at(-1))) continue
    const lower = raw.toLowerCase().replaceAll('’', "'")
    const clitic = lower.includes("'") ? CLITIC.exec(lower) : null
    if (clitic) {
      // "the minister's office", "they're": two words in one.
      const cut = at + clitic[1]!.length
      found.push({
        start: at,
        end: cut,
        lower: clitic[1]!,
        tag: tagOf(raw.slice(0, clitic[1]!.length), clitic[1]!, found.at(-1)),
      })
      found.push({
        start: cut,
        end: at + raw.length,
        lower: clitic[2]!,
        tag: tagOf(raw.slice(clitic[1]!.length), clitic[2]!, found.at(-1)),
      })
      continue
    }
    found.push({ start: at, end: at + raw.length, lower, tag: tagOf(raw, lower, found.at(-1)) })
  }
  return settle(found)
}

const CLITIC = /^(\p{L}[\p{L}.-]*)('(?:s|re|ve|ll|d|m))$/u

const isAbbreviation = (text: string, at: number, before: Word | undefined): boolean =>
  /^\.(?:[,;)]|\s\p{Ll})/u.test(text.slice(at, at + 3)) ||
  (before !== undefined && ABBREVIATIONS.has(before.lower) && before.end === at)

export function firstAfter(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (spans[mid]!.start < at) low = mid + 1
    else high = mid
  }
  return low
}

/** Words that are always one thing, the first of their lists deciding. */
const CLOSED = new Map<string, Tag>()
for (const [tag, list] of [
  ['D', DETERMINERS],
  ['P', PREPOSITIONS],
  ['C', words('and or but nor &')],
  ['S', SUBORDINATORS],
  ['W', RELATIVES],
  ['R', PRONOUNS],
  ['X', AUXILIARIES],
  ['M', MODALS],
  ['A', ADVERBS],
] as const)
  for (const word of list) if (!CLOSED.has(word)) CLOSED.set(word, tag)

const isWordy = (raw: string): boolean => {
  const code = raw.charCodeAt(0)
  if (code < 128)
    return (
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 39
    )
  return /^[\p{L}\p{N}’]/u.test(raw)
}

function tagOf(raw: string, lower: string, before: Word | undefined): Tag {
  if (!isWordy(raw)) return '.'
  if (/^\d/.test(raw) || lower === 'one' || lower === 'two' || lower === 'three') return '#'
  if (lower === "'s") return before && /[RWSA]/.test(before.tag) ? 'X' : 'D'
  const closed = CLOSED.get(lower)
  if (closed) return closed
  if (lower === 'long' && before?.tag === 'X') return 'A'
  const capital = raw[0] !== raw[0]!.toLowerCase()
  if (lower.length > 4 && lower.endsWith('ly') && !NOT_ADVERBS.has(lower) && !capital) return 'A'
  if (NOT_GERUNDS.has(lower) && lower !== 'being') return 'n'
  if (lower.length > 4 && lower.endsWith('ing') && !NOT_GERUNDS.has(lower))
    return before?.tag === 'D' ? 'n' : 'G'
  // A headline's capitals: "Lund Says", "Union Vows".
  if (capital && before?.tag === 'N' && /[^s]s$/.test(lower) && isCueForm(lower)) return 'V'
  const verbal =
    VERBS.has(lower) || isCueForm(lower) || (lower.length > 3 && lower.endsWith('ed') && !capital)
  // "the two met": no noun that two could count.
  const pair =
    before?.tag === '#' &&
    /^(?:two|three)$/.test(before.lower) &&
    /^(?:met|spoke|agreed|discussed|held|signed|talked|said|shook|exchanged|visited)$/.test(lower)
  const determined =
    before && ((before.tag === '#' && !pair) || (before.tag === 'D' && before.lower !== 'both'))
  if (verbal && !capital && !determined) {
    // "in talks", "of reports": after a preposition a form that is also a noun is one.
    if (before?.tag === 'P' && before.lower !== 'to' && !lower.endsWith('ed')) return 'n'
    return 'V'
  }
  return 'n'
}

export const isNominal = (word: Word | undefined): boolean =>
  word !== undefined && (word.tag === 'n' || word.tag === 'N' || word.tag === '#')

export const tagAt = (words: readonly Word[], i: number): string => words[i]?.tag ?? ''
export const lowerAt = (words: readonly Word[], i: number): string => words[i]?.lower ?? ''
