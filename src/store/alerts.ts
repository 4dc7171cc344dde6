/** Follows as reading matches them, and the alerts they give rise to. */

import { countryCalled } from '../words/countries.ts'
import { nameKey } from '../words/names.ts'
import type { Db } from './engines/engine.ts'
import { mergedStories } from './readers.ts'

/** A follow with what it looks for spelled out. */
export type SpelledFollow =
  | { readonly id: number; readonly kind: 'story'; readonly story: number }
  | { readonly id: number; readonly kind: 'actor'; readonly actor: number; readonly names: readonly string[] }
  | {
      readonly id: number
      readonly kind: 'place'
      readonly names: readonly string[]
      /** ISO 3166-1 alpha-2, where the words are a country's name. */
      readonly country?: string
    }
  | { readonly id: number; readonly kind: 'topic'; readonly words: string }
  | { readonly id: number; readonly kind: 'search'; readonly query: string }

/** A story that was merged is followed as the one it leads to, a place by every name it is known under. */
export async function everyFollow(db: Db): Promise<readonly SpelledFollow[]> {
  const follows = await db.selectFrom('follow').select(['id', 'kind', 'target']).orderBy('id').execute()
  const merged = await mergedStories(
    db,
    follows.flatMap(({ kind, target }) => (kind === 'story' ? [Number(target)] : [])),
  )
  const actors = follows.filter(({ kind }) => kind === 'actor').map(({ target }) => Number(target))
  const rows =
    actors.length === 0
      ? []
      : await db.selectFrom('actor_name').select(['actor', 'name']).where('actor', 'in', actors).execute()
  const places = await placesCalled(
    db,
    follows.filter(({ kind }) => kind === 'place').map(({ target }) => target),
  )
  return follows.map(({ id, kind, target }): SpelledFollow => {
    if (kind === 'story') return { id, kind, story: merged.get(Number(target)) ?? Number(target) }
    if (kind === 'topic') return { id, kind, words: target }
    if (kind === 'search') return { id, kind, query: target }
    if (kind === 'place') {
      const country = countryCalled(target)
      const names = [...new Set([target, ...(places.get(nameKey(target)) ?? [])])]
      return { id, kind, names, ...(country === undefined ? {} : { country }) }
    }
    const names = rows.filter(({ actor }) => actor === Number(target)).map(({ name }) => name)
    return { id, kind, actor: Number(target), names }
  })
}

/** Every name of the places that bear one of these, by the key of the name asked for. */
async function placesCalled(
  db: Db,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const keys = names.map(nameKey)
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('actor_name as asked')
    .innerJoin('actor', 'actor.id', 'asked.actor')
    .innerJoin('actor_name as other', 'other.actor', 'actor.id')
    .select(['asked.key', 'other.name'])
    .distinct()
    .where('asked.key', 'in', keys)
    .where('actor.kind', '=', 'place')
    .execute()
  const byKey = Map.groupBy(rows, ({ key }) => key)
  return new Map([...byKey].map(([key, of]) => [key, of.map(({ name }) => name)]))
}

export type Told = {
  /** How many alerts came after an instant. */
  readonly fresh: number
  readonly newest: readonly {
    readonly id: number
    readonly title: string
    readonly language: string
    readonly direction: 'ltr' | 'rtl'
    readonly outlet: string
    readonly published: number
    readonly dated: 0 | 1
  }[]
}

/** What each of these follows told, by follow: the newest articles, and how many came after `since`. */
export async function toldBy(
  db: Db,
  follows: readonly number[],
  { since = Number.MAX_SAFE_INTEGER, limit }: { since?: number | undefined; limit: number },
): Promise<ReadonlyMap<number, Told>> {
  if (follows.length === 0) return new Map()
  const [counts, newest] = await Promise.all([
    db
      .selectFrom('alert')
      .select((at) => ['follow', at.fn.countAll<number>().as('fresh')])
      .where('follow', 'in', follows)
      .where('made', '>', since)
      .groupBy('follow')
      .execute(),
    db
      .selectFrom((at) =>
        at
          .selectFrom('alert')
          .select((of) => [
            'follow',
            'article',
            of.fn
              .agg<number>('row_number')
              .over((over) => over.partitionBy('follow').orderBy('id', 'desc'))
              .as('place'),
          ])
          .where('follow', 'in', follows)
          .as('alert'),
      )
      .innerJoin('article', 'article.id', 'alert.article')
      .innerJoin('outlet', 'outlet.id', 'article.outlet')
      .select([
        'alert.follow',
        'article.id',
        'article.title',
        'article.language',
        'article.direction',
        'article.published',
        'article.dated',
        'outlet.name as outlet',
      ])
      .where('alert.place', '<=', limit)
      .orderBy('alert.place')
      .execute(),
  ])
  const fresh = new Map(counts.map((row) => [row.follow, row.fresh]))
  const byFollow = Map.groupBy(newest, ({ follow }) => follow)
  return new Map(
    follows.map((follow) => [follow, { fresh: fresh.get(follow) ?? 0, newest: byFollow.get(follow) ?? [] }]),
  )
}

export const outletOfArticle = (db: Db, article: number) =>
  db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .select(['outlet.id', 'outlet.name'])
    .where('article.id', '=', article)
    .executeTakeFirstOrThrow()

/** One alert for one follow and article; the ids of those not made before. */
export async function saveAlerts(
  db: Db,
  article: number,
  follows: readonly number[],
  now: number,
): Promise<readonly number[]> {
  const made: number[] = []
  for (const follow of follows) {
    const row = await db
      .insertInto('alert')
      .values({ follow, article, made: now, sent: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) made.push(row.id)
  }
  return made
}

/** An alert with what its message needs, or undefined when it is gone or was sent. */
export const loadAlert = (db: Db, id: number) =>
  db
    .selectFrom('alert')
    .innerJoin('follow', 'follow.id', 'alert.follow')
    .innerJoin('article', 'article.id', 'alert.article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .leftJoin('episode', 'episode.id', 'article.episode')
    .select([
      'alert.id',
      'alert.article',
      'follow.kind',
      'follow.target',
      'follow.webhook',
      'article.title',
      'article.url',
      'outlet.name as outlet',
      'episode.story',
    ])
    .where('alert.id', '=', id)
    .where('alert.sent', 'is', null)
    .executeTakeFirst()

export const markSent = (db: Db, alert: number, now: number) =>
  db.updateTable('alert').set({ sent: now }).where('id', '=', alert).execute()
