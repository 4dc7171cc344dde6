/** A story's coverage compared, outlet by outlet; with `?episode=ID` that of one of its episodes, and what is related to it. */

import { html } from 'hono/html'
import { relatedTo } from '../../app/related-stories.ts'
import { countsOnce } from '../../store/copies.ts'
import { articlesOfEpisode } from '../../store/coverage.ts'
import type { Store } from '../../store/engines/engine.ts'
import { type StoryArticle, storyArticles, storyArticlesById } from '../../store/story-page.ts'
import { coverageOf, differencesIn, type EpisodeFacts } from '../coverage.ts'
import { rich, t } from '../messages.ts'
import { numberOf, type StoryRequest } from '../story-request.ts'
import { articleRow } from '../views/article-row.ts'
import { comparison } from '../views/comparison.ts'
import { dayTime } from '../views/dates.ts'
import { differenceEntry } from '../views/difference.ts'
import type { Html } from '../views/layout.ts'
import { relatedBox } from '../views/related.ts'
import { count, languageName, listed } from '../views/words.ts'
import { tabPage } from './story-tabs.ts'

/** Original articles, newest first. */
const COMPARED = 120
const EPISODES = 12
const DIFFERENCES = 40
/** Articles of one episode, newest first. */
const LISTED = 100
const RELATED = 5

export const coveragePage = tabPage('coverage', async ({ store }, c, opened) => {
  const asked = c.req.query('episode')
  return asked === undefined ? wholeCoverage(store, opened) : episodeCoverage(store, opened, numberOf(asked))
})

async function wholeCoverage({ db }: Store, { story, counts, reader }: StoryRequest): Promise<Html> {
  const [articles, episodes] = await Promise.all([
    storyArticles(db, story.id, reader.id),
    coverageOf(db, story.id, { limit: COMPARED }),
  ])
  const several = episodes.filter(({ outlets }) => outlets.length > 1).slice(0, EPISODES)
  return html`${outletTable(articles, { within: 'story' })}
${counts.articles > articles.length ? html`<p class="section-note">${t('Of {all, number} articles the newest {shown, number} are compared.', { shown: articles.length, all: counts.articles })}</p>` : ''}
${differences(episodes)}
<section aria-labelledby="facts"><h2 id="facts">${t('Who has which fact')}</h2>
<p class="section-note">${t('From the words of the newest {n, number} original articles; a copy counts with its origin. Each mark leads to the sentence.', { n: COMPARED })}</p>
${several.length === 0 ? html`<p class="empty">${t('No episode is told by two outlets in their own words.')}</p>` : several.map((one) => comparison(one, `/story/${story.id}/coverage?episode=${one.episode}`))}</section>`
}

async function episodeCoverage(
  store: Store,
  { story, reader }: StoryRequest,
  episode: number | undefined,
): Promise<Html | undefined> {
  const { db } = store
  const found = episode === undefined ? [] : await articlesOfEpisode(db, story.id, episode, LISTED + 1)
  if (found.length === 0) return undefined
  const ids = found.slice(0, LISTED)
  const [articles, episodes, related] = await Promise.all([
    storyArticlesById(db, ids, reader.id),
    coverageOf(db, story.id, { limit: COMPARED, among: ids }),
    relatedTo(store, { story: story.id, articles: ids }, { most: RELATED }),
  ])
  const origins = new Map(articles.map((article) => [article.id, article]))
  const first = articles.findLast(({ copy }) => !countsOnce(copy)) ?? articles.at(-1)!
  const compared = episodes.map((one) => comparison(one)).filter((one) => one !== undefined)
  return html`<div class="episode-top"><h2 id="episode-${episode}"><bdi lang="${first.language}" dir="${first.direction}">${first.title}</bdi></h2>
<p class="section-note">${found.length > LISTED ? t('One episode: its newest {n, number} articles.', { n: LISTED }) : rich('One episode, since {day}: {articles}.', { day: dayTime(articles.at(-1)!.published), articles: count(articles.length, 'article') })} <a href="/story/${story.id}/coverage">${t('The coverage of the whole story')}</a></p></div>
${outletTable(articles, { within: 'episode' })}
${differences(episodes)}
<section aria-labelledby="facts"><h2 id="facts">${t('Who has which fact')}</h2>
${compared.length === 0 ? html`<p class="empty">${t('No two outlets tell it in their own words.')}</p>` : compared}</section>
<section aria-labelledby="told"><h2 id="told">${t('Articles')}</h2>
${articles.map((article) => articleRow(article, origins))}</section>
${relatedBox(related)}`
}

function differences(episodes: readonly EpisodeFacts[]): Html {
  const differing = differencesIn(episodes).slice(0, DIFFERENCES)
  return html`<section aria-labelledby="differ"><h2 id="differ">${t('Figures that differ')}</h2>
${differing.length === 0 ? html`<p class="empty">${t('No two outlets give different figures for the same thing.')}</p>` : html`<ul class="differences wide">${differing.map(differenceEntry)}</ul>`}</section>`
}

function outletTable(
  articles: readonly StoryArticle[],
  { within }: { readonly within: 'story' | 'episode' },
): Html {
  const several = within === 'story'
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
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('Outlet')}</th><th scope="col" class="num">${t('Articles')}</th><th scope="col" class="num">${t('Of them copies')}</th>${several && html`<th scope="col" class="num">${t('Episodes')}</th>`}<th scope="col" class="num">${t('First to report')}</th><th scope="col">${t('Languages')}</th><th scope="col">${t('From')}</th><th scope="col">${t('To')}</th></tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row"><bdi>${row.outlet}</bdi></th><td class="num">${row.articles}</td><td class="num">${row.copies}</td>${several && html`<td class="num">${row.episodes}</td>`}<td class="num">${row.firsts}</td><td>${listed(row.languages.map(languageName))}</td><td>${dayTime(row.first)}</td><td>${dayTime(row.last)}</td></tr>`,
  )}</tbody></table></div></section>`
}
