/** What a reader wants to know of a source before subscribing. */

import type { Feed, Item } from '../model/feed.ts'
import { htmlToText } from '../words/html-text.ts'
import { languageOf } from '../words/languages.ts'

export type Preview = {
  readonly title: string
  readonly description?: string
  readonly home?: string
  /** The newest items, newest first. */
  readonly items: readonly Item[]
  /** Items a day, over what the feed shows; absent where it dates fewer than two. */
  readonly perDay?: number
  readonly newest?: string
  readonly texts: 'full' | 'excerpt' | 'titles'
  /** ISO 639 code without region, or 'und'. */
  readonly language: string
}

const shown = 10
const day = 86_400_000

/** Sums up what a feed shows of itself. */
export function previewOf(feed: Feed): Preview {
  const dated = feed.items
    .map((item, at) => ({ item, at, time: Date.parse(item.published ?? item.updated ?? '') }))
    .sort((a, b) => (b.time || 0) - (a.time || 0) || a.at - b.at)
  const times = dated.map(({ time }) => time).filter((time) => !Number.isNaN(time))
  const span = times.length < 2 ? 0 : times[0]! - times.at(-1)!
  const newest = dated[0]?.item.published ?? dated[0]?.item.updated
  return {
    title: feed.title,
    items: dated.slice(0, shown).map(({ item }) => item),
    texts: textsOf(feed.items),
    language: languageOf(sampleOf(feed.items), feed.language),
    ...(feed.description === undefined ? {} : { description: feed.description }),
    ...(feed.home === undefined ? {} : { home: feed.home }),
    ...(span > 0 ? { perDay: ((times.length - 1) / span) * day } : {}),
    ...(newest === undefined ? {} : { newest }),
  }
}

const lookedAt = 20
/** Words an article has at least; an excerpt seldom reaches as many. */
const fullText = 180

function textsOf(items: readonly Item[]): Preview['texts'] {
  const lengths = items
    .slice(0, lookedAt)
    .map((item) => wordCount(htmlToText((item.content ?? item.summary ?? '').slice(0, 40_000))))
  const cutOff = items
    .slice(0, lookedAt)
    .filter((item) =>
      /(?:…|\.\.\.|\[…\]|\[&#8230;\]|&hellip;)\s*(?:<[^>]{0,200}>\s*)*$/.test(
        (item.content ?? item.summary ?? '').slice(-500),
      ),
    ).length
  lengths.sort((a, b) => a - b)
  const median = lengths[lengths.length >> 1] ?? 0
  if (median < 3) return 'titles'
  return median >= fullText && cutOff <= items.length / 4 ? 'full' : 'excerpt'
}

/** Words; in scripts without blanks, two characters stand for one. */
function wordCount(text: string): number {
  const dense = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu)?.length ?? 0
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + Math.floor(dense / 2)
}

/** Publishing software is set to English out of the box: the words decide, what the feed states only helps. */
const sampleOf = (items: readonly Item[]): string =>
  items
    .slice(0, lookedAt)
    .map((item) => `${item.title}. ${htmlToText((item.summary ?? item.content ?? '').slice(0, 1_000))}`)
    .join('\n')
