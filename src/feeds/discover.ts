/** From the address of anything, and its page, to the feeds a reader may have meant. */

import { Parser } from 'htmlparser2'
import { webAddress } from './addresses.ts'

export type Found = {
  readonly url: string
  readonly title?: string
  readonly kind: 'feed' | 'sitemap'
  /** How it was found; a link in the head is a promise, a guess is not. */
  readonly by: 'link' | 'anchor' | 'robots' | 'guess'
}

export type Page = {
  /** Feeds the page names, surest first, each once. */
  readonly found: readonly Found[]
  readonly title: string
  readonly language?: string
  readonly icon?: string
  readonly canonical?: string
}

const feedTypes = new Set(
  (
    'application/rss+xml application/atom+xml application/rdf+xml application/feed+json application/x-rss+xml ' +
    'application/x-atom+xml text/rss+xml text/atom+xml text/rss application/rss application/atom'
  ).split(' '),
)
/** Types that other things have too: taken only where the address or title says feed. */
const vagueTypes = new Set(['application/xml', 'text/xml', 'application/json', 'application/activity+json'])
const feedWord = /(?:^|[/._?=&-])(?:rss\d?|feeds?|atom|rdf|index\.xml|feed\.json)(?=$|[/._?=&-])/i
const otherWord = /comment|\/oembed|wp-json\/(?!.*feed)|manifest|opensearch/i

const charactersRead = 4_000_000
const foundKept = 50

/** Reads a page for what it says of its feeds. `from.url` is where it came from, after redirects. */
export function discoverFeeds(html: string, from: { readonly url: string }): Page {
  const found = new Map<string, Found & { score: number }>()
  let base = from.url
  let title = ''
  let inTitle = false
  let language: string | undefined
  let icon: string | undefined
  let canonical: string | undefined
  let anchor: { url: string; words: string } | undefined
  let depth = 0

  const add = (url: string | undefined, score: number, one: Omit<Found, 'url'>): void => {
    if (url === undefined || found.size >= foundKept) return
    const known = found.get(url)
    if (known === undefined || known.score < score) found.set(url, { url, ...one, score })
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      // Deeper than any page is: a flood, whose links nobody sees.
      if (++depth > 2_000) {
        parser.pause()
        return
      }
      if (name === 'html') language = attributes.lang ?? attributes['xml:lang']
      else if (name === 'base') base = webAddress(attributes.href, from.url) ?? base
      else if (name === 'title') inTitle = title === ''
      else if (name === 'link') {
        const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/)
        const url = webAddress(attributes.href, base)
        if (rel.includes('icon') || rel.includes('apple-touch-icon')) icon ??= url
        if (rel.includes('canonical')) canonical ??= url
        if (rel.includes('alternate') || rel.includes('feed') || rel.includes('service.feed'))
          addLink(url, attributes, rel.includes('feed'), add)
        if (rel.includes('sitemap')) add(url, 30, { kind: 'sitemap', by: 'link' })
      } else if (name === 'a') {
        const url = webAddress(attributes.href, base)
        anchor =
          url === undefined
            ? undefined
            : { url, words: `${attributes.title ?? ''} ${attributes.class ?? ''} ` }
      } else if (name === 'img' && anchor !== undefined) anchor.words += attributes.alt ?? ''
    },
    ontext(text) {
      if (inTitle) title += text
      else if (anchor !== undefined && anchor.words.length < 200) anchor.words += text
    },
    onclosetag(name) {
      depth--
      if (name === 'title') inTitle = false
      if (name !== 'a' || anchor === undefined) return
      const { url, words } = anchor
      anchor = undefined
      const { pathname, search, host } = new URL(url)
      const named = /\b(?:rss|atom|feed|xml)\b/i.test(words)
      const shaped = feedWord.test(pathname + search) || /^(?:feeds?|rss)\./i.test(host)
      if (
        shaped &&
        !otherWord.test(url) &&
        !/^https?:\/\/(?:[\w-]+\.)?(?:feedly|inoreader|newsblur)\./.test(url)
      )
        add(url, named ? 20 : 10, { kind: 'feed', by: 'anchor' })
      else if (named && /\.(?:xml|rss|rdf|json)$/i.test(pathname))
        add(url, 15, { kind: 'feed', by: 'anchor' })
    },
  })
  parser.write(html.slice(0, charactersRead))
  parser.end()
  const list = [...found.values()].sort((a, b) => b.score - a.score).map(({ score: _, ...one }) => one)
  return {
    found: list,
    title: title.replace(/\s+/g, ' ').trim().slice(0, 500),
    ...(language ? { language } : {}),
    ...(icon === undefined ? {} : { icon }),
    ...(canonical === undefined ? {} : { canonical }),
  }
}

function addLink(
  url: string | undefined,
  attributes: Readonly<Record<string, string>>,
  says: boolean,
  add: (url: string | undefined, score: number, one: Omit<Found, 'url'>) => void,
): void {
  if (url === undefined) return
  const type = (attributes.type ?? '').toLowerCase().split(';')[0]!.trim()
  const title = attributes.title?.trim()
  const sure = feedTypes.has(type) || says
  const likely = vagueTypes.has(type) && feedWord.test(`${new URL(url).pathname} ${title ?? ''}`)
  if (!sure && !likely) return
  // A site's comments are a feed too, but not the one that was meant.
  const comments = /comment|kommentar|commentaire|comentario/i.test(`${url} ${title ?? ''}`)
  add(url, (sure ? 100 : 60) - (comments ? 50 : 0), { kind: 'feed', by: 'link', ...(title ? { title } : {}) })
}

/** Addresses of sitemaps a robots.txt names. */
export function sitemapsOfRobots(robots: string, from: { readonly url: string }): readonly Found[] {
  const found: Found[] = []
  for (const [, address] of robots.slice(0, 500_000).matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)) {
    const url = webAddress(address, from.url)
    if (url !== undefined && found.length < foundKept) found.push({ url, kind: 'sitemap', by: 'robots' })
  }
  return found.sort((a, b) => Number(/news/i.test(b.url)) - Number(/news/i.test(a.url)))
}

/** Where software puts its feeds when no page says so, likeliest first; a few tries are all that is polite. */
const feedPaths = ['feed', 'rss', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml']
const sitemapPaths = ['news-sitemap.xml', 'sitemap-news.xml', 'sitemap_news.xml', 'sitemaps/news.xml']
const rarerPaths = ['feed.json', 'feeds/posts/default', 'rss/index.xml']

/**
 * Addresses worth one request each where a page named no feed, likeliest first: what well-known services serve
 * for this address, then a feed below the page itself, then usual places of feeds and news sitemaps.
 */
export function addressesToTry(address: string): readonly Found[] {
  const url = URL.parse(address)
  if (url === null) return []
  const { origin } = url
  const folder = url.pathname.replace(/[^/]*\.[^/]*$/, '').replace(/\/*$/, '/')
  const feed = (feedUrl: string): Found => ({ url: feedUrl, kind: 'feed', by: 'guess' })
  const tries = [
    ...serviceFeeds(url).map(feed),
    feed(`${origin}${folder}feed`),
    ...feedPaths.map((path) => feed(`${origin}/${path}`)),
    ...sitemapPaths.map((path): Found => ({ url: `${origin}/${path}`, kind: 'sitemap', by: 'guess' })),
    ...rarerPaths.map((path) => feed(`${origin}/${path}`)),
  ]
  return [...new Map(tries.map((one) => [one.url, one])).values()]
}

/** Services whose feeds lie at an address that follows from the page's own. */
function serviceFeeds(url: URL): string[] {
  const path = url.pathname.replace(/\/+$/, '')
  const host = url.hostname.replace(/^(?:www|m|old|new)\./, '')
  if (host === 'youtube.com') {
    const channel = /^\/channel\/(UC[\w-]{22})/.exec(path)?.[1]
    const list = url.searchParams.get('list')
    if (channel !== undefined) return [`https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`]
    if (list !== null)
      return [`https://www.youtube.com/feeds/videos.xml?playlist_id=${encodeURIComponent(list)}`]
    return []
  }
  if (host === 'reddit.com') return [`https://www.reddit.com${path}/.rss`]
  if (host === 'github.com') {
    const repository = /^\/[\w.-]+\/[\w.-]+/.exec(path)?.[0]
    return repository === undefined
      ? [`https://github.com${path}.atom`]
      : [`https://github.com${repository}/releases.atom`]
  }
  if (host === 'medium.com') return [`https://medium.com/feed${path}`]
  if (host === 'vimeo.com') return [`https://vimeo.com${path}/videos/rss`]
  if (host === 'bsky.app') return [`https://bsky.app${path}/rss`]
  // Mastodon and its kin serve an account's feed at its own address with ".rss".
  if (/^\/@[\w.-]+$/.test(path)) return [`${url.origin}${path}.rss`]
  return []
}
