/** منبر الجنوب: right-to-left, JSON-LD for the article alone, share buttons and tags between title and text. */

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

export function minbar(page: Page): string {
  const { article, outlet } = page
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: iso(article),
    dateModified: isoModified(article),
    author: { '@type': 'Person', name: article.authors[0] ?? outlet.name },
    publisher: { '@type': 'Organization', name: outlet.name },
    url: urlOf(page),
  }
  return documentOf({
    outlet,
    title: `${article.title} | ${outlet.name}`,
    head: `<script type="application/ld+json">${JSON.stringify(linked).replaceAll('<', '\\u003c')}</script>`,
    body: `<header class="head"><a href="/">${esc(outlet.name)}</a><nav><a href="/">الرئيسية</a> <a href="/politics">سياسة</a> <a href="/economy">اقتصاد</a> <a href="/culture">ثقافة</a> <a href="/sport">رياضة</a></nav></header>
<div class="post"><div class="post-head"><span class="cat">${esc(article.section)}</span><h1>${esc(article.title)}</h1>
<div class="info"><span class="writer">${esc(article.authors.join(' و'))}</span> <span class="time">${longDate(article)} - ${clock(article)}</span></div>
<div class="share">شارك: <a href="#f">فيسبوك</a> <a href="#x">إكس</a> <a href="#w">واتساب</a> <a href="#c">نسخ الرابط</a></div></div>
${article.picture ? `<figure><img src="${pictureOf(article)}" alt=""><figcaption>${esc(article.picture.caption)} (${esc(article.picture.credit)})</figcaption></figure>` : ''}
<div class="post-body">
${article.lead ? `<p class="intro">${inline(article.lead)}</p>` : ''}
${bodyHtml(article)}
</div>
<div class="tags">وسوم: ${article.tags.map((tag) => `<a href="/tag/${encodeURIComponent(tag)}">${esc(tag)}</a>`).join('، ')}</div></div>
<aside><h3>اقرأ أيضاً</h3><ul>${listOfLinks(page.related)}</ul><h3>الأكثر قراءة</h3><ul>${listOfLinks(page.mostRead)}</ul></aside>
<footer>جميع الحقوق محفوظة لصحيفة ${esc(outlet.name)}. ${esc(outlet.notice)}</footer>`,
  })
}
