/** Feeds made up for measuring: the shapes and sizes of real ones, every word invented. */

/** A small generator (mulberry32): the same corpus on every machine. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const syllables =
  'ka lo mi ter van sol ri den ga por ul mes ty bra fin os hel ra ni con der sta mo li pe'.split(' ')
const wide = 'и на по стр ова ли рек мор до го ре ва ти кон фе рен'.split(' ')

type Draw = { readonly next: () => number; readonly parts: readonly string[] }

const pick = <T>(draw: Draw, list: readonly T[]): T => list[Math.floor(draw.next() * list.length)]!

function word(draw: Draw): string {
  let made = ''
  for (let at = 1 + Math.floor(draw.next() * 3); at > 0; at--) made += pick(draw, draw.parts)
  return made
}

function sentence(draw: Draw, words: number): string {
  const made = Array.from({ length: words }, () => word(draw)).join(' ')
  return `${made.charAt(0).toUpperCase()}${made.slice(1)}`
}

const paragraph = (draw: Draw): string =>
  `<p>${sentence(draw, 20 + Math.floor(draw.next() * 40))}, <a href="https://gazette.example/${word(draw)}/${word(draw)}">${sentence(draw, 3)}</a> &amp; ${sentence(draw, 12)}.</p>\n`

const picture = (draw: Draw): string =>
  `<figure><img src="https://img.gazette.example/${word(draw)}.jpg" width="640" height="400" alt="${sentence(draw, 5)}"/></figure>\n`

const body = (draw: Draw, paragraphs: number): string =>
  picture(draw) + Array.from({ length: paragraphs }, () => paragraph(draw)).join('')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const day = (draw: Draw): Date => new Date(Date.UTC(2024, 0, 1) + Math.floor(draw.next() * 365 * 86_400_000))

type Kind = (draw: Draw) => string

const rssFull: Kind = (draw) => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>${sentence(draw, 3)}</title><atom:link href="https://gazette.example/feed/" rel="self" type="application/rss+xml" />
<link>https://gazette.example</link><description>${sentence(draw, 8)}</description><lastBuildDate>${day(draw).toUTCString()}</lastBuildDate>
<language>en-US</language><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>
${Array.from(
  { length: 15 },
  (
    _,
    at,
  ) => `<item><title>${sentence(draw, 9)}</title><link>https://gazette.example/2024/${word(draw)}-${at}/</link>
<comments>https://gazette.example/2024/${at}/#respond</comments><dc:creator><![CDATA[${sentence(draw, 2)}]]></dc:creator>
<pubDate>${day(draw).toUTCString()}</pubDate><category><![CDATA[${word(draw)}]]></category><category><![CDATA[${word(draw)}]]></category>
<guid isPermaLink="false">https://gazette.example/?p=${at}${Math.floor(draw.next() * 1e6)}</guid>
<description><![CDATA[<p>${sentence(draw, 40)} [&#8230;]</p>]]></description><content:encoded><![CDATA[${body(draw, 12)}]]></content:encoded>
<wfw:commentRss>https://gazette.example/2024/${at}/feed/</wfw:commentRss><slash:comments>${at}</slash:comments></item>`,
).join('\n')}
</channel></rss>`

const rssShort: Kind = (
  draw,
) => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>${sentence(draw, 3)}</title><link>https://wire.example/</link><description>${sentence(draw, 8)}</description><ttl>15</ttl>
<image><url>https://wire.example/logo.png</url><title>${word(draw)}</title><link>https://wire.example/</link></image>
${Array.from(
  { length: 40 },
  (_, at) => `<item><title>${sentence(draw, 10)}</title><description>${sentence(draw, 28)}.</description>
<link>https://wire.example/news/${word(draw)}-${at}?at_medium=RSS&amp;at_campaign=x</link><guid isPermaLink="true">https://wire.example/news/${word(draw)}-${at}</guid>
<pubDate>${day(draw).toUTCString()}</pubDate><media:thumbnail width="240" height="134" url="https://img.wire.example/${word(draw)}.jpg"/></item>`,
).join('\n')}
</channel></rss>`

const atom: Kind = (
  draw,
) => `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>${sentence(draw, 3)}</title><link rel="alternate" type="text/html" href="https://notes.example/"/><link rel="self" href="https://notes.example/atom.xml"/>
<id>tag:notes.example,2024:feed</id><updated>${day(draw).toISOString()}</updated><author><name>${sentence(draw, 2)}</name></author>
${Array.from(
  { length: 20 },
  (
    _,
    at,
  ) => `<entry><id>tag:notes.example,2024:${at}</id><title type="html">${escaped(sentence(draw, 8))}</title>
<link rel="alternate" type="text/html" href="https://notes.example/${word(draw)}.html"/><published>${day(draw).toISOString()}</published>
<updated>${day(draw).toISOString()}</updated><category term="${word(draw)}"/><author><name>${sentence(draw, 2)}</name></author>
<content type="html">${escaped(body(draw, 8))}</content></entry>`,
).join('\n')}</feed>`

const xhtml: Kind = (
  draw,
) => `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://log.example/">
<title>${sentence(draw, 3)}</title><link href="/"/><id>tag:log.example,2024:feed</id><updated>${day(draw).toISOString()}</updated>
${Array.from(
  { length: 10 },
  (
    _,
    at,
  ) => `<entry><id>tag:log.example,2024:${at}</id><title>${sentence(draw, 8)}</title><link href="p/${at}"/>
<updated>${day(draw).toISOString()}</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${body(draw, 10)}</div></content></entry>`,
).join('\n')}</feed>`

const podcast: Kind = (
  draw,
) => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<title>${sentence(draw, 3)}</title><link>https://pod.example/</link><description>${sentence(draw, 20)}</description><itunes:author>${sentence(draw, 2)}</itunes:author>
<itunes:image href="https://pod.example/cover.jpg"/><itunes:category text="News"><itunes:category text="Daily"/></itunes:category>
${Array.from(
  { length: 60 },
  (_, at) => `<item><title>${sentence(draw, 7)}</title><itunes:title>${sentence(draw, 7)}</itunes:title>
<description><![CDATA[<p>${sentence(draw, 60)}</p>]]></description><itunes:summary>${sentence(draw, 60)}</itunes:summary><pubDate>${day(draw).toUTCString()}</pubDate>
<enclosure url="https://cdn.pod.example/${word(draw)}-${at}.mp3" length="3${at}54321" type="audio/mpeg"/><guid isPermaLink="false">${word(draw)}-${at}</guid>
<itunes:duration>00:${10 + (at % 50)}:12</itunes:duration><itunes:explicit>false</itunes:explicit><itunes:image href="https://pod.example/e${at}.jpg"/>
<podcast:transcript url="https://pod.example/e${at}.vtt" type="text/vtt"/></item>`,
).join('\n')}</channel></rss>`

const kinds: readonly Kind[] = [rssFull, rssShort, atom, xhtml, podcast]

/** `count` feeds of every kind by turns, one in five of them in Cyrillic; UTF-8 bytes. */
export function madeUpFeeds(count: number): readonly Uint8Array[] {
  const next = random(20_240_229)
  return Array.from({ length: count }, (_, at) => {
    const draw: Draw = { next, parts: at % 5 === 3 ? wide : syllables }
    // The turn moves on by one each round, so that every kind is met in both scripts.
    return new TextEncoder().encode(kinds[(at + Math.floor(at / 5)) % kinds.length]!(draw))
  })
}
