/** The headline of a page, without the outlet's name around it. */

import { sameWords } from './gauge.ts'

const SEPARATOR =
  /\s+(?:[|\u2013\u2014\u00b7\u2022\u00ab\u00bb\u2039\u203a\uff5c\u2500]|-{1,2}|::|\/\/|<|>|~)\s+|\s*[|\uff5c]\s*|\s+:\s+/

export type TitleCues = {
  readonly tagged: string
  readonly og?: string
  readonly stated?: string
  readonly h1: readonly string[]
  readonly h2: readonly string[]
  readonly itemTitle?: string
  readonly siteNames: readonly string[]
}

/** The headline readers see where it agrees with what the head says; else the most likely of what is said. */
export function headlineOf(cues: TitleCues): string {
  const clean = (text: string | undefined): string => (text ? withoutOutlet(text, cues.siteNames) : '')
  const tagged = clean(cues.tagged)
  const og = clean(cues.og)
  const stated = clean(cues.stated)
  const item = clean(cues.itemTitle)
  const said = [cues.tagged, og, stated, item].filter((text) => text !== undefined && text !== '')
  let best = ''
  let rank = 0
  for (const h1 of cues.h1) {
    if (h1.length < 3 || h1.length > 400 || isBanner(h1, cues)) continue
    let agree = 0
    for (const text of said) agree = Math.max(agree, likeness(h1, text as string))
    if (agree > rank + 0.05) {
      rank = agree
      best = h1
    }
  }
  if (best && rank >= 0.5) return best
  // Blogs keep the first heading for themselves: the second is the headline where the page's title ends in it.
  const whole = cues.tagged.replace(/\s+/g, ' ').trim().toLowerCase()
  const second = cues.h2.find((h2) => {
    const own = h2.toLowerCase()
    return (
      own.length >= 8 &&
      (sameWords(h2, og) || whole.endsWith(own) || whole.startsWith(own)) &&
      !cues.siteNames.some((n) => sameWords(n, h2))
    )
  })
  if (second) return second
  const trustworthy = (text: string): boolean =>
    text.length >= 4 && !cues.siteNames.some((name) => sameWords(text, name))
  for (const text of [stated, og, item]) if (text && trustworthy(text)) return shortened(text)
  const only = cues.h1.filter((h1) => h1.length >= 15 && trustworthy(h1))
  if (only.length === 1 && !tagged) return only[0]!
  if (tagged && trustworthy(tagged)) {
    const whole = cues.h1.find((h1) => h1.length > 10 && tagged.includes(h1))
    return whole ?? tagged
  }
  return only[0] ?? best ?? cues.tagged
}

/** A first heading that ends the page's title, while another heading begins it, is the site's name. */
function isBanner(h1: string, { tagged, h1: firsts, h2: seconds }: TitleCues): boolean {
  const whole = tagged.replace(/\s+/g, ' ').trim().toLowerCase()
  const own = h1.toLowerCase()
  return (
    whole.endsWith(own) &&
    whole.length > own.length + 8 &&
    [...firsts, ...seconds].some(
      (other) => other.length >= 8 && other !== h1 && whole.startsWith(other.toLowerCase()),
    )
  )
}

const shortened = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Share of the shorter text's words in the longer one, weighed down where lengths differ much. */
export function likeness(a: string, b: string): number {
  const first = bag(a)
  const second = bag(b)
  if (first.size === 0 || second.size === 0) return 0
  let shared = 0
  for (const word of first) if (second.has(word)) shared++
  return (2 * shared) / (first.size + second.size)
}

const bag = (text: string): Set<string> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length > 2 || !/[\u3040-\u9fff\u0e00-\u0e7f]/.test(text)) return new Set(words)
  return new Set([...text].filter((sign) => sign.trim() !== ''))
}

/** Takes the outlet's name, and sections beside it, off either end. */
export function withoutOutlet(title: string, siteNames: readonly string[]): string {
  let text = title.replace(/\s+/g, ' ').trim()
  const names = siteNames.map(key).filter((name) => name.length >= 2)
  const isSite = (part: string): boolean => {
    const own = key(part)
    return (
      own.length >= 2 &&
      names.some(
        (name) =>
          own === name ||
          (own.length >= 4 && name.includes(own)) ||
          (name.length >= 4 && own.includes(name) && own.length < name.length * 2.5),
      )
    )
  }
  const east = /^(.{8,}?)\s*[-_|\u2013\u2014\uff5c]\s*([\u3040-\u9fff]{2,9})$/u.exec(text)
  if (east && /[\u3040-\u9fff]/.test(east[1]!)) text = east[1]!.trim()
  for (let round = 0; round < 3; round++) {
    const parts = text.split(SEPARATOR)
    if (parts.length < 2) break
    const last = parts[parts.length - 1]!
    const first = parts[0]!
    if (isSite(last))
      text = text
        .slice(0, text.lastIndexOf(last))
        .replace(/[\s|\u2013\u2014\u00b7\u2022\u00ab\u00bb\u2039\u203a\uff5c\-:/<>~]+$/u, '')
    else if (isSite(first))
      text = text
        .slice(first.length)
        .replace(/^[\s|\u2013\u2014\u00b7\u2022\u00ab\u00bb\u2039\u203a\uff5c\-:/<>~]+/u, '')
    else break
  }
  return text || title.trim()
}

const key = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^the\s+/, '')
    .replace(/\.(com|net|org|co|de|fr|it|es|uk|news|tv|info)\b.*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
