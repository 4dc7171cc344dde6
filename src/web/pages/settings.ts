/** Settings: how pages are set for this browser, and signing out. Kept in a cookie, so that no script is needed. */

import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { t } from '../messages.ts'
import {
  COOKIE,
  type Preferences,
  preferenceChoices,
  preferencesFrom,
  readPreferences,
  writePreferences,
} from '../preferences.ts'
import { ownPath } from '../session.ts'
import type { Env, Site } from '../site.ts'
import { respond } from '../views/layout.ts'
import { preferenceWords } from '../views/preference-words.ts'

export const settingsPage = (site: Site) => (c: Context<Env>) => {
  const kept = readPreferences((name) => getCookie(c, name))
  const keys = Object.keys(preferenceWords) as (keyof Preferences)[]
  return respond(c, {
    kind: 'settings',
    here: 'settings',
    title: t('Settings'),
    body: html`<h1>${t('Settings')}</h1>
${c.req.query('saved') !== undefined && html`<p class="outcome" role="status">${t('Saved for this browser.')}</p>`}
<form method="post" action="/settings" class="preferences">${keys.map((key) => {
      const { legend, names } = preferenceWords[key]
      return html`<fieldset><legend>${legend()}</legend>${preferenceChoices[key].map(
        (value) =>
          html`<label><input type="radio" name="${key}" value="${value}"${kept[key] === value ? html` checked` : ''}> ${names[value]?.()}</label>`,
      )}</fieldset>`
    })}<button>${t('Save')}</button></form>
<section aria-labelledby="install"><h2 id="install">${t('This reader')}</h2><dl class="install"><div><dt>${t('Everything is kept in')}</dt><dd><code>${site.config.folder}</code></dd></div><div><dt>${t('Listens on')}</dt><dd><code>${site.config.host}:${site.config.port}</code></dd></div></dl><p><a href="/offline">${t('What can be read offline')}</a></p></section>
${site.config.password !== undefined && html`<form method="post" action="/sign-out"><button>${t('Sign out')}</button></form>`}`,
  })
}

const YEAR = 365 * 86_400

export const saveSettings = (_site: Site) => async (c: Context<Env>) => {
  const form = await c.req.parseBody()
  const kept: Readonly<Record<string, string>> = readPreferences((name) => getCookie(c, name))
  // A form may ask for some of them only.
  const preferences = preferencesFrom((key) => (typeof form[key] === 'string' ? form[key] : kept[key]))
  setCookie(c, COOKIE, writePreferences(preferences), {
    path: '/',
    sameSite: 'Lax',
    maxAge: YEAR,
    httpOnly: true,
  })
  return c.redirect(typeof form.back === 'string' ? ownPath(form.back) : '/settings?saved', 303)
}
