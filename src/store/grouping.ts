/** The steps of correcting the grouping: each is logged under the act it belongs to. And how much there is of stories. */

import type { ActDetail, Decided, OpenAct, Redirect } from './acts.ts'
import type { Db } from './engines/engine.ts'
import { joinEpisode } from './stories.ts'

const modelOf = ({ by }: OpenAct): string => `by ${by}`

/** Puts an article into an episode, by the act. */
export const place = (
  db: Db,
  act: OpenAct,
  move: { readonly article: number; readonly from: number | null; readonly to: number; readonly why: string },
) =>
  joinEpisode(db, {
    article: move.article,
    from: move.from,
    episode: move.to,
    reasons: [{ what: move.why, values: {}, weight: 1 }],
    model: modelOf(act),
    now: act.now,
    act: act.id,
  })

/** Gives an episode to another story, by the act. */
export async function rehome(
  db: Db,
  act: OpenAct,
  move: { readonly episode: number; readonly from: number; readonly to: number; readonly why: string },
): Promise<void> {
  await db.updateTable('episode').set({ story: move.to }).where('id', '=', move.episode).execute()
  await db
    .insertInto('homing')
    .values({
      episode: move.episode,
      from_story: move.from,
      to_story: move.to,
      reasons: JSON.stringify([{ what: move.why, values: {}, weight: 1 }]),
      model: modelOf(act),
      act: act.id,
      at: act.now,
    })
    .execute()
}

/** Makes a story lead to another, or to none; whoever led to it leads on. Gives what changed. */
export async function redirect(db: Db, story: number, to: number | null): Promise<readonly Redirect[]> {
  const before = await db
    .selectFrom('story')
    .select(['id', 'merged_into'])
    .where((at) =>
      to === null ? at('id', '=', story) : at.or([at('id', '=', story), at('merged_into', '=', story)]),
    )
    .execute()
  const changed = before.filter(({ id, merged_into }) => id !== to && merged_into !== to)
  for (const { id } of changed)
    await db.updateTable('story').set({ merged_into: to }).where('id', '=', id).execute()
  return changed.map(({ id, merged_into }) => ({ story: id, from: merged_into, to }))
}

/** A story and those that lead to it, at most `limit`. */
export const withLeading = async (db: Db, story: number, limit = 200): Promise<readonly number[]> => [
  story,
  ...(await db.selectFrom('story').select('id').where('merged_into', '=', story).limit(limit).execute()).map(
    ({ id }) => id,
  ),
]

/** Titles of stories, also of those that lead to another since. */
export async function titlesOfStories(
  db: Db,
  stories: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (stories.length === 0) return new Map()
  const rows = await db.selectFrom('story').select(['id', 'title']).where('id', 'in', stories).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Redirects are kept straight: more hops than this would be a circle. */
const LONGEST = 8

/** A story that leads to one that leads on itself is led to the end; gives what changed. */
export async function straighten(db: Db): Promise<readonly Redirect[]> {
  const changed: Redirect[] = []
  for (let hop = 0; hop < LONGEST; hop++) {
    const chained = await db
      .selectFrom('story')
      .innerJoin('story as next', 'next.id', 'story.merged_into')
      .select(['story.id', 'story.merged_into as from', 'next.merged_into as to'])
      .where('next.merged_into', 'is not', null)
      .whereRef('next.merged_into', '!=', 'story.id')
      .execute()
    if (chained.length === 0) break
    for (const { id, from, to } of chained) {
      await db.updateTable('story').set({ merged_into: to }).where('id', '=', id).execute()
      changed.push({ story: id, from, to })
    }
  }
  return changed
}

/** Settles what was proposed between two stories, either way round. Gives what changed. */
export async function decideProposals(
  db: Db,
  a: number,
  b: number,
  to: 'confirmed' | 'rejected',
): Promise<readonly Decided[]> {
  const leadingTo = (story: number) =>
    db
      .selectFrom('story')
      .select('id')
      .where((at) => at.or([at('id', '=', story), at('merged_into', '=', story)]))
  const between = await db
    .selectFrom('proposal')
    .select(['story', 'other', 'status'])
    .where((at) =>
      at.or([
        at.and([at('story', 'in', leadingTo(a)), at('other', 'in', leadingTo(b))]),
        at.and([at('story', 'in', leadingTo(b)), at('other', 'in', leadingTo(a))]),
      ]),
    )
    .execute()
  for (const { story, other } of between) await setProposal(db, story, other, to)
  return between.map(({ story, other, status }) => ({ story, other, from: status, to }))
}

const setProposal = (db: Db, story: number, other: number, status: Decided['to']) =>
  db.updateTable('proposal').set({ status }).where('story', '=', story).where('other', '=', other).execute()

/** Sets redirects and proposals back to what they were before the act. Gives the opposite of each. */
export async function reverseDetail(
  db: Db,
  { redirects, proposals }: ActDetail,
): Promise<Pick<ActDetail, 'redirects' | 'proposals'>> {
  const back: Redirect[] = []
  for (const { story, from, to } of redirects) {
    const { merged_into } = await db
      .selectFrom('story')
      .select('merged_into')
      .where('id', '=', story)
      .executeTakeFirstOrThrow()
    if (merged_into !== to) continue
    await db.updateTable('story').set({ merged_into: from }).where('id', '=', story).execute()
    back.push({ story, from: to, to: from })
  }
  for (const { story, other, from } of proposals) await setProposal(db, story, other, from)
  return {
    redirects: back,
    proposals: proposals.map(({ story, other, from, to }) => ({ story, other, from: to, to: from })),
  }
}

export type Weighed = {
  readonly id: number
  readonly title: string
  readonly sample: 0 | 1
  readonly merged_into: number | null
  readonly articles: number
}

/** A story with how many articles it has. */
export async function weighStory(db: Db, story: number): Promise<Weighed | undefined> {
  const row = await db
    .selectFrom('story')
    .select((at) => [
      'story.id',
      'story.title',
      'story.sample',
      'story.merged_into',
      at
        .selectFrom('episode')
        .innerJoin('article', 'article.episode', 'episode.id')
        .select((of) => of.fn.countAll<number>().as('articles'))
        .whereRef('episode.story', '=', 'story.id')
        .as('articles'),
    ])
    .where('story.id', '=', story)
    .executeTakeFirst()
  return row && { ...row, articles: row.articles ?? 0 }
}

/** A story's episodes that have articles, oldest first. */
export const episodesIn = (db: Db, story: number) =>
  db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .select((at) => [
      'episode.id',
      at.fn.countAll<number>().as('articles'),
      at.fn.min('article.published').as('first'),
      at.fn.max('article.published').as('last'),
    ])
    .where('episode.story', '=', story)
    .groupBy('episode.id')
    .orderBy('first')
    .orderBy('episode.id')
    .execute()

export type Standing = {
  readonly article: number
  readonly title: string
  readonly published: number
  readonly sample: 0 | 1
  readonly episode: number
  readonly story: number
}

/** Where the articles stand; unknown and unplaced ones are left out. With them come the copies that count with them. */
export async function standingsOf(db: Db, articles: readonly number[]): Promise<readonly Standing[]> {
  const rows = (ids: readonly number[]) =>
    db
      .selectFrom('article')
      .innerJoin('episode', 'episode.id', 'article.episode')
      .select([
        'article.id as article',
        'article.title',
        'article.published',
        'article.sample',
        'episode.id as episode',
        'episode.story',
      ])
      .where('article.id', 'in', ids)
      .orderBy('article.published')
      .orderBy('article.id')
      .execute()
  const chosen = await rows(articles)
  const copies = await db
    .selectFrom('copy')
    .innerJoin('article', 'article.id', 'copy.article')
    .innerJoin('article as origin', 'origin.id', 'copy.origin')
    .select('copy.article')
    .where('copy.origin', 'in', articles)
    .whereRef('article.episode', '=', 'origin.episode')
    .execute()
  const known = new Set(articles)
  const further = copies.map(({ article }) => article).filter((article) => !known.has(article))
  return further.length === 0 ? chosen : [...chosen, ...(await rows(further))]
}

/** Opened and changed as its articles say. Gives false, and changes nothing, where it has none. */
export async function spanStory(db: Db, story: number, title: string | undefined): Promise<boolean> {
  const span = await db
    .selectFrom('episode')
    .innerJoin('article', 'article.episode', 'episode.id')
    .select((at) => [
      at.fn.min<number | null>('article.published').as('opened'),
      at.fn.max<number | null>('article.published').as('changed'),
    ])
    .where('episode.story', '=', story)
    .executeTakeFirstOrThrow()
  if (span.opened === null || span.changed === null) return false
  await db
    .updateTable('story')
    .set({ opened: span.opened, changed: span.changed, ...(title === undefined ? {} : { title }) })
    .where('id', '=', story)
    .execute()
  return true
}

/** Where a story leads: itself, or the one it was merged into. */
export const leadsTo = async (db: Db, story: number): Promise<number> => {
  const row = await db.selectFrom('story').select('merged_into').where('id', '=', story).executeTakeFirst()
  return row?.merged_into ?? story
}
