/** Documents made to hurt whoever reads them. */

export type Hostile = { readonly name: string; readonly make: () => string }

const rss = (inner: string): string => `<rss version="2.0"><channel><title>T</title>${inner}</channel></rss>`
const item = (at: number): string =>
  `<item><title>Item ${at}</title><guid isPermaLink="false">${at}</guid></item>`
const million = 1_000_000

/** Ten entities, each ten times the one before: a thousand million laughs. */
function laughs(): string {
  const entities = Array.from(
    { length: 10 },
    (_, at) => `<!ENTITY l${at} "${at === 0 ? 'ha' : `&l${at - 1};`.repeat(10)}">`,
  )
  return `<?xml version="1.0"?><!DOCTYPE rss [${entities.join('')}]>${rss('<item><title>&l9;</title><description>&l9;&l9;</description></item>')}`
}

/** One long entity, named many times. */
const quadratic = (): string =>
  `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(1_000)}">]>${rss(`<item><title>x</title><description>${'&a;'.repeat(million)}</description></item>`)}`

const external = (): string =>
  `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1/y">%y;]>${rss('<item><title>&x;</title></item>')}`

export const hostileFeeds: readonly Hostile[] = [
  { name: 'entities that multiply', make: laughs },
  { name: 'one entity a million times', make: quadratic },
  { name: 'external entities', make: external },
  {
    name: '300,000 elements deep',
    make: () => rss(`${'<a>'.repeat(300_000)}x${'</a>'.repeat(300_000)}${item(1)}`),
  },
  { name: '300,000 entries deep', make: () => rss('<item>'.repeat(300_000)) },
  {
    name: '300,000 deep in a description',
    make: () =>
      rss(`<item><description>${'<div>'.repeat(300_000)}${'</div>'.repeat(300_000)}</description></item>`),
  },
  {
    name: '300,000 escaped tags deep',
    make: () => rss(`<item><description>${'&lt;div&gt;'.repeat(300_000)}</description></item>`),
  },
  { name: '500,000 items', make: () => rss(Array.from({ length: 500_000 }, (_, at) => item(at)).join('')) },
  { name: 'a title of 40 MB', make: () => rss(`<item><title>${'t'.repeat(40 * million)}</title></item>`) },
  {
    name: 'a title of 40 MB of references',
    make: () => rss(`<item><title>${'&amp;'.repeat(8 * million)}</title></item>`),
  },
  {
    name: 'a million attributes',
    make: () =>
      rss(`<item ${Array.from({ length: million }, (_, at) => `a${at}="v"`).join(' ')}>x</item>${item(1)}`),
  },
  { name: 'a million open quotes', make: () => rss(`<item>${'<a b="'.repeat(million)}`) },
  { name: 'a million open brackets', make: () => rss(`<item><title>${'<'.repeat(million)}</title></item>`) },
  { name: 'a million open comments', make: () => rss('<!-'.repeat(million) + '<!--'.repeat(million)) },
  { name: 'a million open CDATA', make: () => rss(`<item><title>${'<![CDATA['.repeat(million)}`) },
  {
    name: 'a million namespaces',
    make: () => rss(Array.from({ length: 400_000 }, (_, at) => `<a xmlns:n${at}="u${at}"/>`).join('')),
  },
  { name: 'a million bases', make: () => rss(`<item>${'<a xml:base="x/">'.repeat(million)}`) },
  {
    name: 'a long base, short links',
    make: () =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/${'x'.repeat(400)}/">${`<entry>${'<link rel="enclosure" href="a"/>'.repeat(200)}</entry>`.repeat(2_000)}</feed>`,
  },
  {
    name: 'short links in long HTML',
    make: () =>
      rss(
        `<item><link>https://a.example/${'x'.repeat(6_000)}/</link><description>${'&lt;a href=x&gt;'.repeat(million)}</description></item>`,
      ),
  },
  {
    name: 'script tags that never close',
    make: () => rss(`<item><title>${'&lt;script&gt;'.repeat(million)}</title></item>`),
  },
  {
    name: 'pictures that never close',
    make: () => rss(`<item><description>${'&lt;img '.repeat(million)}</description></item>`.repeat(2)),
  },
  {
    name: 'authors that are almost addresses',
    make: () => rss(`<item>${`<author>${'a'.repeat(400)}@</author>`.repeat(1_500)}</item>`.repeat(20)),
  },
  {
    name: 'dates that are almost dates',
    make: () => rss(`<item>${`<pubDate>${'1 Jan '.repeat(13)}</pubDate>`.repeat(1_500)}</item>`.repeat(80)),
  },
  {
    name: 'XHTML of open divs',
    make: () =>
      `<feed><entry><content type="xhtml"><div>${'<div'.repeat(million)}</div></content></entry></feed>`,
  },
  {
    name: 'XHTML of many namespaces',
    make: () =>
      `<feed><entry><content type="xhtml"><div>${'<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>'.repeat(300_000)}</div></content></entry></feed>`,
  },
  {
    name: 'a million categories',
    make: () => rss(`<item>${'<category>c</category>'.repeat(700_000)}</item>`),
  },
  { name: 'control characters', make: () => '\x01\x02\x03'.repeat(5 * million) },
  { name: 'blanks', make: () => ' '.repeat(16 * million) },
  {
    name: 'blanks in every text',
    make: () =>
      rss(
        `<item><title>${' '.repeat(2 * million)}x</title><description>${' \n'.repeat(2 * million)}</description></item>`,
      ),
  },
  {
    name: 'deep JSON',
    make: () => `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(300_000)}`,
  },
  {
    name: 'five million JSON items',
    make: () =>
      `{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[${'{},'.repeat(5 * million)}{}]}`,
  },
  {
    name: 'JSON with a million keys',
    make: () =>
      `{"version":"https://jsonfeed.org/version/1.1","items":[{${Array.from({ length: million }, (_, at) => `"k${at}":1`).join(',')}}]}`,
  },
  {
    name: 'a JSON title of 40 MB',
    make: () =>
      `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"${'t'.repeat(40 * million)}"}]}`,
  },
  {
    name: 'a sitemap of 300,000 pages',
    make: () =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${Array.from({ length: 300_000 }, (_, at) => `<url><loc>https://a.example/${at}</loc></url>`).join('')}</urlset>`,
  },
]

export const hostilePages: readonly Hostile[] = [
  {
    name: 'a page 300,000 elements deep',
    make: () => `<html><body>${'<div>'.repeat(300_000)}<a href="/x-y-z-w">x</a>`,
  },
  {
    name: 'a page of 500,000 links',
    make: () => `<html><body>${'<a href="/2024/a-b-c-d-e">a b c d e f g</a>'.repeat(500_000)}`,
  },
  {
    name: 'a page of a million attributes',
    make: () => `<html><body><a ${Array.from({ length: million }, (_, at) => `a${at}="v"`).join(' ')}>`,
  },
  { name: 'a page of open paragraphs', make: () => `<html><body>${'</p><p><b>'.repeat(400_000)}` },
  {
    name: 'a page of a million feeds',
    make: () => `<html><head>${'<link rel=alternate type=application/rss+xml href=/f>'.repeat(300_000)}`,
  },
]
