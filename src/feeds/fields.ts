/** The small vocabulary that entries and feeds are read with: first of several names, texts, links, people. */

import type { Person } from '../model/feed.ts'
import { onceEncoded } from '../words/encoding.ts'
import { htmlToText } from '../words/html-text.ts'
import { parseInstant } from '../words/instants.ts'
import { resolveHtml, webAddress } from './addresses.ts'
import type { Element } from './elements.ts'
import { parsePerson } from './people.ts'
import { attribute } from './xml-scan.ts'

/** Names of elements in the order they are trusted. */
export type Names = readonly string[]

export const attr = (element: Element | undefined, name: string): string | undefined =>
  element === undefined ? undefined : attribute(element.attributes, name)

export const orNothing = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined

const nothing: readonly Element[] = []

/** The children of one name, in order. */
export function named(element: Element | undefined, name: string): readonly Element[] {
  if (element === undefined || element.children.length === 0) return nothing
  element.index ??= Map.groupBy(element.children, (child) => child.name)
  return element.index.get(name) ?? nothing
}

export const all = (element: Element | undefined, names: Names): readonly Element[] =>
  element === undefined ? nothing : element.children.filter((child) => names.includes(child.name))

/** The first child that bears the first of the names that any child bears, and is not empty. */
export function first(element: Element, names: Names): Element | undefined {
  for (const name of names)
    for (const child of named(element, name))
      if (child.text !== '' || child.attributes.length > 0 || child.children.length > 0) return child
  return undefined
}

/** The trimmed text of the first child of one of these names that has any. */
export function text(element: Element | undefined, names: Names): string | undefined {
  for (const name of names) {
    for (const child of named(element, name)) {
      const plain = child.text.trim()
      if (plain !== '') return plain
    }
  }
  return undefined
}

/** The first of the names that states an instant; of several elements of that name the last, as in other readers. */
export function instant(element: Element, names: Names): string | undefined {
  for (const name of names) {
    const listed = named(element, name)
    for (let at = listed.length - 1; at >= 0; at--) {
      const stated = parseInstant(listed[at]!.text)
      if (stated !== undefined) return stated
    }
  }
  return undefined
}

export const instantIn = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : parseInstant(value)

export function wholeNumber(value: string | undefined): number | undefined {
  const plain = value?.trim()
  return plain !== undefined && /^\d{1,15}$/.test(plain) ? Number(plain) : undefined
}

const isEncoded = (element: Element): boolean =>
  attr(element, 'mode') === 'base64' || attr(element, 'type')?.toLowerCase() === 'application/octet-stream'

function raw(element: Element): string {
  const plain = onceEncoded(element.text.trim())
  if (element.attributes.length === 0 || !isEncoded(element) || !/^[\w+/=\s-]+$/.test(plain)) return plain
  return Buffer.from(plain, 'base64').toString('utf8').trim()
}

/** Whether a text is plain: by its type, else by custom; what comes in base64 is plain unless it has tags. */
function isPlain(element: Element, value: string, typed: boolean): boolean {
  if (element.markup) return false
  if (element.attributes.length === 0) return typed
  if (isEncoded(element)) return !/<[a-z][^>]*>/i.test(value)
  const type = attr(element, 'type')?.toLowerCase()
  if (type === undefined) return typed
  return type === 'text' || (type.startsWith('text/') && !type.includes('html'))
}

/** No title is longer; a flood of text in one is cut. */
const lineLength = 4_000

/** An element as one line of words. `typed`: plain where it has no type of its own. */
export function words(element: Element | undefined, typed: boolean): string | undefined {
  if (element === undefined) return undefined
  const value = raw(element)
  const line = (isPlain(element, value, typed) ? value : htmlToText(value)).replace(/\s+/g, ' ').trim()
  if (line.length > lineLength) return `${line.slice(0, lineLength)}…`
  return line === '' ? undefined : line
}

/** An element as HTML with absolute addresses; plain text is escaped. */
export function html(element: Element | undefined, typed: boolean, base: string): string | undefined {
  if (element === undefined) return undefined
  const value = raw(element)
  if (value === '') return undefined
  if (isPlain(element, value, typed))
    return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return resolveHtml(value, element.base ?? base)
}

/** The address an element's text, or its `href`, gives. */
export function addressIn(element: Element | undefined, base: string): string | undefined {
  if (element === undefined) return undefined
  const written =
    element.attributes.length === 0
      ? element.text
      : (attr(element, 'href') ?? attr(element, 'url') ?? attr(element, 'rdf:resource') ?? element.text)
  return webAddress(written, element.base ?? base)
}

export type Link = {
  readonly rel: string
  readonly url: string
  readonly type: string | undefined
  readonly element: Element
}

const linksKept = 40

/** Every link an element's children give: those with an href, and RSS's, whose text is the address. */
export function links(element: Element, base: string): readonly Link[] {
  const found: Link[] = []
  for (const child of element.children) {
    if (child.name !== 'link' && child.name !== 'atom:link' && child.name !== 'itunes:link') continue
    const url = found.length < linksKept ? addressIn(child, base) : undefined
    if (url === undefined) continue
    const rel = attr(child, 'rel')?.trim().toLowerCase() ?? 'alternate'
    found.push({
      rel: rel.slice(rel.lastIndexOf('/') + 1),
      url,
      type: attr(child, 'type')?.toLowerCase(),
      element: child,
    })
  }
  return found
}

/** The page a feed or entry stands for: RSS's link before Atom's, HTML before other types. */
export function pageLink(found: readonly Link[]): string | undefined {
  const pages = found.filter((link) => link.rel === 'alternate' || link.rel === '')
  const bare = pages.find((link) => attr(link.element, 'href') === undefined)
  const page = pages.find((link) => link.type === undefined || link.type.includes('html'))
  return (bare ?? page ?? pages[0])?.url
}

const peopleKept = 50

/** People in elements of these names: Atom's with parts, all others as one text. */
export function people(element: Element, names: Names, base: string): readonly Person[] {
  const found: Person[] = []
  const listed = names.length === 1 ? named(element, names[0]!) : all(element, names)
  for (const child of listed) {
    const person = child.children.length > 0 ? partsOfPerson(child, base) : parsePerson(child.text)
    if (person === undefined || found.length >= peopleKept) continue
    const { name, email, url } = person
    if (!found.some((known) => known.name === name && known.email === email && known.url === url))
      found.push(person)
  }
  return found
}

function partsOfPerson(element: Element, base: string): Person | undefined {
  const stated = parsePerson(text(element, ['name', 'atom:name', 'itunes:name', 'foaf:name']) ?? '')
  const email = text(element, ['email', 'atom:email', 'itunes:email']) ?? stated?.email
  const url = addressIn(first(element, ['uri', 'url', 'homepage', 'atom:uri']), base)
  if (stated?.name === undefined && email === undefined && url === undefined) return undefined
  return present({ name: stated?.name, email, url })
}

const categoriesKept = 100

/** The values of categories in every form, in order, each once. */
export function categories(element: Element): readonly string[] {
  const found = new Set<string>()
  const add = (value: string | undefined): void => {
    const plain = value === undefined ? '' : htmlToText(value).replace(/\s+/g, ' ')
    if (plain !== '' && plain.length <= 200 && found.size < categoriesKept) found.add(plain)
  }
  for (const child of element.children) {
    switch (child.name) {
      case 'category':
      case 'atom:category':
      case 'dc:subject':
      case 'dcterms:subject':
      case 'media:category':
        add(attr(child, 'label') || attr(child, 'term') || child.text)
        break
      case 'itunes:category':
        add(attr(child, 'text'))
        for (const inner of child.children) add(attr(inner, 'text'))
        break
      case 'itunes:keywords':
      case 'media:keywords':
      case 'keywords':
      case 'news:keywords':
        for (const word of child.text.split(',')) add(word)
        break
    }
  }
  return [...found]
}

/** Drops the keys whose value is undefined, so that absent means absent. */
export function present<T extends object>(
  fields: T,
): { -readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  -readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
} {
  const kept: Record<string, unknown> = {}
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key]
  return kept as never
}
