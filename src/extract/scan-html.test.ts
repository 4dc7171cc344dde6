import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { readTree } from './read-tree.ts'
import { scanHtml } from './scan-html.ts'

const WANTED = new Set(['class', 'id', 'href', 'hidden'])

/** Events as lines; texts beside each other joined. */
function events(html: string): string[] {
  const lines: string[] = []
  scanHtml(
    html,
    {
      open: (name, attribs) => lines.push(`<${name} ${JSON.stringify(attribs)}`),
      text: (data) => add(lines, data),
      close: (name) => lines.push(`>${name}`),
    },
    WANTED,
  )
  return lines
}

const add = (lines: string[], data: string): void => {
  if (lines.at(-1)?.startsWith('"')) lines[lines.length - 1] += data
  else lines.push(`"${data}`)
}

function oracle(html: string): string[] {
  const lines: string[] = []
  const parser = new Parser({
    onopentag: (name, attribs) =>
      lines.push(
        `<${name} ${JSON.stringify(Object.fromEntries(Object.entries(attribs).filter(([key]) => WANTED.has(key))))}`,
      ),
    ontext: (data) => add(lines, data),
    onclosetag: (name) => lines.push(`>${name}`),
  })
  parser.end(html)
  return lines
}

describe('a scan of HTML', () => {
  it.each([
    '<p class=a ID="b" class="c">The quay<br>is <b>open</b></p>',
    '<ul><li>One<li>Two</ul><p>Three<div>Four</div>',
    '<table><tr><td>1<td>2<tr><td>3</table>',
    "<a href='/a?b=1&amp;c=2&copy=3' hidden>Ferry &amp; pier &eacute; &#8217; &notit;</a>",
    '<a href=/plain>x</a><a href = "spaced" >y</a>',
    'a < b and <3 but <em>not</em> </ p>',
    '<!-- <p>no</p> --><!doctype html><p>yes<!--></p>',
    '<script>let a = "<p>"</script><style>p{}</style><title>Quay &amp; co</title><p>x',
    '<SCRIPT type="text/x">a</ScRiPt ><P>b</P>',
    '<textarea><p>raw &lt;</textarea><p>c',
    '<iframe src=x><p>raw</p></iframe><p>d',
    '</p>e</br>f</div>',
    '<form id=a><form id=b><p>g</form>',
    '<h1>One<h2>Two</h2>',
    '<p title="a > b" class="x">h</p>',
    '<dl><dt>a<dd>b<dt>c</dl>',
    '<select><option>a<option>b</select>',
    '<image class="i"><p>i',
  ])('%s', (html) => {
    expect(events(html)).toEqual(oracle(html))
  })

  it('passes over drawings, however they nest or end', () => {
    expect(events('<p>a<svg><g><svg/></g><title>t</title></svg>b</p>')).toEqual(events('<p>ab</p>'))
    expect(events('<p>a<svg><svg></svg></svg>b<svg/>c</p>')).toEqual(events('<p>abc</p>'))
    expect(events('<p>a<svg>b</p>')).toEqual(['<p {}', '"ab', '>p'])
  })

  it('loses no text to a quote, title or frame that never ends', () => {
    expect(events('<p class="a>The quay</p><p>is open</p>').join('')).toContain('The quay')
    expect(events('<title>Quay<p>is open</p>').join('')).toContain('is open')
    expect(events('<iframe src=x><p>is open</p>').join('')).toContain('is open')
  })

  it('is balanced and quick on what is broken and deep', () => {
    for (const html of [
      '<div>'.repeat(50_000),
      '<b><p>'.repeat(20_000),
      '</div>'.repeat(50_000),
      '<a'.repeat(50_000),
    ]) {
      const lines = events(html)
      expect(lines.filter((line) => line.startsWith('<')).length).toBe(
        lines.filter((line) => line.startsWith('>')).length,
      )
    }
  })

  it('keeps structured data whole, with what stands in its strings', () => {
    const json = '{"a":"<p>b</p> <!-- c -->"}'
    expect(readTree(`<script type="application/ld+json">${json}</script>`).jsonLd).toEqual([json])
  })
})
