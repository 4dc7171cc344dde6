/** Who is who across the tellings of an encounter: what a party stands for, and whether two can be the same. */

import { placeOf } from '../words/places.ts'
import type { Word } from './clause.ts'
import { countryOfDemonym } from './demonyms.ts'
import type { Found } from './found.ts'
import type { Phrase } from './phrases.ts'

/** Keys of one party: persons, organisations, countries. A party without keys can be anyone. */
export type Side = {
  readonly persons: ReadonlySet<number>
  readonly groups: ReadonlySet<string>
  readonly open: boolean
  /** An open party of several: "the envoys". */
  readonly several: boolean
}

const PLURAL =
  /^(?:envoys|ministers|leaders|presidents|officials|representatives|diplomats|mediators|negotiators|generals|lawmakers|experts|inspectors|families|people|bishops)$/

export function sideOf(
  found: Found,
  words: readonly Word[],
  phrase: Phrase,
  actor: number | undefined,
): Side {
  const persons = new Set<number>()
  const groups = new Set<string>()
  const add = (index: number): void => {
    const known = found.actors[index]
    if (known?.kind === 'person') {
      persons.add(index)
      for (const { of } of known.roles) if (of) for (const key of groupKeys(of)) groups.add(key)
    } else if (known?.kind === 'organisation') for (const key of organisationKeys(known.name)) groups.add(key)
    else {
      const country = known?.country ?? (known && placeOf(known.name)?.country)
      if (country) groups.add(country)
    }
  }
  if (actor !== undefined) add(actor)
  for (let i = phrase.from; i < phrase.to; i++) {
    const word = words[i]!
    if (word.tag === 'N') add(found.mentions[word.of!]!.actor)
    else if (word.tag === 'n') {
      for (const key of groupKeys(found.text.slice(word.start, word.end)))
        if (/^[A-Z]/.test(key)) groups.add(key)
    }
  }
  if (persons.size > 0 || groups.size > 0) return { persons, groups, open: false, several: false }
  // "business leaders" are nobody told of before; "they" or "the minister" may be.
  const back = words
    .slice(phrase.from, phrase.to)
    .some((w) => w.tag === 'R' || /^(?:the|its|his|her|their|this|these|both)$/.test(w.lower))
  const noun = words.slice(phrase.from, phrase.to).findLast((w) => w.tag === 'n')
  if (noun && !back) groups.add(`noun ${noun.lower}`)
  const several = noun !== undefined && PLURAL.test(noun.lower)
  return { persons, groups, open: back || !noun, several }
}

/** What a role's "of" or a single word says of belonging: a country, an organisation, initials. */
function groupKeys(name: string): string[] {
  const country = countryOfDemonym(name) ?? placeOf(name.replace(/^the /i, ''))?.country
  return country ? [country] : organisationKeys(name)
}

/** "World Health Organization" and "WHO officials' board" share a key: name, initials, and initials it holds. */
function organisationKeys(name: string): string[] {
  const words = name.replace(/^the /i, '').split(/\s+/)
  const keys = [words.join(' ').toLowerCase()]
  const initials = words.filter((w) => /^\p{Lu}/u.test(w)).map((w) => w[0])
  if (initials.length > 1) keys.push(initials.join(''))
  for (const word of words) if (/^[\p{Lu}.]{2,}$/u.test(word)) keys.push(word.replaceAll('.', ''))
  return keys
}

const meet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => {
  for (const x of a) if (b.has(x)) return true
  return false
}

/** 2 for a shared person, 1 for a shared group, 0 where nothing speaks against it, -1 where something does. */
export function agree(a: Side, b: Side): number {
  if (meet(a.persons, b.persons)) return 2
  if (a.persons.size > 0 && b.persons.size > 0) return -1
  if (meet(a.groups, b.groups)) return 1
  // "the envoys" are not the one person told of before.
  if ((a.several && b.persons.size === 1) || (b.several && a.persons.size === 1)) return -1
  if (a.open || b.open) return 0
  // A person and a group: the one may belong to the other.
  if (a.persons.size > 0 !== b.persons.size > 0) return a.groups.size > 0 && b.groups.size > 0 ? -1 : 0
  return -1
}

/** How well two lists of sides fit one another, each side with its own partner; -1 where they do not. */
export function agreeAll(a: readonly Side[], b: readonly Side[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const taken = new Set<number>()
  let total = 0
  const ordered = [...few].sort((x, y) => Number(x.open) - Number(y.open))
  for (const side of ordered) {
    let best = -1
    let at = -1
    many.forEach((other, i) => {
      if (taken.has(i)) return
      const score = agree(side, other)
      if (score > best) {
        best = score
        at = i
      }
    })
    if (at < 0) return -1
    taken.add(at)
    total += best
  }
  return total
}

export type Whereabouts = {
  readonly text: string
  readonly actor: number | undefined
  readonly country: string | undefined
  readonly wide: boolean
}

export function whereabouts(found: Found, words: readonly Word[], phrase: Phrase): Whereabouts {
  const text = found.text.slice(words[phrase.from]!.start, words[phrase.to - 1]!.end).replace(/^the /i, '')
  const land = words
    .slice(phrase.from, phrase.to)
    .map((w) => countryOfDemonym(w.lower))
    .find((code) => code !== undefined)
  if (land) return { text, actor: undefined, country: land, wide: true }
  for (let i = phrase.from; i < phrase.to; i++) {
    if (words[i]!.tag !== 'N') continue
    const actor = found.mentions[words[i]!.of!]!.actor
    const name = found.actors[actor]!.name
    const place = placeOf(name.replace(/^the /i, '')) ?? placeOf(text)
    const country = found.actors[actor]!.country ?? place?.country
    return { text, actor, country, wide: place !== undefined && place.kind !== 'city' }
  }
  return { text, actor: undefined, country: undefined, wide: false }
}

/** Whether two places can be one: the same name, or a town and its country. */
export function samePlace(a: Whereabouts | undefined, b: Whereabouts | undefined): boolean {
  if (!a || !b) return true
  if (a.text.toLowerCase() === b.text.toLowerCase()) return true
  if (a.actor !== undefined && a.actor === b.actor) return true
  return a.country !== undefined && a.country === b.country && (a.wide || b.wide)
}
