import { expect, test } from 'vitest'
import { addressesToTry, discoverFeeds, sitemapsOfRobots } from './discover.ts'

const page = (html: string): ReturnType<typeof discoverFeeds> =>
  discoverFeeds(html, { url: 'https://paper.example/news/' })

test('finds the feeds a page names, the surest first', () => {
  const { found, title, language, icon } =
    page(`<html lang="nl"><head><title> De  Kade </title><link rel="shortcut icon" href="/i.ico">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel="alternate" type="application/atom+xml" title="All" href="all.atom">
    <link rel="ALTERNATE" type="application/feed+json; charset=utf-8" href="//cdn.example/feed.json">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1"><link rel="alternate" hreflang="de" href="/de">
    </head><body><a href="/about">About</a><a href="/rss.xml" class="icon"><img alt="RSS"></a></body>`)
  expect({ title, language, icon }).toEqual({
    title: 'De Kade',
    language: 'nl',
    icon: 'https://paper.example/i.ico',
  })
  expect(found).toEqual([
    { url: 'https://paper.example/news/all.atom', kind: 'feed', by: 'link', title: 'All' },
    { url: 'https://cdn.example/feed.json', kind: 'feed', by: 'link' },
    { url: 'https://paper.example/comments/feed', kind: 'feed', by: 'link', title: 'Comments' },
    { url: 'https://paper.example/rss.xml', kind: 'feed', by: 'anchor' },
  ])
})

test('takes no link for a feed because of its words alone', () => {
  expect(
    page(
      '<a href="/feedback">Feedback</a><a href="/animals/feeding">Feeding</a><a href="/comments/feed">c</a>',
    ).found,
  ).toEqual([])
})

test('resolves against the base of the page', () => {
  expect(
    page('<base href="https://b.example/x/"><link rel=alternate type=application/rss+xml href=f>').found[0]
      ?.url,
  ).toBe('https://b.example/x/f')
})

test('finds the sitemaps of a robots.txt, those for news first', () => {
  expect(
    sitemapsOfRobots('User-agent: *\nSitemap: /map.xml\nsitemap:https://paper.example/news.xml\n', {
      url: 'https://paper.example/robots.txt',
    }),
  ).toEqual([
    { url: 'https://paper.example/news.xml', kind: 'sitemap', by: 'robots' },
    { url: 'https://paper.example/map.xml', kind: 'sitemap', by: 'robots' },
  ])
})

test.each([
  [
    'https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos',
    'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
  ],
  [
    'https://www.youtube.com/playlist?list=PL123',
    'https://www.youtube.com/feeds/videos.xml?playlist_id=PL123',
  ],
  ['https://social.example/@ada', 'https://social.example/@ada.rss'],
  ['https://www.reddit.com/r/ports/', 'https://www.reddit.com/r/ports/.rss'],
  ['https://github.com/quay/tide/issues', 'https://github.com/quay/tide/releases.atom'],
  ['https://paper.example/sport/index.html', 'https://paper.example/sport/feed'],
])('tries for %s first %s', (address, first) => {
  expect(addressesToTry(address)[0]?.url).toBe(first)
})

test('tries every address once', () => {
  const urls = addressesToTry('https://paper.example/').map(({ url }) => url)
  expect(new Set(urls).size).toBe(urls.length)
  expect(urls).toContain('https://paper.example/news-sitemap.xml')
  expect(addressesToTry('nonsense')).toEqual([])
})
