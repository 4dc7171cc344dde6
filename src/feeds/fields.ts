/** The small vocabulary that entries and feeds are read with: first of several names, texts, links, people. */

import type { Person } from '../model/feed.ts'
import { htmlToText } from '../words/html-text.ts'
import { parseInstant } from '../words/instants.ts'
import { baseOf, resolveHtml, webAddress } from './addresses.ts'
import { attribute, type Element } from './elements.ts'
import { parsePerson } from './people.ts'

/** What a relative address in this document is resolved against where nothing nearer says so. */
export type Home = { readonly document: string | undefined; readonly entries: string | undefined }

export const attr = (element: Element, name: string): string | undefined =>
  attribute(element.attributes, name)

export const all = (element: Element, ...names: readonly string[]): Element[] =>
  element.children.filter((child) => names.includes(child.name))

/** The first child that bears the first of the names that any child bears, and is not empty. */
export function first(element: Element, ...names: readonly string[]): Element | undefined {
  for (const name of names)
    for (const child of element.children)
      if (child.name === name && (child.text !== '' || child.attributes.length > 0)) return child
  return undefined
}

/** The trimmed text of the first child of one of these names that has any. */
export function text(element: Element, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of element.children) {
      if (child.name !== name) continue
      const plain = child.text.trim()
      if (plain !== '') return plain
    }
  }
  return undefined
}

export function instant(element: Element, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of element.children) {
      if (child.name !== name) continue
      const at = parseInstant(child.text)
      if (at !== undefined) return at
    }
  }
  return undefined
}

export function wholeNumber(value: string | undefined): number | undefined {
  const plain = value?.trim()
  return plain !== undefined && /^\d{1,15}$/.test(plain) ? Number(plain) : undefined
}

/** Whether an element's type says its text is plain, not HTML. Atom's default is text; RSS has no types. */
function isPlain(element: Element): boolean | undefined {
  const type = attr(element, 'type')?.toLowerCase()
  if (type === undefined) return undefined
  return type === 'text' || (type.startsWith('text/') && type !== 'text/html' && type !== 'text/x-html-safe')
}

function raw(element: Element): string {
  const plain = element.text.trim()
  const mode = attr(element, 'mode')
  const type = attr(element, 'type')?.toLowerCase()
  const encoded = mode === 'base64' || type === 'application/octet-stream'
  if (!encoded || !/^[\w+/=\s-]+$/.test(plain)) return plain
  return Buffer.from(plain, 'base64').toString('utf8').trim()
}

/** An element as one line of words. */
export function words(element: Element | undefined, typed: boolean): string | undefined {
  if (element === undefined) return undefined
  const value = raw(element)
  const plain = element.markup ? false : (isPlain(element) ?? typed)
  const line = (plain ? value : htmlToText(value)).replace(/\s+/g, ' ').trim()
  return line === '' ? undefined : line
}

/** An element as HTML with absolute addresses; plain text is escaped. */
export function html(
  element: Element | undefined,
  typed: boolean,
  base: string | undefined,
): string | undefined {
  if (element === undefined) return undefined
  const value = raw(element)
  if (value === '') return undefined
  const plain = element.markup ? false : (isPlain(element) ?? typed)
  if (plain) return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return resolveHtml(value, baseOf(base, element.bases))
}

/** The address an element's text, or its `href`, gives. */
export function addressIn(element: Element | undefined, base: string | undefined): string | undefined {
  if (element === undefined) return undefined
  const near = baseOf(base, element.bases)
  return webAddress(
    attr(element, 'href') ?? attr(element, 'url') ?? attr(element, 'rdf:resource') ?? element.text,
    near,
  )
}

export type Link = {
  readonly rel: string
  readonly url: string
  readonly type: string | undefined
  readonly element: Element
}

/** Every link an element's children give: those with an href, and RSS's, whose text is the address. */
export function links(element: Element, base: string | undefined): Link[] {
  const found: Link[] = []
  for (const child of element.children) {
    const { name } = child
    if (name !== 'link' && name !== 'atom:link' && name !== 'xhtml:link') continue
    const url = addressIn(child, base)
    if (url === undefined) continue
    const rel = (attr(child, 'rel') ?? 'alternate')
      .trim()
      .toLowerCase()
      .replace('http://www.iana.org/assignments/relation/', '')
    found.push({ rel, url, type: attr(child, 'type')?.toLowerCase(), element: child })
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

/** People in elements of these names: Atom's with parts, all others as one text. */
export function people(element: Element, names: readonly string[], base: string | undefined): Person[] {
  const found: Person[] = []
  for (const child of element.children) {
    if (!names.includes(child.name)) continue
    const person = child.children.length > 0 ? partsOfPerson(child, base) : parsePerson(child.text)
    if (
      person !== undefined &&
      !found.some((known) => known.name === person.name && known.email === person.email)
    )
      found.push(person)
  }
  return found
}

function partsOfPerson(element: Element, base: string | undefined): Person | undefined {
  const written = text(element, 'name', 'atom:name', 'itunes:name', 'foaf:name')
  const stated = written === undefined ? undefined : parsePerson(written)
  const email = text(element, 'email', 'atom:email', 'itunes:email') ?? stated?.email
  const url = addressIn(first(element, 'uri', 'url', 'homepage', 'atom:uri'), base)
  if (stated?.name === undefined && email === undefined && url === undefined) return undefined
  return {
    ...(stated?.name === undefined ? {} : { name: stated.name }),
    ...(email === undefined ? {} : { email }),
    ...(url === undefined ? {} : { url }),
  }
}

/** The values of categories in every form, in order, each once. */
export function categories(element: Element): string[] {
  const found = new Set<string>()
  const add = (value: string | undefined): void => {
    const plain = value === undefined ? '' : htmlToText(value).replace(/\s+/g, ' ')
    if (plain !== '' && plain.length <= 200) found.add(plain)
  }
  for (const child of element.children) {
    switch (child.name) {
      case 'category':
      case 'atom:category':
      case 'dc:subject':
      case 'dcterms:subject':
      case 'media:category':
        add(attr(child, 'label') ?? attr(child, 'term') ?? child.text)
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
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
