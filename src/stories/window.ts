/** The live window of one language: articles and their episodes in memory, a cache rebuilt by replaying `add`. */

import type { Placement, Reason } from '../model/story.ts'
import { asOne, bisect } from './cohesion.ts'
import {
  asQuery,
  bothWhole,
  compare,
  distinctTerms,
  type Episode,
  isPast,
  type Member,
  type Query,
  reasons,
  termsOf,
} from './compare.ts'
import type { Features } from './features.ts'
import { type Likeness, type Model, shippedModel } from './scorer.ts'
import { openStoryIndex } from './story-links.ts'
import { openCentre, openDictionary } from './vectors.ts'

/** People's merges and splits, as far as they touch one article. They outrank the model. */
export type Constraints = {
  readonly mustEpisode?: number
  readonly notEpisodes?: readonly number[]
  readonly mustStory?: number
  readonly notStories?: readonly number[]
}

/** Two episodes that tell of one happening after all. */
export type MergeProposal = { readonly keep: number; readonly drop: number; readonly score: number }

export type Window = {
  readonly place: (features: Features, constraints?: Constraints) => Placement
  /** Puts an article into an episode of a story; both ids are the caller's. Adding an article again does nothing. */
  readonly add: (features: Features, episode: number, story: number) => void
  /** Puts an article that is in the window into another episode. */
  readonly move: (article: number, episode: number, story: number) => void
  /** Gives an episode to another story. */
  readonly rehome: (episode: number, story: number) => void
  /** Lets go of episodes whose last article is older than an instant (epoch milliseconds). Stories stay. */
  readonly forget: (before: number) => void
  /** Looks again at an episode: another it should merge with, and members that no longer hold to it. */
  readonly review: (episode: number) => { readonly merge?: MergeProposal; readonly split: readonly number[] }

  readonly storyOf: (episode: number) => number | undefined
  readonly membersOf: (episode: number) => readonly number[]
  readonly size: () => { readonly articles: number; readonly episodes: number; readonly terms: number }
}

/** Terms of an article that lead to candidates, the most telling first. */
const LEADS = 24
/** Articles looked at through them, at most. */
const LOOKED_AT = 400
const CANDIDATE_MEMBERS = 40
const CANDIDATE_EPISODES = 12
const REVIEWED_MEMBERS = 4
const REVIEWED_EPISODES = 3
const NO = -6

function sample<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * (list.length - 1)) / (most - 1))]!)
}

/** Sees every comparison the window makes; for training and for measuring. */
export type Watch = (
  article: number,
  episode: number,
  likeness: Likeness,
  whole: boolean,
  value: number,
) => void

export type WindowOptions = { readonly model?: Model; readonly watch?: Watch }

/** Opens an empty window for one language (ISO 639-1). */
export function openWindow(language = 'en', { model = shippedModel, watch }: WindowOptions = {}): Window {
  const dictionary = openDictionary(language)
  const episodes = new Map<number, Episode>()
  const members = new Map<number, Member>()
  const slots: (Member | undefined)[] = []
  const freeSlots: number[] = []
  const postings = new Map<number, number[]>()
  const stories = openStoryIndex(language)

  /** Scratch for `nearest`, by slot; all zero between calls. */
  let sums = new Float64Array(1024)

  function nearest(query: Query, most = CANDIDATE_EPISODES): Map<Episode, Member[]> {
    const order = [...query.full.terms.keys()].sort(
      (a, b) => dictionary.holders(query.full.terms[a]!) - dictionary.holders(query.full.terms[b]!),
    )
    if (sums.length < slots.length) sums = new Float64Array(slots.length * 2)
    const touched: number[] = []
    let looked = 0
    for (const at of order.slice(0, LEADS)) {
      const list = postings.get(query.full.terms[at]!)
      if (list === undefined) continue
      const weight = query.full.weights[at]! ** 2
      // The latest come last in a list, and matter most.
      const from = Math.max(0, list.length - Math.max(12, LOOKED_AT - looked))
      for (let i = list.length - 1; i >= from; i--) {
        const slot = list[i]!
        if (isPast(query.features, slots[slot]!.features)) continue
        if (sums[slot] === 0) touched.push(slot)
        sums[slot]! += weight
      }
      looked += list.length - from
    }
    let best = touched
    if (touched.length > CANDIDATE_MEMBERS) {
      const ranked = Float64Array.from(touched, (slot) => sums[slot]!).sort()
      const least = ranked[ranked.length - CANDIDATE_MEMBERS]!
      best = touched.filter((slot) => sums[slot]! >= least)
    }
    best.sort((x, y) => sums[y]! - sums[x]! || y - x)
    best.length = Math.min(best.length, CANDIDATE_MEMBERS)
    for (const slot of touched) sums[slot] = 0
    const found = new Map<Episode, Member[]>()
    for (const slot of best) {
      const member = slots[slot]
      if (member === undefined || member.features.id === query.features.id) continue
      const episode = episodes.get(member.episode)!
      const list = found.get(episode)
      if (list !== undefined) list.push(member)
      else if (found.size < most) found.set(episode, [member])
    }
    return found
  }

  /**
   * Whether an article near in time holds a term. What nobody else speaks of tells nothing about where an article
   * belongs, and so a long memory compares like a short one, in whatever order the past comes in.
   */
  function isHeardAt(features: Features, term: number): boolean {
    const list = postings.get(term)
    if (list === undefined) return false
    for (let i = list.length - 1; i >= 0; i--) if (!isPast(features, slots[list[i]!]!.features)) return true
    return false
  }

  function drop(member: Member): void {
    members.delete(member.features.id)
    slots[member.slot] = undefined
    const terms = termsOf(member)
    for (const term of terms) {
      const list = postings.get(term)!
      const at = list.indexOf(member.slot)
      if (at >= 0) list.splice(at, 1)
      if (list.length === 0) postings.delete(term)
    }
    freeSlots.push(member.slot)
    dictionary.uncount(terms)
  }

  const window: Window = {
    place(features, constraints = {}) {
      const query = asQuery(features, dictionary, (term) => isHeardAt(features, term))
      let best: { episode: Episode; value: number; likeness: Likeness; like: Member } | undefined
      for (const [episode, near] of nearest(query)) {
        if (constraints.notEpisodes?.includes(episode.id)) continue
        const found = compare(query, episode, near, model, dictionary)
        if (found !== undefined)
          watch?.(
            features.id,
            episode.id,
            found.likeness,
            bothWhole(features, found.like.features),
            found.value,
          )
        if (found !== undefined && (best === undefined || found.value > best.value))
          best = { episode, ...found }
      }
      const joined =
        constraints.mustEpisode ??
        (best !== undefined && best.value >= model.join ? best.episode.id : undefined)
      const episodeReasons: Reason[] =
        constraints.mustEpisode !== undefined
          ? [{ what: 'a reader put it here', weight: 1 }]
          : joined !== undefined && best !== undefined
            ? reasons(query, best.like, best.likeness, dictionary)
            : []
      const story = joined === undefined ? undefined : episodes.get(joined)?.story
      if (story !== undefined || constraints.mustStory !== undefined)
        return {
          episode: joined,
          episodeReasons,
          story: constraints.mustStory ?? story,
          storyReasons:
            constraints.mustStory === undefined ? [] : [{ what: 'a reader put it here', weight: 1 }],
          proposals: [],
        }
      const linked = stories.place(features, constraints.notStories ?? [])
      return { episode: joined, episodeReasons, ...linked }
    },

    add(features, episodeId, story) {
      if (members.has(features.id)) return
      dictionary.count(distinctTerms(features))
      const slot = freeSlots.pop() ?? slots.length
      const member: Member = { ...asQuery(features, dictionary), slot, episode: episodeId }
      slots[slot] = member
      members.set(features.id, member)
      for (const term of termsOf(member)) {
        const list = postings.get(term)
        if (list === undefined) postings.set(term, [slot])
        else list.push(slot)
      }
      join(member, episodeId, story)
      stories.add(features, episodeId, story)
    },

    move(article, episodeId, story) {
      const member = members.get(article)
      if (member === undefined) return
      leave(member)
      member.episode = episodeId
      join(member, episodeId, story)
      stories.move(member.features, episodeId, story)
    },

    rehome(episodeId, story) {
      const episode = episodes.get(episodeId)
      if (episode !== undefined) episode.story = story
      stories.rehome(episodeId, story)
    },

    forget(before) {
      for (const episode of [...episodes.values()]) {
        if (episode.last >= before) continue
        for (const member of episode.members) drop(member)
        episodes.delete(episode.id)
      }
    },

    review(id) {
      const episode = episodes.get(id)
      if (episode === undefined) return { split: [] }
      const asked = sample(episode.members, REVIEWED_MEMBERS)
      const others = new Map<Episode, Member[]>()
      for (const member of asked)
        for (const [other, near] of nearest(member, REVIEWED_EPISODES + 1)) {
          if (other === episode) continue
          const list = others.get(other)
          if (list === undefined) others.set(other, [...near])
          else list.push(...near)
        }
      let merge: MergeProposal | undefined
      const closest = [...others].sort((a, b) => b[1].length - a[1].length || a[0].id - b[0].id)
      for (const [other, near] of closest.slice(0, REVIEWED_EPISODES)) {
        const value =
          (mean(asked, other, near) + mean(sample(other.members, REVIEWED_MEMBERS), episode, asked)) / 2
        const least = asOne(episode.members, other.members) >= model.alike ? model.join : model.merge
        if (value < least || (merge !== undefined && value <= merge.score)) continue
        const keepOther =
          other.members.length > episode.members.length ||
          (other.members.length === episode.members.length && other.id < id)
        merge = { keep: keepOther ? other.id : id, drop: keepOther ? id : other.id, score: value }
      }
      const split =
        merge === undefined && episode.members.length >= 4 ? bisect(episode.members, model.split) : []
      return merge === undefined ? { split } : { merge, split }
    },

    storyOf: (id) => episodes.get(id)?.story,

    membersOf: (id) => episodes.get(id)?.members.map((member) => member.features.id) ?? [],

    size: () => ({ articles: members.size, episodes: episodes.size, terms: dictionary.size() }),
  }
  return window

  /** The mean score of articles against an episode; vetoes and strangers count as a firm no. */
  function mean(asked: readonly Member[], other: Episode, near: readonly Member[]): number {
    let sum = 0
    for (const member of asked)
      sum += Math.max(NO, compare(member, other, near, model, dictionary)?.value ?? NO)
    return sum / asked.length
  }

  function join(member: Member, id: number, story: number): void {
    let episode = episodes.get(id)
    if (episode === undefined) {
      episode = {
        id,
        story,
        members: [],
        centre: openCentre(),
        cast: openCentre(),
        last: member.features.time,
      }
      episodes.set(id, episode)
    }
    episode.members.push(member)
    episode.centre.add(member.full)
    episode.cast.add(member.names)
    episode.last = Math.max(episode.last, member.features.time)
  }

  function leave(member: Member): void {
    const episode = episodes.get(member.episode)
    if (episode === undefined) return
    const at = episode.members.indexOf(member)
    if (at >= 0) episode.members.splice(at, 1)
    episode.centre.remove(member.full)
    episode.cast.remove(member.names)
    if (episode.members.length === 0) episodes.delete(episode.id)
  }
}
