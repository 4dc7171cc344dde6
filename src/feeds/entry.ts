/** One entry of any XML feed to an Item: every format's names for a field, in the order they are trusted. */

import { hash } from 'node:crypto'
import type { Item, Person } from '../model/feed.ts'
import { htmlToText } from '../words/html-text.ts'
import { webAddress, wordsOfAddress } from './addresses.ts'
import type { Element } from './elements.ts'
import {
  addressIn,
  all,
  attr,
  categories,
  first,
  html,
  instant,
  instantIn,
  type Link,
  links,
  orNothing,
  pageLink,
  people,
  present,
  text,
  wholeNumber,
  words,
} from './fields.ts'
import { placeOf } from './georss.ts'
import { firstImage, mediaOf, secondsOf } from './media.ts'
import { shownName } from './people.ts'

/** What a feed says for all its entries. */
export type Around = {
  /** What relative addresses are resolved against where no xml:base says otherwise. */
  readonly base: string
  readonly language: string | undefined
  /** Whether untyped texts are plain (Atom) or HTML (all others). */
  readonly typed: boolean
  /** Atom's entries without authors have the feed's (RFC 4287, section 4.2.1). */
  readonly authors: readonly Person[]
}

const named = {
  id: ['guid', 'id', 'atom:id', 'dc:identifier'],
  title: ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'],
  content: ['content:encoded', 'content', 'atom:content', 'xhtml:body', 'body', 'fullitem'],
  summary: [
    'description',
    'summary',
    'atom:summary',
    'dc:description',
    'dcterms:abstract',
    'abstract',
    'itunes:summary',
    'media:description',
  ],
  authors: [
    'author',
    'atom:author',
    'dc:creator',
    'dc:author',
    'media:credit',
    'managingeditor',
    'itunes:author',
  ],
  contributors: ['contributor', 'atom:contributor', 'dc:contributor', 'podcast:person'],
  published: [
    'published',
    'issued',
    'dcterms:issued',
    'pubdate',
    'atom:published',
    'dcterms:created',
    'created',
    'dcterms:available',
    'dc:date',
    'date',
  ],
  updated: ['updated', 'modified', 'dcterms:modified', 'atom:updated', 'lastbuilddate', 'dc:date'],
  origin: ['source', 'atom:source', 'dc:source'],
  rights: ['rights', 'copyright', 'dc:rights', 'dcterms:rights', 'media:copyright'],
} as const

/** Untyped, these are plain in Atom; the same names in RSS, and all other names, hold HTML. */
const typedNames = new Set(['title', 'summary', 'content', 'rights'])

export function readEntry(entry: Element, around: Around): Item {
  const { base } = around
  const found = links(entry, base)
  const id = idOf(entry)
  const contentElement = first(entry, named.content) ?? secondText(entry)
  const url = urlOf(entry, found, contentElement, base)
  const written = (element: Element | undefined): string | undefined =>
    html(element, around.typed && typedNames.has(element?.name ?? ''), base)
  const content = written(contentElement)
  const summary = written(summaryOf(entry))
  const titleElement = first(entry, named.title) ?? inGroup(entry, 'media:title')
  const title =
    words(titleElement, around.typed && titleElement?.name === 'title') ??
    (titleFrom(content ?? summary) || (url === undefined ? '' : wordsOfAddress(url)))
  const own = firstPeople(entry, base)
  const authors = own.length > 0 ? own : around.authors
  const media = mediaOf(entry, found, base)
  const { origin, rights } = { origin: first(entry, named.origin), rights: first(entry, named.rights) }
  return {
    guid:
      id ||
      url ||
      media.enclosures[0]?.url ||
      hash('sha256', `${title}\n${content ?? summary ?? ''}`).slice(0, 32),
    title,
    authors: authors.map(shownName),
    categories: categories(entry),
    enclosures: media.enclosures,
    ...present({
      url,
      summary,
      content,
      people: orNothing(authors),
      contributors: orNothing(people(entry, named.contributors, base)),
      published: instant(entry, named.published),
      updated: instant(entry, named.updated) ?? instantIn(attr(entry, 'lastmod')),
      image: media.image ?? firstImage(content ?? summary),
      language: languageOf(entry, contentElement ?? titleElement, around),
      commentsUrl: addressIn(first(entry, ['comments']), base) ?? repliesOf(found, false)?.url,
      commentsFeed: addressIn(first(entry, ['wfw:commentrss']), base) ?? repliesOf(found, true)?.url,
      replies: wholeNumber(
        text(entry, ['slash:comments', 'thr:total']) ?? attr(repliesOf(found)?.element, 'thr:count'),
      ),
      inReplyTo: replyOf(first(entry, ['thr:in-reply-to']), base),
      origin: origin === undefined ? undefined : originOf(origin, base),
      rights: words(rights, around.typed && rights?.name === 'rights') ?? licenceOf(entry, found, base),
      seconds: secondsOf(text(entry, ['itunes:duration'])),
      location: placeOf(entry),
      chapters: chaptersOf(entry),
      transcript: webAddress(attr(first(entry, ['podcast:transcript']), 'url'), base),
    }),
  }
}

/** RSS has no "summary": where one stands beside a description, it is the other of two texts. */
const secondText = (entry: Element): Element | undefined =>
  first(entry, ['description']) === undefined ? undefined : first(entry, ['summary'])

const licenceOf = (entry: Element, found: readonly Link[], base: string): string | undefined =>
  found.find(({ rel }) => rel === 'license')?.url ??
  addressIn(first(entry, ['creativecommons:license', 'cc:license']), base)

const idOf = (entry: Element): string | undefined =>
  first(entry, named.id)?.text.trim() || attr(entry, 'rdf:about')?.trim()

/** FeedBurner's note of the true address first, then links, then a guid that is one, then what the entry is about. */
function urlOf(
  entry: Element,
  found: readonly Link[],
  content: Element | undefined,
  base: string,
): string | undefined {
  const near = entry.base ?? base
  return (
    addressIn(first(entry, ['feedburner:origlink']), base) ??
    pageLink(found) ??
    permalink(first(entry, ['guid']), base) ??
    webAddress(attr(entry, 'rdf:about') ?? attr(entry, 'href'), near) ??
    webAddress(attr(content, 'src'), near)
  )
}

/** RSS 2.0: a guid is an address unless it says not; many are neither. */
function permalink(guid: Element | undefined, base: string): string | undefined {
  const says = attr(guid, 'ispermalink')?.toLowerCase()
  const value = guid?.text.trim() ?? ''
  if (says === 'false' || (says !== 'true' && !/^https?:\/\//i.test(value)) || /\s/.test(value))
    return undefined
  return addressIn(guid, base)
}

const inGroup = (entry: Element, name: string): Element | undefined =>
  all(entry, ['media:group']).flatMap((group) => all(group, [name]))[0]

const summaryOf = (entry: Element): Element | undefined =>
  first(entry, named.summary) ?? inGroup(entry, 'media:description') ?? first(entry, ['itunes:subtitle'])

/** The first kind of author an entry names: bylines come once in each of several vocabularies. */
function firstPeople(entry: Element, base: string): readonly Person[] {
  for (const name of named.authors) {
    const found = people(entry, [name], base)
    if (found.length > 0) return found
  }
  return []
}

/** An empty xml:lang says that nothing is known, whatever stands around it. */
function languageOf(entry: Element, inner: Element | undefined, around: Around): string | undefined {
  const stated =
    text(entry, ['dc:language', 'language']) ?? inner?.language ?? entry.language ?? around.language
  return stated || undefined
}

const repliesOf = (found: readonly Link[], feed?: boolean): Link | undefined =>
  found.find(
    ({ rel, type }) =>
      rel === 'replies' && (feed === undefined || feed === (type === 'application/atom+xml')),
  )

function replyOf(reply: Element | undefined, base: string): { id?: string; url?: string } | undefined {
  if (reply === undefined) return undefined
  return present({ id: attr(reply, 'ref'), url: webAddress(attr(reply, 'href'), reply.base ?? base) })
}

function originOf(source: Element, base: string): { title?: string; url?: string } | undefined {
  const own = source.children.length === 0 ? source.text.trim() || undefined : undefined
  const title = words(first(source, ['title', 'atom:title']), true) ?? own
  const url =
    pageLink(links(source, base)) ??
    webAddress(attr(source, 'url'), source.base ?? base) ??
    webAddress(text(source, ['id']), undefined)
  return title === undefined && url === undefined ? undefined : present({ title, url })
}

function chaptersOf(entry: Element): { start: number; title: string }[] | undefined {
  const list = first(entry, ['psc:chapters'])
  const found = (list === undefined ? [] : all(list, ['psc:chapter'])).flatMap((chapter) => {
    const start = secondsOf(attr(chapter, 'start'))
    return start === undefined ? [] : [{ start, title: attr(chapter, 'title')?.trim() ?? '' }]
  })
  return found.length > 0 ? found : undefined
}

const titleLength = 100

/** Short posts have no title: their first line stands in, cut at a word. */
export function titleFrom(content: string | undefined): string {
  if (content === undefined) return ''
  const line = htmlToText(content.slice(0, 4_000)).split('\n', 1)[0]!
  if (line.length <= titleLength) return line
  const cut = line.slice(0, titleLength)
  const blank = cut.lastIndexOf(' ')
  return `${blank > titleLength / 2 ? cut.slice(0, blank) : cut}…`
}
