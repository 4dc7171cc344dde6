/** Compares an article with an episode: what the scorer looks at, and the reasons a reader is given. */

import type { Reason } from '../model/story.ts'
import { meanOfPairs } from './cohesion.ts'
import type { Features } from './features.ts'
import { type Likeness, type Model, score } from './scorer.ts'
import { agrees, contradicts } from './slots.ts'
import {
  type Centre,
  cosine,
  covered,
  type Dictionary,
  type Overlap,
  overlap,
  sharedTerms,
  type Vector,
} from './vectors.ts'

export type Member = {
  readonly features: Features
  readonly full: Vector
  readonly title: Vector
  readonly names: Vector
  readonly slot: number
  episode: number
}

export type Episode = {
  readonly id: number
  story: number
  readonly members: Member[]
  readonly centre: Centre
  /** The same for names alone. */
  readonly cast: Centre
  last: number
}

const DAY = 86_400_000
/** Members of an episode that an article is compared with: those that share most, filled up with the latest. */
const KEPT_MEMBERS = 8
/** An episode that was silent so long is over, whether or not it was forgotten yet. */
const SILENCE_DAYS = 14

export type Query = Pick<Member, 'features' | 'full' | 'title' | 'names'>

export const asQuery = (
  features: Features,
  dictionary: Dictionary,
  counts?: (term: number) => boolean,
): Query => ({
  features,
  full: dictionary.vector(features.full, counts),
  title: dictionary.vector(features.title, counts),
  names: dictionary.vector(features.names, counts),
})

export function distinctTerms(features: Features): readonly string[] {
  return [...new Set([...features.full.terms, ...features.title.terms, ...features.names.terms])]
}

export function termsOf(member: Member): Uint32Array {
  return Uint32Array.from(new Set([...member.full.terms, ...member.title.terms, ...member.names.terms]))
}

/** How an article compares with an episode; undefined where a series mark forbids it. */
export function compare(
  query: Query,
  episode: Pick<Episode, 'members' | 'centre' | 'cast'>,
  near: readonly Member[],
  model: Model,
  dictionary: Dictionary,
): { readonly value: number; readonly likeness: Likeness; readonly like: Member } | undefined {
  const looked = new Set(near.slice(0, KEPT_MEMBERS))
  for (let i = episode.members.length - 1; i >= 0 && looked.size < 6; i--) looked.add(episode.members[i]!)
  let like: Member | undefined
  let title = 0
  let cover = 0
  let names = 0
  let numbers = 0
  let agree = 0
  let closest = Infinity
  let vetoes = 0
  let dated = false
  let rest = 0
  let worth = 0
  const shared: Overlap = { cosine: 0, rest: 0, worth: 0 }
  const texts: number[] = []
  for (const member of looked) {
    overlap(query.full, member.full, dictionary.telling, shared)
    const text = shared.cosine
    rest = Math.max(rest, shared.rest)
    worth = Math.max(worth, shared.worth)
    if (like === undefined || text > texts[0]!) like = member
    texts.push(text)
    texts.sort((a, b) => b - a)
    title = Math.max(title, cosine(query.title, member.title))
    cover = Math.max(cover, (covered(query.title, member.full) + covered(member.title, query.full)) / 2)
    names = Math.max(names, cosine(query.names, member.names))
    numbers = Math.max(numbers, sharedNumbers(query.features, member.features))
    if (contradicts(query.features.slots, member.features.slots) !== undefined) vetoes++
    else if (agrees(query.features.slots, member.features.slots) !== undefined) agree = 1
    if (query.features.dated && member.features.dated) {
      dated = true
      closest = Math.min(closest, Math.abs(query.features.time - member.features.time) / DAY)
    }
  }
  if (like === undefined || vetoes * 2 > looked.size) return undefined
  // What lies further back is another episode, of the same story at most.
  if (dated && closest > SILENCE_DAYS) return undefined
  const best = texts.slice(0, 3)
  const dot = episode.centre.dot(query.full)
  const count = episode.members.length
  const length = episode.centre.length()
  const inner = innerLikeness(episode.centre, count) + innerLikeness(episode.cast, count)
  const cross = (dot + episode.cast.dot(query.names)) / Math.max(1, count)
  const likeness: Likeness = {
    text: texts[0]!,
    mean: best.reduce((a, b) => a + b, 0) / best.length,
    centre: dot / length,
    all: dot / Math.max(1, count),
    fit: Math.min(1, (0.6 * cross) / inner),
    rest,
    core: episode.centre.coreIn(query.full),
    known: episode.centre.holds(query.names),
    // 36 is one term held by one article in four hundred; ten of them say all there is to say.
    worth: worth / (worth + 180),
    title,
    cover,
    names,
    numbers,
    agree,
    near: dated ? 1 / (1 + closest) : 0,
    undated: dated ? 0 : 1,
  }
  return { value: score(likeness, bothWhole(query.features, like.features), model), likeness, like }
}

/** The mean cosine among the members of a centre. */
function innerLikeness(centre: Centre, count: number): number {
  const length = centre.length()
  return meanOfPairs((length * length - count) / 2, (count * (count - 1)) / 2)
}

/** Whether so much time lies between two articles that they can't tell of one happening. */
export const isPast = (a: Features, b: Features): boolean =>
  a.dated && b.dated && Math.abs(a.time - b.time) > SILENCE_DAYS * DAY

export const bothWhole = (a: Features, b: Features): boolean => a.whole && b.whole

function sharedNumbers(a: Features, b: Features): number {
  let shared = 0
  for (const number of a.numbers) if (b.numbers.includes(number)) shared++
  return Math.min(1, shared / 4)
}

export function reasons(query: Query, like: Member, likeness: Likeness, dictionary: Dictionary): Reason[] {
  const words = sharedTerms(query.full, like.full, 5).map((term) => dictionary.termOf(term))
  const list: Reason[] = [
    { what: `like “${like.features.headline}”: ${words.join(', ')}`, weight: likeness.text },
  ]
  const cast = query.features.cast.filter((name) => like.features.cast.includes(name)).slice(0, 4)
  if (cast.length > 0) list.push({ what: `both name ${cast.join(', ')}`, weight: likeness.names })
  const numbers = query.features.numbers
    .filter((number) => like.features.numbers.includes(number))
    .slice(0, 3)
  if (numbers.length > 0) list.push({ what: `both give ${numbers.join(', ')}`, weight: likeness.numbers })
  const slot = agrees(query.features.slots, like.features.slots)
  if (slot !== undefined) list.push({ what: `same ${slot.name}: ${slot.value}`, weight: 0.5 })
  return list
}
