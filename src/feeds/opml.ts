/** Lists of feeds, in and out: OPML 1.0 to 2.0, with folders. */

import { webAddress } from './addresses.ts'
import type { FeedFailure } from './failure.ts'
import { decodeReferences } from './references.ts'
import { type Attributes, attribute, scanXml } from './xml-scan.ts'

export type Outline = {
  readonly title: string
  /** The feed's address, absolute. */
  readonly url: string
  readonly home?: string
  readonly description?: string
  readonly language?: string
  /** Names of the folders it lies in, outermost first; none at the top. */
  readonly folders: readonly string[]
}

export type OpmlList = {
  readonly title: string
  readonly outlines: readonly Outline[]
  readonly warnings: readonly string[]
}

const outlinesRead = 50_000
const depthRead = 16

/**
 * Reads a list as any reader exports it: names of attributes in any case, a missing `type`, folders as nested
 * outlines or in `category`, "&" unescaped, or cut off. The same feed twice in one folder is read once.
 */
export function parseOpml(text: string): OpmlList | FeedFailure {
  const outlines: Outline[] = []
  const warnings = new Set<string>()
  const seen = new Set<string>()
  const open: { readonly folder: string | undefined }[] = []
  let title = ''
  let titleFrom = -1
  let opml = false
  let tooDeep = 0
  scanXml(text, {
    open(name, attributes, _from, to, empty) {
      const local = name.toLowerCase()
      if (local === 'opml' || local === 'body') opml = true
      if (local === 'title' && title === '') titleFrom = to
      if (local !== 'outline') return
      opml = true
      if (tooDeep > 0 || open.length >= depthRead) {
        if (!empty) tooDeep++
        warnings.add('Outlines nested too deep were left out')
        return
      }
      const folders = open.flatMap(({ folder }) => (folder === undefined ? [] : [folder]))
      const outline = outlineOf(attributes, folders)
      if (outline !== undefined) {
        const places = folders.length === 0 ? foldersOf(attribute(attributes, 'category')) : []
        for (const place of places.length > 0 ? places : [folders]) {
          const key = JSON.stringify([outline.url, place])
          if (!seen.has(key)) outlines.push({ ...outline, folders: place })
          seen.add(key)
        }
      } else if (attribute(attributes, 'xmlurl') !== undefined) {
        warnings.add(`“${nameOf(attributes).slice(0, 100)}” has no usable address and was left out`)
      }
      if (!empty) open.push({ folder: outline === undefined ? nameOf(attributes) || undefined : undefined })
    },
    close(name) {
      if (name.toLowerCase() !== 'outline') return
      if (tooDeep > 0) tooDeep--
      else open.pop()
    },
    text(from, to) {
      if (from !== titleFrom) return
      title = decodeReferences(text.slice(from, Math.min(to, from + 500))).trim()
      titleFrom = -1
    },
    cdata() {},
    stopped: () => {
      if (outlines.length < outlinesRead) return false
      warnings.add(`Only the first ${outlinesRead} feeds were read`)
      return true
    },
  })
  if (!opml) return { failed: 'This is not a list of feeds (OPML)' }
  return { title, outlines, warnings: [...warnings] }
}

const nameOf = (attributes: Attributes): string =>
  (attribute(attributes, 'text')?.trim() || attribute(attributes, 'title')?.trim() || '').replace(/\s+/g, ' ')

function outlineOf(attributes: Attributes, folders: readonly string[]): Outline | undefined {
  const type = attribute(attributes, 'type')?.toLowerCase()
  const plain = attribute(attributes, 'url')
  // Some writers put a feed's address in "url"; type "link" and "include" point at other lists and pages.
  const written = attribute(attributes, 'xmlurl') || (type === 'rss' || type === 'atom' ? plain : undefined)
  const url = webAddress(written, undefined)
  if (url === undefined) return undefined
  const home = webAddress(attribute(attributes, 'htmlurl'), undefined)
  const description = attribute(attributes, 'description')?.trim()
  const language = attribute(attributes, 'language')?.trim()
  return {
    title: nameOf(attributes) || new URL(url).hostname,
    url,
    folders,
    ...(home === undefined ? {} : { home }),
    ...(description ? { description } : {}),
    ...(language && language !== 'unknown' ? { language } : {}),
  }
}

/** OPML 2.0: `category` is a comma-separated list of slash-delimited paths; a name without a slash is a tag. */
function foldersOf(category: string | undefined): string[][] {
  return (category ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path.startsWith('/'))
    .map((path) => path.split('/').filter((name) => name !== ''))
    .filter((path) => path.length > 0)
}

type Folder = { readonly feeds: Outline[]; readonly folders: Map<string, Folder> }

/** An OPML 2.0 document with folders as nested outlines. `created` is an ISO instant. */
export function writeOpml(list: {
  readonly title: string
  readonly created?: string
  readonly outlines: readonly Outline[]
}): string {
  const top: Folder = { feeds: [], folders: new Map() }
  for (const outline of list.outlines) {
    let folder = top
    for (const name of outline.folders) {
      const inner = folder.folders.get(name) ?? { feeds: [], folders: new Map() }
      folder.folders.set(name, inner)
      folder = inner
    }
    folder.feeds.push(outline)
  }
  const created =
    list.created === undefined
      ? ''
      : `    <dateCreated>${new Date(list.created).toUTCString()}</dateCreated>\n`
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${escapeXml(list.title)}</title>\n` +
    `${created}  </head>\n  <body>\n${linesOf(top, '    ').join('')}  </body>\n</opml>\n`
  )
}

function linesOf(folder: Folder, indent: string): string[] {
  const lines: string[] = []
  for (const [name, inner] of folder.folders)
    lines.push(
      `${indent}<outline text="${escapeXml(name)}" title="${escapeXml(name)}">\n`,
      ...linesOf(inner, `${indent}  `),
      `${indent}</outline>\n`,
    )
  for (const feed of folder.feeds) {
    const more = [
      ['htmlUrl', feed.home],
      ['description', feed.description],
      ['language', feed.language],
    ].flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(value)}"`]))
    const title = escapeXml(feed.title)
    lines.push(
      `${indent}<outline type="rss" text="${title}" title="${title}" xmlUrl="${escapeXml(feed.url)}"${more.join('')}/>\n`,
    )
  }
  return lines
}

/** XML 1.0 has no way to write most control characters: they are dropped. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/g, '')
    .replace(/[\n\r\t]/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
