/** Cuts an XML feed into small trees, one per entry and one for the rest, under caps that hold before any is built. */

import { innerBase } from './addresses.ts'
import { markupOf } from './markup.ts'
import { decodeReferences, type Entities } from './references.ts'
import { canonical, ofAtom, type Scope, type ScopeCount, scopeOf } from './scopes.ts'
import { type Attributes, attribute, scanXml } from './xml-scan.ts'

export type Element = {
  /** Lower case, under the prefixes of names.ts; bare for the feed formats' own names. */
  readonly name: string
  readonly attributes: Attributes
  readonly children: Element[]
  /** Character data with references decoded; for elements that hold markup, that markup as it stands. */
  text: string
  /** Whether `text` is markup that stood unescaped in the document, such as XHTML. */
  markup: boolean
  /** What xml:base, here or around, says to resolve addresses against; undefined where none does. */
  base: string | undefined
  readonly language: string | undefined
  /** Children by name, made by whoever first looks for one. */
  index: ReadonlyMap<string, readonly Element[]> | undefined
}

export type Caps = {
  readonly depth: number
  readonly entries: number
  /** UTF-16 units of one element's text, as it is written. */
  readonly text: number
  /** Elements in one entry, or outside all entries. */
  readonly children: number
  /** The elements that are entries. */
  readonly names: ReadonlySet<string>
}

export const feedCaps: Caps = {
  depth: 32,
  entries: 5_000,
  text: 2_000_000,
  children: 2_000,
  names: new Set(['item', 'entry']),
}

export type Cut = {
  readonly root: string
  readonly rootElement: Element
  readonly warnings: readonly string[]
}

/** Elements whose text may be HTML or XHTML: tags inside them are words of theirs, not structure. */
const holdMarkup = new Set(
  (
    'title description content content:encoded summary info tagline subtitle rights copyright body xhtml:body ' +
    'fullitem itunes:summary itunes:subtitle dc:description dc:title dcterms:abstract media:description media:title abstract ' +
    'atom:title atom:summary atom:content'
  ).split(' '),
)
const atomRoots = new Set(['feed', 'entry', 'atom:feed', 'atom:entry'])
/** A closing tag of one of these ends whatever was left open inside it. */
const structural = new Set(['item', 'entry', 'channel', 'feed', 'rss', 'rdf:rdf'])

type Frame = {
  readonly element: Element
  readonly scope: Scope
  readonly opaque: boolean
  contentFrom: number
}

/**
 * Reads `xml`, which came from the address `document`, and gives every finished item or entry to `entry`, with the element it stands in. Resolves nothing
 * from outside the document: external entities are ignored, internal ones expanded once, within a cap.
 */
export function cutElements(
  xml: string,
  document: string,
  caps: Caps,
  entry: (item: Element, around: Element) => void,
): Cut | undefined {
  const entryNames = caps.names
  const warnings = new Set<string>()
  const stack: Frame[] = []
  let root: Frame | undefined
  let entries = 0
  let built = 0
  const count: ScopeCount = { scopes: 0 }
  let skipped = 0
  let inner = 0
  let done = false
  let entities: Entities | undefined

  // Cut before references are read: what is too long is never made. Text beside elements says nothing in any feed.
  const append = (from: number, to: number, coded: boolean): void => {
    const element = stack.at(-1)?.element
    if (element === undefined || skipped > 0 || element.markup || element.children.length > 0) return
    const room = caps.text - element.text.length
    if (to - from > room) warnings.add('A text was too long and was cut')
    const text = xml.slice(from, Math.min(to, from + room))
    element.text += coded ? decodeReferences(text, entities) : text
  }

  const finish = (at: number): void => {
    const frame = stack.pop()!
    if (frame.opaque && frame.element.markup) {
      const to = Math.min(at, frame.contentFrom + caps.text)
      frame.element.text = markupOf(xml.slice(frame.contentFrom, to), frame.scope)
      if (at - frame.contentFrom > caps.text) warnings.add('A text was too long and was cut')
    }
    inner = 0
    const around = stack.at(-1)?.element
    if (entryNames.has(frame.element.name) && (around !== undefined || frame === root)) {
      entries++
      built = 0
      if (around !== undefined) around.children.pop()
      entry(frame.element, around ?? frame.element)
      if (entries >= caps.entries) {
        done = true
        warnings.add(`Only the first ${caps.entries} entries were read`)
      }
    }
  }

  scanXml(xml, {
    open(raw, attributes, from, to, empty) {
      const top = stack.at(-1)
      if (top?.opaque) {
        const name = canonical(raw, top.scope)
        if (!top.element.markup) {
          top.element.markup = true
          // XHTML's one wrapping div may bring its own base.
          const base = attributes.length > 0 ? attribute(attributes, 'xml:base') : undefined
          if (base !== undefined) top.element.base = innerBase(base, top.element.base ?? document)
        }
        if (name === top.element.name && !empty) inner++
        // Markup that never closed must not swallow the entries after it.
        if (!entryNames.has(name)) return
        while (stack.at(-1)?.opaque) finish(from)
        while (stack.length > 0 && entryNames.has(stack.at(-1)!.element.name)) finish(from)
        warnings.add('An entry was not closed')
      }
      if (skipped > 0 || stack.length >= caps.depth) {
        if (!empty) skipped++
        warnings.add('Elements nested too deep were left out')
        return
      }
      const above = stack.at(-1)
      const inside = scopeOf(attributes, above?.scope, count)
      const scope = root === undefined && atomRoots.has(canonical(raw, inside)) ? ofAtom(inside) : inside
      const name = canonical(raw, scope)
      if (entryNames.has(name) && above !== undefined && entryNames.has(above.element.name)) {
        while (stack.length > 0 && entryNames.has(stack.at(-1)!.element.name)) finish(from)
        warnings.add('An entry was not closed')
        if (done) return
      }
      const parent = stack.at(-1)
      if (++built > caps.children) {
        warnings.add('An entry with too many elements was cut')
        if (!empty) skipped++
        return
      }
      const base = attributes.length > 0 ? attribute(attributes, 'xml:base') : undefined
      const language = attributes.length > 0 ? attribute(attributes, 'xml:lang') : undefined
      const around = parent?.element.base
      const element: Element = {
        name,
        attributes,
        children: [],
        text: '',
        markup: false,
        base: base === undefined ? around : innerBase(base, around ?? document),
        language: language ?? parent?.element.language,
        index: undefined,
      }
      const frame: Frame = { element, scope, opaque: holdMarkup.has(name), contentFrom: to }
      parent?.element.children.push(element)
      stack.push(frame)
      root ??= frame
      if (empty) finish(to)
    },
    close(raw, from) {
      const top = stack.at(-1)
      if (top === undefined) return
      if (skipped > 0) {
        skipped--
        return
      }
      const name = canonical(raw, top.scope)
      if (top.element.name === name) {
        if (inner > 0) inner--
        else finish(from)
        return
      }
      if (top.opaque && !structural.has(name)) return
      for (let at = stack.length - 2; at >= 0; at--) {
        if (stack[at]!.element.name !== name) continue
        warnings.add('Some elements were not closed')
        while (stack.length > at) finish(from)
        return
      }
    },
    text: (from, to) => append(from, to, true),
    cdata: (from, to) => append(from, to, false),
    doctype(from, to) {
      if (root === undefined) entities = internalEntities(xml.slice(from, to))
    },
    stopped: () => done,
  })
  if (stack.length > 0 && !done) {
    warnings.add('The document ends in the middle')
    while (stack.length > 0 && !done) finish(xml.length)
  }
  if (root === undefined) return undefined
  return { root: root.element.name, rootElement: root.element, warnings: [...warnings] }
}

const entitiesKept = 64
const entityLength = 1_024
const expansionCap = 200_000

/** Entities a document declares for itself: plain ones only, so that none can unfold into others. */
function internalEntities(doctype: string): Entities | undefined {
  const values = new Map<string, string>()
  for (const [, name, a, b] of doctype.matchAll(/<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
    const written = a ?? b ?? ''
    if (values.size < entitiesKept && written.length <= entityLength && !/<|&(?!#)/.test(written))
      values.set(name!, decodeReferences(written))
  }
  if (values.size === 0) return undefined
  let left = expansionCap
  return (name) => {
    const value = values.get(name)
    if (value === undefined) return undefined
    left -= value.length
    return left < 0 ? '' : value
  }
}
