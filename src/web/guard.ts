/** What every answer carries and every request must pass: headers, the host it was sent to, where forms come from. */

import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { isLoopback } from '../config.ts'
import { t } from './messages.ts'
import { problemPage } from './views/problem.ts'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Files of the reader's own that no browser shows as a document: a policy for documents says nothing of them. */
const part = /^\/assets\/.+\.(?:css|ts|woff2)$/

export const headers: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('X-Content-Type-Options', 'nosniff')
  // A first visit asks for a dozen of them; the rest would be a tenth of its bytes.
  if (part.test(c.req.path)) return
  c.header('Content-Security-Policy', policy)
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Frame-Options', 'DENY')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
}

/**
 * On loopback there is no password, so a page of a hostile site whose name was pointed at 127.0.0.1 (DNS
 * rebinding) must not be answered: its requests carry that site's name in Host.
 */
export const ownHostOnly: MiddlewareHandler = async (c, next) => {
  const host = URL.parse(`http://${c.req.header('host') ?? ''}`)?.hostname.replace(/^\[|\]$/g, '')
  if (host === undefined || !isLoopback(host)) {
    return problemPage(c, 421, t('This reader answers only on this computer, as localhost or 127.0.0.1.'))
  }
  await next()
}

/** Forms are taken from this site's own pages only, whatever the content type says. */
export const ownFormsOnly: MiddlewareHandler = async (c, next) => {
  const { method } = c.req
  if (method === 'GET' || method === 'HEAD') return next()
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    return problemPage(c, 415, t('Only forms can be sent here.'))
  }
  return fromOwnPages(c, next)
}

const fromOwnPages = csrf()
