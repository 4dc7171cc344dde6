/** A signed POST of JSON to an address the reader named. */

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Door } from './door.ts'
import { type Failure, isFailure } from './failure.ts'

export type WebhookCall = {
  readonly url: string
  /** Known to both sides; signs the body. Without one the call goes unsigned. */
  readonly secret?: string | undefined
  /** The same for every attempt at one delivery, so that the other side can tell repeats. */
  readonly id: string
  readonly body: unknown
}

/**
 * The value of the `webhook-signature` header: `t=SECONDS,v1=HEX`, HMAC-SHA256 over `SECONDS.ID.BODY`. The time is
 * signed too, so that an old delivery cannot be played again.
 */
export const sign = (secret: string, seconds: number, id: string, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${id}.${body}`).digest('hex')}`

/** What the other side does: true where the header was made with the secret, at most `tolerance` seconds ago. */
export function verifySignature(
  secret: string,
  header: string,
  { id, body, now, tolerance = 300 }: { id: string; body: string; now: number; tolerance?: number },
): boolean {
  const seconds = Number(/^t=([1-9]\d{0,11}),v1=[0-9a-f]{64}$/.exec(header)?.[1] ?? Number.NaN)
  if (!(Math.abs(now / 1000 - seconds) <= tolerance)) return false
  return timingSafeEqual(Buffer.from(sign(secret, seconds, id, body)), Buffer.from(header))
}

/** `now` in milliseconds. Undefined once delivered. */
export async function sendWebhook(
  door: Pick<Door, 'fetch'>,
  call: WebhookCall,
  now: number,
): Promise<Failure | undefined> {
  const body = JSON.stringify(call.body)
  const outcome = await door.fetch({
    url: call.url,
    kind: 'webhook',
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': call.id,
      ...(call.secret
        ? { 'webhook-signature': sign(call.secret, Math.floor(now / 1000), call.id, body) }
        : {}),
    },
    body,
  })
  return isFailure(outcome) ? outcome : undefined
}
