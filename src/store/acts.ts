/** What people did to the grouping, as a log: acts with the steps they were made of, and how each is taken back. */

import type { Db } from './engines/engine.ts'
import type { ActTable } from './schema.ts'

export type ActKind = ActTable['kind']

/** A story that came to lead to another, or ceased to. */
export type Redirect = { readonly story: number; readonly from: number | null; readonly to: number | null }
export type Decided = {
  readonly story: number
  readonly other: number
  readonly from: 'proposed' | 'confirmed' | 'rejected'
  readonly to: 'proposed' | 'confirmed' | 'rejected'
}

/** What an act was about, in its own time: titles as they were, and what is not in the logs. */
export type ActDetail = {
  readonly titles: readonly { readonly story: number; readonly title: string }[]
  readonly articles: number
  readonly redirects: readonly Redirect[]
  readonly proposals: readonly Decided[]
  /** Earlier acts, some of whose decisions are no longer in force since this one; newest first. */
  readonly overruled?: readonly Overruled[]
}

export type Overruled = Pick<ActDetail, 'titles' | 'articles'> & {
  readonly kind: ActKind
  readonly by: string
  readonly at: number
}

/** An act being done, inside its transaction. */
export type OpenAct = { readonly id: number; readonly by: string; readonly now: number }

export async function openAct(
  db: Db,
  act: {
    readonly kind: ActKind
    readonly reader: number
    readonly by: string
    readonly now: number
    readonly undoes?: number
  },
): Promise<OpenAct> {
  const { id } = await db
    .insertInto('act')
    .values({
      kind: act.kind,
      reader: act.reader,
      by_name: act.by,
      at: act.now,
      undoes: act.undoes ?? null,
      detail: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, by: act.by, now: act.now }
}

/** Writes down what the act was about and the stories whose history it belongs to. */
export async function closeAct(
  db: Db,
  act: number,
  stories: readonly number[],
  detail: ActDetail,
): Promise<void> {
  await db
    .updateTable('act')
    .set({ detail: JSON.stringify(detail) })
    .where('id', '=', act)
    .execute()
  await db
    .insertInto('act_story')
    .values([...new Set(stories)].map((story) => ({ story, act })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type Act = {
  readonly id: number
  readonly kind: ActKind
  readonly by: string
  readonly at: number
  readonly undoes: number | null
  /** The act that took it back, where that one still stands. */
  readonly undone: number | null
  readonly detail: ActDetail
}

const acts = (db: Db) =>
  db.selectFrom('act').select((at) => [
    'act.id',
    'act.kind',
    'act.by_name as by',
    'act.at',
    'act.undoes',
    'act.detail',
    at
      .selectFrom('act as later')
      .select((of) => of.fn.max('later.id').as('id'))
      .whereRef('later.undoes', '=', 'act.id')
      .as('undone'),
  ])

const actOf = (row: { readonly detail: string } & Omit<Act, 'detail'>): Act => ({
  ...row,
  detail: JSON.parse(row.detail) as ActDetail,
})

export async function loadAct(db: Db, id: number): Promise<Act | undefined> {
  const row = await acts(db).where('act.id', '=', id).executeTakeFirst()
  return row && actOf(row)
}

export async function loadActs(db: Db, ids: readonly number[]): Promise<readonly Act[]> {
  if (ids.length === 0) return []
  const rows = await acts(db).where('act.id', 'in', ids).orderBy('act.id', 'desc').execute()
  return rows.map(actOf)
}

/** What people did to these stories, newest first. */
export async function actsOf(db: Db, stories: readonly number[], limit: number): Promise<readonly Act[]> {
  const rows = await acts(db)
    .where('act.id', 'in', (at) =>
      at.selectFrom('act_story').select('act_story.act').where('act_story.story', 'in', stories),
    )
    .orderBy('act.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(actOf)
}

export const storiesOfAct = async (db: Db, act: number): Promise<readonly number[]> =>
  (await db.selectFrom('act_story').select('story').where('act', '=', act).execute()).map(
    ({ story }) => story,
  )

/** What moved in an act: articles between episodes and episodes between stories, in order. */
export async function stepsOf(db: Db, act: number) {
  const [moved, homed] = await Promise.all([
    db
      .selectFrom('membership')
      .innerJoin('article', 'article.id', 'membership.article')
      .select([
        'membership.article',
        'membership.from_episode as from',
        'membership.to_episode as to',
        'article.episode as now',
      ])
      .where('membership.act', '=', act)
      .orderBy('membership.id')
      .execute(),
    db
      .selectFrom('homing')
      .innerJoin('episode', 'episode.id', 'homing.episode')
      .select([
        'homing.episode',
        'homing.from_story as from',
        'homing.to_story as to',
        'episode.story as now',
      ])
      .where('homing.act', '=', act)
      .orderBy('homing.id')
      .execute(),
  ])
  return { moved, homed }
}

/** Takes back what an act put in force, and puts in force again what it ended; all of it under the act that undoes. */
export async function reverseBonds(db: Db, undone: number, undoing: number): Promise<void> {
  const made = await db
    .selectFrom('bond')
    .select('id')
    .where('act', '=', undone)
    .where('ended', 'is', null)
    .execute()
  const ended = await db
    .selectFrom('bond')
    .select(['kind', 'what', 'subject', 'whole', 'target'])
    .where('ended', '=', undone)
    // What a person has taken back since stays taken back.
    .where('act', 'not in', (at) =>
      at
        .selectFrom('act')
        .select((of) => of.ref('undoes').$notNull().as('undoes'))
        .where('undoes', 'is not', null),
    )
    .execute()
  if (made.length > 0)
    await db
      .updateTable('bond')
      .set({ ended: undoing })
      .where('act', '=', undone)
      .where('ended', 'is', null)
      .execute()
  for (let at = 0; at < ended.length; at += 100)
    await db
      .insertInto('bond')
      .values(ended.slice(at, at + 100).map((bond) => ({ ...bond, act: undoing, ended: null })))
      .execute()
}

/** The newest act, so that a worker's memory can tell whether it has seen it. */
export const newestAct = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('act')
      .select((at) => at.fn.max<number | null>('id').as('id'))
      .executeTakeFirstOrThrow()
  ).id ?? 0

/** Articles and episodes that acts after this one moved, where they stand today. */
export async function movedSince(db: Db, act: number) {
  const [articles, episodes] = await Promise.all([
    db
      .selectFrom('membership')
      .innerJoin('article', 'article.id', 'membership.article')
      .innerJoin('episode', 'episode.id', 'article.episode')
      .select(['article.id as article', 'episode.id as episode', 'episode.story', 'episode.sample'])
      .distinct()
      .where('membership.act', '>', act)
      .execute(),
    db
      .selectFrom('homing')
      .innerJoin('episode', 'episode.id', 'homing.episode')
      .select(['episode.id as episode', 'episode.story', 'episode.sample'])
      .distinct()
      .where('homing.act', '>', act)
      .execute(),
  ])
  const own = <Row extends { readonly sample: 0 | 1 }>(row: Row) => ({ ...row, sample: row.sample === 1 })
  return { articles: articles.map(own), episodes: episodes.map(own) }
}
