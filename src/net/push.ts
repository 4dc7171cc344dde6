/** Web Push: a message encrypted for one browser (RFC 8291), sent through the door with our signature (RFC 8292). */

import {
  createCipheriv,
  createECDH,
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign as signWith,
} from 'node:crypto'
import type { Door } from './door.ts'
import { type Failure, failure, isFailure } from './failure.ts'

/** As the browser's PushSubscription gives it; keys in base64url. */
export type PushSubscription = {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

/** Our lasting key pair, both in base64url; the public one is what the browser subscribes with. */
export type VapidKeys = { readonly publicKey: string; readonly privateKey: string }

export type PushOptions = {
  readonly keys: VapidKeys
  /** `mailto:` or `https:` address of whoever runs this reader. */
  readonly subject: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Seconds that the push service may keep the message for an absent browser. */
  readonly keepFor?: number
  readonly urgency?: 'very-low' | 'low' | 'normal' | 'high'
  /** Replaces an undelivered message of the same topic; any text. */
  readonly topic?: string
}

/** RFC 8030 7.2: services must take 4096 bytes; 103 of them go to the header and the tag. */
export const mostPushBytes = 3993

export function makeVapidKeys(): VapidKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const { d = '', x = '', y = '' } = privateKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return { publicKey: point.toString('base64url'), privateKey: d }
}

/** RFC 8292 2: a token for the push service's origin, valid for twelve hours. */
export function vapidHeader(endpoint: string, { keys, subject, now }: PushOptions): string {
  const point = Buffer.from(keys.publicKey, 'base64url')
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: keys.privateKey,
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33, 65).toString('base64url'),
    },
  })
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1000) + 12 * 3600, sub: subject }
  const token = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  const signature = signWith('sha256', Buffer.from(token), { key, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${token}.${signature.toString('base64url')}, k=${keys.publicKey}`
}

/** What makes each message unlike any other; given only in tests. */
type Chance = { readonly salt: Uint8Array; readonly privateKey: Uint8Array }

const freshChance = (): Chance => {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return { salt: randomBytes(16), privateKey: pair.getPrivateKey() }
}

const derive = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array | string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))

/** RFC 8291 3.4: the body of the request, one record of aes128gcm. Throws on keys that are no keys. */
export function encryptPush(
  plain: Uint8Array,
  keys: PushSubscription['keys'],
  chance = freshChance(),
): Buffer {
  const theirs = Buffer.from(keys.p256dh, 'base64url')
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(chance.privateKey)
  const ours = pair.getPublicKey()
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours])
  const secret = derive(pair.computeSecret(theirs), Buffer.from(keys.auth, 'base64url'), info, 32)
  const key = derive(secret, chance.salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(secret, chance.salt, 'Content-Encoding: nonce\0', 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // RFC 8188 2: 2 ends the last record.
  const sealed = [cipher.update(plain), cipher.update(Buffer.from([2])), cipher.final(), cipher.getAuthTag()]
  const size = Buffer.alloc(4)
  size.writeUInt32BE(4096)
  return Buffer.concat([chance.salt, size, Buffer.from([ours.length]), ours, ...sealed])
}

/**
 * Sends one message. Undefined once the service has it. Status 404 and 410 mean that the subscription is gone for
 * good and should be forgotten.
 */
export async function sendPush(
  door: Pick<Door, 'fetch'>,
  { endpoint, keys }: PushSubscription,
  message: string,
  options: PushOptions,
): Promise<Failure | undefined> {
  const plain = Buffer.from(message)
  if (plain.length > mostPushBytes) return failure('too-large', 'The message is too long to be pushed')
  if (!URL.parse(endpoint)) return failure('address', 'The push subscription has no address')
  let body: Buffer
  try {
    body = encryptPush(plain, keys)
  } catch {
    return failure('broken', 'The keys of the push subscription are not valid')
  }
  const outcome = await door.fetch({
    url: endpoint,
    kind: 'push',
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'content-encoding': 'aes128gcm',
      ttl: String(options.keepFor ?? 24 * 3600),
      ...(options.urgency ? { urgency: options.urgency } : {}),
      // RFC 8030 5.4: at most 32 characters of the base64url alphabet.
      ...(options.topic
        ? { topic: createHash('sha256').update(options.topic).digest('base64url').slice(0, 32) }
        : {}),
    },
    credentials: { authorization: vapidHeader(endpoint, options) },
    body,
  })
  return isFailure(outcome) ? outcome : undefined
}
