/** Character references in XML, read once. */

import { decodeHTMLStrict } from 'entities/decode'

/** The text of an entity a document declares for itself; undefined for any other name. */
export type Entities = (name: string) => string | undefined

/** The longest name HTML has is 31 letters, with "&" and ";". */
const longestReference = 33
/** References after which what was read so far is laid flat: V8 keeps a node for every piece of a long sum. */
const flattenAfter = 4_096

/**
 * `text` with XML's five references, HTML's names (which feeds use undeclared) and numbers read, once: "&amp;lt;" is
 * "&lt;". Without its ";" a name is only the start of a word, as in "AT&T". `own`: what the document declares.
 */
export function decodeReferences(text: string, own?: Entities): string {
  let at = text.indexOf('&')
  if (at < 0) return text
  const whole: string[] = []
  let made = ''
  let from = 0
  let count = 0
  let end = -1
  for (; at >= 0; at = text.indexOf('&', at + 1)) {
    if (end < at) end = text.indexOf(';', at)
    if (end < 0) break
    if (end - at >= longestReference) continue
    const meant = meaning(text, at, end, own)
    if (meant === undefined) continue
    made += text.slice(from, at) + meant
    from = end + 1
    at = end
    if (++count % flattenAfter === 0) {
      made.charCodeAt(0)
      whole.push(made)
      made = ''
    }
  }
  made += text.slice(from)
  return whole.length === 0 ? made : whole.join('') + made
}

function meaning(text: string, at: number, end: number, own: Entities | undefined): string | undefined {
  switch (end - at) {
    case 3:
      if (text.charCodeAt(at + 2) === 116) {
        if (text.charCodeAt(at + 1) === 108) return '<'
        if (text.charCodeAt(at + 1) === 103) return '>'
      }
      break
    case 4:
      if (text.startsWith('amp', at + 1)) return '&'
      break
    case 5:
      if (text.startsWith('quot', at + 1)) return '"'
      break
  }
  const reference = text.slice(at, end + 1)
  const meant = own?.(reference.slice(1, -1)) ?? decodeHTMLStrict(reference)
  return meant === reference ? undefined : meant
}
