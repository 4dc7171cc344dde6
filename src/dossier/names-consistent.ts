/** Makes the names of one text agree with each other: who was named in full is known again by the family name. */

import type { Language } from '../model/article.ts'
import type { NameSpan } from './names.ts'
import type { Token } from './names-tokens.ts'

/**
 * `found` mended by the rest of the text: a family name standing alone that the model missed or took for
 * something else while the text names exactly such a person in full.
 */
export function consistent(
  text: string,
  tokens: readonly (readonly Token[])[],
  found: readonly NameSpan[],
  _language: Language,
): NameSpan[] {
  const votes = new Map<string, Map<NameSpan['kind'], number>>()
  const families = new Map<string, number>()
  for (const name of found) {
    const form = text.slice(name.start, name.end)
    const of = votes.get(form) ?? new Map()
    of.set(name.kind, (of.get(name.kind) ?? 0) + 1)
    votes.set(form, of)
    if (name.kind === 'person' && /\s/u.test(form)) {
      const last = form.split(/\s+/u).at(-1)!
      families.set(last, (families.get(last) ?? 0) + 1)
    }
  }
  const out = found.map((name) => {
    const form = text.slice(name.start, name.end)
    if (/\s/u.test(form) || name.kind === 'person') return name
    const asPerson = families.get(form) ?? 0
    const other = votes.get(form)?.get(name.kind) ?? 0
    return asPerson > 0 && (votes.get(form)?.get('person') ?? 0) >= other
      ? { ...name, kind: 'person' as const }
      : name
  })
  const taken = new Set(out.flatMap((name) => [name.start]))
  for (const line of tokens) {
    for (let i = 0; i < line.length; i++) {
      const token = line[i]!
      if (!families.has(token.text) || taken.has(token.start) || token.text.length < 3) continue
      if (out.some((name) => name.start < token.end && token.start < name.end)) continue
      if (/^\p{Lu}/u.test(line[i + 1]?.text ?? '') || /^\p{Lu}/u.test(line[i - 1]?.text ?? '')) continue
      out.push({ start: token.start, end: token.end, kind: 'person' })
    }
  }
  return out.sort((a, b) => a.start - b.start)
}
