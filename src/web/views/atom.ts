/** A list of articles as an Atom feed (RFC 4287). */

import { html } from 'hono/html'

export type AtomEntry = {
  readonly id: number
  readonly title: string
  readonly lead: string | null
  readonly outlet: string
  readonly language: string
  readonly published: number
}

/** `home` and `self` are absolute addresses; `updated` is in epoch milliseconds. */
export async function atomFeed(feed: {
  readonly title: string
  readonly home: string
  readonly self: string
  readonly updated: number
  readonly entries: readonly AtomEntry[]
}): Promise<string> {
  const { origin } = new URL(feed.home)
  const xml = await html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${clean(feed.title)}</title>
<id>${feed.home}</id>
<updated>${new Date(feed.updated).toISOString()}</updated>
<link rel="self" href="${feed.self}"/>
<link rel="alternate" type="text/html" href="${feed.home}"/>
<author><name>Throughline</name></author>
${feed.entries.map(
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
  return xml.toString()
}

/** Characters XML 1.0 cannot hold, even escaped. */
const clean = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
