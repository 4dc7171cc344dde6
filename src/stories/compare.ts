/** Compares an article with an episode: what the scorer looks at. */

import type { Centre } from './centre.ts'
import { meanOfPairs } from './cohesion.ts'
import { daysFromMiddle, type Group, type Member } from './episode.ts'
import type { Features } from './features.ts'
import { type Likeness, type Model, score } from './scorer.ts'
import { agrees, contradicts } from './slots.ts'
import { type Dictionary, isMarked, type Vector } from './vectors.ts'

const DAY = 86_400_000
const NONE = Number.POSITIVE_INFINITY
/** Which of the asking article's vectors hold a term. */
const FULL = 1
const TITLE = 2
const NAMES = 4
const EARLY = 8
/** Members of an episode that an article is compared with: those that share most, filled up with the latest. */
const NEAR_MEMBERS = 8
const LEAST_MEMBERS = 6
/** An episode that was silent so long is over, whether or not it was forgotten yet. */
const SILENCE_DAYS = 14

export type Query = Pick<Member, 'features' | 'full' | 'title' | 'names'>

export const asQuery = (
  features: Features,
  dictionary: Dictionary,
  counts?: (term: number) => boolean,
): Query => ({
  features,
  full: dictionary.marked(features.full, features.early, counts),
  title: dictionary.vector(features.title, counts),
  names: dictionary.vector(features.names, counts),
})

export function distinctTerms(features: Features): readonly string[] {
  return [...new Set([...features.full.terms, ...features.title.terms, ...features.names.terms])]
}

/** The terms of a member, each once: a merge of its three sorted lists. */
export function termsOf({ full, title, names }: Pick<Member, 'full' | 'title' | 'names'>): Uint32Array {
  const found = new Uint32Array(full.terms.length + title.terms.length + names.terms.length)
  let count = 0
  let [i, k, m] = [0, 0, 0]
  for (;;) {
    const next = Math.min(full.terms[i] ?? NONE, title.terms[k] ?? NONE, names.terms[m] ?? NONE)
    if (next === NONE) return found.subarray(0, count)
    found[count++] = next
    if (full.terms[i] === next) i++
    if (title.terms[k] === next) k++
    if (names.terms[m] === next) m++
  }
}

export type Compared = { readonly value: number; readonly likeness: Likeness; readonly like: Member }

/** How an article compares with an episode, `near` its nearest members; undefined where a series mark forbids it. */
export type Compare = (query: Query, episode: Group, near: readonly Member[]) => Compared | undefined

/**
 * Opens a comparison. The article that asks is laid out by term number, once, so that each member costs one walk over
 * its own terms.
 */
export function openCompare(model: Model, dictionary: Dictionary): Compare {
  let asked: Query | undefined
  let size = 0
  /** Most terms of others are none of the asking article's: one byte tells, and stays in the processor's cache. */
  let held = new Uint8Array(0)
  let full = new Float64Array(0)
  let title = new Float64Array(0)
  let names = new Float64Array(0)
  /** How telling a term of the asking article is, squared. */
  let telling = new Float64Array(0)
  let numbers: ReadonlySet<string> = new Set()

  function ask(query: Query): void {
    if (asked !== undefined) {
      for (const term of asked.full.terms) held[term] = 0
      for (const term of asked.title.terms) held[term] = 0
      for (const term of asked.names.terms) held[term] = 0
    }
    asked = query
    if (dictionary.capacity() > size) {
      size = dictionary.capacity() * 2
      held = new Uint8Array(size)
      full = new Float64Array(size)
      title = new Float64Array(size)
      names = new Float64Array(size)
      telling = new Float64Array(size)
    }
    query.full.terms.forEach((term, i) => {
      held[term] = isMarked(query.full.marks, i) ? FULL | EARLY : FULL
      full[term] = query.full.weights[i]!
      telling[term] = dictionary.telling(term) ** 2
    })
    query.title.terms.forEach((term, i) => {
      held[term]! |= TITLE
      title[term] = query.title.weights[i]!
    })
    query.names.terms.forEach((term, i) => {
      held[term]! |= NAMES
      names[term] = query.names.weights[i]!
    })
    numbers = new Set(query.features.numbers)
  }

  return (query, episode, near) => {
    if (asked !== query) ask(query)
    const looked = near.slice(0, NEAR_MEMBERS)
    for (let i = episode.members.length - 1; i >= 0 && looked.length < LEAST_MEMBERS; i--)
      if (!looked.includes(episode.members[i]!)) looked.push(episode.members[i]!)
    // The closure's own variables would be read anew for every term.
    const marked = held
    const wholes = full
    const titled = title
    const worths = telling
    let like: Member | undefined
    // The three best cosines of whole texts.
    let first = 0
    let second = 0
    let third = 0
    let bestTitle = 0
    let cover = 0
    let sharedNumbers = 0
    let agree = 0
    let closest = Infinity
    let vetoes = 0
    let dated = false
    let era = 0
    let worth = 0
    let lead = 0
    let bothTold = 0
    let anchors = 0
    const early = query.full.markedLength
    for (const member of looked) {
      const { terms, weights, marks, markedLength } = member.full
      let text = 0
      let value = 0
      let told = 0
      let begins = 0
      let mine = 0
      let theirs = 0
      let named = 0
      for (let i = 0; i < terms.length; i++) {
        const term = terms[i]!
        const where = marked[term]!
        if (where === 0) continue
        if (where & FULL) {
          const both = wholes[term]! * weights[i]!
          text += both
          value += worths[term]!
          const begun = isMarked(marks, i)
          if (begun) theirs += weights[i]! ** 2
          if (where & EARLY) {
            mine += wholes[term]! ** 2
            if (begun) {
              begins += both
              if (where & NAMES) named += worths[term]!
            }
          }
        }
        if (where & TITLE) told += titled[term]! ** 2
      }
      let titles = 0
      let heard = 0
      for (let i = 0; i < member.title.terms.length; i++) {
        const term = member.title.terms[i]!
        const where = marked[term]!
        if (where === 0) continue
        const weight = member.title.weights[i]!
        if (where & TITLE) titles += titled[term]! * weight
        if (where & FULL) heard += weight * weight
      }
      if (like === undefined || text > first) like = member
      if (text > first) [first, second, third] = [text, first, second]
      else if (text > second) [second, third] = [text, second]
      else if (text > third) third = text
      worth = Math.max(worth, value)
      bestTitle = Math.max(bestTitle, titles)
      cover = Math.max(cover, (told + heard) / 2)
      if (early > 0 && markedLength > 0) {
        lead = Math.max(lead, begins / (early * markedLength))
        bothTold = Math.max(bothTold, (mine / early ** 2 + theirs / markedLength ** 2) / 2)
        anchors = Math.max(anchors, named)
      }
      const other = member.features
      let same = 0
      for (const number of other.numbers) if (numbers.has(number)) same++
      sharedNumbers = Math.max(sharedNumbers, Math.min(1, same / 4))
      if (contradicts(query.features.slots, other.slots) !== undefined) vetoes++
      else if (agrees(query.features.slots, other.slots) !== undefined) agree = 1
      era += sameYear(query.features, other)
      if (query.features.dated && other.dated) {
        dated = true
        closest = Math.min(closest, Math.abs(query.features.time - other.time) / DAY)
      }
    }
    if (like === undefined || vetoes * 2 > looked.length) return undefined
    // What lies further back is another episode, of the same story at most.
    if (dated && closest > SILENCE_DAYS) return undefined
    const count = Math.max(1, episode.members.length)
    const dot = dotted(full, FULL, episode.centre.sum())
    const named = dotted(names, NAMES, episode.cast.sum())
    const away = daysFromMiddle(query.features, episode)
    const inner = innerLikeness(episode.centre, count) + innerLikeness(episode.cast, count)
    const likeness: Likeness = {
      mean: (first + second + third) / Math.min(3, looked.length),
      all: dot / count,
      fit: Math.min(1, (0.6 * (dot + named)) / count / inner),
      cast: Math.min(1, named / count),
      fresh: (dot / count) * Math.exp(-(away ?? 0) / FRESH_DAYS),
      known: heard(episode.cast.sum()),
      // 36 is one term held by one article in four hundred; ten of them say all there is to say.
      worth: worth / (worth + 180),
      title: bestTitle,
      cover,
      lead,
      told: bothTold,
      anchors: anchors / (anchors + 90),
      numbers: sharedNumbers,
      agree,
      near: dated ? 1 / (1 + closest) : 0,
      when: away === undefined ? 0 : 1 / (1 + away),
      era: dated ? 0.5 : era / looked.length,
      undated: dated ? 0 : 1,
    }
    const whole = bothWhole(query.features, like.features)
    const value = score(likeness, whole, model) - model.crowding[whole ? 'whole' : 'short'] * crowd(count)
    return { value, likeness, like }
  }

  function dotted(weights: Float64Array, which: number, sum: Vector): number {
    const marked = held
    const { terms, weights: others } = sum
    let dot = 0
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i]!
      if (marked[term]! & which) dot += weights[term]! * others[i]!
    }
    return dot
  }

  /** How much of the asking article's names, by squared weight, some member holds, 0 to 1. */
  function heard(sum: Vector): number {
    let total = 0
    for (const term of sum.terms) if (held[term]! & NAMES) total += names[term]! ** 2
    return total
  }
}

/** In so many days the likeness of texts falls to a third. */
const FRESH_DAYS = 5

/** Doublings of an episode beyond eight articles: there is always somebody in a crowd whom a stranger is like. */
const crowd = (count: number): number => Math.max(0, Math.log2(count / CROWD))
const CROWD = 8

/** The mean cosine among the members of a centre. */
function innerLikeness(centre: Centre, count: number): number {
  const length = centre.length()
  return meanOfPairs((length * length - count) / 2, (count * (count - 1)) / 2)
}

const yearOf = (features: Features): number | undefined =>
  features.dated ? new Date(features.time).getUTCFullYear() : features.years?.[0]

/** Whether two articles speak of one year: 1, 0, or a half where it can't be told. */
function sameYear(a: Features, b: Features): number {
  if (a.dated && b.dated) return 0.5
  const left = yearOf(a)
  const right = yearOf(b)
  if (left === undefined || right === undefined) return 0.5
  return left === right ? 1 : 0
}

/** Whether so much time lies between two instants that articles of them can't tell of one happening; NaN: undated. */
export const isPast = (a: number, b: number): boolean => Math.abs(a - b) > SILENCE_DAYS * DAY

export const bothWhole = (a: Features, b: Features): boolean => a.whole && b.whole
