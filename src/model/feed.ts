/** What a source lists: the outcome of parsing any feed, sitemap, front page or mail. */

export type Enclosure = {
  readonly url: string
  readonly type?: string
  readonly bytes?: number
  readonly seconds?: number
}

export type Person = { readonly name?: string; readonly email?: string; readonly url?: string }

/** Where a source's page shows a link: 0 is the first; prominence 0 to 1, the lead 1. */
export type Place = { readonly position: number; readonly prominence: number }

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
  /** The authors with what else is known of them, in the same order. */
  readonly people?: readonly Person[]
  readonly contributors?: readonly Person[]
  /** Absent where the source states only when it was last changed. */
  readonly published?: string
  readonly updated?: string
  readonly categories: readonly string[]
  readonly image?: string
  readonly language?: string
  readonly commentsUrl?: string
  /** A feed of the comments alone. */
  readonly commentsFeed?: string
  readonly enclosures: readonly Enclosure[]
  /** How many comments or replies the source counts. */
  readonly replies?: number
  /** What this entry answers. */
  readonly inReplyTo?: { readonly id?: string; readonly url?: string }
  /** The source it was taken over from, where the entry says so. */
  readonly origin?: { readonly title?: string; readonly url?: string }
  readonly rights?: string
  /** How long it plays, where no enclosure says so. */
  readonly seconds?: number
  readonly location?: { readonly latitude: number; readonly longitude: number }
  readonly chapters?: readonly { readonly start: number; readonly title: string }[]
  readonly transcript?: string
  /** Front pages only. */
  readonly place?: Place
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
  readonly authors?: readonly Person[]
  readonly categories?: readonly string[]
  readonly rights?: string
  readonly published?: string
  readonly updated?: string
  readonly hub?: string
  /** Where the feed says it has moved to. */
  readonly movedTo?: string
  /** The next older page of the same feed. */
  readonly next?: string
  /** Minutes the source asks to be left alone for. */
  readonly ttl?: number
  readonly skipHours: readonly number[]
  readonly skipDays: readonly string[]
  readonly items: readonly Item[]
  /** Sitemap indexes only: the sitemaps to read next, newest first. */
  readonly parts?: readonly { readonly url: string; readonly updated?: string }[]
  /** What was wrong with the document, in plain words. */
  readonly warnings: readonly string[]
}
