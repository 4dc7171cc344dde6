/** Finds the few articles that may share text with a new one, among as many as are kept. */

export type CopyCandidate = {
  readonly id: number
  /** Distinctive hashes in common. */
  readonly shared: number
}

export type CopyIndex = {
  readonly size: () => number
  /** Adds an article's fingerprint; an id already there is left as it is. */
  readonly add: (id: number, fingerprint: Uint32Array) => void
  /** Takes a known article's new text for its old one; one that is not there stays away. */
  readonly revise: (id: number, fingerprint: Uint32Array) => void
  /**
   * The articles that share most with a fingerprint, best first, at most `limit` (default 8); after them a few that
   * share what none of those does, so that a round-up leads to all that it is made of.
   */
  readonly candidates: (fingerprint: Uint32Array, limit?: number) => readonly CopyCandidate[]
}

/** A run of words in more articles than this is furniture ("sign up for our newsletter"), not copying. */
const FURNITURE = 40

/** Articles beyond the likeliest, and hashes that each of them must share alone. */
const FURTHER = 4
const OF_ITS_OWN = 2

/** A month of 2,000 articles a day: what repeats an older one stands on its own. */
const MOST = 60_000

/**
 * An inverted index from hash to articles, of the `most` added last. About ten bytes a hash; a query costs at most
 * FURNITURE per hash.
 */
export function openCopyIndex(most = MOST): CopyIndex {
  const postings = new Map<number, number | number[]>()
  const prints = new Map<number, Uint32Array>()
  /** In the order they came, from `first` on: the oldest of a map is looked for past all that are gone from it. */
  const order: number[] = []
  let first = 0

  function enter(id: number, fingerprint: Uint32Array): void {
    prints.set(id, fingerprint)
    for (const hash of fingerprint) {
      const at = postings.get(hash)
      if (at === undefined) postings.set(hash, id)
      else if (typeof at === 'number') postings.set(hash, [at, id])
      // Longer lists stop growing: they are furniture already, and stay so until articles leave.
      else if (at.length <= FURNITURE) at.push(id)
    }
  }

  function leave(id: number): void {
    for (const hash of prints.get(id) ?? []) {
      const at = postings.get(hash)
      if (at === id) postings.delete(hash)
      else if (typeof at === 'object') {
        const place = at.indexOf(id)
        if (place >= 0) at.splice(place, 1)
        if (at.length === 0) postings.delete(hash)
      }
    }
  }

  /** The articles with a run of words; none where it is furniture. */
  function holders(hash: number): readonly number[] {
    const at = postings.get(hash)
    if (at === undefined) return []
    return typeof at === 'number' ? [at] : at.length <= FURNITURE ? at : []
  }

  function sharing(fingerprint: Uint32Array): CopyCandidate[] {
    const shared = new Map<number, number>()
    for (const hash of fingerprint) for (const id of holders(hash)) shared.set(id, (shared.get(id) ?? 0) + 1)
    const least = fingerprint.length < 8 ? 1 : 2
    return [...shared]
      .filter(([, count]) => count >= least)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([id, count]) => ({ id, shared: count }))
  }

  return {
    size: () => prints.size,
    add(id, fingerprint) {
      if (prints.has(id)) return
      if (prints.size >= most) {
        const oldest = order[first++]!
        leave(oldest)
        prints.delete(oldest)
        if (first >= most) {
          order.splice(0, first)
          first = 0
        }
      }
      order.push(id)
      enter(id, fingerprint)
    },
    // It keeps its place among those that are let go of, as after a restart.
    revise(id, fingerprint) {
      if (!prints.has(id)) return
      leave(id)
      enter(id, fingerprint)
    },
    candidates(fingerprint, limit = 8) {
      const ranked = sharing(fingerprint)
      const found = ranked.slice(0, limit)
      if (ranked.length <= limit) return found
      const chosen = new Set(found.map(({ id }) => id))
      for (let left = FURTHER; left > 0; left--) {
        const rest = fingerprint.filter((hash) => !holders(hash).some((id) => chosen.has(id)))
        const next = sharing(rest).find(({ shared }) => shared >= OF_ITS_OWN)
        if (next === undefined) break
        chosen.add(next.id)
        found.push(next)
      }
      return found
    },
  }
}
