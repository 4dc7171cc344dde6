/** Small pieces of HTML that the sample's pages share: escaping, inline marks, paragraphs, dates. */

import { type Dated, isoIn, shown } from './edition.ts'
import type { Outlet } from './outlets.ts'

/** What a page is made from. */
export type Page = {
  readonly outlet: Outlet
  readonly article: Dated
  readonly origin: (outletId: string) => string
  readonly related: readonly Dated[]
  readonly mostRead: readonly Dated[]
}

export const esc = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Escapes, then turns `*words*` into emphasis and `[words](/path)` into a link. */
export const inline = (text: string): string =>
  esc(text)
    .replace(/\*([^*]+)\*/g, '<em>$1</em>')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>')

/** The words alone. */
export const bare = (text: string): string =>
  text.replace(/\*([^*]+)\*/g, '$1').replace(/\[([^\]]+)\]\([^)\s]+\)/g, '$1')

/** The first so many words of an article, with a sign that more follow. */
export function opening({ body }: Pick<Dated, 'body'>, count: number): string {
  const words = bare(body[0]?.text ?? '').split(' ')
  return words.length > count ? `${words.slice(0, count).join(' ')} …` : words.join(' ')
}

export type BodyStyle = {
  /** Class of ordinary paragraphs. */
  readonly p?: string
  /** Written before the first paragraph's words, e.g. a dateline. */
  readonly opening?: string
  /** Put after the paragraph of that number, counted from 1. */
  readonly between?: Readonly<Record<number, string>>
  readonly tag?: string
  /** Only so many blocks are given to the page. */
  readonly upTo?: number
}

export function bodyHtml(article: Dated, style: BodyStyle = {}): string {
  const { tag = 'p', opening = '', between = {}, upTo = article.body.length } = style
  const className = style.p ? ` class="${style.p}"` : ''
  let paragraphs = 0
  let listOpen = false
  return article.body
    .slice(0, upTo)
    .map(({ kind, text }, at, all) => {
      const words = inline(text)
      if (kind === 'li') {
        const opens = listOpen ? '' : '<ul>'
        listOpen = all[at + 1]?.kind === 'li'
        return `${opens}<li>${words}</li>${listOpen ? '' : '</ul>'}`
      }
      if (kind === 'h') return `<h2>${words}</h2>`
      if (kind === 'quote') return `<blockquote><p>${words}</p></blockquote>`
      if (kind === 'pull') return `<aside class="pullquote">${words}</aside>`
      paragraphs += 1
      return `<${tag}${className}>${paragraphs === 1 ? opening : ''}${words}</${tag}>${between[paragraphs] ?? ''}`
    })
    .join('\n')
}

/** How many blocks a page shows to a reader without an account. */
export const openBlocks = ({ access, body }: Pick<Dated, 'access' | 'body'>): number =>
  access === 'free' ? body.length : access === 'paid' ? 3 : Math.max(2, Math.ceil(body.length / 2))

export const longDate = (article: Dated): string =>
  shown(article.published, article.outlet, { day: 'numeric', month: 'long', year: 'numeric' })

export const clock = (article: Dated): string =>
  shown(article.published, article.outlet, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

export const iso = (article: Dated): string => isoIn(article.published, article.outlet)

export const isoModified = (article: Dated): string =>
  isoIn(article.modified ?? article.published, article.outlet)

export const linkTo = (article: Dated, className = ''): string =>
  `<a${className && ` class="${className}"`} href="${article.path}">${esc(article.title)}</a>`

export const listOfLinks = (articles: readonly Dated[]): string =>
  articles.map((article) => `<li>${linkTo(article)}</li>`).join('')

export const pictureOf = (article: Dated): string => `/img/${article.slug}.svg`

export const urlOf = (page: Page): string => page.origin(page.outlet.id) + page.article.path

export function documentOf(page: { outlet: Outlet; title: string; head?: string; body: string }): string {
  const { outlet, title, head = '', body } = page
  const direction = outlet.language === 'ar' || outlet.language === 'he' ? ' dir="rtl"' : ''
  return `<!doctype html>
<html lang="${outlet.language}"${direction}>
<head>
<meta charset="${outlet.id === 'vestnik' ? 'windows-1251' : 'utf-8'}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
${head}
</head>
<body>
${body}
</body>
</html>
`
}
