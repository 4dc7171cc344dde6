/** The other tabs of a story: coverage compared, the whole cast, all statements, all articles. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { countsOnce } from '../../store/copies.ts'
import { standingsOf } from '../../store/corrections.ts'
import { witnesses } from '../../store/evidence.ts'
import { reasonsFor } from '../../store/history.ts'
import {
  CAST_ARTICLES,
  rolesIn,
  type StoryArticle,
  storyArticles,
  storyCast,
  storyStatements,
} from '../../store/story-page.ts'
import { coverageOf, differencesIn } from '../coverage.ts'
import { castLocally, spokenLocally } from '../local-names.ts'
import { t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { openStoryPage, type StoryRequest } from '../story-request.ts'
import { articleRow } from '../views/article-row.ts'
import { comparison } from '../views/comparison.ts'
import { dayTime } from '../views/dates.ts'
import { differenceEntry } from '../views/difference.ts'
import { type Html, respond } from '../views/layout.ts'
import { pageOf, pager } from '../views/pager.ts'
import { statementEntry } from '../views/statement.ts'
import { storyTop, type Tab } from '../views/story-head.ts'
import { count, languageName, listed } from '../views/words.ts'

const CAST = 200
/** Original articles, newest first. */
const COMPARED = 120
const EPISODES = 12
const DIFFERENCES = 40
const PER_PAGE = 50

const kindNames = {
  person: () => t('Persons'),
  organisation: () => t('Organisations'),
  place: () => t('Places'),
}

const tabPage =
  (tab: Tab, body: (site: Site, c: Context<Env>, opened: StoryRequest) => Promise<Html>) =>
  (site: Site) =>
  async (c: Context<Env>) => {
    const opened = await openStoryPage(site, c)
    if ('answer' in opened) return opened.answer
    const { story } = opened
    return respond(c, {
      kind: 'story',
      title: story.title,
      sample: story.sample === 1,
      feed: opened.feed,
      body: html`${storyTop(story, { tab, ...opened })}${await body(site, c, opened)}`,
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
          html`<li><a href="/actor/${id}"><bdi>${name}</bdi></a>${roles.has(id) ? html` <span class="role" dir="auto">${roles.get(id)}</span>` : ''} <span class="n" title="${count(articles, 'article')}">${articles}</span></li>`,
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

export const coveragePage = tabPage('coverage', async ({ store: { db } }, c, { story, counts }) => {
  const [articles, episodes] = await Promise.all([
    storyArticles(db, story.id, c.get('reader').id),
    coverageOf(db, story.id, { limit: COMPARED }),
  ])
  const differing = differencesIn(episodes).slice(0, DIFFERENCES)
  const several = episodes.filter(({ outlets }) => outlets.length > 1).slice(0, EPISODES)
  return html`${outletTable(articles)}
${counts.articles > articles.length ? html`<p class="section-note">${t('Of {all, number} articles the newest {shown, number} are compared.', { shown: articles.length, all: counts.articles })}</p>` : ''}
<section aria-labelledby="differ"><h2 id="differ">${t('Figures that differ')}</h2>
${differing.length === 0 ? html`<p class="empty">${t('No two outlets give different figures for the same thing.')}</p>` : html`<ul class="differences wide">${differing.map(differenceEntry)}</ul>`}</section>
<section aria-labelledby="facts"><h2 id="facts">${t('Who has which fact')}</h2>
<p class="section-note">${t('From the words of the newest {n, number} original articles; a copy counts with its origin. Each mark leads to the sentence.', { n: COMPARED })}</p>
${several.length === 0 ? html`<p class="empty">${t('No episode is told by two outlets in their own words.')}</p>` : several.map(comparison)}</section>`
})

function outletTable(articles: readonly StoryArticle[]): Html {
  const firstOfEpisode = new Map<number, StoryArticle>()
  for (const article of articles) firstOfEpisode.set(article.episode, article)
  const rows = [...Map.groupBy(articles, ({ outletId }) => outletId).values()]
    .map((own) => ({
      outlet: own[0]!.outlet,
      articles: own.length,
      copies: own.filter(({ copy }) => countsOnce(copy)).length,
      episodes: new Set(own.map(({ episode }) => episode)).size,
      firsts: own.filter((article) => firstOfEpisode.get(article.episode)?.id === article.id).length,
      languages: [...new Set(own.map(({ language }) => language))],
      first: own.at(-1)!.published,
      last: own[0]!.published,
    }))
    .sort((a, b) => b.articles - b.copies - (a.articles - a.copies) || b.articles - a.articles)
  return html`<section aria-labelledby="outlets"><h2 id="outlets">${t('Who covers it')}</h2>
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('Outlet')}</th><th scope="col" class="num">${t('Articles')}</th><th scope="col" class="num">${t('Of them copies')}</th><th scope="col" class="num">${t('Episodes')}</th><th scope="col" class="num">${t('First to report')}</th><th scope="col">${t('Languages')}</th><th scope="col">${t('From')}</th><th scope="col">${t('To')}</th></tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row"><bdi>${row.outlet}</bdi></th><td class="num">${row.articles}</td><td class="num">${row.copies}</td><td class="num">${row.episodes}</td><td class="num">${row.firsts}</td><td>${listed(row.languages.map(languageName))}</td><td>${dayTime(row.first)}</td><td>${dayTime(row.last)}</td></tr>`,
  )}</tbody></table></div></section>`
}
