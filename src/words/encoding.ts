/** Bytes to text, for feeds and pages alike, in the order browsers and RFC 7303 give the signs of an encoding. */

import { isUtf8 } from 'node:buffer'

export type Decoded = {
  readonly text: string
  /** The WHATWG name of the encoding, lower case; or utf-32le, utf-32be. */
  readonly encoding: string
  readonly warnings: readonly string[]
}

/**
 * Reads `bytes` as text: byte order mark, then the HTTP charset, then what the document declares, then the
 * bytes themselves. Never fails: bytes no encoding explains become U+FFFD, with a warning.
 */
export function decode(
  bytes: Uint8Array,
  from: { readonly contentType?: string; readonly kind: 'html' | 'xml' | 'text' },
): Decoded {
  const warnings: string[] = []
  const mark = byteOrderMark(bytes)
  if (mark !== undefined)
    return { text: read(bytes.subarray(mark.length), mark.name), encoding: mark.name, warnings }

  // UTF-16 and UTF-32 without a mark show in the first "<", whatever the declaration inside claims.
  const wide = from.kind === 'text' ? undefined : wideWithoutMark(bytes)
  if (wide !== undefined) return { text: read(bytes, wide), encoding: wide, warnings }

  const charset = charsetOf(from.contentType)
  const http = known(charset)
  if (charset !== undefined && http === undefined)
    warnings.push(`The server names an unknown charset, “${charset}”`)
  const label = http === undefined ? declared(bytes, from.kind) : undefined
  let stated = http ?? known(label)
  if (label !== undefined && stated === undefined)
    warnings.push(`The document names an unknown encoding, “${label}”`)
  // A declaration that could be read as ASCII cannot be true of a 16-bit encoding (WHATWG prescan, step 16).
  if (stated?.startsWith('utf-16')) stated = 'utf-8'

  if (stated !== undefined && stated !== 'utf-8')
    return { text: read(bytes, stated), encoding: stated, warnings }
  if (isUtf8(bytes)) return { text: read(bytes, 'utf-8'), encoding: 'utf-8', warnings }
  if (mostlyUtf8(bytes)) {
    warnings.push('Some bytes are not the UTF-8 that the others are')
    return { text: read(bytes, 'utf-8'), encoding: 'utf-8', warnings }
  }
  const guess = usualFor(bytes)
  if (stated === 'utf-8') warnings.push(`The document claims to be UTF-8 but is not; it was read as ${guess}`)
  else warnings.push(`No encoding is named and the bytes are not UTF-8; it was read as ${guess}`)
  return { text: read(bytes, guess), encoding: guess, warnings }
}

/** The charset parameter of a Content-Type, unquoted; undefined where there is none. */
export function charsetOf(contentType: string | undefined): string | undefined {
  const found = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(contentType ?? '')
  const label = (found?.[1] ?? found?.[2] ?? found?.[3])?.trim()
  return label ? label : undefined
}

function byteOrderMark(b: Uint8Array): { name: string; length: number } | undefined {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return { name: 'utf-8', length: 3 }
  if (b[0] === 0xff && b[1] === 0xfe && b[2] === 0 && b[3] === 0 && b.length >= 8)
    return { name: 'utf-32le', length: 4 }
  if (b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff) return { name: 'utf-32be', length: 4 }
  if (b[0] === 0xff && b[1] === 0xfe) return { name: 'utf-16le', length: 2 }
  if (b[0] === 0xfe && b[1] === 0xff) return { name: 'utf-16be', length: 2 }
  return undefined
}

/** XML 1.0, appendix F.1: the first character of a document without a mark is "<". */
function wideWithoutMark(b: Uint8Array): string | undefined {
  if (b[0] === 0 && b[1] === 0 && b[2] === 0 && b[3] === 0x3c) return 'utf-32be'
  if (b[0] === 0x3c && b[1] === 0 && b[2] === 0 && b[3] === 0 && b.length >= 8) return 'utf-32le'
  if (b[0] === 0 && b[1] === 0x3c && b[2] === 0) return 'utf-16be'
  if (b[0] === 0x3c && b[1] === 0 && b[3] === 0) return 'utf-16le'
  return undefined
}

/** Pages often put their meta tag past the 1,024 bytes browsers promise to look at. */
const headBytes = 16_384

function declared(bytes: Uint8Array, kind: 'html' | 'xml' | 'text'): string | undefined {
  if (kind === 'text') return undefined
  const head = latin1(bytes.subarray(0, headBytes))
  const xml = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']?\s*([\w.:-]+)/.exec(head)?.[1]
  if (xml !== undefined || kind === 'xml') return xml
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i
  return meta.exec(head.replace(/<!--[\s\S]*?-->/g, ''))?.[1]
}

/** Names seen in the wild that the Encoding Standard does not list. */
const otherLabels: Readonly<Record<string, string>> = {
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp932: 'shift_jis',
  cp950: 'big5',
  'utf-7': 'utf-8',
  utf8mb4: 'utf-8',
  'utf-8-sig': 'utf-8',
  'x-user-defined': 'windows-1252',
  'iso-8859-16': 'iso-8859-2',
  'latin-1': 'windows-1252',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
  'mac-cyrillic': 'x-mac-cyrillic',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
}

/** The Encoding Standard's defaults by locale (HTML, 13.2.3.2, step 9); windows-1252 for all others. */
const byLanguage = new Map(
  (
    'ar:windows-1256 az:windows-1254 ba:windows-1251 be:windows-1251 bg:windows-1251 cs:windows-1250 el:iso-8859-7 ' +
    'et:windows-1257 fa:windows-1256 he:windows-1255 hr:windows-1250 hu:iso-8859-2 ja:shift_jis kk:windows-1251 ' +
    'ko:euc-kr ku:windows-1254 ky:windows-1251 lt:windows-1257 lv:windows-1257 mk:windows-1251 pl:iso-8859-2 ' +
    'ru:windows-1251 sah:windows-1251 sk:windows-1250 sl:iso-8859-2 sr:windows-1251 tg:windows-1251 th:windows-874 ' +
    'tr:windows-1254 tt:windows-1251 uk:windows-1251 vi:windows-1258 zh:gbk zh-tw:big5 zh-hk:big5'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** What documents in this one's language were written in before UTF-8, by the language it states. */
function usualFor(bytes: Uint8Array): string {
  const head = latin1(bytes.subarray(0, headBytes))
  const stated =
    /<(?:html|feed|rss)\b[^>]*?\slang\s*=\s*["']?([a-z-]{2,8})|<language>\s*([a-z-]{2,8})|\bxml:lang\s*=\s*["']([a-z-]{2,8})/i.exec(
      head,
    )
  const tag = (stated?.[1] ?? stated?.[2] ?? stated?.[3] ?? '').toLowerCase()
  return byLanguage.get(tag) ?? byLanguage.get(tag.split('-')[0]!) ?? 'windows-1252'
}

function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  const plain = label.trim().toLowerCase()
  try {
    return new TextDecoder(otherLabels[plain] ?? plain).encoding
  } catch {
    // Python and Java spell "windows-1252" as cp1252 and "utf-8" as utf_8.
    const respelt = plain.replaceAll('_', '-').replace(/^(?:win|cp)-?(125\d)$/, 'windows-$1')
    if (respelt === plain) return undefined
    return known(respelt)
  }
}

/** Whether the bytes hold well-formed UTF-8 characters beyond ASCII, and more of those than broken ones. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1 << 20))
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  const whole = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0
  return whole > broken
}

function read(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return utf32(bytes, encoding === 'utf-32le')
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, little)
    parts.push(
      point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? '\uFFFD' : String.fromCodePoint(point),
    )
  }
  return parts.join('')
}

/** The characters windows-1252 has for 0x80 to 0x9F, in order. */
const upper1252 = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => at + 128))
const twiceEncoded = new RegExp(`[\\xc2-\\xf4][\\x80-\\xbf${upper1252.replace(/[\x80-\x9f]/g, '')}]`)

/**
 * UTF-8 that some program took for windows-1252 and encoded again ("Ã©" for "é"), read as it was meant. Any text
 * that is not wholly such is given back as it is.
 */
export function onceEncoded(text: string): string {
  if (!twiceEncoded.test(text)) return text
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    const byte = c < 256 ? c : upper1252.indexOf(text[at]!) + 128
    if (byte < 128 && c >= 256) return text
    bytes[at] = byte
  }
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : text
}
