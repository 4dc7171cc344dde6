/** XHTML that stands in a feed, as the HTML it means. */

import { prefixOf } from './names.ts'
import type { Scope } from './scopes.ts'

const ofHtml = new Set(['xhtml', 'svg', 'math'])

/** Markup as it stands, but CDATA escaped, prefixes of tags dropped ("h:p" is p), and Atom's wrapping div gone. */
export function markupOf(raw: string, scope: Scope): string {
  let markup = raw
  if (markup.includes('<![CDATA['))
    markup = markup.replace(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g, (_, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    )
  return withoutWrapper(withoutPrefixes(markup, scope))
}

function withoutPrefixes(markup: string, scope: Scope): string {
  const prefixes = new Set<string>()
  for (const [written, known] of scope.prefixes)
    if (written !== '' && ofHtml.has(known)) prefixes.add(written)
  if (markup.includes('xmlns:')) {
    for (const [, written, address] of markup.matchAll(
      /\sxmlns:([\w-]{1,20})\s*=\s*["']([^"'<>]{1,100})["']/g,
    ))
      if (prefixes.size < 10 && ofHtml.has(prefixOf(address!) ?? '')) prefixes.add(written!.toLowerCase())
  }
  if (prefixes.size === 0) return markup
  return markup.replace(new RegExp(`(</?)(?:${[...prefixes].join('|')}):(?=[a-z])`, 'gi'), '$1')
}

/** RFC 4287, section 3.1.1.3: the div around XHTML is not part of the content. */
function withoutWrapper(markup: string): string {
  const plain = markup.trim()
  if (!/^<div[\s>]/i.test(plain) || !/<\/div\s*>$/i.test(plain.slice(-20))) return markup
  const from = plain.indexOf('>') + 1
  const inner = plain.slice(from, plain.lastIndexOf('<'))
  return wrapsAll(inner) ? inner : markup
}

/** Whether the div cut away held everything: no other closes before it opens. */
function wrapsAll(inner: string): boolean {
  const tag = /<\/?div/gi
  let depth = 0
  for (let found = tag.exec(inner); found !== null; found = tag.exec(inner)) {
    const end = inner.indexOf('>', tag.lastIndex)
    if (end < 0) return true
    if (found[0][1] === '/') depth--
    else if (inner[end - 1] !== '/') depth++
    if (depth < 0) return false
    tag.lastIndex = end
  }
  return true
}
