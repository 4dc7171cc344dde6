/** The page of a person, organisation or place: every name seen, roles, encounters, statements by and about, stories. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Span } from '../../model/span.ts'
import {
  type ActorRole,
  actorEncounters,
  actorNames,
  actorRoles,
  articlesNaming,
  actorPage as loadActor,
  type MentionSpan,
  mentionsIn,
  statementsBy,
  statementsIn,
  storiesOfArticles,
} from '../../store/actor-page.ts'
import { witnesses } from '../../store/evidence.ts'
import { followsOf } from '../../store/readers.ts'
import type { ToldStatement } from '../../store/story-page.ts'
import { joinTellings } from '../encounters.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { dayTime } from '../views/dates.ts'
import { actorsOf, encounterEntry } from '../views/encounter.ts'
import { followForm } from '../views/follow-form.ts'
import { type Html, respond } from '../views/layout.ts'
import { problemPage } from '../views/problem.ts'
import { evidenceHref } from '../views/quote.ts'
import { statementEntry } from '../views/statement.ts'
import { actorWord, count } from '../views/words.ts'

const SHOWN = { articles: 300, encounters: 60, by: 20, about: 10, lookedThrough: 400, stories: 20 }

export const actorPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const id = numberOf(c.req.param('id'))
  const actor = id === undefined ? undefined : await loadActor(db, id)
  if (!actor) return problemPage(c, 404, 'There is no person, organisation or place under this address.')
  if (actor.merged_into !== null) return c.redirect(`/actor/${actor.merged_into}`, 301)
  const articles = await articlesNaming(db, actor.id, SHOWN.articles)
  const [roles, told, by, said, mentions, stories, follows] = await Promise.all([
    actorRoles(db, actor.id, articles),
    actorEncounters(db, actor.id, articles, SHOWN.encounters),
    statementsBy(db, actor.id, SHOWN.by),
    statementsIn(db, articles.slice(0, 60), SHOWN.lookedThrough),
    mentionsIn(db, actor.id, articles.slice(0, 60)),
    storiesOfArticles(db, articles, SHOWN.stories),
    followsOf(db, c.get('reader').id),
  ])
  const about = statementsAbout(said, actor.id, mentions).slice(0, SHOWN.about)
  const encounters = joinTellings(told)
  const [seen, names] = await Promise.all([
    witnesses(
      db,
      [...told, ...by, ...about].map(({ article }) => article),
    ),
    actorNames(db, actorsOf(told.map(({ record }) => record))),
  ])
  const target = String(actor.id)
  const followed = follows.some((follow) => follow.kind === 'actor' && follow.target === target)
  const others = actor.names.filter((name) => name !== actor.name)
  return respond(c, {
    kind: 'actor',
    title: actor.name,
    body: html`<header class="story-top"><p class="kicker">${actorWord(actor.kind)}</p><h1 dir="auto">${actor.name}</h1>
<div class="story-actions"><p class="facts"><span>named in ${articles.length < SHOWN.articles ? count(articles.length, 'article') : `more than ${count(SHOWN.articles, 'article')}`}</span></p>${followForm({ kind: 'actor', target, followed, back: `/actor/${actor.id}` })}</div>
${others.length > 0 && html`<p class="names"><span class="word">Also written</span> ${others.map((name, index) => html`${index > 0 ? ', ' : ''}<bdi>${name}</bdi>`)}</p>`}</header>
<div class="story-body"><div class="story-main">
${encounters.length > 0 && html`<section aria-labelledby="encounters"><h2 id="encounters">Encounters</h2><h3 class="unseen">By day, newest first</h3><ol class="timeline">${encounters.map((one) => encounterEntry(one, { witnesses: seen, names }))}</ol></section>`}
${by.length > 0 && html`<section aria-labelledby="by"><h2 id="by">Statements by</h2><ul class="statements">${by.map((one) => statementEntry(one, seen.get(one.article)))}</ul></section>`}
${about.length > 0 && html`<section aria-labelledby="about"><h2 id="about">Statements about</h2><ul class="statements">${about.map((one) => statementEntry(one, seen.get(one.article)))}</ul></section>`}
${encounters.length + by.length + about.length === 0 && html`<p class="empty">No encounter and no statement was found; the stories that name ${actor.name} stand beside.</p>`}
</div><aside class="story-side" aria-label="Beside">
${rolesBox(roles)}
${stories.length > 0 && html`<section aria-labelledby="stories"><h2 id="stories">Stories</h2><ul class="related">${stories.map(({ id, title, articles, changed }) => html`<li><a href="/story/${id}" dir="auto">${title}</a> <span class="because">${count(articles, 'article')}, last ${dayTime(changed)}</span></li>`)}</ul></section>`}
</aside></div>`,
  })
}

/** Said by others, with the actor named in the words themselves. */
function statementsAbout(
  said: readonly ToldStatement[],
  actor: number,
  mentions: readonly MentionSpan[],
): readonly ToldStatement[] {
  const byArticle = Map.groupBy(mentions, ({ article }) => article)
  const within = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end
  return said.filter(
    ({ article, speaker, record }) =>
      speaker !== actor &&
      byArticle.get(article)?.some((mention) => record.content.some((part) => within(mention, part))),
  )
}

function rolesBox(roles: readonly ActorRole[]): Html {
  if (roles.length === 0) return html``
  const grouped = [
    ...Map.groupBy(roles, ({ title, of, tense }) => `${tense} ${title} ${of ?? ''}`.toLocaleLowerCase()),
  ]
  return html`<section aria-labelledby="roles"><h2 id="roles">Roles</h2><ul class="roles">${grouped.map(
    ([, same]) => {
      const { title, of, tense, article, start, end } = same[0]!
      const last = Math.max(...same.map(({ published }) => published))
      const first = Math.min(...same.map(({ published }) => published))
      return html`<li><a href="${evidenceHref(article, { start, end })}" dir="auto">${title}${of ? `, ${of}` : ''}</a>${tense === 'current' ? '' : html` <span class="word">${tense}</span>`} <span class="because">${first === last ? dayTime(last) : html`${dayTime(first)} to ${dayTime(last)}`}</span></li>`
    },
  )}</ul></section>`
}
