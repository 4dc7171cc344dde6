/**
 * The one ordered writer's memory: which articles stand where, so that the next one can be placed.
 *
 * A cache and no more: it is rebuilt from the store at the start, and again whenever a save it took part in failed.
 * The fictional sample and the reader's own titles never share a window, so that no real story can end up with
 * invented coverage. Each language has a window of its own; copies are looked for across languages.
 */

import { openCopyIndex } from '../fold/copy-index.ts'
import type { Placement } from '../model/story.ts'
import type { Db } from '../store/engines/engine.ts'
import { placedArticles } from '../store/stories.ts'
import { type Across, type Elsewhere, openAcross } from '../stories/across.ts'
import type { Features } from '../stories/features.ts'
import { openReviews, type Reviews } from '../stories/reviews.ts'
import { openWindow, type Window } from '../stories/window.ts'

/** Articles kept in memory, the newest ones. Above it a window lets go of what has been silent for `KEPT`. */
const MOST = 15_000
const KEPT = 30 * 86_400_000

export type Placed = {
  readonly features: Features
  readonly fingerprint: Uint32Array
  readonly episode: number
  readonly story: number
  readonly sample: boolean
  /** A copy is known to the copy index, but its group counts once among the episodes. */
  readonly folded: boolean
}

/** One window with its agenda. Its time is that of the latest article in it: replaying gives the same agenda. */
export type Room = { readonly window: Window; readonly reviews: Reviews; latest: number }

export type Placing = {
  /** Ids of articles that may be the origin of one with this fingerprint, likeliest first. */
  readonly copyCandidates: (fingerprint: Uint32Array, sample: boolean) => readonly number[]
  /** Ids of articles in other languages that probably tell of the same, likeliest first. */
  readonly elsewhere: (features: Features, sample: boolean) => readonly number[]
  readonly place: (features: Features, sample: boolean) => Placement
  /** Takes a placed article in; gives its window and the episodes that have fallen due for another look. */
  readonly add: (placed: Placed) => { readonly room: Room; readonly due: readonly number[] }
}

type InStory = Elsewhere & { readonly story: number }

/** What other languages tell: a story for an article that has none, else stories to propose. */
function withOtherLanguages(placement: Placement, elsewhere: readonly InStory[]): Placement {
  const reasonsOf = ({ names, language, score }: InStory) => [
    { what: `told in ${language} within days, of ${names.join(', ')}`, weight: Math.min(1, score / 20) },
  ]
  const sure = placement.story === undefined ? elsewhere.find((near) => near.sure) : undefined
  const story = placement.story ?? sure?.story
  const known = new Set([story, ...placement.proposals.map((proposal) => proposal.story)])
  const proposals = elsewhere.flatMap((near) => {
    if (known.has(near.story)) return []
    known.add(near.story)
    return [{ story: near.story, score: Math.min(1, near.score / 20), reasons: reasonsOf(near) }]
  })
  return {
    ...placement,
    story,
    storyReasons: sure === undefined ? placement.storyReasons : reasonsOf(sure),
    proposals: [...placement.proposals.filter((proposal) => proposal.story !== story), ...proposals],
  }
}

/** Rebuilds the memory of all that was placed. */
export async function openPlacing(db: Db): Promise<Placing> {
  const copies = { own: openCopyIndex(), sample: openCopyIndex() }
  const across = { own: openAcross(), sample: openAcross() }
  const acrossOf = (sample: boolean): Across => (sample ? across.sample : across.own)
  const rooms = new Map<string, Room>()
  const copiesOf = (sample: boolean) => (sample ? copies.sample : copies.own)
  const roomOf = (sample: boolean, language: string): Room => {
    const key = `${sample ? 'sample' : 'own'} ${language}`
    const room = rooms.get(key) ?? {
      window: openWindow(language),
      reviews: openReviews(),
      latest: Number.NEGATIVE_INFINITY,
    }
    rooms.set(key, room)
    return room
  }
  const placing: Placing = {
    copyCandidates: (fingerprint, sample) =>
      copiesOf(sample)
        .candidates(fingerprint)
        .map(({ id }) => id),
    elsewhere: (features, sample) =>
      acrossOf(sample)
        .near(features)
        .map(({ article }) => article),
    place: (features, sample) => {
      const placement = roomOf(sample, features.language).window.place(features)
      const elsewhere = acrossOf(sample)
        .near(features)
        .flatMap((near) => {
          const story = roomOf(sample, near.language).window.storyOf(near.episode)
          return story === undefined ? [] : [{ ...near, story }]
        })
      return withOtherLanguages(placement, elsewhere)
    },
    add: ({ features, fingerprint, episode, story, sample, folded }) => {
      copiesOf(sample).add(features.id, fingerprint)
      const room = roomOf(sample, features.language)
      if (folded) return { room, due: [] }
      acrossOf(sample).add(features, episode)
      room.window.add(features, episode, story)
      room.latest = Math.max(room.latest, features.time)
      if (room.window.size().articles > MOST) room.window.forget(room.latest - KEPT)
      const due = room.reviews.due(room.latest)
      room.reviews.note(episode, room.latest)
      return { room, due }
    },
  }
  for await (const page of placedArticles(db, MOST)) {
    for (const row of page) {
      // What fell due was looked at when the article was placed, and is in the store already.
      placing.add({
        features: { ...(JSON.parse(row.features) as Features), id: row.article },
        fingerprint: hashesOf(row.fingerprint),
        episode: row.episode,
        story: row.story,
        sample: row.sample,
        folded: row.folded,
      })
    }
  }
  return placing
}

/** Fingerprints are stored as little-endian 32-bit hashes. */
export const bytesOf = (hashes: Uint32Array): Uint8Array =>
  new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength)

const hashesOf = (bytes: Uint8Array): Uint32Array => {
  const whole = bytes.slice()
  return new Uint32Array(whole.buffer, 0, whole.byteLength >> 2)
}
