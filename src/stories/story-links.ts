/** Links episodes into stories, whatever time lies between: cast, places, topics, anchors, explicit references. */

import type { Placement, Reason } from '../model/story.ts'
import type { Features } from './features.ts'
import { bagOf } from './lasting.ts'
import { openDictionary, type Vector } from './vectors.ts'

/** Asserted at or above; proposed between the two. */
const ASSERT = 0.28
const PROPOSE = 0.2
/** Shared anchors without which nothing is asserted: a name in common proves nothing. */
const ANCHORS = 4
/** Of them so many are names: in a language with a small background table ordinary words look telling. */
const NAMED = 2
/** A term held by one article in about a hundred, or fewer. */
const TELLING = 4.5
/** An anchor stands in the story at least so often beside its commonest term. */
const KEEPS = 0.2
const LEADS = 10
const LOOKED_AT = 400
const CANDIDATES = 24
const PROFILE_TERMS = 48
const PROPOSALS = 5

type Profile = {
  readonly id: number
  readonly sums: Map<number, number>
  readonly cast: Set<string>
  articles: number
}

export type StoryIndex = {
  readonly place: (
    features: Features,
    notStories: readonly number[],
  ) => Pick<Placement, 'story' | 'storyReasons' | 'proposals'>
  readonly add: (features: Features, episode: number, story: number) => void
  readonly move: (features: Features, episode: number, story: number) => void
  readonly rehome: (episode: number, story: number) => void
}

/** Opens an empty index of story profiles for one language. */
export function openStoryIndex(language: string): StoryIndex {
  const dictionary = openDictionary(language)
  const profiles = new Map<number, Profile>()
  const postings = new Map<number, number[]>()
  const homes = new Map<number, number>()

  function include(features: Features, story: number): void {
    let profile = profiles.get(story)
    if (profile === undefined) {
      profile = { id: story, sums: new Map(), cast: new Set(), articles: 0 }
      profiles.set(story, profile)
    }
    const bag = bagOf(features)
    dictionary.count(bag.terms)
    profile.articles++
    for (let i = 0; i < bag.terms.length; i++) {
      const term = dictionary.numberOf(bag.terms[i]!)!
      if (!profile.sums.has(term)) {
        const list = postings.get(term)
        if (list === undefined) postings.set(term, [story])
        else list.push(story)
      }
      profile.sums.set(term, (profile.sums.get(term) ?? 0) + bag.weights[i]!)
    }
    if (profile.sums.size > PROFILE_TERMS * 2) trim(profile)
    for (const name of features.cast) if (profile.cast.size < 24) profile.cast.add(name)
  }

  function trim(profile: Profile): void {
    const kept = [...profile.sums]
      .sort((a, b) => b[1] * dictionary.telling(b[0]) - a[1] * dictionary.telling(a[0]))
      .slice(0, PROFILE_TERMS)
    const left = new Set(profile.sums.keys())
    for (const [term] of kept) left.delete(term)
    for (const term of left) {
      profile.sums.delete(term)
      const list = postings.get(term)
      const at = list?.indexOf(profile.id) ?? -1
      if (at >= 0) list!.splice(at, 1)
    }
  }

  /** Cosine with a profile, and how many telling terms that the story keeps coming back to are shared. */
  function likeness(
    query: Vector,
    names: ReadonlySet<number>,
    profile: Profile,
  ): { readonly score: number; readonly anchors: number; readonly named: number } {
    let square = 0
    let most = 0
    for (const [term, sum] of profile.sums) {
      square += (sum * dictionary.telling(term)) ** 2
      if (sum > most) most = sum
    }
    if (square === 0) return { score: 0, anchors: 0, named: 0 }
    let dot = 0
    let anchors = 0
    const named: string[] = []
    for (let i = 0; i < query.terms.length; i++) {
      const sum = profile.sums.get(query.terms[i]!)
      if (sum === undefined) continue
      const telling = dictionary.telling(query.terms[i]!)
      dot += query.weights[i]! * sum * telling
      if (telling < TELLING || sum < most * KEEPS) continue
      anchors++
      if (names.has(query.terms[i]!)) named.push(dictionary.termOf(query.terms[i]!))
    }
    return { score: dot / Math.sqrt(square), anchors, named: distinct(named) }
  }

  return {
    place(features, notStories) {
      const query = dictionary.vector(bagOf(features))
      const names = new Set(dictionary.vector(features.names).terms)
      const order = [...query.terms].sort((a, b) => dictionary.holders(a) - dictionary.holders(b))
      const votes = new Map<number, number>()
      let looked = 0
      for (const term of order.slice(0, LEADS)) {
        const list = postings.get(term) ?? []
        const from = Math.max(0, list.length - Math.max(10, LOOKED_AT - looked))
        for (let i = list.length - 1; i >= from; i--)
          votes.set(list[i]!, (votes.get(list[i]!) ?? 0) + dictionary.telling(term))
        looked += list.length - from
      }
      const ranked = [...votes]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, CANDIDATES)
        .filter(([story]) => !notStories.includes(story))
        .map(([story]) => {
          const profile = profiles.get(story)!
          return { story, ...likeness(query, names, profile), reasons: reasonsFor(features, profile) }
        })
        .sort((a, b) => b.score - a.score || a.story - b.story)
      const best = ranked[0]
      const sure =
        best !== undefined && best.score >= ASSERT && best.anchors >= ANCHORS && best.named >= NAMED
      return {
        story: sure ? best.story : undefined,
        storyReasons: sure ? best.reasons : [],
        proposals: ranked
          .slice(sure ? 1 : 0)
          .filter(({ score }) => score >= PROPOSE)
          .slice(0, PROPOSALS),
      }
    },
    add(features, episode, story) {
      homes.set(episode, story)
      include(features, story)
    },
    move(features, episode, story) {
      homes.set(episode, story)
      include(features, story)
    },
    rehome(episode, story) {
      const old = profiles.get(homes.get(episode) ?? -1)
      homes.set(episode, story)
      if (old === undefined || old.id === story || profiles.has(story)) return
      profiles.set(story, { ...old, id: story })
    },
  }
}

/** How many names there are among words and runs of words: those that stand in a longer one are part of it. */
const distinct = (names: readonly string[]): number =>
  names.filter((name) => !names.some((other) => other !== name && ` ${other} `.includes(` ${name} `))).length

function reasonsFor(features: Features, profile: Profile): readonly Reason[] {
  const cast = features.cast.filter((name) => profile.cast.has(name)).slice(0, 4)
  return cast.length === 0
    ? [{ what: 'the same words and names', weight: 0.5 }]
    : [{ what: `both name ${cast.join(', ')}`, weight: 1 }]
}
