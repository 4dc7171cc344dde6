import { describe, expect, it } from 'vitest'
import type { Block, Mark } from '../model/article.ts'
import { renderArticle } from './render.ts'

function article(parts: readonly [Block['kind'], string, Partial<Block>?][], marks: readonly Mark[] = []) {
  let text = ''
  const blocks = parts.map(([kind, words, more]): Block => {
    if (words && text) text += '\n\n'
    const start = text.length
    text += words
    return { kind, start, end: text.length, ...more }
  })
  return { text, blocks, marks, language: 'en', direction: 'ltr' as const }
}

const inner = (html: string): string => html.replace(/^<div[^>]*>|<\/div>$/g, '')

describe('a rendered article', () => {
  it('escapes words and never writes an address that is not one', () => {
    const html = renderArticle(
      article(
        [['paragraph', '<script>"a" & b</script>']],
        [{ kind: 'link', start: 0, end: 8, href: 'javascript:alert(1)' }],
      ),
    )
    expect(inner(html)).toBe('<p>&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;</p>')
  })

  it('lets a highlight cross a link, with its id once', () => {
    const html = renderArticle(
      article([['paragraph', 'aa bb cc']], [{ kind: 'link', start: 0, end: 5, href: 'https://x.example/' }]),
      { highlights: [{ start: 3, end: 8, id: 'e1' }] },
    )
    expect(inner(html)).toBe(
      '<p><a href="https://x.example/" rel="noopener noreferrer nofollow">aa <mark id="e1">bb</mark></a><mark> cc</mark></p>',
    )
  })

  it('numbers sentences', () => {
    const html = renderArticle(article([['paragraph', 'One. Two.']]), {
      sentences: [
        { start: 0, end: 4, block: 0 },
        { start: 5, end: 9, block: 0 },
      ],
    })
    expect(inner(html)).toBe(
      '<p><span id="s0" data-s="0">One.</span> <span id="s1" data-s="1">Two.</span></p>',
    )
  })

  it('nests lists by level and gathers quotes', () => {
    const html = renderArticle(
      article([
        ['list-item', 'a', { level: 1 }],
        ['list-item', 'b', { level: 2, ordered: true }],
        ['list-item', 'c', { level: 1 }],
        ['quote', 'd'],
        ['quote', 'e'],
      ]),
    )
    expect(inner(html)).toBe(
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul><blockquote><p>d</p><p>e</p></blockquote>',
    )
  })

  it('shows a picture with its size, caption and credit, from the address it is told', () => {
    const html = renderArticle(
      article([
        ['image', '', { image: { src: 'https://x.example/a.jpg', alt: 'A "pier"', width: 6, height: 4 } }],
        ['caption', 'The pier.'],
        ['credit', 'Bo Li'],
      ]),
      { image: (src) => `/proxy?u=${encodeURIComponent(src)}` },
    )
    expect(inner(html)).toBe(
      '<figure><img src="/proxy?u=https%3A%2F%2Fx.example%2Fa.jpg" alt="A &quot;pier&quot;" width="6" height="4" loading="lazy" decoding="async">' +
        '<figcaption>The pier. <small class="credit">Bo Li</small></figcaption></figure>',
    )
  })
})
