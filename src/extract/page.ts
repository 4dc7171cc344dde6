/** A page's HTML to an article: its text, its blocks and what is known about it, and nothing of the page. */

import type { Extracted, Image } from '../model/article.ts'
import type { Item } from '../model/feed.ts'
import { credits } from '../words/credits.ts'
import { htmlToText } from '../words/html-text.ts'
import { languageOf } from '../words/languages.ts'
import { directionOf } from '../words/scripts.ts'
import { absolute, domainOf, siteOf, withoutTracking } from '../words/urls.ts'
import { accessOf } from './access.ts'
import { authorsOf } from './authors.ts'
import { assemble } from './blocks.ts'
import { tidy } from './characters.ts'
import { sameWords } from './gauge.ts'
import { headlineOf } from './headline.ts'
import { readJsonLd, type Stated } from './json-ld.ts'
import { type Judgement, judge } from './judge.ts'
import { ampAlternate, nextPart, sameSite } from './parts.ts'
import { peopleOf } from './people.ts'
import { datesOf } from './published.ts'
import { readTree } from './read-tree.ts'
import { learn, type SiteMemory, signature, timesSeen } from './site-memory.ts'
import type { Tree } from './tree.ts'

export type PageFrom = {
  readonly url?: string
  readonly item?: Item
  readonly memory?: SiteMemory
}

export type Page = {
  readonly extracted: Extracted
  /** The memory of its site with what this page adds to it. */
  readonly learn: (memory: SiteMemory) => SiteMemory
}

/** The article alone. */
export const extractPage = (html: string, from: PageFrom): Extracted => readPage(html, from).extracted

/** Never throws on what a page holds. Costs a few milliseconds; keeps nothing. */
export function readPage(html: string, from: PageFrom): Page {
  const tree = readTree(html)
  const stated = readJsonLd(tree.jsonLd)
  const first = (...keys: string[]): string | undefined => {
    for (const key of keys) {
      const value = tree.meta.get(key)?.[0]
      if (value) return tidy(value)
    }
    return undefined
  }
  const base = (tree.base && absolute(tree.base, from.url)) || from.url
  const url = canonicalOf(tree, from.url, base)
  const domain = domainOf(url ?? from.url)
  const siteName = first('og:site_name', 'application-name', 'twitter:app:name:iphone') ?? stated.publisher
  const siteNames = [siteName, stated.publisher, domain, domain && siteOf(domain).split('.')[0]].filter(
    (n): n is string => !!n,
  )

  const title = tidy(
    headlineOf({
      tagged: tidy(tree.title),
      ...given('og', first('og:title', 'twitter:title', 'dc.title', 'sailthru.title', 'parsely-title')),
      ...given('stated', stated.headline && tidy(stated.headline)),
      h1: headingsOf(tree, 'h1'),
      h2: headingsOf(tree, 'h2'),
      ...given('itemTitle', from.item?.title),
      siteNames,
    }),
  )
  const anchor = stated.body ?? (from.item?.content ? htmlToText(from.item.content) : undefined)
  const memory = from.memory
  const description = first('og:description', 'description', 'twitter:description') ?? stated.description
  const judged = judge(tree, {
    title,
    ...given('description', description),
    authors: peopleOf([...stated.authors, ...(tree.meta.get('author') ?? [])], siteNames),
    ...given('anchor', anchor && anchor.length > 200 ? anchor : undefined),
    ...(memory
      ? {
          seen: (text: string) => timesSeen(memory, text),
          rule: (box: number) => memory.rules[signature(tree, box)],
          place: (box: number) => (memory.places[signature(tree, box)] ?? 0) >= 2,
        }
      : {}),
  })
  const body = assemble(tree, judged.roles, title, base)
  const language = languageOf(
    body.text,
    tree.lang || first('og:locale', 'content-language') || stated.language || from.item?.language,
  )
  const tag = tree.lang || language
  const span = spanOf(judged)
  const { published, modified } = datesOf(tree, {
    stated,
    ...span,
    head: headOf(tree, title, span.start),
    language: tag,
    url: from.url,
    fed: from.item?.published,
  })
  const image = leadImage(
    first('og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ?? stated.image,
    base,
  )
  const extracted: Extracted = {
    ...given('url', url),
    title,
    ...body,
    authors: authorsOf(tree, {
      stated,
      ...span,
      siteNames,
      item: from.item,
    }),
    ...(siteName || domain
      ? {
          outlet: {
            name: siteName ?? domain!,
            ...given('domain', domain),
            inferred: !siteName,
            ...(siteName ? { why: 'the page names it' } : { why: 'the address names it' }),
          },
        }
      : {}),
    ...given('published', published),
    ...given('modified', modified),
    language,
    direction: directionOf(body.text),
    ...given('description', description),
    ...given('section', first('article:section', 'parsely-section', 'section') ?? stated.section),
    keywords: keywordsOf(tree, stated),
    ...given('image', image),
    ...given('licence', tree.links.find((l) => l.rel === 'license')?.href ?? stated.licence),
    access: accessOf(tree, stated, body.text),
    confidence: judged.confidence,
    ...given('original', originalOf(tree, from.url, base)),
    ...given('credit', creditIn(tree, judged)),
    ...given('nextPage', from.url && nextPart(tree.links, from.url, base)),
    ...given('alternate', from.url && ampAlternate(tree.links, from.url, base)),
  }
  return { extracted, learn: (before) => learn(before, tree, judged) }
}

const given = <K extends string, V>(key: K, value: V | undefined | '' | false): { [P in K]?: V } =>
  (value === undefined || value === '' || value === false ? {} : { [key]: value }) as { [P in K]?: V }

/** First unit of the article's text, and the one after its last. */
function spanOf({ roles }: Judgement): { readonly start: number; readonly end: number } {
  const start = roles.indexOf('body')
  return start < 0 ? { start: 0, end: 0 } : { start, end: roles.lastIndexOf('body') + 1 }
}

/** The headline's unit, where it stands above the text. */
function headOf({ units }: Tree, title: string, start: number): number {
  for (let i = start; i >= 0 && i > start - 60; i--)
    if (units[i] && /^h[1-4]$/.test(units[i]!.tag) && sameWords(units[i]!.text, title)) return i
  return start
}

function headingsOf(tree: Tree, tag: string): string[] {
  const found: string[] = []
  for (let i = 0; i < tree.boxes.length; i++) {
    const box = tree.boxes[i]!
    if (box.tag !== tag) continue
    const words = tree.units
      .slice(box.first, box.end)
      .map((u) => u.text)
      .filter(Boolean)
      .join(' ')
      .replace(/\s+/g, ' ')
    if (words) found.push(tidy(words))
  }
  return found
}

/** The address the page claims, when it is of the same site; without what only tracks. */
function canonicalOf(tree: Tree, url: string | undefined, base: string | undefined): string | undefined {
  const claimed = tree.links.find((l) => l.rel === 'canonical')?.href ?? tree.meta.get('og:url')?.[0]
  const resolved = claimed ? absolute(claimed, base) : undefined
  if (resolved && (!url || (sameSite(resolved, url) && new URL(resolved).pathname.length > 1)))
    return withoutTracking(resolved)
  return url ? withoutTracking(url) : undefined
}

/** An address on another site that the page names as the original. */
function originalOf(tree: Tree, url: string | undefined, base: string | undefined): string | undefined {
  const claims = [
    ...(tree.meta.get('original-source') ?? []),
    ...(tree.meta.get('syndication-source') ?? []),
    tree.links.find((l) => l.rel === 'canonical')?.href,
    ...(tree.meta.get('og:url') ?? []),
  ]
  for (const claim of claims) {
    const resolved = claim ? absolute(claim, base) : undefined
    if (resolved && url && !sameSite(resolved, url) && new URL(resolved).pathname.length > 1)
      return withoutTracking(resolved)
  }
  return undefined
}

/** Lines this near to the text may say where it was taken from. */
const NEAR = 8
const LONGEST_CREDIT = 200

/** What stands beside the text as furniture and says whom it was taken from: "Source: ...". */
function creditIn({ units }: Tree, judged: Judgement): string | undefined {
  const { start, end } = spanOf(judged)
  const lines: string[] = []
  for (let i = Math.max(0, start - NEAR); i < Math.min(units.length, end + NEAR); i++) {
    const text = judged.roles[i] === 'body' ? '' : units[i]!.text.trim()
    if (text.length > 0 && text.length <= LONGEST_CREDIT && credits(text).some(({ how }) => how !== 'agency'))
      lines.push(text)
  }
  return lines.join('\n')
}

function keywordsOf(tree: Tree, stated: Stated): readonly string[] {
  const said = [
    ...(tree.meta.get('article:tag') ?? []),
    ...(tree.meta.get('news_keywords') ?? []),
    ...(tree.meta.get('keywords') ?? []),
  ]
  const all = [...said.flatMap((text) => text.split(/[,;\u060c\u3001]/)), ...stated.keywords]
    .map((k) => tidy(k).trim())
    .filter((k) => k.length > 1 && k.length < 60)
  return [...new Map(all.map((k) => [k.toLowerCase(), k])).values()].slice(0, 30)
}

function leadImage(src: string | undefined, base: string | undefined): Image | undefined {
  const resolved = src ? absolute(src, base) : undefined
  return resolved ? { src: resolved, alt: '' } : undefined
}
