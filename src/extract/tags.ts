/** What the tags and attributes of a page are to a reader of it: boxes or lines, silent, shown, hidden, and how called. */

import type { Mark } from '../model/article.ts'
import { IMAGE_ATTRIBUTES } from './image.ts'
import type { Attribs } from './scan-html.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const INLINE = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup time tt u var wbr ruby rb output label',
)
const SKIP = words(
  'style template svg math canvas object audio select option button textarea input noembed noframes rp rt dialog map area datalist progress meter param track col colgroup',
)
const NOT_IN_BODY = words('meta link base title script html head')
/** Shown without words of their own, or a break in them. */
const SHOWN = words('br hr img amp-img source iframe video amp-youtube amp-iframe wbr embed')
export const HEAD = 1
export const SILENT = 2
export const IN_LINE = 4
export const SHOWS = 8
/** One look for what a tag is, as bits; most are boxes and not here. */
export const KINDS = new Map<string, number>()
for (const [bit, names] of [
  [HEAD, NOT_IN_BODY],
  [SILENT, SKIP],
  [IN_LINE, INLINE],
  [SHOWS, SHOWN],
] as const)
  for (const name of names) KINDS.set(name, (KINDS.get(name) ?? 0) | bit)
/** Inline tags that mean something to a reader. */
export const MARKS: Readonly<Record<string, Mark['kind']>> = {
  a: 'link',
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  b: 'strong',
  strong: 'strong',
  code: 'code',
  sup: 'superscript',
  sub: 'subscript',
}

/** Attributes that anything here asks for; the rest are not kept. */
export const READ = new Set([
  ...words(
    'class id itemprop role data-testid data-component hidden aria-hidden style rel href type hreflang',
  ),
  ...words('property name content lang xml:lang dir datetime data-datetime'),
  ...IMAGE_ATTRIBUTES,
])

/** All that an element is called, in one string. */
export function namesOf(attribs: Attribs): string {
  let names = attribs.class ?? ''
  if (attribs.id) names += ` ${attribs.id}`
  if (attribs.itemprop) names += ` ${attribs.itemprop}`
  if (attribs.role) names += ` ${attribs.role}`
  if (attribs['data-testid']) names += ` ${attribs['data-testid']}`
  if (attribs['data-component']) names += ` ${attribs['data-component']}`
  return names
}

export function isHidden(attribs: Attribs): boolean {
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return true
  if (attribs['aria-hidden'] === 'true') return true
  const { style } = attribs
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/** A number for a tag and its first name. */
export function makeOf(tag: string, names: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < tag.length; i++) value = Math.imul(value ^ tag.charCodeAt(i), 0x01000193)
  for (let i = 0; i < names.length; i++) {
    const code = names.charCodeAt(i)
    if (code === 32) break
    value = Math.imul(value ^ (code + 256), 0x01000193)
  }
  return value >>> 8
}
