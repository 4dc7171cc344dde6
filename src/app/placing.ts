/**
 * The one ordered writer's memory: which articles stand where, so that the next one can be placed.
 *
 * A cache and no more: it is rebuilt from the store at the start and follows every commit. The fictional sample
 * and the reader's own titles never share a window, so that no real story can end up with invented coverage.
 * Each language has a window of its own; copies are looked for across languages.
 */

import { type CopyIndex, openCopyIndex } from '../fold/copy-index.ts'
import type { Placement } from '../model/story.ts'
import type { Db } from '../store/engines/engine.ts'
import { placedArticles } from '../store/stories.ts'
import type { Features } from '../stories/features.ts'
import { openWindow, type Window } from '../stories/window.ts'

/** Articles kept in memory, the newest ones: about 200 MB at the most. */
const MOST = 40_000

export type Placing = {
  /** Ids of articles that may be the origin of one with this fingerprint, likeliest first. */
  readonly copyCandidates: (fingerprint: Uint32Array, sample: boolean) => readonly number[]
  readonly place: (features: Features, sample: boolean) => Placement
  /** To be called after the commit that placed the article. */
  readonly placed: (placed: {
    readonly features: Features
    readonly fingerprint: Uint32Array
    readonly episode: number
    readonly story: number
    readonly sample: boolean
    /** A copy is known to the copy index, but its group counts once among the episodes. */
    readonly folded: boolean
  }) => void
}

export async function openPlacing(db: Db): Promise<Placing> {
  const copies = { own: openCopyIndex(), sample: openCopyIndex() }
  const windows = new Map<string, Window>()
  const copiesOf = (sample: boolean): CopyIndex => (sample ? copies.sample : copies.own)
  const windowOf = (sample: boolean, language: string): Window => {
    const key = `${sample ? 'sample' : 'own'} ${language}`
    const window = windows.get(key) ?? openWindow(language)
    windows.set(key, window)
    return window
  }
  const placing: Placing = {
    copyCandidates: (fingerprint, sample) =>
      copiesOf(sample)
        .candidates(fingerprint)
        .map(({ id }) => id),
    place: (features, sample) => windowOf(sample, features.language).place(features),
    placed: ({ features, fingerprint, episode, story, sample, folded }) => {
      copiesOf(sample).add(features.id, fingerprint)
      if (!folded) windowOf(sample, features.language).add(features, episode, story)
    },
  }
  for await (const page of placedArticles(db, MOST)) {
    for (const row of page) {
      placing.placed({
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
