/** A map of bounded size that lets go of what was set longest ago. */

export type Latest<K, V> = {
  readonly get: (key: K) => V | undefined
  readonly set: (key: K, value: V) => void
  readonly delete: (key: K) => void
}

/**
 * Keeps the latest half of `most` for certain, and never more than `most`: in two maps, the older one dropped as a
 * whole. Taking the oldest entry out of one map each time costs its length, as it is looked for past all that are gone.
 */
export function openLatest<K, V>(most: number): Latest<K, V> {
  let young = new Map<K, V>()
  let old = new Map<K, V>()
  return {
    get: (key) => young.get(key) ?? old.get(key),
    set(key, value) {
      if (young.size >= most / 2 && !young.has(key)) {
        old = young
        young = new Map()
      }
      young.set(key, value)
    },
    delete(key) {
      young.delete(key)
      old.delete(key)
    },
  }
}
