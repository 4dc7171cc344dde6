/** A story as an Atom feed, so that any reader can follow it. */

import type { Context } from 'hono'
import { storyArticles } from '../../store/story-page.ts'
import type { Env, Site } from '../site.ts'
import { openStoryPage } from '../story-request.ts'
import { atomFeed } from '../views/atom.ts'

const ENTRIES = 50

export const storyFeed = (site: Site) => async (c: Context<Env>) => {
  const opened = await openStoryPage(site, c)
  if ('answer' in opened) return opened.answer
  const { story, reader } = opened
  const entries = await storyArticles(site.store.db, story.id, reader.id, { limit: ENTRIES })
  const home = `${new URL(c.req.url).origin}/story/${story.id}`
  const xml = await atomFeed({
    title: story.title,
    home,
    self: `${home}/feed.xml`,
    updated: story.changed,
    entries,
  })
  return c.body(xml, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
}
