/** Whether a reading is something a reader asked to be told of. */

import { type Fields, parseQuery, type Term } from '../words/query.ts'
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
  readonly outlet?: { readonly id: number; readonly name: string }
  /** Epoch milliseconds. */
  readonly published?: number
  readonly actors: readonly { readonly id?: number; readonly names: readonly string[] }[]
  readonly places: readonly { readonly names: readonly string[]; readonly country?: string }[]
}

export type Match = { readonly follow: number; readonly why: string }

/**
 * The follows a reading matches, each with its reason. A topic needs all its words in the title, or all of them in
 * one paragraph. A search is read as the search page reads it, but that a word alone is found in any of its forms.
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
        paragraphs ??= reading.text.split(/\n{2,}/).map((part) => index(part, reading.language))
        return paragraphs.some((part) => wanted.every((word) => part.words.has(word)))
          ? `a paragraph tells of ${follow.words}`
          : undefined
      }
      case 'search':
        return matchesSearch(follow.query) ? `it matches ${follow.query}` : undefined
    }
  }

  function matchesSearch(query: string): boolean {
    const { groups, without, fields } = parseQuery(query)
    const narrowed = Object.keys(fields).length > 0
    if (groups.length === 0 && !narrowed) return false
    if (narrowed && !fits(fields, reading)) return false
    const holds = (term: Term) => holdsTerm(term, term.where === 'title' ? title : text)
    return groups.every((group) => group.some(holds)) && !without.some(holds)
  }
}

/** Whether the reading is of what the fields narrow a search to. */
function fits({ outlet, language, story, actors = [], from, until }: Fields, reading: Followed): boolean {
  const at = reading.published
  if (outlet !== undefined && !isOutlet(outlet, reading.outlet)) return false
  if (language !== undefined && language !== reading.language) return false
  if (story !== undefined && story !== reading.story) return false
  if (!actors.every((actor) => reading.actors.some(({ id }) => id === actor))) return false
  if (from !== undefined && (at === undefined || at < Date.parse(from))) return false
  return until === undefined || (at !== undefined && at < Date.parse(until) + DAY)
}

const DAY = 86_400_000

/** By its number, or by a part of its name. */
function isOutlet(asked: string, outlet: Followed['outlet']): boolean {
  if (outlet === undefined) return false
  return /^\d+$/.test(asked)
    ? outlet.id === Number(asked)
    : outlet.name.split(/\s+/u).map(foldWord).join(' ').includes(asked.split(/\s+/u).map(foldWord).join(' '))
}

function holdsTerm({ text: asked, phrase, prefix }: Term, where: Indexed): boolean {
  if (phrase) return where.line.includes(folded(asked))
  const words = tokens(asked).map(({ word }) => word)
  if (words.length === 0) return false
  if (prefix) return where.line.includes(` ${words.join(' ')}`)
  return words.every((word) => where.words.has(stem(word, where.language)))
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
