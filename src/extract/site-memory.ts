/** What an outlet's pages have in common, kept small: blocks on several of its pages, where its articles lie, readers' fixes. */

import type { Judgement } from './judge.ts'
import { readTree } from './read-tree.ts'
import type { Tree } from './tree.ts'

/**
 * Plain data, at most a few dozen kilobytes. `blocks`: hash of a block's words to the number of articles it stood
 * beside; `places`: signature of the box that held an article to how often; `rules`: what readers said of a box.
 */
export type SiteMemory = {
  readonly pages: number
  readonly blocks: Readonly<Record<string, number>>
  readonly places: Readonly<Record<string, number>>
  readonly rules: Readonly<Record<string, 'keep' | 'drop'>>
}

export const emptyMemory: SiteMemory = { pages: 0, blocks: {}, places: {}, rules: {} }

const MOST_BLOCKS = 800
const MOST_PLACES = 20
const MOST_RULES = 40
/** A place with so much text, in UTF-16 units, is the article's own. */
const ORDINARY = 800
const OFTEN = 9
/** Shorter blocks are too common to mean anything. */
const SHORTEST = 12

/** How many other articles of the outlet the block stood beside. */
export const timesSeen = (memory: SiteMemory, text: string): number =>
  text.length < SHORTEST ? 0 : (memory.blocks[blockKey(text)] ?? 0)

/**
 * Takes one page of the outlet into memory. A page whose article is known already (read twice, or under a second
 * address) teaches nothing: else a wire story on two pages would count as furniture.
 */
export function learn(memory: SiteMemory, tree: Tree, judged: Judgement): SiteMemory {
  const { roles, furniture, main, confidence } = judged
  let prose = 0
  let known = 0
  const keys = new Set<string>()
  for (const [i, unit] of tree.units.entries()) {
    if (unit.text.length < SHORTEST) continue
    const key = blockKey(unit.text)
    keys.add(key)
    if (roles[i] !== 'body' && !furniture[i]) continue
    prose += unit.text.length
    if (memory.blocks[key]) known += unit.text.length
  }
  if (prose === 0 || known > prose * 0.4) return memory
  const place = signature(tree, main)
  return {
    ...memory,
    pages: memory.pages + 1,
    blocks: counted(memory.blocks, keys, MOST_BLOCKS),
    places: confidence >= 0.6 ? counted(memory.places, [place], MOST_PLACES) : memory.places,
  }
}

/**
 * Where a reader says text is missing from the article, or does not belong to it, the place becomes a rule. Text set
 * exactly as the article itself is set has no place of its own: then its words are remembered as furniture.
 */
export function correct(
  memory: SiteMemory,
  html: string,
  fix: { readonly text: string; readonly verdict: 'keep' | 'drop' },
): SiteMemory {
  const tree = readTree(html)
  const wanted = folded(fix.text)
  const unit = tree.units.find(
    (u) =>
      u.text.length >= 3 &&
      (folded(u.text).includes(wanted) || (u.text.length > 40 && wanted.includes(folded(u.text)))),
  )
  if (wanted.length < 3 || !unit) return memory
  const place = signature(tree, unit.box)
  if (fix.verdict === 'drop') {
    const alike = tree.units.reduce(
      (sum, u) => sum + (signature(tree, u.box) === place ? u.text.length : 0),
      0,
    )
    if (alike > unit.text.length * 4 && alike > ORDINARY)
      return { ...memory, blocks: { ...memory.blocks, [blockKey(unit.text)]: OFTEN } }
  }
  const rules = { ...memory.rules, [place]: fix.verdict }
  return { ...memory, rules: Object.fromEntries(Object.entries(rules).slice(-MOST_RULES)) }
}

/** Tag and names of a box and the two around it, without numbers, which differ from page to page. */
export function signature(tree: Tree, box: number): string {
  const parts: string[] = []
  for (let b = box; b > 0 && parts.length < 3; b = tree.boxes[b]!.parent) {
    const { tag, names } = tree.boxes[b]!
    parts.push(`${tag}.${names.replace(/\d+/g, '0').slice(0, 80)}`)
  }
  return hash(parts.join('>'))
}

/** Adds one to each key; the least counted go first when there are too many, the oldest of them before others. */
function counted(
  counts: Readonly<Record<string, number>>,
  keys: Iterable<string>,
  most: number,
): Record<string, number> {
  const next: Record<string, number> = { ...counts }
  for (const key of keys) {
    const before = next[key] ?? 0
    delete next[key]
    next[key] = Math.min(99, before + 1)
  }
  const entries = Object.entries(next)
  if (entries.length <= most) return next
  const often = entries.filter(([, n]) => n > 1).slice(-most)
  const once = entries.filter(([, n]) => n === 1)
  return Object.fromEntries([...once.slice(Math.max(0, once.length - (most - often.length))), ...often])
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
/** With its numbers: they tell the lines of a column apart ("hay 14, oats 9"), week after week. */
const blockKey = (text: string): string =>
  hash(
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )

/** FNV-1a, with a letter in front so that objects keep keys in the order they came. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return `h${(value >>> 0).toString(36)}`
}
