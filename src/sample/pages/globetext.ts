/** Globetext: words in one block broken by double line breaks, a translator's note on top, a language picker below. */

import { documentOf, esc, inline, linkTo, longDate, type Page, pictureOf } from '../markup.ts'

export function globetext(page: Page): string {
  const { article, outlet } = page
  const words = article.body.map(({ text }) => inline(text)).join('<br><br>\n')
  return documentOf({
    outlet,
    title: `${article.title} :: Globetext`,
    head: `<meta name="description" content="${esc(article.lead ?? article.title)}">`,
    body: `<div class="gt-top"><a href="/">Globetext</a> <select><option>English</option><option>Français</option><option>Русский</option><option>العربية</option></select></div>
<div class="gt-note">This page was translated automatically. The publisher does not answer for the accuracy of the translation.</div>
<div class="gt-main"><h1 class="gt-title">${esc(article.title)}</h1><div class="gt-date">Published: ${longDate(article)}</div>
<div class="gt-pic"><img src="${pictureOf(article)}" alt="illustration"></div>
<div class="gt-text">${words}</div>
${article.sourceLine ? `<div class="gt-origin">Original: ${esc(article.sourceLine)}</div>` : ''}
<div class="gt-rate">Rate this translation: ★ ★ ★ ☆ ☆</div></div>
<div class="gt-more"><b>Readers also opened</b>${page.related.map((other) => `<div>${linkTo(other)}</div>`).join('')}</div>
<div class="gt-foot">${esc(outlet.notice)}</div>`,
  })
}
