/** Subscriptions at a feed's hub (WebSub): found, asked for, confirmed, renewed, and what it delivers taken in. */

import { randomBytes } from 'node:crypto'
import type { Feed } from '../model/feed.ts'
import type { Answer } from '../net/door.ts'
import { isFailure } from '../net/failure.ts'
import { askHub, deliveryIsSigned, hubLinks, readVerification, renewAt } from '../net/websub.ts'
import { changeHub, type Hub, hubByToken, hubOf, hubsToAsk, saveDelivery } from '../store/hubs.ts'
import type { Source } from '../store/sources.ts'
import type { Context } from './context.ts'

const DAY = 86_400_000
/** What is asked for; the hub may grant less. Seconds. */
const LEASE = 10 * 86_400
/** A hub that never came back with its question is asked again. Milliseconds. */
const UNHEARD = 3_600_000
const REFUSED = 6 * 3_600_000
const DENIED = 7 * DAY
/** Hubs asked in one go. */
const AT_ONCE = 5

export type FoundHub = Pick<Hub, 'source' | 'hub' | 'topic' | 'token' | 'sealed'>

const purposeOf = (source: number): string => `source:${source}:hub`

/** The hub that a feed or its headers name, with a new secret; undefined where there is none, or none can reach us. */
export function findHub(
  { publicUrl, secrets }: Context,
  source: Source,
  { headers, url }: Answer,
  feed: Feed,
): FoundHub | undefined {
  if (publicUrl === undefined || !secrets) return undefined
  const links = hubLinks(headers.link, url)
  const hub = links.hubs[0] ?? feed.hub
  if (hub === undefined || !/^https?:/.test(hub)) return undefined
  return {
    source: source.id,
    hub,
    topic: links.self ?? feed.self ?? source.url,
    token: randomBytes(24).toString('base64url'),
    sealed: secrets().seal(randomBytes(32).toString('base64url'), purposeOf(source.id)),
  }
}

/** Asks the hubs whose time has come, new ones and those whose lease runs out. */
export async function askHubs(context: Context): Promise<void> {
  const { db, publicUrl, secrets, now } = context
  if (publicUrl === undefined || !secrets) return
  for (const { source, hub, topic, token, sealed, state } of await hubsToAsk(db, now(), AT_ONCE)) {
    const secret = secrets().open(sealed, purposeOf(source))
    if (secret === undefined) {
      await changeHub(db, source, { state: 'denied', reason: 'The key has changed', ask: now() + DENIED })
      continue
    }
    // Before the hub is asked: its question may come while it still answers.
    await changeHub(db, source, { ask: now() + UNHEARD, ...(state === 'active' ? {} : { state: 'asked' }) })
    const callback = `${publicUrl}/hub/${token}`
    const wanted = { mode: 'subscribe', topic, callback, secret, leaseSeconds: LEASE } as const
    const refused = await askHub(context, hub, wanted)
    if (refused) {
      const wait = Math.max(REFUSED, (refused.retryAfter ?? 0) * 1000)
      await changeHub(db, source, { reason: refused.failed, ask: now() + wait })
    }
  }
}

/** Answers a hub's question at our callback: the challenge to send back, '' for a refusal noted, undefined for no. */
export async function answerHub(
  { db, now }: Context,
  token: string,
  query: URLSearchParams,
): Promise<string | undefined> {
  const hub = await hubByToken(db, token)
  const asked =
    hub && hub.state !== 'wanted'
      ? ({ mode: 'subscribe', topic: hub.topic, leaseSeconds: LEASE } as const)
      : undefined
  const read = readVerification(query, asked)
  if (!hub || isFailure(read)) return undefined
  if (read.kind === 'denied') {
    await changeHub(db, hub.source, { state: 'denied', reason: read.reason, ask: now() + DENIED })
    return ''
  }
  await changeHub(db, hub.source, {
    state: 'active',
    reason: null,
    lease_until: now() + read.leaseSeconds * 1000,
    ask: renewAt(now(), read.leaseSeconds),
  })
  return read.challenge
}

/**
 * Keeps what a hub delivers, to be read by the worker. False where nobody wants it any more. What is not signed with
 * our secret is taken without a word and thrown away, as the specification asks.
 */
export async function takeDelivery(
  { db, secrets }: Context,
  token: string,
  { signature, type, bytes }: { signature: string | undefined; type: string | undefined; bytes: Uint8Array },
): Promise<boolean> {
  const hub = await hubByToken(db, token)
  if (!hub || !secrets) return false
  const secret = secrets().open(hub.sealed, purposeOf(hub.source))
  if (secret !== undefined && deliveryIsSigned(signature, bytes, secret))
    await saveDelivery(db, { source: hub.source, type, bytes })
  return true
}

/** How the subscription of a source stands, in plain words; undefined where it has no hub. */
export async function hubWords({ db, now }: Context, source: number): Promise<string | undefined> {
  const hub = await hubOf(db, source)
  if (!hub) return undefined
  if (hub.state === 'active' && (hub.lease_until ?? 0) > now())
    return `its hub tells of news until ${new Date(hub.lease_until as number).toISOString().slice(0, 10)}`
  return hub.reason === null ? 'its hub has been asked to tell of news' : `its hub refuses: ${hub.reason}`
}
