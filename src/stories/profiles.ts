/** What each story keeps coming back to, in terms of every language, and which stories hold a term. */

import { BACKGROUND_ARTICLES, backgroundCount } from './background.ts'
import type { Lasting } from './lasting.ts'
import { type Asked, likenessOf, type StoryLikeness } from './story-likeness.ts'

export type Profile = {
  readonly id: number
  /** How many of the story's articles hold a term, by the term's number. */
  readonly counts: Map<number, number>
  articles: number
}

export type Compared = { readonly profile: Profile; readonly likeness: StoryLikeness }

/** As if so many stories had been before, with so large a share of them holding a sound or a meaning. */
const BEFORE = 60
const SHARE = { sound: 0.008, meaning: 0.05 } as const
/** Sounds, meanings and words of each language kept of a story, those it repeats and few others have. */
const KEPT_TERMS = 72
/** Terms that lead to stories, the rarest first; stories looked at through each, the latest and the most given to it. */
const LEADS = 20
const LOOKED_AT = 30
const COMPARED = 24
/** A story in which so many articles hold a term is given to it. */
const GIVEN = 3
const OWN_HOLDERS = 3
/** Stories remembered: about six kilobytes each. */
const MOST_STORIES = 12_000
const MOST_NAMED = 200_000

type Term = { readonly text: string; readonly kind: string; readonly share: number; holders: number }

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
  const numbers = new Map<string, number>()
  const terms: Term[] = []
  const free: number[] = []
  /** Stories by term: those that came to it, in that order, and those given to it. */
  const holding = new Map<number, number[]>()
  const given = new Map<number, number[]>()
  /** Sounds that some article wrote with a capital. */
  const named = new Set<string>()

  /** Numbers are given out as terms come, and differ after a restart; the terms themselves don't. */
  const byText = (a: number, b: number): number => (terms[a]!.text < terms[b]!.text ? -1 : 1)

  function numberOf(text: string): number {
    const known = numbers.get(text)
    if (known !== undefined) return known
    const number = free.pop() ?? terms.length
    const kind = text[0] === '~' || text[0] === '#' ? text[0] : text.slice(0, text.indexOf(' '))
    const share =
      kind === '~'
        ? SHARE.sound
        : kind === '#'
          ? SHARE.meaning
          : backgroundCount(text.slice(kind.length + 1), kind) / BACKGROUND_ARTICLES
    terms[number] = { text, kind, share, holders: 0 }
    numbers.set(text, number)
    return number
  }

  const shareOf = ({ holders, share }: Term): number =>
    (holders + 0.5 + BEFORE * share) / (profiles.size + BEFORE + 1)
  const rarity = (term: Term): number => Math.max(0.02, -Math.log(shareOf(term)))

  function hold(profile: Profile, number: number, by: number): void {
    const before = profile.counts.get(number) ?? 0
    const after = before + by
    if (before === 0 && after > 0) {
      terms[number]!.holders++
      listOf(holding, number).push(profile.id)
    }
    if (before < GIVEN && after >= GIVEN) listOf(given, number).push(profile.id)
    else if (before >= GIVEN && after < GIVEN) leave(given, number, profile.id)
    if (after > 0) profile.counts.set(number, after)
    else if (before > 0) letGo(profile, number)
  }

  function letGo(profile: Profile, number: number): void {
    profile.counts.delete(number)
    const term = terms[number]!
    term.holders--
    if (term.holders === 0) {
      numbers.delete(term.text)
      free.push(number)
    }
    leave(holding, number, profile.id)
    leave(given, number, profile.id)
  }

  function leave(lists: Map<number, number[]>, number: number, story: number): void {
    const list = lists.get(number)
    const at = list?.lastIndexOf(story) ?? -1
    if (at >= 0) list!.splice(at, 1)
    if (list?.length === 0) lists.delete(number)
  }

  function drop(profile: Profile): void {
    for (const number of [...profile.counts.keys()]) letGo(profile, number)
    profiles.delete(profile.id)
  }

  /** The oldest stories of an article or two go first: most of them never come to be more. */
  function forget(): void {
    for (const short of [true, false])
      for (const profile of [...profiles.values()]) {
        if (profiles.size <= MOST_STORIES * 0.9) return
        if (!short || profile.articles < GIVEN) drop(profile)
      }
  }

  const worthOf = (profile: Profile, number: number): number =>
    profile.counts.get(number)! * rarity(terms[number]!)

  /** A long story keeps of each kind what it repeats. */
  function trim(profile: Profile): void {
    const kinds = Map.groupBy(profile.counts.keys(), (number) => terms[number]!.kind)
    for (const list of kinds.values()) {
      if (list.length <= KEPT_TERMS * 2) continue
      list.sort((a, b) => worthOf(profile, b) - worthOf(profile, a) || byText(a, b))
      for (const number of list.slice(KEPT_TERMS)) letGo(profile, number)
    }
  }

  const profileOf = (story: number): Profile => {
    const profile = profiles.get(story) ?? { id: story, counts: new Map(), articles: 0 }
    profiles.set(story, profile)
    return profile
  }

  const allOf = ({ words, sounds, meanings }: Lasting): readonly string[] => [
    ...words,
    ...sounds,
    ...meanings,
  ]

  /** An article's terms that are known, without sounds that nobody ever wrote with a capital. */
  function asked(lasting: Lasting): readonly number[] {
    const hides = hidesNames(lasting.language)
    return allOf(lasting).flatMap((text) => {
      const number = numbers.get(text)
      return number === undefined || (hides && text[0] === '~' && !named.has(text)) ? [] : [number]
    })
  }

  function candidates(query: readonly number[]): readonly Profile[] {
    const leads = query
      .filter((number) => terms[number]!.holders > 0)
      .sort((a, b) => terms[a]!.holders - terms[b]!.holders || byText(a, b))
      .slice(0, LEADS)
    const votes = new Map<number, number>()
    for (const number of leads) {
      const square = rarity(terms[number]!) ** 2
      const found = new Set([
        ...(given.get(number)?.slice(-LOOKED_AT) ?? []),
        ...(holding.get(number)?.slice(-LOOKED_AT) ?? []),
      ])
      for (const story of found) {
        const { counts, articles } = profiles.get(story)!
        const share = Math.min(1, counts.get(number)! / articles)
        votes.set(story, (votes.get(story) ?? 0) + square * (0.2 + share))
      }
    }
    return [...votes]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, COMPARED)
      .map(([story]) => profiles.get(story)!)
  }

  /** What of a story each kind of terms weighs, squared. Not kept: what is kept would differ after a restart. */
  function squaresOf(profile: Profile): ReadonlyMap<string, number> {
    const byKind = new Map<string, number>()
    for (const [number, count] of profile.counts) {
      const term = terms[number]!
      if (term.kind === '~' && !named.has(term.text)) continue
      const weight = Math.min(1, count / profile.articles) * rarity(term)
      byKind.set(term.kind, (byKind.get(term.kind) ?? 0) + weight * weight)
    }
    return byKind
  }

  return {
    get: (story) => profiles.get(story),
    include(story, lasting) {
      const profile = profileOf(story)
      profile.articles++
      for (const text of allOf(lasting)) hold(profile, numberOf(text), 1)
      if (!hidesNames(lasting.language)) for (const sound of lasting.sounds) named.add(sound)
      if (named.size > MOST_NAMED) named.delete(named.values().next().value!)
      if (profile.counts.size > KEPT_TERMS * 6) trim(profile)
      if (profiles.size > MOST_STORIES) forget()
    },
    exclude(story, lasting) {
      const profile = profiles.get(story)
      if (profile === undefined) return
      profile.articles--
      for (const text of allOf(lasting)) {
        const number = numbers.get(text)
        if (number !== undefined && profile.counts.has(number)) hold(profile, number, -1)
      }
      if (profile.articles > 0) return
      drop(profile)
    },
    pour(story, into) {
      const from = profiles.get(story)
      if (from === undefined || story === into) return
      const to = profileOf(into)
      to.articles += from.articles
      for (const [number, count] of [...from.counts]) {
        hold(to, number, count)
        letGo(from, number)
      }
      profiles.delete(story)
    },
    compare(lasting) {
      const query = asked(lasting)
      const weighed = query.map((number): Asked => {
        const term = terms[number]!
        const { kind, holders } = term
        return { number, kind, weight: rarity(term), large: shareOf(term), own: holders <= OWN_HOLDERS }
      })
      const found = candidates(query)
        .map((profile) => ({
          profile,
          likeness: likenessOf(weighed, lasting.language, profile, squaresOf(profile)),
        }))
        .sort((a, b) => b.likeness.gain - a.likeness.gain || a.profile.id - b.profile.id)
      return found.map(({ profile, likeness }, at) => ({
        profile,
        likeness: {
          ...likeness,
          lead: at > 0 ? 0 : likeness.gain - (found[1]?.likeness.gain ?? 0),
        },
      }))
    },
    because(lasting, profile, most) {
      return asked(lasting)
        .filter((number) => profile.counts.has(number))
        .map((number): [number, number] => [number, worthOf(profile, number)])
        .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))
        .slice(0, most)
        .map(([number]) => terms[number]!.text)
    },
    size: () => profiles.size,
  }
}

function listOf(lists: Map<number, number[]>, number: number): number[] {
  const list = lists.get(number) ?? []
  lists.set(number, list)
  return list
}
