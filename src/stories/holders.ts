/** Which stories hold a term how often, and which of them an article's rarest terms speak for. */

import { type Lists, openLists } from './lists.ts'

/**
 * Stories are known here by slots, small numbers that are given again once free: what is gone through for each article
 * lies in tables short enough for the processor's cache.
 */
export type Holders = {
  /** A slot for a story. */
  readonly enter: (story: number) => number
  /** Gives the slot of a story back that holds no term any more. */
  readonly leave: (slot: number) => void
  readonly resize: (slot: number, articles: number) => void
  /** How many stories hold a term. */
  readonly of: (term: number) => number
  /** A story's articles that hold a term were `before` and are `after`. */
  readonly change: (term: number, slot: number, before: number, after: number) => void
  /** The slots with most votes, of equals the oldest story's, in that order. A lead gives `weight` to each of its stories. */
  readonly mostVoted: (leads: readonly Lead[], most: number) => readonly number[]
}

export type Lead = { readonly term: number; readonly weight: number }

/** A story in which so many articles hold a term is given to it. */
const GIVEN = 3
const enough = (count: number): number => (count < GIVEN ? 0 : count)
/** Stories looked at through a term: the latest, and the latest of those given to it. */
const LOOKED_AT = 30

export function openHolders(): Holders {
  /** By term: slot and count in turn, by ascending story, so that the order is the same after a restart. */
  const lists = openLists()
  /** The same of the stories given to it. */
  const given = openLists()
  const free: number[] = []
  let entered = 0
  let stories = new Float64Array(1024)
  let articles = new Int32Array(1024)
  /** Scratch, all zero between calls. */
  let votes = new Float64Array(1024)
  let touched = new Int32Array(1024)

  /** Where a story stands, or would stand, in a list. Most come last; those that are forgotten are the first. */
  function placeOf(of: Lists, term: number, story: number): number {
    const list = of.numbers()
    const start = of.startOf(term)
    let [low, high] = [0, of.lengthOf(term) / 2]
    if (high === 0 || stories[list[start]!]! >= story) return 0
    if (stories[list[start + 2 * high - 2]!]! < story) return 2 * high
    while (low < high) {
      const middle = (low + high) >> 1
      if (stories[list[start + middle * 2]!]! < story) low = middle + 1
      else high = middle
    }
    return low * 2
  }

  /** A story's count in a list has changed; 0: it is not in it. */
  function change(of: Lists, term: number, slot: number, before: number, after: number): void {
    const at = placeOf(of, term, stories[slot]!)
    if (after === 0) {
      if (before > 0) of.narrow(term, at, 2)
      return
    }
    const place = before > 0 ? of.startOf(term) + at : of.widen(term, at, 2)
    of.numbers()[place] = slot
    of.numbers()[place + 1] = after
  }

  return {
    enter(story) {
      const slot = free.pop() ?? entered++
      if (slot === stories.length) {
        stories = grown(stories, new Float64Array(slot * 2))
        articles = grown(articles, new Int32Array(slot * 2))
        votes = new Float64Array(slot * 2)
        touched = new Int32Array(slot * 2)
      }
      stories[slot] = story
      articles[slot] = 0
      return slot
    },
    leave: (slot) => void free.push(slot),
    resize(slot, count) {
      articles[slot] = count
    },
    of: (term) => lists.lengthOf(term) / 2,
    change(term, slot, before, after) {
      change(lists, term, slot, before, after)
      if (before >= GIVEN || after >= GIVEN) change(given, term, slot, enough(before), enough(after))
    },
    mostVoted(leads, most) {
      // The closure's own variables would be read anew for every story looked at.
      const [sums, order, sizes] = [votes, touched, articles]
      let count = 0
      for (const { term, weight } of leads) {
        const end = lists.startOf(term) + lists.lengthOf(term)
        const from = Math.max(lists.startOf(term), end - 2 * LOOKED_AT)
        const vote = (slot: number, held: number) => {
          if (sums[slot] === 0) order[count++] = slot
          sums[slot]! += weight * (0.2 + Math.min(1, held / sizes[slot]!))
        }
        const list = lists.numbers()
        for (let at = from; at < end; at += 2) vote(list[at]!, list[at + 1]!)
        if (from === lists.startOf(term)) continue
        const latest = stories[list[from]!]!
        const own = given.numbers()
        const start = given.startOf(term)
        const last = start + given.lengthOf(term)
        for (let at = Math.max(start, last - 2 * LOOKED_AT); at < last; at += 2)
          if (stories[own[at]!]! < latest) vote(own[at]!, own[at + 1]!)
      }
      const best: number[] = []
      const isBefore = (a: number, b: number) =>
        sums[a]! > sums[b]! || (sums[a] === sums[b] && stories[a]! < stories[b]!)
      for (let i = 0; i < count; i++) {
        const slot = order[i]!
        if (best.length === most && !isBefore(slot, best[most - 1]!)) continue
        let place = best.length < most ? best.length : most - 1
        for (; place > 0 && isBefore(slot, best[place - 1]!); place--) best[place] = best[place - 1]!
        best[place] = slot
      }
      for (let i = 0; i < count; i++) sums[order[i]!] = 0
      return best
    },
  }
}

function grown<T extends Float64Array | Int32Array>(old: T, wider: T): T {
  wider.set(old)
  return wider
}
