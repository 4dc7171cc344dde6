/** Decides whether an article repeats an earlier one, how, and which of the two is the origin. */

import type { CopyEdge, CopyKind, Reason } from '../model/story.ts'
import { agencyOf, credits, foldName } from '../words/credits.ts'
import { skeleton } from '../words/names.ts'
import { type Alignment, align } from './align.ts'
import { partly } from './excerpts.ts'
import { hashWords } from './fingerprint.ts'

/** What telling copies from originals needs to know of an article. */
export type Copyable = {
  readonly id: number
  readonly title: string
  readonly text: string
  /** ISO 639-1. */
  readonly language?: string
  readonly url?: string
  /** The address on another site that its page names as the original: canonical, og:url and the like. */
  readonly canonical?: string
  readonly outlet?: string
  /** Other names and domains of the same outlet. */
  readonly outletAliases?: readonly string[]
  readonly byline?: string
  /** Lines beside its text that say whom it was taken from. */
  readonly credit?: string
  /** Addresses the text links to. */
  readonly links?: readonly string[]
  /** Epoch milliseconds, where it is stated. */
  readonly published?: number
  /** `published` is a day: nothing is known of the hour. */
  readonly dayOnly?: boolean
  readonly seen: number
  /** How many translations its outlet is known to have printed. */
  readonly translations?: number
}

/** A copy whose coverage counts once with its origin's. The others share a passage or point at it, and stand on their own. */
export const folds = (edge: CopyEdge): boolean => repeats(edge) || edge.kind === 'translation'

/** A copy in the words of its origin: it adds nothing that could be compared with other coverage. */
export const repeats = (edge: CopyEdge): boolean =>
  edge.kind === 'same-text' || edge.kind === 'wire' || edge.kind === 're-post' || edge.kind === 'rewrite'

const WHOLE = 0.8
const MOST = 0.35
/** Words in a row that no one writes twice by chance; quotations of a sentence stay below. */
const EXCERPT = 24
const SHORTEST = 12

const bare = (url: string): string =>
  url.replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/, '').replace(/(?:[?#].*|\/(?:amp\/?)?)$/, '')

const names = (article: Copyable): readonly string[] =>
  [article.outlet ?? '', ...(article.outletAliases ?? [])].map(foldName).filter((name) => name.length > 1)

/** Letters below which a name must be the whole of the other: "Post" is in too many. */
const TELLING = 6

/** Whether a credit names this outlet: the one name within the other, word by word, or the same sounds in another script. */
function isNamed(credit: string, name: string): boolean {
  if (credit === name) return true
  const [short, long] = credit.length < name.length ? [credit, name] : [name, credit]
  if (short.length >= TELLING && ` ${long} `.includes(` ${short} `)) return true
  if (isInflected(credit.split(' '), name.split(' '))) return true
  const sound = skeleton(credit)
  return sound.length > 3 && sound === skeleton(name)
}

/** «Вестника порта» is «Вестник порта»: word by word the same but for the end. */
const isInflected = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length &&
  one.join(' ').length >= TELLING &&
  one.every((word, at) => {
    const twin = other[at]!
    let same = 0
    while (same < word.length && word[same] === twin[same]) same++
    return word === twin || (same >= 4 && Math.max(word.length, twin.length) - same <= 3)
  })

const creditsOf = ({ text, byline = '', credit = '' }: Copyable) => credits(text, `${byline}\n${credit}`)

/** Everything in `copy` that says it comes from `origin`. */
function pointers(copy: Copyable, origin: Copyable): Reason[] {
  const found: Reason[] = []
  const target = origin.url === undefined ? undefined : bare(origin.url)
  if (target !== undefined && copy.canonical !== undefined && bare(copy.canonical) === target)
    found.push({ what: 'its page names the other as the original', values: {}, weight: 4 })
  if (target !== undefined && (copy.links ?? []).some((link) => bare(link) === target))
    found.push({ what: 'it links to the other', values: {}, weight: 2 })
  const known = names(origin)
  const agency = agencyOf(origin.outlet ?? '')
  // Who signs with the same mark is no further from its source than the other.
  const own = names(copy)
  const values = { outlet: origin.outlet ?? '' }
  if (isSigned(copy, origin)) found.push({ what: 'it carries the mark of {outlet}', values, weight: 3 })
  for (const { how, name } of creditsOf(copy)) {
    if (own.some((one) => isNamed(name, one))) continue
    if (how !== 'agency' && known.some((one) => isNamed(name, one)))
      found.push({ what: 'it credits {outlet}', values, weight: 3 })
    else if (
      how === 'agency' &&
      !isSigned(copy, origin) &&
      (name === agency || known.some((one) => isNamed(name, one)))
    )
      found.push({ what: 'it carries the mark of {outlet}', values, weight: 3 })
  }
  return found
}

/** Whether an article of another outlet is signed with the name of the origin's, as wire copies are. */
function isSigned(copy: Copyable, origin: Copyable): boolean {
  const own = names(copy)
  const known = names(origin)
  return (copy.byline ?? '')
    .split(/[,;]/)
    .map(foldName)
    .some(
      (name) =>
        name !== '' && known.some((one) => isNamed(name, one)) && !own.some((one) => isNamed(name, one)),
    )
}

const DAY = 86_400_000

/** Positive where `b` came out after `a`; by published time where both state one, else by when we saw them. */
function later(a: Copyable, b: Copyable): number {
  if (a.published !== undefined && b.published !== undefined) {
    const gap = b.published - a.published
    // Of two of one day the hour decides, where both give one.
    if (Math.abs(gap) >= (a.dayOnly || b.dayOnly ? DAY : 1)) return gap
  }
  return b.seen - a.seen
}

/** How much speaks for `b` being the origin and `a` the copy, less the reverse; 0 leaves it open. */
function direction(a: Copyable, b: Copyable): { readonly lead: number; readonly why: readonly Reason[] } {
  const forB = pointers(a, b)
  const forA = pointers(b, a)
  let lead = 0
  for (const { weight } of forB) lead += weight
  for (const { weight } of forA) lead -= weight
  const gap = later(b, a)
  if (gap !== 0) lead += Math.sign(gap)
  if (gap > 0) forB.push({ what: 'the other came first', values: {}, weight: 1 })
  return { lead, why: forB }
}

/** Share of the numbers in `copy` that stand in `origin` too; 1 where there are too few to tell. */
function sharedNumbers(copy: Copyable, origin: Copyable): number {
  const mine = new Set(copy.text.match(/\d[\d.,]*\d|\d/g))
  if (mine.size < 4) return 1
  const theirs = new Set(origin.text.match(/\d[\d.,]*\d|\d/g))
  let shared = 0
  for (const number of mine) if (theirs.has(number)) shared++
  return shared / mine.size
}

function kindOf(copy: Copyable, origin: Copyable, found: Alignment, pointed: boolean): CopyKind | undefined {
  const share = Math.max(found.share, found.shareThere)
  // This week's report in last week's words is news, not a copy.
  if (share < 0.95 && sharedNumbers(copy, origin) < 0.5)
    return found.longest >= EXCERPT ? 'excerpt' : undefined
  if (share >= WHOLE) {
    const agency = creditsOf(copy).some((credit) => credit.how === 'agency')
    if (agency || isSigned(copy, origin)) return 'wire'
    if (pointed && copy.outlet !== origin.outlet) return 're-post'
    return 'same-text'
  }
  if (found.share >= MOST || (found.shareThere >= 0.5 && found.share >= 0.2)) return 'rewrite'
  if (found.longest >= EXCERPT) return 'excerpt'
  return undefined
}

/**
 * Every way `article` repeats one of `candidates`, the strongest first. Candidates came before it, as a rule; where
 * credits and times say that one of them is itself the copy, the edge stays and its confidence falls: ask `originOf`
 * which way round to show it.
 */
export function allCopies(article: Copyable, candidates: readonly Copyable[]): readonly CopyEdge[] {
  const here = hashWords(article.text)
  const edges: CopyEdge[] = []
  const sureOf = new Map<number, (kind: CopyKind) => number>()
  for (const origin of candidates) {
    if (origin.id === article.id) continue
    const there = hashWords(origin.text)
    if (Math.min(here.hashes.length, there.hashes.length) < SHORTEST && article.text !== origin.text) continue
    const found = align(here, there)
    const { lead, why } = direction(article, origin)
    const kind = kindOf(article, origin, found, lead > 1)
    if (kind === undefined) {
      if (cites(article, origin)) edges.push(citation(origin))
      continue
    }
    const sure = (as: CopyKind): number => confidence(as, found, lead)
    sureOf.set(origin.id, sure)
    edges.push({
      origin: origin.id,
      kind,
      containment: found.share,
      confidence: sure(kind),
      why: [inOrder(found.share), ...why],
      passages: found.passages,
    })
  }
  return partly(edges)
    .map((edge) => ({ ...edge, confidence: sureOf.get(edge.origin)?.(edge.kind) ?? edge.confidence }))
    .sort((a, b) => rank(b) - rank(a) || a.origin - b.origin)
}

/** Whether a text that its outlet changed goes on from what it was: cut, added to or reworded, and no other text. */
export function goesOn(before: string, after: string): boolean {
  const found = align(hashWords(after), hashWords(before))
  return Math.max(found.share, found.shareThere) >= MOST
}

const inOrder = (share: number): Reason => ({
  what: '{percent} % of its words stand in the same order in the other',
  values: { percent: Math.round(share * 100) },
  weight: share,
})

/** The strongest of `allCopies`, or undefined: what the article is folded into, if `folds` says so. */
export const findCopies = (article: Copyable, candidates: readonly Copyable[]): CopyEdge | undefined =>
  allCopies(article, candidates)[0]

const order: readonly CopyKind[] = [
  'cites',
  'translation',
  'excerpt',
  'rewrite',
  'same-text',
  'wire',
  're-post',
]
const rank = (edge: CopyEdge): number => Math.min(order.indexOf(edge.kind), 4) + edge.containment

function confidence(kind: CopyKind, found: Alignment, lead: number): number {
  const text = kind === 'excerpt' ? Math.min(1, found.longest / 60) : Math.max(found.share, found.shareThere)
  // Where the signs say the other is the copy, the text is still shared, but who took from whom is doubtful.
  return Math.max(0.3, Math.min(0.99, text * (lead >= 0 ? 1 : 0.7)))
}

const cites = (article: Copyable, origin: Copyable): boolean =>
  origin.url !== undefined && (article.links ?? []).some((link) => bare(link) === bare(origin.url!))

const citation = (origin: Copyable): CopyEdge => ({
  origin: origin.id,
  kind: 'cites',
  containment: 0,
  confidence: 0.9,
  why: [{ what: 'it links to the other', values: {}, weight: 2 }],
  passages: [],
})

/** Which of two articles that share text is the origin: the id, with the signs that say so. */
export function originOf(
  a: Copyable,
  b: Copyable,
): { readonly origin: number; readonly why: readonly Reason[] } {
  const { lead, why } = direction(a, b)
  if (lead > 0 || (lead === 0 && later(b, a) >= 0)) return { origin: b.id, why }
  return { origin: a.id, why: direction(b, a).why }
}
