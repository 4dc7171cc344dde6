/** News sitemaps and sitemap indexes: the list of articles an outlet keeps where it has no feed. */

import type { Feed, Item } from '../model/feed.ts'
import { wordsOfAddress } from './addresses.ts'
import { cutElements, type Element, feedCaps } from './elements.ts'
import type { FeedFailure } from './failure.ts'
import { addressIn, all, categories, first, instant, present, text } from './fields.ts'

/** What the protocol allows in one file (sitemaps.org). */
const entriesRead = 50_000
/** A sitemap of everything an outlet ever wrote is cut to what changed last. */
const itemsKept = 1_000

/**
 * Reads a sitemap. A news sitemap's entries carry titles and dates; a plain one's get their title from the words
 * of the address. An index has no items but `parts`: the sitemaps to read next, newest first.
 */
export function readSitemap(xml: string, url: string): Feed | FeedFailure {
  const items: Item[] = []
  const parts: { url: string; updated?: string }[] = []
  const outlets = new Map<string, number>()
  const languages = new Map<string, number>()
  const cut = cutElements(xml, url, { ...feedCaps, entries: entriesRead, names: sitemapEntries }, (entry) => {
    const address = addressIn(first(entry, ['loc']), url)
    if (address === undefined) return
    if (entry.name === 'sitemap') {
      parts.push({ url: address, ...present({ updated: instant(entry, ['lastmod']) }) })
      return
    }
    const item = itemOf(entry, address)
    items.push(item)
    const publication = first(newsOf(entry), ['news:publication'])
    const outlet = publication === undefined ? undefined : text(publication, ['news:name'])
    if (outlet !== undefined) outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1)
    if (item.language !== undefined) languages.set(item.language, (languages.get(item.language) ?? 0) + 1)
  })
  if (cut === undefined) return { failed: 'This sitemap cannot be read' }
  const when = (item: Item): string => item.published ?? item.updated ?? ''
  const newest =
    items.length <= itemsKept
      ? items
      : [...items].sort((a, b) => when(b).localeCompare(when(a))).slice(0, itemsKept)
  const left = items.length - newest.length
  return {
    format: 'sitemap',
    title: commonest(outlets) ?? URL.parse(url)?.hostname ?? url,
    skipHours: [],
    skipDays: [],
    items: newest,
    warnings: left > 0 ? [...cut.warnings, `${left} older pages were left out`] : cut.warnings,
    ...present({
      home: URL.parse('/', url)?.href,
      language: commonest(languages),
      parts:
        parts.length > 0 ? parts.sort((a, b) => (b.updated ?? '').localeCompare(a.updated ?? '')) : undefined,
    }),
  }
}

const sitemapEntries: ReadonlySet<string> = new Set(['url', 'sitemap'])

const newsOf = (entry: Element): Element => first(entry, ['news:news']) ?? entry

function itemOf(entry: Element, url: string): Item {
  const news = newsOf(entry)
  const publication = first(news, ['news:publication'])
  const image = first(entry, ['image:image'])
  return {
    guid: url,
    url,
    title: text(news, ['news:title']) ?? wordsOfAddress(url),
    authors: [],
    categories: categories(news),
    enclosures: [],
    ...present({
      published: instant(news, ['news:publication_date']),
      updated: instant(entry, ['lastmod']),
      language: publication === undefined ? undefined : text(publication, ['news:language']),
      image: image === undefined ? undefined : addressIn(all(image, ['image:loc'])[0], url),
    }),
  }
}

function commonest(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value
  return best
}
