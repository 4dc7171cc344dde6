import { expect, test } from 'vitest'
import type { Feed } from '../model/feed.ts'
import { readFrontPage } from './front-page.ts'

function read(html: string, url = 'https://paper.example/'): Feed {
  const feed = readFrontPage(html, { url })
  if ('failed' in feed) throw new Error(feed.failed)
  return feed
}

const teaser = (slug: string, title: string): string =>
  `<article class="teaser"><a href="/world/${slug}"><h3>${title}</h3></a><p>Some words about it.</p></article>`

const home = `<html lang="en"><head><title>The Paper</title></head><body>
  <header><nav><ul><li><a href="/world">World</a></li><li><a href="/subscribe-to-our-paper-today">Subscribe to our paper today, half the price</a></li></ul></nav></header>
  <main><section class="lead"><a href="/world/harbour-talks-resume-after-strike-9912345"><img src="/talks.jpg" width="900"></a>
    <h1><a href="/world/harbour-talks-resume-after-strike-9912345?ref=lead">Harbour talks resume after the strike</a></h1></section>
  <h2><a href="/world">World</a></h2>
  ${teaser('ferry-line-to-the-islands-reopens', 'Ferry line to the islands reopens')}
  ${teaser('council-votes-on-the-tide-wall', 'Council votes on the tide wall')}
  <article class="teaser"><a href="/world/pilots-and-owners-disagree-on-fees"><img src="/p.jpg"></a><a href="/world/pilots-and-owners-disagree-on-fees">Read more</a>
    <h3><a href="/world/pilots-and-owners-disagree-on-fees">Pilots and owners disagree on fees</a></h3><time datetime="2024-03-05T07:30:00Z">today</time></article></main>
  <aside class="sidebar"><h4>Most read</h4><ol><li><a href="/sport/rowing-crew-wins-the-autumn-regatta">Rowing crew wins the autumn regatta</a></li></ol></aside>
  <a href="https://other.example/2024/03/05/an-article-of-somebody-else">An article of somebody else entirely</a>
  <footer><a href="/about-us-and-our-long-history">About us and our long history since 1880</a></footer></body></html>`

test('lists the articles of a page in its order, by the titles in its headings', () => {
  const feed = read(home)
  expect(feed).toMatchObject({ format: 'page', title: 'The Paper', language: 'en' })
  expect(feed.items.map(({ title }) => title)).toEqual([
    'Harbour talks resume after the strike',
    'Ferry line to the islands reopens',
    'Council votes on the tide wall',
    'Pilots and owners disagree on fees',
    'Rowing crew wins the autumn regatta',
  ])
  expect(feed.items[0]?.url).toBe('https://paper.example/world/harbour-talks-resume-after-strike-9912345')
  expect(feed.items[0]?.image).toBe('https://paper.example/talks.jpg')
  expect(feed.items[3]?.published).toBe('2024-03-05T07:30:00.000Z')
})

test('says how large the page makes each', () => {
  const places = read(home).items.map(({ place }) => place!)
  expect(places.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4])
  expect(places[0]?.prominence).toBe(1)
  expect(places.at(-1)!.prominence).toBe(Math.min(...places.map(({ prominence }) => prominence)))
})

test('finds articles in scripts without blanks', () => {
  const titles = [
    '港口罢工结束后谈判重新开始各方表示乐观',
    '市议会就防潮墙举行投票居民意见不一',
    '渡轮航线下周一起恢复运营',
  ]
  const feed = read(
    `<ul>${titles.map((title, at) => `<li><a href="/c/2024-03-05/doc-${7_700_001 + at}.shtml">${title}</a></li>`).join('')}</ul>`,
  )
  expect(feed.items.map(({ title }) => title)).toEqual(titles)
})

test('says where a page has no articles', () => {
  expect(readFrontPage('<a href="/login">Log in</a>', { url: 'https://paper.example/' })).toEqual({
    failed: 'No links to articles were found on this page',
  })
})

test('takes the title out of a card that is one whole link', () => {
  const card = (slug: string, title: string): string =>
    `<a href="/news/${slug}"><span class="kicker">Ports</span><span class="headline">${title}</span><p>By Ada Quay</p></a>`
  const feed = read(
    card('dredging-of-the-north-channel-begins', 'Dredging of the north channel begins') +
      card('lighthouse-keeper-retires-at-last', 'Lighthouse keeper retires at last'),
  )
  expect(feed.items.map(({ title }) => title)).toEqual([
    'Dredging of the north channel begins',
    'Lighthouse keeper retires at last',
  ])
})

test('takes no writer for an article', () => {
  expect(
    read(`${home}<a href="/authors/ada-quay-of-the-harbour-desk">Ada Quay, of the harbour desk</a>`).items,
  ).toHaveLength(5)
})
