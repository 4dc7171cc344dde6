/** Зареченский вестник: served in windows-1251 with its charset only in a header and a late meta tag, banners in the text. */

import { bodyHtml, clock, documentOf, esc, linkTo, longDate, type Page, pictureOf } from '../markup.ts'

export function vestnik(page: Page): string {
  const { article, outlet } = page
  const banner = page.related[0]
    ? `<div class="inset"><b>Читайте также:</b> ${linkTo(page.related[0])}</div>`
    : ''
  return documentOf({
    outlet,
    title: `${article.title} :: ${outlet.name}`,
    body: `<div id="top"><a href="/">${esc(outlet.name)}</a> | <a href="/politics">Политика</a> | <a href="/economics">Экономика</a> | <a href="/society">Общество</a></div>
<div id="content"><div class="b-topic"><div class="b-topic__info">${clock(article)}, ${longDate(article)}</div>
<h1 class="b-topic__title">${esc(article.title)}</h1>
${article.picture ? `<div class="b-topic__image"><img src="${pictureOf(article)}" alt=""><div class="credits">${esc(article.picture.caption)} Фото: ${esc(article.picture.credit)}</div></div>` : ''}
<div class="b-text">
${bodyHtml(article, { between: { 2: banner } })}
${article.authors.length > 0 ? `<p class="author">${esc(article.authors.join(', '))}</p>` : ''}
</div></div>
<div class="b-sidebar"><h4>Главное за день</h4>${page.mostRead.map((other) => `<p>${linkTo(other)}</p>`).join('')}<p>Подпишитесь на наш канал и узнавайте новости первыми.</p></div></div>
<div id="footer">${esc(outlet.notice)}</div>`,
  })
}
