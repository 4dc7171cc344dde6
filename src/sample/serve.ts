/** Serves the sample's sites on loopback: one server, outlets told apart by the Host header, no network needed. */

import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type Dated, editionAt } from './edition.ts'
import { feedOf } from './feeds.ts'
import { type Outlet, outlets, type SourceKind } from './outlets.ts'
import { landscape, mark } from './pictures.ts'
import { aboutPage, articlePage, frontPage } from './render.ts'
import { styleSheet } from './style.ts'
import { readWorld, type World } from './world.ts'

export type SampleSource = { readonly outlet: string; readonly url: string; readonly kind: SourceKind }

export type SampleServer = {
  readonly port: number
  /** `http://ledger.sample.localhost:8081`, without a slash at the end. */
  readonly origin: (outletId: string) => string
  readonly sources: readonly SampleSource[]
  /** Everything still held back comes out at once: late articles and second versions. */
  readonly release: () => void
  readonly close: () => Promise<void>
}

export type SampleOptions = {
  /** 0 for any free port. */
  readonly port: number
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** The instant the live articles count from; the moment of the call where absent. */
  readonly start?: number
}

type Reply = { readonly type: string; readonly body: string | Buffer; readonly modified?: number }

const utf8 = (type: string): string => `${type}; charset=utf-8`

/** Windows-1251 for the one outlet that never moved on; what it cannot hold becomes a numeric reference. */
function windows1251(text: string): Buffer {
  const odd: Record<string, number> = {
    Ё: 0xa8,
    ё: 0xb8,
    '«': 0xab,
    '»': 0xbb,
    '—': 0x97,
    '–': 0x96,
    '…': 0x85,
    '№': 0xb9,
    '\u00a0': 0xa0,
  }
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) as number
    const byte = code < 0x80 ? code : code >= 0x410 && code <= 0x44f ? code - 0x350 : odd[character]
    if (byte === undefined) bytes.push(...Buffer.from(`&#${code};`, 'latin1'))
    else bytes.push(byte)
  }
  return Buffer.from(bytes)
}

function htmlReply(outlet: Outlet, page: string, modified?: number): Reply {
  const stamp = modified === undefined ? {} : { modified }
  return outlet.id === 'vestnik'
    ? { type: 'text/html; charset=windows-1251', body: windows1251(page), ...stamp }
    : { type: utf8('text/html'), body: page, ...stamp }
}

function replyTo(
  outlet: Outlet,
  path: string,
  own: readonly Dated[],
  origin: (id: string) => string,
): Reply | undefined {
  const newest = Math.max(0, ...own.map((article) => article.modified ?? article.published))
  if (path === '/robots.txt')
    return {
      type: utf8('text/plain'),
      body: `User-agent: *\nDisallow: /search\n\n${outlet.source.kind === 'sitemap' ? `Sitemap: ${origin(outlet.id)}${outlet.source.path}\n` : ''}`,
    }
  if (path === '/favicon.svg' || path === '/favicon.ico') return { type: 'image/svg+xml', body: mark(outlet) }
  if (path === '/style.css') return { type: utf8('text/css'), body: styleSheet(outlet) }
  if (path === '/about') return htmlReply(outlet, aboutPage(outlet))
  if (path === '/') return htmlReply(outlet, frontPage(outlet, own), newest)
  if (path === outlet.source.path) {
    const feed = feedOf({ outlet, origin: origin(outlet.id), articles: own })
    return feed && { ...feed, modified: newest }
  }
  const picture = /^\/img\/([a-z0-9-]+)\.svg$/.exec(path)
  if (picture) return { type: 'image/svg+xml', body: landscape(picture[1] as string) }
  const article = own.find((candidate) => candidate.path === path)
  if (!article) return undefined
  const page = articlePage(outlet, article, own, origin)
  return htmlReply(outlet, page, article.undated ? undefined : (article.modified ?? article.published))
}

/** RFC 9110, 13.2.2: If-None-Match decides where present, and only then is If-Modified-Since looked at. */
function unchanged(request: IncomingMessage, etag: string, modified: number | undefined): boolean {
  const tags = request.headers['if-none-match']
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  return modified !== undefined && since >= Math.floor(modified / 1000) * 1000
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const bytes = Buffer.from(reply.body)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  response.setHeader('ETag', etag)
  response.setHeader('Vary', 'Accept-Encoding')
  response.setHeader('Cache-Control', 'max-age=60')
  if (reply.modified) response.setHeader('Last-Modified', new Date(reply.modified).toUTCString())
  if (unchanged(request, etag, reply.modified)) {
    response.writeHead(304).end()
    return
  }
  const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const out = zipped ? gzipSync(bytes) : bytes
  if (zipped) response.setHeader('Content-Encoding', 'gzip')
  response.writeHead(200, { 'Content-Type': reply.type, 'Content-Length': out.length })
  response.end(request.method === 'HEAD' ? undefined : out)
}

/** Rejects where the port is taken. */
export async function serveSample(options: SampleOptions, world: World = readWorld()): Promise<SampleServer> {
  const start = options.start ?? options.now()
  let released: number | undefined
  let port = options.port
  const origin = (outletId: string): string => `http://${outletId}.sample.localhost:${port}`
  const server = createServer((request, response) => {
    const outlet = outlets.find(({ id }) => request.headers.host?.split('.')[0] === id)
    const path = (request.url ?? '/').split('?')[0] as string
    const own = outlet
      ? editionAt(world, start, options.now(), released).filter((article) => article.outlet === outlet.id)
      : []
    const reply = outlet && replyTo(outlet, path, own, origin)
    if (reply) send(request, response, reply)
    else response.writeHead(404, { 'Content-Type': utf8('text/plain') }).end('Nothing here.\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  return {
    port,
    origin,
    sources: outlets.map(({ id, source }) => ({
      outlet: id,
      url: origin(id) + source.path,
      kind: source.kind,
    })),
    release: () => {
      released ??= options.now()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
