/** A reader's own subscriptions: what proves them to a site, kept sealed and sent to that site's hosts alone. */

import type { Secrets } from '../net/secrets.ts'
import { credentialsOfOutlet, saveCredential } from '../store/credentials.ts'
import type { Db } from '../store/engines/engine.ts'
import type { Source } from '../store/sources.ts'
import type { Context } from './context.ts'

export const credentialKinds = ['basic', 'header', 'cookie', 'password'] as const
export type CredentialKind = (typeof credentialKinds)[number]

/** What a secret is sealed for: it opens for the same source and kind alone. */
const purposeOf = (source: number, kind: CredentialKind): string => `source:${source}:${kind}`

/**
 * Seals and keeps the secret of a source: `name:password` (basic), `Name: value` (header), `a=1; b=2` (cookie), or a
 * mailbox's password. It is sent to the host of the source's address and to `hosts`. Gives why it cannot be used.
 */
export async function keepCredential(
  { db, secrets, now }: Pick<Context, 'db' | 'secrets' | 'now'>,
  source: Source,
  given: { readonly kind: CredentialKind; readonly secret: string; readonly hosts?: readonly string[] },
): Promise<{ readonly hosts: readonly string[] } | { readonly failed: string }> {
  if (!secrets) return { failed: 'There is no key to keep it with.' }
  const secret = given.secret.replace(/\r?\n$/, '')
  const wrong = wrongWith(source, given.kind, secret)
  if (wrong !== undefined) return { failed: wrong }
  const own = URL.parse(source.url)?.hostname
  const hosts = [...new Set([...(own ? [own] : []), ...(given.hosts ?? []).map(hostOf)])]
  const bad = (given.hosts ?? []).find((host) => hostOf(host) === '')
  if (bad !== undefined) return { failed: `“${bad}” is not the name of a host.` }
  const sealed = secrets().seal(secret, purposeOf(source.id, given.kind))
  await saveCredential(db, { source: source.id, kind: given.kind, hosts, sealed }, now())
  return { hosts }
}

const hostOf = (name: string): string =>
  /^[\w.-]+$/.test(name) ? (URL.parse(`https://${name}/`)?.hostname ?? '') : ''

function wrongWith({ kind: source }: Source, kind: CredentialKind, secret: string): string | undefined {
  if (source === 'files' || source === 'mail') return 'This source is never asked for anything.'
  if ((kind === 'password') !== (source === 'mailbox'))
    return source === 'mailbox' ? 'A mailbox takes a password.' : 'Only a mailbox takes a password alone.'
  if (secret.trim() === '') return 'Nothing was given.'
  if (kind === 'password') return undefined
  if (kind === 'basic') return secret.includes(':') ? undefined : 'Give it as NAME:PASSWORD.'
  // Header values as RFC 9110 5.5 allows them.
  if (!/^[\t\x20-\x7e]+$/.test(secret)) return 'It holds characters that no header can carry.'
  if (kind === 'cookie') return /^[^\s=;]+=/.test(secret) ? undefined : 'Give it as NAME=VALUE; NAME=VALUE.'
  if (!/^[\w-]+:\s*\S/.test(secret)) return 'Give it as NAME: VALUE.'
  return unsafe.test(secret) ? 'That header belongs to the connection and cannot be set.' : undefined
}

const unsafe =
  /^(?:host|connection|content-[\w-]+|transfer-encoding|upgrade|te|trailer|expect|proxy-[\w-]+|referer|cookie2?|accept-encoding):/i

/** The headers to go along to an address, undefined for every host but the outlet's own. */
export async function credentialsFor(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  source: Source,
  address: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  if (!secrets) return undefined
  const url = URL.parse(address)
  if (!url) return undefined
  const own = URL.parse(source.url)
  // Never over an open line what the reader gave for a closed one.
  if (url.protocol !== 'https:' && own?.protocol !== url.protocol) return undefined
  const fits = (await credentialsOfOutlet(db, source.outlet)).filter(
    ({ kind, hosts }) => kind !== 'password' && hosts.includes(url.hostname),
  )
  const best = fits.find((one) => one.source === source.id) ?? fits[0]
  const secret = best && secrets().open(best.sealed, purposeOf(best.source, best.kind))
  return best && secret !== undefined ? headersOf(best.kind, secret) : undefined
}

function headersOf(kind: CredentialKind, secret: string): Readonly<Record<string, string>> {
  if (kind === 'cookie') return { cookie: secret }
  if (kind === 'basic') return { authorization: `Basic ${Buffer.from(secret).toString('base64')}` }
  const colon = secret.indexOf(':')
  return { [secret.slice(0, colon).toLowerCase()]: secret.slice(colon + 1).trim() }
}

/** A mailbox's password, or undefined where none is kept or the key has changed. */
export async function passwordOf(
  { db, secrets }: { readonly db: Db; readonly secrets?: () => Secrets },
  source: Source,
): Promise<string | undefined> {
  const kept = (await credentialsOfOutlet(db, source.outlet)).find((one) => one.source === source.id)
  return kept && secrets ? secrets().open(kept.sealed, purposeOf(source.id, kept.kind)) : undefined
}
