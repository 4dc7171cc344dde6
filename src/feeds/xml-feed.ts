/** Every XML format of feed to a Feed: what is said once for the whole of it. */

import type { Feed, FeedFormat, Item } from '../model/feed.ts'
import { baseOf, webAddress } from './addresses.ts'
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
  type Link,
  links,
  pageLink,
  people,
  present,
  text,
  wholeNumber,
  words,
} from './fields.ts'
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

export function readXmlFeed(xml: string, url: string): Feed | FeedFailure {
  if (!xml.includes('<')) return { failed: 'This is plain text, not a feed' }
  if (/^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i.test(xml.slice(0, 4_000)))
    return { failed: otherRoots.html! }
  if (/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/.test(xml.slice(0, 4_000))) return readSitemap(xml, url)

  const items: Item[] = []
  let around: Around | undefined
  let channelSeen: Element | undefined
  const cut = cutElements(xml, feedCaps, (entry, parent) => {
    if (parent !== channelSeen || around === undefined) {
      channelSeen = parent
      around = aroundOf(parent, url, around)
    }
    items.push(readEntry(entry, around))
  })
  if (cut === undefined) return { failed: 'This is plain text, not a feed' }
  const format = formats[cut.root] ?? (items.length > 0 ? 'rss' : undefined)
  if (
    format === undefined ||
    (cut.root === 'channel' && items.length === 0 && first(cut.rootElement, 'title') === undefined)
  )
    return { failed: otherRoots[cut.root] ?? `This is XML (<${cut.root.slice(0, 40)}>), but not a feed` }
  const root = cut.rootElement
  const channel = first(root, 'channel') ?? root
  return { ...readChannel(channel, root, url, format), items, warnings: cut.warnings }
}

/** Atom's untyped texts are plain; those of RSS are HTML by custom. */
function aroundOf(parent: Element, url: string, last: Around | undefined): Around {
  const typed = parent.name === 'feed' || parent.name === 'entry' || parent.name === 'atom:feed'
  return {
    typed,
    base: typed ? url : (last?.base ?? url),
    language: language(parent) ?? last?.language,
  }
}

const language = (element: Element): string | undefined =>
  text(element, 'language', 'dc:language') ?? element.language

function readChannel(
  channel: Element,
  root: Element,
  url: string,
  format: FeedFormat,
): Omit<Feed, 'items' | 'warnings'> {
  const typed = format === 'atom'
  // RDF puts the image beside the channel; broken RSS puts anything there.
  const both: Element =
    root === channel
      ? channel
      : { ...channel, children: [...channel.children, ...root.children.filter((c) => c !== channel)] }
  const found = links(both, url)
  const home = pageLink(found) ?? webAddress(attr(channel, 'href'), baseOf(url, channel.bases))
  const authors = people(
    both,
    ['author', 'atom:author', 'dc:creator', 'dc:author', 'managingeditor', 'itunes:author', 'itunes:owner'],
    url,
  )
  const titles = first(both, 'title', 'atom:title', 'dc:title', 'itunes:title')
  const about = first(
    both,
    'description',
    'subtitle',
    'tagline',
    'dc:description',
    'itunes:summary',
    'abstract',
    'itunes:subtitle',
    'info',
  )
  const kinds = categories(both)
  return {
    format,
    title: words(titles, typed) ?? '',
    skipHours: all(channel, 'skiphours')
      .flatMap((list) => all(list, 'hour').map((hour) => wholeNumber(hour.text)))
      .filter((hour) => hour !== undefined && hour <= 24)
      .map((hour) => hour! % 24),
    skipDays: all(channel, 'skipdays')
      .flatMap((list) => all(list, 'day').map((day) => day.text.trim()))
      .filter((day) => /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(day)),
    ...present({
      home,
      self: rel(found, 'self'),
      description: words(about, typed && about?.name !== 'description'),
      language: language(channel) ?? language(root),
      image: imageOf(both, url),
      authors: authors.length > 0 ? authors : undefined,
      categories: kinds.length > 0 ? kinds : undefined,
      rights: words(first(both, 'rights', 'copyright', 'dc:rights', 'dcterms:rights'), typed),
      published: instant(both, 'published', 'pubdate', 'dcterms:issued', 'created', 'dcterms:created'),
      updated: instant(
        both,
        'updated',
        'modified',
        'dcterms:modified',
        'lastbuilddate',
        'dc:date',
        'pubdate',
      ),
      hub: rel(found, 'hub'),
      movedTo: addressIn(first(both, 'itunes:new-feed-url'), url) ?? movedTo(root, url),
      next: rel(found, 'next'),
      ttl: ttlOf(channel),
    }),
  }
}

const rel = (found: readonly Link[], wanted: string): string | undefined =>
  found.find((link) => link.rel === wanted)?.url

function movedTo(root: Element, url: string): string | undefined {
  const redirect = first(root, 'redirect') ?? (root.name === 'redirect' ? root : undefined)
  return redirect === undefined ? undefined : addressIn(all(redirect, 'newlocation')[0], url)
}

function imageOf(channel: Element, url: string): string | undefined {
  for (const image of all(channel, 'image')) {
    const found = addressIn(all(image, 'url')[0], url)
    if (found !== undefined) return found
  }
  return (
    addressIn(
      first(channel, 'logo', 'itunes:image', 'icon', 'media:thumbnail', 'atom:logo', 'atom:icon'),
      url,
    ) ??
    addressIn(
      all(channel, 'image').find((image) => image.children.length === 0),
      url,
    )
  )
}

const periods: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}

/** RSS's ttl, or the RSS 1.0 syndication module's period divided by its frequency. */
function ttlOf(channel: Element): number | undefined {
  const ttl = wholeNumber(text(channel, 'ttl'))
  if (ttl !== undefined && ttl > 0) return ttl
  const period = periods[text(channel, 'sy:updateperiod')?.toLowerCase() ?? '']
  if (period === undefined) return undefined
  return Math.max(1, Math.round(period / (wholeNumber(text(channel, 'sy:updatefrequency')) || 1)))
}
