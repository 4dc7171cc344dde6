import { describe, expect, it } from 'vitest'
import { extractPage } from './page.ts'

const sentence = (n: number): string =>
  `The harbour board met for the ${n}th time this year, and its members agreed on the cost of the new pier, which will open in spring.`

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Pier to open in spring | The Harbour Post</title>${head}</head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
  <main><h1>Pier to open in spring</h1><div class="byline">By <a rel="author" href="/ana">Ana Ruiz</a> and Bo Li</div>
  <time datetime="2024-03-09T10:00:00+02:00">9 March 2024</time>
  <div class="article-body">${body}</div></main>
  <div class="related"><h3>More from us</h3><ul><li><a href="/1">A second story that is not this one at all</a></li></ul></div>
  <footer>\u00a9 2024 The Harbour Post. All rights reserved.</footer></body></html>`

const read = (html: string) => extractPage(html, { url: 'https://harbour.example/2024/pier?utm_source=x' })

describe('a page', () => {
  const plain = page([1, 2, 3, 4].map((n) => `<p>${sentence(n)}</p>`).join(''))

  it('yields its title and paragraphs, and nothing around them', () => {
    const { title, blocks, text } = read(plain)
    expect(title).toBe('Pier to open in spring')
    expect(blocks.map((b) => b.kind)).toEqual(['title', 'paragraph', 'paragraph', 'paragraph', 'paragraph'])
    expect(text).toBe(['Pier to open in spring', ...[1, 2, 3, 4].map(sentence)].join('\n\n'))
  })

  it('says who wrote it and when, with the zone it gave', () => {
    const { authors, published, url, language } = read(plain)
    expect(authors).toEqual(['Ana Ruiz', 'Bo Li'])
    expect(published?.best).toBe('2024-03-09T10:00:00+02:00')
    expect(url).toBe('https://harbour.example/2024/pier')
    expect(language).toBe('en')
  })

  it('keeps links, headings, quotes, lists and tables as what they are', () => {
    const { text, blocks, marks } = read(
      page(
        `<p>${sentence(1)} <a href="/report">Read the report</a> here.</p><h2>Money</h2><p>${sentence(2)}</p>` +
          `<blockquote><p>${sentence(3)}</p></blockquote><ul><li>${sentence(4)}</li></ul>` +
          '<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>12</td></tr></table>' +
          `<p>${sentence(5)}</p>`,
      ),
    )
    expect(blocks.map((b) => b.kind)).toEqual([
      'title',
      'paragraph',
      'heading',
      'paragraph',
      'quote',
      'list-item',
      'table',
      'paragraph',
    ])
    const link = marks.find((m) => m.kind === 'link')!
    expect(text.slice(link.start, link.end)).toBe('Read the report')
    expect(link.href).toBe('https://harbour.example/report')
    const table = blocks.find((b) => b.kind === 'table')!
    expect(table.rows?.map((row) => row.map((c) => text.slice(c.start, c.end)))).toEqual([
      ['Year', 'Cost'],
      ['2023', '12'],
    ])
  })

  it('sets captions and credits apart from the body', () => {
    const { blocks, text } = read(
      page(
        `<p>${sentence(1)}</p><figure><img src="/a.jpg" width="600" height="400"><figcaption>The pier at dusk. <span>Photo: Bo Li</span></figcaption></figure><p>${sentence(2)}</p>`,
      ),
    )
    const caption = blocks.find((b) => b.kind === 'caption')!
    expect(text.slice(caption.start, caption.end)).toContain('The pier at dusk.')
    expect(blocks.find((b) => b.kind === 'image')?.image).toEqual({
      src: 'https://harbour.example/a.jpg',
      alt: '',
      width: 600,
      height: 400,
    })
  })

  it('separates blocks by a blank line and never lets them overlap', () => {
    const { blocks, text } = read(plain)
    for (const [i, block] of blocks.entries()) {
      if (i > 0) expect(text.slice(blocks[i - 1]!.end, block.start)).toBe('\n\n')
    }
  })

  it('bears markup that is deep, broken or empty', () => {
    for (const html of [
      '',
      '<',
      '<div>'.repeat(20_000),
      '<p><a><b></p></a>'.repeat(500),
      '\u0000<script>',
      '<table><tr><td>',
    ]) {
      expect(read(html).blocks).toBeInstanceOf(Array)
    }
  })
})

it('Links and emphasis lie where they were set, and nowhere else', () => {
  const rest =
    ' It was a long meeting, and it ended as such meetings do, with a promise to meet again before winter.'
  const page = `<html><head><title>Quay talks</title></head><body><article><h1>Quay talks</h1>
    <p>No mark stands in this first one.${rest}</p>
    <p>Here <b>two words</b> are strong.${rest}</p>
    <p>None here either.${rest}</p>
    <p>And <a href="/rail">a link</a> here.${rest}</p></article>
    <ul class="related"><li><a href="/other">Something else that happened elsewhere</a></li></ul></body></html>`
  const { text, marks } = extractPage(page, { url: 'https://quay.example/a' })
  expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['strong', 'two words'],
    ['link', 'a link'],
  ])
})
