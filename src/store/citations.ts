/** Which articles refer to which by a link in their text, without repeating them. */

import { sql } from 'kysely'
import type { Mark } from '../model/article.ts'
import type { Span } from '../model/span.ts'
import { withoutTracking } from '../words/urls.ts'
import { articlesAt } from './copies.ts'
import type { Db } from './engines/engine.ts'

export type Cited = {
  readonly id: number
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly outlet: string
  readonly published: number
  readonly dated: 0 | 1
}

/** Of a story's articles the newest so many are looked at for links that came in before what they lead to. */
const LOOKED_AT = 300

const heads = (db: Db) =>
  db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .select([
      'article.id',
      'article.title',
      'article.language',
      'article.direction',
      'outlet.name as outlet',
      'article.published',
      'article.dated',
    ])

/** Articles that an article links to, each once, in the order of its text, with where the link stands. */
export async function citedIn(
  db: Db,
  { id, marks, sample }: { readonly id: number; readonly marks: readonly Mark[]; readonly sample: boolean },
): Promise<readonly (Cited & { readonly span: Span })[]> {
  const links = marks.flatMap(({ kind, href, start, end }) =>
    kind === 'link' && href !== undefined ? [{ href, span: { start, end } }] : [],
  )
  const found = await articlesAt(
    db,
    links.map(({ href }) => href),
    sample,
  )
  const spans = new Map<number, Span>()
  for (const { href, span } of links) {
    const cited = found.get(href)
    if (cited !== undefined && cited !== id && !spans.has(cited)) spans.set(cited, span)
  }
  if (spans.size === 0) return []
  const rows = await heads(db)
    .where('article.id', 'in', [...spans.keys()])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...spans].flatMap(([cited, span]) => {
    const row = byId.get(cited)
    return row ? [{ ...row, span }] : []
  })
}

/** Articles that link to an article: those known to, and those of its own story that came in before it. */
export async function citing(
  db: Db,
  { id, url, episode }: { readonly id: number; readonly url: string; readonly episode: number | null },
  limit: number,
): Promise<readonly Cited[]> {
  const citing = (table: 'copy' | 'tie') =>
    db
      .selectFrom(table as 'tie')
      .select('article')
      .where('origin', '=', id)
      .where('kind', '=', 'cites')
      .$if(table === 'tie', (query) => query.where('ended', 'is', null))
      .limit(limit)
      .execute()
  const known = [...(await citing('copy')), ...(await citing('tie'))]
  const near = db
    .selectFrom('article as mate')
    .innerJoin('episode', 'episode.id', 'mate.episode')
    .select('mate.id')
    .where('episode.story', '=', (at) =>
      at
        .selectFrom('episode as own')
        .select('own.story')
        .where('own.id', '=', episode ?? 0),
    )
    .where('mate.id', '!=', id)
    .orderBy('mate.published', 'desc')
    .limit(LOOKED_AT)
  const maybe = await db
    .selectFrom('trace')
    .select(['article', 'features'])
    .where('article', 'in', near)
    .where(sql<boolean>`features like ${`%"links":[%${bare(url).replace(/[!%_]/g, '!$&')}%`} escape '!'`)
    .execute()
  const mates = maybe.filter(({ features }) =>
    ((JSON.parse(features) as { readonly links?: readonly string[] }).links ?? []).some(
      (link) => bare(withoutTracking(link)) === bare(url),
    ),
  )
  const ids = [...new Set([...known, ...mates].map(({ article }) => article))]
  if (ids.length === 0) return []
  return heads(db)
    .where('article.id', 'in', ids)
    .orderBy('article.published', 'desc')
    .orderBy('article.id')
    .limit(limit)
    .execute()
}

/** An address without its scheme, `www`, fragment and last slash. */
const bare = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/?(?:#.*)?$/, '')
