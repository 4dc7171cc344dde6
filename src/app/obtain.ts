/** Read, first half: gets the page or file of an item. Nothing is written, so many may be under way at once. */

import { isBetter, isPoor } from '../extract/alternate.ts'
import { parseMail } from '../extract/mail.ts'
import { extractPage } from '../extract/page.ts'
import { isFailure, isNobodysFault } from '../net/failure.ts'
import type { Raw } from '../pipeline.ts'
import { loadDocument, loadItem, type SavedItem } from '../store/items.ts'
import type { Job } from '../store/queue.ts'
import { loadSource, type Source } from '../store/sources.ts'
import { decode } from '../words/encoding.ts'
import type { Context } from './context.ts'
import { credentialsFor } from './credentials.ts'

/** After so many failed fetches the entry itself is read: a doubtful text is better than a lost article. */
const FETCHES = 4
const transient = new Set(['timeout', 'refused', 'dns', 'broken'])

/** An item with what its article is to be read from. */
export type Obtained = {
  readonly kind: 'obtained'
  readonly item: SavedItem
  readonly source: Source
  readonly raw: Raw
  /** What a reader said of the article's text. */
  readonly fix?: Fix
}

type Fix = { readonly text: string; readonly verdict: 'keep' | 'drop' }

/** Why there is nothing to read, now or ever, in plain words. */
export type NotObtained =
  | {
      readonly kind: 'later'
      readonly reason: string
      readonly notBefore: number
      /** The host rests, or we stopped: not a try of this page. */
      readonly counts: boolean
    }
  | { readonly kind: 'never'; readonly reason: string }

export async function obtain(context: Context, job: Job): Promise<Obtained | NotObtained> {
  const payload = job.payload as { readonly item: number; readonly fix?: Fix }
  const item = await loadItem(context.db, payload.item)
  const source = item && (await loadSource(context.db, item.source))
  if (!item || !source) return { kind: 'never', reason: 'The item is gone.' }
  const raw = await rawOf(context, item, source, job.attempts)
  if (raw.kind === 'later' || raw.kind === 'never') return raw
  return { kind: 'obtained', item, source, raw, ...(payload.fix ? { fix: payload.fix } : {}) }
}

async function rawOf(
  context: Context,
  item: SavedItem,
  source: Source,
  attempts: number,
): Promise<Raw | NotObtained> {
  const document = await loadDocument(context.db, item.id)
  if (document) return rawOfDocument(document.name, document.bytes)
  if (item.url === null) return { kind: 'entry', item: item.entry }
  const credentials = await credentialsFor(context, source, item.url)
  const answer = await context.fetch({ url: item.url, kind: 'page', credentials })
  if (isFailure(answer)) {
    const notBefore = context.now() + (answer.retryAfter ?? 0) * 1000
    if (isNobodysFault(answer)) return { kind: 'later', reason: answer.failed, notBefore, counts: false }
    const again = transient.has(answer.code) || (answer.status ?? 0) >= 500 || answer.status === 429
    if (again && attempts < FETCHES) return { kind: 'later', reason: answer.failed, notBefore, counts: true }
    return { kind: 'entry', item: item.entry }
  }
  const contentType = answer.headers['content-type']
  if (contentType && !/html|xml|text\/plain/i.test(contentType)) return { kind: 'entry', item: item.entry }
  const { text } = decode(answer.body, { kind: 'html', ...(contentType ? { contentType } : {}) })
  const html = await wholeHtml(context, { html: text, url: answer.url }, credentials)
  const page = { kind: 'page', html, url: answer.url, item: item.entry } as const
  const further = await furtherParts(context, page, credentials)
  return further.length === 0 ? page : { ...page, further }
}

/** The page, or its AMP twin where the page itself shows little of the article and the twin more. */
async function wholeHtml(
  context: Context,
  page: Part,
  credentials: Awaited<ReturnType<typeof credentialsFor>>,
): Promise<string> {
  if (!STATES_TWIN.test(page.html)) return page.html
  const read = extractPage(page.html, { url: page.url })
  if (read.alternate === undefined || !isPoor(read)) return page.html
  const answer = await context.fetch({ url: read.alternate, kind: 'page', credentials })
  if (isFailure(answer)) return page.html
  const contentType = answer.headers['content-type']
  const html = decode(answer.body, { kind: 'html', ...(contentType ? { contentType } : {}) }).text
  return isBetter(read, extractPage(html, { url: answer.url })) ? html : page.html
}

/** Most pages do not: those are not parsed twice. */
const STATES_TWIN = /\brel\s*=\s*["']?\s*amphtml\b/i

/** No article is cut into more parts than this. */
const PARTS = 10

type Part = { readonly html: string; readonly url: string }

/** The parts of the article after this page, as far as they can be had. */
async function furtherParts(
  context: Context,
  first: Part,
  credentials: Awaited<ReturnType<typeof credentialsFor>>,
): Promise<readonly Part[]> {
  const parts: Part[] = []
  let { html, url } = first
  while (parts.length + 1 < PARTS && STATES_NEXT.test(html)) {
    const next = extractPage(html, { url }).nextPage
    if (next === undefined) break
    const answer = await context.fetch({ url: next, kind: 'page', credentials })
    if (isFailure(answer) || parts.some((part) => part.url === answer.url) || answer.url === first.url) break
    const contentType = answer.headers['content-type']
    html = decode(answer.body, { kind: 'html', ...(contentType ? { contentType } : {}) }).text
    url = answer.url
    parts.push({ html, url })
  }
  return parts
}

/** Few pages do: the others are not parsed twice. */
const STATES_NEXT = /\brel\s*=\s*["']?\s*next\b/i

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
