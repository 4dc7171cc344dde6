/** Every link of a page with what surrounds it: heading, picture, region, and the shape of the markup around it. */

import { Parser } from 'htmlparser2'
import { parseInstant } from '../words/instants.ts'
import { webAddress } from './addresses.ts'

export type PageLink = {
  readonly url: string
  readonly text: string
  /** The heading the link stands in or holds. */
  readonly heading: string
  readonly headingLevel: number | undefined
  readonly image: string | undefined
  /** ISO instant that stands beside it. */
  readonly time: string | undefined
  /** Which link of the page it is. */
  readonly order: number
  /** In the header, footer or navigation. */
  readonly furniture: boolean
  /** In a side column or a list of what is most read. */
  readonly aside: boolean
  /** Marked as the lead by the names of what it stands in. */
  readonly lead: boolean
  /** Tags and classes around it: links built alike are alike. */
  readonly shape: string
}

type Open = {
  readonly name: string
  readonly part: string
  readonly furniture: boolean
  readonly aside: boolean
  readonly lead: boolean
  /** A kicker, byline or date: not part of a title that follows it. */
  readonly label: boolean
}

const charactersRead = 4_000_000
const depthRead = 512
const linksRead = 5_000

const furnitureNames =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|masthead|breadcrumbs?|toolbar|social|share|cookie|consent|skip|login|subscribe|pagination|submenu|sitemap)(?:$|[\s_-])/i
const asideNames =
  /(?:^|[\s_-])(?:sidebar|aside|most[_-]?(?:read|popular|viewed)|trending|popular|meistgelesen|related|ticker|sponsored|promo|recirc|partner)(?:$|[\s_-])/i
const leadNames =
  /(?:^|[\s_-])(?:lead|hero|top[_-]?story|main[_-]?story|splash|aufmacher|headline[_-]?main|featured?|primary[_-]?story|cover|large|big|xl)(?:$|[\s_-])/i

/** Reads `html` as far as the caps go; never throws. */
export function readLinks(
  html: string,
  pageUrl: string,
): { title: string; language?: string; links: readonly PageLink[] } {
  const links: Mutable[] = []
  const open: Open[] = []
  let base = pageUrl
  let title = ''
  let inTitle = false
  let language: string | undefined
  let current: Mutable | undefined
  let heading: { level: number; words: string; links: Mutable[] } | undefined
  let silent = 0
  let picture: { url: string; at: number } | undefined

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') language = attributes.lang
      if (open.length >= depthRead || links.length >= linksRead) {
        parser.pause()
        return
      }
      const marks = `${attributes.class ?? ''} ${attributes.id ?? ''}`
      const above = open.at(-1)
      const role = attributes.role ?? ''
      open.push({
        name,
        part: `${name}.${(attributes.class ?? '').split(/\s+/, 1)[0]}`,
        furniture:
          above?.furniture === true ||
          name === 'nav' ||
          name === 'footer' ||
          role === 'navigation' ||
          role === 'contentinfo' ||
          (name !== 'body' && name !== 'html' && furnitureNames.test(marks)),
        aside:
          above?.aside === true ||
          name === 'aside' ||
          role === 'complementary' ||
          (name !== 'body' && name !== 'html' && asideNames.test(marks)),
        label: labelNames.test(marks),
        lead: above?.lead === true || (name !== 'body' && name !== 'html' && leadNames.test(marks)),
      })
      if (
        name === 'script' ||
        name === 'style' ||
        name === 'noscript' ||
        name === 'template' ||
        name === 'svg'
      )
        silent++
      else if (name === 'base') base = webAddress(attributes.href, pageUrl) ?? base
      else if (name === 'title') inTitle = title === ''
      else if (/^h[1-6]$/.test(name))
        heading = { level: Number(name[1]), words: '', links: current === undefined ? [] : [current] }
      else if (name === 'img') {
        const url = webAddress(attributes['data-src'] ?? attributes.src, base)
        if (url !== undefined && !/^\d?$|^1?\d$/.test(attributes.width ?? 'auto')) {
          if (current !== undefined) current.image ??= url
          else picture = { url, at: links.length }
        }
      } else if (name === 'time') {
        const at = parseInstant(attributes.datetime ?? '')
        const last = current ?? links.at(-1)
        if (at !== undefined && last !== undefined) last.time ??= at
      } else if (name === 'a') {
        const url = webAddress(attributes.href, base)
        if (url === undefined) return
        const { furniture, aside, lead } = open.at(-1)!
        current = {
          url: url.replace(/#.*$/, ''),
          text: '',
          heading: '',
          headingLevel: undefined,
          image: picture !== undefined && picture.at === links.length ? picture.url : undefined,
          time: undefined,
          order: links.length,
          furniture,
          aside,
          lead,
          shape: open
            .slice(-4)
            .map(({ part }) => part)
            .join('>'),
        }
        picture = undefined
        links.push(current)
        heading?.links.push(current)
      }
    },
    ontext(text) {
      if (inTitle) title += text
      if (silent > 0) return
      if (current !== undefined && current.text.length < 1_000) current.text += text
      if (heading !== undefined && heading.words.length < 1_000) heading.words += text
    },
    onclosetag(name) {
      const closed = open.pop()
      if (name === 'title') inTitle = false
      else if (
        name === 'script' ||
        name === 'style' ||
        name === 'noscript' ||
        name === 'template' ||
        name === 'svg'
      )
        silent--
      else if (name === 'a' && current !== undefined) {
        current.text = titleIn(current.text)
        current = undefined
      } else if (/^h[1-6]$/.test(name) && heading !== undefined) {
        const words = oneLine(heading.words)
        for (const link of heading.links) {
          // A heading with several links, or of a section, is the title of none of them.
          link.headingLevel ??= heading.level
          link.heading ||= heading.links.length === 1 ? words : ''
        }
        heading = undefined
      } else if (current !== undefined && (blocks.has(name) || closed?.label === true)) current.text += '\n'
    },
  })
  parser.write(html.slice(0, charactersRead))
  parser.end()
  return { title: oneLine(title).slice(0, 500), links, ...(language ? { language } : {}) }
}

const labelNames =
  /(?:kicker|eyebrow|label|byline|author|time|date|meta|rubric|category|section-?name|badge|topic|headline|title)/i

type Mutable = { -readonly [K in keyof PageLink]: PageLink[K] }

const blocks = new Set(['br', 'div', 'p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure', 'section'])
/** Of the lines of a card that is one whole link, the longest is the title; above and below it stand labels. */
function titleIn(text: string): string {
  const lines = text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
  const titles = lines.filter((line) => line.length <= 220)
  return titles.reduce((a, b) => (b.length > a.length ? b : a), titles.length > 0 ? '' : oneLine(text))
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
