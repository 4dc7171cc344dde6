import { expect, test } from 'vitest'
import type { Feed } from '../model/feed.ts'
import { parseFeed } from './parse.ts'

function read(text: string): Feed {
  const feed = parseFeed(new TextEncoder().encode(text), { url: 'https://a.example/feed' })
  if ('failed' in feed) throw new Error(feed.failed)
  return feed
}

const rss = (inner: string): string => `<rss><channel><title>T</title>${inner}</channel></rss>`

test('does not unfold entities that name others', () => {
  const text = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>${rss('<item><title>&c; &a;</title></item>')}`
  expect(read(text).items[0]?.title).toBe('&c; ha')
})

test('stops expanding one entity that is named again and again', () => {
  const text = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1000)}">]>${rss(`<item><guid>1</guid><description>${'&a;'.repeat(50_000)}</description></item>`)}`
  expect(read(text).items[0]?.summary?.length).toBeLessThanOrEqual(200_000)
})

test('reads nothing from outside the document', () => {
  const text = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>${rss('<item><title>a &x; b</title></item>')}`
  expect(read(text).items[0]?.title).toBe('a &x; b')
})

test('passes over elements nested without end, and reads what follows them', () => {
  const feed = read(rss(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}<item><title>after</title></item>`))
  expect(feed.items[0]?.title).toBe('after')
  expect(feed.warnings).toContain('Elements nested too deep were left out')
})

test('reads no more entries than it says', () => {
  const feed = read(rss('<item><title>x</title></item>'.repeat(6_000)))
  expect(feed.items).toHaveLength(5_000)
  expect(feed.warnings).toContain('Only the first 5000 entries were read')
})

test('cuts texts that are too long', () => {
  const feed = read(rss(`<item><title>${'t'.repeat(3_000_000)}</title></item>`))
  expect(feed.items[0]?.title).toHaveLength(4_001)
  expect(feed.warnings).toContain('A text was too long and was cut')
})

test('reads no more bytes than it says', () => {
  const feed = read(
    rss(`<item><title>1</title></item><!--${' '.repeat(17 * 1024 * 1024)}--><item><title>2</title></item>`),
  )
  expect(feed.items).toHaveLength(1)
  expect(feed.warnings[0]).toBe('Only the first 16 MB were read')
})

test('reads an element with a flood of attributes by its first ones', () => {
  const flood = Array.from({ length: 100_000 }, (_, at) => `a${at}="v"`).join(' ')
  const feed = read(rss(`<item><title>x</title><enclosure url="/a" ${flood}/></item>`))
  expect(feed.items[0]?.enclosures).toEqual([{ url: 'https://a.example/a' }])
})

test('does not let a long base make short addresses long', () => {
  const feed = read(
    `<feed xml:base="https://a.example/${'x'.repeat(3_000)}/"><entry><title>t</title><link href="b"/></entry></feed>`,
  )
  expect(feed.items[0]?.url).toBe('https://a.example/b')
})

test('refuses JSON nested too deep', () => {
  expect(
    parseFeed(new TextEncoder().encode(`{"items":${'['.repeat(10_000)}`), { url: 'https://a.example/' }),
  ).toEqual({
    failed: 'This JSON is nested too deep to be a feed',
  })
})

test.each([
  ['open quotes', '<a b="'],
  ['open tags', '<'],
  ['open CDATA', '<![CDATA['],
  ['open comments', '<!--'],
  ['ampersands', '&'],
  ['open scripts', '&lt;script&gt;'],
  ['open pictures', '&lt;img src='],
  ['namespaces', '<a xmlns:b="c">'],
])('comes to an end on 300,000 %s', (_, piece) => {
  expect(read(rss(`<item><title>x</title><description>${piece.repeat(300_000)}`)).items).toHaveLength(1)
})
