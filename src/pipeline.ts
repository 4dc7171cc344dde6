/** Composes the pure steps an article goes through. No I/O, no clock: the same page gives the same result. */

import { deriveWindow } from './dossier/publication.ts'
import { readDossier } from './dossier/read.ts'
import { type Mail, readMail } from './extract/mail.ts'
import { extractPage, readPage } from './extract/page.ts'
import type { SiteMemory } from './extract/site-memory.ts'
import { stitch } from './extract/stitch.ts'
import { extractText } from './extract/text.ts'
import { fingerprint } from './fold/fingerprint.ts'
import type { Block, BlockKind, DateClaim, Extracted } from './model/article.ts'
import type { Dossier } from './model/dossier.ts'
import type { Item } from './model/feed.ts'
import type { Sentence } from './model/span.ts'
import { type Features, features } from './stories/features.ts'
import { meaningsOf } from './stories/meanings.ts'
import { keptReferences } from './stories/references.ts'
import { soundsOf } from './stories/sounds.ts'
import { htmlToText } from './words/html-text.ts'
import { sentences } from './words/sentences.ts'

/** What an article is made from: the page where it could be fetched, else what the source itself listed. */
export type Raw =
  | {
      readonly kind: 'page'
      readonly html: string
      readonly url?: string
      readonly item?: Item
      /** Later parts of the same article, in order. */
      readonly further?: readonly { readonly html: string; readonly url: string }[]
    }
  | { readonly kind: 'text'; readonly text: string; readonly name?: string }
  | { readonly kind: 'mail'; readonly mail: Mail }
  | { readonly kind: 'entry'; readonly item: Item }

/** All that can be known of an article from itself alone. */
export type Considered = {
  readonly extracted: Extracted
  readonly sentences: readonly Sentence[]
  readonly published: DateClaim | undefined
  readonly dossier: Dossier
  readonly fingerprint: Uint32Array
  readonly features: Features
}

export type Cleaned = {
  readonly extracted: Extracted
  /** Pages: the memory of their site with what this one adds to it. */
  readonly learn?: (memory: SiteMemory) => SiteMemory
}

/** The article in it, in however many parts it came. `memory` is what was learned of its site from earlier pages. */
export function clean(raw: Raw, memory?: SiteMemory): Cleaned {
  if (raw.kind === 'text')
    return { extracted: extractText(raw.text, raw.name === undefined ? {} : { name: raw.name }) }
  if (raw.kind === 'mail') return { extracted: readMail(raw.mail) }
  if (raw.kind === 'entry') return { extracted: fromEntry(raw.item) }
  const known = memory === undefined ? {} : { memory }
  const { extracted, learn } = readPage(raw.html, {
    ...known,
    ...(raw.url === undefined ? {} : { url: raw.url }),
    ...(raw.item === undefined ? {} : { item: raw.item }),
  })
  const further = (raw.further ?? []).map(({ html, url }) => extractPage(html, { ...known, url }))
  return { extracted: further.length === 0 ? extracted : stitch(extracted, further), learn }
}

/** An entry whose page cannot be had is read from its own content, as a small page with a doubtful look. */
function fromEntry(item: Item): Extracted {
  const body = item.content ?? item.summary ?? ''
  const title = htmlToText(item.title)
  const html = `<html><head><title>${escaped(title)}</title></head><body><article><h1>${escaped(title)}</h1>${body}</article></body></html>`
  const extracted = extractPage(html, { item, ...(item.url === undefined ? {} : { url: item.url }) })
  const words = htmlToText(body)
  // An entry is all article: what judging it as a page has cut away of a short one is put back, as plain text.
  const whole = extracted.text.length - title.length > words.length / 2
  return {
    ...extracted,
    ...(whole ? {} : plainly(title, words)),
    confidence: Math.min(extracted.confidence, 0.3),
  }
}

function plainly(title: string, words: string): Pick<Extracted, 'text' | 'blocks' | 'marks'> {
  const paragraphs = words.split(/\n+/).filter((line) => line.trim() !== '')
  let text = title
  const blocks: Block[] = [{ kind: 'title', start: 0, end: title.length }]
  for (const paragraph of paragraphs) {
    text += '\n\n'
    blocks.push({ kind: 'paragraph', start: text.length, end: text.length + paragraph.length })
    text += paragraph
  }
  return { text, blocks, marks: [] }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Sentences, date, dossier, fingerprint and features of an article. `seen` is when we got it, in epoch ms. */
export function consider(
  extracted: Extracted,
  hints: { readonly url?: string; readonly fileName?: string; readonly seen: number },
): Considered {
  const cut = sentences(extracted.text, extracted.blocks)
  const seen = new Date(hints.seen).toISOString()
  const published =
    believable(extracted.published, hints.seen) ??
    believable(deriveWindow(extracted, cut, { ...hints, seen }), hints.seen)
  const day = dayOf(published)
  const dossier = readDossier(extracted, cut, day === undefined ? {} : { published: day })
  const news = newsIn(extracted)
  const time = published === undefined || day === undefined ? undefined : instantOf(published)
  const references = keptReferences(news, extracted.language, time)
  return {
    extracted,
    sentences: cut,
    published,
    dossier,
    fingerprint: fingerprint(extracted.text),
    features: {
      ...features({
        id: 0,
        title: extracted.title,
        text: news,
        language: extracted.language,
        ...(time === undefined ? {} : { published: time }),
        seen: hints.seen,
        names: dossier.actors
          .filter((actor) => actor.part === 'story')
          .map((actor) => ({ name: actor.name, kind: actor.kind })),
        ...(extracted.url === undefined ? {} : { url: extracted.url }),
        links: linksOf(extracted),
      }),
      sounds: soundsOf(extracted.title, news, extracted.language),
      meanings: meaningsOf(extracted.title, news, extracted.language),
      ...(references.length === 0 ? {} : { references }),
    },
  }
}

/** Clocks go wrong and editions are dated ahead, by so much at the most. Milliseconds. */
const AHEAD = 2 * 86_400_000

/** What says that it appears long after it was seen is mistaken; it would be the newest of all for years. */
const believable = (claim: DateClaim | undefined, seen: number): DateClaim | undefined =>
  claim !== undefined && Date.parse(claim.earliest) <= seen + AHEAD ? claim : undefined

/** A window no wider than this stands for a day: "last month" comes out right from either end. Milliseconds. */
const NARROW = 7 * 86_400_000

/**
 * The ISO day an article appeared on, where that is known or nearly so. A wide window gives none: "on Sunday" then
 * stays without a date rather than getting a wrong one.
 */
export function dayOf(claim: DateClaim | undefined): string | undefined {
  if (claim?.best !== undefined) return claim.best.slice(0, 10)
  const narrow = claim !== undefined && Date.parse(claim.latest) - Date.parse(claim.earliest) <= NARROW
  return narrow ? claim.latest.slice(0, 10) : undefined
}

/** The instant a claim is filed under: its best, else the last day of its window. Epoch milliseconds. */
export function instantOf(claim: DateClaim): number {
  return Date.parse(claim.best ?? claim.latest)
}

/** What stands beside the news: who wrote and who took pictures tells nothing about what happened. */
const besides: ReadonlySet<BlockKind> = new Set(['title', 'image', 'caption', 'credit', 'dateline', 'embed'])
/** A line of who and when is no longer than this, in UTF-16 units. */
const BYLINE = 160

/** The text that tells the news: without title, captions and credits, and without a byline left among the paragraphs. */
function newsIn({ text, blocks, authors }: Extracted): string {
  const told = blocks.flatMap(({ kind, start, end }) => {
    const words = text.slice(start, end)
    const signs = words.length <= BYLINE && !/[.!?…؟。][\p{Pf}\p{Pe}"']*\s*$/u.test(words)
    return besides.has(kind) || (signs && authors.some((author) => words.includes(author))) ? [] : [words]
  })
  return told.length === 0 ? text : told.join('\n\n')
}

const linksOf = ({ marks }: Extracted): readonly string[] => [
  ...new Set(marks.flatMap((mark) => (mark.kind === 'link' && mark.href ? [mark.href] : []))),
]
