/**
 * Correcting the grouping by hand: move articles, merge and split stories, settle what is proposed, take it back.
 *
 * Each act is one transaction. It is logged step by step, leaves decisions that outrank the model for good, never
 * uses an id twice and never leaves an address that leads nowhere.
 */

import { openAct } from '../store/acts.ts'
import { addBonds, endBonds } from '../store/bonds.ts'
import type { Db } from '../store/engines/engine.ts'
import { decideProposals, episodesIn, redirect, rehome, standingsOf } from '../store/grouping.ts'
import { openStory } from '../store/stories.ts'
import {
  cannot,
  conclude,
  freeOf,
  isOneEpisode,
  isWhole,
  liveStory,
  moveInto,
  must,
  tidy,
  titlesOf,
} from './grouping-steps.ts'

/** Who acts, and when. */
export type Actor = { readonly reader: number; readonly name: string; readonly now: number }

/** Why an act cannot be done. */
export type Refusal =
  | 'nothing-chosen'
  | 'too-many'
  | 'unplaced'
  | 'sample-apart'
  | 'no-story'
  | 'several-stories'
  | 'there-already'
  | 'whole-story'
  | 'whole-episode'
  | 'itself'
  | 'no-episodes'
  | 'all-episodes'
  | 'no-act'
  | 'is-undo'
  | 'undone'
  | 'moved-on'

/** The act, and the story to go on with; or why it cannot be done. */
export type Done = { readonly act: number; readonly story: number } | { readonly failed: Refusal }

/** Where articles are to go: a story of their own, an episode of their own within their story, or another story. */
export type Goal =
  | { readonly to: 'own' }
  | { readonly to: 'episode' }
  | { readonly to: 'story'; readonly story: number }

export const MOST_ARTICLES = 200

/** Moves articles, and the copies that count with them. */
export async function moveArticles(
  db: Db,
  { articles, goal, kind = 'move' }: { articles: readonly number[]; goal: Goal; kind?: 'move' | 'seed' },
  actor: Actor,
): Promise<Done> {
  const wanted = [...new Set(articles)]
  if (wanted.length === 0) return { failed: 'nothing-chosen' }
  if (wanted.length > MOST_ARTICLES) return { failed: 'too-many' }
  return db.transaction().execute(async (trx) => {
    const standing = await standingsOf(trx, wanted)
    if (standing.length === 0) return { failed: 'unplaced' }
    const samples = new Set(standing.map(({ sample }) => sample))
    if (samples.size > 1) return { failed: 'sample-apart' }
    const sample = samples.has(1)
    const stories = [...new Set(standing.map(({ story }) => story))]
    let target: number
    if (goal.to === 'story') {
      const found = await liveStory(trx, goal.story)
      if ('failed' in found) return found
      if ((found.sample === 1) !== sample) return { failed: 'sample-apart' }
      target = found.id
    } else if (goal.to === 'episode') {
      if (stories.length > 1) return { failed: 'several-stories' }
      target = stories[0]!
    } else target = 0
    const moving = goal.to === 'story' ? standing.filter(({ story }) => story !== target) : standing
    if (moving.length === 0) return { failed: 'there-already' }
    if (goal.to === 'own' && (await isWhole(trx, stories, moving))) return { failed: 'whole-story' }
    if (goal.to === 'episode' && (await isOneEpisode(trx, moving))) return { failed: 'whole-episode' }
    const act = await openAct(trx, { kind, reader: actor.reader, by: actor.name, now: actor.now })
    const titles = await titlesOf(trx, [...stories, target])
    if (goal.to === 'own') {
      const [first] = moving
      target = await openStory(trx, { title: first!.title, at: first!.published, sample })
    }
    await moveInto(trx, act, moving, { target, sample, apart: goal.to === 'episode' })
    const redirects = await tidy(trx, stories, target)
    const ids = moving.map(({ article }) => article)
    if (goal.to === 'episode')
      await addBonds(
        trx,
        act.id,
        moving.map(({ article, episode }) => ({
          kind: 'cannot',
          what: 'article',
          subject: article,
          whole: 'episode',
          target: episode,
        })),
      )
    else {
      await endBonds(trx, act.id, { kind: 'must', what: 'article', subjects: ids })
      await endBonds(trx, act.id, { kind: 'cannot', what: 'article', subjects: ids, story: target })
      await addBonds(trx, act.id, [
        ...moving.map(({ article }) => must('article', article, target)),
        ...moving
          // A story left empty leads to the new one: it is no other any more.
          .filter(({ story }) => !redirects.some((one) => one.story === story))
          .map(({ article, story }) => cannot('article', article, story)),
      ])
    }
    await conclude(trx, act, [...stories, target], {
      titles: [...titles, ...(await titlesOf(trx, [target]))],
      articles: moving.length,
      redirects,
      proposals: [],
    })
    return { act: act.id, story: target }
  })
}

/** Makes two stories one. The one with more articles keeps its id, the older where they have as many; the other leads to it. */
export const mergeStories = (
  db: Db,
  { story, other, kind = 'merge' }: { story: number; other: number; kind?: 'merge' | 'link' },
  actor: Actor,
): Promise<Done> =>
  db.transaction().execute(async (trx) => {
    const [here, there] = [await liveStory(trx, story), await liveStory(trx, other)]
    if ('failed' in here) return here
    if ('failed' in there) return there
    if (here.id === there.id) return { failed: 'itself' }
    if (here.sample !== there.sample) return { failed: 'sample-apart' }
    const hereKeeps =
      here.articles > there.articles || (here.articles === there.articles && here.id < there.id)
    const [keep, drop] = hereKeeps ? [here, there] : [there, here]
    const act = await openAct(trx, { kind, reader: actor.reader, by: actor.name, now: actor.now })
    const [kept, moved] = [await episodesIn(trx, keep.id), await episodesIn(trx, drop.id)]
    const why = 'a reader said that the two stories are one'
    for (const { id } of moved) await rehome(trx, act, { episode: id, from: drop.id, to: keep.id, why })
    await freeOf(trx, act, { articlesOf: keep.id, story: drop.id })
    await freeOf(trx, act, { articlesOf: keep.id, story: keep.id })
    for (const one of [keep.id, drop.id])
      for (const two of [keep.id, drop.id])
        await endBonds(trx, act.id, { kind: 'cannot', what: 'story', subjects: [one], story: two })
    await addBonds(
      trx,
      act.id,
      [...kept, ...moved].map(({ id }) => must('episode', id, keep.id)),
    )
    const proposals = await decideProposals(trx, keep.id, drop.id, 'confirmed')
    const redirects = await redirect(trx, drop.id, keep.id)
    await tidy(trx, [keep.id], keep.id)
    await conclude(trx, act, [keep.id, drop.id], {
      titles: [keep, drop].map(({ id, title }) => ({ story: id, title })),
      articles: drop.articles,
      redirects,
      proposals,
    })
    return { act: act.id, story: keep.id }
  })

/** Parts a story: the episodes chosen and the rest go separate ways. The part with more articles keeps the id. */
export const splitStory = (
  db: Db,
  { story, episodes }: { story: number; episodes: readonly number[] },
  actor: Actor,
): Promise<Done> =>
  db.transaction().execute(async (trx) => {
    const here = await liveStory(trx, story)
    if ('failed' in here) return here
    const all = await episodesIn(trx, here.id)
    const wanted = new Set(episodes)
    const chosen = all.filter(({ id }) => wanted.has(id))
    const rest = all.filter(({ id }) => !wanted.has(id))
    if (chosen.length === 0) return { failed: 'no-episodes' }
    if (rest.length === 0) return { failed: 'all-episodes' }
    const size = (part: typeof all) => part.reduce((sum, { articles }) => sum + articles, 0)
    const moved = size(chosen) > size(rest) ? rest : chosen
    const act = await openAct(trx, { kind: 'split', reader: actor.reader, by: actor.name, now: actor.now })
    const own = await openStory(trx, {
      title: here.title,
      at: moved[0]!.first ?? actor.now,
      sample: here.sample === 1,
    })
    const why = 'a reader said that the story was two'
    for (const { id } of moved) await rehome(trx, act, { episode: id, from: here.id, to: own, why })
    const ids = moved.map(({ id }) => id)
    await endBonds(trx, act.id, { kind: 'must', what: 'episode', subjects: ids, story: here.id })
    await freeOf(trx, act, { articlesOf: own, story: here.id, kind: 'must' })
    await addBonds(trx, act.id, [cannot('story', own, here.id), ...ids.map((id) => must('episode', id, own))])
    await tidy(trx, [own, here.id], own)
    await conclude(trx, act, [here.id, own], {
      titles: [{ story: here.id, title: here.title }, ...(await titlesOf(trx, [own]))],
      articles: size(moved),
      redirects: [],
      proposals: [],
    })
    return { act: act.id, story: moved === chosen ? own : here.id }
  })

/** Says of a story proposed as belonging here that it does, which makes the two one, or that it does not, for good. */
export async function decideLink(
  db: Db,
  { story, other, verdict }: { story: number; other: number; verdict: 'confirm' | 'reject' },
  actor: Actor,
): Promise<Done> {
  if (verdict === 'confirm') return mergeStories(db, { story, other, kind: 'link' }, actor)
  return db.transaction().execute(async (trx) => {
    const [here, there] = [await liveStory(trx, story), await liveStory(trx, other)]
    if ('failed' in here) return here
    if ('failed' in there) return there
    if (here.id === there.id) return { failed: 'itself' }
    const act = await openAct(trx, { kind: 'reject', reader: actor.reader, by: actor.name, now: actor.now })
    await addBonds(trx, act.id, [cannot('story', here.id, there.id)])
    const proposals = await decideProposals(trx, here.id, there.id, 'rejected')
    await conclude(trx, act, [here.id, there.id], {
      titles: [here, there].map(({ id, title }) => ({ story: id, title })),
      articles: 0,
      redirects: [],
      proposals,
    })
    return { act: act.id, story: here.id }
  })
}

/** Says of articles that they do not belong to a story, whether they stand there now or not. */
export async function keepOut(
  db: Db,
  { story, articles }: { story: number; articles: readonly number[] },
  actor: Actor,
): Promise<Done> {
  return db.transaction().execute(async (trx) => {
    const here = await liveStory(trx, story)
    if ('failed' in here) return here
    const standing = (await standingsOf(trx, articles)).filter((one) => one.story !== here.id)
    if (standing.length === 0) return { failed: 'there-already' }
    const act = await openAct(trx, { kind: 'reject', reader: actor.reader, by: actor.name, now: actor.now })
    await addBonds(
      trx,
      act.id,
      standing.map(({ article }) => cannot('article', article, here.id)),
    )
    await conclude(trx, act, [here.id], {
      titles: [{ story: here.id, title: here.title }],
      articles: standing.length,
      redirects: [],
      proposals: [],
    })
    return { act: act.id, story: here.id }
  })
}
