/** Northline Wire: article meta tags, plain paragraphs opened by a dateline, slug line, editor's sign-off in the body. */

import {
  bodyHtml,
  clock,
  documentOf,
  esc,
  iso,
  isoModified,
  listOfLinks,
  longDate,
  type Page,
  pictureOf,
} from '../markup.ts'

export function northline(page: Page): string {
  const { article, outlet } = page
  const photo = article.picture
    ? `<div class="photo"><img src="${pictureOf(article)}" alt="${esc(article.picture.caption)}"><p class="caption">${esc(article.picture.caption)} ${esc(article.picture.credit)}</p></div>`
    : ''
  return documentOf({
    outlet,
    title: `${article.title} - ${outlet.name}`,
    head: `<meta property="og:type" content="article">
<meta property="og:title" content="${esc(article.title)}">
<meta property="og:site_name" content="${esc(outlet.name)}">
<meta property="article:published_time" content="${iso(article)}">
<meta property="article:modified_time" content="${isoModified(article)}">
<meta property="article:section" content="${esc(article.section)}">
${article.authors.map((name) => `<meta name="author" content="${esc(name)}">`).join('\n')}
${article.tags.map((tag) => `<meta property="article:tag" content="${esc(tag)}">`).join('\n')}`,
    body: `<header><a href="/">NORTHLINE</a> <span>${esc(outlet.tagline)}</span></header>
<div class="grid"><div class="rail"><p class="slugline">${esc(article.slug.toUpperCase())}</p><p class="filed">Filed ${longDate(article)} ${clock(article)} GMT</p>
<p class="tags">${article.tags.map((tag) => `<a href="/tag/${encodeURIComponent(tag)}">${esc(tag)}</a>`).join(' ')}</p></div>
<div class="dispatch" role="main"><h1>${esc(article.title)}</h1>
${photo}
${bodyHtml(article, { opening: article.dateline ? `${esc(article.dateline)} (Northline) — ` : '' })}
${article.authors.length > 0 ? `<p class="signoff">(Reporting by ${esc(article.authors.join(' and '))}; editing by the Northline desk)</p>` : ''}
${article.note ? `<p class="advisory">${esc(article.note)}</p>` : ''}
</div></div>
<div class="also"><h3>Also on the wire</h3><ul>${listOfLinks(page.related)}</ul></div>
<footer>Copyright Northline. Republication under licence only. ${esc(outlet.notice)}</footer>`,
  })
}
