/** What each kind of fetch may cost, asks for, and whose turn it waits for. */

import type { Lane } from './manners.ts'
import type { FetchKind, Limits } from './request.ts'

const MB = 1_000_000
export const usualLimits: Limits = {
  compressed: 16 * MB,
  inflated: 32 * MB,
  firstByte: 20_000,
  total: 45_000,
  redirects: 8,
}
export const limitsByKind: Partial<Record<FetchKind, Partial<Limits>>> = {
  page: { compressed: 8 * MB, inflated: 16 * MB },
  'front-page': { compressed: 8 * MB, inflated: 16 * MB },
  image: { compressed: 16 * MB, inflated: 16 * MB },
  sitemap: { compressed: 16 * MB, inflated: 50 * MB },
  // RFC 9309 2.5: at least 500 KiB must be read.
  robots: { compressed: MB, inflated: MB, firstByte: 10_000, total: 15_000, redirects: 5 },
  hub: { compressed: MB, inflated: MB },
  webhook: { compressed: 64_000, inflated: 64_000, firstByte: 10_000, total: 15_000, redirects: 3 },
  push: { compressed: 64_000, inflated: 64_000, firstByte: 10_000, total: 15_000, redirects: 0 },
}

const html = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5'
export const acceptByKind: Record<FetchKind, string> = {
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,text/html;q=0.5,*/*;q=0.4',
  page: html,
  'front-page': html,
  sitemap: 'application/xml,text/xml;q=0.9,text/plain;q=0.6,*/*;q=0.5',
  image: 'image/avif,image/webp,image/png,image/jpeg,image/*;q=0.8,*/*;q=0.3',
  opml: 'text/x-opml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5',
  hub: '*/*',
  webhook: '*/*',
  push: '*/*',
  robots: 'text/plain,*/*;q=0.5',
}

export const laneByKind: Record<FetchKind, Lane> = {
  feed: 'reading',
  page: 'reading',
  'front-page': 'reading',
  sitemap: 'reading',
  image: 'images',
  opml: 'reading',
  hub: 'reading',
  webhook: 'sending',
  push: 'sending',
  robots: 'reading',
}

/** Feeds and sitemaps are published to be fetched by machines; for pages the site's robots.txt decides. */
export const obeysRobots: ReadonlySet<FetchKind> = new Set(['page', 'front-page'])
