import { describe, expect, it } from 'vitest'
import { extractPage } from './page.ts'

const LINE =
  'The ferry left the quay an hour late on Monday, and the pilots said that the fog was to blame for it.'
const read = (body: string, head = '') =>
  extractPage(
    `<html><head><title>Ferry leaves late</title>${head}</head><body><h1>Ferry leaves late</h1><div class="article-body"><p>${LINE}</p>${body}<p>${LINE.replace('left', 'reached')}</p></div></body></html>`,
    { url: 'https://quay.example/a/ferry' },
  )

describe('words at the edges of blocks', () => {
  it('are never glued, whatever sets them apart', () => {
    const { text } = read(
      '<p>One.<br>Two.</p><div>Three.<div>Four.</div>Five.</div><ul><li>Six.</li><li>Seven.</li></ul><p>Eight<span> nine</span><em>ten</em>.</p>',
    )
    expect(text).toContain('One.\nTwo.')
    expect(text).toContain('Three.\n\nFour.\n\nFive.\n\nSix.\n\nSeven.')
    expect(text).toContain('Eight nineten.')
  })
})

describe('characters', () => {
  it('decoded twice are set right, and ones no one sees are gone', () => {
    const { text } = read(
      '<p>The pilots\u00e2\u20ac\u2122 caf\u00c3\u00a9 at the har\u00adbour\u200b was shut, they said, and cold \ufb01sh was all there was.</p>',
    )
    expect(text).toContain(
      'The pilots\u2019 caf\u00e9 at the harbour was shut, they said, and cold fish was all there was.',
    )
  })
})

it('Letters written apart from their marks are put together', () => {
  expect(
    read('<p>The cafe\u0301 at the quay was shut, they said, and no one knew when it would open again.</p>')
      .text,
  ).toContain('The caf\u00e9 at')
})

describe('pictures', () => {
  it('are those a page loads late, at the widest it offers, with their sizes', () => {
    const { blocks } = read(
      `<figure><picture><source type="image/avif" srcset="/x.avif 900w"><source srcset="/s.jpg 400w, /l.jpg 1200w"><img src="data:image/gif;base64,R0" width="1200" height="800" alt="Quay"></picture></figure>
      <p>${LINE.replace('quay', 'pier')}</p><figure><img class="lazy" src="/blank.gif" data-src="/late.jpg" width="640" height="480"></figure><img src="/pixel.gif" width="1" height="1">`,
    )
    expect(blocks.flatMap(({ image }) => image ?? [])).toEqual([
      { src: 'https://quay.example/l.jpg', alt: 'Quay', width: 1200, height: 800 },
      { src: 'https://quay.example/late.jpg', alt: '', width: 640, height: 480 },
    ])
  })
})

describe('the licence of an article', () => {
  it('is what its page links to or states', () => {
    const by = 'https://creativecommons.org/licenses/by/4.0/'
    expect(read('', `<link rel="license" href="${by}">`).licence).toBe(by)
    expect(
      read(
        '',
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry leaves late","license":"${by}"}</script>`,
      ).licence,
    ).toBe(by)
    expect(
      read(`<p>Set in type under <a rel="license" href="${by}">a free licence</a>, says the board.</p>`)
        .licence,
    ).toBe(by)
  })
})
