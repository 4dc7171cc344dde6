/** The site's own files: the style sheet, icons and browser modules, read once, named by their content, cached for good. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Handler } from 'hono'
import { fontPath } from './fonts.ts'
import { oneSheet } from './sheets.ts'

type Bytes = Uint8Array<ArrayBuffer>

type Asset = {
  readonly body: Bytes
  /** The same under Brotli, where that is smaller. */
  readonly small: Bytes | undefined
  readonly type: string
  readonly hash: string
}

const FOREVER = 'public, max-age=31536000, immutable'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ts': 'text/javascript; charset=utf-8',
}

const folders = ['assets', 'client'].map((name) => join(import.meta.dirname, name))

const assets: ReadonlyMap<string, Asset> = loadAll()

/** The address of an asset, changing with its content. A name that does not exist is a mistake in a page. */
export function assetUrl(name: string): string {
  const asset = assets.get(name)
  if (!asset) throw new Error(`There is no asset ${name}.`)
  return `/assets/${asset.hash}/${name}`
}

/** Addresses of every browser module. */
export const clientAssets = (): readonly string[] =>
  [...assets.keys()].filter((name) => name.endsWith('.ts')).map(assetUrl)

export const serveAsset: Handler = (c) => {
  const asset = assets.get(c.req.param('name') ?? '')
  if (!asset) return c.notFound()
  const small = /\bbr\b/.test(c.req.header('accept-encoding') ?? '') ? asset.small : undefined
  return c.body(small ?? asset.body, 200, {
    'Content-Type': asset.type,
    'Cache-Control': c.req.param('hash') === asset.hash ? FOREVER : 'no-cache',
    ...(asset.small ? { Vary: 'Accept-Encoding' } : {}),
    ...(small ? { 'Content-Encoding': 'br' } : {}),
  })
}

/** Font files never change under one name: the package's version is pinned. */
export const serveFont: Handler = async (c) => {
  const path = fontPath(c.req.param('name') ?? '')
  if (!path) return c.notFound()
  return c.body(new Uint8Array(await readFile(path)), 200, {
    'Content-Type': 'font/woff2',
    'Cache-Control': FOREVER,
  })
}

function loadAll(): Map<string, Asset> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) in types && !entry.name.endsWith('.test.ts'))
      .map((entry) => ({ name: entry.name, bytes: readFileSync(join(folder, entry.name)) })),
  )
  // Browser modules import one another by plain relative names, so they share one hash, and with it a folder.
  const sheets = files.filter(({ name }) => name.endsWith('.css'))
  const others = files.filter(({ name }) => !name.endsWith('.css'))
  const modules = files.filter(({ name }) => name.endsWith('.ts'))
  const together = hashOf(Buffer.concat(modules.map(({ bytes }) => bytes)))
  return new Map(
    [...others, { name: 'style.css', bytes: oneSheet(sheets) }].map(({ name, bytes }) => {
      const isModule = name.endsWith('.ts')
      const body = bytesOf(contentOf(name, bytes))
      const compact = extname(name) === '.png' ? body : bytesOf(brotliCompressSync(body))
      return [
        name,
        {
          body,
          small: compact.length < body.length ? compact : undefined,
          type: types[extname(name)] ?? 'application/octet-stream',
          hash: isModule ? together : hashOf(body),
        },
      ]
    }),
  )
}

function contentOf(name: string, bytes: Buffer): Buffer {
  if (name.endsWith('.ts')) return Buffer.from(withoutRemarks(stripTypeScriptTypes(bytes.toString('utf8'))))
  return bytes
}

/** Remarks on lines of their own and indents; types left spaces behind. */
function withoutRemarks(script: string): string {
  return script
    .replace(/^\s*\/\*\*?[\s\S]*?\*\/\s*$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s*\n\s*/g, '\n')
}

function bytesOf(buffer: Buffer): Bytes {
  return new Uint8Array(buffer)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12)
}
