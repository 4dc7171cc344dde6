/** What an address asks to search for: the words typed, what the form's fields narrow them to, and what to show. */

import type { Context } from 'hono'
import { searchActors } from '../store/search.ts'
import { nameKey } from '../words/names.ts'
import { type Fields, parseQuery, type Query, queryText, wordsOf } from '../words/query.ts'
import type { Env, Site } from './site.ts'

const kinds = ['articles', 'sentences', 'statements', 'names'] as const
export type SearchKind = (typeof kinds)[number]

/** Characters a search may have. */
export const LONGEST = 300

export type SearchRequest = {
  readonly kind: SearchKind
  /** Without the fields. */
  readonly words: string
  /** The whole search as one line. */
  readonly text: string
  readonly query: Query
  /** A name that was given and that nobody bears. */
  readonly unknown: string | undefined
}

/** Fields given apart outweigh those typed among the words. */
export async function searchRequest(site: Site, c: Context<Env>): Promise<SearchRequest> {
  const given = (name: string) => (c.req.query(name) ?? '').trim().slice(0, LONGEST)
  const typed = given('q')
  const words = wordsOf(typed)
  const fields: { -readonly [K in keyof Fields]: Fields[K] } = { ...parseQuery(typed).fields }
  for (const name of ['outlet', 'language', 'from', 'until', 'story'] as const) {
    const value = given(name)
    if (value !== '') Object.assign(fields, parseQuery(`${name}:"${value.replaceAll('"', '')}"`).fields)
  }
  let unknown: string | undefined
  for (const [name, place] of [
    ['who', false],
    ['place', true],
  ] as const) {
    const value = given(name)
    if (value === '') continue
    const id = await actorCalled(site, value, place)
    if (id === undefined) unknown = value
    else if (!fields.actors?.includes(id)) fields.actors = [...(fields.actors ?? []), id]
  }
  const text = queryText(words, fields)
  return {
    kind: kinds.find((kind) => kind === c.req.query('in')) ?? 'articles',
    words,
    text,
    query: parseQuery(text),
    unknown,
  }
}

/** The one whose name it is, else the first whose name begins so. */
async function actorCalled(
  { store: { db } }: Site,
  name: string,
  place: boolean,
): Promise<number | undefined> {
  const key = nameKey(name)
  if (key === '') return undefined
  const found = (await searchActors(db, key, 50)).filter(({ kind }) => (kind === 'place') === place)
  return (found.find((one) => nameKey(one.name) === key) ?? found[0])?.id
}
