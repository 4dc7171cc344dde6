/** Who is asking: on an instance without a password its one reader, else whoever signed in. */

import { randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { SESSION_LENGTH, signedIn, signIn, signOut } from '../app/account.ts'
import { firstReader } from '../store/readers.ts'
import { readerOfFeed } from './feed-address.ts'
import { t } from './messages.ts'
import type { Env, Site } from './site.ts'
import { respond } from './views/layout.ts'

const COOKIE = 'session'
/** Wrong passwords taken from everybody together before the door stays shut for a while. */
const TRIES = 10
const SHUT = 60_000

/** What a browser fetches without cookies or before anybody signed in; none of it tells what is in the store. */
const open = ['/sign-in', '/offline', '/worker.js', '/manifest.webmanifest']
const isOpen = (path: string): boolean => open.includes(path) || path.startsWith('/assets/')

export function requireReader(site: Site): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { db } = site.store
    if (site.config.password === undefined) {
      c.set('reader', await firstReader(db))
      return next()
    }
    if (isOpen(c.req.path)) return next()
    const token = getCookie(c, COOKIE)
    const reader =
      (token === undefined ? undefined : await signedIn(db, token, site.now())) ??
      (await readerOfFeed(site, c))
    if (!reader) {
      return c.redirect(
        c.req.method === 'GET' ? `/sign-in?to=${encodeURIComponent(c.req.path)}` : '/sign-in',
        303,
      )
    }
    c.set('reader', reader)
    await next()
  }
}

export const signInPage = (_site: Site) => (c: Context) => form(c, 200, undefined)

export function takeSignIn(site: Site) {
  let wrong: number[] = []
  return async (c: Context) => {
    const now = site.now()
    wrong = wrong.filter((at) => now - at < SHUT)
    if (wrong.length >= TRIES) return form(c, 429, t('Too many wrong passwords. Wait a minute.'))
    const { password } = await c.req.parseBody()
    const given = typeof password === 'string' ? password.slice(0, 1000) : ''
    const token = await signIn(site.store.db, { password: given, now, random: randomBytes })
    if (token === undefined) {
      wrong.push(now)
      return form(c, 403, t('That is not the password.'))
    }
    setCookie(c, COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https',
      maxAge: SESSION_LENGTH / 1000,
    })
    return c.redirect(ownPath(c.req.query('to')), 303)
  }
}

export const takeSignOut = (site: Site) => async (c: Context) => {
  const token = getCookie(c, COOKIE)
  if (token !== undefined) await signOut(site.store.db, token)
  deleteCookie(c, COOKIE, { path: '/' })
  // Saved pages and whatever else of the reader is in this browser.
  c.header('Clear-Site-Data', '"cache", "storage"')
  return c.redirect('/sign-in', 303)
}

/** A path of this site; anything that could lead elsewhere is the front page. */
export function ownPath(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to)) return '/'
  const url = URL.parse(to, 'http://own.invalid')
  return url?.host === 'own.invalid' ? `${url.pathname}${url.search}${url.hash}` : '/'
}

function form(c: Context, status: 200 | 403 | 429, problem: string | undefined) {
  const to = ownPath(c.req.query('to'))
  return respond(c, {
    kind: 'sign-in',
    title: t('Sign in'),
    status,
    body: html`<h1>${t('Sign in')}</h1>${problem && html`<p class="outcome failed" role="alert" id="problem">${problem}</p>`}
<form method="post" action="/sign-in?to=${encodeURIComponent(to)}" class="add"><label for="password">${t('Password')}</label><span><input id="password" name="password" type="password" autocomplete="current-password" required autofocus maxlength="1000"${problem ? html` aria-describedby="problem"` : ''}><button>${t('Sign in')}</button></span></form>`,
  })
}
