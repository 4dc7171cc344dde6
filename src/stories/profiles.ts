/** What each story keeps coming back to, in terms of every language, and which stories are like an article. */

import { openHolders } from './holders.ts'
import type { Lasting } from './lasting.ts'
import { openProfile, type Profile, placeIn, push, silenceOf, tidy } from './profile.ts'
import { type Asked, CORE_SHARE, likenessOf, type StoryLikeness } from './story-likeness.ts'
import { MEANING, NAME, openTerms, SOUND } from './terms.ts'

export type Compared = { readonly profile: Profile; readonly likeness: StoryLikeness }

/** A story has thousands of terms before it lets any go: what was let go of would hang on when that was. */
const MOST_TERMS = 4000
const KEPT_TERMS = 2000
/** Terms that lead to stories, the rarest first. */
const LEADS = 20
const COMPARED = 12
/** A story of so few articles is forgotten before longer ones. */
const SHORT = 3
const OWN_HOLDERS = 3
/** Stories remembered: two or three kilobytes each, most of them. */
const MOST_STORIES = 12_000
/** Weights are added up in whole numbers: their sum is the same in every order. */
const UNITS = 1 << 20

const kinds: Readonly<Record<number, Asked['kind']>> = {
  [SOUND]: 'sound',
  [MEANING]: 'meaning',
  [NAME]: 'name',
}

export type Profiles = {
  readonly get: (story: number) => Profile | undefined
  readonly include: (story: number, terms: Lasting) => void
  /** Takes an article out again that was included. */
  readonly exclude: (story: number, terms: Lasting) => void
  /** Gives all that a story holds to another. */
  readonly pour: (story: number, into: number) => void
  /** The stories most like an article, the likeliest by gain first. */
  readonly compare: (terms: Lasting) => readonly Compared[]
  /** The terms that speak most for a story, weightiest first, as they were given. */
  readonly because: (terms: Lasting, profile: Profile, most: number) => readonly string[]
  readonly size: () => number
}

/** Arabic and Hebrew don't show which words are names, so all their words are among the sounds. */
const hidesNames = (language: string): boolean => /^(?:ar|he|fa|ur)$/.test(language)

export function openProfiles(): Profiles {
  const profiles = new Map<number, Profile>()
  /** The same by slot. */
  const bySlot: (Profile | undefined)[] = []
  const terms = openTerms()
  const holders = openHolders()
  /** By term: where it stands in what is looked at just now, from 1; 0 elsewhere. */
  let place = new Int32Array(1024)

  /** Numbers are given out as terms come, and differ after a restart; the terms themselves don't. */
  const byText = (a: number, b: number): number => (terms.textOf(a) < terms.textOf(b) ? -1 : 1)
  const rarities = () => terms.rarityAmong(profiles.size)

  function profileOf(story: number): Profile {
    const known = profiles.get(story)
    if (known !== undefined) return known
    const profile = openProfile(story, holders.enter(story))
    profiles.set(story, profile)
    bySlot[profile.slot] = profile
    return profile
  }

  function held(number: number, { slot }: Profile, before: number, after: number): void {
    holders.change(number, slot, before, after)
    if (before === 0 || after === 0) terms.held(number, holders.of(number))
  }

  const widen = (): void => {
    if (place.length < terms.capacity()) place = new Int32Array(terms.capacity() * 2)
  }

  /** Adds to what a story holds of each of some terms, or takes away. */
  function hold(profile: Profile, numbers: readonly number[], by: (at: number) => number): void {
    widen()
    holders.resize(profile.slot, profile.articles)
    for (let i = 0; i < profile.size; i++) place[profile.terms[i]!] = i + 1
    numbers.forEach((number, at) => {
      const i = place[number]! - 1
      if (i < 0) {
        if (by(at) <= 0) return
        push(profile, number, by(at))
        place[number] = profile.size
        held(number, profile, 0, by(at))
        return
      }
      const before = profile.counts[i]!
      const after = Math.max(0, before + by(at))
      profile.counts[i] = after
      if (before > 0 || after > 0) held(number, profile, before, after)
    })
    for (let i = 0; i < profile.size; i++) place[profile.terms[i]!] = 0
    tidy(profile)
  }

  function drop(profile: Profile): void {
    for (let i = 0; i < profile.size; i++) held(profile.terms[i]!, profile, profile.counts[i]!, 0)
    profile.size = 0
    profiles.delete(profile.id)
    bySlot[profile.slot] = undefined
    holders.leave(profile.slot)
  }

  /** The oldest stories of an article or two go first: most of them never come to be more. */
  function forget(): void {
    for (const short of [true, false])
      for (const profile of [...profiles.values()]) {
        if (profiles.size <= MOST_STORIES * 0.9) return
        if (!short || profile.articles < SHORT) drop(profile)
      }
  }

  /** A story of thousands of terms keeps what it repeats. */
  function trim(profile: Profile): void {
    const order = Array.from({ length: profile.size }, (_, i) => i)
    const rarity = rarities()
    const worth = order.map((i) => profile.counts[i]! * rarity(profile.terms[i]!))
    order.sort((a, b) => worth[b]! - worth[a]! || byText(profile.terms[a]!, profile.terms[b]!))
    for (const i of order.slice(KEPT_TERMS)) {
      held(profile.terms[i]!, profile, profile.counts[i]!, 0)
      profile.counts[i] = 0
    }
    tidy(profile)
  }

  const allOf = ({ words, sounds, meanings, names }: Lasting): readonly string[] => [
    ...words,
    ...sounds,
    ...meanings,
    ...names,
  ]

  /** An article's terms that are known, without sounds that nobody ever wrote with a capital. */
  function asked(lasting: Lasting): readonly number[] {
    const hides = hidesNames(lasting.language)
    return allOf(lasting).flatMap((text) => {
      const number = terms.known(text)
      return number === undefined || (hides && !terms.isNamed(number)) ? [] : [number]
    })
  }

  function candidates(query: readonly number[]): readonly Profile[] {
    const rarity = rarities()
    const leads = query
      .filter((number) => terms.kindOf(number) !== NAME)
      .map((term) => ({ term, of: holders.of(term) }))
      .sort((a, b) => a.of - b.of || byText(a.term, b.term))
      .slice(0, LEADS)
      .map(({ term }) => ({ term, weight: rarity(term) ** 2 }))
    return holders.mostVoted(leads, COMPARED).map((slot) => bySlot[slot]!)
  }

  /** How often a story's articles hold each of some terms, and what of the story each kind of terms weighs, squared. */
  function laidOver(query: readonly number[], profile: Profile) {
    const held = new Float64Array(query.length)
    const squares = new Float64Array(terms.kinds())
    const rarity = rarities()
    let core = 0
    const { articles, size } = profile
    for (let i = 0; i < size; i++) {
      const number = profile.terms[i]!
      const at = place[number]!
      if (at > 0) held[at - 1] = profile.counts[i]!
      const kind = terms.kindOf(number)
      if (kind === SOUND && !terms.isNamed(number)) continue
      const share = Math.min(1, profile.counts[i]! / articles)
      const weight = share * rarity(number)
      squares[kind]! += Math.round(weight * weight * UNITS)
      if (kind === NAME && share >= CORE_SHARE) core += Math.round(weight * UNITS)
    }
    for (let kind = 0; kind < squares.length; kind++) squares[kind]! /= UNITS
    return { held, squares, core: core / UNITS }
  }

  /** Does something while the terms asked for are marked by their place. */
  function marked<T>(query: readonly number[], what: () => T): T {
    widen()
    for (let i = 0; i < query.length; i++) place[query[i]!] = i + 1
    const result = what()
    for (let i = 0; i < query.length; i++) place[query[i]!] = 0
    return result
  }

  return {
    get: (story) => profiles.get(story),
    include(story, lasting) {
      const profile = profileOf(story)
      profile.articles++
      if (lasting.short) profile.shorts++
      profile.days.splice(placeIn(profile.days, lasting.day), 0, lasting.day)
      hold(
        profile,
        allOf(lasting).map((text) => terms.numberOf(text)),
        () => 1,
      )
      if (!hidesNames(lasting.language)) terms.name(lasting.sounds)
      if (profile.size > MOST_TERMS) trim(profile)
      if (profiles.size > MOST_STORIES) forget()
    },
    exclude(story, lasting) {
      const profile = profiles.get(story)
      if (profile === undefined) return
      profile.articles--
      if (lasting.short) profile.shorts--
      profile.days.splice(placeIn(profile.days, lasting.day), 1)
      hold(
        profile,
        allOf(lasting).flatMap((text) => terms.known(text) ?? []),
        () => -1,
      )
      if (profile.articles <= 0) drop(profile)
    },
    pour(story, into) {
      const from = profiles.get(story)
      if (from === undefined || story === into) return
      const to = profileOf(into)
      to.articles += from.articles
      to.shorts += from.shorts
      to.days.push(...from.days)
      to.days.sort((a, b) => a - b)
      const numbers = [...from.terms.subarray(0, from.size)]
      hold(to, numbers, (at) => from.counts[at]!)
      drop(from)
      if (to.size > MOST_TERMS) trim(to)
    },
    compare(lasting) {
      const query = asked(lasting)
      const rarity = rarities()
      const naming = new Set([...lasting.naming].map((at) => terms.known(lasting.words[at]!)))
      const unknown = lasting.names.filter((name) => terms.known(name) === undefined).length
      const strange = unknown * terms.rarityOfNew(profiles.size)
      const weighed = query.map((number): Asked => {
        const kind = terms.kindOf(number)
        return {
          kind: kinds[kind] ?? 'word',
          naming: naming.has(number),
          weight: rarity(number),
          large: terms.shareOf(number, profiles.size),
          own: holders.of(number) <= OWN_HOLDERS,
        }
      })
      const words = terms.wordsIn(lasting.language)
      const found = marked(query, () =>
        candidates(query).map((profile) => {
          const { held, squares, core } = laidOver(query, profile)
          return {
            profile,
            likeness: likenessOf(weighed, strange, {
              held,
              articles: profile.articles,
              core,
              silence: silenceOf(profile.days, lasting.day),
              words: squares[words] ?? 0,
              sounds: squares[SOUND]!,
              meanings: squares[MEANING]!,
            }),
          }
        }),
      ).sort((a, b) => b.likeness.gain - a.likeness.gain || a.profile.id - b.profile.id)
      return found.map(({ profile, likeness }, at) => ({
        profile,
        likeness: {
          ...likeness,
          lead: at > 0 ? 0 : likeness.gain - (found[1]?.likeness.gain ?? 0),
        },
      }))
    },
    because(lasting, profile, most) {
      const query = asked(lasting)
      const rarity = rarities()
      const { held } = marked(query, () => laidOver(query, profile))
      return query
        .map((number, at): [number, number] => [number, held[at]! * rarity(number)])
        .filter(([number, worth]) => worth > 0 && terms.kindOf(number) !== NAME)
        .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))
        .slice(0, most)
        .map(([number]) => terms.textOf(number))
    },
    size: () => profiles.size,
  }
}
