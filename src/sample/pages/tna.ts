/** Tamrat News Agency: Dublin Core meta tags, an official reference number, text inside nested sections. */

import { bodyHtml, clock, documentOf, esc, iso, linkTo, longDate, type Page, pictureOf } from '../markup.ts'
import { seedOf } from '../pictures.ts'

export function tna(page: Page): string {
  const { article, outlet } = page
  return documentOf({
    outlet,
    title: `TNA | ${article.title}`,
    head: `<meta name="DC.title" content="${esc(article.title)}">
<meta name="DC.date" content="${iso(article)}">
<meta name="DC.publisher" content="Tamrat News Agency">
<meta name="keywords" content="${esc(article.tags.join(', '))}">`,
    body: `<section class="bar">Kingdom of Tamrat · Ministry of Information · <a href="/ar">العربية</a> · <a href="/en">English</a></section>
<section class="nav"><a href="/">Home</a> | <a href="/royal">Royal Court</a> | <a href="/cabinet">Cabinet</a> | <a href="/economy">Economy</a> | <a href="/photos">Photos</a></section>
<section class="content"><section class="item-view"><span class="ref">TNA/${seedOf(article.slug) % 90000}</span> <span class="date">${longDate(article)} ${clock(article)}</span>
<h1>${esc(article.title)}</h1>
<section class="font-tools">A+ A- Print Send</section>
${article.picture ? `<section class="img"><img src="${pictureOf(article)}"><small>${esc(article.picture.caption)}</small></section>` : ''}
<section class="txt">
${bodyHtml(article, { opening: article.dateline ? `<strong>${esc(article.dateline)} (TNA)</strong> - ` : '' })}
${article.note ? `<p>${esc(article.note)}</p>` : ''}
</section></section>
<section class="latest"><h4>Latest news</h4>${page.mostRead.map((other) => `<p>${linkTo(other)}</p>`).join('')}</section></section>
<section class="bottom">${esc(outlet.notice)}</section>`,
  })
}
