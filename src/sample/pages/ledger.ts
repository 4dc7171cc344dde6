/** The Orlanne Ledger: tidy HTML5, JSON-LD in a graph, cookie notice, share bar, newsletter box in mid-text, author bio. */

import {
  bodyHtml,
  clock,
  documentOf,
  esc,
  inline,
  iso,
  isoModified,
  listOfLinks,
  longDate,
  type Page,
  pictureOf,
  urlOf,
} from '../markup.ts'

const newsletter = `<div class="newsletter-signup" role="complementary"><h3>The Morning Ledger</h3>
<p>Five stories before your coffee, every weekday. Enter your address and we will never share it.</p>
<form><input type="email" placeholder="you@example.org"><button type="button">Send it to me</button></form></div>`

export function ledger(page: Page): string {
  const { article, outlet } = page
  const linked = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'NewsMediaOrganization', '@id': '#outlet', name: outlet.name, description: outlet.about },
      {
        '@type': 'NewsArticle',
        headline: article.title,
        description: article.lead,
        datePublished: iso(article),
        dateModified: isoModified(article),
        author: article.authors.map((name) => ({ '@type': 'Person', name })),
        publisher: { '@id': '#outlet' },
        articleSection: article.section,
        mainEntityOfPage: urlOf(page),
        inLanguage: 'en',
      },
    ],
  }
  const figure = article.picture
    ? `<figure class="lead-image"><img src="${pictureOf(article)}" alt="" width="800" height="450"><figcaption>${esc(article.picture.caption)} <span class="credit">${esc(article.picture.credit)}</span></figcaption></figure>`
    : ''
  const note = article.note ? `<p class="correction"><em>${esc(article.note)}</em></p>` : ''
  return documentOf({
    outlet,
    title: `${article.title} | ${outlet.name}`,
    head: `<link rel="canonical" href="${urlOf(page)}">
<script type="application/ld+json">${JSON.stringify(linked).replaceAll('<', '\\u003c')}</script>`,
    body: `<div id="cookie-banner" class="cookie-notice"><p>We use cookies to count readers and remember your crossword. <button>Accept all</button> <button>Only what is needed</button></p></div>
<header class="site-header"><a class="logo" href="/">${esc(outlet.name)}</a><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/nation">Nation</a></li><li><a href="/business">Business</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article class="story">
<p class="kicker">${esc(article.section)}</p>
<h1 class="headline">${esc(article.title)}</h1>
${article.lead ? `<p class="standfirst">${inline(article.lead)}</p>` : ''}
<div class="meta"><span class="byline">By ${article.authors.map((name) => `<a rel="author" href="/people">${esc(name)}</a>`).join(' and ')}</span> <time datetime="${iso(article)}">${longDate(article)}, ${clock(article)}</time></div>
<ul class="share-bar"><li><a href="#share-mail">Email</a></li><li><a href="#share-link">Copy link</a></li><li><a href="#share-print">Print</a></li></ul>
${figure}
<div class="article-body">
${bodyHtml(article, { between: { 3: newsletter }, opening: article.dateline ? `<b class="dateline">${esc(article.dateline)}</b> — ` : '' })}
${note}
</div>
<div class="author-bio"><p>${esc(article.authors[0] ?? 'The newsroom')} writes for the Ledger. Have a tip? Write to the news desk in confidence.</p></div>
<section class="related"><h2>More on this</h2><ul>${listOfLinks(page.related)}</ul></section>
</article>
<aside class="sidebar"><h2>Most read</h2><ol>${listOfLinks(page.mostRead)}</ol></aside></main>
<footer><p>© The Orlanne Ledger. ${esc(outlet.notice)}</p><p><a href="/about">About</a> · <a href="/terms">Terms</a> · <a href="/rss.xml">RSS</a></p></footer>`,
  })
}
