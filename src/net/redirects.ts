/** Where a redirect leads, and what may go along with the reader on the way. */

import type { Hop } from './exchange.ts'
import { type Failure, failure } from './failure.ts'
import type { Redirect } from './request.ts'

const redirectCodes = new Set([301, 302, 303, 307, 308])
const permanentCodes = new Set([301, 308])

export const isRedirect = (status: number): boolean => redirectCodes.has(status)

/** Location may hold raw UTF-8, which the HTTP parser hands over as Latin-1. */
function readLocation(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'))
  } catch {
    return value
  }
}

/** The same host, and no fall from https to http: what was meant for `from` may be sent to `to`. */
export function sameParty(from: URL, to: URL): boolean {
  if (from.origin === to.origin) return true
  return (
    from.hostname === to.hostname &&
    from.protocol === 'http:' &&
    to.protocol === 'https:' &&
    from.port === '' &&
    to.port === ''
  )
}

/** Headers that tell the new host nothing but what every host is told. */
const ordinary = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'user-agent',
  'if-none-match',
  'if-modified-since',
])

/** The next hop, or why there is none. Gives undefined where the answer names no new address. */
export function nextHop(hop: Hop, status: number, location: string | undefined): Hop | Failure | undefined {
  if (!location?.trim()) return undefined
  const url = URL.parse(readLocation(location.trim()), hop.url.href)
  if (!url) return failure('redirects', 'The server redirects to something that is no address', { status })
  url.hash = ''
  // A name and password that the redirecting server wrote are not the reader's.
  url.username = ''
  url.password = ''
  const same = sameParty(hop.url, url)
  const headers = same
    ? hop.headers
    : Object.fromEntries(Object.entries(hop.headers).filter(([name]) => ordinary.has(name)))
  // RFC 9110 15.4.4 for 303; 301 and 302 turn POST into GET as every browser does.
  const toGet =
    (status === 303 && hop.method !== 'HEAD') || ((status === 301 || status === 302) && hop.method === 'POST')
  if (toGet) {
    const { 'content-type': _type, 'content-encoding': _encoding, ...rest } = headers
    return { url, method: 'GET', headers: rest, body: undefined }
  }
  if (!same && hop.body !== undefined)
    return failure(
      'redirects',
      `The server redirects to ${url.host}, where what was meant for ${hop.url.host} is not sent`,
    )
  return { url, method: hop.method, headers, body: hop.body }
}

/** The address at the end of the permanent redirects that the way began with, if it began with any. */
export function permanentEnd(redirects: readonly Redirect[]): string | undefined {
  let end: string | undefined
  for (const { to, status } of redirects) {
    if (!permanentCodes.has(status)) break
    end = to
  }
  return end
}
