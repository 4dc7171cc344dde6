/** The style sheet pages ask for, out of its parts in `assets/`. */

import { fontCss } from './fonts.ts'

/** Later rules win, so what is general comes first and what bends it for a phone or paper last; between, by name. */
const first = ['tokens', 'base', 'frame', 'forms', 'rows', 'text']
const last = ['narrow', 'print']

/** The faces and the parts in their order, without remarks and indents. */
export function oneSheet(parts: readonly { readonly name: string; readonly bytes: Buffer }[]): Buffer {
  const ordered = parts.toSorted((a, b) => placeOf(a.name) - placeOf(b.name) || (a.name < b.name ? -1 : 1))
  const text = ordered.map(({ bytes }) => bytes.toString('utf8').replace(/\/\*.*?\*\//gs, ''))
  return Buffer.from([fontCss, ...text].join('\n').replace(/\n\s*/g, '\n'))
}

function placeOf(name: string): number {
  const part = name.slice(0, -'.css'.length)
  if (first.includes(part)) return first.indexOf(part) - first.length
  return last.indexOf(part) + 1
}
