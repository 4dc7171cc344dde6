/** The look of the sample's sites: one plain sheet in each outlet's own ink and paper. */

import type { Outlet } from './outlets.ts'

const serif = 'Georgia, "Noto Serif", "Noto Naskh Arabic", serif'
const sans = 'system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", sans-serif'
const plain = new Set(['northline', 'flash', 'globetext', 'vestnik', 'roundup', 'mifratz'])

export const styleSheet = ({ id, ink, paper }: Outlet): string => `
body { margin: 0 auto; max-width: 46rem; padding: 0 1.2rem 3rem; background: ${paper}; color: #1d1d1d;
  font: 1.08rem/1.65 ${plain.has(id) ? sans : serif} }
a { color: ${ink} }
h1, h2, h3, h4 { line-height: 1.2; color: ${ink} }
h1 a, h2 a, h3 a, h4 a { text-decoration: none }
img { max-width: 100%; height: auto; display: block }
figure { margin: 1.2rem 0 }
header, .top, #top, .gt-top, .bar, #header { border-bottom: 3px solid ${ink}; padding: 1rem 0 .6rem; margin-bottom: 1.4rem;
  font-family: ${sans} }
header > a:first-child, .logo a, .gt-top a { font: 700 1.7rem/1.2 ${serif}; text-decoration: none }
nav a, .menu a { margin-inline-end: .8rem; font-size: .92rem }
nav ul, .share-bar { list-style: none; display: flex; gap: 1rem; padding: 0; font-size: .92rem }
footer, #footer, .bottom, .gt-foot, .x-n21 { border-top: 2px solid ${ink}; margin-top: 2.5rem; padding-top: .6rem;
  font: .85rem/1.5 ${sans}; color: #555 }
figcaption, .caption, small, .meta, .by, .filed, .date, .info { color: #5b5b5b; font-size: .88rem }
.standfirst, .deck, .chapo, .intro, .sub { font-size: 1.2rem; line-height: 1.45 }
.pullquote { border-inline-start: 4px solid ${ink}; margin: 1.5rem 0; padding-inline-start: 1rem; font-size: 1.3rem }
.cookie-notice, .bandeau-cookies, .regwall, .abonnement, .newsletter-signup, .gt-note, .inset, .promo, .x-7Qf {
  background: rgb(0 0 0 / .06); padding: .7rem 1rem; margin: 1rem 0; font: .92rem/1.5 ${sans} }
.x-p, .x-m17 { margin: .9rem 0 }
.x-g8 div { display: inline-block; margin-inline-end: .8rem; font-size: .85rem }
.lead h2 { font-size: 2.1rem; margin: .6rem 0 }
.second { display: inline-block; width: 47%; vertical-align: top; margin-inline-end: 2% }
.stream { padding: 0; list-style: none }
.stream h4 { margin: .9rem 0 0 }
aside h2, aside h3, .related h2, .a-lire h2, .plus-lus h2 { font-size: 1rem; text-transform: uppercase }
`
