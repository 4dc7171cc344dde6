/** Tabs of a story beside its timeline: the whole cast, all statements, all articles. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { standingsOf } from '../../store/corrections.ts'
import { witnesses } from '../../store/evidence.ts'
import { reasonsFor } from '../../store/history.ts'
import { CAST_ARTICLES, rolesIn, storyArticles, storyCast, storyStatements } from '../../store/story-page.ts'
import { castLocally, spokenLocally } from '../local-names.ts'
import { t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { openStoryPage, type StoryRequest } from '../story-request.ts'
import { articleRow } from '../views/article-row.ts'
import { type Html, respond } from '../views/layout.ts'
import { pageOf, pager } from '../views/pager.ts'
import { problemPage } from '../views/problem.ts'
import { statementEntry } from '../views/statement.ts'
import { storyTop, type Tab } from '../views/story-head.ts'
import { count } from '../views/words.ts'

const CAST = 200
const PER_PAGE = 50

const kindNames = {
  person: () => t('Persons'),
  organisation: () => t('Organisations'),
  place: () => t('Places'),
}

/** A tab: what every page of a story opens with, and a body of its own. A body that is undefined is a 404. */
export const tabPage =
  (tab: Tab, body: (site: Site, c: Context<Env>, opened: StoryRequest) => Promise<Html | undefined>) =>
  (site: Site) =>
  async (c: Context<Env>) => {
    const opened = await openStoryPage(site, c)
    if ('answer' in opened) return opened.answer
    const { story } = opened
    const told = await body(site, c, opened)
    if (told === undefined) return problemPage(c, 404, t('There is no such part of this story.'))
    return respond(c, {
      kind: 'story',
      title: story.title,
      sample: story.sample === 1,
      feed: opened.feed,
      body: html`${storyTop(story, { tab, ...opened })}${told}`,
    })
  }

export const castPage = tabPage('cast', async ({ store: { db } }, _c, { story, counts }) => {
  const cast = await castLocally(db, await storyCast(db, story.id, CAST))
  const roles = await rolesIn(
    db,
    story.id,
    cast.map(({ id }) => id),
  )
  const kinds = Map.groupBy(cast, ({ kind }) => kind)
  if (cast.length === 0)
    return html`<p class="empty">${t('No person, organisation or place was found in this story.')}</p>`
  return html`${counts.articles > CAST_ARTICLES ? html`<p class="section-note">${t('Of the newest {n, number} articles.', { n: CAST_ARTICLES })}</p>` : ''}<div class="cast-columns">${(
    ['person', 'organisation', 'place'] as const
  ).map((kind) => {
    const members = kinds.get(kind) ?? []
    return (
      members.length > 0 &&
      html`<section aria-labelledby="${kind}"><h2 id="${kind}">${kindNames[kind]()}</h2><ul class="cast">${members.map(
        ({ id, name, articles }) =>
          html`<li><a href="/actor/${id}"><bdi>${name}</bdi></a>${roles.has(id) ? html` <span class="role"><bdi>${roles.get(id)}</bdi></span>` : ''} <span class="n" title="${count(articles, 'article')}">${articles}</span></li>`,
      )}</ul></section>`
    )
  })}</div>`
})

export const statementsPage = tabPage('statements', async ({ store: { db } }, c, { story, counts }) => {
  const page = pageOf(c.req.query('page'))
  const statements = await storyStatements(db, story.id, {
    limit: PER_PAGE + 1,
    offset: (page - 1) * PER_PAGE,
  })
  const shown = await spokenLocally(db, statements.slice(0, PER_PAGE))
  const seen = await witnesses(
    db,
    shown.map(({ article }) => article),
  )
  const standings = await standingsOf(
    db,
    'statement',
    shown.map(({ id }) => id),
  )
  if (shown.length === 0) return html`<p class="empty">${t('No statement was found here.')}</p>`
  return html`<h2 class="unseen">${t('Statements')}</h2><p class="section-note">${t('{first, number} to {last, number} of {all, number}, newest first.', { first: (page - 1) * PER_PAGE + 1, last: (page - 1) * PER_PAGE + shown.length, all: counts.statements })}</p><ul class="statements">${shown.map((one) => statementEntry(one, seen.get(one.article), standings))}</ul>
${pager(page, statements.length > PER_PAGE, (to) => `/story/${story.id}/statements?page=${to}`)}`
})

export const articlesPage = tabPage('articles', async ({ store: { db } }, c, { story, reader, counts }) => {
  const page = pageOf(c.req.query('page'))
  const fresh = c.req.query('new') !== undefined
  const since = reader.previous_visit
  const articles = await storyArticles(db, story.id, reader.id, {
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
    ...(fresh && since !== null ? { seenAfter: since } : {}),
  })
  const why = await reasonsFor(
    db,
    articles.map(({ id }) => id),
  )
  const origins = new Map(articles.map((article) => [article.id, article]))
  const all = fresh && since !== null ? counts.fresh : counts.articles
  const first = (page - 1) * PER_PAGE + 1
  return html`<h2 class="unseen">${t('Articles')}</h2>
<p class="section-note">${articles.length === 0 ? t('Nothing here.') : t('{first, number} to {last, number} of {all, number}, newest first.', { first, last: first + articles.length - 1, all })}${fresh ? html` <a href="/story/${story.id}/articles">${t('All articles')}</a>` : ''}</p>
${articles.map((article) => articleRow(article, origins, { since, why }))}
${pager(page, all > page * PER_PAGE, (to) => `/story/${story.id}/articles?${fresh ? 'new=1&' : ''}page=${to}`)}`
})
