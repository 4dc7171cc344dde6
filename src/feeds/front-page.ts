/** A section or front page as a source: its links to articles, found by what they look like, with their place. */

import type { Feed, Item } from '../model/feed.ts'
import { dayInPath, siteOf, withoutTracking } from '../words/urls.ts'
import { wordsOfAddress } from './addresses.ts'
import type { FeedFailure } from './failure.ts'
import { type PageLink, readLinks } from './page-links.ts'

const itemsKept = 300

/**
 * Lists the articles a page links to, in the page's order, with `place`: position from 0 and prominence from 0 to
 * 1, the lead 1. `html` is read whole up to a cap; `from.url` is where it came from, after redirects.
 */
export function readFrontPage(html: string, from: { readonly url: string }): Feed | FeedFailure {
  const page = readLinks(html, from.url)
  const shapes = shapesOf(page.links, from.url)
  const byUrl = byArticle(page.links)
  const articles: { links: readonly PageLink[]; weight: number }[] = []
  for (const links of byUrl.values()) {
    const score = Math.max(...links.map((link) => articleScore(link, from.url, shapes)))
    if (score >= 1) articles.push({ links, weight: Math.max(...links.map(weightOf)) })
  }
  if (articles.length === 0) return { failed: 'No links to articles were found on this page' }
  const heaviest = Math.max(...articles.map(({ weight }) => weight))
  const items: Item[] = articles
    .slice(0, itemsKept)
    .map(({ links, weight }, position) => itemOf(links, position, weight / heaviest))
  return {
    format: 'page',
    title: page.title || new URL(from.url).hostname,
    home: from.url,
    skipHours: [],
    skipDays: [],
    items,
    warnings: [],
    ...(page.language ? { language: page.language } : {}),
  }
}

/**
 * Links by the article they lead to. A query added to an address that also stands there bare only tells the
 * outlet which of its links was clicked.
 */
function byArticle(links: readonly PageLink[]): ReadonlyMap<string, readonly PageLink[]> {
  const plain = links.map((link) => ({ ...link, url: withoutTracking(link.url) }))
  const bare = new Set(plain.map(({ url }) => url).filter((url) => !url.includes('?')))
  return Map.groupBy(
    plain.map((link) => {
      const path = link.url.split('?', 1)[0]!
      return bare.has(path) ? { ...link, url: path } : link
    }),
    (link) => link.url,
  )
}

function itemOf(links: readonly PageLink[], position: number, prominence: number): Item {
  const named = [...links].sort((a, b) => titleRank(b) - titleRank(a))
  const best = named[0]!
  const image = links.find((link) => link.image !== undefined)?.image
  const published = links.find((link) => link.time !== undefined)?.time
  return {
    guid: best.url,
    url: best.url,
    title: best.heading || best.text || wordsOfAddress(best.url),
    authors: [],
    categories: [],
    enclosures: [],
    place: { position, prominence: Math.round(prominence * 1000) / 1000 },
    ...(image === undefined ? {} : { image }),
    ...(published === undefined ? {} : { published }),
  }
}

/** Of several links to one article, the one in a heading has its title; "Read more" never does. */
const titleRank = (link: PageLink): number =>
  (link.heading ? 1_000 : 0) + (lengthOf(link.text) > 150 ? 20 : lengthOf(link.text))

/** Scripts without blanks say as much in half the characters. */
const lengthOf = (text: string): number =>
  text.length + (text.match(/[\u3040-\u9fff\uac00-\ud7af]/g)?.length ?? 0) * 1.5

/** How large an editor made it: heading, picture, room of its own, and nearness to the top. */
function weightOf(link: PageLink): number {
  const heading = link.headingLevel === undefined ? 0 : 3.5 - Math.min(link.headingLevel, 5) * 0.5
  const picture = link.image === undefined ? 0 : 0.8
  const lead = link.lead ? 1.2 : 0
  const height = 2.5 / (1 + link.order / 12)
  const aside = link.aside ? -1 : 0
  return Math.max(0.05, 0.5 + heading + picture + lead + height + aside)
}

/**
 * How much a link looks like one to an article: 1 and above is one. What counts: an address like those of
 * articles, a text as long as a title, a heading, and standing among others built the same way.
 */
function articleScore(link: PageLink, page: string, shapes: ReadonlyMap<string, number>): number {
  const url = new URL(link.url)
  if (link.url === page || url.pathname === '/' || !sameSite(url.hostname, new URL(page).hostname)) return 0
  if (notArticles.test(url.pathname)) return 0
  const address = addressScore(url)
  const length = lengthOf(link.heading || link.text)
  const title = length < 12 ? -0.4 : length < 25 ? 0.1 : length <= 220 ? 0.5 : 0.2
  const place = link.furniture ? -0.7 : 0
  const heading = link.headingLevel !== undefined ? 0.3 : 0
  const many = (shapes.get(link.shape) ?? 0) >= 3 ? 0.2 : 0
  return address + title + place + heading + many
}

const notArticles =
  /^\/(?:authors?|bios?|people|profiles?|staff|contributors?)\/|\/(?:tags?|topics?|category|categories|kategorie|rubrik|section|authors?|autor|profile|by|search|suche|login|signin|sign-in|register|account|subscribe|subscription|abo|newsletters?|about|contact|kontakt|impressum|privacy|terms|cookies?|help|faq|advertise|jobs|careers|shop|store|cart|podcasts?|rss|feeds?|wp-admin|cdn-cgi|page)(?:\/[^/]*)?\/?$|\.(?:pdf|jpe?g|png|gif|mp[34]|zip|xml|rss|css|js)$/i

/** Articles have long names, numbers or dates in their address; sections have short ones. */
function addressScore(url: URL): number {
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const last = parts.at(-1) ?? ''
  const longest = parts.reduce((a, b) => Math.max(a, b.split(/[-_]|%20/).length), 0)
  let score = 0
  if (longest >= 4) score += 0.6
  else if (longest === 3) score += 0.35
  if (dayInPath(url.href) !== undefined || /\/(?:19|20)\d\d\/(?:\d{1,2}|[a-z]{3})\//i.test(url.pathname))
    score += 0.4
  if (
    /(?:^|[-_/.,a-z])\d{5,}(?:$|[-_/.,])|[\da-f]{12,}$/i.test(last) ||
    /(?:^|[?&])(?:id|p|nid|artid|article|story|aid)=\d{3,}/i.test(url.search)
  )
    score += 0.4
  if (/\.(?:s?html?|php|aspx?|ece|cms|amp)$/.test(last) && longest >= 2) score += 0.2
  if (
    /(?:^|\/)(?:articles?|stor(?:y|ies)|news|artikel|noticias?|posts?|articulos?|blog|p)\/./i.test(
      url.pathname,
    )
  )
    score += 0.2
  if (/%[\da-f]{2}.*%[\da-f]{2}/i.test(last) && last.length > 40) score += 0.5
  if (parts.length <= 1 && longest < 3 && !/\d{4,}/.test(last)) score -= 0.3
  return score
}

/** How many links share each shape and look like articles by address. */
function shapesOf(links: readonly PageLink[], page: string): ReadonlyMap<string, number> {
  const shapes = new Map<string, number>()
  const host = new URL(page).hostname
  for (const link of links) {
    const url = new URL(link.url)
    if (sameSite(url.hostname, host) && addressScore(url) >= 0.35)
      shapes.set(link.shape, (shapes.get(link.shape) ?? 0) + 1)
  }
  return shapes
}

const sameSite = (a: string, b: string): boolean => siteOf(a) === siteOf(b)
