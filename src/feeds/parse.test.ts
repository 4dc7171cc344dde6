import { expect, test } from 'vitest'
import type { Feed, Item } from '../model/feed.ts'
import { parseFeed } from './parse.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function read(text: string, url = 'https://gazette.example/feeds/all.xml'): Feed {
  const feed = parseFeed(bytes(text), { url })
  if ('failed' in feed) throw new Error(feed.failed)
  return feed
}

const entry = (inner: string): Item =>
  read(`<rss version="2.0"><channel><item>${inner}</item></channel></rss>`).items[0]!
const atomEntry = (inner: string): Item =>
  read(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inner}</entry></feed>`).items[0]!

test('reads RSS 2.0 with its modules', () => {
  const feed = read(`<?xml version="1.0"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
    <channel><title>The Harbour Gazette</title><link>https://gazette.example/</link><language>en-gb</language><ttl>30</ttl>
    <atom:link rel="self" href="https://gazette.example/feeds/all.xml"/><atom:link rel="hub" href="https://hub.example/"/>
    <skipHours><hour>1</hour><hour>24</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day><day>Someday</day></skipDays>
    <item><title>Ferry &amp;amp; bridge reopen</title><link>/2024/ferry</link><guid isPermaLink="false">g-1</guid>
      <description>&lt;p&gt;After &lt;a href="/map"&gt;three weeks&lt;/a&gt;.&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p><img src="pier.jpg"> Long.</p>]]></content:encoded>
      <dc:creator>Ada Quay</dc:creator><pubDate>Tue, 05 Mar 2024 07:30:00 +0100</pubDate><category>Transport</category>
      <slash:comments>4</slash:comments><enclosure url="/a.mp3" length="1200" type="audio/mpeg"/></item>
    </channel></rss>`)
  expect(feed).toMatchObject({
    format: 'rss',
    title: 'The Harbour Gazette',
    home: 'https://gazette.example/',
    hub: 'https://hub.example/',
    ttl: 30,
    skipHours: [1, 0],
    skipDays: ['Sunday'],
    language: 'en-gb',
    warnings: [],
  })
  expect(feed.items[0]).toMatchObject({
    guid: 'g-1',
    url: 'https://gazette.example/2024/ferry',
    title: 'Ferry & bridge reopen',
    summary: '<p>After <a href="https://gazette.example/map">three weeks</a>.</p>',
    content: '<p><img src="https://gazette.example/feeds/pier.jpg"> Long.</p>',
    authors: ['Ada Quay'],
    published: '2024-03-05T06:30:00.000Z',
    categories: ['Transport'],
    replies: 4,
    enclosures: [{ url: 'https://gazette.example/a.mp3', bytes: 1200, type: 'audio/mpeg' }],
  })
})

test('reads Atom with xml:base, XHTML content and people', () => {
  const feed =
    read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/posts/" xml:lang="de">
    <title type="html">Notizen &amp;lt;neu&amp;gt;</title><link href="../"/><author><name>Redaktion</name></author>
    <entry><id>tag:blog.example,2024:1</id><title>A &lt; B</title><link href="one.html"/>
      <updated>2024-05-06T07:08:09Z</updated><author><name>Bo</name><uri>/bo</uri></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Siehe <a href="two.html">hier</a> &amp; da</p></div></content>
    </entry><entry><id>2</id><title>Zwei</title></entry></feed>`)
  expect(feed).toMatchObject({
    format: 'atom',
    title: 'Notizen <neu>',
    home: 'https://blog.example/',
    language: 'de',
  })
  expect(feed.items[0]).toMatchObject({
    title: 'A < B',
    url: 'https://blog.example/posts/one.html',
    updated: '2024-05-06T07:08:09.000Z',
    people: [{ name: 'Bo', url: 'https://blog.example/bo' }],
    language: 'de',
    content: '<p>Siehe <a href="https://blog.example/posts/two.html">hier</a> &amp; da</p>',
  })
  expect(feed.items[0]).not.toHaveProperty('published')
  expect(feed.items[1]?.authors).toEqual(['Redaktion'])
})

test('reads RDF, whose entries stand beside the channel', () => {
  const feed =
    read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
    <channel rdf:about="https://old.example/"><title>Old</title><link>https://old.example/</link><d:language>fr</d:language>
      <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
    <image><url>/logo.gif</url></image>
    <item rdf:about="https://old.example/1"><title>Un</title><d:date>2004-02-03</d:date></item></rdf:RDF>`)
  expect(feed).toMatchObject({
    format: 'rdf',
    title: 'Old',
    ttl: 360,
    image: 'https://gazette.example/logo.gif',
  })
  expect(feed.items).toMatchObject([
    {
      title: 'Un',
      guid: 'https://old.example/1',
      url: 'https://old.example/1',
      language: 'fr',
      published: '2004-02-03T00:00:00.000Z',
    },
  ])
})

test('reads CDF and Atom 0.3', () => {
  const cdf = read(
    '<CHANNEL HREF="https://c.example/"><TITLE>C</TITLE><ITEM HREF="/i"><TITLE>I</TITLE><ABSTRACT>Ab</ABSTRACT></ITEM></CHANNEL>',
  )
  expect(cdf).toMatchObject({ format: 'cdf', title: 'C', home: 'https://c.example/' })
  expect(cdf.items[0]).toMatchObject({ title: 'I', summary: 'Ab' })
  const old =
    read(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline>T</tagline><entry><title>x</title>
    <issued>2003-12-13T08:29:29-04:00</issued><content mode="base64" type="text/html">PGI+aGk8L2I+</content></entry></feed>`)
  expect(old).toMatchObject({ format: 'atom', description: 'T' })
  expect(old.items[0]).toMatchObject({ content: '<b>hi</b>', published: '2003-12-13T12:29:29.000Z' })
})

test('reads JSON Feed, and what a cut-off one still holds', () => {
  const text = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    home_page_url: 'https://j.example/',
    authors: [{ name: 'Jo' }],
    items: [
      {
        id: 7,
        url: '/7',
        content_html: '<img src="a.png">',
        date_published: '2024-01-02T03:04:05+01:00',
        tags: ['t'],
      },
      {
        id: 'b',
        content_text: 'Short <note>',
        attachments: [{ url: '/b.mp3', mime_type: 'audio/mpeg', duration_in_seconds: 9 }],
      },
    ],
  })
  const feed = read(text, 'https://j.example/feed.json')
  expect(feed.items).toMatchObject([
    {
      guid: '7',
      url: 'https://j.example/7',
      content: '<img src="https://j.example/a.png">',
      authors: ['Jo'],
      published: '2024-01-02T02:04:05.000Z',
    },
    {
      guid: 'b',
      title: 'Short <note>',
      content: 'Short &lt;note>',
      enclosures: [{ url: 'https://j.example/b.mp3', seconds: 9 }],
    },
  ])
  const cut = read(text.slice(0, text.indexOf('"id":"b"')))
  expect(cut.items).toHaveLength(1)
  expect(cut.warnings).toEqual(['The document ends in the middle'])
})

test('knows namespaces by address, whatever prefix they have', () => {
  const feed =
    read(`<r:rss xmlns:r="" xmlns:q="http://search.yahoo.com/mrss/" xmlns:pod="HTTP://www.itunes.com/DTDs/Podcast-1.0.dtd"><channel>
    <item><title>Film</title><q:group><q:content url="/f.mp4" type="video/mp4" duration="61"/><q:thumbnail url="/small.jpg" width="10"/>
    <q:thumbnail url="/large.jpg" width="900"/><q:description>About</q:description></q:group><pod:duration>1:01:01</pod:duration></item></channel></r:rss>`)
  expect(feed.items[0]).toMatchObject({
    image: 'https://gazette.example/large.jpg',
    summary: 'About',
    seconds: 3661,
    enclosures: [{ url: 'https://gazette.example/f.mp4', type: 'video/mp4', seconds: 61 }],
  })
})

test('resolves addresses against the site where the feed is served from elsewhere', () => {
  const feed = read(
    '<rss><channel><link>https://paper.example/</link><item><link>/a</link></item></channel></rss>',
  )
  expect(feed.items[0]?.url).toBe('https://paper.example/a')
})

test('keeps HTML that stands unescaped in a description', () => {
  const item = entry(
    '<title>t</title><description><p>One<br>two <a href="/x">x</a></p></description><author>a@b.example (Al)</author>',
  )
  expect(item.summary).toBe('<p>One<br>two <a href="https://gazette.example/x">x</a></p>')
  expect(item.people).toEqual([{ name: 'Al', email: 'a@b.example' }])
})

test.each([
  [
    'an entry that is not closed',
    '<rss><channel><item><title>1</title><item><title>2</title></item></channel></rss>',
    ['1', '2'],
  ],
  [
    'a description that is not closed',
    '<rss><channel><item><title>1</title><description><b>x</item><item><title>2</title></item></channel></rss>',
    ['1', '2'],
  ],
  [
    'a document that ends in a title',
    '<rss><channel><item><title>1</title></item><item><title>2',
    ['1', '2'],
  ],
  ['a document that ends in a tag', '<rss><channel><item><title>1</title></item><item><titl', ['1', '']],
  ['a document that ends in CDATA', '<rss><channel><item><title><![CDATA[1', ['1']],
  ['no root', '<item><title>1</title></item>', ['1']],
  [
    'text before the root',
    'Warning: x <b>\n<rss><channel><item><title>1</title></item></channel></rss>',
    ['1'],
  ],
  [
    'entries outside the channel',
    '<rss><channel><title>c</title></channel><item><title>1</title></item></rss>',
    ['1'],
  ],
  [
    'attributes without quotes',
    '<rss version=2.0><channel><item><title type=text>1</title></item></channel></rss>',
    ['1'],
  ],
  ['a quote that never closes', '<rss><channel><item><title a="x>1</title></item></channel></rss>', ['1']],
  [
    'ampersands that begin nothing',
    '<rss><channel><item><title>A&B & C&D;</title></item></channel></rss>',
    ['A&B & C&D;'],
  ],
  [
    'names of HTML',
    '<rss><channel><item><title>caf&eacute;&nbsp;&#8211;&#x2014;</title></item></channel></rss>',
    ['café –—'],
  ],
  [
    'entities of its own',
    '<!DOCTYPE rss [<!ENTITY co "Quay &#38; Sons">]><rss><channel><item><title>&co;</title></item></channel></rss>',
    ['Quay & Sons'],
  ],
  [
    'comments and instructions',
    '<?x?><rss><!-- <item> --><channel><item><?y z?><title><!-- a -->1</title></item></channel></rss>',
    ['1'],
  ],
])('reads a feed with %s', (_, text, titles) => {
  expect(read(text).items.map(({ title }) => title)).toEqual(titles)
})

test('says in a warning what was wrong', () => {
  expect(read('<rss><channel><item><title>1</title>').warnings).toEqual(['The document ends in the middle'])
  expect(read('<rss><channel><item><title>1</title><item></item></channel></rss>').warnings).toEqual([
    'An entry was not closed',
  ])
})

test('takes the address from the guid only where that is one', () => {
  expect(entry('<guid>https://a.example/1</guid>').url).toBe('https://a.example/1')
  expect(entry('<guid isPermaLink="false">https://a.example/1</guid>')).not.toHaveProperty('url')
  expect(entry('<guid>abc</guid>')).not.toHaveProperty('url')
  expect(entry('<link>javascript:alert(1)</link><guid>1</guid>')).not.toHaveProperty('url')
})

test('gives an entry without a name or address one that does not change', () => {
  const [a, b] = [entry('<description>Words</description>'), entry('<description>Words</description>')]
  expect(a.guid).toBe(b.guid)
  expect(a.guid).not.toBe(entry('<description>Others</description>').guid)
  expect(a.title).toBe('Words')
})

test('cuts the title of a post that has none from its first line', () => {
  const { title } = entry(
    `<description>&lt;p&gt;${'harbour news '.repeat(20)}&lt;/p&gt;&lt;p&gt;More&lt;/p&gt;</description>`,
  )
  expect(title).toMatch(/^harbour news .*…$/)
  expect(title.length).toBeLessThanOrEqual(101)
})

test('tells plain text from HTML by its type', () => {
  expect(atomEntry('<summary>1 &lt; 2 &amp;amp; 3</summary>').summary).toBe('1 &lt; 2 &amp;amp; 3')
  expect(atomEntry('<summary type="html">1 &amp;lt; 2&lt;br/></summary>').summary).toBe('1 &lt; 2<br/>')
  expect(atomEntry('<title type="html">&lt;i>Now&lt;/i> &amp;amp; then</title>').title).toBe('Now & then')
  expect(entry('<title>R&amp;amp;D &lt;i&gt;now&lt;/i&gt;</title>').title).toBe('R&D now')
})

test('keeps where an entry came from, what it answers and where it happened', () => {
  const item =
    read(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:g="http://www.georss.org/georss">
    <entry><title>x</title><source><title>Origin</title><link href="https://o.example/"/></source><g:point>31.5 34.75</g:point>
    <thr:in-reply-to ref="tag:1" href="https://p.example/1"/><link rel="replies" href="/r" thr:count="3"/></entry></feed>`)
      .items[0]
  expect(item).toMatchObject({
    origin: { title: 'Origin', url: 'https://o.example/' },
    inReplyTo: { id: 'tag:1', url: 'https://p.example/1' },
    location: { latitude: 31.5, longitude: 34.75 },
    replies: 3,
  })
})

test('says in plain words what is not a feed', () => {
  const failed = (text: string): unknown => parseFeed(bytes(text), { url: 'https://a.example/' })
  expect(failed('<!doctype html><title>x</title>')).toEqual({ failed: 'This is a web page, not a feed' })
  expect(failed('<opml version="2.0"><body/></opml>')).toMatchObject({
    failed: expect.stringContaining('OPML'),
  })
  expect(failed('{"a":1}')).toEqual({ failed: 'This is JSON, but not a JSON Feed' })
  expect(failed('')).toEqual({ failed: 'The answer is empty' })
  expect(failed('hello')).toEqual({ failed: 'This is plain text, not a feed' })
  expect(failed('\x89PNG\0\0')).toEqual({ failed: 'This is binary data, not a feed' })
  expect(failed('<soap><x/></soap>')).toEqual({ failed: 'This is XML (<soap>), but not a feed' })
})

test('reads text that was encoded twice, and quotes that were lost on the way', () => {
  expect(entry('<title>CafÃ© â€“ open</title>').title).toBe('Café – open')
  expect(entry('<title>It\u0092s</title>').title).toBe('It’s')
})

test('falls back on the language and place the answer states', () => {
  const feed = parseFeed(bytes('<feed><link href="b"/><entry><title>x</title></entry></feed>'), {
    url: 'https://a.example/x/feed',
    contentLanguage: 'pt-BR, en',
    contentLocation: '/y/',
  })
  expect(feed).toMatchObject({
    language: 'pt-BR',
    home: 'https://a.example/y/b',
    items: [{ language: 'pt-BR' }],
  })
})

test('reads XHTML and SVG as HTML, whatever prefix they stand under', () => {
  const content = (inner: string): string | undefined =>
    atomEntry(`<content type="xhtml">${inner}</content>`).content
  expect(content('<h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>a<h:br/></h:p></h:div>')).toBe(
    '<p>a<br/></p>',
  )
  expect(content('<div xmlns:v="http://www.w3.org/2000/svg"><v:svg/></div>')).toBe('<svg/>')
  expect(content('<div>one</div><div>two</div>')).toBe('<div>one</div><div>two</div>')
  expect(content('<div xml:base="https://b.example/"><img src="x"/></div>')).toBe(
    '<img src="https://b.example/x"/>',
  )
  expect(content('<div><![CDATA[a < b]]></div>')).toBe('a &lt; b')
})

test('reads Atom under a prefix', () => {
  const feed =
    read(`<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title type="html">x &amp;amp; y</a:title>
    <a:summary>1 &lt; 2</a:summary><a:link href="/e"/></a:entry></a:feed>`)
  expect(feed).toMatchObject({ format: 'atom', title: 'T' })
  expect(feed.items[0]).toMatchObject({
    title: 'x & y',
    summary: '1 &lt; 2',
    url: 'https://gazette.example/e',
  })
})

test('names an entry that has nothing but an address by the words of that', () => {
  expect(entry('<link>/2024/ferry-line-reopens</link>').title).toBe('Ferry line reopens')
})
