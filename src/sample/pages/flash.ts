/** The Daily Flash: a soup of divs with hashed class names, no useful metadata, promotions between paragraphs, comments. */

import { bodyHtml, clock, documentOf, esc, linkTo, longDate, type Page, pictureOf } from '../markup.ts'
import { seedOf } from '../pictures.ts'

const comments: readonly (readonly [string, string])[] = [
  ['GrumpyOfSaltgate', 'Told you so. They never ask the people who live there.'],
  ['Marge_1957', 'My late husband would have had something to say about this.'],
  ['dockside_dan', 'And who pays? We do. Every single time.'],
  ['PoppyField22', 'Can we have one day of good news please!!!'],
  ['Truth Teller', 'Wake up. Read between the lines people.'],
  ['Nurse Bev', 'Thoughts with the families tonight.'],
  ['number9dreamer', 'Still better than watching the football.'],
]

export function flash(page: Page): string {
  const { article, outlet } = page
  const promo = page.related[0]
    ? `<div class="x-7Qf promo"><div>DON'T MISS</div><div>${linkTo(page.related[0])}</div></div>`
    : ''
  const offer =
    '<div class="x-7Qf"><div>Get the Flash app! Puzzles, horoscopes and breaking alerts straight to your phone.</div></div>'
  const from = seedOf(article.slug) % (comments.length - 3)
  return documentOf({
    outlet,
    title: `${article.title} | Daily Flash`,
    body: `<div class="wrap"><div class="top x-a1"><div class="logo"><a href="/">THE DAILY FLASH</a></div><div class="menu"><a href="/">News</a> <a href="/showbiz">Showbiz</a> <a href="/sport">Sport</a> <a href="/stars">Stars</a> <a href="/bingo">Bingo</a></div></div>
<div class="x-b2 ticker">BREAKING: ${page.mostRead
      .slice(0, 2)
      .map((other) => linkTo(other))
      .join(' • ')}</div>
<div class="x-c3"><div class="x-d4"><div class="hd-1"><h1>${esc(article.title)}</h1></div>
${article.lead ? `<div class="x-e5"><b>${esc(article.lead)}</b></div>` : ''}
<div class="x-f6">By <span>${esc(article.authors.join(' and ').toUpperCase())}</span></div><div class="x-f7">${clock(article)}, ${longDate(article)}</div>
<div class="x-g8"><div>f</div><div>t</div><div>w</div><div>Share this!</div><div>38 comments</div></div>
${article.picture ? `<div class="x-h9"><img src="${pictureOf(article)}" alt=""><div class="x-h10">${esc(article.picture.caption)}</div><div class="x-h11">Credit: ${esc(article.picture.credit)}</div></div>` : ''}
<div class="x-i11">
${bodyHtml(article, { tag: 'div', p: 'x-p', between: { 2: promo, 5: offer } })}
</div>
${article.note ? `<div class="x-p"><i>${esc(article.note)}</i></div>` : ''}
<div class="x-j12">Do you have a story for The Flash? Call our newsdesk, we pay for scoops!</div></div>
<div class="x-k13"><div class="x-k14">MOST READ</div>${page.mostRead.map((other) => `<div class="x-k15">${linkTo(other)}</div>`).join('')}</div></div>
<div class="x-l16"><div>COMMENTS</div>${comments
      .slice(from, from + 3)
      .map(
        ([name, words]) =>
          `<div class="x-m17"><div class="x-m18">${esc(name)}</div><div class="x-m19">${esc(words)}</div><div class="x-m20">Reply · Report</div></div>`,
      )
      .join('')}</div>
<div class="x-n21">${esc(outlet.notice)}</div></div>`,
  })
}
