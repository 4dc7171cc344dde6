/** Any feed, as bytes, to a Feed: the one door of this room for what a source answers. */

import type { Feed } from '../model/feed.ts'
import { decode } from '../words/encoding.ts'
import { webAddress } from './addresses.ts'
import type { FeedFailure } from './failure.ts'
import { readJsonFeed } from './json-feed.ts'
import { readXmlFeed } from './xml-feed.ts'

export type { FeedFailure } from './failure.ts'

/** Longer documents are read up to here; the newest entries stand first in all but a few feeds. */
export const bytesRead = 16 * 1024 * 1024

export type FeedSource = {
  /** Where the bytes came from, after redirects: what relative addresses are resolved against. */
  readonly url: string
  readonly contentType?: string
  /** Used where the feed states no language. */
  readonly contentLanguage?: string
  /** A base to use instead of `url`, itself resolved against it; ignored unless it is http or https. */
  readonly contentLocation?: string
}

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed and news sitemaps. What is wrong with a document
 * that still holds something is told in `warnings`; a document that holds no feed is a FeedFailure. Never throws.
 */
export function parseFeed(bytes: Uint8Array, from: FeedSource): Feed | FeedFailure {
  if (bytes.length === 0) return { failed: 'The answer is empty' }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { failed: 'The answer is compressed data, not a feed' }
  const whole = bytes.length <= bytesRead
  const { text: raw, warnings } = decode(whole ? bytes : bytes.subarray(0, bytesRead), {
    kind: 'xml',
    ...(from.contentType === undefined ? {} : { contentType: from.contentType }),
  })
  if (raw.slice(0, 1_000).includes('\0')) return { failed: 'This is binary data, not a feed' }
  const start = /[^\s\uFEFF]/.exec(raw)?.[0]
  if (start === undefined) return { failed: 'The answer is empty' }
  const text = withoutControls(raw)
  const origin = {
    base: webAddress(from.contentLocation, from.url) ?? from.url,
    language: /^\s*([a-z]{2,8}(?:-[a-z\d]{1,8})*)/i.exec(from.contentLanguage ?? '')?.[1],
  }
  const feed = start === '{' ? readJsonFeed(text, origin) : readXmlFeed(text, origin)
  if ('failed' in feed) return feed
  const more = whole ? [] : [`Only the first ${bytesRead / 1024 / 1024} MB were read`]
  return { ...feed, warnings: [...warnings, ...more, ...feed.warnings] }
}

/**
 * U+0080 to U+009F are control characters nobody means: they are windows-1252's quotes and dashes, taken for
 * Latin-1 on the way. HTML reads references to them the same way.
 */
const withoutControls = (text: string): string =>
  /[\x80-\x9f]/.test(text)
    ? text.replace(/[\x80-\x9f]/g, (c) => windows1252.decode(Uint8Array.of(c.charCodeAt(0))))
    : text

const windows1252 = new TextDecoder('windows-1252')
