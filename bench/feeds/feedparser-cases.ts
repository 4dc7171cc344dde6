/** feedparser's names for what a feed says, mapped to ours once; what no reader needs is left out by name. */

import { Parser } from 'htmlparser2'
import type { Feed, Item, Person } from '../../src/model/feed.ts'
import { htmlToText } from '../../src/words/html-text.ts'

export type Expectation = {
  readonly path: readonly (string | number)[]
  readonly op: string
  readonly value: unknown
}

export type Case = {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly document_base64: string
  readonly expect: readonly Expectation[]
}

/** Why an expectation is left out, or whether it is met. */
export type Verdict = { readonly left: string } | { readonly met: boolean; readonly got: unknown }

/** Paths by their last names, `#` for any index; a reader shows none of these. */
const leftOut: readonly (readonly [RegExp, string])[] = [
  [/^(?:feed|entries\.#)(?:\.source)?\.generator/, 'the program that wrote the feed'],
  [/^feed\.(?:docs|cloud|textinput)/, "RSS's docs, cloud and textInput"],
  [
    /_detail\.type$|^entries\.#\.content\.#\.type$/,
    'the declared type of a text (ours is always words or HTML)',
  ],
  [
    /\.links\.#\.(?:rel|title|type|hreflang|length)$|\.links$/,
    'attributes of links (ours are sorted into fields by them)',
  ],
  [/\.tags\.#\.scheme$/, "a category's scheme"],
  [/itunes_(?:block|explicit|keywords)$/, "Apple's block and explicit marks"],
  [/^feed\.(?:id|guid)$/, 'the id of the feed (its address is its name)'],
  [/^feed\.image\.(?:title|description|width|height)$/, "words and size of the feed's picture"],
  [/publisher(?:_detail)?(?:\.|$)/, 'the publisher’s and webmaster’s addresses'],
  [/\.wfw_comment$/, 'where to send comments'],
  [/^entries\.#\.expired/, 'when an entry expires'],
  [/^feed\.validity/, 'Dublin Core’s validity'],
  [/madeup_element/, 'elements of namespaces nobody knows'],
  [/^headers\./, 'headers of the answer (kept by whoever fetched it)'],
  [
    /thr_in-reply-to\.(?:type|source)$|^feed\.thr_in-reply-to/,
    'what a reply says of its parent besides the address',
  ],
  [/media_player/, 'addresses of embedded players'],
  [/psc_chapters\.(?:version|chapters\.#\.image)$/, 'version and pictures of chapters'],
  [/\.where\.type$/, 'the shape of a place (ours is its middle)'],
  [
    /^entries\.#\.source\.(?!(?:title|link|href|title_detail\.value)$)/,
    'what an entry says of its origin besides name and address',
  ],
  [/^feed\.contributors/, 'contributors of a whole feed'],
  [/_detail\.language$/, 'the language of one field among others (ours is per entry and per feed)'],
  [/(?:^|\.)(?:cc_|creativecommons_)?license$/, 'the address of a licence'],
  [/\.base$/, 'the base a text was resolved against (ours is resolved)'],
  [/^feed\.image\.link$/, "where the feed's picture leads"],
  [/^feed\.errorreportsto/, 'where to report errors of the feed'],
  [/^namespaces|^(?:etag|modified|modified_parsed|status|href)$/, 'headers and namespaces of the answer'],
  [
    /\.media_(?:rating|restriction|license|status|embed|credit|category|community)/,
    'what Media RSS says of rights, ratings and credits',
  ],
  [/\.media_(?:thumbnail|content)\.#\.(?!url$|type$|filesize$)/, 'size and form of pictures and films'],
  [/\.sy_|\.itunes_(?:order|season|episode|episodetype|type|complete)/, 'numbers of seasons and episodes'],
]

/** What of the document's own case is left out whole. */
export function caseLeftOut({ name, document_base64 }: Case): string | undefined {
  if (name.startsWith('wellformed/sanitize/'))
    return 'which tags feedparser lets through (safety has its own bars)'
  const declared = /<\?xml[^>]*encoding=["']([\w.:-]+)/.exec(
    Buffer.from(document_base64, 'base64').toString('latin1'),
  )?.[1]
  if (
    name.startsWith('encoding/') &&
    declared !== undefined &&
    !/^bogus$|^[uc]/i.test(declared) &&
    !isKnown(declared)
  )
    return 'encodings no browser knows'
  if (/^entities\/[lr]ang\.xml$/.test(name)) return 'entities whose meaning HTML 5 changed (&lang;, &rang;)'
  if (name.includes('feedburner_browserfriendly')) return 'FeedBurner’s note to browsers'
  if (name === 'encoding/bozo_linenoise.xml')
    return 'bytes that are of no encoding (ours keeps what is UTF-8)'
  return undefined
}

export function judge(
  feed: Feed | undefined,
  encoding: string,
  one: Case,
  expectation: Expectation,
): Verdict {
  const path = expectation.path.map((part) => (typeof part === 'number' ? '#' : part)).join('.')
  for (const [pattern, why] of leftOut) if (pattern.test(path)) return { left: why }
  if (path === 'encoding') return judgeEncoding(encoding, one, expectation)
  if (feed === undefined) return { met: false, got: 'no feed' }
  if (/tags\.#\.term$/.test(path) && Buffer.from(one.document_base64, 'base64').includes(' label='))
    return { left: 'the term of a category that has a label (ours shows the label)' }
  const verdict = field(feed, path, expectation)
  if (expectation.op !== 'absent' || 'left' in verdict) return verdict
  return { met: verdict.got === undefined || verdict.got === '', got: verdict.got }
}

function field(feed: Feed, path: string, expectation: Expectation): Verdict {
  if (path === 'entries') return same(feed.items.length, expectation.value)
  if (path === 'version')
    return { met: families[String(expectation.value)] === feed.format, got: feed.format }
  const [where, ...rest] = expectation.path
  if (where === 'entries') {
    const item = feed.items[rest[0] as number]
    if (item === undefined) return { met: false, got: 'no such entry' }
    return entryField(item, feed, rest.slice(1), expectation)
  }
  return feedField(feed, path, expectation)
}

function judgeEncoding(encoding: string, one: Case, { value }: Expectation): Verdict {
  const type = Object.entries(one.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  if (value === 'us-ascii' && /^text\//.test(type) && !/charset\s*=/.test(type))
    return { left: 'text/* without charset as us-ascii (RFC 3023; withdrawn by RFC 7303)' }
  const same = (a: string): string => (a === 'gb18030' ? 'gbk' : a)
  return { met: same(labelled(String(value))) === same(encoding), got: encoding }
}

/** Whether the Encoding Standard has a name, Python's spellings of its names too. */
function isKnown(name: string): boolean {
  try {
    return new TextDecoder(name.replaceAll('_', '-').replace(/^cp(125\d)$/, 'windows-$1')).encoding !== ''
  } catch {
    return false
  }
}

function labelled(label: string): string {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return label
  }
}

function feedField(feed: Feed, path: string, { path: full, value }: Expectation): Verdict {
  const person = feed.authors?.[Number(full[2] ?? 0) || 0]
  switch (path.replace(/^feed\./, '')) {
    case 'title':
    case 'title_detail.value':
      return words(feed.title, value)
    case 'tagline':
    case 'tagline_detail.value':
    case 'subtitle':
    case 'subtitle_detail.value':
    case 'description':
    case 'info':
    case 'info_detail.value':
    case 'summary':
    case 'summary_detail.value':
    case 'description_detail.value':
      return words(feed.description, value)
    case 'copyright':
    case 'copyright_detail.value':
    case 'rights':
    case 'rights_detail.value':
      return words(feed.rights, value)
    case 'link':
      return address(feed.home, value)
    case 'links.#.href':
      return { met: [feed.home, feed.self, feed.hub, feed.next].includes(value as string), got: feed.home }
    case 'language':
      return same(feed.language?.replace('_', '-'), value)
    case 'image.href':
    case 'logo':
    case 'icon':
      return address(feed.image, value)
    case 'ttl':
      return same(String(feed.ttl), value)
    case 'newlocation':
      return address(feed.movedTo, value)
    case 'author':
      return same(written(person), value)
    case 'author_detail.name':
    case 'authors.#.name':
      return same(person?.name, value)
    case 'author_detail.email':
    case 'authors.#.email':
      return same(person?.email, value)
    case 'author_detail.url':
    case 'author_detail.href':
    case 'authors.#.href':
    case 'authors.#.url':
      return address(person?.url, value)
    case 'category':
      return same(feed.categories?.[0], value)
    case 'tags.#.term':
      return same(feed.categories?.[Number(full[2])], value)
    case 'published':
    case 'issued':
    case 'issued_parsed':
    case 'published_parsed':
    case 'created':
    case 'created_parsed':
      return instant(feed.published, value)
    case 'updated':
    case 'modified':
    case 'modified_parsed':
    case 'date':
    case 'date_parsed':
    case 'updated_parsed':
      return instant(feed.updated, value)
    default:
      return { met: false, got: `unmapped ${path}` }
  }
}

function entryField(
  item: Item,
  feed: Feed,
  path: readonly (string | number)[],
  { op, value }: Expectation,
): Verdict {
  const at = Number(path[1] ?? 0) || 0
  switch (path.map((part) => (typeof part === 'number' ? '#' : part)).join('.')) {
    case 'title':
    case 'title_detail.value':
      return words(item.title, value)
    case 'summary':
    case 'summary_detail.value':
    case 'description':
    case 'description_detail.value':
    case 'subtitle':
      if (op === 'ord') return same((item.summary ?? item.content ?? '').codePointAt(0), value)
      // feedparser gives the content for a summary that is not there.
      return markup(item.summary ?? item.content, value)
    case 'content.#.value':
      return markup(item.content ?? item.summary, value)
    case 'content.#.language':
      return same(item.language, value ?? undefined)
    case 'content.#.src':
      return { met: item.url === value || item.enclosures.some(({ url }) => url === value), got: item.url }
    case 'link':
      return address(item.url, value)
    case 'links.#.href':
      return {
        met: [item.url, item.rights, item.commentsUrl, ...item.enclosures.map(({ url }) => url)].includes(
          value as string,
        ),
        got: item.url,
      }
    case 'id':
    case 'guid':
      if (!/^[a-z]+:/i.test(item.guid) && /^https?:/.test(String(value)))
        return { left: 'ids made absolute (an id is a name, RFC 4287, 4.2.6)' }
      return same(item.guid, value)
    case 'author':
      return same(written(item.people?.[0]), value)
    case 'author_detail.name':
    case 'authors.#.name':
      return same(item.people?.[at]?.name, value)
    case 'author_detail.email':
    case 'authors.#.email':
      return same(item.people?.[at]?.email, value)
    case 'author_detail.url':
    case 'author_detail.href':
    case 'authors.#.href':
    case 'authors.#.url':
      return address(item.people?.[at]?.url, value)
    case 'contributors.#.name':
      return same(item.contributors?.[at]?.name, value)
    case 'contributors.#.email':
      return same(item.contributors?.[at]?.email, value)
    case 'contributors.#.url':
    case 'contributors.#.href':
      return address(item.contributors?.[at]?.url, value)
    case 'category':
      return same(item.categories[0], value)
    case 'tags.#.term':
    case 'tags.#.label':
      return same(item.categories[at], value)
    case 'wfw_commentrss':
      return address(item.commentsFeed, value)
    case 'slash_comments':
    case 'thr_total':
      return same(String(item.replies), String(value))
    case 'language':
      return same(item.language, value)
    case 'tags':
      return same(item.categories.length, value)
    case 'authors':
      return same(item.authors.length, value)
    case 'enclosures':
      return same(item.enclosures.length, value)
    case 'comments':
      return address(item.commentsUrl, value)
    case 'created':
    case 'created_parsed':
    case 'published':
    case 'issued':
    case 'issued_parsed':
    case 'published_parsed':
      return instant(item.published, value)
    case 'updated':
    case 'modified':
    case 'modified_parsed':
    case 'date':
    case 'date_parsed':
    case 'updated_parsed':
      return instant(item.updated, value)
    case 'enclosures.#.url':
    case 'enclosures.#.href':
    case 'media_content.#.url':
      return address(item.enclosures[at]?.url, value)
    case 'enclosures.#.type':
    case 'media_content.#.type':
      return same(item.enclosures[at]?.type, value)
    case 'enclosures.#.length':
    case 'media_content.#.filesize':
      return same(String(item.enclosures[at]?.bytes ?? ''), value)
    case 'image.href':
    case 'media_thumbnail.#.url':
      return address(item.image, value)
    case 'rights':
    case 'copyright':
    case 'copyright_detail.value':
    case 'rights_detail.value':
      return words(item.rights, value)
    case 'source.title':
    case 'source.title_detail.value':
      return words(item.origin?.title, value)
    case 'source.link':
    case 'source.href':
      return address(item.origin?.url, value)
    case 'thr_in-reply-to.href':
    case 'thr_in-reply-to.ref':
      return same(path[1] === 'ref' ? item.inReplyTo?.id : item.inReplyTo?.url, value)
    case 'itunes_duration':
      return same(
        item.seconds,
        String(value)
          .split(':')
          .reduce((sum, part) => sum * 60 + Number(part), 0),
      )
    case 'psc_chapters.chapters':
      return same(item.chapters?.length, value)
    case 'psc_chapters.chapters.#.title':
      return same(item.chapters?.[Number(path[2])]?.title, value)
    case 'where.coordinates':
      if (Array.isArray((value as readonly unknown[])[0]))
        return { left: 'the corners of a place (ours is its middle)' }
      return place(item, value as readonly number[])
    case 'where.coordinates.#':
      return { left: 'the corners of a place (ours is its middle)' }
    default:
      return { met: false, got: `unmapped ${path.join('.')}${feed.title}` }
  }
}

const families: Readonly<Record<string, Feed['format']>> = {
  rss090: 'rdf',
  rss10: 'rdf',
  rss091n: 'rss',
  rss091u: 'rss',
  rss092: 'rss',
  rss093: 'rss',
  rss094: 'rss',
  rss20: 'rss',
  rss: 'rss',
  atom: 'atom',
  atom01: 'atom',
  atom02: 'atom',
  atom03: 'atom',
  atom10: 'atom',
  cdf: 'cdf',
  json1: 'json',
  json11: 'json',
}

const same = (got: unknown, value: unknown): Verdict => ({ met: got === value, got })
/** Addresses are compared as a browser would: "http://A.example" is "http://a.example/". */
const address = (got: string | undefined, value: unknown): Verdict => ({
  met: got !== undefined && URL.parse(got)?.href === URL.parse(String(value))?.href,
  got,
})
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Fields we keep as words are compared as words. */
const words = (got = '', value: unknown): Verdict => ({
  met: folded(got) === folded(htmlToText(String(value))) || folded(got) === folded(String(value)),
  got,
})

/** HTML is compared as what it means: tags, attributes in any order, decoded text, without one wrapping div. */
function markup(got: string | undefined, value: unknown): Verdict {
  const plain = got !== undefined && !got.includes('<') && htmlToText(got) === folded(String(value))
  return { met: plain || meaning(got ?? '') === meaning(String(value)), got }
}

function meaning(html: string): string {
  const parts: string[] = []
  let pending = ''
  const flush = (): void => {
    const text = folded(pending)
    if (text !== '') parts.push(text)
    pending = ''
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      flush()
      const list = Object.entries(attributes)
        .filter(([key]) => !key.startsWith('xmlns'))
        .map(([key, text]) => ` ${key}=${JSON.stringify(text)}`)
      parts.push(`<${name}${list.sort().join('')}>`)
    },
    ontext(text) {
      pending += text
    },
    onclosetag(name) {
      flush()
      parts.push(`</${name}>`)
    },
  })
  parser.end(html)
  flush()
  const whole = parts.join('')
  return /^<div>((?:(?!<div>)[\s\S])*)<\/div>$/.exec(whole)?.[1] ?? whole
}

/** A list of numbers is a UTC time; a text is one that Date can read, or was made for the parser to refuse. */
function instant(got: string | undefined, value: unknown): Verdict {
  const wanted = Array.isArray(value)
    ? Date.UTC(value[0], value[1] - 1, value[2], value[3], value[4], value[5])
    : Date.parse(String(value))
  return { met: got !== undefined && Date.parse(got) === wanted, got }
}

const written = (person: Person | undefined): string | undefined =>
  person?.name !== undefined && person.email !== undefined
    ? `${person.name} (${person.email})`
    : (person?.name ?? person?.email)

/** feedparser gives longitude, latitude and perhaps a height. */
function place(item: Item, [longitude, latitude]: readonly number[]): Verdict {
  const { location } = item
  return { met: location?.latitude === latitude && location?.longitude === longitude, got: location }
}
