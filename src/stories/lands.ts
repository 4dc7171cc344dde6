/** In which countries an article plays, by the places it names: two towns are of one country, though they share no word. */

import { type Place, placeNames, placeOf } from '../words/places.ts'
import { stem } from '../words/stems.ts'
import { isStopWord } from '../words/stop-words.ts'
import { foldWord } from '../words/tokens.ts'

/** Thousands of people: the names of smaller towns are oftener those of people and things. */
const CITY = 100
const SHORTEST = 2

type Gazetteer = {
  /** Countries and lands, which are told by their names alone. */
  readonly sure: ReadonlyMap<string, string>
  /** Cities and regions, which are told only where a name stands. */
  readonly named: ReadonlyMap<string, string>
}

const gazetteers = new Map<string, Gazetteer>()

/**
 * ISO 3166-1 alpha-2 codes, each once. `terms` and `names` are stems as features hold them; a name of many words counts
 * before its words do, so that the name of a region is not taken for the country that is a part of it.
 */
export function landsOf(
  terms: readonly string[],
  names: ReadonlySet<string>,
  language: string,
): readonly string[] {
  const { sure, named } = gazetteerOf(language)
  const found = new Set<string>()
  const within = new Set<string>()
  const take = (term: string, code: string | undefined): boolean => {
    if (code === undefined) return false
    found.add(code)
    for (const word of term.split(' ')) within.add(word)
    return true
  }
  for (const term of terms) {
    if (!term.includes(' ') || take(term, sure.get(term) ?? named.get(term))) continue
    const words = term.split(' ')
    for (let size = words.length - 1; size > 1; size--)
      for (let at = 0; at + size <= words.length; at++) {
        const part = words.slice(at, at + size).join(' ')
        take(part, sure.get(part) ?? named.get(part))
      }
  }
  for (const term of terms) {
    if (within.has(term) || term.includes(' ')) continue
    const code = sure.get(term) ?? (names.has(term) ? named.get(term) : undefined)
    if (code !== undefined) found.add(code)
  }
  return [...found]
}

function gazetteerOf(language: string): Gazetteer {
  const known = gazetteers.get(language)
  if (known !== undefined) return known
  const sure = new Map<string, string>()
  const named = new Map<string, string>()
  const add = (name: string, { kind, country, population = 0 }: Place) => {
    if (country === undefined || (kind === 'city' && population < CITY)) return
    const key = termsOf(name, language)
    const into = kind === 'country' || kind === 'land' ? sure : named
    if (key.length >= SHORTEST && !into.has(key)) into.set(key, country)
  }
  for (const name of placeNames(language)) add(name, placeOf(name, language)!)
  const made = { sure, named }
  gazetteers.set(language, made)
  return made
}

const termsOf = (name: string, language: string): string =>
  name
    .split(/[\s\-–]+/)
    .map((word) => foldWord(word.replace(/[^\p{L}\p{M}\p{N}'’]/gu, '')))
    .filter((word) => word !== '' && !isStopWord(word, language))
    .map((word) => stem(word, language))
    .join(' ')

const called = new Map<string, Intl.DisplayNames>()

/** What a language calls a country; the code where it has no name for it. */
export function landCalled(code: string, language: string): string {
  let names = called.get(language)
  if (names === undefined) {
    names = new Intl.DisplayNames([language === 'und' ? 'en' : language, 'en'], { type: 'region' })
    called.set(language, names)
  }
  return names.of(code) ?? code
}
