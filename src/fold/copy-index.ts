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
  /** The articles that share most with a fingerprint, best first, at most `limit` (default 8). */
  readonly candidates: (fingerprint: Uint32Array, limit?: number) => readonly CopyCandidate[]
}

/** A run of words in more articles than this is furniture ("sign up for our newsletter"), not copying. */
const FURNITURE = 40

/** A month of 2,000 articles a day: what repeats an older one stands on its own. */
const MOST = 60_000

/**
 * An inverted index from hash to articles, of the `most` added last. About ten bytes a hash; a query costs at most
 * FURNITURE per hash.
 */
export function openCopyIndex(most = MOST): CopyIndex {
  const postings = new Map<number, number | number[]>()
  const prints = new Map<number, Uint32Array>()

  function remove(id: number): void {
    const fingerprint = prints.get(id)
    if (fingerprint === undefined) return
    prints.delete(id)
    for (const hash of fingerprint) {
      const at = postings.get(hash)
      if (at === id) postings.delete(hash)
      else if (typeof at === 'object') {
        const place = at.indexOf(id)
        if (place >= 0) at.splice(place, 1)
        if (at.length === 0) postings.delete(hash)
      }
    }
  }

  return {
    size: () => prints.size,
    add(id, fingerprint) {
      if (prints.has(id)) return
      if (prints.size >= most) remove(prints.keys().next().value!)
      prints.set(id, fingerprint)
      for (const hash of fingerprint) {
        const at = postings.get(hash)
        if (at === undefined) postings.set(hash, id)
        else if (typeof at === 'number') postings.set(hash, [at, id])
        // Longer lists stop growing: they are furniture already, and stay so until articles leave.
        else if (at.length <= FURNITURE) at.push(id)
      }
    },
    candidates(fingerprint, limit = 8) {
      const shared = new Map<number, number>()
      for (const hash of fingerprint) {
        const at = postings.get(hash)
        if (at === undefined) continue
        if (typeof at === 'number') shared.set(at, (shared.get(at) ?? 0) + 1)
        else if (at.length <= FURNITURE) for (const id of at) shared.set(id, (shared.get(id) ?? 0) + 1)
      }
      const least = fingerprint.length < 8 ? 1 : 2
      return [...shared]
        .filter(([, count]) => count >= least)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, limit)
        .map(([id, count]) => ({ id, shared: count }))
    },
  }
}
