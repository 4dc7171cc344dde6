/** The parts of a page's JSON-LD that speak of an article, whatever shape the site gave them. */

export type Stated = {
  readonly headline?: string
  readonly body?: string
  readonly description?: string
  readonly authors: readonly string[]
  readonly published?: string
  readonly modified?: string
  readonly section?: string
  readonly keywords: readonly string[]
  readonly image?: string
  readonly publisher?: string
  readonly free?: boolean
  readonly language?: string
  readonly licence?: string
  readonly url?: string
}

type Json = Record<string, unknown>

const ARTICLE =
  /(article|blogposting|reportage|liveblogposting|newsitem|opinion|review|analysis|report$|creativework$|posting)/i
const PAGE = /(webpage|itempage|videoobject|recipe|event|podcastepisode)/i

/** Never throws; scripts that are not JSON even after mending are passed over. */
export function readJsonLd(scripts: readonly string[]): Stated {
  const nodes: Json[] = []
  for (const script of scripts) {
    const parsed = mended(script)
    if (parsed !== undefined) collect(parsed, nodes, 0)
  }
  const byId = new Map<string, Json>()
  for (const node of nodes) {
    const id = node['@id']
    if (typeof id === 'string' && (node.name || !byId.has(id))) byId.set(id, node)
  }
  const typed = (pattern: RegExp): Json[] =>
    nodes.filter((node) => list(node['@type']).some((t) => typeof t === 'string' && pattern.test(t)))
  const articles = typed(ARTICLE).sort((a, b) => weight(b) - weight(a))
  const chosen = articles[0] ?? typed(PAGE).find((node) => node.datePublished || node.author)
  if (!chosen) {
    const publisher = typed(/newsmediaorganization|organization|website/i)
      .map((n) => string(n.name))
      .find(Boolean)
    return { authors: [], keywords: [], ...(publisher ? { publisher } : {}) }
  }
  const deref = (value: unknown): unknown => {
    const id = isNode(value) ? value['@id'] : undefined
    return isNode(value) && typeof id === 'string' && value.name === undefined
      ? (byId.get(id) ?? value)
      : value
  }
  const free = chosen.isAccessibleForFree
  const found: { [K in keyof Stated]: Stated[K] | undefined } = {
    headline: string(chosen.headline) ?? string(chosen.name),
    body: string(chosen.articleBody) ?? string(chosen.text),
    description: string(chosen.description),
    authors: names(list(chosen.author ?? chosen.creator).map(deref)),
    published: string(chosen.datePublished) ?? string(chosen.dateCreated) ?? string(chosen.uploadDate),
    modified: string(chosen.dateModified),
    section: string(chosen.articleSection),
    keywords: list(chosen.keywords)
      .flatMap((k) => (typeof k === 'string' ? k.split(',') : [string(isNode(k) ? k.name : undefined) ?? '']))
      .map((k) => k.trim())
      .filter(Boolean),
    image: string(isNode(list(chosen.image)[0]) ? (list(chosen.image)[0] as Json).url : chosen.image),
    publisher: names(list(chosen.publisher).map(deref))[0],
    free: free === undefined ? undefined : !/^(false|no|0)$/i.test(String(free)),
    language: string(chosen.inLanguage),
    licence: string(chosen.license),
    url:
      string(chosen.url) ??
      string(isNode(chosen.mainEntityOfPage) ? chosen.mainEntityOfPage['@id'] : chosen.mainEntityOfPage),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Stated
}

const weight = (node: Json): number =>
  (node.articleBody ? 4 : 0) + (node.headline ? 2 : 0) + (node.datePublished ? 2 : 0) + (node.author ? 1 : 0)

const isNode = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

function string(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first === 'string') return unescaped(first).trim() || undefined
  if (typeof first === 'number') return String(first)
  if (isNode(first)) return string(first['@value'] ?? first.name ?? first.url)
  return undefined
}

function names(values: readonly unknown[]): string[] {
  return values
    .flatMap((value) => (isNode(value) ? list(value.name) : list(value)))
    .map((value) => string(value) ?? '')
    .filter((name) => name !== '' && !/^https?:/.test(name))
}

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(amp|quot|#0?39|apos|lt|gt|nbsp|rsquo|lsquo|ldquo|rdquo|ndash|mdash|#8217|#8216|#8220|#8221|#8211|#x27);/g,
        (all, name: string) => ENTITIES[name] ?? all,
      )
    : text

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  '#39': "'",
  '#039': "'",
  '#x27': "'",
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '\u2019',
  lsquo: '\u2018',
  ldquo: '\u201c',
  rdquo: '\u201d',
  ndash: '\u2013',
  mdash: '\u2014',
  '#8217': '\u2019',
  '#8216': '\u2018',
  '#8220': '\u201c',
  '#8221': '\u201d',
  '#8211': '\u2013',
}

function collect(value: unknown, into: Json[], depth: number): void {
  if (depth > 5 || into.length > 400) return
  if (Array.isArray(value)) {
    for (const each of value) collect(each, into, depth + 1)
  } else if (isNode(value)) {
    if (value['@type'] !== undefined) into.push(value)
    for (const key of [
      '@graph',
      'mainEntity',
      'mainEntityOfPage',
      'hasPart',
      'itemListElement',
      'item',
      'author',
      'publisher',
    ]) {
      if (value[key] !== undefined && typeof value[key] === 'object') collect(value[key], into, depth + 1)
    }
  }
}

/** Sites leave raw line ends in strings, comments around the script and commas before the end. */
function mended(script: string): unknown {
  const trimmed = script
    .replace(/^\s*(<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(-->|\/\/\]\]>|\]\]>)\s*;?\s*$/, '')
    .trim()
  if (trimmed.length > 2_000_000 || trimmed === '') return undefined
  for (const attempt of [
    () => trimmed,
    () => trimmed.replace(/[\u0000-\u001f]+/g, ' '),
    () =>
      trimmed
        .replace(/[\u0000-\u001f]+/g, ' ')
        .replace(/,\s*([}\]])/g, '$1')
        .replace(/;\s*$/, ''),
    () => trimmed.replace(/[\u0000-\u001f]+/g, ' ').replace(/\\(?!["\\/bfnrtu])/g, '\\\\'),
  ]) {
    try {
      return JSON.parse(attempt())
    } catch {
      // The next mending may do.
    }
  }
  return undefined
}
