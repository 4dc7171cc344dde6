/** Which prefix means which namespace at a place in a document, and the names elements have by that. */

import { prefixOf } from './names.ts'
import type { Attributes } from './xml-scan.ts'

export type Scope = {
  /** From the prefixes written to those of names.ts. */
  readonly prefixes: ReadonlyMap<string, string>
  /** Names as written to names as known: there are few, and each stands thousands of times. */
  readonly names: Map<string, string>
  /** Whether Atom's names stand bare: in Atom itself they do, under whatever prefix; in RSS they are a guest's. */
  readonly atom: boolean
}

/** Each declaration copies those above it: beyond these numbers a document only wants to be slow. */
const prefixesKept = 64
const scopesKept = 10_000
const namesKept = 2_000

/** How many scopes a document has made so far. */
export type ScopeCount = { scopes: number }

/** The scope inside an element: the one above it where the element declares nothing. */
export function scopeOf(attributes: Attributes, above: Scope | undefined, count: ScopeCount): Scope {
  let prefixes: Map<string, string> | undefined
  for (let at = 0; at < attributes.length; at += 2) {
    const name = attributes[at]!
    if (name.charCodeAt(0) !== 120 || (name !== 'xmlns' && !name.startsWith('xmlns:'))) continue
    if (count.scopes >= scopesKept || (prefixes ?? above?.prefixes)?.size === prefixesKept) break
    prefixes ??= new Map(above?.prefixes)
    const written = name === 'xmlns' ? '' : name.slice(6)
    const known = prefixOf(attributes[at + 1]!)
    // An unknown default namespace is taken for the feed's own; an unknown prefix stays as it is written.
    if (known === undefined) prefixes.set(written, written)
    else prefixes.set(written, known === 'atom' && (written === '' || above?.atom === true) ? '' : known)
  }
  if (prefixes === undefined && above !== undefined) return above
  count.scopes++
  return { prefixes: prefixes ?? new Map(), names: new Map(), atom: above?.atom ?? false }
}

/** The scope of a document whose root is Atom's. */
export function ofAtom(scope: Scope): Scope {
  const prefixes = new Map(
    [...scope.prefixes].map(([written, known]) => [written, known === 'atom' ? '' : known]),
  )
  return { prefixes, names: new Map(), atom: true }
}

/** The name of an element in lower case, under the prefix this code knows its namespace by. */
export function canonical(raw: string, scope: Scope): string {
  const known = scope.names.get(raw)
  if (known !== undefined) return known
  const lower = raw.toLowerCase()
  const colon = lower.indexOf(':')
  const written = colon < 0 ? '' : lower.slice(0, colon)
  const prefix = scope.prefixes.get(written) ?? written
  const local = lower.slice(colon + 1)
  const name = prefix === '' ? local : `${prefix}:${local}`
  if (scope.names.size < namesKept) scope.names.set(raw, name)
  return name
}
