/** Read, first half: gets the page or file of an item, extracts and considers it. Nothing is written. */

import { parseMail } from '../extract/mail.ts'
import type { SiteMemory } from '../extract/site-memory.ts'
import { isFailure } from '../net/failure.ts'
import { type Considered, clean, consider, type Raw } from '../pipeline.ts'
import { loadDocument, loadItem, type SavedItem } from '../store/items.ts'
import type { Job } from '../store/queue.ts'
import { loadSource, type Source } from '../store/sources.ts'
import { decode } from '../words/encoding.ts'
import { domainOf, withoutTracking } from '../words/urls.ts'
import type { Context } from './context.ts'

/** After so many failed fetches the entry itself is read: a doubtful text is better than a lost article. */
const FETCHES = 4
const transient = new Set(['timeout', 'refused', 'dns', 'broken', 'waiting'])

/** An item read: what became of its page, and the address the article is known by. */
export type PreparedArticle = {
  readonly kind: 'article'
  readonly item: SavedItem
  readonly source: Source
  readonly considered: Considered
  readonly url: string
  /** What it was made from, should the memory of its site see it differently. */
  readonly raw: Raw
}

export type Prepared =
  | PreparedArticle
  | { readonly kind: 'later'; readonly reason: string; readonly notBefore: number }
  | { readonly kind: 'never'; readonly reason: string }

/** Loads the item, gets its page or file, extracts and considers it. Writes nothing, so many may run at once. */
export async function prepare(context: Context, job: Job): Promise<Prepared> {
  const item = await loadItem(context.db, (job.payload as { item: number }).item)
  const source = item && (await loadSource(context.db, item.source))
  if (!item || !source) return { kind: 'never', reason: 'The item is gone.' }
  const raw = await rawOf(context, item, job.attempts)
  if (raw.kind === 'later' || raw.kind === 'never') return raw
  const considered = considerRaw(item, raw)
  if (!considered) return { kind: 'never', reason: 'No text could be found in it.' }
  return { kind: 'article', item, source, raw, considered, url: addressOf(item, considered.extracted.url) }
}

/** The article in what was fetched, considered; undefined where there is no text. */
export function considerRaw(item: SavedItem, raw: Raw, memory?: SiteMemory): Considered | undefined {
  const extracted = clean(raw, memory)
  if (extracted.text.trim() === '') return undefined
  return consider(extracted, {
    seen: item.firstSeen,
    ...(item.url === null ? {} : { url: item.url }),
    ...('name' in raw && raw.name !== undefined ? { fileName: raw.name } : {}),
  })
}

type Raws = Raw | Exclude<Prepared, PreparedArticle>

async function rawOf(context: Context, item: SavedItem, attempts: number): Promise<Raws> {
  const document = await loadDocument(context.db, item.id)
  if (document) return rawOfDocument(document.name, document.bytes)
  if (item.url === null) return { kind: 'entry', item: item.entry }
  const answer = await context.fetch({ url: item.url, kind: 'page' })
  if (isFailure(answer)) {
    const again = transient.has(answer.code) || (answer.status ?? 0) >= 500 || answer.status === 429
    if (again && attempts < FETCHES) {
      return {
        kind: 'later',
        reason: answer.failed,
        notBefore: context.now() + (answer.retryAfter ?? 0) * 1000,
      }
    }
    return { kind: 'entry', item: item.entry }
  }
  const contentType = answer.headers['content-type']
  if (contentType && !/html|xml|text\/plain/i.test(contentType)) return { kind: 'entry', item: item.entry }
  const { text } = decode(answer.body, { kind: 'html', ...(contentType ? { contentType } : {}) })
  return { kind: 'page', html: text, url: answer.url, item: item.entry }
}

async function rawOfDocument(
  name: string,
  bytes: Uint8Array,
): Promise<Raw | { kind: 'never'; reason: string }> {
  if (/\.eml$/i.test(name)) {
    const mail = await parseMail(bytes)
    if (mail.html || mail.text) return { kind: 'mail', mail }
    return { kind: 'never', reason: 'The message has no text.' }
  }
  if (/\.x?html?$/i.test(name)) return { kind: 'page', html: decode(bytes, { kind: 'html' }).text }
  return { kind: 'text', text: decode(bytes, { kind: 'text' }).text, name }
}

/**
 * The address an article is known by: what its page says is canonical, if that is the same site's. A page that
 * names another site as canonical is a re-post of it, not the same article.
 */
function addressOf(item: SavedItem, canonical: string | undefined): string {
  if (item.url === null) return canonical ?? `file:${item.entry.guid}`
  const own = withoutTracking(item.url)
  return canonical && domainOf(canonical) === domainOf(own) ? canonical : own
}
