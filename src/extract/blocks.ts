/** Kept units become one text with its blocks and marks: the form every later step reads. */

import type { Block, BlockKind, Image, Mark } from '../model/article.ts'
import type { Span } from '../model/span.ts'
import { absolute } from '../words/urls.ts'
import { tidy } from './characters.ts'
import { CORRECTION, LIVE, PULL } from './cues.ts'
import type { RawImage } from './image.ts'
import type { Role } from './sift.ts'
import type { Tree, Unit } from './tree.ts'

export type Body = {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
}

export function resolveImage(raw: RawImage, base: string | undefined): Image | undefined {
  const src = absolute(raw.src, base)
  return src === undefined ? undefined : { ...raw, src }
}

/** Gathers blocks; every `add` keeps the text, its blocks and its marks in step. */
export function gatherer() {
  let text = ''
  const blocks: Block[] = []
  const marks: Mark[] = []
  return {
    /** Adds a block of `words` with marks relative to it. */
    add(
      kind: BlockKind,
      words: string,
      more: Omit<Block, 'start' | 'end' | 'kind'> = {},
      inner: readonly Mark[] = [],
    ): Block {
      if (words && text) text += '\n\n'
      const start = text.length
      text += words
      const block: Block = { kind, start, end: text.length, ...more }
      blocks.push(block)
      for (const mark of inner) {
        if (mark.end > mark.start) marks.push({ ...mark, start: mark.start + start, end: mark.end + start })
      }
      return block
    },
    done: (): Body => ({ text, blocks, marks }),
  }
}

export function assemble(tree: Tree, roles: readonly Role[], title: string, base: string | undefined): Body {
  const { units } = tree
  const out = gatherer()
  if (title) out.add('title', title)
  const tables = dataTables(tree)
  const shown = new Set<string>()
  for (let i = 0; i < units.length; i++) {
    const role = roles[i]!
    if (role === 'away') continue
    const unit = units[i]!
    if (unit.image) {
      const image = resolveImage(unit.image, base)
      if (image && !shown.has(image.src)) {
        shown.add(image.src)
        out.add('image', '', { image })
      }
      continue
    }
    if (unit.embed) {
      const href = absolute(unit.embed, base)
      if (href) out.add('embed', '', { href })
      continue
    }
    const table = tables.get(i)
    if (table !== undefined) {
      i = addTable(tree, table, roles, out) - 1
      continue
    }
    const { words, marks } = tidied(unit, base)
    if (!words) continue
    if (role !== 'body') {
      out.add(role, words, {}, marks)
      continue
    }
    const { kind, ...more } = kindOf(tree, unit)
    out.add(kind, words, more, marks)
  }
  return out.done()
}

type Kind = Omit<Block, 'start' | 'end'>

/** What a unit is, by the boxes around it. */
function kindOf(tree: Tree, unit: Unit): Kind {
  const { boxes } = tree
  const heading = /^h([1-6])$/.exec(unit.tag)
  if (heading) return { kind: 'heading', level: Math.min(4, Math.max(2, Number(heading[1]))) }
  let lists = 0
  let ordered = false
  let kind: BlockKind = 'paragraph'
  for (let b = unit.box; b > 0; b = boxes[b]!.parent) {
    const box = boxes[b]!
    if (box.tag === 'ul' || box.tag === 'ol') {
      if (lists === 0) ordered = box.tag === 'ol'
      lists++
    } else if (box.tag === 'blockquote' && kind === 'paragraph') kind = 'quote'
    else if (box.tag === 'pre') kind = 'preformatted'
    if ((box.cues & PULL) !== 0) kind = 'pull-quote'
    else if ((box.cues & CORRECTION) !== 0 && box.end - box.first < 6) kind = 'correction'
    else if ((box.cues & LIVE) !== 0 && kind === 'paragraph' && box.end - box.first < 30) kind = 'live-entry'
  }
  if (lists > 0 && kind === 'paragraph')
    return { kind: 'list-item', level: lists, ...(ordered ? { ordered } : {}) }
  return { kind }
}

/** The unit's words set right, its marks moved along and their addresses made absolute. */
function tidied(unit: Unit, base: string | undefined): { words: string; marks: Mark[] } {
  const words = tidy(unit.text)
  const same = words === unit.text
  const lead = words.length - words.trimStart().length
  const trimmed = words.trim()
  const marks: Mark[] = []
  for (const mark of unit.marks) {
    const start = (same ? mark.start : tidy(unit.text.slice(0, mark.start)).length) - lead
    const end = (same ? mark.end : tidy(unit.text.slice(0, mark.end)).length) - lead
    const span = within(trimmed, Math.max(0, start), Math.min(trimmed.length, end))
    if (!span) continue
    if (mark.kind !== 'link') marks.push({ kind: mark.kind, ...span })
    else {
      const href = linkOf(mark.href, base)
      if (href) marks.push({ kind: 'link', href, ...span })
    }
  }
  return { words: trimmed, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) }
}

/** A span without the spaces at its edges; undefined when nothing is left. */
function within(text: string, from: number, to: number): Span | undefined {
  let start = from
  let end = to
  while (start < end && text[start]!.trim() === '') start++
  while (end > start && text[end - 1]!.trim() === '') end--
  return start < end ? { start, end } : undefined
}

export function linkOf(href: string | undefined, base: string | undefined): string | undefined {
  if (!href) return undefined
  if (/^\s*mailto:[^\s@]+@[^\s@]+$/i.test(href)) return href.trim()
  return href.trim().startsWith('#') ? undefined : absolute(href, base)
}

/** First unit of every table of data (not of layout) to its box. */
function dataTables(tree: Tree): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const { boxes, units } = tree
  for (let i = 0; i < boxes.length; i++) {
    const table = boxes[i]!
    if (table.tag !== 'table' || table.end - table.first < 2) continue
    let cells = 0
    let rows = 0
    let flat = true
    for (let b = i + 1; b < table.next; b++) {
      const { tag } = boxes[b]!
      if (tag === 'td' || tag === 'th') cells++
      else if (tag === 'tr') rows++
      else if (tag === 'table') flat = false
    }
    for (let u = table.first; u < table.end; u++) if (units[u]!.text.length > 400) flat = false
    if (flat && rows >= 2 && cells >= rows * 2) found.set(table.first, i)
  }
  return found
}

/** One block for a whole table: cells split by tabs, rows by line ends. Returns the unit after it. */
function addTable(
  tree: Tree,
  table: number,
  roles: readonly Role[],
  out: ReturnType<typeof gatherer>,
): number {
  const { boxes, units } = tree
  const { next, end } = boxes[table]!
  let words = ''
  const rows: Span[][] = []
  for (let b = table + 1; b < next; b++) {
    const box = boxes[b]!
    if (box.tag === 'tr') {
      if (words) words += '\n'
      rows.push([])
    } else if (box.tag === 'td' || box.tag === 'th') {
      const row = rows[rows.length - 1]
      if (!row) continue
      if (row.length > 0) words += '\t'
      const start = words.length
      for (let u = box.first; u < box.end; u++) {
        if (roles[u] === 'away' || !units[u]!.text) continue
        words += (words.length > start ? ' ' : '') + tidy(units[u]!.text).replace(/\s+/g, ' ').trim()
      }
      row.push({ start, end: words.length })
    }
  }
  if (words.trim()) {
    const block = out.add('table', words)
    const move = (span: Span): Span => ({ start: span.start + block.start, end: span.end + block.start })
    Object.assign(block, { rows: rows.map((row) => row.map(move)) })
  }
  return end
}
