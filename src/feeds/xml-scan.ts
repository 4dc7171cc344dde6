/** Walks the markup of an XML document, well-formed or not, and tells a listener what stands where. */

import { decodeReferences } from './references.ts'

/** Attribute names (lower case) and values (decoded), by turns. */
export type Attributes = readonly string[]

export function attribute(attributes: Attributes, name: string): string | undefined {
  for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === name) return attributes[at + 1]
  return undefined
}

export type Listener = {
  /** `from` is where the tag starts, `to` the place after it. */
  open(name: string, attributes: Attributes, from: number, to: number, empty: boolean): void
  close(name: string, from: number, to: number): void
  text(from: number, to: number): void
  cdata(from: number, to: number): void
  doctype?(from: number, to: number): void
  /** Asked after every tag: whether to go on. */
  stopped(): boolean
}

/** No element a feed needs has as many; a flood of them is skipped, not read. */
const attributesKept = 64

const none: Attributes = []

/**
 * Calls the listener for every tag and text of `xml`, in order. One pass, linear in the length of `xml` for any
 * input: each search for an ending that is not there is made once. A "<" that starts nothing is text.
 */
export function scanXml(xml: string, listener: Listener): void {
  const find = searcher(xml)
  const names = lowerCase()
  const length = xml.length
  let textFrom = 0
  let at = 0
  while (at < length) {
    const open = xml.indexOf('<', at)
    if (open < 0) break
    const c = xml.charCodeAt(open + 1)
    if (c === 47) {
      if (open > textFrom) listener.text(textFrom, open)
      const end = find('>', open + 2)
      const to = end < 0 ? length : end
      listener.close(xml.slice(open + 2, nameEnd(xml, open + 2, to)), open, to + 1)
      at = to + 1
    } else if (startsName(c)) {
      if (open > textFrom) listener.text(textFrom, open)
      at = readTag(xml, open, find, names, listener)
    } else if (c === 33 && xml.startsWith('<![CDATA[', open)) {
      if (open > textFrom) listener.text(textFrom, open)
      const end = find(']]>', open + 9)
      listener.cdata(open + 9, end < 0 ? length : end)
      at = end < 0 ? length : end + 3
    } else if (c === 33 && xml.startsWith('<!--', open)) {
      if (open > textFrom) listener.text(textFrom, open)
      const end = find('-->', open + 4)
      at = end < 0 ? length : end + 3
    } else if (c === 33 && startsName(xml.charCodeAt(open + 2))) {
      if (open > textFrom) listener.text(textFrom, open)
      at = doctypeEnd(xml, open, find)
      listener.doctype?.(open, at)
    } else if (c === 63) {
      if (open > textFrom) listener.text(textFrom, open)
      const end = find('>', open + 2)
      at = end < 0 ? length : end + 1
    } else {
      at = open + 1
      continue
    }
    textFrom = at
    if (listener.stopped()) return
  }
  if (textFrom < length) listener.text(textFrom, length)
}

type Find = (what: string, from: number) => number

/** `indexOf` for rising places, which remembers what it found: a missing ending costs one search, not one a tag. */
function searcher(xml: string): Find {
  const found = new Map<string, number>()
  return (what, from) => {
    const last = found.get(what)
    if (last === -1) return -1
    if (last !== undefined && last >= from) return last
    const now = xml.indexOf(what, from)
    found.set(what, now)
    return now
  }
}

/** Names in lower case, each made once a document: the few there are stand in it thousands of times. */
function lowerCase(): (raw: string) => string {
  const known = new Map<string, string>()
  return (raw) => {
    const found = known.get(raw)
    if (found !== undefined) return found
    const name = raw.toLowerCase()
    if (known.size < 500) known.set(raw, name)
    return name
  }
}

function readTag(
  xml: string,
  open: number,
  find: Find,
  names: (raw: string) => string,
  listener: Listener,
): number {
  const length = xml.length
  let at = open + 1
  while (at < length && !endsName(xml.charCodeAt(at))) at++
  const name = xml.slice(open + 1, at)
  let attributes: string[] | undefined
  for (;;) {
    while (at < length && isBlank(xml.charCodeAt(at))) at++
    const c = xml.charCodeAt(at)
    if (at >= length || c === 62) {
      listener.open(name, attributes ?? none, open, at + 1, false)
      return at + 1
    }
    if (c === 47) {
      at++
      if (xml.charCodeAt(at) !== 62) continue
      listener.open(name, attributes ?? none, open, at + 1, true)
      return at + 1
    }
    // A tag that was never closed: what follows is the next one.
    if (c === 60) {
      listener.open(name, attributes ?? none, open, at, false)
      return at
    }
    const nameFrom = at
    at++
    while (at < length && !endsAttributeName(xml.charCodeAt(at))) at++
    const nameTo = at
    while (at < length && isBlank(xml.charCodeAt(at))) at++
    let value = ''
    if (xml.charCodeAt(at) === 61) {
      at++
      while (at < length && isBlank(xml.charCodeAt(at))) at++
      const quote = xml.charCodeAt(at)
      const end = quote === 34 ? find('"', at + 1) : quote === 39 ? find("'", at + 1) : -1
      if (end >= 0) {
        value = xml.slice(at + 1, end)
        at = end + 1
      } else {
        const from = at
        while (at < length && !endsBareValue(xml.charCodeAt(at))) at++
        value = xml.slice(from, at)
      }
    }
    attributes ??= []
    if (attributes.length < attributesKept * 2)
      attributes.push(names(xml.slice(nameFrom, nameTo)), decodeReferences(value))
  }
}

/** The end of `<!DOCTYPE ... [ ... ]>`; an internal subset may hold ">" inside quotes and declarations. */
function doctypeEnd(xml: string, open: number, find: Find): number {
  const end = find('>', open)
  if (end < 0) return xml.length
  const bracket = xml.indexOf('[', open)
  if (bracket < 0 || bracket > end) return end + 1
  const close = /\]\s*>/g
  close.lastIndex = bracket
  return close.exec(xml.slice(0, bracket + doctypeLength)) === null ? end + 1 : close.lastIndex
}

/** A document type longer than this is an attack; its declarations are then read as text and lost. */
const doctypeLength = 65_536

function nameEnd(xml: string, from: number, limit: number): number {
  let at = from
  while (at < limit && !endsName(xml.charCodeAt(at))) at++
  return at
}

const startsName = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c >= 128
const isBlank = (c: number): boolean => c === 32 || c === 10 || c === 13 || c === 9
const endsName = (c: number): boolean => c <= 32 || c === 62 || c === 47 || c === 60
const endsAttributeName = (c: number): boolean => c <= 32 || c === 61 || c === 62 || c === 47 || c === 60
const endsBareValue = (c: number): boolean => c <= 32 || c === 62 || c === 60
