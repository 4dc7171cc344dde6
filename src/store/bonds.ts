/** People's decisions that outrank the model: what must stay in a story, and what may never come to one. */

import type { Db } from './engines/engine.ts'
import type { BondTable } from './schema.ts'

export type NewBond = Pick<BondTable, 'kind' | 'what' | 'subject' | 'whole' | 'target'>

/** A decision in force; a story it names that was merged stands as the one it leads to. */
export type Bond = NewBond

export async function addBonds(db: Db, act: number, bonds: readonly NewBond[]): Promise<void> {
  for (let at = 0; at < bonds.length; at += 100)
    await db
      .insertInto('bond')
      .values(bonds.slice(at, at + 100).map((bond) => ({ ...bond, act, ended: null })))
      .execute()
}

/** Decisions in force about any of these articles, episodes and stories, and those that name the stories or the episode. */
export async function bondsAbout(
  db: Db,
  about: {
    readonly articles?: readonly number[]
    readonly episodes?: readonly number[]
    readonly stories?: readonly number[]
  },
): Promise<readonly Bond[]> {
  const rows = await db
    .selectFrom('bond')
    .leftJoin('story as whole_story', (join) =>
      join.onRef('whole_story.id', '=', 'bond.target').on('bond.whole', '=', 'story'),
    )
    .leftJoin('story as own_story', (join) =>
      join.onRef('own_story.id', '=', 'bond.subject').on('bond.what', '=', 'story'),
    )
    .select((at) => [
      'bond.kind',
      'bond.what',
      'bond.whole',
      at.fn.coalesce('own_story.merged_into', 'bond.subject').as('subject'),
      at.fn.coalesce('whole_story.merged_into', 'bond.target').as('target'),
    ])
    .where('bond.ended', 'is', null)
    .where((at) =>
      at.or([
        at.and([at('bond.what', '=', 'article'), at('bond.subject', 'in', orNone(about.articles))]),
        at.and([at('bond.what', '=', 'episode'), at('bond.subject', 'in', orNone(about.episodes))]),
        // Few: a person made each. Those of merged stories are among them, so they are sorted out below.
        at('bond.what', '=', 'story'),
      ]),
    )
    .execute()
  const stories = new Set(about.stories ?? [])
  return rows.filter(
    ({ what, subject, target }) => what !== 'story' || stories.has(subject) || stories.has(target),
  )
}

/** No row has the id 0; an empty list is no SQL. */
const orNone = (ids: readonly number[] | undefined): readonly number[] =>
  ids === undefined || ids.length === 0 ? [0] : ids

/** Ends the decisions that a later act contradicts, and remembers which act it was. */
export async function endBonds(
  db: Db,
  act: number,
  which: {
    readonly kind?: 'must' | 'cannot'
    readonly what: 'article' | 'episode' | 'story'
    readonly subjects: readonly number[]
    /** Only those that name this story or one that leads to it. */
    readonly story?: number
  },
): Promise<void> {
  for (let from = 0; from < which.subjects.length; from += 500) {
    let query = db
      .updateTable('bond')
      .set({ ended: act })
      .where('ended', 'is', null)
      .where('act', '!=', act)
      .where('what', '=', which.what)
      .where('subject', 'in', which.subjects.slice(from, from + 500))
    if (which.kind !== undefined) query = query.where('kind', '=', which.kind)
    const { story } = which
    if (story !== undefined)
      query = query.where('whole', '=', 'story').where('target', 'in', (at) =>
        at
          .selectFrom('story')
          .select('id')
          .where((one) => one.or([one('id', '=', story), one('merged_into', '=', story)])),
      )
    await query.execute()
  }
}

/**
 * Ends, by an act, every decision that what stands now contradicts: the later decision of a person outranks the
 * earlier one, also where it does so by way of a third story. The acts whose decisions it ended in all, itself left out.
 */
export async function endContradicted(db: Db, act: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('bond')
    .leftJoin('article', (join) =>
      join.onRef('article.id', '=', 'bond.subject').on('bond.what', '=', 'article'),
    )
    .leftJoin('episode as stood', 'stood.id', 'article.episode')
    .leftJoin('episode', (join) =>
      join.onRef('episode.id', '=', 'bond.subject').on('bond.what', '=', 'episode'),
    )
    .leftJoin('story as own', (join) =>
      join.onRef('own.id', '=', 'bond.subject').on('bond.what', '=', 'story'),
    )
    .leftJoin('story as whole', (join) =>
      join.onRef('whole.id', '=', 'bond.target').on('bond.whole', '=', 'story'),
    )
    .select((at) => [
      'bond.id',
      'bond.kind',
      'bond.whole',
      'bond.target',
      'article.episode as inEpisode',
      at.fn.coalesce('stood.story', 'episode.story', 'own.merged_into', 'own.id').as('inStory'),
      at.fn.coalesce('whole.merged_into', 'bond.target').as('story'),
    ])
    .where('bond.ended', 'is', null)
    .execute()
  const contradicted = rows
    .filter(({ kind, whole, target, inEpisode, inStory, story }) => {
      const together = whole === 'episode' ? inEpisode === target : inStory === story
      return together === (kind === 'cannot')
    })
    .map(({ id }) => id)
  for (let from = 0; from < contradicted.length; from += 500)
    await db
      .updateTable('bond')
      .set({ ended: act })
      .where('id', 'in', contradicted.slice(from, from + 500))
      .execute()
  const acts = await db
    .selectFrom('bond')
    .select('act')
    .distinct()
    .where('ended', '=', act)
    .where('act', '!=', act)
    .orderBy('act', 'desc')
    .execute()
  return acts.map((one) => one.act)
}

/** Pairs of stories that a person said do not belong together, for either of them; merged ones as what they lead to. */
export async function storiesApart(db: Db, story: number): Promise<ReadonlySet<number>> {
  const bonds = await bondsAbout(db, { stories: [story] })
  return new Set(
    bonds
      .filter(({ kind, what }) => kind === 'cannot' && what === 'story')
      .map(({ subject, target }) => (subject === story ? target : subject)),
  )
}

/** Whether an article that a person took out of one story stands in the other: the two may not become one. */
async function hasRefugees(db: Db, { from, to }: { from: number; to: number }): Promise<boolean> {
  const row = await db
    .selectFrom('bond')
    .innerJoin('story', 'story.id', 'bond.target')
    .innerJoin('article', 'article.id', 'bond.subject')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .select('bond.id')
    .where('bond.kind', '=', 'cannot')
    .where('bond.what', '=', 'article')
    .where('bond.whole', '=', 'story')
    .where('bond.ended', 'is', null)
    .where((at) => at.or([at('story.id', '=', from), at('story.merged_into', '=', from)]))
    .where('episode.story', '=', to)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Whether people's decisions let these articles leave one story for another, and the episode they stand in for
 * another. `there` are the articles already in the episode they would join.
 */
export async function mayMove(
  db: Db,
  move: {
    readonly articles: readonly number[]
    readonly episode: number
    readonly from: number
    readonly to: number
    readonly toEpisode?: number
    readonly there?: readonly number[]
  },
): Promise<boolean> {
  const { articles, there = [], episode, toEpisode, from, to } = move
  if (from !== to && (await hasRefugees(db, { from, to }))) return false
  const bonds = await bondsAbout(db, {
    articles: [...articles, ...there],
    episodes: [episode],
    stories: [from, to],
  })
  const going = new Set(articles)
  const staying = new Set(there)
  return !bonds.some(({ kind, what, subject, whole, target }) => {
    if (what === 'story')
      return (
        kind === 'cannot' &&
        from !== to &&
        ((subject === from && target === to) || (subject === to && target === from))
      )
    const moves = what === 'episode' || going.has(subject)
    if (whole === 'episode') {
      if (kind === 'must') return moves && target !== toEpisode
      return (moves && target === toEpisode) || (staying.has(subject) && target === episode)
    }
    if (from === to) return false
    if (kind === 'must') return moves && target !== to
    // One that was moved out of a story may not be joined by that story either: the two would become one.
    return (moves && target === to) || (staying.has(subject) && target === from)
  })
}

/** Articles of a story about which something was decided that is in force. */
export const bondedIn = async (db: Db, story: number): Promise<readonly number[]> =>
  (
    await db
      .selectFrom('article')
      .innerJoin('episode', 'episode.id', 'article.episode')
      .innerJoin('bond', (join) =>
        join
          .onRef('bond.subject', '=', 'article.id')
          .on('bond.what', '=', 'article')
          .on('bond.ended', 'is', null),
      )
      .select('article.id')
      .distinct()
      .where('episode.story', '=', story)
      .execute()
  ).map(({ id }) => id)
