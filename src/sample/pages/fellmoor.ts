/** Fellmoor Weekly: hand-made HTML of another age, no metadata at all; the date, where there is one, stands as words. */

import { bodyHtml, documentOf, esc, linkTo, longDate, type Page, pictureOf } from '../markup.ts'

export function fellmoor(page: Page): string {
  const { article, outlet } = page
  return documentOf({
    outlet,
    title: `Fellmoor Weekly: ${article.title}`,
    body: `<table width="100%"><tr><td class="masthead" colspan="2"><a href="/"><b>FELLMOOR WEEKLY</b></a><br><i>${esc(outlet.tagline)}</i></td></tr>
<tr><td class="left" valign="top"><p><a href="/">Front page</a></p><p><a href="/parish">Parish notes</a></p><p><a href="/market">Market prices</a></p><p><a href="/small-ads">Small ads</a></p>
<p><b>This week:</b></p>${page.mostRead.map((other) => `<p>${linkTo(other)}</p>`).join('')}</td>
<td class="text" valign="top"><h2>${esc(article.title)}</h2>
${article.undated ? '' : `<p><i>${longDate(article)}</i></p>`}
${article.authors.length > 0 ? `<p>by ${esc(article.authors.join(', '))}</p>` : ''}
${article.picture ? `<center><img src="${pictureOf(article)}" width="480"><br><small>${esc(article.picture.caption)} (Photo: ${esc(article.picture.credit)})</small></center>` : ''}
${bodyHtml(article)}
${article.note ? `<p><b>${esc(article.note)}</b></p>` : ''}
<hr><p><small>The Weekly is printed by the Fellmoor Co-operative Press. Notices for next week's paper by Tuesday noon, please.</small></p></td></tr>
<tr><td colspan="2"><small>${esc(outlet.notice)}</small></td></tr></table>`,
  })
}
