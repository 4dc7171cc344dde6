/** One entry of any XML feed to an Item: every format's names for a field, in the order they are trusted. */

import { hash } from 'node:crypto'
import type { Item } from '../model/feed.ts'
import { htmlToText } from '../words/html-text.ts'
import { baseOf, webAddress } from './addresses.ts'
import type { Element } from './elements.ts'
import {
  addressIn,
  all,
  attr,
  categories,
  first,
  html,
  instant,
  links,
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

export type Around = {
  /** What relative addresses are resolved against: the document, or the page it is the feed of. */
  readonly base: string | undefined
  readonly language: string | undefined
  /** Whether untyped texts are plain (Atom 1.0 and 0.3) or HTML (all others). */
  readonly typed: boolean
}

const authorNames = [
  'author',
  'atom:author',
  'dc:creator',
  'dc:author',
  'media:credit',
  'managingeditor',
  'itunes:author',
]

export function readEntry(entry: Element, around: Around): Item {
  const base = around.base
  const found = links(entry, baseOf(base, entry.bases) === undefined ? undefined : base)
  const guidElement = first(entry, 'guid', 'id', 'atom:id', 'dc:identifier')
  const guidText = guidElement?.text.trim() || attr(entry, 'rdf:about')?.trim()
  const permalink =
    guidElement?.name === 'guid' &&
    attr(guidElement, 'ispermalink')?.toLowerCase() !== 'false' &&
    looksAbsolute(guidText, guidElement)
      ? addressIn(guidElement, base)
      : undefined
  const about = webAddress(attr(entry, 'rdf:about') ?? attr(entry, 'href'), baseOf(base, entry.bases))
  const url = addressIn(first(entry, 'feedburner:origlink'), base) ?? pageLink(found) ?? permalink ?? about

  const contentElement = contentOf(entry)
  const content = html(contentElement, contentElement?.name === 'content' ? around.typed : false, base)
  const summaryElement =
    first(
      entry,
      'description',
      'summary',
      'atom:summary',
      'dc:description',
      'dcterms:abstract',
      'abstract',
      'itunes:summary',
      'media:description',
    ) ??
    all(entry, 'media:group').flatMap((group) => all(group, 'media:description'))[0] ??
    first(entry, 'itunes:subtitle')
  const summary = html(
    summaryElement,
    isAtomText(summaryElement) ? around.typed : isPlainName(summaryElement),
    base,
  )
  const titleElement = first(entry, 'title', 'atom:title', 'dc:title', 'media:title', 'itunes:title')
  const title =
    words(titleElement, around.typed && titleElement?.name === 'title') ?? titleFrom(content ?? summary)

  const authors = firstPeople(entry, base)
  const source = first(entry, 'source', 'atom:source', 'dc:source')
  const media = mediaOf(entry, found, base)
  const published = instant(
    entry,
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
  )
  const updated = instant(
    entry,
    'updated',
    'modified',
    'dcterms:modified',
    'atom:updated',
    'lastbuilddate',
    'dc:date',
  )
  const reply = first(entry, 'thr:in-reply-to')
  const geo = placeOf(entry)
  const transcript = webAddress(attrOf(first(entry, 'podcast:transcript'), 'url'), base)
  return {
    guid: guidText || url || hash('sha256', `${title}\n${content ?? summary ?? ''}`).slice(0, 32),
    title,
    ...present({
      url,
      summary: summary ?? undefined,
      content,
      people: authors.length > 0 ? authors : undefined,
      contributors: orNothing(
        people(entry, ['contributor', 'atom:contributor', 'dc:contributor', 'podcast:person'], base),
      ),
      published,
      updated,
      image: media.image ?? firstImage(content ?? summary),
      language:
        text(entry, 'dc:language', 'language') ??
        contentElement?.language ??
        titleElement?.language ??
        entry.language ??
        around.language,
      commentsUrl:
        addressIn(first(entry, 'comments'), base) ??
        found.find((link) => link.rel === 'replies' && link.type !== 'application/atom+xml')?.url,
      replies: wholeNumber(
        text(entry, 'slash:comments', 'thr:total') ??
          attrOf(found.find((l) => l.rel === 'replies')?.element, 'thr:count'),
      ),
      inReplyTo: reply === undefined ? undefined : (attr(reply, 'href') ?? attr(reply, 'ref')),
      origin: source === undefined ? undefined : originOf(source, base),
      rights: words(
        first(entry, 'rights', 'copyright', 'dc:rights', 'dcterms:rights', 'media:copyright'),
        around.typed,
      ),
      location: geo,
      chapters: chaptersOf(entry),
      transcript,
    }),
    authors: authors.map(shownName),
    categories: categories(entry),
    enclosures: media.enclosures,
  }
}

const orNothing = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined)
const attrOf = (element: Element | undefined, name: string): string | undefined =>
  element === undefined ? undefined : attr(element, name)
const isAtomText = (element: Element | undefined): boolean =>
  element?.name === 'summary' || element?.name === 'title'
/** Apple's tags and Media RSS hold plain text where their type does not say otherwise, but writers put HTML in them. */
const isPlainName = (_: Element | undefined): boolean => false

/** A guid that is a permanent link is an address; xml:base may make it one. */
const looksAbsolute = (guid: string | undefined, element: Element): boolean =>
  guid !== undefined &&
  (/^https?:\/\//i.test(guid) || (attr(element, 'ispermalink') === 'true' && !/[\s]/.test(guid)))

function contentOf(entry: Element): Element | undefined {
  return first(entry, 'content:encoded', 'content', 'atom:content', 'xhtml:body', 'body', 'fullitem')
}

/** The first kind of author an entry names: bylines come once in each of several vocabularies. */
function firstPeople(entry: Element, base: string | undefined): ReturnType<typeof people> {
  for (const name of authorNames) {
    const found = people(entry, [name], base)
    if (found.length > 0) return found
  }
  return []
}

function originOf(source: Element, base: string | undefined): { title?: string; url?: string } | undefined {
  const title =
    words(first(source, 'title', 'atom:title'), true) ??
    (source.children.length === 0 ? source.text.trim() : '')
  const url =
    pageLink(links(source, base)) ??
    webAddress(attr(source, 'url'), base) ??
    webAddress(text(source, 'id'), base)
  if (!title && url === undefined) return undefined
  return present({ title: title || undefined, url })
}

function chaptersOf(entry: Element): { start: number; title: string }[] | undefined {
  const found: { start: number; title: string }[] = []
  for (const chapter of all(entry, 'psc:chapters').flatMap((list) => all(list, 'psc:chapter'))) {
    const start = secondsOf(attr(chapter, 'start'))
    if (start !== undefined) found.push({ start, title: attr(chapter, 'title')?.trim() ?? '' })
  }
  return found.length > 0 ? found : undefined
}

const titleLength = 100

/** Short posts have no title: their first sentence stands in, cut at a word. */
export function titleFrom(content: string | undefined): string {
  if (content === undefined) return ''
  const line = htmlToText(content.slice(0, 4_000)).split('\n', 1)[0]!
  if (line.length <= titleLength) return line
  const cut = line.slice(0, titleLength)
  const blank = cut.lastIndexOf(' ')
  return `${blank > titleLength / 2 ? cut.slice(0, blank) : cut}…`
}
