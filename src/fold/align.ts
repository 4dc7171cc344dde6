/** Aligns two texts: the passages that stand, word for word, in both. */

import type { Span } from '../model/span.ts'
import { type HashedWords, hashRuns, RUN } from './fingerprint.ts'

export type Passage = { readonly here: Span; readonly there: Span }

export type Alignment = {
  /** In the order of `here`, never overlapping there. */
  readonly passages: readonly Passage[]
  /** Words of `here` that stand in a shared passage, as a share of all its words; 0 for an empty text. */
  readonly share: number
  /** The same for `there`. */
  readonly shareThere: number
  /** Words in the longest passage, small gaps included. */
  readonly longest: number
}

/** Words that may differ inside one passage: a changed name, a dropped adjective. */
const GAP = 3
/** Runs that stand at more places than this in one text are refrains and anchor nothing. */
const REFRAIN = 8

type Run = { from: number; to: number; fromThere: number; toThere: number; same: number }

/** Finds the shared passages of two texts, greedily from the start of `here`, each match as long as it goes. */
export function align(here: HashedWords, there: HashedWords): Alignment {
  const places = new Map<number, number[]>()
  const thereRuns = hashRuns(there.hashes)
  for (let i = 0; i < thereRuns.length; i++) {
    const list = places.get(thereRuns[i]!)
    if (list === undefined) places.set(thereRuns[i]!, [i])
    else if (list.length <= REFRAIN) list.push(i)
  }
  const runs: Run[] = []
  const usedThere = new Uint8Array(there.hashes.length)
  const hereRuns = hashRuns(here.hashes)
  let same = 0
  for (let i = 0; i < hereRuns.length; ) {
    const found = places.get(hereRuns[i]!)
    const last = runs.at(-1)
    let best = 0
    let bestAt = -1
    for (const at of found ?? []) {
      let length = 0
      while (
        i + length < here.hashes.length &&
        at + length < there.hashes.length &&
        here.hashes[i + length] === there.hashes[at + length]
      )
        length++
      // Between equals the one that goes on from the last passage is the right one.
      const goesOn = last !== undefined && at >= last.toThere && at - last.toThere <= GAP
      if (length > best || (length === best && goesOn)) {
        best = length
        bestAt = at
      }
    }
    if (best < RUN) {
      i++
      continue
    }
    for (let k = 0; k < best; k++) usedThere[bestAt + k] = 1
    same += best
    const near =
      last !== undefined && i - last.to <= GAP && bestAt >= last.toThere && bestAt - last.toThere <= GAP
    if (near) {
      last.to = i + best
      last.toThere = bestAt + best
      last.same += best
    } else runs.push({ from: i, to: i + best, fromThere: bestAt, toThere: bestAt + best, same: best })
    i += best
  }
  let sameThere = 0
  for (const used of usedThere) sameThere += used
  return {
    passages: runs.map((run) => ({
      here: { start: here.starts[run.from]!, end: here.ends[run.to - 1]! },
      there: { start: there.starts[run.fromThere]!, end: there.ends[run.toThere - 1]! },
    })),
    share: here.hashes.length === 0 ? 0 : same / here.hashes.length,
    shareThere: there.hashes.length === 0 ? 0 : sameThere / there.hashes.length,
    longest: runs.reduce((most, run) => Math.max(most, run.same), 0),
  }
}
