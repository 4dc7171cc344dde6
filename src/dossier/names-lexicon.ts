/** What the recogniser knows of single words and of whole names, from the gazetteers and word classes. */

import { placeNames, placeOf } from '../words/places.ts'
import {
  CALENDAR,
  DEMONYMS,
  ORGANISATION_HEADS,
  PLACE_CUES,
  PLACE_HEADS,
  SPEECH,
  TITLES,
} from './names-words.ts'
import organisations from './organisations.data.json' with { type: 'json' }
import people from './people.data.json' with { type: 'json' }
import common from './words.data.json' with { type: 'json' }

/** Bits of what a word can be. A word often has several. */
export const LEX = {
  given: 1,
  family: 2,
  frequent: 4,
  usual: 8,
  title: 16,
  organisationHead: 32,
  placeHead: 64,
  speech: 128,
  placeCue: 256,
  demonym: 512,
  calendar: 1024,
} as const

const bits = new Map<string, number>()

/** Lower case, without marks over letters, with plain apostrophes and hyphens. */
export function folded(word: string): string {
  const lower = word.toLowerCase()
  if (/^[\x00-\x7f]*$/u.test(lower)) return lower
  return lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘`]/gu, "'").replace(/[‐‑–]/gu, '-')
}

const mark = (list: readonly string[], bit: number): void => {
  for (const word of list) {
    const key = folded(word)
    bits.set(key, (bits.get(key) ?? 0) | bit)
  }
}

mark(people.given.split(' '), LEX.given)
mark(people.family.split(' '), LEX.family)
mark(common.frequent.split(' '), LEX.frequent)
mark(common.usual.split(' '), LEX.usual)
mark(TITLES, LEX.title)
mark(ORGANISATION_HEADS, LEX.organisationHead)
mark(PLACE_HEADS, LEX.placeHead)
mark(SPEECH, LEX.speech)
mark(PLACE_CUES, LEX.placeCue)
mark(DEMONYMS, LEX.demonym)
mark(
  DEMONYMS.map((word) => `${word}s`),
  LEX.demonym,
)
mark(CALENDAR, LEX.calendar)

/** The bits of a word, folded or not; 0 for an unknown one. */
export function lexOf(word: string): number {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const lex = bits.get(folded(word)) ?? 0
  if (remembered.size > 40_000) remembered.clear()
  remembered.set(word, lex)
  return lex
}

const remembered = new Map<string, number>()

/** 0: not in the gazetteer. Places by how sure the name alone makes them, organisations by kind. */
export type GazetteerEntry = { place: number; organisation: number }

const NONE: GazetteerEntry = { place: 0, organisation: 0 }
const phrases = new Map<string, GazetteerEntry>()
/** First word to the number of words in the longest name that opens with it. */
const longest = new Map<string, number>()

const CUT = /[\p{L}\p{M}\p{N}]+(?:[-&'.][\p{L}\p{M}\p{N}]+)*\.?|[^\s]/gu

function enter(name: string, kind: 'place' | 'organisation', value: number): void {
  const parts = folded(name).match(CUT) ?? []
  const key = parts.join(' ')
  const entry = phrases.get(key) ?? { place: 0, organisation: 0 }
  if (entry[kind] === 0) entry[kind] = value
  phrases.set(key, entry)
  const first = parts[0] ?? ''
  longest.set(first, Math.max(longest.get(first) ?? 0, parts.length))
}

for (const name of placeNames()) {
  const place = placeOf(name)!
  if (place.kind === 'country') enter(name, 'place', 1)
  else if (place.kind === 'land') enter(name, 'place', 2)
  else if (place.kind === 'region') enter(name, 'place', 3)
  else enter(name, 'place', place.population! >= 200 ? 4 : 5)
}
Object.values(organisations).forEach((names, kind) => {
  for (const name of names.split('|')) enter(name, 'organisation', kind + 1)
})

/** Words in the longest gazetteer name that opens with `first` (folded), or 0. */
export const longestFrom = (first: string): number => longest.get(first) ?? 0

/** The gazetteer's entry for a name given as folded words joined by one space. */
export const entryOf = (key: string): GazetteerEntry => phrases.get(key) ?? NONE

/** The kind an organisation is listed under, or undefined. */
export const ORGANISATION_KINDS: readonly string[] = Object.keys(organisations)
