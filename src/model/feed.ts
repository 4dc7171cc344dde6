/** What a source lists: the outcome of parsing any feed, sitemap, front page or mail. */

export type Enclosure = {
  readonly url: string
  readonly type?: string
  readonly bytes?: number
  readonly seconds?: number
}

/** An entry as a source lists it. All addresses are absolute; all instants ISO 8601 UTC. */
export type Item = {
  /** The source's own identifier, else the link, else a hash of the title and content. Never empty. */
  readonly guid: string
  readonly url?: string
  readonly title: string
  /** HTML as the source gave it, untrusted. */
  readonly summary?: string
  readonly content?: string
  readonly authors: readonly string[]
  readonly published?: string
  readonly updated?: string
  readonly categories: readonly string[]
  readonly image?: string
  readonly language?: string
  readonly commentsUrl?: string
  readonly enclosures: readonly Enclosure[]
}

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'cdf' | 'json' | 'sitemap' | 'page' | 'mail'

export type Feed = {
  readonly format: FeedFormat
  readonly title: string
  readonly home?: string
  readonly self?: string
  readonly description?: string
  readonly language?: string
  readonly image?: string
  readonly hub?: string
  /** Minutes the source asks to be left alone for. */
  readonly ttl?: number
  readonly skipHours: readonly number[]
  readonly skipDays: readonly string[]
  readonly items: readonly Item[]
  /** What was wrong with the document, in plain words. */
  readonly warnings: readonly string[]
}
