/** Which units of a page are its article: one scoring pass over the compact tree, then a closer look inside. */

import { boxesAway, effectiveCues, holdsTitle, notArticle } from './away.ts'
import { BODY } from './cues.ts'
import { type Gauge, gauge, prefix, sameWords } from './gauge.ts'
import { type Role, sift } from './sift.ts'
import type { Tree } from './tree.ts'

export type Judgement = {
  /** For every unit of the tree. */
  readonly roles: readonly Role[]
  /** Prose where the article is that was left out for standing on other pages of the outlet. */
  readonly furniture: readonly boolean[]
  /** The box that holds the article, an index. */
  readonly main: number
  /** How much prose was kept, and what share of the page's: 0 to 1. */
  readonly confidence: number
}

export type Hints = {
  readonly title: string
  /** Who wrote it, where the head of the page says so. */
  readonly authors?: readonly string[]
  /** What the page says the article is about, often its first sentence. */
  readonly description?: string
  /** Text the page or its feed gives as the article's own: an anchor, perhaps cut short. */
  readonly anchor?: string
  /** On how many other articles' pages of this outlet a block stood. */
  readonly seen?: (text: string) => number
  /** What a reader said of a box like this one. */
  readonly rule?: (box: number) => 'keep' | 'drop' | undefined
  /** Articles of this outlet lay in a box like this one. */
  readonly place?: (box: number) => boolean
}

/** A page gives few letters: whether they are the article is then asked again without its names. */
const FEW = 250

export function judge(tree: Tree, hints: Hints): Judgement {
  const gauges = tree.units.map((unit) => gauge(unit))
  const strict = judgeBy(tree, gauges, hints, {})
  if (strict.kept >= FEW) return strict
  // A few lines, or links, are the article where the page says that this is its text.
  const named = judgeBy(tree, gauges, hints, { inBody: true })
  if (named.letters > strict.letters * 1.5 + 20) return lessSure(named)
  if (strict.prose < strict.kept * 2 + 80) return strict
  const loose = judgeBy(tree, gauges, hints, { nameless: true })
  return loose.kept > strict.kept * 2 ? lessSure(loose) : strict
}

const lessSure = (judged: Weighed): Judgement => ({
  ...judged,
  confidence: Math.round(80 * judged.confidence) / 100,
})

type How = {
  /** What boxes are called counts for nothing. */
  readonly nameless?: boolean
  /** The article is what lies in the box that the page calls its text. */
  readonly inBody?: boolean
}

type Weighed = Judgement & {
  /** Worth of the prose kept, and of all the page's. */
  readonly kept: number
  readonly prose: number
  readonly letters: number
}

function judgeBy(
  tree: Tree,
  gauges: readonly Gauge[],
  hints: Hints,
  { nameless = false, inBody = false }: How,
): Weighed {
  const { units } = tree
  const cues = effectiveCues(tree, gauges, !nameless)
  const titled = holdsTitle(tree, hints.title)
  const apart = notArticle(tree, cues, titled)
  const prose = prefix(gauges.map((g, i) => (apart[units[i]!.box] ? 0 : Math.max(0, g.value))))
  const total = prose[units.length]! || 1
  const away = boxesAway({ tree, gauges, cues, titled, apart, prose, rule: hints.rule })
  const known = knownFurniture(tree, gauges, hints)
  const covered = hints.anchor ? units.map(shareOf(hints.anchor)) : undefined
  const described = probesOf(hints.description ?? '')

  const values = gauges.map((g, i) => {
    const unit = units[i]!
    if (away[unit.box]) return -1
    if (covered && covered[i]! > 0.6) return Math.abs(g.value) * 2
    if (known[i]) return -0.3 * Math.abs(g.value)
    if (g.mass >= 40 && described.some((probe) => unit.text.includes(probe)))
      return Math.max(g.value, 60) + 300
    return g.value < 0 ? g.value * 0.3 : g.value
  })
  const sums = prefix(values)
  const named = inBody ? bodyBox(tree, cues, away) : undefined
  const main = named ?? oneOfSeveral(tree, sums, mainBox(tree, sums, cues, hints), hints.title)
  const roles = sift({
    tree,
    gauges,
    main,
    away,
    cues,
    known,
    covered,
    title: hints.title,
    authors: hints.authors ?? [],
    description: hints.description ?? '',
    lines: named !== undefined,
  })

  if (hints.rule) keepRuled(tree, roles, hints.rule)

  let kept = 0
  let letters = 0
  for (const [i, role] of roles.entries()) {
    if (role !== 'body') continue
    kept += Math.max(0, gauges[i]!.value)
    letters += units[i]!.text.length
  }
  const share = Math.min(1, kept / total)
  const confidence = Math.round(100 * (0.25 + 0.45 * Math.min(1, kept / 900) + 0.3 * share)) / 100
  const { first, end } = tree.boxes[main]!
  const furniture = known.map((is, i) => is && i >= first && i < end && gauges[i]!.prose)
  return { roles, furniture, main, confidence, kept, prose: total, letters }
}

/** Of the boxes the page calls its text, the one with the most letters. */
function bodyBox(
  { boxes, units }: Tree,
  cues: readonly number[],
  away: readonly boolean[],
): number | undefined {
  const letters = prefix(units.map((unit) => (away[unit.box] ? 0 : unit.text.length)))
  let best: number | undefined
  let most = 40
  for (const [i, { first, end }] of boxes.entries()) {
    if ((cues[i]! & BODY) === 0 || away[i] || letters[end]! - letters[first]! <= most) continue
    best = i
    most = letters[end]! - letters[first]!
  }
  return best
}

/** What a reader said is of the article is, wherever on the page it stands. */
function keepRuled(tree: Tree, roles: Role[], rule: NonNullable<Hints['rule']>): void {
  for (const [i, { first, end }] of tree.boxes.entries()) {
    if (end - first > 60 || rule(i) !== 'keep') continue
    for (let u = first; u < end; u++) if (roles[u] === 'away') roles[u] = 'body'
  }
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
  // An article read twice stands beside itself once: what stood beside three others is furniture, however much it is.
  for (const [least, most] of [
    [1, 0.4],
    [2, 0.4],
    [3, 0.7],
  ] as const) {
    const mass = gauges.reduce((sum, g, i) => sum + (counts[i]! >= least ? Math.max(0, g.value) : 0), 0)
    if (mass <= total * most) return counts.map((n) => n >= least)
  }
  return gauges.map(() => false)
}

/** The box with the greatest sum; of those nearly as great, the deepest. */
function mainBox(tree: Tree, sums: Float64Array, cues: readonly number[], hints: Hints): number {
  const { boxes } = tree
  const sum = (i: number): number => sums[boxes[i]!.end]! - sums[boxes[i]!.first]!
  let best = 0
  for (let i = 0; i < boxes.length; i++) if (sum(i) > sum(best)) best = i
  const most = sum(best)
  for (let i = best + 1; i < boxes[best]!.next; i++) {
    const share = sum(i) / most
    if (share >= 0.98 || (share >= 0.9 && ((cues[i]! & BODY) !== 0 || hints.place?.(i)))) best = i
  }
  // Of a text with one long paragraph the short ones beside it are part.
  while (best > 0 && PARAGRAPHS.has(boxes[best]!.tag)) best = boxes[best]!.parent
  return best
}

const PARAGRAPHS = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'pre',
  'dd',
  'dt',
  'figure',
  'figcaption',
])

/** Where a page holds several whole articles one after another, the one under this page's headline. */
function oneOfSeveral(tree: Tree, sums: Float64Array, main: number, title: string): number {
  const { boxes, units } = tree
  const sum = (i: number): number => sums[boxes[i]!.end]! - sums[boxes[i]!.first]!
  const articles: number[] = []
  for (let i = main + 1; i < boxes[main]!.next; i++) {
    const last = articles[articles.length - 1]
    const inside = last !== undefined && i < boxes[last]!.next
    if (boxes[i]!.tag === 'article' && !inside && sum(i) > 300) articles.push(i)
  }
  const headed = (i: number, test: (heading: string) => boolean): boolean => {
    const { first, end } = boxes[i]!
    return units.slice(first, end).some((unit) => /^h[1-4]$/.test(unit.tag) && test(unit.text))
  }
  // Some sites call every piece of one text an article: without a heading of its own it is none.
  const whole = articles.filter((i) => headed(i, () => true))
  if (whole.length < 2 || whole.length * 2 < articles.length) return main
  return whole.find((i) => headed(i, (heading) => sameWords(heading, title))) ?? main
}

/** Pieces of the description, to be found in the text it was taken from. */
function probesOf(description: string): readonly string[] {
  if (description.length < 60) return []
  return [8, 30].map((at) => description.slice(at, at + 24))
}

/** How much of a unit stands in a text, 0 to 1, by pieces taken from along it. */
function shareOf(text: string): (unit: { readonly text: string }) => number {
  const whole = plain(text)
  return (unit) => {
    if (unit.text.length < 16) return 0
    const own = plain(unit.text)
    const size = Math.min(24, own.length)
    const steps = Math.min(4, Math.ceil(own.length / 80))
    let hit = 0
    for (let i = 0; i < steps; i++) {
      const at = steps === 1 ? 0 : Math.floor(((own.length - size) * i) / (steps - 1))
      if (whole.includes(own.slice(at, at + size))) hit++
    }
    return hit / steps
  }
}

/** Without what two copies of a text differ in: spaces, quotes, dashes. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
