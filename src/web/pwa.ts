/** What lets a browser install the reader and open it without a connection. */

import type { Context, Handler } from 'hono'
import { html } from 'hono/html'
import { assetUrl, clientAssets } from './assets.ts'
import { firstFonts } from './fonts.ts'
import { language, languages, t } from './messages.ts'
import { respond } from './views/layout.ts'

const icon = (name: string, sizes: string, purpose: 'any' | 'maskable') => ({
  src: assetUrl(name),
  sizes,
  type: name.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
  purpose,
})

/** W3C Web Application Manifest, with a share target. */
export const serveManifest: Handler = (c) => {
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Accept-Language, Cookie')
  const manifest = {
    id: '/',
    name: 'Throughline',
    description: t('A news reader in which the unit is the story.'),
    lang: language(),
    dir: languages[language()].direction,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fcfaf5',
    theme_color: '#fcfaf5',
    categories: ['news'],
    icons: [
      icon('icon.svg', 'any', 'any'),
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('icon-maskable-512.png', '512x512', 'maskable'),
    ],
    shortcuts: [
      { name: t('Following'), url: '/following' },
      { name: t('Search'), url: '/search' },
      { name: t('Notes'), url: '/notes' },
    ],
    share_target: {
      action: '/share',
      method: 'GET',
      enctype: 'application/x-www-form-urlencoded',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  }
  return c.body(JSON.stringify(manifest), 200, { 'Content-Type': 'application/manifest+json' })
}

/** Stands at the root, so that it serves every page; changes whenever one of its files does. */
export const serveWorker: Handler = (c) => {
  const files = [assetUrl('style.css'), assetUrl('icon.svg'), ...clientAssets()]
  const fonts = firstFonts().map((file) => `/assets/fonts/${file}`)
  const shell = {
    version: assetUrl('style.css').split('/')[2] + assetUrl('worker.ts').split('/')[2]!,
    files: [...files, ...fonts],
  }
  const body = `import { startWorker } from ${JSON.stringify(assetUrl('worker.ts'))}\nstartWorker(self, ${JSON.stringify(shell)})\n`
  return c.body(body, 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
  })
}

/** Shown where a page cannot be had; its list is filled from what the browser holds. */
export const offlinePage = (c: Context) =>
  respond(c, {
    kind: 'offline',
    title: t('You are offline'),
    body: html`<h1>${t('You are offline')}</h1><p>${t('This page cannot be loaded now. These can be read without a connection:')}</p>
<p class="empty" data-held-none hidden>${t('Nothing yet: articles that are starred, put by for later or new are kept here while there is a connection.')}</p>
<ol data-held></ol>
<p data-waiting hidden>${t('What you marked and wrote since waits here and is sent once there is a connection.')}</p>`,
  })
