/** Any feed, as bytes, to a Feed: the one door of this room for what a source answers. */

import type { Feed } from '../model/feed.ts'
import { decode } from '../words/encoding.ts'
import type { FeedFailure } from './failure.ts'
import { readJsonFeed } from './json-feed.ts'
import { readXmlFeed } from './xml-feed.ts'

export type { FeedFailure } from './failure.ts'

/** Longer documents are read up to here; the newest entries stand first in all but a few feeds. */
export const bytesRead = 16 * 1024 * 1024

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed and news sitemaps. `from.url` is where the bytes
 * came from, after redirects; relative addresses are resolved against it. What is wrong with a document that
 * still holds something is told in `warnings`; a document that holds no feed is a FeedFailure. Never throws.
 */
export function parseFeed(
  bytes: Uint8Array,
  from: { readonly url: string; readonly contentType?: string },
): Feed | FeedFailure {
  if (bytes.length === 0) return { failed: 'The answer is empty' }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { failed: 'The answer is compressed data, not a feed' }
  const whole = bytes.length <= bytesRead
  const { text, warnings } = decode(whole ? bytes : bytes.subarray(0, bytesRead), {
    kind: 'xml',
    ...(from.contentType === undefined ? {} : { contentType: from.contentType }),
  })
  if (text.includes('\0') && text.slice(0, 1_000).includes('\0'))
    return { failed: 'This is binary data, not a feed' }
  const start = /[^\s\uFEFF]/.exec(text)?.[0]
  if (start === undefined) return { failed: 'The answer is empty' }
  const feed = start === '{' ? readJsonFeed(text, from.url) : readXmlFeed(text, from.url)
  if ('failed' in feed) return feed
  const more = whole ? [] : [`Only the first ${bytesRead / 1024 / 1024} MB were read`]
  return { ...feed, warnings: [...warnings, ...more, ...feed.warnings] }
}
