/** The Roundup: og: tags only, other outlets' words, and a "Source:" line at the end of each post. */

import { bodyHtml, documentOf, esc, listOfLinks, type Page, pictureOf, urlOf } from '../markup.ts'

export function roundup(page: Page): string {
  const { article, outlet } = page
  return documentOf({
    outlet,
    title: article.title,
    head: `<meta property="og:title" content="${esc(article.title)}">
<meta property="og:url" content="${urlOf(page)}">
<meta property="og:site_name" content="The Roundup">
<meta property="og:image" content="${page.origin(outlet.id)}${pictureOf(article)}">
<meta property="og:description" content="${esc(article.lead ?? article.title)}">`,
    body: `<div id="page"><div id="header"><a href="/">the roundup</a><form><input type="search" placeholder="Search the roundup"></form></div>
<div id="post-${article.slug.length}" class="post type-post hentry"><h2 class="entry-title"><a href="${article.path}">${esc(article.title)}</a></h2>
<div class="entry-content">
<p><img src="${pictureOf(article)}" alt="" width="800" height="450"></p>
${bodyHtml(article)}
${article.sourceLine ? `<p class="source">Source: ${esc(article.sourceLine)}</p>` : ''}
</div>
<div class="sharedaddy">Share this: <a href="#f">Facebook</a> <a href="#m">Mail</a> <a href="#w">WhatsApp</a></div>
<div class="jp-relatedposts"><h3>You may also like</h3><ul>${listOfLinks(page.related)}</ul></div>
<div class="entry-tags">Filed under: ${esc(article.section)}</div></div>
<div id="sidebar"><h3>Trending</h3><ul>${listOfLinks(page.mostRead)}</ul><h3>Follow us</h3><p>Join 12,041 other followers</p></div>
<div id="footer">${esc(outlet.notice)} Something of yours here? Tell us and we take it down.</div></div>`,
  })
}
