import { describe, expect, it } from 'vitest'
import { cutScripts } from './cut-scripts.ts'
import { readTree } from './read-tree.ts'

describe('what no reader sees', () => {
  it('goes, while its tags stay', () => {
    expect(cutScripts('<p>a</p><script src="x">let a = "<p>b</p>"</script><STYLE>p{}</STYLE ><p>c</p>')).toBe(
      '<p>a</p><script src="x"></script><STYLE></STYLE ><p>c</p>',
    )
    expect(cutScripts('a<!-- <script> -->b<svg viewBox="0"><path d="M0"/></svg>')).toBe(
      'ab<svg viewBox="0"></svg>',
    )
  })

  it('spares structured data', () => {
    const html = '<script type="application/ld+json">{"a":1}</script>'
    expect(cutScripts(html)).toBe(html)
  })

  it('is left to the parser where an end is missing or drawings nest', () => {
    for (const html of ['<p>a<!-- b', '<p>a<script>b', '<svg><svg></svg><p>a</p></svg>', '<svg/><p>a</p>'])
      expect(cutScripts(html)).toBe(html)
  })

  it('changes nothing of the words around it', () => {
    const words = (html: string) => readTree(html).units.map(({ text }) => text)
    expect(words('<p>The quay<!-- a --> is <svg><path/></svg>open<script>x()</script>.</p>')).toEqual([
      'The quay is open.',
    ])
    expect(words('<!--><p>The quay is open.</p>')).toEqual(['The quay is open.'])
  })
})
