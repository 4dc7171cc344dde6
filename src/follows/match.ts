/** Whether a reading is something a reader asked to be told of. */

import { stem } from '../words/stems.ts'
import { isStopWord } from '../words/stop-words.ts'
import { foldWord, tokens } from '../words/tokens.ts'

/** What a reader asked for. Ids are the store's. */
export type Follow =
  | { readonly id: number; readonly kind: 'story'; readonly story: number }
  | { readonly id: number; readonly kind: 'actor'; readonly actor: number; readonly names: readonly string[] }
  | { readonly id: number; readonly kind: 'topic'; readonly words: string }
  | {
      readonly id: number
      readonly kind: 'place'
      readonly names: readonly string[]
      readonly country?: string
    }
  | { readonly id: number; readonly kind: 'search'; readonly query: string }

/** What was read, as far as follows look at it. */
export type Followed = {
  readonly title: string
  readonly text: string
  readonly language: string
  readonly story?: number
  readonly outlet?: string
  readonly actors: readonly { readonly id?: number; readonly names: readonly string[] }[]
  readonly places: readonly { readonly names: readonly string[]; readonly country?: string }[]
}

export type Match = { readonly follow: number; readonly why: string }

/**
 * The follows a reading matches, each with its reason. A topic needs all its words in the title, or all of them in
 * one paragraph. A search knows words, "phrases", -left-out words, OR between words, and title:, outlet: before one.
 */
export function matchFollows(follows: readonly Follow[], reading: Followed): readonly Match[] {
  const text = index(`${reading.title}\n${reading.text}`, reading.language)
  const title = index(reading.title, reading.language)
  let paragraphs: readonly Indexed[] | undefined
  const found: Match[] = []
  for (const follow of follows) {
    const why = reason(follow)
    if (why !== undefined) found.push({ follow: follow.id, why })
  }
  return found

  function reason(follow: Follow): string | undefined {
    switch (follow.kind) {
      case 'story':
        return follow.story === reading.story ? 'it belongs to the story' : undefined
      case 'actor': {
        if (reading.actors.some((actor) => actor.id === follow.actor))
          return `it names ${follow.names[0] ?? 'them'}`
        const named = follow.names.find((name) => hasName(text, name))
        return named === undefined ? undefined : `it names ${named}`
      }
      case 'place': {
        const { country } = follow
        if (country !== undefined && reading.places.some((place) => place.country === country))
          return `it names a place in ${follow.names[0] ?? country}`
        const named = follow.names.find((name) => hasName(text, name))
        return named === undefined ? undefined : `it names ${named}`
      }
      case 'topic': {
        const wanted = stems(follow.words, reading.language)
        if (wanted.length === 0) return undefined
        if (wanted.every((word) => title.words.has(word))) return `its title tells of ${follow.words}`
        paragraphs ??= reading.text.split(/\n+/).map((part) => index(part, reading.language))
        return paragraphs.some((part) => wanted.every((word) => part.words.has(word)))
          ? `a paragraph tells of ${follow.words}`
          : undefined
      }
      case 'search':
        return matchesSearch(follow.query, text, title, reading.outlet)
          ? `it matches ${follow.query}`
          : undefined
    }
  }
}

/** Stems for words, folded words between spaces for phrases and names. */
type Indexed = { readonly words: ReadonlySet<string>; readonly line: string; readonly language: string }

function index(text: string, language: string): Indexed {
  const words = new Set<string>()
  const line: string[] = []
  for (const { word } of tokens(text)) {
    line.push(word)
    words.add(stem(word, language))
  }
  return { words, line: ` ${line.join(' ')} `, language }
}

const stems = (text: string, language: string): readonly string[] =>
  tokens(text)
    .filter(({ word }) => !isStopWord(word, language))
    .map(({ word }) => stem(word, language))

const folded = (text: string): string =>
  ` ${tokens(text)
    .map(({ word }) => word)
    .join(' ')} `

/** A name of several words is looked for whole; possessives and one-letter prefixes of Arabic and Hebrew pass. */
function hasName(text: Indexed, name: string): boolean {
  const wanted = folded(name)
  if (wanted.trim() === '') return false
  if (text.line.includes(wanted) || text.line.includes(`${wanted.slice(0, -1)}'s `)) return true
  if (!/[\u0590-\u06ff]/.test(wanted)) return false
  return [...'وبلفكהבלומש'].some((prefix) => text.line.includes(` ${prefix}${wanted.slice(1)}`))
}

function matchesSearch(query: string, text: Indexed, title: Indexed, outlet: string | undefined): boolean {
  const parts = query.match(/-?(?:\w+:)?"[^"]*"|\S+/gu) ?? []
  if (parts.length === 0) return false
  // OR binds the words on its two sides.
  const groups: string[][] = []
  let joins = false
  for (const part of parts) {
    if (part === 'OR' && groups.length > 0) joins = true
    else if (joins) {
      groups.at(-1)!.push(part)
      joins = false
    } else groups.push([part])
  }
  let positive = false
  for (const group of groups) {
    if (!group.some((part) => holds(part))) return false
    if (group.some((part) => !part.startsWith('-'))) positive = true
  }
  return positive

  function holds(part: string): boolean {
    if (part.startsWith('-') && part.length > 1) return !holds(part.slice(1))
    const field = /^(title|outlet):(.+)$/u.exec(part)
    const value = (field?.[2] ?? part).replaceAll('"', '')
    if (field?.[1] === 'outlet') return foldWord(outlet ?? '').includes(foldWord(value))
    const where = field?.[1] === 'title' ? title : text
    if (part.includes('"')) return where.line.includes(folded(value))
    const wanted = tokens(value).map(({ word }) => stem(word, where.language))
    return wanted.length > 0 && wanted.every((word) => where.words.has(word))
  }
}
