/** WebSub (W3C Recommendation): what is said to a hub, and how its answers and deliveries are checked. */

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Door } from './door.ts'
import { type Failure, failure, isFailure } from './failure.ts'

export type Subscription = {
  readonly mode: 'subscribe' | 'unsubscribe'
  /** The feed's own address, as its `self` link gives it. */
  readonly topic: string
  /** Our address for this one subscription, hard to guess. */
  readonly callback: string
  /** At most 199 bytes. */
  readonly secret: string
  readonly leaseSeconds: number
}

/** The form to POST to the hub (section 5.1). */
export const subscriptionForm = ({ mode, topic, callback, secret, leaseSeconds }: Subscription): string =>
  new URLSearchParams({
    'hub.callback': callback,
    'hub.mode': mode,
    'hub.topic': topic,
    ...(mode === 'subscribe' ? { 'hub.lease_seconds': String(leaseSeconds), 'hub.secret': secret } : {}),
  }).toString()

/** Asks the hub. Undefined where it agrees to come back with its question; deliveries begin after that. */
export async function askHub(
  door: Pick<Door, 'fetch'>,
  hub: string,
  subscription: Subscription,
): Promise<Failure | undefined> {
  const outcome = await door.fetch({
    url: hub,
    kind: 'hub',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: subscriptionForm(subscription),
  })
  return isFailure(outcome) ? outcome : undefined
}

export type Verification =
  /** Answer 200 with `challenge` as the whole body. */
  | { readonly kind: 'confirm'; readonly challenge: string; readonly leaseSeconds: number }
  /** The hub will not deliver; answer 200. */
  | { readonly kind: 'denied'; readonly reason: string }

const longestLease = 30 * 86_400
const shortestLease = 300

/** Checks a hub's GET to our callback (5.3) against what we asked for. A failure means: answer 404. */
export function readVerification(
  query: URLSearchParams,
  asked: Pick<Subscription, 'mode' | 'topic' | 'leaseSeconds'> | undefined,
): Verification | Failure {
  const mode = query.get('hub.mode')
  if (!asked || query.get('hub.topic') !== asked.topic)
    return failure('blocked', 'A hub asks about a subscription that nobody wanted')
  if (mode === 'denied')
    return { kind: 'denied', reason: (query.get('hub.reason') ?? 'The hub gives no reason').slice(0, 300) }
  const challenge = query.get('hub.challenge') ?? ''
  if (mode !== asked.mode || challenge === '' || challenge.length > 2000)
    return failure('blocked', 'A hub asks about a subscription that nobody wanted')
  const granted = Number(query.get('hub.lease_seconds') || asked.leaseSeconds)
  const leaseSeconds = Number.isFinite(granted) && granted > 0 ? granted : asked.leaseSeconds
  return {
    kind: 'confirm',
    challenge,
    leaseSeconds: Math.min(Math.max(leaseSeconds, shortestLease), longestLease),
  }
}

/** When to ask for the next lease, before this one ends: milliseconds since 1970. */
export const renewAt = (granted: number, leaseSeconds: number): number => granted + leaseSeconds * 1000 * 0.8

// Section 8 names all four. The largest public hub still signs with sha1, which stands as an HMAC.
const methods = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/** Whether the delivery was made by who knows the secret. One that was not is answered 2xx and thrown away (7). */
export function deliveryIsSigned(header: string | undefined, body: Uint8Array, secret: string): boolean {
  const [, method = '', hex = ''] = /^\s*([a-z0-9]+)=([0-9a-f]+)\s*$/i.exec(header ?? '') ?? []
  if (!methods.has(method.toLowerCase())) return false
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

export type Links = { readonly hubs: readonly string[]; readonly self?: string }

/** The hubs and the topic that a Link header names (RFC 8288), absolute; `base` is the address that answered. */
export function hubLinks(header: string | undefined, base: string): Links {
  const hubs: string[] = []
  let self: string | undefined
  const link = /<([^<>]*)>((?:\s*;\s*[\w*!#$&+.^`|~-]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]*))?)*)/g
  for (const [, target = '', parameters = ''] of (header ?? '')
    .slice(0, 20_000)
    .replace(/\s+/g, ' ')
    .matchAll(link)) {
    const rels = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters)
    const names = (rels?.[1] ?? rels?.[2] ?? '').toLowerCase().split(/\s+/)
    const url = URL.parse(target.trim(), base)
    if (!url || !/^https?:$/.test(url.protocol)) continue
    if (names.includes('hub')) hubs.push(url.href)
    if (names.includes('self')) self ??= url.href
  }
  return { hubs, ...(self === undefined ? {} : { self }) }
}
