/** How stories came to be what they are: the log of memberships read back, and a story as it stood at an instant. */

import type { Reason } from '../model/story.ts'
import type { Db } from './engines/engine.ts'
import { reasonsIn } from './reasons.ts'

export type Why = { readonly reasons: readonly Reason[]; readonly model: string; readonly at: number }

/** Why each of these articles stands where it stands: the newest entry of the log of each. */
export async function reasonsFor(db: Db, articles: readonly number[]): Promise<ReadonlyMap<number, Why>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('membership')
    .select(['article', 'reasons', 'model', 'at'])
    .where('id', 'in', (inner) =>
      inner
        .selectFrom('membership as newest')
        .select((of) => of.fn.max('newest.id').as('id'))
        .where('newest.article', 'in', articles)
        .groupBy('newest.article'),
    )
    .execute()
  return new Map(rows.map((row) => [row.article, { ...row, reasons: reasonsIn(row.reasons) }]))
}

export type Passage = Why & {
  readonly from: number | null
  readonly to: number
  readonly act: number | null
  /** Articles that moved with it for the same reason, itself counted. */
  readonly articles: number
}

/** Where an article has been, oldest first: its episodes by the stories they now belong to, and its episode's own moves. */
export async function passagesOf(db: Db, article: number): Promise<readonly Passage[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('episode as there', 'there.id', 'membership.to_episode')
    .leftJoin('episode as here', 'here.id', 'membership.from_episode')
    .select([
      'membership.reasons',
      'membership.model',
      'membership.at',
      'membership.act',
      'here.story as from',
      'there.story as to',
    ])
    .where('membership.article', '=', article)
    .orderBy('membership.id')
    .execute()
  const moved = await db
    .selectFrom('homing')
    .innerJoin('article', 'article.episode', 'homing.episode')
    .select([
      'homing.reasons',
      'homing.model',
      'homing.at',
      'homing.act',
      'homing.from_story as from',
      'homing.to_story as to',
    ])
    .where('article.id', '=', article)
    .orderBy('homing.id')
    .execute()
  return [...rows, ...moved]
    .map((row) => ({ ...row, articles: 1, reasons: reasonsIn(row.reasons) }))
    .sort((a, b) => a.at - b.at)
}

/** What the model itself moved, as one step of one cause: articles between episodes, or episodes between stories. */
export type Regrouping = Passage & {
  readonly log: 'membership' | 'homing'
  /** The first entry of the log that is of this step. */
  readonly step: number
  /** Whether anything still stands where the step put it. */
  readonly stands: boolean
}

/** What the model itself moved into or out of these stories after placing it, newest first. */
export async function regroupings(
  db: Db,
  stories: readonly number[],
  limit: number,
): Promise<readonly Regrouping[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('episode as there', 'there.id', 'membership.to_episode')
    .innerJoin('episode as here', 'here.id', 'membership.from_episode')
    .innerJoin('article', 'article.id', 'membership.article')
    .select((at) => [
      'membership.reasons',
      'membership.model',
      'membership.at',
      'membership.act',
      'here.story as from',
      'there.story as to',
      at.fn.countAll<number>().as('articles'),
      at.fn.min('membership.id').as('step'),
      at.fn
        .sum<number>(
          at.case().when('article.episode', '=', at.ref('membership.to_episode')).then(1).else(0).end(),
        )
        .as('left'),
    ])
    .where('membership.act', 'is', null)
    .where((at) => at.or([at('here.story', 'in', stories), at('there.story', 'in', stories)]))
    .groupBy([
      'membership.at',
      'membership.to_episode',
      'membership.from_episode',
      'membership.reasons',
      'membership.model',
      'membership.act',
      'here.story',
      'there.story',
    ])
    .orderBy('membership.at', 'desc')
    .limit(limit)
    .execute()
  const homed = await db
    .selectFrom('homing')
    .innerJoin('episode', 'episode.id', 'homing.episode')
    .leftJoin('article', 'article.episode', 'homing.episode')
    .select((at) => [
      'homing.reasons',
      'homing.model',
      'homing.at',
      'homing.act',
      'homing.from_story as from',
      'homing.to_story as to',
      at.fn.count<number>('article.id').as('articles'),
      at.fn.min('homing.id').as('step'),
      at.fn
        .sum<number>(at.case().when('episode.story', '=', at.ref('homing.to_story')).then(1).else(0).end())
        .as('left'),
    ])
    .where('homing.act', 'is', null)
    .where((at) => at.or([at('homing.from_story', 'in', stories), at('homing.to_story', 'in', stories)]))
    .groupBy([
      'homing.at',
      'homing.from_story',
      'homing.to_story',
      'homing.reasons',
      'homing.model',
      'homing.act',
    ])
    .orderBy('homing.at', 'desc')
    .limit(limit)
    .execute()
  const read = (log: Regrouping['log'], of: readonly (typeof rows)[number][]): Regrouping[] =>
    of.map(({ left, ...row }) => ({ ...row, log, reasons: reasonsIn(row.reasons), stands: Number(left) > 0 }))
  return [...read('membership', rows), ...read('homing', homed)]
    .sort((a, b) => b.at - a.at || b.step - a.step)
    .slice(0, limit)
}

/** What one step of the model moved, where it was and where each stands now; nothing where there is no such step. */
export async function stepOf(db: Db, log: Regrouping['log'], step: number) {
  if (log === 'homing') {
    const first = await db
      .selectFrom('homing')
      .selectAll()
      .where('id', '=', step)
      .where('act', 'is', null)
      .executeTakeFirst()
    if (!first) return []
    return db
      .selectFrom('homing')
      .innerJoin('episode', 'episode.id', 'homing.episode')
      .select([
        'homing.episode as moved',
        'homing.from_story as from',
        'homing.to_story as to',
        'episode.story as now',
      ])
      .where('homing.act', 'is', null)
      .where('homing.at', '=', first.at)
      .where('homing.from_story', '=', first.from_story)
      .where('homing.to_story', '=', first.to_story)
      .orderBy('homing.id')
      .execute()
  }
  const first = await db
    .selectFrom('membership')
    .selectAll()
    .where('id', '=', step)
    .where('act', 'is', null)
    .executeTakeFirst()
  if (!first || first.from_episode === null) return []
  return db
    .selectFrom('membership')
    .innerJoin('article', 'article.id', 'membership.article')
    .select([
      'membership.article as moved',
      'membership.from_episode as from',
      'membership.to_episode as to',
      'article.episode as now',
    ])
    .where('membership.act', 'is', null)
    .where('membership.at', '=', first.at)
    .where('membership.from_episode', '=', first.from_episode)
    .where('membership.to_episode', '=', first.to_episode)
    .orderBy('membership.id')
    .execute()
}

/** Ids of the articles a story had at an instant, newest publication first. Undefined where it did not exist yet. */
export async function membersAt(db: Db, story: number, at: number): Promise<readonly number[]> {
  // An episode was where its last move before the instant put it; before its first move, where that took it from.
  const concerned = await db
    .selectFrom('homing')
    .select(['episode', 'from_story', 'to_story', 'at'])
    .where('episode', 'in', (inner) =>
      inner
        .selectFrom('homing as near')
        .select('near.episode')
        .where((one) => one.or([one('near.from_story', '=', story), one('near.to_story', '=', story)])),
    )
    .orderBy('id')
    .execute()
  const moves = Map.groupBy(concerned, ({ episode }) => episode)
  const own = await db.selectFrom('episode').select('id').where('story', '=', story).execute()
  const settled = own.map(({ id }) => id).filter((id) => !moves.has(id))
  const moved = [...moves].flatMap(([episode, of]) => {
    const before = of.findLast((one) => one.at <= at)
    return (before?.to_story ?? of[0]!.from_story) === story ? [episode] : []
  })
  const members: { article: number; published: number }[] = []
  const episodes = [...settled, ...moved]
  for (let from = 0; from < episodes.length; from += 500) {
    members.push(
      ...(await db
        .selectFrom('membership')
        .innerJoin('article', 'article.id', 'membership.article')
        .select(['membership.article', 'article.published'])
        .where('membership.to_episode', 'in', episodes.slice(from, from + 500))
        .where('membership.at', '<=', at)
        // No later entry of the same article before the instant.
        .where((one) =>
          one.not(
            one.exists(
              one
                .selectFrom('membership as later')
                .select('later.id')
                .whereRef('later.article', '=', 'membership.article')
                .whereRef('later.id', '>', 'membership.id')
                .where('later.at', '<=', at),
            ),
          ),
        )
        .execute()),
    )
  }
  return members
    .sort((a, b) => b.published - a.published || b.article - a.article)
    .map(({ article }) => article)
}
