/** המפרץ: right-to-left, og: tags with a time element, a talkback section under the article. */

import {
  bodyHtml,
  clock,
  documentOf,
  esc,
  inline,
  iso,
  listOfLinks,
  longDate,
  type Page,
  pictureOf,
} from '../markup.ts'
import { seedOf } from '../pictures.ts'

const talkbacks: readonly (readonly [string, string])[] = [
  ['דנה מהנמל', 'סוף סוף מישהו כותב על זה.'],
  ['אבי', 'נחכה ונראה, כבר הבטיחו לנו הרבה.'],
  ['קוראת ותיקה', 'כתבה יפה, תודה.'],
  ['שמעון ב.', 'ומה עם החניה ליד המוזיאון?'],
]

export function mifratz(page: Page): string {
  const { article, outlet } = page
  const from = seedOf(article.slug) % 2
  return documentOf({
    outlet,
    title: `${article.title} - ${outlet.name}`,
    head: `<meta property="og:type" content="article"><meta property="og:title" content="${esc(article.title)}"><meta property="og:site_name" content="${outlet.name}"><meta property="og:locale" content="he_IL">`,
    body: `<header><a href="/">${outlet.name}</a> <nav><a href="/">ראשי</a> <a href="/city">העיר</a> <a href="/world">עולם</a> <a href="/culture">תרבות</a></nav></header>
<main><article><h1>${esc(article.title)}</h1>
${article.lead ? `<h2 class="sub">${inline(article.lead)}</h2>` : ''}
<div class="credit-line"><span class="author">${esc(article.authors.join(', '))}</span> | <time datetime="${iso(article)}">${longDate(article)}, ${clock(article)}</time></div>
${article.picture ? `<figure><img src="${pictureOf(article)}" alt=""><figcaption>${esc(article.picture.caption)} <span>(צילום: ${esc(article.picture.credit)})</span></figcaption></figure>` : ''}
${bodyHtml(article, { p: 'text16' })}
</article>
<div class="share-line">שתפו את הכתבה: <a href="#m">דוא"ל</a> <a href="#w">ווטסאפ</a></div>
<section class="talkback"><h3>תגובות</h3>${talkbacks
      .slice(from, from + 3)
      .map(([name, words]) => `<div class="tb"><b>${esc(name)}</b><p>${esc(words)}</p></div>`)
      .join('')}</section>
<aside><h3>עוד בהמפרץ</h3><ul>${listOfLinks(page.related)}</ul></aside></main>
<footer>${esc(outlet.notice)}</footer>`,
  })
}
