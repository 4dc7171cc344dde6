/** The newest articles by what they can be found by; the store of `happenings.ts`. */

import { openLists } from './lists.ts'

/**
 * Articles remembered, by their ids, which are given in the order of placing: what is remembered depends on the newest
 * id alone, so that a memory rebuilt from the store is the one that was lost. About half a kilobyte each.
 */
export const REACH = 12_000

/** Articles are known by slots, an id's remainder; terms by numbers, given again once nobody holds a term. */
export type HappeningIndex = {
  /** Remembers an article with its terms, each once, unless it is too old or known. */
  readonly add: (article: Told, terms: readonly string[]) => void
  readonly move: (id: number, episode: number) => void
  readonly told: (slot: number) => Told
  readonly numberOf: (term: string) => number | undefined
  readonly holds: (slot: number, term: number) => boolean
  /** How many articles hold a term. */
  readonly live: (term: number) => number
  /** Calls `see` with the slots of those that hold a term, the newest first, until it says false. */
  readonly each: (term: number, see: (slot: number) => boolean) => void
  readonly size: () => number
}

export type Told = {
  readonly id: number
  episode: number
  readonly language: string
  /** Days since 1970. */
  readonly day: number | undefined
}

export function openHappeningIndex(): HappeningIndex {
  const articles: (Told | undefined)[] = Array.from({ length: REACH }, () => undefined)
  /** By slot: the numbers of its terms. */
  const terms = openLists()
  /** By term: the slots of those that hold it, by ascending id. The first `gone` of them are forgotten. */
  const holders = openLists()
  const gone: number[] = []
  const numbers = new Map<string, number>()
  const texts: string[] = []
  const free: number[] = []
  let size = 0
  let floor = Number.NEGATIVE_INFINITY
  let newest = floor

  const known = (id: number): Told | undefined => {
    const article = articles[id % REACH]
    return article?.id === id ? article : undefined
  }

  /** Lets go of what is older than an id. */
  function raise(to: number): void {
    if (to <= floor) return
    const old = size === 0 ? [] : to - floor > REACH ? below(to) : between(floor, to)
    for (const id of old) forget(id)
    floor = to
  }

  const below = (to: number): readonly number[] =>
    articles
      .flatMap((article) => (article !== undefined && article.id < to ? article.id : []))
      .sort((a, b) => a - b)

  /** The oldest go first, so each is the first that is left in all its lists. */
  function forget(id: number): void {
    if (known(id) === undefined) return
    const slot = id % REACH
    articles[slot] = undefined
    size--
    const [start, count, list] = [terms.startOf(slot), terms.lengthOf(slot), terms.numbers()]
    for (let i = start; i < start + count; i++) {
      const term = list[i]!
      gone[term]!++
      const left = live(term)
      // Not each time: closing the gap costs the length of the list.
      if (left > 0 && gone[term]! <= left + 8) continue
      holders.narrow(term, 0, gone[term]!)
      gone[term] = 0
      if (left > 0) continue
      numbers.delete(texts[term]!)
      free.push(term)
    }
    terms.narrow(slot, 0, count)
  }

  const live = (term: number): number => holders.lengthOf(term) - gone[term]!

  function opened(text: string): number {
    const number = free.pop() ?? texts.length
    texts[number] = text
    gone[number] = 0
    numbers.set(text, number)
    return number
  }

  /** The last place, as articles come in the order of their ids; but for one that was held back. */
  function placeFor(id: number, term: number): number {
    let at = holders.lengthOf(term)
    if (id >= newest) return at
    const [list, start] = [holders.numbers(), holders.startOf(term)]
    while (at > gone[term]! && articles[list[start + at - 1]!]!.id > id) at--
    return at
  }

  return {
    add(article, found) {
      const { id } = article
      if (id < floor || known(id) !== undefined) return
      raise(id - REACH + 1)
      const slot = id % REACH
      newest = Math.max(newest, id)
      articles[slot] = article
      size++
      const start = terms.widen(slot, 0, found.length)
      const own = terms.numbers()
      found.forEach((text, i) => {
        const term = numbers.get(text) ?? opened(text)
        own[start + i] = term
        const at = holders.widen(term, placeFor(id, term), 1)
        holders.numbers()[at] = slot
      })
    },
    move(id, episode) {
      const article = known(id)
      if (article !== undefined) article.episode = episode
    },
    told: (slot) => articles[slot]!,
    numberOf: (text) => numbers.get(text),
    holds(slot, term) {
      const [start, list] = [terms.startOf(slot), terms.numbers()]
      for (let i = start; i < start + terms.lengthOf(slot); i++) if (list[i] === term) return true
      return false
    },
    live,
    each(term, see) {
      const [start, list] = [holders.startOf(term), holders.numbers()]
      for (let i = start + holders.lengthOf(term) - 1; i >= start + gone[term]!; i--)
        if (!see(list[i]!)) return
    },
    size: () => size,
  }
}

const between = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
