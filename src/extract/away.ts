/** Which boxes of a page are furniture: by their names, tags and make, each held against how much they hold. */

import { AWAY, BIO, BODY, COMMENTS, CORRECTION, FRAME, HIDDEN, LIVE, NOTICE, PULL } from './cues.ts'
import { type Gauge, prefix, sameWords } from './gauge.ts'
import { likeness } from './headline.ts'
import type { Tree } from './tree.ts'

/** Names that mark much of a page's prose are of its layout or style: such cues are taken off. */
export function effectiveCues(tree: Tree, gauges: readonly Gauge[], byNames: boolean): readonly number[] {
  if (!byNames) return tree.boxes.map((box) => box.cues & (BODY | HIDDEN | NOTICE))
  const prose = prefix(gauges.map((g) => Math.max(0, g.value)))
  const total = prose[gauges.length]! || 1
  const mass = new Map<string, number>()
  const until = new Map<string, number>()
  for (const { names, first, end, cues } of tree.boxes) {
    if (cues === 0 || names === '' || first < (until.get(names) ?? 0)) continue
    until.set(names, end)
    mass.set(names, (mass.get(names) ?? 0) + prose[end]! - prose[first]!)
  }
  return tree.boxes.map(({ names, cues }) =>
    cues !== 0 && (mass.get(names) ?? 0) > total * 0.4
      ? cues & (BODY | NOTICE | COMMENTS | FRAME | LIVE)
      : cues,
  )
}

/** Boxes around the page's headline: no name makes those furniture. */
export function holdsTitle(tree: Tree, title: string): readonly boolean[] {
  const { boxes, units } = tree
  const holds = boxes.map(() => false)
  for (const unit of units) {
    if (!/^h[1-4]$/.test(unit.tag) || unit.text.length < 8) continue
    if (!sameWords(unit.text, title) && !(unit.tag === 'h1' && likeness(unit.text, title) >= 0.5)) continue
    for (let b = unit.box; b >= 0 && !holds[b]; b = boxes[b]!.parent) holds[b] = true
  }
  return holds
}

/** Boxes mostly made of what the page names its text or main part: layout, though named after a side column. */
function holdsBody({ boxes }: Tree, chars: Float64Array): readonly boolean[] {
  const holds = boxes.map(() => false)
  const size = (i: number): number => chars[boxes[i]!.end]! - chars[boxes[i]!.first]!
  for (const [i, { tag, cues }] of boxes.entries()) {
    if (tag !== 'main' && (cues & BODY) === 0) continue
    for (let b = boxes[i]!.parent; b >= 0 && !holds[b] && size(i) > size(b) * 0.3; b = boxes[b]!.parent)
      holds[b] = true
  }
  return holds
}

const WRAPPERS = new Set(['root', 'html', 'body', 'main'])

/** Boxes that are not the article almost however much they hold: notices, what readers wrote, the frame of the site. */
export function notArticle(
  tree: Tree,
  cues: readonly number[],
  titled: readonly boolean[],
): readonly boolean[] {
  const found: boolean[] = []
  const chars = prefix(tree.units.map((unit) => unit.text.length))
  const all = chars[tree.units.length]! || 1
  const layout = holdsBody(tree, chars)
  for (const [i, { tag, first, end, parent }] of tree.boxes.entries()) {
    const own = (chars[end]! - chars[first]!) / all
    const bits = titled[i] || WRAPPERS.has(tag) || (cues[i]! & BODY) !== 0 ? 0 : cues[i]!
    const named =
      ((bits & NOTICE) !== 0 && own < 0.9) ||
      ((bits & COMMENTS) !== 0 && own < 0.85) ||
      ((((bits & FRAME) !== 0 && !layout[i]) || tag === 'footer' || tag === 'nav') && own < 0.6)
    found.push(named || (parent >= 0 && found[parent]!))
  }
  return found
}

const FURNITURE_TAGS = new Set(['nav', 'footer', 'aside', 'noscript', 'form', 'dialog'])

type Signs = {
  readonly tree: Tree
  readonly gauges: readonly Gauge[]
  readonly cues: readonly number[]
  readonly titled: readonly boolean[]
  readonly apart: readonly boolean[]
  /** Running sums of the prose that is not apart. */
  readonly prose: Float64Array
  readonly rule: ((box: number) => 'keep' | 'drop' | undefined) | undefined
}

export function boxesAway({ tree, gauges, cues, titled, apart, prose, rule }: Signs): readonly boolean[] {
  const total = prose[tree.units.length]! || 1
  const cards = findCards(tree, gauges)
  const away: boolean[] = []
  for (const [i, { tag, first, end, parent }] of tree.boxes.entries()) {
    const share = (prose[end]! - prose[first]!) / total
    const bits = cues[i]!
    // A name alone never throws away most of a page: layout wrappers are called "sidebar" too.
    const wraps = (titled[i] && (bits & HIDDEN) === 0) || WRAPPERS.has(tag) || share > 0.4
    const named =
      (bits & HIDDEN) !== 0 || ((bits & (AWAY | BIO | FRAME)) !== 0 && !((bits & BODY) !== 0 && share > 0.15))
    let out =
      apart[i]! ||
      (!wraps && (named || (FURNITURE_TAGS.has(tag) && (bits & (PULL | CORRECTION)) === 0))) ||
      (cards.has(i) && share < 0.7)
    const said = rule?.(i)
    if (said === 'drop' && share < 0.8) out = true
    if (parent >= 0 && away[parent]!) out = true
    away.push(said === 'keep' ? false : out)
  }
  return away
}

/** Runs of sibling boxes of one make, each headed by a link: lists of other articles. */
function findCards(tree: Tree, gauges: readonly Gauge[]): ReadonlySet<number> {
  const { boxes, units } = tree
  const runs = new Map<number, number[]>()
  for (const [i, { parent, make, first, end }] of boxes.entries()) {
    if (end === first || end - first > 14) continue
    const key = parent * 2 ** 24 + make
    const run = runs.get(key)
    if (run) run.push(i)
    else runs.set(key, [i])
  }
  const found = new Set<number>()
  for (const run of runs.values()) {
    if (run.length < 3) continue
    const headed = run.filter((i) => isCard(units, gauges, boxes[i]!.first, boxes[i]!.end))
    if (headed.length >= 3 && headed.length >= run.length * 0.7) for (const i of run) found.add(i)
  }
  return found
}

/** A link as headline, first or second of what it shows, and no more text than a teaser has. */
function isCard(units: Tree['units'], gauges: readonly Gauge[], first: number, end: number): boolean {
  let link = false
  let shown = 0
  let prose = 0
  for (let u = first; u < end; u++) {
    const { text, linkChars } = units[u]!
    if (text.length === 0) continue
    if (shown < 3 && text.length >= 15 && linkChars > text.length * 0.8) link = true
    shown++
    prose += Math.max(0, gauges[u]!.value)
  }
  return link && prose < 500
}
