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
import { standingsOf } from '../../store/corrections.ts'
import { witnesses } from '../../store/evidence.ts'
import { followsOf } from '../../store/readers.ts'
import type { ToldStatement } from '../../store/story-page.ts'
import { scriptsOf } from '../../words/scripts.ts'
import { coverageOf, differencesAbout } from '../coverage.ts'
import { joinTellings } from '../encounters.ts'
import { feedAddress } from '../feed-address.ts'
import { localNames, namedLocally, spokenLocally } from '../local-names.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { actorForms } from '../views/actor-forms.ts'
import { dayTime } from '../views/dates.ts'
import { differenceEntry } from '../views/difference.ts'
import { actorsOf, encounterEntry } from '../views/encounter.ts'
import { followForm } from '../views/follow-form.ts'
import { type Html, respond } from '../views/layout.ts'
import { problemPage } from '../views/problem.ts'
import { evidenceHref } from '../views/quote.ts'
import { statementEntry } from '../views/statement.ts'
import { trainer } from '../views/taste-form.ts'
import { actorWord, count } from '../views/words.ts'

const SHOWN = {
  articles: 300,
  encounters: 60,
  by: 20,
  about: 10,
  lookedThrough: 400,
  stories: 20,
  compared: 2,
  differences: 6,
}

export const actorPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const id = numberOf(c.req.param('id'))
  const actor = id === undefined ? undefined : await loadActor(db, id)
  if (!actor) return problemPage(c, 404, t('There is no person, organisation or place under this address.'))
  // Not for good: what was merged by hand can be parted again.
  if (actor.merged_into !== null) return c.redirect(`/actor/${actor.merged_into}`, 302)
  const articles = await articlesNaming(db, actor.id, SHOWN.articles)
  const [roles, told, by, said, mentions, stories, follows, feed, local] = await Promise.all([
    actorRoles(db, actor.id, articles),
    actorEncounters(db, actor.id, articles, SHOWN.encounters),
    statementsBy(db, actor.id, SHOWN.by).then((found) => spokenLocally(db, found)),
    statementsIn(db, articles.slice(0, 60), SHOWN.lookedThrough).then((found) => spokenLocally(db, found)),
    mentionsIn(db, actor.id, articles.slice(0, 60)),
    storiesOfArticles(db, articles, SHOWN.stories),
    followsOf(db, c.get('reader').id),
    feedAddress(site, c, `/actor/${actor.id}/feed.xml`),
    localNames(db, [actor.id]),
  ])
  const about = statementsAbout(said, actor.id, mentions).slice(0, SHOWN.about)
  const encounters = joinTellings(told)
  const [seen, names, met, spoken, compared] = await Promise.all([
    witnesses(
      db,
      [...told, ...by, ...about].map(({ article }) => article),
    ),
    actorNames(db, actorsOf(told.map(({ record }) => record))).then((known) => namedLocally(db, known)),
    standingsOf(
      db,
      'encounter',
      encounters.map((one) => one.told[0]!.id),
    ),
    standingsOf(
      db,
      'statement',
      [...by, ...about].map((one) => one.id),
    ),
    Promise.all(stories.slice(0, SHOWN.compared).map((story) => coverageOf(db, story.id, { limit: 24 }))),
  ])
  const named = Map.groupBy(mentions, ({ article }) => article)
  const differing = differencesAbout(compared.flat(), actor.id, ({ report, evidence }) =>
    (named.get(report.article) ?? []).some(
      ({ start, end }) => evidence.start <= start && end <= evidence.end,
    ),
  ).slice(0, SHOWN.differences)
  const target = String(actor.id)
  const followed = follows.some((follow) => follow.kind === 'actor' && follow.target === target)
  const name = local.get(actor.id) ?? actor.name
  const others = actor.names.filter((one) => one !== name)
  return respond(c, {
    kind: 'actor',
    title: name,
    feed,
    body: html`<header class="story-top"><p class="kicker">${actorWord(actor.kind)}</p><h1 dir="auto">${name}</h1>
<div class="story-actions"><p class="facts"><span>${articles.length < SHOWN.articles ? t('named in {n, plural, one {# article} other {# articles}}', { n: articles.length }) : t('named in more than {n, number} articles', { n: SHOWN.articles })}</span></p>${followForm({ kind: 'actor', target, followed, back: `/actor/${actor.id}` })}${trainer({ kind: 'actor', target }, actor.name, `/actor/${actor.id}`)}<p class="facts"><a href="#correct">${t('Correct')}</a> <a href="${feed}">${t('Feed')}</a></p></div>
${others.length > 0 && namesLine(others)}</header>
<div class="story-body"><div class="story-main">
${encounters.length > 0 && html`<section aria-labelledby="encounters"><h2 id="encounters">${t('Encounters')}</h2><h3 class="unseen">${t('By day, newest first')}</h3><ol class="timeline">${encounters.map((one) => encounterEntry(one, { witnesses: seen, names, standings: met }))}</ol></section>`}
${differing.length > 0 && html`<section aria-labelledby="differ"><h2 id="differ">${t('Told differently')}</h2><ul class="differences wide">${differing.map(differenceEntry)}</ul></section>`}
${by.length > 0 && html`<section aria-labelledby="by"><h2 id="by">${t('Statements by')}</h2><ul class="statements">${by.map((one) => statementEntry(one, seen.get(one.article), spoken))}</ul></section>`}
${about.length > 0 && html`<section aria-labelledby="about"><h2 id="about">${t('Statements about')}</h2><ul class="statements">${about.map((one) => statementEntry(one, seen.get(one.article), spoken))}</ul></section>`}
${encounters.length + by.length + about.length === 0 && html`<p class="empty">${t('No encounter and no statement was found; the stories that name {name} stand beside.', { name })}</p>`}
${actorForms(actor)}
</div><aside class="story-side" aria-label="${t('Beside')}">
${rolesBox(roles)}
${stories.length > 0 && html`<section aria-labelledby="stories"><h2 id="stories">${t('Stories')}</h2><ul class="related">${stories.map(({ id, title, articles, changed }) => html`<li><a href="/story/${id}" dir="auto">${title}</a> <span class="because">${rich('{articles}, last {day}', { articles: count(articles, 'article'), day: dayTime(changed) })}</span></li>`)}</ul></section>`}
</aside></div>`,
  })
}

/** Every spelling, those of one script together. */
function namesLine(names: readonly string[]): Html {
  const scripts = [...Map.groupBy(names, (name) => scriptsOf(name)[0]?.script ?? '')]
  return html`<p class="names"><span class="word">${t('Also written')}</span> ${scripts.map(([, own]) => html`<span class="of-script">${own.map((name, index) => html`${index > 0 ? ' · ' : ''}<bdi>${name}</bdi>`)}</span> `)}</p>`
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

const tenseWords = new Map([
  ['former', () => t('former')],
  ['then', () => t('at the time')],
  ['future', () => t('to come')],
])

function rolesBox(roles: readonly ActorRole[]): Html {
  if (roles.length === 0) return html``
  const grouped = [
    ...Map.groupBy(roles, ({ title, of, tense }) => `${tense} ${title} ${of ?? ''}`.toLocaleLowerCase()),
  ]
  return html`<section aria-labelledby="roles"><h2 id="roles">${t('Roles')}</h2><ul class="roles">${grouped.map(
    ([, same]) => {
      const { title, of, tense, article, start, end } = same[0]!
      const last = Math.max(...same.map(({ published }) => published))
      const first = Math.min(...same.map(({ published }) => published))
      return html`<li><a href="${evidenceHref(article, { start, end })}" dir="auto">${title}${of ? `, ${of}` : ''}</a>${tense === 'current' ? '' : html` <span class="word">${tenseWords.get(tense)?.() ?? tense}</span>`} <span class="because">${first === last ? dayTime(last) : rich('{from} to {to}', { from: dayTime(first), to: dayTime(last) })}</span></li>`
    },
  )}</ul></section>`
}
