/** Subscribe: from any address a person pastes to a source that keeps coming. */

import { addressesToTry, discoverFeeds, type Found, sitemapsOfRobots } from '../feeds/discover.ts'
import { type Preview, previewOf } from '../feeds/preview.ts'
import type { Feed } from '../model/feed.ts'
import type { Answer } from '../net/door.ts'
import { isFailure } from '../net/failure.ts'
import { enqueue, refreshJob } from '../store/queue.ts'
import { addSource, loadSource, outletFor } from '../store/sources.ts'
import { decode } from '../words/encoding.ts'
import { domainOf } from '../words/urls.ts'
import type { Context } from './context.ts'
import { keepCredential } from './credentials.ts'
import { readList, withParts } from './refresh.ts'

/** Addresses tried for one that a person pasted: named by the page first, then guessed. */
const TRIES = 8

export type Discovered = {
  readonly url: string
  readonly kind: 'feed' | 'sitemap' | 'page'
  readonly feed: Feed
}

export type Subscribed =
  | { readonly source: number; readonly added: boolean; readonly url: string; readonly preview: Preview }
  | { readonly failed: string }

type More = {
  readonly sample?: boolean
  readonly folder?: string
  /** Watch the page itself, whatever feeds it has: for the place its editors give each article. */
  readonly frontPage?: boolean
}

export type Looked = { readonly url: string; readonly preview: Preview } | { readonly failed: string }

/** What subscribing to an address would bring; nothing is kept. */
export async function look(context: Context, address: string): Promise<Looked> {
  const found = await discover(context, address)
  return 'failed' in found ? found : { url: found.url, preview: previewOf(found.feed) }
}

/** Finds the source behind an address, adds it and queues its first refresh. Adding it again changes nothing. */
export async function subscribe(
  context: Context,
  address: string,
  { sample = false, folder, frontPage = false }: More = {},
): Promise<Subscribed> {
  const found = await discover(context, address, frontPage)
  if ('failed' in found) return found
  const { db, now } = context
  const { url, kind, feed } = found
  const at = now()
  const { id, added } = await db.transaction().execute(async (trx) => {
    const home = feed.home ?? url
    const domain = domainOf(home)
    const name = (kind === 'page' ? beforeTagline(feed.title) : feed.title) || domain || url
    const outlet = await outletFor(trx, { domain, name, home, sample })
    const source = await addSource(trx, {
      url,
      kind,
      title: feed.title || url,
      outlet,
      sample,
      nextCheck: at,
      now: at,
      ...(folder === undefined ? {} : { folder }),
    })
    if (source.added) await enqueue(trx, [refreshJob(source.id, at, at)])
    return source
  })
  const { username, password } = new URL(webAddress(address) as string)
  const source = username === '' || !added ? undefined : await loadSource(db, id)
  // A name and password in the address are sealed, not kept in it.
  if (source) {
    const secret = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
    await keepCredential(context, source, { kind: 'basic', secret })
  }
  return { source: id, added, url, preview: previewOf(feed) }
}

/** A page's title without what follows the name: "The Quay: all the harbour's news", "The Quay | Home". */
const beforeTagline = (title: string): string => title.split(/:\s|\s[|–—·-]\s/)[0]?.trim() ?? title

/** What can be subscribed to at an address: itself, a feed its page names or is known to have, or the page. */
export async function discover(
  context: Context,
  address: string,
  frontPage = false,
): Promise<Discovered | { readonly failed: string }> {
  const url = webAddress(address)
  if (url === undefined) {
    return {
      failed: `"${address}" is not a web address. Give one such as https://example.org or example.org/feed.`,
    }
  }
  const answer = await context.fetch({ url, kind: frontPage ? 'front-page' : 'feed' })
  if (isFailure(answer)) return { failed: `${url} cannot be read: ${answer.failed}.` }
  if (frontPage) return asPage(answer, 'no list of articles')
  const direct = await asFeed(context, answer)
  if (direct) return direct
  const html = htmlOf(answer)
  const named = discoverFeeds(html, { url: answer.url }).found
  const tries = [...named, ...addressesToTry(answer.url)].slice(0, TRIES)
  const feed =
    (await firstFeed(context, tries)) ?? (await firstFeed(context, await fromRobots(context, answer.url)))
  if (feed) return feed
  return asPage(answer, 'no feed, no news sitemap and no list of articles')
}

function asPage(answer: Answer, lacks: string): Discovered | { readonly failed: string } {
  const page = readList('page', answer)
  if ('failed' in page) return { failed: `${answer.url} has ${lacks}: ${page.failed}.` }
  return { url: answer.url, kind: 'page', feed: page }
}

async function firstFeed(context: Context, tries: readonly Found[]): Promise<Discovered | undefined> {
  for (const { url, kind } of tries) {
    const found = await context.fetch({ url, kind })
    const feed = isFailure(found) ? undefined : await asFeed(context, found)
    if (feed) return feed
  }
  return undefined
}

/** The sitemaps a site's robots.txt names. */
async function fromRobots(context: Context, url: string): Promise<readonly Found[]> {
  const robots = new URL('/robots.txt', url).href
  const answer = await context.fetch({ url: robots, kind: 'robots' })
  if (isFailure(answer)) return []
  return sitemapsOfRobots(decode(answer.body, { kind: 'text' }).text, { url: robots }).slice(0, TRIES)
}

async function asFeed(context: Context, answer: Answer): Promise<Discovered | undefined> {
  const feed = await withParts(context, readList('feed', answer))
  // A feed may be empty today; a sitemap that is lists no news.
  if ('failed' in feed || (feed.format === 'sitemap' && feed.items.length === 0)) return undefined
  return {
    url: answer.permanentUrl ?? answer.url,
    kind: feed.format === 'sitemap' ? 'sitemap' : 'feed',
    feed,
  }
}

const htmlOf = ({ body, headers }: Answer): string => {
  const contentType = headers['content-type']
  return decode(body, { kind: 'html', ...(contentType === undefined ? {} : { contentType }) }).text
}

/** A pasted address as http or https; a bare host gets https, `feed:` its web scheme. */
export function webAddress(pasted: string): string | undefined {
  const bare = pasted
    .trim()
    .replace(/^feed:(\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'https:')
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`
  const url = URL.parse(whole)
  if (!url || !/^https?:$/.test(url.protocol) || !/[.:]|^localhost$/.test(url.hostname)) return undefined
  return url.href
}
