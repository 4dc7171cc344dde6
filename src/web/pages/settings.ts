/** Settings: how pages are set for this browser, and signing out. Kept in a cookie, so that no script is needed. */

import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import {
  COOKIE,
  preferenceChoices,
  preferencesFrom,
  readPreferences,
  writePreferences,
} from '../preferences.ts'
import type { Env, Site } from '../site.ts'
import { respond } from '../views/layout.ts'

const labels = {
  theme: ['Colours', { auto: 'as the device', light: 'light', dark: 'dark', sepia: 'sepia' }],
  size: ['Text size', { s: 'small', m: 'medium', l: 'large', xl: 'very large' }],
  width: ['Line width', { narrow: 'narrow', medium: 'medium', wide: 'wide' }],
  face: ['Reading type', { serif: 'serif', sans: 'sans serif' }],
} as const

export const settingsPage = (site: Site) => (c: Context<Env>) => {
  const kept = readPreferences((name) => getCookie(c, name))
  const keys = Object.keys(labels) as (keyof typeof labels)[]
  return respond(c, {
    kind: 'settings',
    here: 'settings',
    title: 'Settings',
    body: html`<h1>Settings</h1>
${c.req.query('saved') !== undefined && html`<p class="outcome" role="status">Saved for this browser.</p>`}
<form method="post" action="/settings" class="preferences">${keys.map((key) => {
      const [label, words] = labels[key]
      return html`<fieldset><legend>${label}</legend>${preferenceChoices[key].map(
        (value) =>
          html`<label><input type="radio" name="${key}" value="${value}"${kept[key] === value ? html` checked` : ''}> ${(words as Record<string, string>)[value]}</label>`,
      )}</fieldset>`
    })}<button>Save</button></form>
<section aria-labelledby="install"><h2 id="install">This reader</h2><dl class="install"><div><dt>Everything is kept in</dt><dd><code>${site.config.folder}</code></dd></div><div><dt>Listens on</dt><dd><code>${site.config.host}:${site.config.port}</code></dd></div></dl></section>
${site.config.password !== undefined && html`<form method="post" action="/sign-out"><button>Sign out</button></form>`}`,
  })
}

const YEAR = 365 * 86_400

export const saveSettings = (_site: Site) => async (c: Context<Env>) => {
  const form = await c.req.parseBody()
  const preferences = preferencesFrom((key) => (typeof form[key] === 'string' ? form[key] : undefined))
  setCookie(c, COOKIE, writePreferences(preferences), {
    path: '/',
    sameSite: 'Lax',
    maxAge: YEAR,
    httpOnly: true,
  })
  return c.redirect('/settings?saved', 303)
}
