/** The steps that acts on the grouping are made of; each runs inside the act's transaction. */

import { type ActDetail, closeAct, loadActs, type OpenAct } from '../store/acts.ts'
import { bondedIn, endBonds, endContradicted } from '../store/bonds.ts'
import type { Db } from '../store/engines/engine.ts'
import {
  episodesIn,
  leadsTo,
  place,
  redirect,
  rehome,
  type Standing,
  spanStory,
  straighten,
  weighStory,
} from '../store/grouping.ts'
import { headlinesOf, openEpisode } from '../store/stories.ts'
import { titleOf } from '../stories/title.ts'

export const must = (what: 'article' | 'episode', subject: number, story: number) =>
  ({ kind: 'must', what, subject, whole: 'story', target: story }) as const
export const cannot = (what: 'article' | 'story', subject: number, story: number) =>
  ({ kind: 'cannot', what, subject, whole: 'story', target: story }) as const

export async function liveStory(db: Db, id: number) {
  const story = await weighStory(db, await leadsTo(db, id))
  return story ?? { failed: 'no-story' as const }
}

export async function titlesOf(db: Db, stories: readonly number[]): Promise<ActDetail['titles']> {
  const found = await Promise.all(stories.map((story) => weighStory(db, story)))
  return found.flatMap((story) => (story ? [{ story: story.id, title: story.title }] : []))
}

export async function isWhole(
  db: Db,
  stories: readonly number[],
  moving: readonly Standing[],
): Promise<boolean> {
  if (stories.length > 1) return false
  return (await weighStory(db, stories[0]!))?.articles === moving.length
}

export async function isOneEpisode(db: Db, moving: readonly Standing[]): Promise<boolean> {
  const [first] = moving
  if (moving.some(({ episode }) => episode !== first!.episode)) return false
  const all = await episodesIn(db, first!.story)
  return all.find(({ id }) => id === first!.episode)?.articles === moving.length
}

/** Episodes that go whole keep their id; of the others the articles get an episode of their own, one for each they leave. */
export async function moveInto(
  db: Db,
  act: OpenAct,
  moving: readonly Standing[],
  { target, sample, apart }: { target: number; sample: boolean; apart: boolean },
): Promise<void> {
  const groups = apart ? [moving] : [...Map.groupBy(moving, ({ episode }) => episode).values()]
  for (const group of groups) {
    const { episode, story } = group[0]!
    const whole = !apart && (await isOneEpisode(db, group))
    if (whole) await rehome(db, act, { episode, from: story, to: target, why: 'a reader put it here' })
    else {
      const first = Math.min(...group.map(({ published }) => published))
      const to = await openEpisode(db, target, first, sample)
      for (const one of group)
        await place(db, act, { article: one.article, from: one.episode, to, why: 'a reader put it here' })
    }
  }
}

/** Ends what was decided of a story's articles with regard to a story they are now to be one with, or to leave. */
export async function freeOf(
  db: Db,
  act: OpenAct,
  { articlesOf, story, kind = 'cannot' }: { articlesOf: number; story: number; kind?: 'must' | 'cannot' },
): Promise<void> {
  await endBonds(db, act.id, { what: 'article', subjects: await bondedIn(db, articlesOf), story, kind })
}

/**
 * Titles and spans as the articles now say. A story without any leads to `into` where it led nowhere, and one that has
 * some leads nowhere. Gives the redirects made and ended.
 */
export async function tidy(
  db: Db,
  stories: readonly number[],
  into: number,
): Promise<ActDetail['redirects']> {
  const redirects: ActDetail['redirects'][number][] = []
  for (const story of new Set([into, ...stories])) {
    const title = titleOf(await headlinesOf(db, story, 60))?.title
    const stands = await spanStory(db, story, title)
    if (stands) redirects.push(...(await redirect(db, story, null)))
    else if (story !== into && (await leadsTo(db, story)) === story)
      redirects.push(...(await redirect(db, story, into)))
  }
  return [...redirects, ...(await straighten(db))]
}

/** Ends what the act contradicts and writes down what it was about. */
export async function conclude(
  db: Db,
  act: OpenAct,
  stories: readonly number[],
  detail: ActDetail,
  undone?: number,
): Promise<void> {
  const ended = (await endContradicted(db, act.id)).filter((one) => one !== undone)
  const overruled = (await loadActs(db, ended))
    .filter(({ kind }) => kind !== 'undo')
    .map(({ kind, by, at, detail: { titles, articles } }) => ({ kind, by, at, titles, articles }))
  await closeAct(db, act.id, stories, { ...detail, ...(overruled.length > 0 ? { overruled } : {}) })
}
