/** What a reader did and said that tells their taste; every query is of one reader and bounded. */

import { sql } from 'kysely'
import type { Db } from './engines/engine.ts'
import { type FrontStory, storiesById, type Visit } from './front.ts'
import type { TasteTable } from './schema.ts'

type Said = Pick<TasteTable, 'kind' | 'target' | 'weight'>

export const saidOf = (db: Db, reader: number): Promise<readonly Said[]> =>
  db
    .selectFrom('taste')
    .select(['kind', 'target', 'weight'])
    .where('reader', '=', reader)
    .orderBy('made', 'desc')
    .limit(1000)
    .execute()

export const saveSaid = (db: Db, reader: number, said: Said, made: number) =>
  db
    .insertInto('taste')
    .values({ reader, ...said, made })
    .onConflict((conflict) =>
      conflict.columns(['reader', 'kind', 'target']).doUpdateSet({ weight: said.weight, made }),
    )
    .execute()

export const dropSaid = (db: Db, reader: number, { kind, target }: Pick<Said, 'kind' | 'target'>) =>
  db
    .deleteFrom('taste')
    .where('reader', '=', reader)
    .where('kind', '=', kind)
    .where('target', '=', target)
    .execute()

/** Forgets what was said and shown, and lets nothing before `now` teach anything. */
export async function forgetTaste(db: Db, reader: number, now: number): Promise<void> {
  await db.deleteFrom('taste').where('reader', '=', reader).execute()
  await db.deleteFrom('shown').where('reader', '=', reader).execute()
  await db.updateTable('reader').set({ taste_since: now }).where('id', '=', reader).execute()
}

/** Counts each story as shown once more, unless that was within `visit` ms. */
export async function countShown(
  db: Db,
  reader: number,
  stories: readonly number[],
  { now, visit }: { readonly now: number; readonly visit: number },
): Promise<void> {
  if (stories.length === 0) return
  await db
    .insertInto('shown')
    .values(stories.map((story) => ({ reader, story, times: 1, last: now })))
    .onConflict((conflict) =>
      conflict
        .columns(['reader', 'story'])
        .doUpdateSet((at) => ({ times: sql`${at.ref('shown.times')} + 1`, last: now }))
        .where('shown.last', '<', now - visit),
    )
    .execute()
}

export type DoneRow = {
  readonly how: 'read' | 'starred' | 'skipped'
  readonly at: number
  readonly article?: number
  readonly story?: number
  readonly outlet?: number
  readonly actors: readonly number[]
}

/** How many of the newest acts are looked at, and how far back: what is older has faded. */
const ACTS = 300
const BACK = 90 * 86_400_000
/** Shown so often and not opened: passed over. */
const PASSED = 3

/** The newest articles read and starred, and stories passed over, each with whom they name. */
export async function doneBy(db: Db, reader: number, now: number): Promise<readonly DoneRow[]> {
  const since = await db
    .selectFrom('reader')
    .select('taste_since')
    .where('id', '=', reader)
    .executeTakeFirst()
  const from = Math.max(now - BACK, since?.taste_since ?? 0)
  const [read, skipped] = await Promise.all([readSince(db, reader, from), skippedSince(db, reader, from)])
  const actors = await headlinersOf(db, [
    ...read.map(({ article }) => article),
    ...skipped.map(({ article }) => article),
  ])
  return [
    ...read.map(({ starred, at, story, ...rest }) => ({
      ...rest,
      how: starred === null ? ('read' as const) : ('starred' as const),
      at,
      ...(story === null ? {} : { story }),
      actors: actors.get(rest.article) ?? [],
    })),
    ...skipped.map(({ story, article, at }) => ({
      how: 'skipped' as const,
      at,
      story,
      actors: actors.get(article) ?? [],
    })),
  ]
}

/** A mass mark is no reading: those rows carry the mark's own instant. */
const readSince = (db: Db, reader: number, from: number) =>
  db
    .selectFrom('reading')
    .innerJoin('article', 'article.id', 'reading.article')
    .leftJoin('episode', 'episode.id', 'article.episode')
    .select(['reading.article', 'reading.starred', 'reading.read as at', 'article.outlet', 'episode.story'])
    .where('reading.reader', '=', reader)
    .where('reading.read', '>', from)
    .where('reading.read', 'not in', (at) =>
      at.selectFrom('mass_mark').select('at').where('reader', '=', reader).where('undone', 'is', null),
    )
    .orderBy('reading.read', 'desc')
    .limit(ACTS)
    .$narrowType<{ at: number }>()
    .execute()

const skippedSince = (db: Db, reader: number, from: number) =>
  db
    .selectFrom('shown')
    .innerJoin('story', 'story.id', 'shown.story')
    .innerJoin('episode', 'episode.story', 'story.id')
    .innerJoin('article', 'article.episode', 'episode.id')
    .select((at) => ['shown.story', 'shown.last as at', at.fn.max('article.id').as('article')])
    .where('shown.reader', '=', reader)
    .where('shown.times', '>=', PASSED)
    .where('shown.last', '>', from)
    .where('story.id', 'in', (at) =>
      at
        .selectFrom('shown as newest')
        .select('newest.story')
        .where('newest.reader', '=', reader)
        .where('newest.times', '>=', PASSED)
        .orderBy('newest.last', 'desc')
        .limit(60),
    )
    .groupBy(['shown.story', 'shown.last'])
    .having((at) =>
      at.not(
        at.exists(
          at
            .selectFrom('episode as of')
            .innerJoin('article as one', 'one.episode', 'of.id')
            .innerJoin('reading', 'reading.article', 'one.id')
            .select('reading.article')
            .where('reading.reader', '=', reader)
            .where('reading.read', 'is not', null)
            .whereRef('of.story', '=', 'shown.story'),
        ),
      ),
    )
    .execute()

/** How many of an article's actors stand for it: those it names most. */
const HEADLINERS = 5

/** Whom articles name most, places left out: half of all news is from the same few. */
export async function headlinersOf(
  db: Db,
  articles: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('mention')
    .innerJoin('actor', 'actor.id', 'mention.actor')
    .select((at) => ['mention.article', 'mention.actor', at.fn.countAll<number>().as('times')])
    .where('mention.article', 'in', articles)
    .where('mention.part', '=', 'story')
    .where('actor.kind', '!=', 'place')
    .groupBy(['mention.article', 'mention.actor'])
    .orderBy('times', 'desc')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.article)].map(([article, list]) => [
      article,
      list.slice(0, HEADLINERS).map(({ actor }) => actor),
    ]),
  )
}

const LOOKED_AT = 4

/** Whom the newest articles of each story name most. */
export async function storyHeadliners(
  db: Db,
  stories: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (stories.length === 0) return new Map()
  const newest = await db
    .selectFrom((at) =>
      at
        .selectFrom('episode')
        .innerJoin('article', 'article.episode', 'episode.id')
        .select((of) => [
          'episode.story',
          'article.id',
          of.fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('episode.story').orderBy('article.published', 'desc'))
            .as('place'),
        ])
        .where('episode.id', 'in', (of) =>
          of
            .selectFrom('episode as last')
            .select((one) => one.fn.max('last.id').as('id'))
            .where('last.story', 'in', stories)
            .groupBy('last.story'),
        )
        .as('newest'),
    )
    .select(['story', 'id'])
    .where('place', '<=', LOOKED_AT)
    .execute()
  const named = await headlinersOf(
    db,
    newest.map(({ id }) => id),
  )
  return new Map(
    [...Map.groupBy(newest, (row) => row.story)].map(([story, articles]) => [
      story,
      [...new Set(articles.flatMap(({ id }) => named.get(id) ?? []))],
    ]),
  )
}

/** Changed lately, and told of by the newest articles that name one of the actors. */
export async function storiesNaming(
  db: Db,
  actors: readonly number[],
  { limit, visit }: { readonly limit: number; readonly visit: Visit },
): Promise<readonly FrontStory[]> {
  const found: number[] = []
  for (const actor of actors) {
    const rows = await db
      .selectFrom((at) =>
        at
          .selectFrom('mention')
          .select('article')
          .distinct()
          .where('actor', '=', actor)
          .orderBy('article', 'desc')
          .limit(6)
          .as('mention'),
      )
      .innerJoin('article', 'article.id', 'mention.article')
      .innerJoin('episode', 'episode.id', 'article.episode')
      .select('episode.story')
      .where('article.published', '>', visit.now - 14 * 86_400_000)
      .execute()
    found.push(...rows.map(({ story }) => story))
  }
  return storiesById(db, [...new Set(found)].slice(0, limit), visit)
}

/** What subjects are called, by `kind:target`. */
export async function namesOf(
  db: Db,
  subjects: readonly Pick<Said, 'kind' | 'target'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = (kind: Said['kind']) =>
    subjects.filter((one) => one.kind === kind).map(({ target }) => Number(target))
  const none: { id: number; name: string }[] = []
  const named = async (kind: 'story' | 'actor' | 'outlet') => {
    const wanted = ids(kind).slice(0, 500)
    if (wanted.length === 0) return none
    if (kind === 'story')
      return db.selectFrom('story').select(['id', 'title as name']).where('id', 'in', wanted).execute()
    return db.selectFrom(kind).select(['id', 'name']).where('id', 'in', wanted).execute()
  }
  const [stories, actors, outlets] = await Promise.all([named('story'), named('actor'), named('outlet')])
  return new Map([
    ...stories.map(({ id, name }) => [`story:${id}`, name] as const),
    ...actors.map(({ id, name }) => [`actor:${id}`, name] as const),
    ...outlets.map(({ id, name }) => [`outlet:${id}`, name] as const),
  ])
}
