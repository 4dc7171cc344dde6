/** The story page: what happened when, who is in it, what was said, where outlets differ, and every report. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { relatedTo } from '../../app/related-stories.ts'
import { actorNames } from '../../store/actor-page.ts'
import { loadAct } from '../../store/acts.ts'
import { countsOnce } from '../../store/copies.ts'
import { standingsOf } from '../../store/corrections.ts'
import { witnesses } from '../../store/evidence.ts'
import { reasonsFor } from '../../store/history.ts'
import { type ProposedStory, proposedStories } from '../../store/proposals.ts'
import {
  type CastMember,
  rolesIn,
  type StoryArticle,
  type StoryHead,
  storyArticles,
  storyCast,
  storyEncounters,
  storyNeighbours,
  storyStatements,
} from '../../store/story-page.ts'
import { coverageOf, differencesIn } from '../coverage.ts'
import { joinTellings, type TimelineEncounter } from '../encounters.ts'
import { castLocally, namedLocally, spokenLocally } from '../local-names.ts'
import { t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf, openStoryPage } from '../story-request.ts'
import { actorLink } from '../views/actor-link.ts'
import { articleRow } from '../views/article-row.ts'
import { differenceEntry } from '../views/difference.ts'
import { actorsOf } from '../views/encounter.ts'
import { doneOutcome } from '../views/grouping.ts'
import { type Html, respond } from '../views/layout.ts'
import { reasonText } from '../views/reasons.ts'
import { relatedBox } from '../views/related.ts'
import { statementEntry } from '../views/statement.ts'
import { storyTop } from '../views/story-head.ts'
import { timeline } from '../views/timeline.ts'
import { travelMap } from '../views/travel-map.ts'
import { count } from '../views/words.ts'

const SHOWN = {
  encounters: 150,
  timeline: 300,
  cast: 14,
  statements: 5,
  figures: 60,
  differences: 4,
  articles: 10,
  proposed: 5,
  related: 5,
}

export const storyPage = (site: Site) => async (c: Context<Env>) => {
  const opened = await openStoryPage(site, c)
  if ('answer' in opened) return opened.answer
  const { story, reader, counts, feed } = opened
  const { db } = site.store
  const year = yearOf(c.req.query('year'), story)
  const done = numberOf(c.req.query('done'))
  const articles = await storyArticles(db, story.id, reader.id, {
    limit: SHOWN.timeline,
    range: year?.range,
  })
  // A long story's page speaks of its newest articles, or of those of the year: sorting all of it anew for each part
  // takes most of the time there is.
  const among = articles.map(({ id }) => id)
  const [told, cast, statements, coverage, proposed, beside, act] = await Promise.all([
    storyEncounters(db, story.id, { limit: SHOWN.encounters, year: year?.name }),
    storyCast(db, story.id, SHOWN.cast).then((found) => castLocally(db, found)),
    storyStatements(db, story.id, { limit: SHOWN.statements, offset: 0, among }).then((found) =>
      spokenLocally(db, found),
    ),
    coverageOf(db, story.id, { limit: SHOWN.figures, only: 'figures', among }),
    proposedStories(db, story.id, SHOWN.proposed),
    storyNeighbours(db, story),
    done === undefined ? undefined : loadAct(db, done),
  ])
  const encounters = joinTellings(told)
  const differing = differencesIn(coverage)
  const shown = differing.slice(0, SHOWN.differences)
  const [seen, names, roles, related, why, met, said] = await Promise.all([
    witnesses(db, witnessIds(encounters, statements)),
    actorNames(db, actorsOf(told.map(({ record }) => record))).then((known) => namedLocally(db, known)),
    rolesIn(
      db,
      story.id,
      cast.map(({ id }) => id),
    ),
    // What is to be decided on is not said twice.
    relatedTo(
      site.store,
      { story: story.id, articles: among },
      { most: SHOWN.related, except: proposed.map(({ id }) => id) },
    ),
    reasonsFor(
      db,
      articles.slice(0, SHOWN.articles).map(({ id }) => id),
    ),
    standingsOf(
      db,
      'encounter',
      encounters.map(({ told }) => told[0]!.id),
    ),
    standingsOf(
      db,
      'statement',
      statements.map(({ id }) => id),
    ),
  ])
  const since = reader.previous_visit
  const origins = new Map(articles.map((article) => [article.id, article]))
  const base = `/story/${story.id}`
  return respond(c, {
    kind: 'story',
    title: story.title,
    sample: story.sample === 1,
    feed,
    body: html`${storyTop(story, { tab: 'timeline', ...opened })}${doneOutcome(act)}
<div class="story-body"><div class="story-main">
<section aria-labelledby="timeline"><h2 id="timeline">${t('Timeline')}</h2>
${travelMap(encounters, names)}
${timeline({ story: story.id, articles, encounters, witnesses: seen, names, standings: met })}
${(year || counts.articles > articles.length || counts.encounters > told.length) && yearLinks(story, year?.name, { shown: articles.length, all: counts.articles })}</section>
${
  counts.statements > 0 &&
  html`<section aria-labelledby="statements"><h2 id="statements">${t('Statements')}</h2>
<ul class="statements">${statements.map((one) => statementEntry(one, seen.get(one.article), said))}</ul>
${counts.statements > statements.length && html`<p class="all"><a href="${base}/statements">${t('All {n, plural, one {# statement} other {# statements}}', { n: counts.statements })}</a></p>`}</section>`
}
<section aria-labelledby="articles"><h2 id="articles">${t('Articles')}</h2>
${articles.slice(0, SHOWN.articles).map((article) => articleRow(article, origins, { since, why }))}
${counts.articles > SHOWN.articles && html`<p class="all"><a href="${base}/articles">${t('All {n, plural, one {# article} other {# articles}}', { n: counts.articles })}</a></p>`}</section>
</div><aside class="story-side" aria-label="${t('Beside the story')}">
${castBox(cast, roles, base)}
${
  differing.length > 0 &&
  html`<section aria-labelledby="differ"><h2 id="differ">${t('Figures that differ')}</h2>
<ul class="differences">${shown.map(differenceEntry)}</ul>
${differing.length > shown.length && html`<p class="all"><a href="${base}/coverage">${t('All {n, plural, one {# difference} other {# differences}}', { n: differing.length })}</a></p>`}</section>`
}
${outletBox(articles, base, counts.articles)}
${proposalBox(proposed, base)}
${relatedBox(related)}
${exportBox(base)}
</aside></div>
${neighbourLinks(beside)}`,
  })
}

/** A year of the story asked for, in UTC as encounters' days are; undefined where it has no such year. */
function yearOf(text: string | undefined, { opened, changed }: StoryHead) {
  const known = text !== undefined && yearsOf(opened, changed).includes(text)
  if (!known) return undefined
  return { name: text, range: { from: Date.UTC(Number(text), 0), to: Date.UTC(Number(text) + 1, 0) } }
}

/** Newest first. */
function yearsOf(opened: number, changed: number): readonly string[] {
  const first = new Date(opened).getUTCFullYear()
  const last = new Date(changed).getUTCFullYear()
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, n) => String(last - n))
}

function yearLinks(
  { id, opened, changed }: StoryHead,
  shown: string | undefined,
  much: { shown: number; all: number },
): Html {
  return html`<nav class="all" aria-label="${t('The story by year')}">${t('{shown, number} of {all, number} articles are on this timeline. By year:', much)} ${yearsOf(opened, changed).map((year) => html`<a href="/story/${id}?year=${year}"${year === shown ? html` aria-current="true"` : ''}>${year}</a> `)}${shown && html`<a href="/story/${id}">${t('newest')}</a>`}</nav>`
}

/** What may belong to the story: one line with its reason, and the two answers. */
function proposalBox(proposed: readonly ProposedStory[], base: string): Html {
  if (proposed.length === 0) return html``
  return html`<section aria-labelledby="proposed"><h2 id="proposed">${t('May belong here too')}</h2>
<ul class="related">${proposed.map(
    ({ id, title, reasons }) =>
      html`<li><a href="/story/${id}" dir="auto">${title}</a>${reasons[0] && html` <span class="because" dir="auto">${reasonText(reasons[0])}</span>`}
<form method="post" action="${base}/link" class="verdict"><input type="hidden" name="other" value="${id}"><button name="verdict" value="confirm" aria-label="${t('It belongs here: {title}', { title })}">${t('It belongs here')}</button> <button name="verdict" value="reject" aria-label="${t('It does not: {title}', { title })}">${t('It does not')}</button></form></li>`,
  )}</ul></section>`
}

/** The dossier in formats others' programs read. */
const exportBox = (base: string): Html =>
  html`<section aria-labelledby="export"><h2 id="export">${t('Take it with you')}</h2><ul class="related"><li><a href="${base}/export.ics" download>${t('Calendar')}</a> <span class="because">iCalendar</span></li><li><a href="${base}/export.csv" download>${t('Table')}</a> <span class="because">CSV</span></li><li><a href="${base}/export.jsonl" download>${t('All records')}</a> <span class="because">JSON Lines</span></li><li><a href="${base}/export.ftm" download>${t('Entities')}</a> <span class="because">FollowTheMoney</span></li><li><a href="${base}/export.plover" download>${t('Coded events')}</a> <span class="because">PLOVER</span></li></ul></section>`

function neighbourLinks({ earlier, later }: Awaited<ReturnType<typeof storyNeighbours>>): Html {
  if (!earlier && !later) return html``
  return html`<nav class="neighbours" aria-label="${t('Stories by last change')}">${later ? html`<a rel="prev" href="/story/${later.id}"><span class="word">${t('Changed after it')}</span> <bdi>${later.title}</bdi></a>` : html`<span></span>`}${earlier ? html`<a rel="next" href="/story/${earlier.id}"><span class="word">${t('Changed before it')}</span> <bdi>${earlier.title}</bdi></a>` : ''}</nav>`
}

function witnessIds(
  encounters: readonly TimelineEncounter[],
  statements: readonly { readonly article: number }[],
): number[] {
  return [
    ...encounters.flatMap(({ told }) => told.slice(0, 8).map(({ article }) => article)),
    ...statements.map(({ article }) => article),
  ]
}

function castBox(cast: readonly CastMember[], roles: ReadonlyMap<number, string>, base: string): Html {
  if (cast.length === 0) return html``
  return html`<section aria-labelledby="cast"><h2 id="cast">${t('Cast')}</h2><ul class="cast">${cast.map(
    (member) =>
      html`<li>${actorLink(member, cast)}${roles.has(member.id) ? html` <span class="role"><bdi>${roles.get(member.id)}</bdi></span>` : ''} <span class="n" title="${count(member.articles, 'article')}">${member.articles}</span></li>`,
  )}</ul><p class="all"><a href="${base}/cast">${t('The whole cast')}</a></p></section>`
}

function outletBox(articles: readonly StoryArticle[], base: string, all: number): Html {
  const byOutlet = [...Map.groupBy(articles, ({ outlet }) => outlet)]
    .map(([outlet, own]) => ({
      outlet,
      articles: own.length,
      copies: own.filter(({ copy }) => countsOnce(copy)).length,
    }))
    .sort((a, b) => b.articles - a.articles)
  return html`<section aria-labelledby="outlets"><h2 id="outlets">${t('Outlets')}</h2>${all > articles.length ? html`<p class="section-note">${t('Of the newest {n, number} articles.', { n: articles.length })}</p>` : ''}<ul class="outlets">${byOutlet
    .slice(0, 12)
    .map(
      ({ outlet, articles, copies }) =>
        html`<li><bdi>${outlet}</bdi> <span class="n">${articles}</span>${copies > 0 && html` <span class="copies">${count(copies, 'copy', 'copies')}</span>`}</li>`,
    )}</ul><p class="all"><a href="${base}/coverage">${t('Compare the coverage')}</a></p></section>`
}
