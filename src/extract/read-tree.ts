/** Reads HTML into the compact tree, straight from the scan's events: no document in between. */

import type { Mark } from '../model/article.ts'
import { AUTHOR, BYLINE, CAPTION, cuesOf, DATE, HEADLINE, HIDDEN, HOVER } from './cues.ts'
import { imageOf, type RawImage } from './image.ts'
import { isSpace, openText } from './running-text.ts'
import { type Attribs, scanHtml } from './scan-html.ts'
import { HEAD, IN_LINE, isHidden, KINDS, MARKS, makeOf, namesOf, READ, SHOWS, SILENT } from './tags.ts'
import type { Box, Label, Tree, Unit } from './tree.ts'

/** No article is longer; what follows in such a page is not read. */
const CAP = 8_000_000

/** What an open element will need when it closes. */
type Open = {
  readonly inline: boolean
  readonly mark: { start: number; readonly kind: Mark['kind']; readonly href: string | undefined } | undefined
  readonly label: { -readonly [K in keyof Label]: Label[K] } | undefined
  readonly tag: string
}

/** Reads a page once. Never throws on markup, however broken or deep. */
export function readTree(html: string): Tree {
  const boxes: Box[] = [{ tag: 'root', names: '', cues: 0, make: 0, parent: -1, first: 0, end: -1, next: -1 }]
  const units: Unit[] = []
  const labels: Label[] = []
  const meta = new Map<string, string[]>()
  const links: { rel: string; href: string; type: string; lang: string }[] = []
  const jsonLd: string[] = []
  const page = { title: '', lang: '', dir: '', base: '' }

  let box = 0
  /** Of the open unit. */
  const text = openText()
  let linkChars = 0
  let links_ = 0
  let pre = 0
  let marks: Mark[] = []
  let sources: string[] = []
  const openMarks: NonNullable<Open['mark']>[] = []
  const stack: Open[] = []
  /** Depth inside an element whose content is left out. */
  let skipping = 0
  let capture: 'title' | 'json' | undefined
  let captured = ''

  /** A page has few classes, each on many elements. */
  const cuesOfClass = new Map<string, number>()

  function cuesOfAll(attribs: Attribs): number {
    let cues = 0
    if (attribs.class) {
      const before = cuesOfClass.get(attribs.class)
      cues = before ?? cuesOf(attribs.class)
      if (before === undefined) cuesOfClass.set(attribs.class, cues)
    }
    // Numbers in an id are of this page alone: without them the same names come again.
    if (attribs.id) cues |= cuesOf(/\d\d/.test(attribs.id) ? attribs.id.replace(/\d+/g, '') : attribs.id)
    if (attribs.itemprop) cues |= cuesOf(attribs.itemprop)
    if (attribs.role) cues |= cuesOf(attribs.role)
    if (attribs['data-testid']) cues |= cuesOf(attribs['data-testid'])
    if (attribs['data-component']) cues |= cuesOf(attribs['data-component'])
    return cues
  }

  function flush(): void {
    const whole = text.take()
    let end = whole.length
    while (end > 0 && isSpace(whole.charCodeAt(end - 1))) end--
    for (const mark of openMarks) {
      if (end > mark.start) marks.push(closed(mark, end))
      mark.start = 0
    }
    if (end > 0) {
      // A list of its own for each unit: the open one goes on being filled.
      const kept =
        marks.length === 0
          ? []
          : marks.filter((m) => m.start < end).map((m) => (m.end > end ? { ...m, end } : m))
      units.push({
        box,
        tag: boxes[box]!.tag,
        text: whole.slice(0, end),
        marks: kept,
        linkChars: Math.min(linkChars, end),
      })
    }
    linkChars = 0
    if (marks.length > 0) marks = []
  }

  function addText(data: string): void {
    const before = text.length()
    if (pre > 0) text.append(data)
    else text.flow(data)
    if (links_ > 0) linkChars += text.length() - before
  }

  function lineBreak(): void {
    if (pre > 0) text.append('\n')
    else if (!text.breakLine()) flush()
  }

  function label(tag: string, cues: number, attribs: Attribs, value: string): NonNullable<Open['label']> {
    const made = {
      box,
      cues,
      tag,
      value,
      href: attribs.href ?? '',
      first: units.length,
      start: text.length(),
      end: units.length,
      stop: text.length(),
    }
    labels.push(made)
    return made
  }

  function readMeta(attribs: Attribs): void {
    const key = attribs.property ?? attribs.name ?? attribs.itemprop
    const content = attribs.content?.trim()
    if (!key || !content) return
    const lower = key.toLowerCase().trim()
    const values = meta.get(lower)
    if (values) values.push(content)
    else meta.set(lower, [content])
    if (attribs.itemprop && box > 0) label('meta', cuesOf(attribs.itemprop), attribs, content)
  }

  /** Elements that stand anywhere and show nothing. True when their content is to be walked. */
  function readHead(name: string, attribs: Attribs): void {
    if (name === 'meta') readMeta(attribs)
    else if (name === 'base') page.base ||= attribs.href ?? ''
    else if (name === 'link') {
      const { rel, href, type = '', hreflang = '' } = attribs
      if (rel && href) links.push({ rel: rel.toLowerCase(), href, type, lang: hreflang })
    } else if (name === 'html') {
      page.lang ||= attribs.lang ?? attribs['xml:lang'] ?? ''
      page.dir ||= attribs.dir ?? ''
    }
  }

  function addImage(attribs: Attribs): void {
    const image: RawImage | undefined = imageOf(attribs, sources)
    if (image) units.push({ box, tag: 'img', text: '', marks: [], linkChars: 0, image })
  }

  function openBox(name: string, names: string, cues: number): void {
    flush()
    boxes.push({
      tag: name,
      names,
      cues,
      make: makeOf(name, names),
      parent: box,
      first: units.length,
      end: -1,
      next: -1,
    })
    box = boxes.length - 1
    if (name === 'pre') pre++
    else if (name === 'picture') sources = []
  }

  function closeBox(name: string): void {
    flush()
    const closing = boxes[box]!
    closing.end = units.length
    closing.next = boxes.length
    box = closing.parent
    if (name === 'pre') pre--
    else if (name === 'picture') sources = []
  }

  /** Pictures, players and breaks. True when what the element holds is still to be walked. */
  function showThing(name: string, attribs: Attribs): boolean {
    if (name === 'br') lineBreak()
    else if (name === 'hr') flush()
    else if (name === 'img' || name === 'amp-img') addImage(attribs)
    else if (name === 'source') {
      const set = attribs.srcset ?? attribs['data-srcset']
      if (set && !/avif|svg/.test(attribs.type ?? '')) sources.push(set)
    } else if (name === 'iframe' || name === 'video' || name === 'amp-youtube' || name === 'amp-iframe') {
      const embed = attribs.src ?? attribs['data-src'] ?? ''
      if (embed) units.push({ box, tag: name, text: '', marks: [], linkChars: 0, embed })
      if (name === 'iframe') skipping = 1
      return name !== 'iframe'
    }
    return name === 'amp-img'
  }

  /** What stands in a figure or a caption speaks of the picture, not of the article. */
  const isOfPicture = (): boolean => {
    const { tag, cues, parent } = boxes[box]!
    return (
      tag === 'figure' || tag === 'figcaption' || (cues & CAPTION) !== 0 || boxes[parent]?.tag === 'figure'
    )
  }

  function openTag(name: string, attribs: Attribs): void {
    if (skipping > 0) {
      skipping++
      return
    }
    const kind = KINDS.get(name) ?? 0
    if ((kind & HEAD) !== 0) {
      readHead(name, attribs)
      if (name === 'title' && page.title === '') capture = 'title'
      else if (name === 'script' && /ld\+json/i.test(attribs.type ?? '')) capture = 'json'
      if (name !== 'html' && name !== 'head') skipping = 1
      return
    }
    if ((kind & SHOWS) !== 0 && !showThing(name, attribs)) return
    if ((kind & SILENT) !== 0) {
      skipping = 1
      return
    }
    const names = namesOf(attribs)
    let cues = names === '' ? 0 : cuesOfAll(attribs)
    if (isHidden(attribs)) cues |= HIDDEN
    // Elements of a site's own making are inline where they stand in a line of text, else boxes.
    const inline = (kind & IN_LINE) !== 0 || (text.length() > 0 && name.includes('-'))
    if (inline && ((cues & HOVER) !== 0 || ((cues & HIDDEN) !== 0 && name !== 'a'))) {
      skipping = 1
      return
    }
    let mark: Open['mark']
    if (inline) {
      if (attribs.rel === 'author') cues |= AUTHOR
      else if (attribs.href && (attribs.rel === 'next' || (attribs.rel === 'license' && !isOfPicture())))
        links.push({ rel: attribs.rel, href: attribs.href, type: '', lang: '' })
      if (name === 'a') links_++
      const marked = MARKS[name]
      if (marked) {
        mark = { start: text.length(), kind: marked, href: attribs.href }
        openMarks.push(mark)
      }
    } else openBox(name, names, cues)
    const labelled = name === 'time' || (cues & (AUTHOR | BYLINE | DATE | HEADLINE)) !== 0
    const value = attribs.datetime ?? attribs.content ?? attribs['data-datetime'] ?? ''
    stack.push({
      inline,
      mark,
      tag: name,
      label: labelled ? label(name, name === 'time' ? cues | DATE : cues, attribs, value) : undefined,
    })
  }

  function closeTag(name: string): void {
    if (skipping > 0) {
      skipping--
      if (skipping === 0 && capture !== undefined) {
        if (capture === 'title') page.title = captured
        else jsonLd.push(captured)
        capture = undefined
        captured = ''
      }
      return
    }
    const top = stack[stack.length - 1]
    if (top?.tag !== name) return
    stack.pop()
    if (top.inline) {
      if (top.mark) {
        openMarks.pop()
        if (text.length() > top.mark.start) marks.push(closed(top.mark, text.length()))
      }
      if (name === 'a') links_--
    } else closeBox(name)
    if (top.label) {
      top.label.end = units.length
      top.label.stop = text.length()
    }
  }

  scanHtml(
    html.length > CAP ? html.slice(0, CAP) : html,
    {
      open: openTag,
      text(data) {
        if (capture !== undefined) captured += data
        else if (skipping === 0) addText(data)
      },
      close: closeTag,
    },
    READ,
  )
  flush()
  while (box > 0) closeBox(boxes[box]!.tag)
  boxes[0]!.end = units.length
  boxes[0]!.next = boxes.length
  return { boxes, units, labels, meta, links, jsonLd, ...page }
}

const closed = (mark: NonNullable<Open['mark']>, end: number): Mark => ({
  start: mark.start,
  end,
  kind: mark.kind,
  ...(mark.kind === 'link' && mark.href !== undefined ? { href: mark.href } : {}),
})
