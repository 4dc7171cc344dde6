/** The sample's feeds, each in the format its outlet keeps to: RSS 2.0, RSS 1.0, Atom, JSON Feed, news sitemap. */

import { type Dated, isoIn } from './edition.ts'
import { bodyHtml, esc, iso, isoModified, opening } from './markup.ts'
import type { Outlet } from './outlets.ts'

export type FeedPage = {
  readonly outlet: Outlet
  readonly origin: string
  readonly articles: readonly Dated[]
}
type Served = { readonly type: string; readonly body: string }

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
const summary = (article: Dated): string => article.lead ?? opening(article, 40)
const stamp = (article: Dated): string => new Date(article.published).toUTCString()

/** What a feed may hold of an article behind a sign-up: its first two paragraphs. */
const openBody = (article: Dated): string =>
  (article.dateline ? `<p>${esc(article.dateline)}</p>` : '') +
  bodyHtml(article, article.access === 'free' ? {} : { upTo: 2 })

function rss({ outlet, origin, articles }: FeedPage, full: boolean): Served {
  const items = articles.map((article) => {
    const link = origin + article.path
    const image = article.picture
      ? `<enclosure url="${origin}/img/${article.slug}.svg" type="image/svg+xml" length="1200"/>`
      : ''
    return `<item>
<title>${esc(article.title)}</title>
<link>${link}</link>
<guid isPermaLink="${full}">${full ? link : `${outlet.id}-${article.slug}`}</guid>
${article.undated ? '' : `<pubDate>${stamp(article)}</pubDate>`}
${article.authors.map((author) => `<dc:creator>${esc(author)}</dc:creator>`).join('')}
<category>${esc(article.section)}</category>
<description>${full ? esc(summary(article)) : `<![CDATA[<p>${esc(opening(article, 40))}</p><p><a href="${link}">Continue</a></p>]]>`}</description>
${full ? `<content:encoded><![CDATA[${openBody(article)}]]></content:encoded>` : ''}${image}
</item>`
  })
  return {
    type: 'application/rss+xml; charset=utf-8',
    body: `${xml}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${esc(outlet.name)}</title>
<link>${origin}/</link>
<atom:link rel="self" href="${origin}${outlet.source.path}" type="application/rss+xml"/>
<description>${esc(`${outlet.tagline}. ${outlet.notice}`)}</description>
<language>${outlet.language}</language>
<ttl>10</ttl>
<image><url>${origin}/favicon.svg</url><title>${esc(outlet.name)}</title><link>${origin}/</link></image>
${items.join('\n')}
</channel>
</rss>
`,
  }
}

function rdf({ outlet, origin, articles }: FeedPage): Served {
  const list = articles.map((article) => `<rdf:li rdf:resource="${origin}${article.path}"/>`).join('')
  const items = articles.map(
    (article) => `<item rdf:about="${origin}${article.path}">
<title>${esc(article.title)}</title>
<link>${origin}${article.path}</link>
<description>${esc(summary(article))}</description>
<dc:date>${iso(article)}</dc:date>
<dc:subject>${esc(article.section)}</dc:subject>
</item>`,
  )
  return {
    type: 'application/rdf+xml; charset=utf-8',
    body: `${xml}<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${origin}/">
<title>${esc(outlet.name)}</title>
<link>${origin}/</link>
<description>${esc(`${outlet.tagline}. ${outlet.notice}`)}</description>
<dc:language>${outlet.language}</dc:language>
<items><rdf:Seq>${list}</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>
`,
  }
}

function atom({ outlet, origin, articles }: FeedPage): Served {
  const newest = Math.max(0, ...articles.map((article) => article.modified ?? article.published))
  const entries = articles.map(
    (article) => `<entry>
<id>tag:${outlet.id}.sample.localhost,2021:${article.slug}</id>
<title type="html">${esc(esc(article.title))}</title>
<link rel="alternate" type="text/html" href="${article.path}"/>
<published>${iso(article)}</published>
<updated>${isoModified(article)}</updated>
${article.authors.map((name) => `<author><name>${esc(name)}</name></author>`).join('')}
<category term="${esc(article.section)}"/>
<summary type="text">${esc(summary(article))}</summary>
<content type="html">${esc(openBody(article))}</content>
</entry>`,
  )
  return {
    type: 'application/atom+xml; charset=utf-8',
    body: `${xml}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}" xml:base="${origin}/">
<id>tag:${outlet.id}.sample.localhost,2021:feed</id>
<title>${esc(outlet.name)}</title>
<subtitle>${esc(`${outlet.tagline}. ${outlet.notice}`)}</subtitle>
<link rel="self" href="${outlet.source.path}"/>
<link rel="alternate" type="text/html" href="/"/>
<updated>${isoIn(newest, outlet.id)}</updated>
<author><name>${esc(outlet.name)}</name></author>
${entries.join('\n')}
</feed>
`,
  }
}

function json({ outlet, origin, articles }: FeedPage): Served {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: `${origin}/`,
    feed_url: origin + outlet.source.path,
    description: `${outlet.tagline}. ${outlet.notice}`,
    language: outlet.language,
    items: articles.map((article) => ({
      id: origin + article.path,
      url: origin + article.path,
      title: article.title,
      summary: summary(article),
      content_html: openBody(article),
      date_published: iso(article),
      ...(article.modified && { date_modified: isoModified(article) }),
      ...(article.picture && { image: `${origin}/img/${article.slug}.svg` }),
      authors: article.authors.map((name) => ({ name })),
      tags: article.tags,
    })),
  }
  return { type: 'application/feed+json; charset=utf-8', body: `${JSON.stringify(feed, null, 1)}\n` }
}

function sitemap({ outlet, origin, articles }: FeedPage): Served {
  const urls = articles.map(
    (article) => `<url>
<loc>${origin}${article.path}</loc>
<lastmod>${isoModified(article)}</lastmod>
<news:news><news:publication><news:name>${esc(outlet.name)}</news:name><news:language>${outlet.language}</news:language></news:publication>
<news:publication_date>${iso(article)}</news:publication_date><news:title>${esc(article.title)}</news:title></news:news>
</url>`,
  )
  return {
    type: 'application/xml; charset=utf-8',
    body: `${xml}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${urls.join('\n')}
</urlset>
`,
  }
}

/** The outlet's feed, or undefined for an outlet that has none. */
export function feedOf(page: FeedPage): Served | undefined {
  const { kind } = page.outlet.source
  if (kind === 'rss') return rss(page, true)
  if (kind === 'rss-excerpt') return rss(page, false)
  if (kind === 'rdf') return rdf(page)
  if (kind === 'atom') return atom(page)
  if (kind === 'json') return json(page)
  if (kind === 'sitemap') return sitemap(page)
  return undefined
}
