/** The forms that correct the grouping. Each leads on to the story, where what was done can be taken back. */

import type { Context } from 'hono'
import { decideLink, keepOut, mergeStories, moveArticles, splitStory } from '../app/grouping.ts'
import { takeBack } from '../app/take-back.ts'
import { undo } from '../app/undo.ts'
import { rankedRows } from '../store/ranking.ts'
import { actorOf, answerOf, numbersOf, refuse, storyIn } from './grouping-request.ts'
import type { Env, Site } from './site.ts'
import { numberOf } from './story-request.ts'

const formOf = (c: Context<Env>) => c.req.parseBody({ all: true })

export const takeMove = (site: Site) => async (c: Context<Env>) => {
  const form = await formOf(c)
  const articles = numbersOf(form.article)
  const back = `/story/${numberOf(c.req.param('id')) ?? ''}/edit`
  const target = storyIn(form.target)
  const goal =
    form.to === 'own' || form.to === 'episode'
      ? ({ to: form.to } as const)
      : target === undefined
        ? undefined
        : ({ to: 'story', story: target } as const)
  if (!goal) return refuse(c, 'no-story', back)
  return answerOf(c, await moveArticles(site.store.db, { articles, goal }, actorOf(site, c)), back)
}

export const takeSplit = (site: Site) => async (c: Context<Env>) => {
  const story = numberOf(c.req.param('id')) ?? 0
  const episodes = numbersOf((await formOf(c)).episode)
  const done = await splitStory(site.store.db, { story, episodes }, actorOf(site, c))
  return answerOf(c, done, `/story/${story}/edit`)
}

export const takeMerge = (site: Site) => async (c: Context<Env>) => {
  const story = numberOf(c.req.param('id')) ?? 0
  const other = storyIn((await formOf(c)).other)
  const back = `/story/${story}/merge`
  if (other === undefined) return refuse(c, 'no-story', back)
  return answerOf(c, await mergeStories(site.store.db, { story, other }, actorOf(site, c)), back)
}

export const takeLink = (site: Site) => async (c: Context<Env>) => {
  const story = numberOf(c.req.param('id')) ?? 0
  const form = await formOf(c)
  const other = storyIn(form.other)
  const back = `/story/${story}`
  if (other === undefined) return refuse(c, 'no-story', back)
  const verdict = form.verdict === 'confirm' ? 'confirm' : 'reject'
  return answerOf(c, await decideLink(site.store.db, { story, other, verdict }, actorOf(site, c)), back)
}

/** Of the articles of a search: those chosen, or all that were listed. */
export const takeSeeds = (site: Site) => async (c: Context<Env>) => {
  const form = await formOf(c)
  const articles = numbersOf(form.of === 'listed' ? form.listed : form.article)
  const done = await moveArticles(
    site.store.db,
    { articles, goal: { to: 'own' }, kind: 'seed' },
    actorOf(site, c),
  )
  // They are a story already: the rest is ranked for it.
  if ('failed' in done && done.failed === 'whole-story') {
    const [row] = await rankedRows(site.store.db, articles.slice(0, 1))
    if (row) return c.redirect(`/story/${row.story}/more`, 303)
  }
  return answerOf(c, done, '/search', '/more')
}

/** Of the articles ranked for a story: those that belong to it come to it, the others never will. */
export const takeRanked = (site: Site) => async (c: Context<Env>) => {
  const story = numberOf(c.req.param('id')) ?? 0
  const form = await formOf(c)
  const articles = numbersOf(form.article)
  const back = `/story/${story}/more`
  if (articles.length === 0) return refuse(c, 'nothing-chosen', back)
  const { db } = site.store
  const actor = actorOf(site, c)
  const done =
    form.verdict === 'reject'
      ? await keepOut(db, { story, articles }, actor)
      : await moveArticles(db, { articles, goal: { to: 'story', story } }, actor)
  return answerOf(c, done, back, '/more')
}

/** A step of the model as the history names it: "homing-12". */
export const takeBackStep = (site: Site) => async (c: Context<Env>) => {
  const back = `/story/${numberOf(c.req.param('id')) ?? ''}/history`
  const [, log, step] = /^(membership|homing)-([1-9]\d{0,14})$/.exec(String((await formOf(c)).step)) ?? []
  if (step === undefined) return refuse(c, 'no-act', back)
  const named = { log: log === 'homing' ? 'homing' : 'membership', step: Number(step) } as const
  return answerOf(c, await takeBack(site.store.db, named, actorOf(site, c)), back)
}

export const takeUndo = (site: Site) => async (c: Context<Env>) => {
  const act = numberOf(c.req.param('id')) ?? 0
  return answerOf(c, await undo(site.store.db, act, actorOf(site, c)), '/')
}
