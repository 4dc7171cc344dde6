/** The live window of one language: articles and their episodes in memory, a cache rebuilt by replaying `add`. */

import type { Placement, Reason } from '../model/story.ts'
import { asOne, bisect } from './cohesion.ts'
import { asQuery, bothWhole, distinctTerms, openCompare, type Query, termsOf } from './compare.ts'
import { type Episode, type Group, grouped, type Member, openGroup, put, take } from './episode.ts'
import type { Features } from './features.ts'
import { reasons } from './join-reasons.ts'
import { openNear } from './near.ts'
import { type Likeness, type Model, shippedModel } from './scorer.ts'
import { openStoryIndex, type StoryIndex } from './story-links.ts'
import { openSuspects, type Suspect } from './suspects.ts'
import { openDictionary } from './vectors.ts'

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

const CANDIDATE_EPISODES = 6
const REVIEWED_MEMBERS = 4
const REVIEWED_EPISODES = 3
const NO = -6
/** Where one way is so far below joining, the other is not asked. */
const HOPELESS = 3

/** Nobody knows when an undated article was written: its like may come for longer. */
const UNDATED_LONGER = 16 * 86_400_000
const staysUntil = (features: Features): number => features.time + (features.dated ? 0 : UNDATED_LONGER)

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

export type WindowOptions = {
  readonly model?: Model
  readonly watch?: Watch
  /** Stories of every language, where windows share them. */
  readonly stories?: StoryIndex
}

/** Opens an empty window for one language (ISO 639-1). */
export function openWindow(
  language = 'en',
  { model = shippedModel, watch, stories = openStoryIndex() }: WindowOptions = {},
): Window {
  const dictionary = openDictionary(language, model.live)
  const episodes = new Map<number, Episode>()
  const members = new Map<number, Member>()
  const near = openNear(dictionary)
  const compare = openCompare(model, dictionary)
  /** Episodes looked at since which nothing came near them: another look would see the same. */
  const calm = new Set<number>()
  const suspects = openSuspects()

  /** The episodes of an article's nearest, with these. */
  function nearest(query: Query, most = CANDIDATE_EPISODES): Map<Episode, Member[]> {
    const found = new Map<Episode, Member[]>()
    for (const member of near.nearest(query)) {
      const episode = episodes.get(member.episode)!
      const list = found.get(episode)
      if (list !== undefined) list.push(member)
      else if (found.size < most) found.set(episode, [member])
    }
    return found
  }

  const window: Window = {
    place(features, constraints = {}) {
      // What nobody else speaks of tells nothing about where an article belongs, and so a long memory compares like a
      // short one, in whatever order the past comes in.
      const query = asQuery(features, dictionary, (term) => near.isHeardAt(features, term))
      let best: { episode: Episode; value: number; likeness: Likeness; like: Member } | undefined
      const close: Suspect[] = []
      for (const [episode, members] of nearest(query)) {
        if (constraints.notEpisodes?.includes(episode.id)) continue
        const found = compare(query, episode, members)
        if (found !== undefined)
          watch?.(
            features.id,
            episode.id,
            found.likeness,
            bothWhole(features, found.like.features),
            found.value,
          )
        if (found === undefined) continue
        if (found.value >= model.join - HOPELESS) {
          calm.delete(episode.id)
          close.push({ episode: episode.id, value: found.value })
        }
        if (best === undefined || found.value > best.value) best = { episode, ...found }
      }
      suspects.placed(features.id, close)
      const joined =
        constraints.mustEpisode ??
        (best !== undefined && best.value >= model.join ? best.episode.id : undefined)
      const episodeReasons: Reason[] =
        constraints.mustEpisode !== undefined
          ? [{ what: 'a reader put it here', values: {}, weight: 1 }]
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
            constraints.mustStory === undefined
              ? []
              : [{ what: 'a reader put it here', values: {}, weight: 1 }],
          proposals: stories.pointedBy(
            features,
            constraints.mustStory ?? story,
            constraints.notStories ?? [],
          ),
        }
      const linked = stories.place(features, constraints.notStories ?? [])
      return { episode: joined, episodeReasons, ...linked }
    },

    add(features, episodeId, story) {
      if (members.has(features.id)) return
      dictionary.count(distinctTerms(features))
      const member: Member = { ...asQuery(features, dictionary), episode: episodeId }
      members.set(features.id, member)
      near.add(member)
      suspects.settle(features.id, episodeId, !episodes.has(episodeId))
      join(member, episodeId, story)
      stories.add(features, episodeId, story)
    },

    move(article, episodeId, story) {
      const member = members.get(article)
      if (member === undefined) return
      suspects.pass(member.episode, episodeId)
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
      const gone: Member[] = []
      for (const episode of episodes.values()) {
        if (episode.last >= before) continue
        gone.push(...episode.members)
        calm.delete(episode.id)
        suspects.forget(episode.id)
        episodes.delete(episode.id)
      }
      near.drop(gone)
      for (const member of gone) {
        members.delete(member.features.id)
        dictionary.uncount(termsOf(member))
      }
    },

    review(id) {
      const episode = episodes.get(id)
      if (episode === undefined) return { split: [] }
      if (calm.has(id)) return { split: [] }
      calm.add(id)
      const asked = sample(episode.members, REVIEWED_MEMBERS)
      const closest = suspects.of(id)?.flatMap((other) => episodes.get(other) ?? []) ?? around(episode, asked)
      let merge: MergeProposal | undefined
      const close: Suspect[] = []
      for (const other of closest.slice(0, REVIEWED_EPISODES)) {
        const theirs = sample(other.members, REVIEWED_MEMBERS)
        const there = mean(asked, other, theirs)
        if (there < model.join - HOPELESS) continue
        close.push({ episode: other.id, value: there })
        const value = (there + mean(theirs, episode, asked)) / 2
        if (value < model.join || (merge !== undefined && value <= merge.score)) continue
        if (value < model.merge && asOne(episode.members, other.members) < model.alike) continue
        const keepOther =
          other.members.length > episode.members.length ||
          (other.members.length === episode.members.length && other.id < id)
        merge = { keep: keepOther ? other.id : id, drop: keepOther ? id : other.id, score: value }
      }
      suspects.set(id, close)
      return merge === undefined ? { split: partOf(episode) } : { merge, split: [] }
    },

    storyOf: (id) => episodes.get(id)?.story,

    membersOf: (id) => episodes.get(id)?.members.map((member) => member.features.id) ?? [],

    size: () => ({ articles: members.size, episodes: episodes.size, terms: dictionary.size() }),
  }
  return window

  /** The episodes nearest to articles of one, those that most of them are near to first. */
  function around(episode: Episode, asked: readonly Member[]): readonly Episode[] {
    const others = new Map<Episode, number>()
    for (const member of asked)
      for (const [other, theirs] of nearest(member, REVIEWED_EPISODES + 1))
        if (other !== episode) others.set(other, (others.get(other) ?? 0) + theirs.length)
    return [...others].sort((a, b) => b[1] - a[1] || a[0].id - b[0].id).map(([other]) => other)
  }

  /** The lesser part of an episode that is two, unless the next look would make the two one again. */
  function partOf({ members }: Episode): readonly number[] {
    const split = members.length < 4 ? [] : bisect(members, model.split)
    if (split.length === 0) return []
    const [part, rest] = [true, false].map((inside) =>
      members.filter(({ features }) => split.includes(features.id) === inside),
    ) as [Member[], Member[]]
    const [here, there] = [sample(part, REVIEWED_MEMBERS), sample(rest, REVIEWED_MEMBERS)]
    const value = (mean(here, grouped(rest), there) + mean(there, grouped(part), here)) / 2
    return value < model.merge ? split : []
  }

  /** The mean score of articles against an episode; vetoes and strangers count as a firm no. */
  function mean(asked: readonly Member[], other: Group, theirs: readonly Member[]): number {
    let sum = 0
    for (const member of asked) sum += Math.max(NO, compare(member, other, theirs)?.value ?? NO)
    return sum / asked.length
  }

  function join(member: Member, id: number, story: number): void {
    let episode = episodes.get(id)
    if (episode === undefined) {
      episode = { id, story, ...openGroup(), last: staysUntil(member.features) }
      episodes.set(id, episode)
    }
    calm.delete(id)
    put(episode, member)
    episode.last = Math.max(episode.last, staysUntil(member.features))
  }

  function leave(member: Member): void {
    const episode = episodes.get(member.episode)
    if (episode === undefined) return
    take(episode, member)
    calm.delete(episode.id)
    if (episode.members.length > 0) return
    suspects.forget(episode.id)
    episodes.delete(episode.id)
  }
}
