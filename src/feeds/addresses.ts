/** Addresses in feeds made absolute: links of entries, and those inside their HTML. */

/** Addresses the URL parser would give back as they are: a plain name for a host, and nothing to be escaped. */
const finished = /^https?:\/\/(?:[a-z\d-]+\.)+[a-z]{2,}\/[\w~!$&'()*+,;=:@%/?#.-]*$/

/** What browsers and servers agree to carry. */
const addressLength = 8_000

/** `address` resolved against `base` where it is or becomes http or https; undefined otherwise. */
export function webAddress(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const plain = address.trim()
  if (plain === '' || plain.length > addressLength) return undefined
  if (finished.test(plain) && !plain.includes('/.') && !plain.includes('xn--')) return plain
  const made = URL.parse(
    plain.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'),
    base,
  )
  if (made === null || (made.protocol !== 'http:' && made.protocol !== 'https:')) return undefined
  return made.href
}

/** A longer base is an attack: every short relative address would grow to its length. */
const baseLength = 500

/** The base an xml:base makes of the one around it; that one where it is no address to resolve against. */
export function innerBase(written: string, around: string): string {
  const made = webAddress(written, around)
  return made !== undefined && made.length <= baseLength ? made : around
}

const relativeAddress =
  /\s(?:href|src|srcset|poster|cite|action|longdesc|background|data|data-src)\s*=\s*["']?\s*(?!https?:\/\/|["'])/i
const addressAttribute =
  /(\s(?:href|src|srcset|poster|cite|action|longdesc|background|data|data-src)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
/** First letters of the elements that have addresses: a area audio blockquote body del embed form iframe img ... */
const lettersOfAddresses = new Set(
  [...'abdefiloqstv'].flatMap((c) => [c.charCodeAt(0), c.charCodeAt(0) - 32]),
)

/** The same HTML with every address in its tags absolute. Addresses that cannot be resolved stay as they are. */
export function resolveHtml(html: string, base: string): string {
  let parts: string[] | undefined
  let kept = 0
  let room = 4 * html.length + 2_000
  for (let open = html.indexOf('<'); open >= 0; ) {
    const c = html.charCodeAt(open + 1)
    if (c === 33 && html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open)
      if (end < 0) break
      open = html.indexOf('<', end)
      continue
    }
    if (!lettersOfAddresses.has(c)) {
      open = html.indexOf('<', open + 1)
      continue
    }
    const end = html.indexOf('>', open)
    if (end < 0) break
    if (end - open > 4) {
      const tag = html.slice(open, end + 1)
      const made = relativeAddress.test(tag) ? resolveTag(tag, base) : tag
      if (made !== tag) {
        room -= made.length - tag.length
        if (room < 0) break
        parts ??= []
        parts.push(html.slice(kept, open), made)
        kept = end + 1
      }
    }
    open = html.indexOf('<', end)
  }
  if (parts === undefined) return html
  parts.push(html.slice(kept))
  return parts.join('')
}

function resolveTag(tag: string, base: string): string {
  return tag.replace(
    addressAttribute,
    (whole, lead: string, double?: string, single?: string, bare?: string) => {
      const value = double ?? single ?? bare ?? ''
      const made = /srcset/i.test(lead) ? resolveSet(value, base) : resolveOne(value, base)
      if (made === value) return whole
      const quote = single === undefined ? '"' : "'"
      return `${lead}${quote}${made.replaceAll(quote, quote === '"' ? '%22' : '%27')}${quote}`
    },
  )
}

function resolveOne(value: string, base: string): string {
  const plain = value.trim()
  if (plain === '' || plain.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(plain)) return value
  // The value is still escaped; only "&amp;" matters to an address, and it must come out escaped again.
  const made = URL.parse(plain.replaceAll('&amp;', '&'), base)
  return made === null ? value : made.href.replaceAll('&', '&amp;')
}

const resolveSet = (value: string, base: string): string =>
  value.replace(
    /(^|,)(\s*)([^\s,][^\s]*[^\s,]|[^\s,])/g,
    (_, comma: string, blank: string, address: string) => `${comma}${blank}${resolveOne(address, base)}`,
  )

/** The words an address is made of, where nothing better names a page: "/2024/ferry-reopens.html" is "Ferry reopens". */
export function wordsOfAddress(address: string): string {
  const url = URL.parse(address)
  if (url === null) return address
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const best = parts.reduce((a, b) => (b.split(/[-_]/).length >= a.split(/[-_]/).length ? b : a), '')
  const words = plainly(best)
    .replace(/\.(?:s?html?|php|aspx?|jsp|amp)$/i, '')
    .replace(/(?:^|[-_,])(?:[a-z]?\d{5,}|[\da-f]{12,})(?=$|[-_,])/gi, ' ')
    .replace(/[-_+]+/g, ' ')
    .trim()
  return words === '' ? url.hostname : words.charAt(0).toUpperCase() + words.slice(1)
}

function plainly(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
