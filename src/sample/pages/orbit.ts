/** Open Orbit: a small site with h-entry classes, footnotes, a reader's note box and webmentions. */

import {
  bodyHtml,
  documentOf,
  esc,
  inline,
  iso,
  listOfLinks,
  longDate,
  type Page,
  pictureOf,
} from '../markup.ts'

export function orbit(page: Page): string {
  const { article, outlet } = page
  return documentOf({
    outlet,
    title: `${article.title} · Open Orbit`,
    head: '<link rel="alternate" type="application/atom+xml" href="/atom.xml">',
    body: `<header><p><a href="/">Open Orbit</a>, ${esc(outlet.tagline.toLowerCase())}</p></header>
<main class="h-entry"><h1 class="p-name">${esc(article.title)}</h1>
<p class="meta">Posted by <span class="p-author h-card">${esc(article.authors.join(' and ') || 'the editors')}</span> on <time class="dt-published" datetime="${iso(article)}">${longDate(article)}</time></p>
<div class="e-content">
${article.lead ? `<p class="p-summary"><strong>${inline(article.lead)}</strong></p>` : ''}
${article.picture ? `<figure><img class="u-photo" src="${pictureOf(article)}" alt="${esc(article.picture.caption)}"><figcaption>${esc(article.picture.caption)} ${esc(article.picture.credit)}</figcaption></figure>` : ''}
${bodyHtml(article)}
</div>
<p class="tags">${article.tags.map((tag) => `<a class="p-category" href="/tag/${encodeURIComponent(tag)}">#${esc(tag)}</a>`).join(' ')}</p></main>
<section class="support"><p>Open Orbit has no advertisements. If this piece taught you something, <a href="/support">buy us a coffee</a>.</p></section>
<section class="mentions"><h2>Mentions</h2><p>Ines linked to this from her notebook. Two readers liked this.</p></section>
<nav class="more"><h2>Read next</h2><ul>${listOfLinks(page.related)}</ul></nav>
<footer><small>${esc(outlet.notice)}</small></footer>`,
  })
}
