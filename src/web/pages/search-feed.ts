/** A search as an Atom feed: the newest articles that hold what it asks for. And keeping a search, or letting it go. */

import type { Context } from 'hono'
import { forgetSearch, saveSearch } from '../../store/saved-searches.ts'
import { newestHits } from '../../store/search.ts'
import { t } from '../messages.ts'
import { LONGEST, searchRequest } from '../search-request.ts'
import { ownPath } from '../session.ts'
import type { Env, Site } from '../site.ts'
import { atomFeed } from '../views/atom.ts'
import { problemPage } from '../views/problem.ts'

const ENTRIES = 50

export const searchFeed = (site: Site) => async (c: Context<Env>) => {
  const { text } = await searchRequest(site, c)
  if (text === '') return problemPage(c, 404, t('A feed of a search needs words to search for.'))
  const hits = await newestHits(site.store, text, ENTRIES)
  const { origin } = new URL(c.req.url)
  const query = new URLSearchParams({ q: text })
  const xml = await atomFeed({
    title: t('Search: {words}', { words: text }),
    home: `${origin}/search?${query}`,
    self: `${origin}/search/feed.xml?${query}`,
    updated: Math.max(0, ...hits.map(({ published }) => published)),
    entries: hits,
  })
  return c.body(xml, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
}

export const takeSearch = (site: Site, way: 'save' | 'forget') => async (c: Context<Env>) => {
  const form = await c.req.parseBody()
  const query = typeof form.q === 'string' ? form.q.trim() : ''
  if (query === '' || query.length > LONGEST)
    return problemPage(c, 400, t('A search to keep has between 1 and {n} characters.', { n: LONGEST }))
  const reader = c.get('reader').id
  const name =
    typeof form.name === 'string' && form.name.trim() !== '' ? form.name.trim().slice(0, LONGEST) : query
  const { db } = site.store
  if (way === 'save') await saveSearch(db, { reader, name, query, made: site.now() })
  else await forgetSearch(db, reader, query)
  return c.redirect(ownPath(form.back), 303)
}
