/** What the first request of a fetch looks like: what it says of us, and what it never says. */

import type { Hop } from './exchange.ts'
import { acceptedEncodings } from './inflate.ts'
import { acceptByKind } from './kinds.ts'
import type { DoorRequest } from './request.ts'

/** Never ours to send, or the connection's own affair. */
const neverSent = new Set([
  'cookie',
  'cookie2',
  'referer',
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'expect',
  'proxy-authorization',
  'keep-alive',
])

/** A validator is sent verbatim or not at all: one that no header can carry must not make every later fetch fail. */
const sendable = (value: string | undefined): value is string =>
  value !== undefined && value !== '' && /^[\t\x20-\x7e\x80-\xff]+$/.test(value)

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function firstHop(request: DoorRequest, url: URL, userAgent: string): Hop {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: acceptByKind[request.kind],
    'accept-encoding': acceptedEncodings,
  }
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    const lower = name.toLowerCase()
    if (!neverSent.has(lower)) headers[lower] = value
  }
  if (sendable(request.etag)) headers['if-none-match'] = request.etag
  if (sendable(request.lastModified)) headers['if-modified-since'] = request.lastModified
  if (url.username || url.password) {
    const pair = `${unescaped(url.username)}:${unescaped(url.password)}`
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`
  }
  for (const [name, value] of Object.entries(request.credentials ?? {})) headers[name.toLowerCase()] = value
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  bare.hash = ''
  return { url: bare, method: request.method ?? 'GET', headers, body: request.body }
}
