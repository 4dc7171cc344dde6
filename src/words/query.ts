/** What a person types to search: words, "phrases", -left-out, part*, OR, and fields that narrow: outlet:, language: and the like. */

import { tokens } from './tokens.ts'

/** One thing to find. `text` is as typed, without quotation marks, minus and star. */
export type Term = {
  readonly text: string
  readonly where: 'anywhere' | 'title'
  readonly phrase: boolean
  readonly prefix: boolean
}

/** What narrows a search beside its words; numbers are the store's ids, days are ISO. */
export type Fields = {
  /** Ids of outlets, or parts of their names. */
  readonly outlet?: string
  readonly language?: string
  readonly story?: number
  /** People, organisations and places that must all be named. */
  readonly actors?: readonly number[]
  readonly from?: string
  /** The last day that counts. */
  readonly until?: string
}

/** Every group needs one of its terms; none of `without` may be there. */
export type Query = {
  readonly groups: readonly (readonly Term[])[]
  readonly without: readonly Term[]
  readonly fields: Fields
}

const PART = /-?(?:\p{L}+:)?"[^"]*"|[^\s"]+(?:"[^"]*")?|"/gu
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Never fails: what is no field is a word, what is no word is nothing. */
export function parseQuery(typed: string): Query {
  const groups: Term[][] = []
  const without: Term[] = []
  const fields: { -readonly [K in keyof Fields]: Fields[K] } = {}
  let joins = false
  for (const [part] of typed.matchAll(PART)) {
    if (part === 'OR' && groups.length > 0) {
      joins = true
      continue
    }
    const minus = part.startsWith('-') && part.length > 1
    const rest = minus ? part.slice(1) : part
    const [, name, given] = /^(\p{L}+):(.+)$/su.exec(rest) ?? []
    const value = given?.replaceAll('"', '').trim() ?? ''
    if (name !== undefined && value !== '' && takeField(fields, name, value)) continue
    const inTitle = name === 'title'
    const term = termOf(inTitle ? given! : rest, inTitle ? 'title' : 'anywhere')
    if (!term) continue
    if (minus) without.push(term)
    else if (joins) groups.at(-1)!.push(term)
    else groups.push([term])
    joins = false
  }
  return { groups, without, fields }
}

function takeField(
  fields: { -readonly [K in keyof Fields]: Fields[K] },
  name: string,
  value: string,
): boolean {
  const id = /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined
  switch (name) {
    case 'outlet':
      fields.outlet = value
      return true
    case 'language':
      if (!/^[a-z]{2,3}$/.test(value)) return false
      fields.language = value
      return true
    case 'story':
      if (id === undefined) return false
      fields.story = id
      return true
    case 'actor':
    case 'place':
      if (id === undefined) return false
      fields.actors = [...(fields.actors ?? []), id]
      return true
    case 'from':
    case 'until':
      if (!DAY.test(value) || Number.isNaN(Date.parse(value))) return false
      fields[name] = value
      return true
    default:
      return false
  }
}

function termOf(typed: string, where: Term['where']): Term | undefined {
  const phrase = typed.startsWith('"')
  const text = typed.replaceAll('"', ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined
  return { text, where, phrase, prefix: !phrase && text.endsWith('*') }
}

/** The same search as one line of text: what is typed, kept and followed. Words first, fields after. */
export function queryText(words: string, fields: Fields): string {
  const { outlet, language, story, actors = [], from, until } = fields
  const quoted = (value: string) => (/\s/.test(value) ? `"${value}"` : value)
  return [
    words.trim(),
    outlet && `outlet:${quoted(outlet)}`,
    language && `language:${language}`,
    story && `story:${story}`,
    ...actors.map((actor) => `actor:${actor}`),
    from && `from:${from}`,
    until && `until:${until}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What was typed without the fields in it. */
export function wordsOf(typed: string): string {
  const kept = [...typed.matchAll(PART)].flatMap(([part]) => {
    const [, name, given] = /^-?(\p{L}+):(.+)$/su.exec(part) ?? []
    const value = given?.replaceAll('"', '').trim() ?? ''
    return name !== undefined && value !== '' && takeField({}, name, value) ? [] : [part]
  })
  return kept.join(' ')
}

export type Found = {
  readonly start: number
  readonly end: number
  /** Which of the terms it is. */
  readonly term: number
}

/** Where terms stand in a text: words whole, as they are written but for case and marks. */
export function findTerms(terms: readonly Term[], text: string): readonly Found[] {
  const wanted = terms.map(({ text, prefix }) => ({ words: tokens(text).map(({ word }) => word), prefix }))
  const words = tokens(text)
  const found: Found[] = []
  for (let at = 0; at < words.length; at++)
    for (const [term, { words: sought, prefix }] of wanted.entries()) {
      if (sought.length === 0) continue
      const fits = sought.every((word, i) => {
        const here = words[at + i]?.word
        return here === word || (prefix && i === sought.length - 1 && (here?.startsWith(word) ?? false))
      })
      if (!fits) continue
      found.push({ start: words[at]!.start, end: words[at + sought.length - 1]!.end, term })
      break
    }
  return found
}
