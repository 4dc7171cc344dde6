/** Cuts text into words for matching: folded, lower-cased, with what their first letter and place say. */

/**
 * A word as matching sees it. `word` is folded (lower case, no marks, one form per letter); `start` and `end`
 * are UTF-16 offsets into the text it came from.
 */
export type Token = {
  readonly word: string
  readonly start: number
  readonly end: number
  /** Opens with a capital letter. Always false in scripts without capitals. */
  readonly capital: boolean
  /** First word of a sentence, line or quotation, where a capital says nothing. */
  readonly opens: boolean
  /** Holds a digit. */
  readonly digits: boolean
}

const OTHER = 0
const LETTER = 1
const UPPER = 2
const DIGIT = 3
const JOINER = 4
const STOP = 5
const LONE = 6

/** One class per UTF-16 unit, worked out once: a Unicode regular expression per character is ten times slower. */
const classes = (() => {
  const table = new Uint8Array(0x10000)
  for (let code = 0; code < 0x10000; code++) {
    const char = String.fromCharCode(code)
    if (code >= 0xd800 && code <= 0xdfff) table[code] = LETTER
    else if (/\p{N}/u.test(char)) table[code] = DIGIT
    else if (
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(
        char,
      )
    )
      table[code] = LONE
    else if (/\p{Lu}/u.test(char)) table[code] = UPPER
    else if (/[\p{L}\p{M}]/u.test(char)) table[code] = LETTER
  }
  for (const char of '.!?\n\r\u2028؟。…:;"“”«»„‹›‘([') table[char.charCodeAt(0)] = STOP
  for (const char of "'’׳״ʼ") table[char.charCodeAt(0)] = JOINER
  table['\u0640'.charCodeAt(0)] = LETTER
  // Soft hyphens and direction marks stand inside words and mean nothing.
  for (const char of '\u00ad\u200c\u200d\u200e\u200f') table[char.charCodeAt(0)] = JOINER
  return table
})()

const foldings: readonly (readonly [RegExp, string])[] = [
  [/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640\u00ad\u200c-\u200f]/g, ''],
  [/[أإآٱ]/g, 'ا'],
  [/[ىی]/g, 'ي'],
  [/ک/g, 'ك'],
  [/ة/g, 'ه'],
  [/ß/g, 'ss'],
  [/[æ]/g, 'ae'],
  [/[œ]/g, 'oe'],
  [/ø/g, 'o'],
  [/ł/g, 'l'],
  [/đ/g, 'd'],
  [/ı/g, 'i'],
]

/** Folds one word: lower case, marks and elongation dropped, letter variants made one. */
export function foldWord(word: string): string {
  let plain = true
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) plain = false
  const lower = word.toLowerCase()
  if (plain) return lower
  let folded = lower.normalize('NFD')
  for (const [what, by] of foldings) folded = folded.replace(what, by)
  return folded.normalize('NFC')
}

/** Calls `see` for every word of `text`, in order. Words over 60 units are cut there. */
export function eachToken(text: string, see: (token: Token) => void): void {
  const length = text.length
  const isLetter = (at: number) => {
    const here = classes[text.charCodeAt(at)]
    return here === LETTER || here === UPPER || here === DIGIT
  }
  let opens = true
  let i = 0
  while (i < length) {
    const kind = classes[text.charCodeAt(i)]!
    if (kind === OTHER || kind === STOP || kind === JOINER) {
      if (kind === STOP) opens = true
      i++
      continue
    }
    const start = i
    if (kind === LONE) {
      // Scripts without spaces: overlapping pairs of characters stand for words.
      const next = i + 1 < length && classes[text.charCodeAt(i + 1)] === LONE ? 2 : 1
      const after = i + 2 < length && next === 2 && classes[text.charCodeAt(i + 2)] === LONE
      see({ word: text.slice(i, i + next), start: i, end: i + next, capital: false, opens, digits: false })
      opens = false
      i += after || next === 1 ? 1 : 2
      continue
    }
    let digits = false
    let bare = true
    let end = i
    while (end < length && end - start < 60) {
      const code = text.charCodeAt(end)
      const here = classes[code]!
      if (here === DIGIT) digits = true
      else if (here === JOINER) {
        const after = classes[text.charCodeAt(end + 1)] ?? OTHER
        if (after !== LETTER && after !== UPPER && after !== JOINER) break
        bare = false
      } else if (here !== LETTER && here !== UPPER) {
        // 1,000 and 3.5 are one number.
        const grouped =
          digits &&
          (code === 0x2c || code === 0x2e) &&
          classes[text.charCodeAt(end + 1)] === DIGIT &&
          classes[text.charCodeAt(end - 1)] === DIGIT
        if (!grouped) break
      }
      if (code > 127) bare = false
      end++
    }
    // "U.S.", "E.U.": dotted capitals are one word.
    if (end - start === 1 && kind === UPPER)
      while (
        text.charCodeAt(end) === 0x2e &&
        classes[text.charCodeAt(end + 1)] === UPPER &&
        !isLetter(end + 2)
      )
        end += 2
    let word = text.slice(start, end)
    // In capitals it is the country, else the pronoun.
    if (word === 'US') word = 'U.S'
    word = bare ? word.toLowerCase() : foldWord(word.replace(/[’ʼ׳]/g, "'").replace(/״/g, '"'))
    if (digits) word = word.replace(/(?<=\d)[,.](?=\d{3}(?!\d))/g, '')
    if (word !== '') see({ word, start, end, capital: kind === UPPER, opens, digits })
    opens = false
    i = end
  }
}

/** Every word of `text`, in order. */
export function tokens(text: string): Token[] {
  const list: Token[] = []
  eachToken(text, (token) => list.push(token))
  return list
}
