/** Le Courrier d’Orlanne: JSON-LD with a paid part, a subscription box after the first paragraphs, summary points on top. */

import {
  bodyHtml,
  clock,
  documentOf,
  esc,
  inline,
  iso,
  listOfLinks,
  longDate,
  openBlocks,
  type Page,
  pictureOf,
  urlOf,
} from '../markup.ts'

const offer = `<div class="abonnement"><p><b>Il vous reste une partie de cet article à découvrir.</b></p><p>La suite est réservée aux abonnés. Déjà abonné ? <a href="/connexion">Se connecter</a></p><p><a class="btn" href="/offres">S’abonner à partir de 1 florin</a></p></div>`

export function courrier(page: Page): string {
  const { article, outlet } = page
  const closed = article.access !== 'free'
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: iso(article),
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: outlet.name },
    url: urlOf(page),
    isAccessibleForFree: !closed,
    ...(closed && {
      hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.corps' },
    }),
  }
  return documentOf({
    outlet,
    title: `${article.title} – ${outlet.name}`,
    head: `<script type="application/ld+json">${JSON.stringify(linked).replaceAll('<', '\\u003c')}</script>`,
    body: `<div class="bandeau-cookies">Le Courrier et ses partenaires utilisent des traceurs. <button>Tout accepter</button> <button>Continuer sans accepter</button></div>
<header><a class="titre-journal" href="/">${esc(outlet.name)}</a><nav><a href="/">À la une</a> <a href="/international">International</a> <a href="/politique">Politique</a> <a href="/culture">Culture</a></nav></header>
<article class="article"><span class="rubrique">${esc(article.section)}</span><h1>${esc(article.title)}</h1>
${article.lead ? `<p class="chapo">${inline(article.lead)}</p>` : ''}
<p class="signature">Par ${esc(article.authors.join(' et '))} — Publié le <time datetime="${iso(article)}">${longDate(article)} à ${clock(article).replace(':', 'h')}</time> · Temps de lecture 2 min</p>
${article.picture ? `<figure class="illustration"><img src="${pictureOf(article)}" alt=""><figcaption>${esc(article.picture.caption)} ${esc(article.picture.credit)}</figcaption></figure>` : ''}
<div class="corps">
${bodyHtml(article, { upTo: openBlocks(article) })}
</div>
${closed ? offer : ''}
<div class="partage">Partager : <a href="#c">courriel</a> <a href="#l">lien</a></div></article>
<section class="a-lire"><h2>À lire aussi</h2><ul>${listOfLinks(page.related)}</ul></section>
<section class="plus-lus"><h2>Les plus lus</h2><ol>${listOfLinks(page.mostRead)}</ol></section>
<footer>${esc(outlet.notice)}</footer>`,
  })
}
