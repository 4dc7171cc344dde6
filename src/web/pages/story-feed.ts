/** A story as an Atom feed (RFC 4287), so that any reader can follow it. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { storyArticles } from '../../store/story-page.ts'
import type { Env, Site } from '../site.ts'
import { openStoryPage } from '../story-request.ts'

const ENTRIES = 50

export const storyFeed = (site: Site) => async (c: Context<Env>) => {
  const opened = await openStoryPage(site, c)
  if ('answer' in opened) return opened.answer
  const { story, reader } = opened
  const articles = await storyArticles(site.store.db, story.id, reader.id, { limit: ENTRIES })
  const origin = new URL(c.req.url).origin
  const home = `${origin}/story/${story.id}`
  const xml = await html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${clean(story.title)}</title>
<id>${home}</id>
<updated>${new Date(story.changed).toISOString()}</updated>
<link rel="self" href="${home}/feed.xml"/>
<link rel="alternate" type="text/html" href="${home}"/>
<author><name>Throughline</name></author>
${articles.map(
  (article) => html`<entry xml:lang="${article.language}">
<title>${clean(article.title)}</title>
<id>${origin}/article/${article.id}</id>
<link rel="alternate" type="text/html" href="${origin}/article/${article.id}"/>
<published>${new Date(article.published).toISOString()}</published>
<updated>${new Date(article.published).toISOString()}</updated>
<author><name>${clean(article.outlet)}</name></author>
<summary>${clean(article.lead ?? '')}</summary>
</entry>
`,
)}</feed>`
  return c.body(xml.toString(), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
}

/** Characters XML 1.0 cannot hold, even escaped. */
const clean = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
