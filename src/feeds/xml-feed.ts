/** Every XML format of feed to a Feed: what is said once for the whole of it. */

import type { Feed, FeedFormat, Item, Person } from '../model/feed.ts'
import { webAddress } from './addresses.ts'
import { cutElements, type Element, feedCaps } from './elements.ts'
import { type Around, readEntry } from './entry.ts'
import type { FeedFailure } from './failure.ts'
import {
  addressIn,
  all,
  attr,
  categories,
  first,
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
import type { Origin } from './origin.ts'
import { readSitemap } from './sitemap.ts'

const formats: Readonly<Record<string, FeedFormat>> = {
  rss: 'rss',
  'rdf:rdf': 'rdf',
  rdf: 'rdf',
  feed: 'atom',
  'atom:feed': 'atom',
  entry: 'atom',
  channel: 'cdf',
}

const otherRoots: Readonly<Record<string, string>> = {
  html: 'This is a web page, not a feed',
  'xhtml:html': 'This is a web page, not a feed',
  opml: 'This is a list of feeds (OPML), not a feed; it can be imported as a list',
  svg: 'This is a picture, not a feed',
  opensearchdescription: 'This describes a search engine; it is not a feed',
}

const named = {
  title: ['title', 'atom:title', 'dc:title', 'itunes:title'],
  description: [
    'description',
    'subtitle',
    'tagline',
    'dc:description',
    'itunes:summary',
    'abstract',
    'itunes:subtitle',
    'info',
  ],
  authors: [
    'author',
    'atom:author',
    'dc:creator',
    'dc:author',
    'managingeditor',
    'itunes:author',
    'itunes:owner',
  ],
  rights: ['rights', 'copyright', 'dc:rights', 'dcterms:rights'],
  published: ['published', 'pubdate', 'dcterms:issued', 'created', 'dcterms:created'],
  updated: ['updated', 'modified', 'dcterms:modified', 'lastbuilddate', 'dc:date', 'pubdate'],
  picture: ['logo', 'itunes:image', 'icon', 'media:thumbnail', 'atom:logo', 'atom:icon'],
} as const

export function readXmlFeed(xml: string, origin: Origin): Feed | FeedFailure {
  if (!xml.includes('<')) return { failed: 'This is plain text, not a feed' }
  const start = xml.slice(0, 4_000)
  if (/^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i.test(start))
    return { failed: otherRoots.html! }
  if (/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/.test(start)) return readSitemap(xml, origin.base)

  const items: Item[] = []
  let around: Around | undefined
  let parentSeen: Element | undefined
  const cut = cutElements(xml, origin.base, feedCaps, (entry, parent) => {
    if (around === undefined || parent !== parentSeen) {
      // RDF's entries stand beside the channel that was read before them.
      around = aroundOf(parent.name === 'rdf:rdf' ? (first(parent, ['channel']) ?? parent) : parent, origin)
      parentSeen = parent
    }
    items.push(readEntry(entry, around))
  })
  if (cut === undefined) return { failed: 'This is plain text, not a feed' }
  const format = formats[cut.root] ?? (items.length > 0 ? 'rss' : undefined)
  if (format === undefined || (format === 'cdf' && items.length === 0 && !isChannel(cut.rootElement)))
    return { failed: otherRoots[cut.root] ?? `This is XML (<${cut.root.slice(0, 40)}>), but not a feed` }
  const channel = first(cut.rootElement, ['channel']) ?? cut.rootElement
  return { ...readChannel(channel, cut.rootElement, origin, format), items, warnings: cut.warnings }
}

const isChannel = (root: Element): boolean =>
  first(root, ['title', 'abstract', 'link', 'description']) !== undefined ||
  attr(root, 'href') !== undefined ||
  attr(root, 'lastmod') !== undefined

function aroundOf(parent: Element, origin: Origin): Around {
  const typed = parent.name === 'feed' || parent.name === 'entry' || parent.name === 'atom:feed'
  return {
    typed,
    base: typed ? origin.base : baseOfChannel(parent, origin.base),
    language: languageOf(parent) ?? origin.language,
    authors: typed ? authorsOf(parent, origin.base) : [],
  }
}

/** RSS served from another host than its site's, as by FeedBurner, means addresses of the site. */
function baseOfChannel(channel: Element, document: string): string {
  const home = pageLink(links(channel, document))
  return home !== undefined && URL.parse(home)?.host !== URL.parse(document)?.host ? home : document
}

const languageOf = (element: Element): string | undefined =>
  (text(element, ['language', 'dc:language']) ?? element.language) || undefined

function authorsOf(element: Element, base: string): readonly Person[] {
  for (const name of named.authors) {
    const found = people(element, [name], base)
    if (found.length > 0) return found
  }
  return []
}

function readChannel(
  channel: Element,
  root: Element,
  { base, language }: Origin,
  format: FeedFormat,
): Omit<Feed, 'items' | 'warnings'> {
  const typed = format === 'atom'
  // RDF puts the image beside the channel; broken RSS puts anything there.
  const beside = root === channel ? [] : root.children.filter((child) => child !== channel)
  const both: Element = { ...channel, children: [...channel.children, ...beside], index: undefined }
  const found = links(both, base)
  const about = first(both, named.description)
  return {
    format,
    title: words(first(both, named.title), typed) ?? '',
    skipHours: all(first(channel, ['skiphours']), ['hour'])
      .map((hour) => wholeNumber(hour.text) ?? Number.NaN)
      .filter((hour) => hour <= 24)
      .map((hour) => hour % 24),
    skipDays: all(first(channel, ['skipdays']), ['day'])
      .map((day) => day.text.trim())
      .filter((day) => /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(day)),
    ...present({
      home: pageLink(found) ?? webAddress(attr(channel, 'href'), channel.base ?? base),
      self: linkOf(found, 'self'),
      description: words(about, typed && about?.name !== 'description'),
      language: languageOf(channel) ?? languageOf(root) ?? language,
      image: imageOf(both, found, base),
      authors: orNothing(authorsOf(both, base)),
      categories: orNothing(categories(both)),
      rights: words(first(both, named.rights), typed),
      published: instant(both, named.published),
      updated: instant(both, named.updated) ?? instantIn(attr(channel, 'lastmod')),
      hub: linkOf(found, 'hub'),
      movedTo: addressIn(first(both, ['itunes:new-feed-url']), base) ?? movedTo(root, base),
      next: linkOf(found, 'next'),
      ttl: ttlOf(channel),
    }),
  }
}

const linkOf = (found: readonly Link[], wanted: string): string | undefined =>
  found.find(({ rel }) => rel === wanted)?.url

function movedTo(root: Element, base: string): string | undefined {
  const redirect = root.name === 'redirect' ? root : first(root, ['redirect'])
  return addressIn(all(redirect, ['newlocation'])[0], base)
}

function imageOf(channel: Element, found: readonly Link[], base: string): string | undefined {
  const images = all(channel, ['image'])
  for (const image of images) {
    const url = addressIn(all(image, ['url'])[0], base)
    if (url !== undefined) return url
  }
  const picture = named.picture
    .flatMap((name) => all(channel, [name]))
    .map((element) => addressIn(element, base))
  const bare = images
    .filter(({ children }) => children.length === 0)
    .map((element) => addressIn(element, base))
  return [...picture, linkOf(found, 'image'), ...bare].find((url) => url !== undefined)
}

const periods: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}

/** RSS's ttl, or the RSS 1.0 syndication module's period divided by its frequency; minutes. */
function ttlOf(channel: Element): number | undefined {
  const ttl = wholeNumber(text(channel, ['ttl']))
  if (ttl !== undefined && ttl > 0) return ttl
  const period = periods[text(channel, ['sy:updateperiod'])?.toLowerCase() ?? '']
  if (period === undefined) return undefined
  return Math.max(1, Math.round(period / (wholeNumber(text(channel, ['sy:updatefrequency'])) || 1)))
}
