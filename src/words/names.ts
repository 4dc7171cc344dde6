/** Compares names of people across spellings and scripts. */

import { isVowelless, transliterate } from './transliterate.ts'

export type NameVerdict = { readonly verdict: 'same' | 'maybe' | 'different'; readonly score: number }

/** Not part of anyone's name: titles, and particles that one spelling has and the next leaves out. */
const DROPPED =
  /^(mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|rev|hon|president|minister|general|gen|col|maj|lt|capt|sheikh|shaikh|shaykh|sheik|haji|hajji|hajj|mullah|maulvi|maulana|mawlawi|qari|sayyed|sayyid|sayed|imam|ayatollah|king|prince|princess|queen|jr|sr|ii|iii|iv)$/u
const PARTICLES =
  /^(al|el|ul|ad|as|ar|an|ash|az|at|the|bin|ibn|ben|bint|de|da|do|dos|del|della|di|du|la|le|van|von|der|den|af|av|y|e|ال)$/u

/** Short forms that share too little with the full name to be found by spelling. */
const NICKNAMES: ReadonlyMap<string, string> = new Map(
  `bill=william billy=william will=william bob=robert bobby=robert rob=robert dick=richard rick=richard jim=james jimmy=james
   jack=john johnny=john joe=joseph joey=joseph tom=thomas tommy=thomas mike=michael mick=michael dave=david dan=daniel
   danny=daniel steve=steven stephen=steven tony=anthony ted=edward ed=edward eddie=edward ned=edward charlie=charles
   chuck=charles hank=henry harry=henry larry=lawrence andy=andrew drew=andrew alex=alexander sandy=alexander sasha=alexander
   nick=nicholas chris=christopher matt=matthew pat=patrick ron=ronald don=donald ken=kenneth sam=samuel ben=benjamin
   bibi=benjamin benny=benjamin greg=gregory jeff=jeffrey tim=timothy pete=peter liz=elizabeth beth=elizabeth betty=elizabeth
   kate=katherine kathy=katherine cathy=katherine katie=katherine peggy=margaret maggie=margaret meg=margaret sue=susan
   jenny=jennifer jen=jennifer becky=rebecca vicky=victoria debbie=deborah barb=barbara patty=patricia chuy=jesus
   pepe=jose paco=francisco pancho=francisco manolo=manuel beppe=giuseppe pippo=filippo vova=vladimir volodya=vladimir
   dima=dmitry misha=mikhail kolya=nikolai seryozha=sergey lyosha=alexey alyosha=alexey zhenya=yevgeny tolya=anatoly
   yura=yuri vanya=ivan grisha=grigory pasha=pavel abu-mazen=mahmoud`
    .split(/\s+/u)
    .filter(Boolean)
    .map((pair) => pair.split('=') as [string, string]),
)

type Word = { readonly text: string; readonly vowelless: boolean; readonly initial: boolean }

const wordsOf = (name: string): Word[] => {
  // "SURNAME, Given" reads as "Given SURNAME".
  const turned = name.includes(',') ? name.split(',').reverse().join(' ') : name
  // "JC" are two initials.
  const apart = turned.replace(/(?<![\p{L}])(\p{Lu})(\p{Lu})(?=\s+\p{Lu}\p{Ll})/gu, '$1 $2')
  const spaced = apart.replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, (whole, a: string, b: string, at: number) =>
    /^(?:mc|mac|de|di|la|le|du|o)$/iu.test(wordEndingAt(apart, at)) ? whole : `${a} ${b}`,
  )
  const words = spaced
    .split(/[\s\p{Pd}.·•,]+/u)
    .map((raw) => ({ raw, text: transliterate(withoutArticle(raw)).replace(/[^\p{L}\p{N}]/gu, '') }))
    .filter(({ text }) => text !== '')
    .map(({ raw, text }) => ({
      text,
      vowelless: isVowelless(raw),
      initial: text.length === 1 && !/\p{Lo}/u.test(raw),
    }))
  const kept = words.filter((word) => !DROPPED.test(word.text))
  // First, "Ben" is a given name.
  const bare = kept.filter((word, i) => !PARTICLES.test(word.text) || (i === 0 && word.text === 'ben'))
  return bare.length > 0 ? bare : kept.length > 0 ? kept : words
}

/** The Arabic article is written in one with its word; he and ha after the first letter are mostly vowels. */
const withoutArticle = (word: string): string =>
  word.replace(/^ال(?=\p{L}{3})/u, '').replace(/(?<=.)[הه]/gu, '')

const wordEndingAt = (text: string, at: number): string => /\p{L}*$/u.exec(text.slice(0, at + 1))![0]

/** Spelling differences that different ways of romanising make, folded away. */
function plain(word: string): string {
  return word
    .replace(/sch/gu, 'sh')
    .replace(/tsch|tch|cz|tsh/gu, 'ch')
    .replace(/dj|dzh|dsch/gu, 'j')
    .replace(/ph/gu, 'f')
    .replace(/kh|gh|ch(?=[rlt])/gu, (s) => (s === 'gh' ? 'g' : 'h'))
    .replace(/th/gu, 't')
    .replace(/q|ck|c(?![hieyz])/gu, 'k')
    .replace(/x/gu, 'ks')
    .replace(/w/gu, 'v')
    .replace(/ou|oo/gu, 'u')
    .replace(/ee|ie(?=.)|ei|ey|iy|yi|ij|yj/gu, 'i')
    .replace(/y|j(?=[^aeiou]|$)/gu, 'i')
    .replace(/ii+/gu, 'i')
    .replace(/sh/gu, 'S')
    .replace(/ch/gu, 'C')
    .replace(/(?<=\p{L}{3}[^aeiou])e$/u, '')
    .replace(/(.)\1+/gu, '$1')
}

/** Consonants alone: what is left of a name when it passes through a script without vowels. */
export function skeleton(word: string): string {
  const folded = plain(transliterate(word).replace(/[^\p{L}]/gu, ''))
    .replace(/tz|ts/gu, 's')
    .replace(/z/gu, 's')
    .replace(/b|p|f/gu, (c) => (c === 'b' ? 'b' : 'f'))
    .replace(/g/gu, 'k')
    .replace(/C/gu, 'S')
    .replace(/j/gu, 'S')
  // An opening vowel is not kept: ayn and alef come and go. Neither is an h but the first letter.
  const bare = folded.replace(/^[aeiou]+(?=.)/u, '').replace(/[aeiouv]/gu, '')
  return bare.replace(/(?<=.)h/gu, '').replace(/(.)\1+/gu, '$1') || folded.slice(0, 1)
}

/**
 * A key that spellings of one name share, in whatever script: for finding candidates that `sameName` then judges.
 * Different names can share a key.
 */
export function nameKey(name: string): string {
  return wordsOf(name)
    .map((word) => skeleton(word.text))
    .sort()
    .join(' ')
}

/** How alike two words of names are, 0 to 1. */
function likeness(a: Word, b: Word): number {
  if (a.text === b.text) return 1
  if (a.initial || b.initial) {
    return a.text[0] === b.text[0] || plain(a.text)[0] === plain(b.text)[0] ? 0.8 : 0
  }
  if (a.vowelless || b.vowelless) {
    const x = skeleton(a.text)
    const y = skeleton(b.text)
    if (x === y) return 0.95
    const d = distance(x, y)
    return Math.max(x.length, y.length) >= 4 && d <= 1 ? 0.8 : 0
  }
  if (/\p{Script=Han}/u.test(a.text + b.text)) return 0
  const x = plain(a.text)
  const y = plain(b.text)
  if (x === y) return 0.97
  const nickA = NICKNAMES.get(a.text) ?? a.text
  const nickB = NICKNAMES.get(b.text) ?? b.text
  if (nickA === nickB) return 0.9
  const longer = Math.max(x.length, y.length)
  const far = distance(x, y)
  // One slip in four or five letters, two in eight; vowels and sister letters count less than half.
  const allowed = longer <= 3 ? 0.45 : longer <= 5 ? 1 : longer <= 7 ? 1.2 : longer <= 10 ? 2 : 2.5
  if (far > allowed) return 0
  return Math.max(0, 1 - far / longer)
}

const SISTERS = 'SC bp bv dt gk gh kh sz sS zj ij ui vu vf hj'.split(' ')
const VOWEL = /[aeiou]/u

function swap(a: string, b: string): number {
  if (a === b) return 0
  if (VOWEL.test(a) && VOWEL.test(b)) return 0.4
  return SISTERS.includes(a + b) || SISTERS.includes(b + a) ? 0.5 : 1
}

/** Edit distance with neighbours exchanged counting once, vowels and sister letters at a discount. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const drop = /[aeiouh]/u.test(a[i - 1]!) && i > 1 ? 0.5 : 1
      const gain = /[aeiouh]/u.test(b[j - 1]!) && j > 1 ? 0.5 : 1
      let best = Math.min(
        rows[i - 1]![j]! + drop,
        row[j - 1]! + gain,
        rows[i - 1]![j - 1]! + swap(a[i - 1]!, b[j - 1]!),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, rows[i - 2]![j - 2]! + 0.8)
      }
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}

/**
 * Whether two names can be one person's. Words are paired whatever their order; a word that only one of the two
 * has (a middle name, a patronymic) speaks little against it, words on both sides that fit nothing speak
 * decisively. `score` is 0 to 1; "maybe" is for a person to decide.
 */
export function sameName(a: string, b: string): NameVerdict {
  const [x, y] = mended(wordsOf(a), wordsOf(b))
  if (x.length === 0 || y.length === 0) return { verdict: 'different', score: 0 }
  const joined = (list: readonly Word[]): string => list.map((word) => word.text).join('')
  const whole = likeness(asOne(x), asOne(y))
  if (whole >= 0.95 && (x.length !== y.length || joined(x) === joined(y))) return judge(whole)

  const pairs: { i: number; j: number; like: number }[] = []
  x.forEach((u, i) => {
    y.forEach((v, j) => {
      const like = likeness(u, v)
      if (like > 0) pairs.push({ i, j, like: like - 0.001 * Math.abs(i - j) })
    })
  })
  pairs.sort((p, q) => q.like - p.like)
  const takenX = new Set<number>()
  const takenY = new Set<number>()
  let sum = 0
  let weight = 0
  let exact = 0
  for (const { i, j, like } of pairs) {
    if (takenX.has(i) || takenY.has(j)) continue
    takenX.add(i)
    takenY.add(j)
    const size = Math.min(x[i]!.text.length, y[j]!.text.length) + 1
    sum += like * size
    weight += size
    if (like > 0.9) exact++
  }
  const restX = x.filter((_, i) => !takenX.has(i))
  const restY = y.filter((_, j) => !takenY.has(j))
  if (weight === 0) return { verdict: 'different', score: Math.min(0.3, whole * 0.3) }
  const score = sum / weight
  if (restX.length > 0 && restY.length > 0) {
    // Words run together in one of the two ("Abdul Rahman", "Abdulrahman").
    const glued = likeness(asOne(restX), asOne(restY))
    if (glued > 0.8) return judge((score + glued) / 2)
    return { verdict: 'different', score: Math.min(0.4, score * 0.4) }
  }
  const rest = restX.length + restY.length
  const shared = Math.min(x.length, y.length)
  if (rest === 0) return judge(score)
  // One word in common with a fuller name: the family name alone decides nothing.
  if (shared === 1) return { verdict: score > 0.9 ? 'maybe' : 'different', score: score * 0.6 }
  return exact > 0 || score > 0.9 ? judge(score - 0.03 * rest) : { verdict: 'maybe', score: score * 0.7 }
}

/** Neighbouring words of one that are a single word of the other, put together. */
function mended(a: readonly Word[], b: readonly Word[]): [readonly Word[], readonly Word[]] {
  const join = (list: readonly Word[], others: readonly Word[]): readonly Word[] => {
    for (let i = 0; i + 1 < list.length; i++) {
      const pair = list.slice(i, i + 2)
      const one = asOne(pair)
      const fits = others.some((other) => other.text.length > 5 && likeness(one, other) >= 0.95)
      if (fits && !pair.every((word) => others.some((other) => other.text === word.text))) {
        return [...list.slice(0, i), one, ...list.slice(i + 2)]
      }
    }
    return list
  }
  return [join(a, b), join(b, a)]
}

const judge = (score: number): NameVerdict => ({
  verdict: score >= 0.78 ? 'same' : score >= 0.6 ? 'maybe' : 'different',
  score: Math.round(score * 1000) / 1000,
})

const asOne = (words: readonly Word[]): Word => ({
  text: words.map((word) => word.text).join(''),
  vowelless: words.some((word) => word.vowelless),
  initial: false,
})
