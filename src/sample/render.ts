/** Renders the sample's sites: each article in its outlet's own page, the front page by weight, about pages and style. */

import type { Dated } from './edition.ts'
import { documentOf, esc, inline, linkTo, longDate, opening, type Page, pictureOf } from './markup.ts'
import type { Outlet } from './outlets.ts'
import { courrier } from './pages/courrier.ts'
import { fellmoor } from './pages/fellmoor.ts'
import { flash } from './pages/flash.ts'
import { globetext } from './pages/globetext.ts'
import { ledger } from './pages/ledger.ts'
import { mifratz } from './pages/mifratz.ts'
import { minbar } from './pages/minbar.ts'
import { northline } from './pages/northline.ts'
import { orbit } from './pages/orbit.ts'
import { review } from './pages/review.ts'
import { roundup } from './pages/roundup.ts'
import { tna } from './pages/tna.ts'
import { vestnik } from './pages/vestnik.ts'
import { seedOf } from './pictures.ts'

const pages: Readonly<Record<string, (page: Page) => string>> = {
  courrier,
  fellmoor,
  flash,
  globetext,
  ledger,
  mifratz,
  minbar,
  northline,
  orbit,
  review,
  roundup,
  tna,
  vestnik,
}

/** `own` is everything of the outlet that is out, newest first. */
export function articlePage(
  outlet: Outlet,
  article: Dated,
  own: readonly Dated[],
  origin: (outletId: string) => string,
): string {
  const others = own.filter((other) => other.id !== article.id)
  const near = others
    .filter((other) => other.tags.some((tag) => article.tags.includes(tag)))
    .concat(others)
    .slice(0, 3)
  const first = seedOf(article.slug) % Math.max(1, others.length - 4)
  const render = pages[outlet.id]
  if (!render) throw new Error(`No page is drawn for the outlet "${outlet.id}".`)
  return render({
    outlet,
    article,
    origin,
    related: [...new Set(near)],
    mostRead: others.slice(first, first + 4),
  })
}

/** The three newest lead, by size; the rest follow as a list in the order they came. */
export function frontPage(outlet: Outlet, own: readonly Dated[]): string {
  const size = ['lead', 'second', 'second'] as const
  const blurb = (article: Dated) => esc(article.lead ?? opening(article, 35))
  const leads = own.slice(0, 3).map((article, at) => {
    const heading = at === 0 ? 'h2' : 'h3'
    return `<div class="teaser ${size[at]}"><a href="${article.path}"><img src="${pictureOf(article)}" alt="" width="${at === 0 ? 800 : 400}"></a><${heading}>${linkTo(article)}</${heading}><p>${blurb(article)}</p></div>`
  })
  const rest = own.slice(3).map((article) => {
    const date = article.undated ? '' : ` <span class="date">${longDate(article)}</span>`
    return `<li class="teaser small"><h4>${linkTo(article)}</h4>${date}</li>`
  })
  const feed =
    outlet.source.kind === 'page' || outlet.source.kind === 'sitemap' ? undefined : feedLink(outlet)
  return documentOf({
    outlet,
    title: `${outlet.name}: ${outlet.tagline}`,
    head: `<meta name="description" content="${esc(outlet.about)}">\n${feed ?? ''}`,
    body: `<header><h1><a href="/">${esc(outlet.name)}</a></h1><p>${esc(outlet.tagline)}</p><nav><a href="/about">${esc(aboutWord[outlet.language])}</a></nav></header>
<main>${leads.join('\n')}<ul class="stream">${rest.join('\n')}</ul></main>
<footer><p>${esc(outlet.notice)}</p></footer>`,
  })
}

const aboutWord = { en: 'About', ar: 'من نحن', he: 'אודות', fr: 'À propos', ru: 'О газете' }
const feedTypes = {
  rss: 'rss+xml',
  'rss-excerpt': 'rss+xml',
  rdf: 'rdf+xml',
  atom: 'atom+xml',
  json: 'feed+json',
}

function feedLink(outlet: Outlet): string {
  const type = feedTypes[outlet.source.kind as keyof typeof feedTypes]
  return `<link rel="alternate" type="application/${type}" title="${esc(outlet.name)}" href="${outlet.source.path}">`
}

export const aboutPage = (outlet: Outlet): string =>
  documentOf({
    outlet,
    title: outlet.name,
    body: `<main><h1>${esc(outlet.name)}</h1><p>${inline(outlet.about)}</p><p>${esc(outlet.notice)}</p><p><a href="/">${esc(outlet.name)}</a></p></main>`,
  })
