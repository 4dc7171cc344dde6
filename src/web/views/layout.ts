/** The frame of every page: head, masthead, navigation, and the reader's own settings on the root element. */

import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { Reader } from '../../store/readers.ts'
import { assetUrl } from '../assets.ts'
import { firstFonts, wantsAllFaces } from '../fonts.ts'
import { type Html, language, languages, rich, t } from '../messages.ts'
import { type Preferences, readPreferences } from '../preferences.ts'
import { type Key, keyMap } from './keys.ts'

export type { Html } from '../messages.ts'

export type Page = {
  readonly title: string
  readonly body: Html
  /** Which of the navigation's places this is. */
  readonly here?: (typeof places)[number]['key']
  readonly query?: string
  /** Of the article shown; the frame keeps the reader's. */
  readonly language?: string
  /** Shows fictional articles: said on top of the page, in words. */
  readonly sample?: boolean
  /** Address of a feed of what the page shows. */
  readonly feed?: string
  readonly status?: 200 | 400 | 403 | 404 | 415 | 421 | 429 | 500
  /** Kind of page, for the stylesheet and the keyboard. */
  readonly kind: string
  /** Keys that only this page has. */
  readonly keys?: readonly Key[]
}

const places = [
  { key: 'front', href: '/', name: () => t('Front page') },
  { key: 'river', href: '/river', name: () => t('River') },
  { key: 'following', href: '/following', name: () => t('Following') },
  { key: 'notes', href: '/notes', name: () => t('Notes') },
  { key: 'search', href: '/search', name: () => t('Search') },
  { key: 'sources', href: '/sources', name: () => t('Sources') },
  { key: 'settings', href: '/settings', name: () => t('Settings') },
] as const

/** Set once a browser has been here. */
const FACES = 'faces'
const YEAR = 365 * 86_400

export function respond(c: Context, page: Page) {
  const preferences = readPreferences((name) => getCookie(c, name))
  const reader = (c.get('reader') as Reader | undefined)?.id
  // A browser asks every time; what it may show without an answer says that it is a saved copy.
  c.header('Cache-Control', 'private, no-cache')
  const faces = getCookie(c, FACES) !== undefined || wantsAllFaces(language(), page.language ?? '')
  if (reader !== undefined && getCookie(c, FACES) === undefined)
    setCookie(c, FACES, 'all', { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: YEAR })
  return c.html(layout(page, preferences, { reader, faces }), page.status ?? 200)
}

function layout(
  page: Page,
  { theme, size, width, face }: Preferences,
  { reader, faces }: { reader: number | undefined; faces: boolean },
): Html {
  return html`<!doctype html>
<html lang="${language()}" dir="${languages[language()].direction}" data-locale="${languages[language()].locale}" data-theme="${theme}" data-size="${size}" data-width="${width}" data-face="${face}"${faces ? html` data-faces="all"` : ''}${reader === undefined ? '' : html` data-reader="${reader}"`}>
<head>
<meta charset="utf-8">
<title>${page.title}${page.kind === 'front' ? '' : ' · Throughline'}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme === 'auto' ? 'light dark' : theme === 'dark' ? 'dark' : 'light'}">
${firstFonts(language(), page.language ?? '').map((file) => html`<link rel="preload" href="/assets/fonts/${file}" as="font" type="font/woff2" crossorigin>`)}
<link rel="stylesheet" href="${assetUrl('style.css')}">
<link rel="icon" href="${assetUrl('icon.svg')}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${assetUrl('icon-apple-180.png')}">
<link rel="manifest" href="/manifest.webmanifest" crossorigin="use-credentials">
${page.feed && html`<link rel="alternate" type="application/atom+xml" href="${page.feed}" title="${page.title}">`}
<script type="module" src="${assetUrl('main.ts')}"></script>
</head>
<body class="page-${page.kind}">
<a class="skip" href="#main">${t('Skip to the content')}</a>
<p class="copy-note" role="status">${rich('Saved copy of {time}: you are offline.', { time: html`<time data-copied></time>` })} <span data-waiting hidden>${t('What you marked and wrote since waits here and is sent once there is a connection.')}</span> <a href="/offline">${t('What can be read offline')}</a></p>
<header class="masthead">
<p class="name"><a href="/">Throughline</a></p>
<nav aria-label="${t('Main')}">
<ul>${places.map(
    ({ key, href, name }) =>
      html`<li><a href="${href}"${page.here === key ? html` aria-current="page"` : ''}>${name()}</a></li>`,
  )}</ul>
</nav>
<form class="find" action="/search" role="search"><label class="unseen" for="find">${t('Search')}</label>
<input id="find" type="search" name="q" placeholder="${t('Search')}" value="${page.query ?? ''}" maxlength="300"><button>${t('Search')}</button></form>
</header>
${page.sample && html`<aside class="sample-note" aria-label="${t('Fictional sample')}"><p><strong>${t('Fictional sample.')}</strong> ${rich('These outlets, people and events are invented, to show how the reader works. They go once you {add}.', { add: html`<a href="/sources">${t('add titles of your own')}</a>` })}</p></aside>`}
<main id="main" tabindex="-1">
${page.body}
</main>
<footer class="colophon"><p>${t('Throughline, on your own machine.')} <span class="keys-hint">${rich('Press {key} for keys.', { key: html`<kbd>?</kbd>` })}</span></p></footer>
${keyMap(page.keys)}
</body>
</html>`
}
