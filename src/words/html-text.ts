/** The plain words of a snippet of HTML, for titles, previews and comparisons; never for showing as HTML. */

import { decodeHTML } from 'entities/decode'

const blocks = new Set(
  (
    'address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
)
const cells = new Set(['td', 'th'])
const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'textarea',
  'select',
])

/**
 * The words of `html` in reading order: tags gone, character references decoded, blocks on lines of their own,
 * blanks folded. Takes time linear in the length of its input, whatever the input.
 */
export function htmlToText(html: string): string {
  if (!html.includes('<')) return fold(html.includes('&') ? decodeHTML(html) : html)
  const parts: string[] = []
  const endless = new Set<string>()
  let lower: string | undefined
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) {
      parts.push(html.slice(at))
      break
    }
    const next = html.charCodeAt(open + 1)
    if (!startsMarkup(next)) {
      parts.push(html.slice(at, open + 1))
      at = open + 1
      continue
    }
    parts.push(html.slice(at, open))
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const end = tagEnd(html, open + 1)
    const name = tagName(html, next === slash ? open + 2 : open + 1)
    at = end
    if (blocks.has(name)) parts.push('\n')
    else if (cells.has(name)) parts.push(' ')
    else if (next !== slash && silent.has(name) && html.charCodeAt(end - 2) !== slash) {
      lower ??= html.toLowerCase()
      const close = endless.has(name) ? -1 : lower.indexOf(`</${name}`, end)
      // An element that never closes hides nothing: a cut-off snippet must keep its words.
      if (close >= 0) at = tagEnd(html, close + 2)
      else endless.add(name)
    }
  }
  const text = parts.join('')
  return fold(text.includes('&') ? decodeHTML(text) : text)
}

const slash = 47

const startsMarkup = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === slash || c === 33 || c === 63

function tagName(html: string, from: number): string {
  let to = from
  while (to < html.length && to - from < 12) {
    const c = html.charCodeAt(to) | 32
    if (!((c >= 97 && c <= 122) || (c >= 48 && c <= 57))) break
    to++
  }
  return html.slice(from, to).toLowerCase()
}

/** The place after the ">" that ends a tag; quoted values may hold one. A quote left open ends with the tag. */
function tagEnd(html: string, from: number): number {
  const close = html.indexOf('>', from)
  if (close < 0) return html.length
  let quote = 0
  const limit = Math.min(html.length, from + 4096)
  for (let at = from; at < limit; at++) {
    const c = html.charCodeAt(at)
    if (quote !== 0) {
      if (c === quote) quote = 0
    } else if (c === 62) return at + 1
    else if ((c === 34 || c === 39) && html.charCodeAt(at - 1) === 61) quote = c
  }
  return close + 1
}

/** One line per block, single blanks; no-break spaces are kept for what they are: blanks. */
const fold = (text: string): string => {
  if (!/[^\S ]| {2}/.test(text)) return text.trim()
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}
