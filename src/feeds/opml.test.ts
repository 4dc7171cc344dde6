import { expect, test } from 'vitest'
import { type OpmlList, parseOpml, writeOpml } from './opml.ts'

function read(text: string): OpmlList {
  const list = parseOpml(text)
  if ('failed' in list) throw new Error(list.failed)
  return list
}

test('reads feeds with the folders they lie in', () => {
  const list = read(`<?xml version="1.0"?><opml version="2.0"><head><title>My &amp; feeds</title></head><body>
    <outline text="News"><outline text="Ports"><outline type="rss" text="Quay" xmlUrl="https://quay.example/feed" htmlUrl="https://quay.example/" language="en"/></outline>
    <outline text="Tides" title="Tides!" type="rss" xmlUrl="https://tides.example/rss"></outline></outline>
    <outline text="Loose" xmlUrl="https://loose.example/rss"/></body></opml>`)
  expect(list).toEqual({
    title: 'My & feeds',
    warnings: [],
    outlines: [
      {
        title: 'Quay',
        url: 'https://quay.example/feed',
        home: 'https://quay.example/',
        language: 'en',
        folders: ['News', 'Ports'],
      },
      { title: 'Tides', url: 'https://tides.example/rss', folders: ['News'] },
      { title: 'Loose', url: 'https://loose.example/rss', folders: [] },
    ],
  })
})

test('reads what other programs make of it', () => {
  const list = read(`<OPML><BODY>
    <OUTLINE TITLE="Q & A" XMLURL="https://q.example/?a=1&b=2">
    <outline xmlurl="feed://f.example/rss" category="/A/B,/C,tag">
    <outline text="a list" type="link" url="https://x.example/list.opml"/>
    <outline text="broken" xmlUrl="not an address"/>
    <outline xmlUrl="https://q.example/?a=1&amp;b=2"/>`)
  expect(list.outlines).toEqual([
    { title: 'Q & A', url: 'https://q.example/?a=1&b=2', folders: [] },
    { title: 'f.example', url: 'http://f.example/rss', folders: ['A', 'B'] },
    { title: 'f.example', url: 'http://f.example/rss', folders: ['C'] },
  ])
  expect(list.warnings).toEqual(['“broken” has no usable address and was left out'])
})

test('reads back what it wrote', () => {
  const outlines = [
    {
      title: 'One "and" <two>',
      url: 'https://a.example/?x=1&y=2',
      home: 'https://a.example/',
      folders: ['Été & co', 'deep'],
    },
    { title: 'Three', url: 'https://b.example/', folders: ['Été & co'], description: 'D', language: 'fr' },
    { title: 'Four', url: 'https://c.example/', folders: [] },
  ]
  const text = writeOpml({ title: 'All\u0000', created: '2024-03-05T07:30:00Z', outlines })
  expect(text).toContain('<dateCreated>Tue, 05 Mar 2024 07:30:00 GMT</dateCreated>')
  expect(read(text)).toEqual({ title: 'All', outlines, warnings: [] })
})

test('refuses what is no list', () => {
  expect(parseOpml('<rss/>')).toEqual({ failed: 'This is not a list of feeds (OPML)' })
})

test('leaves out outlines nested without end', () => {
  const list = read(`<opml>${'<outline text="x">'.repeat(50_000)}<outline xmlUrl="https://deep.example/"/>`)
  expect(list).toMatchObject({ outlines: [], warnings: ['Outlines nested too deep were left out'] })
})
