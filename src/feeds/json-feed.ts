/** JSON Feed 1.0 and 1.1 to a Feed. */

import { hash } from 'node:crypto'
import type { Enclosure, Feed, Item, Person } from '../model/feed.ts'
import { parseInstant } from '../words/instants.ts'
import { resolveHtml, webAddress } from './addresses.ts'
import { feedCaps } from './elements.ts'
import { titleFrom } from './entry.ts'
import type { FeedFailure } from './failure.ts'
import { present } from './fields.ts'
import { firstImage } from './media.ts'
import type { Origin } from './origin.ts'
import { shownName } from './people.ts'

type Json = { readonly [key: string]: unknown }

export function readJsonFeed(text: string, origin: Origin): Feed | FeedFailure {
  const url = origin.base
  const warnings: string[] = []
  const { depth, end } = measure(text)
  if (depth > feedCaps.depth) return { failed: 'This JSON is nested too deep to be a feed' }
  const value = parseJson(text.slice(0, end), warnings)
  if (value === undefined) return { failed: 'This is JSON that cannot be read' }
  if (!/jsonfeed\.org\/version/i.test(string(value.version) ?? '') && !Array.isArray(value.items))
    return { failed: 'This is JSON, but not a JSON Feed' }
  const list = Array.isArray(value.items) ? value.items : []
  if (list.length > feedCaps.entries) warnings.push(`Only the first ${feedCaps.entries} entries were read`)
  const language = string(value.language) ?? origin.language
  const authors = peopleOf(value, url)
  return {
    format: 'json',
    title: oneLine(string(value.title)) ?? '',
    skipHours: [],
    skipDays: [],
    items: list
      .slice(0, feedCaps.entries)
      .filter(isObject)
      .map((item) => readItem(item, url, language, authors)),
    warnings,
    ...present({
      home: address(value.home_page_url, url),
      self: address(value.feed_url, url),
      description: oneLine(string(value.description)),
      language,
      image: address(value.icon, url) ?? address(value.favicon, url),
      authors: authors.length > 0 ? authors : undefined,
      hub: arrayOf(value.hubs)
        .map((hub) => address(hub.url, url))
        .find((hub) => hub !== undefined),
      next: address(value.next_url, url),
    }),
  }
}

function readItem(
  item: Json,
  url: string,
  language: string | undefined,
  feedAuthors: readonly Person[],
): Item {
  const own = address(item.url, url)
  const external = address(item.external_url, url)
  const page = own ?? external
  const plain = string(item.content_text)
  const content =
    resolved(string(item.content_html), page ?? url) ??
    (plain === undefined
      ? undefined
      : plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>'))
  const summary = string(item.summary)?.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const written = peopleOf(item, url)
  const people = written.length > 0 ? written : feedAuthors
  const title = oneLine(string(item.title)) ?? titleFrom(content ?? summary)
  const id = typeof item.id === 'number' ? String(item.id) : string(item.id)
  return {
    guid: id ?? page ?? hash('sha256', `${title}\n${content ?? ''}`).slice(0, 32),
    title,
    authors: people.map(shownName),
    categories: Array.isArray(item.tags)
      ? item.tags.filter((tag): tag is string => typeof tag === 'string' && tag !== '')
      : [],
    enclosures: arrayOf(item.attachments).flatMap((one) => attachment(one, url)),
    ...present({
      url: page,
      summary,
      content,
      people: people.length > 0 ? people : undefined,
      published: instant(item.date_published),
      updated: instant(item.date_modified),
      image: address(item.image, url) ?? address(item.banner_image, url) ?? firstImage(content),
      language: string(item.language) ?? language,
      origin: own !== undefined && external !== undefined && external !== own ? { url: external } : undefined,
    }),
  }
}

/** Bad bytes at the end are the commonest fault: the items before them still stand. */
function parseJson(text: string, warnings: string[]): Json | undefined {
  const plain = text.replace(/^\uFEFF/, '')
  try {
    const value: unknown = JSON.parse(plain)
    return isObject(value) ? value : undefined
  } catch {
    for (const end of lastItemEnds(plain)) {
      try {
        const value: unknown = JSON.parse(`${plain.slice(0, end + 1)}]}`)
        if (!isObject(value)) return undefined
        warnings.push('The document ends in the middle')
        return value
      } catch {}
    }
    return undefined
  }
}

/** Places of the last few "}" a cut-off list of items may be closed after. */
function lastItemEnds(text: string): number[] {
  const ends: number[] = []
  for (let at = text.length; ends.length < 8; ) {
    at = text.lastIndexOf('}', at - 1)
    if (at <= 0) break
    ends.push(at)
  }
  return ends
}

/** Objects, lists and members a feed may have in all; JSON.parse makes something of each. */
const valuesRead = 1_000_000

/** The deepest nesting of braces and brackets, and where there come to be too many values. */
function measure(text: string): { depth: number; end: number } {
  let open = 0
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === 34) {
      at = stringEnd(text, at + 1)
      if (at < 0) break
      continue
    }
    if (c === 123 || c === 91) {
      if (++open > depth) depth = open
      values++
    } else if (c === 125 || c === 93) open--
    else if (c === 44) values++
    if (depth > feedCaps.depth || values > valuesRead) return { depth, end: at }
  }
  return { depth, end: text.length }
}

function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === 92) slashes++
    if (slashes % 2 === 0) return at
  }
  return -1
}

function attachment(one: Json, base: string): Enclosure[] {
  const url = address(one.url, base)
  if (url === undefined) return []
  return [
    {
      url,
      ...present({
        type: string(one.mime_type),
        bytes: number(one.size_in_bytes),
        seconds: number(one.duration_in_seconds),
      }),
    },
  ]
}

function peopleOf(value: Json, base: string): Person[] {
  const list = Array.isArray(value.authors)
    ? arrayOf(value.authors)
    : isObject(value.author)
      ? [value.author]
      : []
  return list.flatMap((author) => {
    const name = oneLine(string(author.name))
    const url = address(author.url, base)
    return name === undefined && url === undefined ? [] : [present({ name, url }) as Person]
  })
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const arrayOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const string = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, feedCaps.text) : undefined
const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined
const oneLine = (value: string | undefined): string | undefined => value?.replace(/\s+/g, ' ').trim()
const instant = (value: unknown): string | undefined => parseInstant(string(value) ?? '')
const address = (value: unknown, base: string): string | undefined => webAddress(string(value), base)
const resolved = (html: string | undefined, base: string): string | undefined =>
  html === undefined ? undefined : resolveHtml(html, base)
