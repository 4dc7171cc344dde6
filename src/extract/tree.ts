/** A page as a compact tree: boxes in document order over units (runs of inline text between block borders). */

import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import type { Mark } from '../model/article.ts'
import { AUTHOR, BYLINE, cuesOf, DATE, HEADLINE, HIDDEN, HOVER } from './cues.ts'
import { imageOf, type RawImage } from './image.ts'

/** Units [first, end) lie inside; `next` is the index of the first box that does not. */
export type Box = {
  readonly tag: string
  readonly names: string
  readonly cues: number
  readonly parent: number
  readonly depth: number
  readonly first: number
  end: number
  next: number
}

export type Unit = {
  readonly box: number
  readonly tag: string
  /** Whitespace folded; single line breaks kept as "\n". */
  readonly text: string
  /** Spans into `text`. */
  readonly marks: readonly Mark[]
  readonly linkChars: number
  readonly image?: RawImage
  /** An embedded player or post: its address. */
  readonly embed?: string
}

/** A place the page itself names: a byline, a date, a headline, in units [first, end) or inside one unit. */
export type Label = {
  readonly cues: number
  readonly tag: string
  readonly value: string
  readonly href: string
  readonly first: number
  readonly start: number
  end: number
  stop: number
}

export type Tree = {
  readonly boxes: readonly Box[]
  readonly units: readonly Unit[]
  readonly labels: readonly Label[]
  /** Lower-case name, property or itemprop to every content given. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  readonly links: readonly {
    readonly rel: string
    readonly href: string
    readonly type: string
    readonly lang: string
  }[]
  readonly jsonLd: readonly string[]
  readonly title: string
  readonly lang: string
  readonly dir: string
  readonly base: string
}

const CAP = 8_000_000

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup time tt u var wbr rt ruby rp label output'.split(
    ' ',
  ),
)
const SKIP = new Set(
  'script style template svg math canvas object audio select option button textarea input head title meta link base noembed noframes rp rt dialog map area datalist progress meter'.split(
    ' ',
  ),
)
const MARKS: Readonly<Record<string, Mark['kind']>> = {
  a: 'link',
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  b: 'strong',
  strong: 'strong',
  code: 'code',
  sup: 'superscript',
  sub: 'subscript',
}
const NAMES = ['class', 'id', 'itemprop', 'role', 'data-testid', 'data-component', 'data-type', 'property']

function namesOf(element: Element): string {
  let names = ''
  for (const key of NAMES) {
    const value = element.attribs[key]
    if (value) names = names ? `${names} ${value}` : value
  }
  return names
}

function hiddenBy(attribs: Record<string, string>): boolean {
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return true
  if (attribs['aria-hidden'] === 'true') return true
  const style = attribs.style
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/** Reads a page once. Never throws on markup, however broken or deep. */
export function readTree(html: string): Tree {
  const root = parseDocument(html.length > CAP ? html.slice(0, CAP) : html)
  const boxes: Box[] = []
  const units: Unit[] = []
  const labels: Label[] = []
  const meta = new Map<string, string[]>()
  const links: { rel: string; href: string; type: string; lang: string }[] = []
  const jsonLd: string[] = []
  const cache = new Map<string, number>()
  let title = ''
  let lang = ''
  let dir = ''
  let base = ''

  let box = -1
  let text = ''
  let linkChars = 0
  let linkDepth = 0
  let pre = 0
  let marks: { start: number; end: number; kind: Mark['kind']; href?: string }[] = []
  const open: { node: Element; start: number; kind: Mark['kind'] }[] = []
  const openLabels: { node: Element; label: Label }[] = []

  function flush(): void {
    let end = text.length
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--
    for (const mark of open) {
      if (end > mark.start) marks.push(closed(mark, end))
      mark.start = 0
    }
    if (end > 0) {
      units.push({
        box,
        tag: boxes[box]?.tag ?? 'body',
        text: text.slice(0, end),
        marks: marks.filter((m) => m.start < end).map((m) => (m.end > end ? { ...m, end } : m)),
        linkChars: Math.min(linkChars, end),
      })
    }
    text = ''
    linkChars = 0
    marks = []
  }

  function closed(mark: (typeof open)[number], end: number) {
    const href = mark.kind === 'link' ? mark.node.attribs.href : undefined
    return { start: mark.start, end, kind: mark.kind, ...(href === undefined ? {} : { href }) }
  }

  function addText(data: string): void {
    const before = text.length
    if (pre > 0) {
      text += data
    } else {
      const folded = /[\t\n\f\r\u00a0]| {2}/.test(data) ? data.replace(/[ \t\n\f\r\u00a0]+/g, ' ') : data
      const last = text.length === 0 ? 32 : text.charCodeAt(text.length - 1)
      text += isSpace(last) && folded.charCodeAt(0) === 32 ? folded.slice(1) : folded
    }
    if (linkDepth > 0) linkChars += text.length - before
  }

  function lineBreak(): void {
    if (pre > 0) {
      text += '\n'
      return
    }
    if (text.endsWith('\n') || text.length === 0) flush()
    else text = `${text.trimEnd()}\n`
  }

  function meet(element: Element): boolean {
    const { name, attribs } = element
    switch (name) {
      case 'meta': {
        const key = attribs.property ?? attribs.name ?? attribs.itemprop
        const content = attribs.content
        if (key && content?.trim()) {
          const lower = key.toLowerCase().trim()
          const values = meta.get(lower)
          if (values) values.push(content.trim())
          else meta.set(lower, [content.trim()])
          if (box >= 0 && attribs.itemprop) {
            labels.push({
              cues: cuesOf(attribs.itemprop, cache),
              tag: 'meta',
              value: content.trim(),
              href: '',
              first: units.length,
              start: 0,
              end: units.length,
              stop: 0,
            })
          }
        }
        return false
      }
      case 'link':
        if (attribs.rel && attribs.href) {
          links.push({
            rel: attribs.rel.toLowerCase(),
            href: attribs.href,
            type: attribs.type ?? '',
            lang: attribs.hreflang ?? '',
          })
        }
        return false
      case 'base':
        base ||= attribs.href ?? ''
        return false
      case 'title':
        if (!title) title = element.children.map((c) => (isText(c) ? c.data : '')).join('')
        return false
      case 'script':
        if (/ld\+json/i.test(attribs.type ?? '')) {
          jsonLd.push(element.children.map((c) => (isText(c) ? c.data : '')).join(''))
        }
        return false
      case 'html':
        lang ||= attribs.lang ?? attribs['xml:lang'] ?? ''
        dir ||= attribs.dir ?? ''
        return true
      case 'head':
        return true
      case 'br':
        lineBreak()
        return false
      case 'hr':
        flush()
        return false
      case 'img':
      case 'amp-img': {
        const image = imageOf(element)
        if (image) {
          const keep = open.map((mark) => mark.start)
          const held = { text, linkChars, marks }
          units.push({ box, tag: 'img', text: '', marks: [], linkChars: 0, image })
          text = held.text
          linkChars = held.linkChars
          marks = held.marks
          for (const [i, mark] of open.entries()) mark.start = keep[i]!
        }
        return false
      }
      case 'iframe':
      case 'video':
      case 'amp-youtube':
      case 'amp-iframe': {
        const src = attribs.src ?? attribs['data-src'] ?? ''
        if (src && box >= 0) units.push({ box, tag: name, text: '', marks: [], linkChars: 0, embed: src })
        return false
      }
    }
    return !SKIP.has(name)
  }

  function enter(element: Element): boolean {
    if (!meet(element)) return false
    const { name, attribs } = element
    const names = namesOf(element)
    let cues = names ? cuesOf(names, cache) : 0
    if (hiddenBy(attribs)) cues |= HIDDEN
    if (INLINE.has(name)) {
      if ((cues & HOVER) !== 0 || ((cues & HIDDEN) !== 0 && name !== 'a')) return false
      if (name === 'a') linkDepth++
      const kind = MARKS[name]
      if (kind) open.push({ node: element, start: text.length, kind })
      if (attribs.rel === 'author') cues |= AUTHOR
    } else {
      flush()
      const parent = box
      boxes.push({
        tag: name,
        names,
        cues,
        parent,
        depth: parent < 0 ? 0 : boxes[parent]!.depth + 1,
        first: units.length,
        end: -1,
        next: -1,
      })
      box = boxes.length - 1
      opened.push(box)
      if (name === 'pre') pre++
    }
    if (name === 'time' || (cues & (AUTHOR | BYLINE | DATE | HEADLINE)) !== 0) {
      const label: Label = {
        cues: name === 'time' ? cues | DATE : cues,
        tag: name,
        value:
          attribs.datetime ?? attribs.content ?? (name === 'time' ? '' : (attribs['data-datetime'] ?? '')),
        href: attribs.href ?? '',
        first: units.length,
        start: text.length,
        end: -1,
        stop: 0,
      }
      labels.push(label)
      openLabels.push({ node: element, label })
    }
    return true
  }

  function leave(element: Element): void {
    const { name } = element
    if (INLINE.has(name)) {
      const last = open[open.length - 1]
      if (last?.node === element) {
        open.pop()
        if (text.length > last.start) marks.push(closed(last, text.length))
      }
      if (name === 'a') linkDepth--
    } else {
      flush()
      const closing = opened.pop()!
      boxes[closing]!.end = units.length
      boxes[closing]!.next = boxes.length
      box = boxes[closing]!.parent
      if (name === 'pre') pre--
    }
    const labelled = openLabels[openLabels.length - 1]
    if (labelled?.node === element) {
      openLabels.pop()
      labelled.label.end = units.length
      labelled.label.stop = text.length
    }
  }

  const opened: number[] = []
  boxes.push({ tag: 'root', names: '', cues: 0, parent: -1, depth: 0, first: 0, end: -1, next: -1 })
  box = 0
  let node: ChildNode | null = root.children[0] ?? null
  while (node) {
    if (isText(node)) addText(node.data)
    let down: ChildNode | undefined
    if (isTag(node) && enter(node)) {
      down = node.children[0]
      if (!down) leave(node)
    }
    if (down) {
      node = down
      continue
    }
    while (node && !node.next) {
      const parent = node.parent as ChildNode | null
      if (!parent || !isTag(parent)) {
        node = null
        break
      }
      leave(parent)
      node = parent
    }
    node = node?.next ?? null
  }
  flush()
  boxes[0]!.end = units.length
  boxes[0]!.next = boxes.length
  return { boxes, units, labels, meta, links, jsonLd, title, lang, dir, base }
}

const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || code === 9 || code === 13 || code === 160

/** The words of a label, as the page shows them. */
export function labelText(tree: Tree, label: Label): string {
  if (label.end === label.first)
    return tree.units[label.first]?.text.slice(label.start, label.stop).trim() ?? ''
  const parts: string[] = []
  for (let i = label.first; i < label.end; i++) {
    const text = tree.units[i]!.text
    parts.push(i === label.first ? text.slice(label.start) : text)
  }
  if (label.stop > 0) parts.push(tree.units[label.end]?.text.slice(0, label.stop) ?? '')
  return parts.join('\n').trim()
}
