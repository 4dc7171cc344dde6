/** Pictures, sound and film of an entry: enclosures, Media RSS, iTunes and Podcasting 2.0. */

import type { Enclosure } from '../model/feed.ts'
import { webAddress } from './addresses.ts'
import type { Element } from './elements.ts'
import { addressIn, all, attr, type Link, text, wholeNumber } from './fields.ts'

export type Media = { readonly enclosures: readonly Enclosure[]; readonly image: string | undefined }

/** Nobody plays more; a flood of them, each made absolute, would be a way to fill memory. */
const enclosuresKept = 40

export function mediaOf(entry: Element, found: readonly Link[], base: string): Media {
  const enclosures: Enclosure[] = []
  const images: { url: string; width: number }[] = []
  const seconds = secondsOf(text(entry, ['itunes:duration']))
  const add = (url: string | undefined, type?: string, bytes?: number, length?: number): void => {
    if (url === undefined || enclosures.length >= enclosuresKept) return
    if (enclosures.some((known) => known.url === url)) return
    enclosures.push({
      url,
      ...(type ? { type } : {}),
      ...(bytes ? { bytes } : {}),
      ...(length === undefined ? {} : { seconds: length }),
    })
  }
  for (const child of entry.children)
    if (child.name === 'enclosure')
      add(addressIn(child, base), attr(child, 'type')?.trim(), wholeNumber(attr(child, 'length')), seconds)
  for (const link of found)
    if (link.rel === 'enclosure') add(link.url, link.type, wholeNumber(attr(link.element, 'length')), seconds)

  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (child.name === 'media:group' || child.name === 'podcast:alternateenclosure') visit(child)
      else if (child.name === 'podcast:source')
        add(webAddress(attr(child, 'uri'), base), attr(element, 'type'), undefined, seconds)
      else if (child.name === 'media:content') {
        const url = addressIn(child, base)
        const type = attr(child, 'type')
        const kind = attr(child, 'medium') ?? type?.split('/')[0] ?? ''
        if (
          url !== undefined &&
          (kind === 'image' || (kind === '' && /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i.test(url)))
        )
          images.push({ url, width: Number(attr(child, 'width') ?? 0) || 0 })
        else if (kind !== 'document')
          add(url, type, wholeNumber(attr(child, 'filesize')), secondsOf(attr(child, 'duration')) ?? seconds)
        visit(child)
      } else if (child.name === 'media:thumbnail') {
        const url = addressIn(child, base)
        if (url !== undefined) images.push({ url, width: Number(attr(child, 'width') ?? 0) || 0 })
      }
    }
  }
  visit(entry)
  images.sort((a, b) => b.width - a.width)
  const own = all(entry, ['itunes:image', 'image', 'image:image'])
    .map((element) => addressIn(element, base) ?? addressIn(all(element, ['url', 'image:loc'])[0], base))
    .find((url) => url !== undefined)
  const image =
    own ?? images[0]?.url ?? enclosures.find((enclosure) => enclosure.type?.startsWith('image/'))?.url
  return { enclosures, image }
}

/** iTunes writes "1:02:03", "62:03" and "3723" alike. */
export function secondsOf(duration: string | undefined): number | undefined {
  const plain = duration?.trim() ?? ''
  if (!/^\d{1,6}(?:\.\d+)?$|^\d{1,4}(?::\d{1,2}){1,2}(?:\.\d+)?$/.test(plain)) return undefined
  return Math.round(plain.split(':').reduce((sum, part) => sum * 60 + Number(part), 0))
}

const picturesTried = 10

/** The first picture of some HTML that is not there to count readers. */
export function firstImage(html: string | undefined): string | undefined {
  if (html === undefined) return undefined
  let at = html.indexOf('<img')
  for (let tried = 0; at >= 0 && tried < picturesTried; tried++) {
    const end = html.indexOf('>', at)
    if (end < 0) return undefined
    const tag = html.slice(at, Math.min(end, at + 4_000))
    const url = /\ssrc\s*=\s*["']?(https?:\/\/[^"'\s>]+)/i.exec(tag)?.[1]
    if (url !== undefined && !/\s(?:width|height)\s*=\s*["']?[01]\b/i.test(tag) && !counts.test(url))
      return url.replaceAll('&amp;', '&')
    at = html.indexOf('<img', end)
  }
  return undefined
}

const counts = /pixel|beacon|\/track|feeds\.feedburner\.com\/~|doubleclick/i
