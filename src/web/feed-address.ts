/** Addresses of a reader's feeds: where a password is set they carry the reader's secret, since feed readers can't sign in. */

import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Reader } from '../store/readers.ts'
import { feedSecret, readerWithSecret } from '../store/saved-searches.ts'
import type { Env, Site } from './site.ts'

const FEED = /^\/(?:search|(?:story|actor)\/\d+)\/feed\.xml$/

/** `path` as a feed reader can fetch it. */
export async function feedAddress(site: Site, c: Context<Env>, path: string): Promise<string> {
  if (site.config.password === undefined) return path
  const secret = await feedSecret(site.store.db, c.get('reader').id, randomBytes(24).toString('base64url'))
  return `${path}${path.includes('?') ? '&' : '?'}secret=${secret}`
}

/** Whose feed is asked for, where the address carries a reader's secret. */
export async function readerOfFeed(site: Site, c: Context): Promise<Reader | undefined> {
  const secret = c.req.query('secret')
  if (secret === undefined || !FEED.test(c.req.path)) return undefined
  return readerWithSecret(site.store.db, secret)
}
