/** Brings the forms of a word together with light, language-aware rules; matching needs no more. */

import { variants } from './variants.ts'

/** Endings tried in order, longest first, each with the shortest stem it may leave and what replaces it. */
type Ending = readonly [ending: string, least: number, by?: string]

const endings: Readonly<Record<string, readonly Ending[]>> = {
  fr: [
    ['issements', 4],
    ['issement', 4],
    ['atrices', 4, 'at'],
    ['ateurs', 4, 'at'],
    ['ations', 4, 'at'],
    ['atrice', 4, 'at'],
    ['ateur', 4, 'at'],
    ['ation', 4, 'at'],
    ['ements', 4],
    ['ement', 4],
    ['euses', 4],
    ['euse', 4],
    ['eaux', 3, 'eau'],
    ['aux', 3, 'al'],
    ['ives', 3, 'if'],
    ['ive', 3, 'if'],
    ['iers', 4],
    ['ier', 4],
    ['aient', 4],
    ['erent', 4],
    ['ees', 3],
    ['ait', 4],
    ['ant', 4],
    ['ent', 5],
    ['ee', 3],
    ['es', 3],
    ['er', 4],
    ['e', 3],
    ['s', 3],
    ['x', 4],
  ],
  es: [
    ['aciones', 4],
    ['amientos', 4],
    ['imientos', 4],
    ['amiento', 4],
    ['imiento', 4],
    ['adores', 4],
    ['adoras', 4],
    ['acion', 4],
    ['iones', 4, 'ion'],
    ['ador', 4],
    ['adora', 4],
    ['mente', 4],
    ['ieron', 3],
    ['aron', 4],
    ['ando', 4],
    ['iendo', 3],
    ['idos', 4],
    ['idas', 4],
    ['ados', 4],
    ['adas', 4],
    ['aban', 4],
    ['ado', 4],
    ['ada', 4],
    ['ido', 4],
    ['ida', 4],
    ['es', 4],
    ['os', 3],
    ['as', 3],
    ['o', 3],
    ['a', 3],
    ['e', 4],
    ['s', 4],
  ],
  de: [
    ['ungen', 4],
    ['ung', 4],
    ['heiten', 4],
    ['heit', 4],
    ['keiten', 4],
    ['keit', 4],
    ['ischen', 4],
    ['ischer', 4],
    ['ische', 4],
    ['isch', 4],
    ['innen', 4],
    ['ern', 4],
    ['em', 4],
    ['en', 4],
    ['er', 4],
    ['es', 4],
    ['e', 4],
    ['n', 5],
    ['s', 5],
  ],
  ru: [
    ['иями', 3],
    ['ями', 3],
    ['ами', 3],
    ['иях', 3],
    ['ого', 3],
    ['его', 3],
    ['ому', 3],
    ['ему', 3],
    ['ыми', 3],
    ['ими', 3],
    ['ией', 3],
    ['ется', 3],
    ['ются', 3],
    ['ился', 3],
    ['ились', 3],
    ['или', 4],
    ['ила', 4],
    ['али', 4],
    ['ала', 4],
    ['ить', 4],
    ['ать', 4],
    ['ией', 3],
    ['ов', 3],
    ['ев', 3],
    ['ей', 3],
    ['ой', 3],
    ['ий', 3],
    ['ый', 3],
    ['ая', 3],
    ['яя', 3],
    ['ое', 3],
    ['ее', 3],
    ['ые', 3],
    ['ие', 3],
    ['ую', 3],
    ['юю', 3],
    ['ым', 3],
    ['им', 3],
    ['ых', 3],
    ['их', 3],
    ['ам', 3],
    ['ям', 3],
    ['ах', 3],
    ['ях', 3],
    ['ом', 3],
    ['ем', 3],
    ['ию', 3],
    ['ия', 3],
    ['ии', 3],
    ['ья', 3],
    ['а', 3],
    ['я', 3],
    ['о', 3],
    ['е', 3],
    ['ы', 3],
    ['и', 3],
    ['у', 3],
    ['ю', 3],
    ['ь', 3],
    ['й', 4],
  ],
  ar: [
    ['تهما', 3],
    ['هما', 3],
    ['هم', 3],
    ['هن', 3],
    ['ها', 3],
    ['نا', 3],
    ['ات', 3],
    ['ون', 3],
    ['ين', 3],
    ['ان', 3],
    ['يه', 3],
    ['ته', 3],
    ['ه', 3],
    ['ي', 3],
  ],
  he: [
    ['יות', 3],
    ['ים', 3],
    ['ות', 3],
    ['ית', 3],
    ['ה', 4],
  ],
}

const prefixes: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  ar: [
    ['وال', 3],
    ['بال', 3],
    ['كال', 3],
    ['فال', 3],
    ['لل', 3],
    ['ال', 3],
    ['و', 4],
  ],
  he: [
    ['וה', 4],
    ['וב', 4],
    ['של', 5],
    ['שה', 4],
    ['מה', 4],
    ['ה', 4],
    ['ב', 4],
    ['ל', 4],
    ['ו', 4],
    ['כש', 4],
  ],
  fr: [
    ["l'", 2],
    ["d'", 2],
    ["qu'", 2],
    ["j'", 2],
    ["s'", 2],
    ["n'", 2],
    ["c'", 2],
  ],
}

function cut(word: string, table: readonly Ending[]): string {
  for (const [ending, least, by] of table)
    if (word.length - ending.length >= least && word.endsWith(ending))
      return word.slice(0, word.length - ending.length) + (by ?? '')
  return word
}

function english(given: string): string {
  let word = given
  if (word.endsWith("'s")) word = word.slice(0, -2)
  word = word.replaceAll("'", '')
  if (word.length < 4) return word
  if (word.endsWith('sses')) word = word.slice(0, -2)
  else if (word.endsWith('ies') && word.length > 4) word = `${word.slice(0, -3)}y`
  else if (/(?:ch|sh|x|z|o)es$/.test(word) && word.length > 5) word = word.slice(0, -2)
  else if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1)
  const before = word
  if (word.endsWith('ingly')) word = word.slice(0, -5)
  else if (word.endsWith('edly')) word = word.slice(0, -4)
  else if (word.endsWith('ing') && word.length > 5) word = word.slice(0, -3)
  else if (word.endsWith('ied') && word.length > 4) word = `${word.slice(0, -3)}y`
  else if (word.endsWith('ed') && word.length > 4 && !word.endsWith('eed')) word = word.slice(0, -2)
  if (word !== before && !/[aeiouy]/.test(word)) return before
  if (word !== before && /([^aeiouyls])\1$/.test(word)) word = word.slice(0, -1)
  if (word.length > 6)
    word = cut(word, [
      ['ations', 4, 'at'],
      ['ation', 4, 'at'],
      ['ators', 4, 'at'],
      ['ator', 4, 'at'],
      ['ments', 5],
      ['ment', 5],
      ['ness', 5],
      ['ally', 5],
      ['ly', 5],
    ])
  // "arrive", "arrived", "arriving" meet without their last e.
  if (word.length > 4 && word.endsWith('e')) word = word.slice(0, -1)
  if (word.length > 4 && word.endsWith('i')) word = `${word.slice(0, -1)}y`
  return word
}

function uncached(word: string, language: string): string {
  if (/\d/.test(word)) return word
  if (language === 'en' || language === 'und') {
    const plain = word.endsWith("'s") ? word.slice(0, -2) : word
    const known = variants.get(plain) ?? plain
    return /^[a-z']+$/.test(known) ? english(known) : known
  }
  let bare = word
  for (const [prefix, least] of prefixes[language] ?? [])
    if (bare.startsWith(prefix) && bare.length - prefix.length >= least) {
      bare = bare.slice(prefix.length)
      break
    }
  return cut(bare.replaceAll("'", ''), endings[language] ?? [])
}

const cacheSize = 60_000
const caches = new Map<string, Map<string, string>>()

/**
 * The stem of a folded word (see `tokens.ts`) in a language (ISO 639-1; unknown ones are left whole). The answer
 * holds no reference to the text the word was cut from.
 */
export function stem(word: string, language: string): string {
  let cache = caches.get(language)
  if (cache === undefined) {
    cache = new Map()
    caches.set(language, cache)
  }
  const known = cache.get(word)
  if (known !== undefined) return known
  if (cache.size >= cacheSize) cache.clear()
  // V8 keeps a slice's whole parent text alive; a copy through bytes lets it go.
  const own = Buffer.from(word, 'utf16le').toString('utf16le')
  const found = uncached(own, language)
  cache.set(own, found)
  return found
}
