/** What the reader follows, with what changed in it, and a way to stop. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { actorNames } from '../../store/actor-page.ts'
import { storiesById } from '../../store/front.ts'
import { followsOf } from '../../store/readers.ts'
import type { Env, Site } from '../site.ts'
import { followForm } from '../views/follow-form.ts'
import { respond } from '../views/layout.ts'
import { storyRow } from '../views/story-row.ts'

const MOST = 100

export const followingPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const reader = c.get('reader')
  const now = site.now()
  const follows = await followsOf(db, reader.id)
  const idsOf = (kind: string) =>
    follows.flatMap((follow) => (follow.kind === kind ? [Number(follow.target)] : [])).slice(0, MOST)
  const [stories, actors] = await Promise.all([
    storiesById(db, idsOf('story'), { reader: reader.id, since: reader.previous_visit ?? undefined, now }),
    actorNames(db, idsOf('actor')),
  ])
  const words = follows.filter(({ kind }) => kind !== 'story' && kind !== 'actor').slice(0, MOST)
  const byChange = stories.toSorted((a, b) => b.changed - a.changed)
  return respond(c, {
    kind: 'following',
    here: 'following',
    title: 'Following',
    body: html`<h1>Following</h1>
${follows.length === 0 ? html`<p class="empty">You follow nothing yet. Open a story, a person or a search and press <em>Follow</em>: what changes in it comes together here.</p>` : ''}
${byChange.length > 0 && html`<section aria-labelledby="stories"><h2 id="stories">Stories</h2>${byChange.map((story) => storyRow(story, { now }))}</section>`}
${actors.size > 0 && html`<section aria-labelledby="actors"><h2 id="actors">People, organisations, places</h2><ul class="followed">${[...actors].map(([id, { name }]) => html`<li><a href="/actor/${id}"><bdi>${name}</bdi></a> ${followForm({ kind: 'actor', target: String(id), followed: true, back: '/following' })}</li>`)}</ul></section>`}
${words.length > 0 && html`<section aria-labelledby="searches"><h2 id="searches">Searches, topics and places</h2><ul class="followed">${words.map(({ kind, target }) => html`<li><a href="/search?q=${encodeURIComponent(target)}"><bdi>${target}</bdi></a> ${followForm({ kind, target, followed: true, back: '/following' })}</li>`)}</ul></section>`}`,
  })
}
