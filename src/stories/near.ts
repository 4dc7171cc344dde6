/** The articles of a window by their terms: the rarest terms of one lead to the few others worth comparing it with. */

import { isPast, type Query, termsOf } from './compare.ts'
import type { Member } from './episode.ts'
import type { Features } from './features.ts'
import { openLists } from './lists.ts'
import type { Dictionary } from './vectors.ts'

export type Near = {
  readonly add: (member: Member) => void
  readonly drop: (members: readonly Member[]) => void
  /** The members that share most with an article, best first, itself and what is long past left out. */
  readonly nearest: (query: Query) => readonly Member[]
  /** Whether an article near in time holds a term. */
  readonly isHeardAt: (features: Features, term: number) => boolean
}

/** Terms of an article that lead to others, the rarest first. */
const LEADS = 24
/** Articles looked at through them, at most; and through each, at least. */
const LOOKED_AT = 240
const LEAST_LOOKED_AT = 12
const MOST = 24

export function openNear(dictionary: Dictionary): Near {
  const slots: (Member | undefined)[] = []
  const free: number[] = []
  const slotOf = new Map<Member, number>()
  /** By term: the slots of those that hold it, the latest last. */
  const postings = openLists()
  /** Scratch by slot, all zero between calls. */
  let sums = new Float64Array(1024)
  let touched = new Int32Array(1024)
  /** When the member of a slot was written; not a number where nobody knows. */
  let times = new Float64Array(1024)
  /** The latest time of those that hold a term; not a number where one has none. */
  const latest: number[] = []
  const best = new Int32Array(MOST)
  const bestSums = new Float64Array(MOST)

  return {
    add(member) {
      const slot = free.pop() ?? slots.length
      slots[slot] = member
      slotOf.set(member, slot)
      if (slots.length > sums.length) {
        sums = new Float64Array(slots.length * 2)
        touched = new Int32Array(slots.length * 2)
        const grown = new Float64Array(slots.length * 2)
        grown.set(times)
        times = grown
      }
      times[slot] = timeOf(member.features)
      for (const term of termsOf(member)) {
        const held = postings.lengthOf(term)
        latest[term] = held === 0 ? times[slot]! : Math.max(latest[term]!, times[slot]!)
        const at = postings.widen(term, held, 1)
        postings.numbers()[at] = slot
      }
    },

    drop(members) {
      const gone = new Set<number>()
      const terms = new Set<number>()
      for (const member of members) {
        const slot = slotOf.get(member)!
        slotOf.delete(member)
        slots[slot] = undefined
        gone.add(slot)
        free.push(slot)
        for (const term of termsOf(member)) terms.add(term)
      }
      for (const term of terms) {
        const list = postings.numbers()
        const start = postings.startOf(term)
        const held = postings.lengthOf(term)
        let kept = 0
        let time = Number.NEGATIVE_INFINITY
        for (let i = start; i < start + held; i++) {
          const slot = list[i]!
          if (gone.has(slot)) continue
          time = Math.max(time, times[slot]!)
          list[start + kept++] = slot
        }
        postings.narrow(term, kept, held - kept)
        latest[term] = time
      }
    },

    nearest({ features, full }) {
      // The closure's own variables would be read anew for every article looked at.
      const votes = sums
      const order = touched
      const when = times
      const numbers = postings.numbers()
      let count = 0
      let looked = 0
      for (const at of rarest(full.terms, dictionary)) {
        const term = full.terms[at]!
        const held = postings.lengthOf(term)
        if (held === 0) continue
        const weight = full.weights[at]! ** 2
        // The latest come last in a list, and matter most.
        const looking = Math.min(held, Math.max(LEAST_LOOKED_AT, LOOKED_AT - looked))
        const start = postings.startOf(term)
        for (let i = start + held - 1; i >= start + held - looking; i--) {
          const slot = numbers[i]!
          if (votes[slot] === 0) order[count++] = slot
          votes[slot]! += weight
        }
        looked += looking
      }
      const time = timeOf(features)
      let found = 0
      for (let i = 0; i < count; i++) {
        const slot = order[i]!
        const sum = votes[slot]!
        votes[slot] = 0
        if (found === MOST && sum <= bestSums[MOST - 1]!) continue
        if (isPast(time, when[slot]!) || slots[slot]!.features.id === features.id) continue
        let place = found < MOST ? found++ : MOST - 1
        for (; place > 0 && bestSums[place - 1]! < sum; place--) {
          best[place] = best[place - 1]!
          bestSums[place] = bestSums[place - 1]!
        }
        best[place] = slot
        bestSums[place] = sum
      }
      return Array.from(best.subarray(0, found), (slot) => slots[slot]!)
    },

    isHeardAt(features, term) {
      const held = postings.lengthOf(term)
      if (held === 0) return false
      const time = timeOf(features)
      if (!isPast(time, latest[term]!)) return true
      const numbers = postings.numbers()
      const start = postings.startOf(term)
      for (let i = start + held - 1; i >= start; i--) if (!isPast(time, times[numbers[i]!]!)) return true
      return false
    },
  }
}

const timeOf = ({ dated, time }: Features): number => (dated ? time : Number.NaN)

/** Places in a list of terms, those held by the fewest articles first, and of equals the same ones after a restart. */
function rarest(terms: Uint32Array, dictionary: Dictionary): Float64Array {
  const keys = new Float64Array(terms.length)
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!
    keys[at] = (dictionary.holders(term) * 0x100000 + dictionary.lot(term)) * 1024 + at
  }
  keys.sort()
  const leads = keys.subarray(0, LEADS)
  for (let i = 0; i < leads.length; i++) leads[i] = leads[i]! % 1024
  return leads
}
