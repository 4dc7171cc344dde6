/**
 * The one ordered writer's memory: which articles stand where, so that the next one can be placed.
 *
 * A cache and no more: it is rebuilt from the store at the start, and again whenever a save it took part in failed.
 * The fictional sample and the reader's own titles never share a window, so that no real story can end up with
 * invented coverage. Each language has a window of its own; copies are looked for across languages.
 */

import { openCopyIndex } from '../fold/copy-index.ts'
import type { Placement, Reason } from '../model/story.ts'
import { newestAct } from '../store/acts.ts'
import type { Db } from '../store/engines/engine.ts'
import { longStories, placedArticles, placedExtent, placedIds } from '../store/placed.ts'
import { bridgesBetween } from '../store/stories.ts'
import { type Across, type Elsewhere, openAcross } from '../stories/across.ts'
import type { Features } from '../stories/features.ts'
import { openReviews, type Reviews } from '../stories/reviews.ts'
import { type Bridge, openStoryIndex, type StoryIndex, type StoryMerge } from '../stories/story-links.ts'
import { openWindow, type Window } from '../stories/window.ts'
import { domainOf } from '../words/urls.ts'
import { openPast } from './past.ts'

const DAY = 86_400_000
/** A store with more articles than this lets go, day by day, of episodes that have been silent for `KEPT`. */
const MOST = 15_000
const KEPT = 30 * DAY
/** An episode that an article belongs to may have ended so long before it. */
const LATE = 14 * DAY
/** Undated articles keep their episode for longer; a window knows how long, and lets go of the rest. */
const UNDATED = 30 * DAY

/** Long stories remembered beyond that, and articles of each that tell what it is about. */
const RECALLED = { stories: 3000, each: 4 } as const

export type Placed = {
  readonly features: Features
  readonly fingerprint: Uint32Array
  readonly episode: number
  readonly story: number
  readonly sample: boolean
  /** A copy is known to the copy index, but its group counts once among the episodes. */
  readonly folded: boolean
  readonly translation: boolean
}

/** One window with its agenda. Its time is that of the latest article in it: replaying gives the same agenda. */
export type Room = {
  readonly window: Window
  readonly reviews: Reviews
  latest: number
  /** What was told before this instant may be in the store alone. */
  since: number
}

/** An episode in another language that tells of the same happening. */
export type Twin = { readonly episode: number; readonly why: Reason }

export type Placing = {
  /** The newest act of a person that this memory knows of. */
  readonly acts: { seen: number }
  /** Ids of articles that may be the origin of one with this fingerprint, likeliest first. */
  readonly copyCandidates: (fingerprint: Uint32Array, sample: boolean) => readonly number[]
  /** Ids of articles in other languages that probably tell of the same, likeliest first. */
  readonly elsewhere: (features: Features, sample: boolean) => readonly number[]
  /** To be called before `place`: fetches what was told at the time of an article from an archive. */
  readonly recall: (db: Db, features: Features, sample: boolean) => Promise<void>
  /** Where an article goes, and the episode, if another, in which other languages tell of the same. */
  readonly place: (features: Features, sample: boolean) => Placement & { readonly twin?: Twin }
  /** Takes a placed article in; gives its window and the episodes that have fallen due for another look. */
  readonly add: (placed: Placed) => { readonly room: Room; readonly due: readonly number[] }
  /** An article has a new text: what repeats it is found by that. Where it stands does not change. */
  readonly revise: (article: number, fingerprint: Uint32Array, sample: boolean) => void
  /** Puts an article into another episode, in whatever window it is. */
  readonly move: (article: number, episode: number, story: number, sample: boolean) => void
  /** Gives an episode to another story, in every window. */
  readonly rehome: (episode: number, story: number, sample: boolean) => void
  readonly storyOf: (episode: number, sample: boolean) => number | undefined
  /** An episode was found to belong to both of two stories. */
  readonly bridge: (episode: number, story: number, other: number, sample: boolean) => void
  /** What speaks for two stories being one, found since this was last asked. */
  readonly newBridges: (sample: boolean) => readonly Bridge[]
  /** Stories that turned out to be one since this was last asked. */
  readonly toMerge: (sample: boolean) => readonly StoryMerge[]
  /** The articles of an episode in every language, copies left out. */
  readonly membersOf: (episode: number, sample: boolean) => readonly number[]
  /** How many translations a site is known to have printed, by the address of any of its pages. */
  readonly translationsOf: (url: string | undefined) => number
}

type InStory = Elsewhere & { readonly story: number }

/** What other languages tell: a place for an article that has none, a twin of its own, else stories to propose. */
function withOtherLanguages(
  placement: Placement,
  elsewhere: readonly InStory[],
): Placement & { readonly twin?: Twin } {
  const why = (near: InStory): Reason => ({
    what: 'told in another language within days, of {names}',
    values: { names: near.names.join(', ') },
    weight: Math.min(1, near.score),
  })
  const sure = elsewhere.find((near) => near.sure)
  const joins = placement.episode === undefined ? sure : undefined
  const story = joins?.story ?? placement.story ?? sure?.story
  const known = new Set([story, ...placement.proposals.map((proposal) => proposal.story)])
  const others = [
    // Of two stories that both seem to be its own, one is taken and the other proposed.
    ...(placement.story === undefined || placement.story === story
      ? []
      : [{ story: placement.story, score: 1, reasons: placement.storyReasons }]),
    ...elsewhere.flatMap((near) => {
      if (known.has(near.story)) return []
      known.add(near.story)
      return [{ story: near.story, score: Math.min(1, near.score), reasons: [why(near)] }]
    }),
  ]
  return {
    ...placement,
    ...(joins === undefined ? {} : { episode: joins.episode, episodeReasons: [why(joins)] }),
    story,
    storyReasons: joins === undefined ? placement.storyReasons : [],
    proposals: [...placement.proposals.filter((proposal) => proposal.story !== story), ...others],
    ...(sure === undefined || joins !== undefined || sure.episode === placement.episode
      ? {}
      : { twin: { episode: sure.episode, why: why(sure) } }),
  }
}

/** Rebuilds the memory of what was placed: all of up to `most` articles, of more those of the last weeks. */
export async function openPlacing(db: Db, most = MOST): Promise<Placing> {
  const copies = { own: openCopyIndex(), sample: openCopyIndex() }
  const stories = { own: openStoryIndex(), sample: openStoryIndex() }
  const storiesOf = (sample: boolean): StoryIndex => (sample ? stories.sample : stories.own)
  const across = { own: openAcross(), sample: openAcross() }
  const acrossOf = (sample: boolean): Across => (sample ? across.sample : across.own)
  const translations = new Map<string, number>()
  const rooms = new Map<string, Room>()
  const copiesOf = (sample: boolean) => (sample ? copies.sample : copies.own)
  const roomOf = (sample: boolean, language: string): Room => {
    const key = `${sample ? 'sample' : 'own'} ${language}`
    const room = rooms.get(key) ?? {
      window: openWindow(language, { stories: storiesOf(sample) }),
      reviews: openReviews(),
      latest: Number.NEGATIVE_INFINITY,
      since: Number.NEGATIVE_INFINITY,
    }
    rooms.set(key, room)
    return room
  }
  const roomsOf = (sample: boolean): readonly Room[] =>
    [...rooms].flatMap(([key, room]) => (key.startsWith(sample ? 'sample ' : 'own ') ? [room] : []))
  const past = openPast()
  const extent = await placedExtent(db)
  /** Articles in the store, as far as they are placed: while memory is being rebuilt it lets go as it did then. */
  let count = 0
  /** Depends on what is in the store and nothing else, so that a restart remembers what was remembered before. */
  const letGo = (room: Room) => {
    const since = horizon(room.latest)
    if (count <= most || since <= room.since) return
    room.since = since
    room.window.forget(since)
  }
  const placing: Placing = {
    acts: { seen: await newestAct(db) },
    copyCandidates: (fingerprint, sample) =>
      copiesOf(sample)
        .candidates(fingerprint)
        .map(({ id }) => id),
    elsewhere: (features, sample) =>
      acrossOf(sample)
        .near(features)
        .map(({ article }) => article),
    recall: async (db, features, sample) => {
      const { since } = roomOf(sample, features.language)
      if (features.time < since + LATE) await past.recall(db, features, sample)
    },
    place: (features, sample) => {
      const now = roomOf(sample, features.language).window.place(features)
      const then = now.episode === undefined ? past.place(features, sample) : undefined
      const placement = then?.episode === undefined ? now : then
      const elsewhere = acrossOf(sample)
        .near(features)
        .flatMap((near) => {
          const story = placing.storyOf(near.episode, sample)
          return story === undefined ? [] : [{ ...near, story }]
        })
      return withOtherLanguages(placement, elsewhere)
    },
    add: ({ features, fingerprint, episode, story, sample, folded, translation }) => {
      count++
      const site = translation ? domainOf(features.url) : undefined
      if (site !== undefined) translations.set(site, (translations.get(site) ?? 0) + 1)
      copiesOf(sample).add(features.id, fingerprint)
      const room = roomOf(sample, features.language)
      if (folded) return { room, due: [] }
      acrossOf(sample).add(features, episode)
      room.window.add(features, episode, story)
      room.latest = Math.max(room.latest, features.time)
      past.add(features, episode, story, sample)
      letGo(room)
      const due = room.reviews.due(room.latest)
      room.reviews.note(episode, room.latest)
      return { room, due }
    },
    revise: (article, fingerprint, sample) => copiesOf(sample).revise(article, fingerprint),
    move: (article, episode, story, sample) => {
      for (const { window } of roomsOf(sample)) window.move(article, episode, story)
      past.move(article, episode, story, sample)
      acrossOf(sample).move(article, episode)
    },
    rehome: (episode, story, sample) => {
      for (const { window } of roomsOf(sample)) window.rehome(episode, story)
      past.rehome(episode, story, sample)
    },
    storyOf: (episode, sample) => storiesOf(sample).storyOf(episode),
    bridge: (episode, story, other, sample) => storiesOf(sample).bridge(episode, story, other),
    newBridges: (sample) => storiesOf(sample).newBridges(),
    toMerge: (sample) => storiesOf(sample).toMerge(),
    membersOf: (episode, sample) => roomsOf(sample).flatMap(({ window }) => window.membersOf(episode)),
    translationsOf: (url) => translations.get(domainOf(url) ?? '') ?? 0,
  }
  const since =
    extent.count > most
      ? extent.languages.map(({ latest, ...one }) => ({ ...one, since: horizon(latest) - UNDATED }))
      : undefined
  const ids = await placedIds(db, since)
  count = extent.count - ids.length
  if (since !== undefined) await recallStories(Math.min(...since.map((one) => one.since)), new Set(ids))
  for await (const page of placedArticles(db, ids))
    for (const row of page) {
      // What fell due was looked at when the article was placed, and is in the store already.
      placing.add({
        features: { ...(JSON.parse(row.features) as Features), id: row.article },
        fingerprint: hashesOf(row.fingerprint),
        episode: row.episode,
        story: row.story,
        sample: row.sample,
        folded: row.folded,
        translation: row.translation,
      })
    }
  // So were stories that are one; what speaks for it without being enough yet is in the store.
  for (const sample of [true, false]) {
    placing.newBridges(sample)
    placing.toMerge(sample)
    storiesOf(sample).restore(await bridgesBetween(db, sample))
  }
  return placing

  /** What no window holds any more still belongs to stories that go on. */
  async function recallStories(before: number, kept: ReadonlySet<number>): Promise<void> {
    for (const { article, episode, story, sample, features } of await longStories(db, {
      before,
      ...RECALLED,
    }))
      if (!kept.has(article))
        storiesOf(sample).add({ ...(JSON.parse(features) as Features), id: article }, episode, story)
  }
}

/** What was told last before this is let go of: the same instant all day. */
const horizon = (latest: number): number => Math.floor(latest / DAY) * DAY - KEPT

/** Fingerprints are stored as little-endian 32-bit hashes. */
export const bytesOf = (hashes: Uint32Array): Uint8Array =>
  new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength)

const hashesOf = (bytes: Uint8Array): Uint32Array => {
  const whole = bytes.slice()
  return new Uint32Array(whole.buffer, 0, whole.byteLength >> 2)
}
