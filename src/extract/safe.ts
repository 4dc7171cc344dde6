/**
 * Any HTML from outside, written anew with only what can do no harm: an allow-list over htmlparser2's tokens.
 * Every tag is written balanced, every text escaped, and nothing that changes how a parser reads (svg, math,
 * template, noscript, select, raw text) is ever written, so parse5 and browsers read back what was meant.
 */

import { Parser } from 'htmlparser2'
import type { SafeHtml } from '../model/safe-html.ts'
import { absolute } from '../words/urls.ts'
import { anchor, escaped, picture } from './markup.ts'

const KEPT: Readonly<Record<string, string>> = Object.assign(Object.create(null) as Record<string, string>, {
  ...same(
    'p h2 h3 h4 h5 h6 blockquote ul ol li dl dt dd pre code em strong u s sub sup small mark q cite abbr figure figcaption table thead tbody tfoot tr td th caption kbd samp var ruby rt rp bdi del ins div span',
  ),
  h1: 'h2',
  b: 'strong',
  i: 'em',
  strike: 's',
  center: 'div',
  article: 'div',
  section: 'div',
  main: 'div',
  header: 'div',
  footer: 'div',
  aside: 'div',
  address: 'div',
  details: 'div',
  summary: 'p',
  tt: 'code',
  acronym: 'abbr',
  big: 'span',
  font: 'span',
})
const DROPPED = new Set(
  'script style iframe noscript noembed noframes svg math template object embed applet canvas audio video select option optgroup textarea title head xmp plaintext listing frameset frame button input label meter progress dialog portal marquee map param'.split(
    ' ',
  ),
)
/** Inside these a parser follows other rules: what they hold is dropped until the very same tag closes. */
const DEEPEST = 120

function same(names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, name]))
}

export type SafeOptions = { readonly image?: (src: string) => string }

/** Never throws. Addresses are made absolute against `base`; those that are not http, https or mailto go. */
export function sanitise(html: string, base?: string, options: SafeOptions = {}): SafeHtml {
  const parts: string[] = []
  /** What each open tag of the input wrote: its closing tag, or '' for nothing. */
  const open: string[] = []
  let written = 0
  let dropping = 0
  const parser = new Parser(
    {
      onopentag(name, attribs) {
        if (dropping > 0 || DROPPED.has(name)) {
          dropping++
          return
        }
        let close = ''
        if (name === 'a') {
          const href = linkOf(attribs.href, base)
          if (href && written < DEEPEST) {
            parts.push(anchor(href))
            close = '</a>'
          }
        } else if (name === 'br' || name === 'hr') {
          parts.push(name === 'br' ? '<br>' : '<hr>')
        } else if (name === 'img') {
          const src = absolute(attribs.src ?? attribs['data-src'] ?? '', base)
          if (src && !isTracker(attribs)) {
            const image = {
              src: options.image ? options.image(src) : src,
              alt: attribs.alt ?? '',
              ...sizes(attribs),
            }
            parts.push(picture(image))
          }
        } else {
          const tag = KEPT[name]
          if (tag && written < DEEPEST) {
            parts.push(openTag(tag, attribs))
            close = `</${tag}>`
          }
        }
        if (close) written++
        open.push(close)
      },
      ontext(text) {
        if (dropping === 0) parts.push(escaped(text))
      },
      onclosetag() {
        if (dropping > 0) {
          dropping--
          return
        }
        const close = open.pop()
        if (close) {
          written--
          parts.push(close)
        }
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  while (open.length > 0) parts.push(open.pop()!)
  return parts.join('') as SafeHtml
}

/** Of attributes, only how cells span, where lists start, and which way and in what language words run. */
function openTag(tag: string, attribs: Readonly<Record<string, string>>): string {
  let html = `<${tag}`
  for (const key in attribs) {
    const value = attribs[key]!
    if (
      ((key === 'colspan' || key === 'rowspan') &&
        (tag === 'td' || tag === 'th') &&
        /^\d{1,3}$/.test(value)) ||
      (key === 'start' && tag === 'ol' && /^\d{1,6}$/.test(value)) ||
      (key === 'dir' && /^(ltr|rtl|auto)$/i.test(value)) ||
      (key === 'lang' && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(value))
    ) {
      html += ` ${key}="${value}"`
    }
  }
  return `${html}>`
}

function linkOf(href: string | undefined, base: string | undefined): string | undefined {
  if (!href) return undefined
  return /^\s*mailto:[^\s<>"]+$/i.test(href) ? href.trim() : absolute(href, base)
}

const isTracker = (attribs: Readonly<Record<string, string>>): boolean =>
  /^[0-2](px)?$/.test(attribs.width ?? '') || /^[0-2](px)?$/.test(attribs.height ?? '')

function sizes(attribs: Readonly<Record<string, string>>): { width?: number; height?: number } {
  const size = (value: string | undefined): number | undefined =>
    value && /^\d{1,5}$/.test(value) ? Number(value) : undefined
  const width = size(attribs.width)
  const height = size(attribs.height)
  return { ...(width ? { width } : {}), ...(height ? { height } : {}) }
}
