/** Pictures of articles, fetched by this reader and not by the browser: no outlet learns who reads, and when. */

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'

export type Picture = { readonly type: string; readonly bytes: Uint8Array }

export type Pictures = {
  /** The reader's own address of a picture. */
  readonly pathOf: (url: string) => string
  /** The picture's address, where this reader gave the signature itself: it is no open door for others' requests. */
  readonly urlOf: (signature: string, name: string) => string | undefined
  readonly fetch: (url: string) => Promise<Picture | undefined>
}

/** Types a browser shows as a picture; SVG only in a document that may do nothing. */
const TYPES = /^image\/(?:png|jpeg|gif|webp|avif|svg\+xml|x-icon|vnd\.microsoft\.icon)$/

export function openPictures(key: string, fetch: Pictures['fetch']): Pictures {
  const sign = (url: string) => createHmac('sha256', key).update(url).digest('base64url').slice(0, 22)
  return {
    fetch,
    pathOf: (url) => `/picture/${sign(url)}/${Buffer.from(url).toString('base64url')}`,
    urlOf: (signature, name) => {
      const url = Buffer.from(name, 'base64url').toString()
      const [given, own] = [Buffer.from(signature), Buffer.from(sign(url))]
      return given.length === own.length && timingSafeEqual(given, own) ? url : undefined
    },
  }
}

export const pictureAsset = (pictures: Pictures | undefined) => async (c: Context) => {
  const { signature = '', name = '' } = c.req.param() as { signature?: string; name?: string }
  const url = pictures?.urlOf(signature, name)
  const picture = url === undefined ? undefined : await pictures?.fetch(url)
  const type = picture?.type.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!picture || !TYPES.test(type)) return c.body(null, 404)
  return c.body(picture.bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': type,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cache-control': 'private, max-age=604800, immutable',
  })
}
