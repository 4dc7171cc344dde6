/** Refresh: asks a source what is new and saves the answer, the new items and their reads as one. */

import { readFrontPage } from '../feeds/front-page.ts'
import { parseFeed } from '../feeds/parse.ts'
import { type Asked, nextCheck } from '../feeds/schedule.ts'
import type { Feed } from '../model/feed.ts'
import type { Answer } from '../net/door.ts'
import { type Failure, isFailure, isNobodysFault } from '../net/failure.ts'
import type { Db } from '../store/engines/engine.ts'
import { isPushed, saveHub } from '../store/hubs.ts'
import { articleListedAt, attachItem, saveItems, saveUpdatedItems } from '../store/items.ts'
import { enqueue, finish, type Job, readJob } from '../store/queue.ts'
import {
  loadSource,
  postponeCheck,
  publishedTimes,
  type Source,
  saveCheck,
  sourceByUrl,
} from '../store/sources.ts'
import { decode } from '../words/encoding.ts'
import type { Context } from './context.ts'
import { credentialsFor } from './credentials.ts'
import { recordRanks } from './front-page-ranks.ts'
import { type FoundHub, findHub } from './hub.ts'
import { markText, type ReadMailbox, readMailbox, saveLetters } from './newsletter.ts'

export type Refreshed = {
  readonly source: Source
  readonly outcome: Answered | ReadMailbox | Failure
}

/** The sample's sites are our own and change by the minute: they are asked more often than a stranger may be. */
const sampleBounds = { shortest: 30_000, longest: 120_000 }

/** Loads the source, asks it and parses what it says; nothing is written. Undefined where there is none to ask. */
export async function fetchSource(context: Context, job: Job): Promise<Refreshed | undefined> {
  const { db, fetch } = context
  const source = await loadSource(db, (job.payload as { source: number }).source)
  if (source?.state !== 'active' || source.kind === 'files' || source.kind === 'mail') return undefined
  if (source.kind === 'mailbox') return { source, outcome: await readMailbox(context, source) }
  const answer = await fetch({
    url: source.url,
    kind: source.kind === 'page' ? 'front-page' : source.kind,
    etag: source.etag ?? undefined,
    lastModified: source.last_modified ?? undefined,
    credentials: await credentialsFor(context, source, source.url),
  })
  if (isFailure(answer)) return { source, outcome: answer }
  if (answer.notModified) return { source, outcome: { answer, feed: undefined } }
  const feed = await withParts({ fetch }, readList(source.kind, answer))
  if ('failed' in feed) return { source, outcome: { failed: feed.failed, code: 'broken' } }
  const hub = findHub(context, source, answer, feed)
  return { source, outcome: { answer, feed, ...(hub ? { hub } : {}) } }
}

/** An index of sitemaps has no items of its own: those of its newest part are taken. */
export async function withParts(
  { fetch }: Pick<Context, 'fetch'>,
  feed: Feed | { readonly failed: string },
): Promise<Feed | { readonly failed: string }> {
  if ('failed' in feed || feed.items.length > 0) return feed
  const [newest] = feed.parts ?? []
  const answer = newest && (await fetch({ url: newest.url, kind: 'sitemap' }))
  if (answer === undefined || isFailure(answer)) return feed
  const part = readList('sitemap', answer)
  return 'failed' in part ? feed : { ...feed, items: part.items }
}

/** What a source of this kind lists, from the bytes it answered with. */
export function readList(
  kind: Source['kind'],
  { body, url, headers }: Pick<Answer, 'body' | 'url' | 'headers'>,
): Feed | { readonly failed: string } {
  const contentType = headers['content-type']
  const from = { url, ...(contentType === undefined ? {} : { contentType }) }
  if (kind !== 'page') return parseFeed(body, from)
  return readFrontPage(decode(body, { ...from, kind: 'html' }).text, { url })
}

/** Items, validators, next check and the reads they call for are saved together, or not at all. */
export async function saveRefresh(
  db: Db,
  job: Job,
  refreshed: Refreshed | undefined,
  now: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await finish(trx, job)
    if (!refreshed) return
    const { source, outcome } = refreshed
    if ('letters' in outcome) return saveMail(trx, source, outcome, now)
    if (!isFailure(outcome)) return saveAnswer(trx, source, outcome, now)
    if (isNobodysFault(outcome)) return postponeCheck(trx, source.id, now + (outcome.retryAfter ?? 60) * 1000)
    await saveFailure(trx, source, outcome, now)
  })
}

async function saveFailure(db: Db, source: Source, failed: Failure, now: number): Promise<void> {
  const failures = source.failures + 1
  const headers = failed.retryAfter === undefined ? {} : { 'retry-after': String(failed.retryAfter) }
  const next = plan(source, now, {
    published: [],
    answer: failed.status === 410 ? { kind: 'gone' } : { kind: 'failed', failures, headers },
  })
  await saveCheck(db, source, { at: now, ok: false, ...next, answer: `${failed.failed}. ${next.answer}` })
}

/** Letters wait for nobody's rhythm: a mailbox is asked every so often. Milliseconds. */
const MAILBOX = 15 * 60_000

async function saveMail(db: Db, source: Source, read: ReadMailbox, now: number): Promise<void> {
  const fresh = await saveLetters(db, read.letters, now)
  const left = read.tooLarge > 0 ? `, ${read.tooLarge} too large to take` : ''
  await saveCheck(db, source, {
    at: now,
    ok: true,
    next: now + (read.more ? 0 : MAILBOX),
    answer: `${read.letters.length} letters, ${fresh} new${left}`,
    etag: markText(read.mark),
  })
}

type Answered = {
  readonly answer: Answer
  readonly feed: Feed | undefined
  readonly hub?: FoundHub
}

/** Saves what a source lists and queues the reads it calls for; gives how many items are new. In a transaction. */
export async function saveListed(db: Db, source: Source, items: Feed['items'], now: number): Promise<number> {
  const fresh = await saveItems(db, source.id, items, now)
  const updated = await saveUpdatedItems(db, source.id, items)
  const unread = source.kind === 'page' ? await withoutKnown(db, fresh) : fresh
  const reads = [
    ...unread.map(({ id, published }) => ({ id, rank: published ?? now })),
    ...updated.map((id) => ({ id, rank: now })),
  ]
  await enqueue(
    db,
    reads.map(({ id, rank }) => readJob(id, rank, now)),
  )
  return fresh.length
}

/** A watched page shows what its outlet's feed brought long ago: that is tied to its article, not fetched again. */
async function withoutKnown<Fresh extends { readonly id: number; readonly item: Feed['items'][number] }>(
  db: Db,
  fresh: readonly Fresh[],
): Promise<readonly Fresh[]> {
  const unread: Fresh[] = []
  for (const one of fresh) {
    const article = one.item.url === undefined ? undefined : await articleListedAt(db, one.item.url)
    if (article === undefined) unread.push(one)
    else await attachItem(db, one.id, article)
  }
  return unread
}

async function saveAnswer(
  db: Db,
  source: Source,
  { answer, feed, hub }: Answered,
  now: number,
): Promise<void> {
  const fresh = feed ? await saveListed(db, source, feed.items, now) : 0
  if (hub) await saveHub(db, hub, now)
  const { etag, lastModified, notModified, permanentUrl, headers } = answer
  if (source.kind === 'page') await recordRanks(db, source.id, feed, now)
  const pushed = await isPushed(db, source.id, now)
  const next = plan(source, now, {
    pushed,
    published: await publishedTimes(db, source.id),
    answer: { kind: notModified ? 'unchanged' : 'ok', headers },
    ...(feed?.ttl === undefined ? {} : { ttl: feed.ttl }),
    ...(feed ? { skipHours: feed.skipHours, skipDays: feed.skipDays } : {}),
  })
  // A redirect that is called permanent may be a mistake of an hour: it is taken over once it is seen again.
  const moved = permanentUrl !== undefined && source.moved_to === permanentUrl
  const taken = moved && (await sourceByUrl(db, permanentUrl)) !== undefined
  await saveCheck(db, source, {
    at: now,
    ok: true,
    ...next,
    answer: feed ? `${feed.items.length} items, ${fresh} new` : 'Nothing new',
    // A 304 may leave the validators out; those that were kept still hold.
    etag: etag ?? (notModified ? source.etag : null),
    lastModified: lastModified ?? (notModified ? source.last_modified : null),
    movedTo: moved ? null : (permanentUrl ?? null),
    ...(moved && !taken ? { url: permanentUrl } : {}),
    ...(feed && source.title === source.url ? { title: feed.title } : {}),
  })
}

/** When to ask again, or the retirement of a source that should not be asked any more. */
function plan(source: Source, now: number, asked: Omit<Asked, 'now' | 'jitter'>) {
  const { at, why } = nextCheck({
    ...asked,
    now: new Date(now).toISOString(),
    jitter: jitterOf(source.id, now),
    ...(source.sample === 1 ? { bounds: sampleBounds } : {}),
  })
  return at === undefined
    ? { next: Number.MAX_SAFE_INTEGER, state: 'retired' as const, answer: why }
    : { next: Date.parse(at), answer: why }
}

/** 0 to 1, the same for the same source and hour: spreads checks without making a replay differ. */
const jitterOf = (source: number, now: number): number => {
  const mixed = Math.imul(source ^ Math.floor(now / 3_600_000), 0x9e3779b1) >>> 0
  return mixed / 2 ** 32
}
