/** Turns the tokens of a text into the hashed features that the name model weighs. */

import { entryOf, folded, LEX, lexOf, longestFrom } from './names-lexicon.ts'
import type { Token } from './names-tokens.ts'

/** Number of feature slots; a power of two. */
export const SLOTS = 1 << 19

type Word = {
  readonly folded: string
  readonly hash: number
  readonly lex: number
  readonly shape: number
  readonly prefix: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  readonly capital: boolean
  readonly allCaps: boolean
  readonly lower: boolean
}

/** What the whole text says of one word: bits of `SEEN`. */
type Seen = Map<string, number>

const SEEN = {
  lower: 1,
  capitalInside: 2,
  afterTitle: 4,
  afterGiven: 8,
  beforeSpeech: 16,
  afterPlaceCue: 32,
  beforeOrganisationHead: 64,
  endsRun: 128,
  opensRun: 256,
  often: 512,
  possessive: 1024,
  afterThe: 2048,
  alone: 4096,
  initials: 8192,
} as const

const hashText = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}

const words = new Map<string, Word>()

/** Attributes of a word; remembered, for texts repeat their words. */
function wordOf(text: string): Word {
  const known = words.get(text)
  if (known) return known
  const plain = folded(text)
  const digits = plain.replace(/\d/gu, '0')
  const word: Word = {
    folded: plain,
    hash: hashText(digits),
    lex: plain.includes('-') ? lexOfCompound(plain) : lexOf(plain),
    shape: hashText(shapeOf(text)),
    prefix: hashText(`^${plain.slice(0, 3)}`),
    suffix2: hashText(`${plain.slice(-2)}$`),
    suffix3: hashText(`${plain.slice(-3)}$`),
    suffix4: hashText(`${plain.slice(-4)}$`),
    capital: /^(\p{Lu}|\p{Ll}{1,2}[-‐‑]?\p{Lu}|\p{N}+\p{Lu})/u.test(text),
    allCaps: /^[\p{Lu}\p{N}.&-]+$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text),
    lower: /^\p{Ll}+$/u.test(text),
  }
  if (words.size > 60_000) words.clear()
  words.set(text, word)
  return word
}

/** "Franco-German", "Cairo-based", "US-led": adjectives, whatever their first part names. */
function lexOfCompound(plain: string): number {
  const own = lexOf(plain)
  if (own) return own
  const parts = plain.split('-')
  const last = parts.at(-1)!
  if (ADJECTIVAL.test(last)) return LEX.demonym | LEX.usual
  if (
    parts.some((part) => lexOf(part) & LEX.demonym) &&
    parts.every((part) => lexOf(part) !== 0 || part.endsWith('o'))
  ) {
    return LEX.demonym
  }
  return lexOf(parts[0]!) & lexOf(last) & (LEX.given | LEX.family)
}

const ADJECTIVAL =
  /^(based|led|backed|born|style|owned|listed|run|made|trained|controlled|funded|occupied|held|supported|brokered|sponsored|bound|linked|affiliated|aligned|friendly|era|wide|area|educated|designed|built|speaking|inspired|related|administered|mediated|dominated|majority|allied)$/u

function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '0')
    .replace(/(.)\1+/gu, '$1$1')
    .slice(0, 8)
}

/** Words that may stand inside a name between capitalised ones. */
const JOINS =
  /^(of|the|and|for|in|on|to|de|del|della|di|da|dos|das|do|du|des|la|le|les|el|al|ul|bin|ibn|ben|bint|abu|von|van|der|den|ter|ten|zu|y|e|et|und|un|a|an|al-.+|el-.+|&|['’]s|['’]|-|\/|\.|,|\d+)$/u

const MONTH =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(\.|uary|ruary|ch|il|e|y|ust|ember|ober)?$/iu
const ZONE = /^(GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|BST|IST|AEST)$/u

/** A month beside a number, a time zone after one: never part of a name. */
function isDatePart(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]!.text
  const before = tokens[i - 1]?.text ?? ''
  if (ZONE.test(word)) return true
  if (!MONTH.test(word)) return false
  return /^\d{1,4}(st|nd|rd|th)?$/u.test(tokens[i + 1]?.text ?? '') || /^\d{1,2}(st|nd|rd|th)?$/u.test(before)
}

/** Which tokens may be part of a name; the rest are outside every name. */
export function candidates(tokens: readonly Token[]): Uint8Array {
  const can = new Uint8Array(tokens.length)
  let last = -9
  for (let i = 0; i < tokens.length; i++) {
    if (!wordOf(tokens[i]!.text).capital || isDatePart(tokens, i)) continue
    can[i] = 1
    if (i - last <= 4 && i - last > 1) {
      let joined = true
      for (let j = last + 1; j < i; j++) if (!JOINS.test(tokens[j]!.text)) joined = false
      // A nickname in quotes: Ana “la rápida” Ruiz.
      if (/^["“”']$/u.test(tokens[last + 1]!.text) && /^["“”']$/u.test(tokens[i - 1]!.text) && i - last > 2)
        joined = true
      if (joined) for (let j = last + 1; j < i; j++) can[j] = 1
    }
    const after = tokens[i + 1]
    if (after && /^\d+$/u.test(after.text)) can[i + 1] = 1
    last = i
  }
  return can
}

/** One pass over the text's sentences for what they tell of each word together. */
export function seenIn(sentences: readonly (readonly Token[])[]): Seen {
  const seen: Seen = new Map()
  const runs = new Set<string>()
  const note = (word: Word, bit: number): void => {
    const before = seen.get(word.folded) ?? 0
    seen.set(
      word.folded,
      before | bit | (before & SEEN.capitalInside && bit & SEEN.capitalInside ? SEEN.often : 0),
    )
  }
  for (const tokens of sentences) {
    const all = tokens.map((t) => wordOf(t.text))
    const loud = isLoud(all)
    for (let i = 0; i < all.length; i++) {
      const word = all[i]!
      if (word.lower) {
        if (word.folded.length > 1) note(word, SEEN.lower)
        continue
      }
      if (!word.capital || loud) continue
      const prev = all[i - 1]
      const next = all[i + 1]
      let bit = i > 0 && !(prev && /^["“”'‘(]$/u.test(prev.folded) && i === 1) ? SEEN.capitalInside : 0
      const prevCapital = prev?.capital === true
      const nextCapital = next?.capital === true
      if (prev) {
        if (prev.lex & LEX.title) bit |= SEEN.afterTitle
        if (prevCapital && prev.lex & LEX.given) bit |= SEEN.afterGiven
        if (prev.lower && prev.lex & LEX.placeCue) bit |= SEEN.afterPlaceCue
        if (prev.folded === 'the') bit |= SEEN.afterThe
      }
      if (next) {
        if (next.lex & LEX.speech && next.lower) bit |= SEEN.beforeSpeech
        if (nextCapital && next.lex & LEX.organisationHead) bit |= SEEN.beforeOrganisationHead
        if (/^['’]s$/u.test(next.folded)) bit |= SEEN.possessive
      }
      if (prevCapital && !nextCapital) bit |= SEEN.endsRun
      if (nextCapital && !prevCapital) bit |= SEEN.opensRun
      if (!prevCapital && !nextCapital) bit |= SEEN.alone
      note(word, bit)
      if (nextCapital && !prevCapital) {
        let initials = ''
        for (let j = i; j < all.length && (all[j]!.capital || JOINS.test(all[j]!.folded)) && j < i + 8; j++) {
          if (all[j]!.capital) initials += all[j]!.folded[0]
          if (initials.length > 1) runs.add(initials)
        }
      }
    }
  }
  for (const tokens of sentences) {
    for (const token of tokens) {
      const word = wordOf(token.text)
      if (word.allCaps && runs.has(word.folded.replace(/\./gu, ''))) note(word, SEEN.initials)
    }
  }
  return seen
}

/** Headlines in title case and shouted lines, where a capital says little. */
function isLoud(all: readonly Word[]): boolean {
  let capitals = 0
  let letters = 0
  for (const word of all) {
    if (!/\p{L}/u.test(word.folded)) continue
    letters++
    if (word.capital) capitals++
  }
  return letters > 3 && capitals > letters * 0.6
}

/** Where gazetteer names lie: kind * 4 + (1 first, 2 inside, 3 last, 0 whole), 0 for none. */
function gazetteer(all: readonly Word[], place: Int32Array, organisation: Int32Array): void {
  for (let i = 0; i < all.length; i++) {
    const word = all[i]!
    if (!word.capital) continue
    const most = Math.min(longestFrom(word.folded), all.length - i)
    let key = word.folded
    let placeDone = 0
    let organisationDone = 0
    const keys: string[] = [key]
    for (let n = 1; n < most; n++) {
      key = `${key} ${all[i + n]!.folded}`
      keys.push(key)
    }
    for (let n = most; n >= 1; n--) {
      if (n > 1 && !all[i + n - 1]!.capital && /^\p{L}/u.test(all[i + n - 1]!.folded)) continue
      const entry = entryOf(keys[n - 1]!)
      if (entry.place && !placeDone) {
        placeDone = n
        fill(place, i, n, entry.place)
      }
      if (entry.organisation && !organisationDone) {
        organisationDone = n
        fill(organisation, i, n, entry.organisation)
      }
    }
  }
}

function fill(into: Int32Array, at: number, n: number, kind: number): void {
  // A longer name that began earlier keeps its tokens.
  if (into[at] !== 0 && n === 1) return
  for (let j = 0; j < n; j++) into[at + j] = (kind << 3) | (n === 1 ? 1 : j === 0 ? 2 : j === n - 1 ? 4 : 3)
}

const mix = (template: number, a: number, b = 0): number => {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35)
  return (h ^ (h >>> 13)) & (SLOTS - 1)
}

const EDGE: Word = { ...wordOf('|'), hash: 77 }
/** Bits that single a word class out best; the rest of the mask goes in whole. */
const STRONG_LEX =
  LEX.title | LEX.speech | LEX.placeCue | LEX.demonym | LEX.organisationHead | LEX.placeHead | LEX.calendar

/**
 * Features of the candidate tokens of one sentence (`undefined` elsewhere). `dropGazetteer` hides the gazetteers
 * and name lists for a token: training uses it so that the model learns to do without them.
 */
export function featuresOf(
  tokens: readonly Token[],
  can: Uint8Array,
  seen: Seen,
  dropGazetteer?: (token: number) => boolean,
): (Int32Array | undefined)[] {
  const all = tokens.map((t) => wordOf(t.text))
  const n = all.length
  const place = new Int32Array(n)
  const organisation = new Int32Array(n)
  gazetteer(all, place, organisation)
  const lex = Int32Array.from(all, (word) => word.lex)
  if (dropGazetteer) {
    for (let i = 0; i < n; i++) {
      if (!all[i]!.capital || !dropGazetteer(i)) continue
      place[i] = 0
      organisation[i] = 0
      lex[i]! &= ~(LEX.given | LEX.family)
    }
  }
  const loud = isLoud(all) ? 1 : 0
  const runStart = new Int32Array(n)
  const runEnd = new Int32Array(n)
  for (let i = 0; i < n; ) {
    if (!all[i]!.capital || !can[i]) {
      runStart[i] = i
      runEnd[i] = i
      i++
      continue
    }
    let j = i
    while (j + 1 < n && all[j + 1]!.capital && can[j + 1]) j++
    for (let k = i; k <= j; k++) {
      runStart[k] = i
      runEnd[k] = j
    }
    i = j + 1
  }
  const at = (i: number): Word => (i < 0 || i >= n ? EDGE : all[i]!)
  const lexAt = (i: number): number => (i < 0 || i >= n ? 0 : lex[i]!)
  const out: (Int32Array | undefined)[] = new Array(n)
  for (let i = 0; i < n; i++) {
    if (!can[i]) continue
    const w = all[i]!
    const p = at(i - 1)
    const q = at(i + 1)
    const pp = at(i - 2)
    const qq = at(i + 2)
    const from = runStart[i]!
    const to = runEnd[i]!
    const left = at(from - 1)
    const right = at(to + 1)
    const head = at(to)
    const first = at(from)
    const length = Math.min(to - from, 5)
    const where = i === from ? (i === to ? 3 : 0) : i === to ? 2 : 1
    const opening = i === 0 || (i === 1 && !/\p{L}|\p{N}/u.test(all[0]!.folded)) ? 1 : 0
    const tells = seen.get(w.folded) ?? 0
    const tellsHead = seen.get(head.folded) ?? 0
    const a = lex[i]!
    const cls = a & (LEX.given | LEX.family | LEX.frequent | LEX.usual)
    const f = [
      mix(1, w.hash),
      mix(2, p.hash),
      mix(3, q.hash),
      mix(4, pp.hash),
      mix(5, qq.hash),
      mix(6, p.hash, w.hash),
      mix(7, w.hash, q.hash),
      mix(8, w.shape, opening),
      mix(9, p.shape, w.shape ^ Math.imul(q.shape, 31)),
      mix(10, w.prefix),
      mix(11, w.suffix2),
      mix(12, w.suffix3),
      mix(13, w.suffix4),
      mix(14, a),
      mix(15, a, w.shape),
      mix(16, lexAt(i - 1)),
      mix(17, lexAt(i + 1)),
      mix(18, lexAt(i - 1), a),
      mix(19, a, lexAt(i + 1)),
      mix(20, lexAt(i - 2), lexAt(i - 1)),
      mix(21, lexAt(i + 1), lexAt(i + 2)),
      mix(22, place[i]!),
      mix(23, organisation[i]!),
      mix(24, place[i]!, organisation[i]!),
      mix(25, place[i]!, cls),
      mix(26, organisation[i]!, cls),
      mix(27, place[i - 1] ?? 0, a),
      mix(28, place[i + 1] ?? 0, a),
      mix(29, organisation[i + 1] ?? 0, a),
      mix(30, p.hash, w.shape),
      mix(31, q.hash, w.shape),
      mix(32, left.hash, where),
      mix(33, right.hash, where),
      mix(34, lexAt(from - 1) & STRONG_LEX, length * 8 + where),
      mix(35, lexAt(to + 1) & STRONG_LEX, length * 8 + where),
      mix(36, head.hash, where),
      mix(37, lexAt(to), length * 8 + where),
      mix(38, first.hash, where),
      mix(39, lexAt(from), length * 8 + where),
      mix(40, lexAt(from), lexAt(to) * 8 + where),
      mix(41, tells, opening),
      mix(42, tells & ~(SEEN.often | SEEN.possessive), where),
      mix(43, tells & SEEN.lower, opening * 16 + cls),
      mix(44, tells & (SEEN.afterGiven | SEEN.afterTitle | SEEN.endsRun), where),
      mix(45, tells & (SEEN.afterPlaceCue | SEEN.afterThe | SEEN.beforeSpeech), where * 4096 + cls),
      mix(46, loud * 2 + opening, a),
      mix(47, loud * 4 + where, length),
      mix(48, left.hash, right.hash),
      mix(49, left.hash, lexAt(to)),
      mix(
        50,
        tellsHead & (SEEN.afterGiven | SEEN.afterTitle | SEEN.beforeSpeech | SEEN.initials),
        length * 8 + where,
      ),
      mix(51, right.hash, lexAt(to)),
      mix(52, w.hash, where),
      mix(53, place[to]!, length * 8 + where),
      mix(54, organisation[from]!, length * 8 + where),
      mix(55, pp.hash, p.hash),
      mix(56, q.hash, qq.hash),
      mix(57, w.allCaps ? 1 : 0, tells & (SEEN.initials | SEEN.afterThe | SEEN.beforeSpeech)),
      mix(58, place[from - 2] ?? 0, left.hash),
      mix(59, 0),
    ]
    out[i] = Int32Array.from(f)
  }
  return out
}
