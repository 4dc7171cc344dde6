/** Stories and articles an editor chose, with the note that says why. */

import { sql } from 'kysely'
import type { Db } from './engines/engine.ts'
import type { PickTable } from './schema.ts'

export type PickKind = PickTable['kind']

/** The greatest position first; what nobody ordered stands by its id. */
const place = sql<number>`coalesce(pick.position, pick.id)`

const picks = (db: Db) =>
  db
    .selectFrom('pick')
    .leftJoin('article', 'article.id', 'pick.article')
    .leftJoin('outlet', 'outlet.id', 'article.outlet')
    .leftJoin('story', 'story.id', 'pick.story')
    .select([
      'pick.id',
      'pick.kind',
      'pick.note',
      'pick.made',
      'pick.by_name as by',
      'pick.article',
      'pick.story',
      'article.title as articleTitle',
      'article.published',
      'outlet.name as outlet',
      'story.title as storyTitle',
      place.as('place'),
    ])

/** Those in the order editors gave them; a pick whose article or story is gone is left out. */
export const newestPicks = (db: Db, kind: PickKind, limit: number, offset = 0) =>
  picks(db)
    .where('pick.kind', '=', kind)
    .where((at) => at.or([at('article.id', 'is not', null), at('story.id', 'is not', null)]))
    .orderBy(place, 'desc')
    .orderBy('pick.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

export type Picked = Awaited<ReturnType<typeof newestPicks>>[number]

export const pickById = (db: Db, id: number): Promise<Picked | undefined> =>
  picks(db).where('pick.id', '=', id).executeTakeFirst()

export const pickOf = (db: Db, subject: { readonly kind: PickKind } & Chosen): Promise<Picked | undefined> =>
  picks(db)
    .where('pick.kind', '=', subject.kind)
    .where(
      'story' in subject ? 'pick.story' : 'pick.article',
      '=',
      'story' in subject ? subject.story : subject.article,
    )
    .executeTakeFirst()

export type Chosen = { readonly story: number } | { readonly article: number }

export const savePick = (
  db: Db,
  { kind, note, by, made, ...chosen }: { kind: PickKind; note: string; by: string; made: number } & Chosen,
) =>
  db
    .insertInto('pick')
    .values({ kind, note, made, by_name: by, story: null, article: null, ...chosen })
    .execute()

export const changePick = (
  db: Db,
  id: number,
  change: { readonly note?: string; readonly position?: number },
) => db.updateTable('pick').set(change).where('id', '=', id).execute()

export const dropPick = (db: Db, id: number) => db.deleteFrom('pick').where('id', '=', id).execute()

/** The pick that stands just above or below in its list. */
export const pickBeside = (db: Db, pick: Picked, side: 'up' | 'down'): Promise<Picked | undefined> =>
  picks(db)
    .where('pick.kind', '=', pick.kind)
    .where(place, side === 'up' ? '>' : '<', pick.place)
    .orderBy(place, side === 'up' ? 'asc' : 'desc')
    .limit(1)
    .executeTakeFirst()

/** What a pick of it would be called; undefined where there is no such thing. */
export async function titleOfChosen(db: Db, chosen: Chosen): Promise<string | undefined> {
  const row =
    'story' in chosen
      ? await db.selectFrom('story').select('title').where('id', '=', chosen.story).executeTakeFirst()
      : await db.selectFrom('article').select('title').where('id', '=', chosen.article).executeTakeFirst()
  return row?.title
}
