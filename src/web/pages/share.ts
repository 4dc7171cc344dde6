/** What another program on the device shares with the reader: an address, to save as an article or to look for a feed at. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { arrived, savePage } from '../../app/save-page.ts'
import { t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { respond } from '../views/layout.ts'
import { problemPage } from '../views/problem.ts'

/** Programs put the address in any of the three; nothing is done before it is confirmed. */
export const sharePage = (site: Site) => async (c: Context<Env>) => {
  const item = numberOf(c.req.query('item'))
  if (item !== undefined) return waitFor(site, c, item)
  const { url = '', text = '', title = '' } = c.req.query()
  const address = addressIn(url) ?? addressIn(text) ?? addressIn(title) ?? ''
  return respond(c, {
    kind: 'share',
    title: t('Save a page'),
    body: html`<h1>${t('Save a page')}</h1>
<form method="post" action="/share" class="add"><label for="address">${t('Address of the page')}</label><span><input id="address" name="address" type="url" required maxlength="4000" dir="ltr" value="${address}"><button>${t('Save to read later')}</button></span>
<input type="hidden" name="title" value="${title.slice(0, 300)}"></form>
${address && html`<form method="post" action="/sources/look"><input type="hidden" name="address" value="${address}"><button>${t('Look for a feed there')}</button></form>`}`,
  })
}

export const takeShare = (site: Site) => async (c: Context<Env>) => {
  const { address, title } = await c.req.parseBody()
  const saved = await savePage(site.store.db, typeof address === 'string' ? address : '', {
    reader: c.get('reader').id,
    title: typeof title === 'string' ? title.slice(0, 300) : undefined,
    now: site.now(),
  })
  if ('failed' in saved) return problemPage(c, 400, t('That is not the address of a page.'))
  return c.redirect('article' in saved ? `/article/${saved.article}` : `/share?item=${saved.item}`, 303)
}

async function waitFor(site: Site, c: Context<Env>, item: number) {
  const article = await arrived(site.store.db, item, { reader: c.get('reader').id, now: site.now() })
  if (article !== undefined) return c.redirect(`/article/${article}`, 303)
  return respond(c, {
    kind: 'share',
    title: t('Save a page'),
    body: html`<h1>${t('Save a page')}</h1><p class="outcome" role="status" data-reload="2000">${t('The page is saved and will be read in a moment.')}</p><p><a href="/share?item=${item}">${t('See whether it is there')}</a></p>`,
  })
}

export const addressIn = (text: string): string | undefined => /https?:\/\/[^\s<>"]+/i.exec(text)?.[0]
