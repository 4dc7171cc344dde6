/** What the reader follows, with what changed in it or what it told, and a way to stop. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { actorNames } from '../../store/actor-page.ts'
import { type Told, toldBy } from '../../store/alerts.ts'
import { storiesById } from '../../store/front.ts'
import { followsOf } from '../../store/readers.ts'
import { savedSearches } from '../../store/saved-searches.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { articleAgo } from '../views/dates.ts'
import { followForm } from '../views/follow-form.ts'
import { type Html, respond } from '../views/layout.ts'
import { savedList } from '../views/search-hits.ts'
import { storyRow } from '../views/story-row.ts'

const MOST = 100
const NEWEST = 3

type Follow = Awaited<ReturnType<typeof followsOf>>[number]

export const followingPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const reader = c.get('reader')
  const now = site.now()
  const follows = await followsOf(db, reader.id)
  const of = (...kinds: readonly string[]) =>
    follows.filter(({ kind }) => kinds.includes(kind)).slice(0, MOST)
  const idsOf = (kind: string) => of(kind).map(({ target }) => Number(target))
  const since = reader.previous_visit ?? undefined
  const words = of('search', 'topic', 'place')
  const [stories, actors, told, saved] = await Promise.all([
    storiesById(db, idsOf('story'), { reader: reader.id, since, now }),
    actorNames(db, idsOf('actor')),
    toldBy(
      db,
      [...of('actor'), ...words].map(({ id }) => id),
      { since, limit: NEWEST },
    ),
    savedSearches(db, reader.id),
  ])
  const byChange = stories.toSorted((a, b) => b.changed - a.changed)
  const entry = (follow: Follow, name: Html) =>
    html`<li>${name} ${followForm({ kind: follow.kind, target: follow.target, followed: true, back: '/following' })}${toldLines(told.get(follow.id), now)}</li>`
  return respond(c, {
    kind: 'following',
    here: 'following',
    title: t('Following'),
    body: html`<h1>${t('Following')}</h1>
${follows.length === 0 ? html`<p class="empty">${t('You follow nothing yet. Open a story, a person or a search and press “Follow”: what changes in it comes together here.')}</p>` : ''}
${byChange.length > 0 && html`<section aria-labelledby="stories"><h2 id="stories">${t('Stories')}</h2>${byChange.map((story) => storyRow(story, { now }))}</section>`}
${actors.size > 0 && html`<section aria-labelledby="actors"><h2 id="actors">${t('People, organisations, places')}</h2><ul class="followed">${of('actor').map((follow) => entry(follow, html`<a href="/actor/${follow.target}"><bdi>${actors.get(Number(follow.target))?.name ?? follow.target}</bdi></a>`))}</ul></section>`}
${words.length > 0 && html`<section aria-labelledby="searches"><h2 id="searches">${t('Searches, topics and places')}</h2><ul class="followed">${words.map((follow) => entry(follow, html`<a href="/search?${new URLSearchParams({ q: follow.target })}"><bdi>${follow.target}</bdi></a>`))}</ul></section>`}
${savedList(saved)}`,
  })
}

/** What a follow told: how much is new, and the newest of it. */
function toldLines(told: Told | undefined, now: number): Html {
  if (!told || told.newest.length === 0)
    return html`<p class="because told">${t('Nothing has come in yet.')}</p>`
  return html`<div class="told">${told.fresh > 0 ? html`<p class="facts"><span class="fresh">${t('{n, number} new since your last visit', { n: told.fresh })}</span></p>` : ''}<ul>${told.newest.map((one) => html`<li lang="${one.language}" dir="${one.direction}"><a href="/article/${one.id}">${one.title}</a> <span class="because">${rich('{outlet}, {when}', { outlet: html`<bdi>${one.outlet}</bdi>`, when: articleAgo(one, now) })}</span></li>`)}</ul></div>`
}
