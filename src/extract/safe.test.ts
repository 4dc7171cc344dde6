import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { sanitise } from './safe.ts'

type Node = { tagName?: string; attrs?: { name: string; value: string }[]; childNodes?: Node[] }

function nodes(html: string): Node[] {
  const all: Node[] = []
  const walk = (node: Node): void => {
    all.push(node)
    for (const child of node.childNodes ?? []) walk(child)
  }
  walk(parseFragment(html) as Node)
  return all
}

describe('sanitised HTML', () => {
  it('keeps words, links and structure', () => {
    expect(sanitise('<p>One <b>two</b> <a href="/x">three</a></p>', 'https://a.example/b')).toBe(
      '<p>One <strong>two</strong> <a href="https://a.example/x" rel="noopener noreferrer nofollow">three</a></p>',
    )
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<template><script>alert(1)</script></template>',
    '<p style="background:url(javascript:alert(1))" onclick=alert(1) id=document>x</p>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<img src="data:text/html,<script>alert(1)</script>">',
    '<form action="javascript:alert(1)"><button>go</button></form>',
    '<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>alert(1)</script>',
    '<textarea></textarea><img src=x onerror=alert(1)></textarea>',
    '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=javascript:1"><link rel=stylesheet href=//evil.example>',
  ])('holds nothing live for parse5: %s', (html) => {
    for (const node of nodes(sanitise(html, 'https://a.example/'))) {
      expect(node.tagName ?? 'p').not.toMatch(
        /^(script|style|iframe|svg|math|form|button|input|base|meta|link|template|noscript|object|embed)$/,
      )
      for (const { name, value } of node.attrs ?? []) {
        expect(name).toMatch(
          /^(href|rel|src|alt|width|height|loading|decoding|colspan|rowspan|start|dir|lang)$/,
        )
        if (name === 'href' || name === 'src') expect(value).toMatch(/^(https?:\/\/|mailto:)/)
      }
    }
  })

  it('closes what was left open and bears any depth', () => {
    const html = sanitise('<div><blockquote>'.repeat(3000))
    expect(html.match(/<div>/g)?.length).toBe(html.match(/<\/div>/g)?.length)
  })

  it('leaves out pictures that only track', () => {
    expect(sanitise('<img src="https://t.example/p.gif" width="1" height="1">x')).toBe('x')
  })
})
