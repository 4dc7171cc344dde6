/** How text and addresses are written into HTML, so that nothing of them can be read as markup. */

const SPECIAL = /[&<>"']/g
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escaped = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(SPECIAL, (sign) => ESCAPES[sign]!) : text

/** Names an element may be given: never one that shadows a property of the document it lands in. */
export const safeId = (id: string): string => `${id.replace(/[^A-Za-z0-9_-]+/g, '-')}`

export const anchor = (href: string): string =>
  `<a href="${escaped(href)}" rel="noopener noreferrer nofollow">`

export type Picture = {
  readonly src: string
  readonly alt: string
  readonly width?: number
  readonly height?: number
}

export const picture = ({ src, alt, width, height }: Picture): string =>
  `<img src="${escaped(src)}" alt="${escaped(alt)}"${width ? ` width="${width}"` : ''}${height ? ` height="${height}"` : ''} loading="lazy" decoding="async">`
