/** Which units of a page are its article: one scoring pass over the compact tree, then a closer look inside. */

import {
  AWAY,
  BIO,
  BODY,
  BYLINE,
  CAPTION,
  COMMENTS,
  CORRECTION,
  CREDIT,
  DATE,
  HEADLINE,
  HIDDEN,
  LIVE,
  PULL,
} from './cues.ts'
import { type Gauge, gauge, sameWords } from './gauge.ts'
import { furniture, isSectionOfOthers } from './phrases.ts'
import type { Box, Tree } from './tree.ts'

export type Role = 'body' | 'caption' | 'credit' | 'dateline' | 'away'

export type Judgement = {
  /** For every unit of the tree. */
  readonly roles: readonly Role[]
  /** The box that holds the article, an index. */
  readonly main: number
  /** Share of the page's prose that was kept, and how even the cues were: 0 to 1. */
  readonly confidence: number
}

export type Hints = {
  readonly title: string
  /** Text the page or its feed gives as the article's own: an anchor, perhaps cut short. */
  readonly anchor?: string
  /** On how many other articles' pages of this outlet a block stood. */
  readonly seen?: (text: string) => number
  /** What a reader said of a box like this one. */
  readonly rule?: (box: number) => 'keep' | 'drop' | undefined
  /** Articles of this outlet lay in a box like this one. */
  readonly place?: (box: number) => boolean
}

export function judge(tree: Tree, hints: Hints): Judgement {
  const { boxes, units } = tree
  const gauges = units.map((unit) => gauge(unit))
  const anchored = hints.anchor ? anchorOf(hints.anchor) : undefined
  const covered = anchored ? units.map((unit) => anchored(unit.text)) : undefined

  const raw = prefix(gauges.map((g) => Math.max(0, g.value)))
  const total = raw[units.length]! || 1
  const share = (box: Box): number => (raw[box.end]! - raw[box.first]!) / total
  const cards = findCards(tree, gauges)
  const away = boxes.map((box, i) => isAway(box, share(box)) || (cards.has(i) && share(box) < 0.7))
  for (let i = 1; i < boxes.length; i++) if (away[boxes[i]!.parent]) away[i] = true

  const known = knownFurniture(tree, gauges, hints)
  const rules = boxes.map((_, i) => hints.rule?.(i))
  for (let i = 1; i < boxes.length; i++) {
    if (rules[i] === 'drop' && share(boxes[i]!) < 0.8) away[i] = true
    if (rules[i] === 'keep') away[i] = false
    else if (away[boxes[i]!.parent]) away[i] = true
  }

  const values = gauges.map((g, i) => {
    if (away[units[i]!.box]) return g.value > 0 ? -Math.min(g.value, 60) : g.value
    if (covered?.[i] !== undefined && covered[i]! > 0.6) return Math.abs(g.value) * 2
    if (known[i]) return -Math.abs(g.value)
    return g.value
  })
  const main = mainBox(tree, prefix(values))
  const roles = units.map((): Role => 'away')
  keep(tree, gauges, main, away, hints, covered, known, roles)

  let kept = 0
  for (const [i, role] of roles.entries()) if (role === 'body') kept += Math.max(0, gauges[i]!.value)
  const size = Math.min(1, kept / 900)
  return { roles, main, confidence: Math.round(100 * (0.25 + 0.45 * size + 0.3 * (kept / total))) / 100 }
}

/**
 * Units that stood on another page of the outlet. Where they make up much of the prose it is the article itself
 * that is known (read before, or wire copy), so only what stood on several others counts, or nothing.
 */
function knownFurniture(tree: Tree, gauges: readonly Gauge[], hints: Hints): readonly boolean[] {
  const { seen } = hints
  if (!seen) return gauges.map(() => false)
  const counts = tree.units.map((unit) => seen(unit.text))
  const total = gauges.reduce((sum, g) => sum + Math.max(0, g.value), 0) || 1
  for (const least of [1, 2]) {
    const mass = gauges.reduce((sum, g, i) => sum + (counts[i]! >= least ? Math.max(0, g.value) : 0), 0)
    if (mass <= total * 0.4) return counts.map((n) => n >= least)
  }
  return gauges.map(() => false)
}

function prefix(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!
  return sums
}

const FURNITURE_TAGS = new Set(['nav', 'footer', 'aside', 'noscript', 'form', 'dialog'])

/** A name alone never throws away most of a page: layout wrappers are called "sidebar" too. */
function isAway(box: Box, share: number): boolean {
  if (box.tag === 'body' || box.tag === 'html' || box.tag === 'root') return false
  if (box.tag === 'noscript') return true
  if ((box.cues & COMMENTS) !== 0 && share < 0.8) return true
  if (share > 0.4) return false
  if ((box.cues & HIDDEN) !== 0) return true
  if ((box.cues & (AWAY | BIO)) !== 0 && !((box.cues & BODY) !== 0 && share > 0.15)) return true
  return FURNITURE_TAGS.has(box.tag)
}

/** Runs of sibling boxes of one make, each headed by a link: lists of other articles. */
function findCards(tree: Tree, gauges: readonly Gauge[]): ReadonlySet<number> {
  const found = new Set<number>()
  const { boxes, units } = tree
  const runs = new Map<string, number[]>()
  for (let i = 1; i < boxes.length; i++) {
    const box = boxes[i]!
    const count = box.end - box.first
    if (count === 0 || count > 14) continue
    const key = `${box.parent} ${box.tag} ${box.names.split(' ')[0]}`
    const run = runs.get(key)
    if (run) run.push(i)
    else runs.set(key, [i])
  }
  for (const run of runs.values()) {
    if (run.length < 3) continue
    const headed = run.filter((i) => {
      const box = boxes[i]!
      let link = false
      let prose = 0
      for (let u = box.first; u < box.end; u++) {
        const unit = units[u]!
        if (unit.text.length >= 15 && unit.linkChars > unit.text.length * 0.8) link = true
        prose += Math.max(0, gauges[u]!.value)
      }
      return link && prose < 500
    })
    if (headed.length >= 3 && headed.length >= run.length * 0.7) for (const i of run) found.add(i)
  }
  return found
}

/** The box with the greatest sum; of those nearly as great, the deepest. */
function mainBox(tree: Tree, sums: Float64Array): number {
  const { boxes } = tree
  const sum = (i: number): number => sums[boxes[i]!.end]! - sums[boxes[i]!.first]!
  let best = 0
  for (let i = 0; i < boxes.length; i++) if (sum(i) > sum(best)) best = i
  const least = sum(best)
  for (let i = best + 1; i < boxes[best]!.next; i++) {
    if (sum(i) >= least * 0.98 || ((boxes[i]!.cues & BODY) !== 0 && sum(i) >= least * 0.9)) best = i
  }
  return best
}

/** How much of a text's word fours stand in the anchor, 0 to 1. */
function anchorOf(anchor: string): (text: string) => number {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const fours = new Set<string>()
  const all = words(anchor)
  for (let i = 0; i + 4 <= all.length; i++) fours.add(all.slice(i, i + 4).join(' '))
  return (text) => {
    const own = words(text)
    if (own.length < 4) return 0
    let hit = 0
    for (let i = 0; i + 4 <= own.length; i++) if (fours.has(own.slice(i, i + 4).join(' '))) hit++
    return hit / (own.length - 3)
  }
}

function keep(
  tree: Tree,
  gauges: readonly Gauge[],
  main: number,
  away: readonly boolean[],
  hints: Hints,
  covered: readonly number[] | undefined,
  known: readonly boolean[],
  roles: Role[],
): void {
  const { boxes, units } = tree
  const { first, end } = boxes[main]!
  const links = prefix(units.map((unit) => unit.linkChars))
  const chars = prefix(units.map((unit) => unit.text.length))
  const prose = prefix(gauges.map((g) => Math.max(0, g.value)))
  const density = (box: Box): number =>
    (links[box.end]! - links[box.first]!) / (chars[box.end]! - chars[box.first]! || 1)
  const mass = (box: Box): number => prose[box.end]! - prose[box.first]!
  const whole = mass(boxes[main]!) || 1

  // What the names of the boxes between a unit and the main box say, and lists that are mostly links.
  const inner = new Map<number, { cues: number; out: boolean }>()
  inner.set(main, { cues: 0, out: false })
  const within = (index: number): { cues: number; out: boolean } => {
    const known = inner.get(index)
    if (known) return known
    const box = boxes[index]!
    const above = index <= main ? { cues: 0, out: false } : within(box.parent)
    const small = mass(box) < whole * 0.4
    let out = above.out || (away[index]! && small)
    if (!out && small && chars[box.end]! - chars[box.first]! > 30) {
      const listy =
        box.tag === 'ul' ||
        box.tag === 'ol' ||
        box.tag === 'table' ||
        box.tag === 'div' ||
        box.tag === 'section' ||
        box.tag === 'dl'
      if (listy && density(box) > 0.6 && mass(box) < 200) out = true
    }
    const result = {
      cues: above.cues | (small ? box.cues : box.cues & (CAPTION | CREDIT | LIVE | CORRECTION | PULL)),
      out,
    }
    inner.set(index, result)
    return result
  }

  let skipping = false
  for (let i = first; i < end; i++) {
    const unit = units[i]!
    const g = gauges[i]!
    const { cues, out } = within(unit.box)
    if (out || away[unit.box]) continue
    if (unit.image || unit.embed) {
      if (!skipping) roles[i] = 'body'
      continue
    }
    const heading = /^h[1-6]$/.test(unit.tag)
    if (heading || (unit.text.length < 60 && !g.prose)) {
      if (isSectionOfOthers(unit.text)) {
        skipping = true
        continue
      }
      if (heading) skipping = false
    }
    if (g.prose && unit.linkChars < unit.text.length * 0.3 && unit.text.length > 100) skipping = false
    if (skipping) continue
    if (sameWords(unit.text, hints.title)) continue
    if (unit.tag === 'figcaption' || (cues & CAPTION) !== 0) {
      if (unit.text.length < 600)
        roles[i] = (cues & CREDIT) !== 0 && unit.text.length < 80 ? 'credit' : 'caption'
      continue
    }
    if ((cues & CREDIT) !== 0 && unit.text.length < 160) {
      roles[i] = 'credit'
      continue
    }
    if ((cues & (BYLINE | DATE)) !== 0 && !(g.prose && unit.text.length > 120)) continue
    if ((cues & HEADLINE) !== 0 && unit.tag === 'h1') continue
    const said = furniture(unit.text)
    if (said === 2 || (said === 1 && unit.linkChars > 0)) continue
    const linkShare = unit.linkChars / unit.text.length
    if (linkShare > 0.85 && unit.tag !== 'li' && unit.tag !== 'td') continue
    if (known[i] && !(covered && covered[i]! > 0.6)) continue
    roles[i] = 'body'
  }
  trimEdges(tree, gauges, first, end, roles)
}

/** Short lines before the first prose and after the last are furniture; a heading needs text under it. */
function trimEdges(tree: Tree, gauges: readonly Gauge[], first: number, end: number, roles: Role[]): void {
  const { units } = tree
  const isProse = (i: number): boolean => roles[i] === 'body' && gauges[i]!.prose
  let from = first
  while (from < end && !isProse(from)) from++
  let to = end
  while (to > from && !isProse(to - 1)) to--
  if (from >= to) return
  for (let i = first; i < from; i++) {
    const { text } = units[i]!
    if (roles[i] !== 'body' || text.length === 0) continue
    if (text.length < 45 || gauges[i]!.ends === 0) roles[i] = 'away'
  }
  for (let i = to; i < end; i++) {
    const { text, tag } = units[i]!
    if (roles[i] !== 'body') continue
    if (text.length === 0 || (tag !== 'li' && text.length < 60) || units[i]!.linkChars > text.length * 0.4)
      roles[i] = 'away'
  }
  let under = false
  for (let i = end - 1; i >= first; i--) {
    if (roles[i] !== 'body' || units[i]!.text.length === 0) continue
    if (/^h[1-6]$/.test(units[i]!.tag)) {
      if (!under) roles[i] = 'away'
      under = false
    } else under = true
  }
}
