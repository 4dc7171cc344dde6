/** The invented outlets of the living sample: who they are, how they address their pages and what they publish. */

export type SourceKind = 'rss' | 'rss-excerpt' | 'atom' | 'json' | 'rdf' | 'sitemap' | 'page'

export type Outlet = {
  readonly id: string
  readonly name: string
  readonly language: 'en' | 'ar' | 'he' | 'fr' | 'ru'
  readonly tagline: string
  readonly about: string
  /** Every page says, in the outlet's own language, that none of this is real. */
  readonly notice: string
  /** UTC offset in which its pages give times. */
  readonly zone: string
  /** Made of {y}, {m}, {d}, {slug}; an article without a fixed date takes {slug} under /live/ where a day is asked for. */
  readonly permalink: string
  readonly source: { readonly kind: SourceKind; readonly path: string }
  readonly ink: string
  readonly paper: string
}

const fiction = 'This is a fictional sample. The outlet, its people, places and events are invented.'

export const outlets: readonly Outlet[] = [
  {
    id: 'ledger',
    name: 'The Orlanne Ledger',
    language: 'en',
    tagline: 'The record of the capital since 1871',
    about: 'A sober daily of the invented republic of Vessaly, with its own correspondents abroad.',
    notice: fiction,
    zone: '+01:00',
    permalink: '/{y}/{m}/{d}/{slug}',
    source: { kind: 'rss', path: '/rss.xml' },
    ink: '#1c3144',
    paper: '#f7f4ec',
  },
  {
    id: 'northline',
    name: 'Northline Wire',
    language: 'en',
    tagline: 'First, plain, checked',
    about:
      'An invented news agency whose reports other outlets of the sample print under their own headlines.',
    notice: fiction,
    zone: '+00:00',
    permalink: '/a/{slug}',
    source: { kind: 'atom', path: '/latest.atom' },
    ink: '#0b5563',
    paper: '#ffffff',
  },
  {
    id: 'flash',
    name: 'The Daily Flash',
    language: 'en',
    tagline: 'You heard it here!',
    about: 'An invented tabloid. It rounds figures up and shouts.',
    notice: fiction,
    zone: '+01:00',
    permalink: '/news/{slug}.html',
    source: { kind: 'rss-excerpt', path: '/feed/' },
    ink: '#c1121f',
    paper: '#fff8e1',
  },
  {
    id: 'fellmoor',
    name: 'Fellmoor Weekly',
    language: 'en',
    tagline: 'From the dale, for the dale',
    about:
      'An invented regional weekly of the upper Tressin valley. It has no feed; its front page is all there is.',
    notice: fiction,
    zone: '+01:00',
    permalink: '/stories/{slug}',
    source: { kind: 'page', path: '/' },
    ink: '#3a5a40',
    paper: '#fbfaf5',
  },
  {
    id: 'review',
    name: 'Strait Policy Review',
    language: 'en',
    tagline: 'Diplomacy, law and the sea',
    about: 'An invented policy magazine. Part of each long piece is open; the rest asks for a free account.',
    notice: fiction,
    zone: '+01:00',
    permalink: '/essays/{y}/{slug}',
    source: { kind: 'json', path: '/feed.json' },
    ink: '#5f0f40',
    paper: '#fdfcfb',
  },
  {
    id: 'roundup',
    name: 'The Roundup',
    language: 'en',
    tagline: 'All the news, one page',
    about: 'An invented aggregator that re-posts the work of others and names the source in the last line.',
    notice: fiction,
    zone: '+00:00',
    permalink: '/p/{slug}',
    source: { kind: 'rdf', path: '/index.rdf' },
    ink: '#444444',
    paper: '#fafafa',
  },
  {
    id: 'tna',
    name: 'Tamrat News Agency',
    language: 'en',
    tagline: 'Official news of the Kingdom',
    about: 'The invented state agency of the invented Kingdom of Tamrat, in English.',
    notice: fiction,
    zone: '+03:00',
    permalink: '/en/news/{slug}',
    source: { kind: 'sitemap', path: '/news-sitemap.xml' },
    ink: '#7a4e00',
    paper: '#fffdf7',
  },
  {
    id: 'globetext',
    name: 'Globetext',
    language: 'en',
    tagline: 'The world, translated',
    about:
      'An invented portal that passes foreign pages through a translation machine and prints what comes out.',
    notice: fiction,
    zone: '+00:00',
    permalink: '/en/article/{slug}',
    source: { kind: 'rss-excerpt', path: '/rss/all' },
    ink: '#264653',
    paper: '#f1f5f7',
  },
  {
    id: 'orbit',
    name: 'Open Orbit',
    language: 'en',
    tagline: 'Science, out loud',
    about: 'An invented science and culture magazine written by three friends and their readers.',
    notice: fiction,
    zone: '+01:00',
    permalink: '/{y}/{m}/{slug}/',
    source: { kind: 'atom', path: '/atom.xml' },
    ink: '#3d348b',
    paper: '#ffffff',
  },
  {
    id: 'minbar',
    name: 'منبر الجنوب',
    language: 'ar',
    tagline: 'خبر الجنوب من أهله',
    about: 'صحيفة يومية متخيَّلة تصدر في قصر النهر، عاصمة مملكة تمرات المتخيَّلة.',
    notice: 'هذه عيّنة خيالية. الصحيفة والأشخاص والأماكن والأحداث كلها من نسج الخيال.',
    zone: '+03:00',
    permalink: '/ar/{slug}',
    source: { kind: 'rss', path: '/rss' },
    ink: '#14532d',
    paper: '#fffef9',
  },
  {
    id: 'mifratz',
    name: 'המפרץ',
    language: 'he',
    tagline: 'העיתון של אבן גל',
    about: 'יומון בדוי של עיר הנמל הבדויה אבן גל.',
    notice: 'זוהי דוגמה בדיונית. העיתון, האנשים, המקומות והאירועים כולם פרי הדמיון.',
    zone: '+02:00',
    permalink: '/article/{slug}',
    source: { kind: 'atom', path: '/feed.atom' },
    ink: '#1d4e89',
    paper: '#ffffff',
  },
  {
    id: 'courrier',
    name: 'Le Courrier d’Orlanne',
    language: 'fr',
    tagline: 'Chaque matin depuis 1904',
    about: 'Quotidien imaginaire de la capitale imaginaire de la Vessalie.',
    notice:
      'Ceci est un échantillon fictif. Le journal, les personnes, les lieux et les faits sont inventés.',
    zone: '+01:00',
    permalink: '/actualite/{y}-{m}-{d}/{slug}',
    source: { kind: 'rss-excerpt', path: '/flux.xml' },
    ink: '#22223b',
    paper: '#fffaf0',
  },
  {
    id: 'vestnik',
    name: 'Зареченский вестник',
    language: 'ru',
    tagline: 'Ежедневная газета',
    about: 'Вымышленная ежедневная газета вымышленной столицы Карсовы.',
    notice: 'Это вымышленный пример. Газета, люди, места и события придуманы.',
    zone: '+03:00',
    permalink: '/news/{slug}.shtml',
    source: { kind: 'rss', path: '/export/rss.xml' },
    ink: '#7b2d26',
    paper: '#f9f9f9',
  },
]

export function outletOf(id: string): Outlet {
  const outlet = outlets.find((candidate) => candidate.id === id)
  if (!outlet) throw new Error(`The sample has no outlet "${id}".`)
  return outlet
}
