/** An actor as an Atom feed: the newest articles that name it. */

import type { Context } from 'hono'
import { articlesNaming, actorPage as loadActor } from '../../store/actor-page.ts'
import { storyArticlesById } from '../../store/story-page.ts'
import { t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { atomFeed } from '../views/atom.ts'
import { problemPage } from '../views/problem.ts'

const ENTRIES = 50

export const actorFeed = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const id = numberOf(c.req.param('id'))
  const actor = id === undefined ? undefined : await loadActor(db, id)
  if (!actor) return problemPage(c, 404, t('There is no person, organisation or place under this address.'))
  const { origin, search } = new URL(c.req.url)
  if (actor.merged_into !== null) return c.redirect(`/actor/${actor.merged_into}/feed.xml${search}`, 302)
  const articles = await articlesNaming(db, actor.id, ENTRIES)
  const entries = await storyArticlesById(db, articles, c.get('reader').id)
  const home = `${origin}/actor/${actor.id}`
  const xml = await atomFeed({
    title: actor.name,
    home,
    self: `${home}/feed.xml`,
    updated: Math.max(0, ...entries.map(({ first_seen }) => first_seen)),
    entries,
  })
  return c.body(xml, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
}
