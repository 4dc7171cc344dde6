import { expect, test } from 'vitest'
import type { Feed } from '../model/feed.ts'
import { parseFeed } from './parse.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function read(text: string, url = 'https://gazette.example/feeds/all.xml'): Feed {
  const feed = parseFeed(bytes(text), { url })
  if ('failed' in feed) throw new Error(feed.failed)
  return feed
}

test('reads RSS 2.0 with its modules', () => {
  const feed = read(`<?xml version="1.0"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
    <channel><title>The Harbour Gazette</title><link>https://gazette.example/</link><language>en-gb</language><ttl>30</ttl>
    <atom:link rel="self" href="https://gazette.example/feeds/all.xml"/><atom:link rel="hub" href="https://hub.example/"/>
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
    language: 'en-gb',
    warnings: [],
  })
  expect(feed.items[0]).toMatchObject({
    guid: 'g-1',
    url: 'https://gazette.example/2024/ferry',
    title: 'Ferry & bridge reopen',
    summary: '<p>After <a href="https://gazette.example/map">three weeks</a>.</p>',
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
    <title type="html">Notizen &amp;lt;neu&amp;gt;</title><link href="../"/>
    <entry><id>tag:blog.example,2024:1</id><title>A &lt; B</title><link href="one.html"/>
      <updated>2024-05-06T07:08:09Z</updated><author><name>Bo</name><uri>/bo</uri></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Siehe <a href="two.html">hier</a> &amp; da</p></div></content>
    </entry></feed>`)
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
  })
  expect(feed.items[0]?.content).toContain('<a href="https://blog.example/posts/two.html">hier</a> &amp; da')
})

test('says in plain words what is not a feed', () => {
  const failed = (text: string): unknown => parseFeed(bytes(text), { url: 'https://a.example/' })
  expect(failed('<!doctype html><title>x</title>')).toEqual({ failed: 'This is a web page, not a feed' })
  expect(failed('{"a":1}')).toEqual({ failed: 'This is JSON, but not a JSON Feed' })
  expect(failed('')).toEqual({ failed: 'The answer is empty' })
  expect(failed('hello')).toEqual({ failed: 'This is plain text, not a feed' })
})
