import { expect, test } from 'vitest'
import type { Feed } from '../model/feed.ts'
import { parseFeed } from './parse.ts'

function read(text: string): Feed {
  const feed = parseFeed(new TextEncoder().encode(text), { url: 'https://paper.example/sitemap.xml' })
  if ('failed' in feed) throw new Error(feed.failed)
  return feed
}

test('reads a news sitemap as a feed', () => {
  const feed = read(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
    <url><loc>https://paper.example/a?x=1&amp;y=2</loc><lastmod>2024-03-05T08:00:00Z</lastmod><n:news><n:publication><n:name>The Paper</n:name>
    <n:language>en</n:language></n:publication><n:publication_date>2024-03-05T07:30:00+01:00</n:publication_date><n:title>Quay &amp; tide</n:title>
    <n:keywords>harbour, tide</n:keywords></n:news><image:image><image:loc>/a.jpg</image:loc></image:image></url></urlset>`)
  expect(feed).toMatchObject({
    format: 'sitemap',
    title: 'The Paper',
    language: 'en',
    home: 'https://paper.example/',
  })
  expect(feed.items).toEqual([
    {
      guid: 'https://paper.example/a?x=1&y=2',
      url: 'https://paper.example/a?x=1&y=2',
      title: 'Quay & tide',
      authors: [],
      categories: ['harbour', 'tide'],
      enclosures: [],
      language: 'en',
      image: 'https://paper.example/a.jpg',
      published: '2024-03-05T06:30:00.000Z',
      updated: '2024-03-05T08:00:00.000Z',
    },
  ])
})

test('names the pages of a plain sitemap by the words of their addresses, the newest first where there are many', () => {
  const page = (at: number): string =>
    `<url><loc>https://paper.example/2024/ferry-reopens-${at}.html</loc><lastmod>${new Date(1_700_000_000_000 + at * 1000).toISOString()}</lastmod></url>`
  const feed = read(`<urlset>${Array.from({ length: 1_200 }, (_, at) => page(at)).join('')}</urlset>`)
  expect(feed.items).toHaveLength(1_000)
  expect(feed.items[0]).toMatchObject({ title: 'Ferry reopens 1199' })
  expect(feed.warnings).toEqual(['200 older pages were left out'])
})

test('gives the parts of an index, the newest first', () => {
  const feed = read(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>https://paper.example/1.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
    <sitemap><loc>/2.xml</loc><lastmod>2024-02-01</lastmod></sitemap><sitemap><loc>mailto:x</loc></sitemap></sitemapindex>`)
  expect(feed.items).toEqual([])
  expect(feed.parts).toEqual([
    { url: 'https://paper.example/2.xml', updated: '2024-02-01T00:00:00.000Z' },
    { url: 'https://paper.example/1.xml', updated: '2024-01-01T00:00:00.000Z' },
  ])
})
