/** Undoes Content-Encoding, never past a stated number of bytes. */

import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'
import { type Failure, failure } from './failure.ts'

type Undo = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>

const undoGzip = promisify(gunzip) as Undo
const undoZlib = promisify(inflate) as Undo
const undoRaw = promisify(inflateRaw) as Undo

// RFC 9110 8.4.1.2: "deflate" means zlib; some servers send the bare stream all the same.
const undoDeflate: Undo = (bytes, options) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0
    ? undoZlib(bytes, options)
    : undoRaw(bytes, options)

const undoZstdAtWill = promisify(zstdDecompress) as (bytes: Uint8Array, options: object) => Promise<Buffer>

// RFC 9659: no more than 8 MB of window on the web; a frame that asks for more asks for our memory.
const undoZstd: Undo = (bytes, options) =>
  undoZstdAtWill(bytes, { ...options, params: { [constants.ZSTD_d_windowLogMax]: 23 } })

const undoers: Readonly<Record<string, Undo>> = {
  gzip: undoGzip,
  'x-gzip': undoGzip,
  deflate: undoDeflate,
  br: promisify(brotliDecompress) as Undo,
  zstd: undoZstd,
}

export const acceptedEncodings = 'gzip, deflate, br, zstd'

/** Nobody compresses thrice but to hurt. */
const mostLayers = 2

/** `encoding`: the Content-Encoding header. Gives the plain bytes, at most `cap` of them, or why not. */
export async function inflateBody(
  bytes: Uint8Array,
  encoding: string | undefined,
  cap: number,
): Promise<Uint8Array | Failure> {
  const layers = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity')
  if (layers.length > mostLayers) return failure('broken', 'The answer is compressed too many times over')
  let plain = bytes
  for (const layer of layers.reverse()) {
    if (plain.length === 0) return plain
    const undo = undoers[layer]
    if (!undo)
      return failure('broken', `The answer is compressed in a way nobody asked for (${layer.slice(0, 20)})`)
    // Servers that label but do not compress are common; the first bytes of gzip and zstd cannot be mistaken.
    if (layer.endsWith('gzip') && !isGzip(plain)) continue
    if (layer === 'zstd' && !(plain[0] === 0x28 && plain[1] === 0xb5)) continue
    try {
      plain = await undo(plain, { maxOutputLength: cap })
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? failure('too-large', `The answer unpacks to more than ${megabytes(cap)} MB`)
        : failure('broken', 'The compressed answer is damaged or broke off')
    }
  }
  return plain
}

/** Files that are gzip themselves (`sitemap.xml.gz`, `.svgz`): sitemaps.org 0.9 asks readers to take them so. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8

export const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)
