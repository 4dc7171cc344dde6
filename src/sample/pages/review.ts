/** Strait Policy Review: microdata, pull quotes, footnote-like notes, and a wall that asks for a free account. */

import {
  bodyHtml,
  documentOf,
  esc,
  inline,
  iso,
  listOfLinks,
  longDate,
  openBlocks,
  type Page,
  pictureOf,
} from '../markup.ts'

const wall = `<div class="regwall" data-nosnippet><h3>Sign up to read the rest</h3>
<p>This essay is open to registered readers. An account is free and takes a minute.</p>
<p><a class="button" href="/register">Sign up to read</a> Already registered? <a href="/login">Log in</a></p></div>`

export function review(page: Page): string {
  const { article, outlet } = page
  const closed = article.access !== 'free'
  return documentOf({
    outlet,
    title: `${article.title} — ${outlet.name}`,
    body: `<a class="skip" href="#text">Skip to the text</a>
<header class="masthead"><a href="/">${esc(outlet.name)}</a><nav><a href="/essays">Essays</a> <a href="/briefings">Briefings</a> <a href="/podcast">Podcast</a> <a href="/register">Sign up</a></nav></header>
<article itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="en"><meta itemprop="isAccessibleForFree" content="${!closed}">
<span class="section" itemprop="articleSection">${esc(article.section)}</span>
<h1 itemprop="headline">${esc(article.title)}</h1>
${article.lead ? `<p class="deck" itemprop="description">${inline(article.lead)}</p>` : ''}
<p class="by">${article.authors.map((name) => `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${esc(name)}</span></span>`).join(', ')}, <time itemprop="datePublished" datetime="${iso(article)}">${longDate(article)}</time> · ${3 + (article.body.length >> 1)} minute read</p>
${article.picture ? `<figure><img itemprop="image" src="${pictureOf(article)}" alt="${esc(article.picture.caption)}"><figcaption>${esc(article.picture.caption)} <cite>${esc(article.picture.credit)}</cite></figcaption></figure>` : ''}
<div id="text" itemprop="articleBody">
${bodyHtml(article, { upTo: openBlocks(article) })}
</div>
${closed ? wall : ''}
${article.note ? `<p class="erratum">${esc(article.note)}</p>` : ''}
</article>
<section class="further"><h2>Further reading</h2><ul>${listOfLinks(page.related)}</ul></section>
<section class="podcast"><h2>Listen</h2><p>Soundings, our fortnightly podcast, takes the essay of the month apart.</p></section>
<footer><p>${esc(outlet.name)} is published six times a year. ${esc(outlet.notice)}</p></footer>`,
  })
}
