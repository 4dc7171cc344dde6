/** What is remembered of one story: flat lists of its terms and of the days it was told of. */

export type Profile = {
  readonly id: number
  /** Where it stands among the holders of terms. */
  readonly slot: number
  /** The numbers of its terms, in no order, and how many of the story's articles hold each; `size` of them. */
  terms: Int32Array
  counts: Int32Array
  size: number
  articles: number
  /** How many of them are a few sentences long. */
  shorts: number
  /** Of each article, ascending, in days since 1970. */
  readonly days: number[]
}

export const openProfile = (id: number, slot: number): Profile => ({
  id,
  slot,
  terms: new Int32Array(64),
  counts: new Int32Array(64),
  size: 0,
  articles: 0,
  shorts: 0,
  days: [],
})

/** Adds a term that the story did not hold. */
export function push(profile: Profile, number: number, count: number): void {
  if (profile.size === profile.terms.length) {
    const grown = new Int32Array(profile.size * 2)
    grown.set(profile.terms)
    profile.terms = grown
    const counts = new Int32Array(profile.size * 2)
    counts.set(profile.counts)
    profile.counts = counts
  }
  profile.terms[profile.size] = number
  profile.counts[profile.size++] = count
}

/** Closes the gaps that terms no longer held have left. */
export function tidy(profile: Profile): void {
  let kept = 0
  for (let i = 0; i < profile.size; i++) {
    if (profile.counts[i] === 0) continue
    profile.terms[kept] = profile.terms[i]!
    profile.counts[kept++] = profile.counts[i]!
  }
  profile.size = kept
}

/** Days from the nearest day on which a story was told of. */
export function silenceOf(days: readonly number[], day: number): number {
  const at = placeIn(days, day)
  return Math.min((days[at] ?? Infinity) - day, day - (days[at - 1] ?? -Infinity))
}

/** Where a number stands in an ascending list, or would stand. Most are the latest. */
export function placeIn(list: readonly number[], number: number): number {
  let [low, high] = [0, list.length]
  if (high > 0 && list[high - 1]! < number) return high
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < number) low = middle + 1
    else high = middle
  }
  return low
}
