/**
 * HTML as a run of opened tags, texts and closed tags, by the rules of the standard that matter for reading: implied
 * ends, void and raw-text elements, character references. Goes from one "<" to the next and reads of a tag only the
 * attributes that are wanted. Linear in the length of its input.
 */

import { decodeHTML, decodeHTMLAttribute } from 'entities/decode'

export type Attribs = Readonly<Record<string, string>>

export type Events = {
  readonly open: (name: string, attribs: Attribs) => void
  readonly text: (data: string) => void
  /** For every opened element but void ones, in order. */
  readonly close: (name: string) => void
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const VOID = words(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
)
const RAW = words('script style xmp iframe noembed noframes title textarea plaintext')
const P = words('p')
const HEADS = words('h1 h2 h3 h4 h5 h6 p')
const FORMS = words('input option optgroup select button datalist textarea')
/** What is ended by the start of another element: https://html.spec.whatwg.org/#optional-tags, as browsers have it. */
const ENDS = new Map<string, ReadonlySet<string>>([
  ['tr', words('tr th td')],
  ['th', words('th')],
  ['td', words('thead th td')],
  ['body', words('head link script')],
  ['a', words('a')],
  ['li', words('li')],
  ['option', words('option')],
  ['optgroup', words('optgroup option')],
  ...['dd', 'dt'].map((name) => [name, words('dd dt')] as const),
  ...['rt', 'rp'].map((name) => [name, words('rt rp')] as const),
  ...['tbody', 'tfoot'].map((name) => [name, words('thead tbody')] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, HEADS] as const),
  ...['select', 'input', 'output', 'button', 'datalist', 'textarea'].map((name) => [name, FORMS] as const),
  ...'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul'
    .split(' ')
    .map((name) => [name, P] as const),
])

type Rule = { readonly empty: boolean; readonly raw: boolean; readonly ends: ReadonlySet<string> | undefined }

/** One look for what is special about a name; most names are not here. */
const RULES = new Map<string, Rule>(
  [...VOID, ...RAW, ...ENDS.keys()].map((name) => [
    name,
    { empty: VOID.has(name), raw: RAW.has(name), ends: ENDS.get(name) },
  ]),
)

/** Browsers nest no deeper either. */
const DEEPEST = 512
const NONE: Attribs = Object.freeze({})

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** `wanted` names the attributes to be read, in lower case. */
export function scanHtml(html: string, on: Events, wanted: ReadonlySet<string>): void {
  const size = html.length
  const stack: string[] = []
  let at = 0

  const text = (from: number, to: number): void => {
    if (from >= to) return
    const data = html.slice(from, to)
    on.text(data.includes('&') ? decodeHTML(data) : data)
  }

  const pop = (): void => on.close(stack.pop()!)

  function nameAt(from: number): string {
    let to = from
    let upper = false
    for (; to < size; to++) {
      const code = html.charCodeAt(to)
      if (code === 62 || code === 47 || isSpace(code)) break
      if (code >= 65 && code <= 90) upper = true
    }
    at = to
    const name = html.slice(from, to)
    return upper ? name.toLowerCase() : name
  }

  /** From behind the name to behind the ">". */
  function attributes(): Attribs {
    let found: Record<string, string> | undefined
    for (;;) {
      let code = html.charCodeAt(at)
      while (code === 47 || isSpace(code)) code = html.charCodeAt(++at)
      if (code === 62 || at >= size) break
      const from = at
      do code = html.charCodeAt(++at)
      while (code !== 61 && code !== 62 && code !== 47 && code > 32)
      const to = at
      while (isSpace(code)) code = html.charCodeAt(++at)
      let start = to
      let end = to
      if (code === 61) {
        do code = html.charCodeAt(++at)
        while (isSpace(code))
        start = at
        if (code === 34 || code === 39) {
          start++
          end = html.indexOf(code === 34 ? '"' : "'", start)
          // A quote that never closes ends with its tag.
          if (end < 0) end = Math.max(start, html.indexOf('>', start))
          at = html.charCodeAt(end) === 62 ? end : end + 1
        } else {
          while (at < size && code !== 62 && !isSpace(code)) code = html.charCodeAt(++at)
          end = at
        }
      }
      let name = html.slice(from, to)
      if (!wanted.has(name)) {
        name = name.toLowerCase()
        if (!wanted.has(name)) continue
      }
      if (found !== undefined && found[name] !== undefined) continue
      const value = html.slice(start, end)
      found ??= {}
      found[name] = value.includes('&') ? decodeHTMLAttribute(value) : value
    }
    at++
    return found ?? NONE
  }

  function open(name: string): void {
    const attribs = attributes()
    if (name === 'svg' || name === 'math') {
      drawing(name)
      return
    }
    if (name === 'form' && stack.includes('form')) return
    const rule = RULES.get(name)
    if (rule?.ends !== undefined) while (stack.length > 0 && rule.ends.has(stack[stack.length - 1]!)) pop()
    on.open(name, attribs)
    if (rule?.empty) on.close(name)
    else if (rule?.raw) raw(name)
    else if (stack.length < DEEPEST) stack.push(name)
    else on.close(name)
  }

  /** Up to the end of an element that holds no elements. */
  function raw(name: string): void {
    const end = endOf(name, at)
    if (end < 0) {
      // Without an end a title takes the rest of its line, a script the rest of the page, and others nothing.
      const stop =
        name === 'title' ? html.indexOf('<', at) : name === 'script' || name === 'style' ? size : at
      if (name === 'title') text(at, stop < 0 ? size : stop)
      at = stop < 0 ? size : stop
    } else {
      if (name === 'title' || name === 'textarea') text(at, end)
      else if (end > at) on.text(html.slice(at, end))
      const close = html.indexOf('>', end)
      at = close < 0 ? size : close + 1
    }
    on.close(name)
  }

  /** Where "</name" stands next, in any case. */
  function endOf(name: string, from: number): number {
    const wanted = `</${name}`
    for (let end = html.indexOf(wanted, from); end >= 0; end = html.indexOf(wanted, end + 2)) {
      const code = html.charCodeAt(end + wanted.length)
      if (code === 62 || code === 47 || isSpace(code)) return end
    }
    const any = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
    any.lastIndex = from
    return any.exec(html)?.index ?? -1
  }

  /** Drawings and formulas show no words of the text: passed over whole. */
  function drawing(name: string): void {
    if (html.charCodeAt(at - 2) === 47) return
    let depth = 1
    let from = at
    while (depth > 0) {
      const end = endOf(name, from)
      if (end < 0) return
      const inner = html.indexOf(`<${name}`, from)
      if (inner >= 0 && inner < end) {
        const close = html.indexOf('>', inner)
        if (html.charCodeAt(close - 1) !== 47) depth++
        from = close + 1
      } else {
        depth--
        from = html.indexOf('>', end) + 1
      }
      if (from <= 0) return
    }
    at = from
  }

  function close(name: string): void {
    const end = html.indexOf('>', at)
    at = end < 0 ? size : end + 1
    if (name === 'br') {
      on.open('br', NONE)
      on.close('br')
      return
    }
    if (VOID.has(name)) return
    const place = stack.lastIndexOf(name)
    if (place >= 0) while (stack.length > place) pop()
    else if (name === 'p') {
      on.open('p', NONE)
      on.close('p')
    }
  }

  let from = 0
  let search = 0
  for (;;) {
    const lt = html.indexOf('<', search)
    if (lt < 0) break
    const code = html.charCodeAt(lt + 1)
    const closing = code === 47 && isLetter(html.charCodeAt(lt + 2))
    if (isLetter(code) || closing) {
      text(from, lt)
      const name = nameAt(closing ? lt + 2 : lt + 1)
      if (closing) close(name)
      else open(name === 'image' ? 'img' : name)
    } else if (code === 33 || code === 63 || code === 47) {
      text(from, lt)
      const comment = html.startsWith('!--', lt + 1)
      const end = html.indexOf(comment ? '-->' : '>', lt + 2)
      if (end < 0) {
        from = size
        break
      }
      at = end + (comment ? 3 : 1)
    } else {
      search = lt + 1
      continue
    }
    from = at
    search = at
  }
  text(from, size)
  while (stack.length > 0) pop()
}
