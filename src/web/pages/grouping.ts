/** Correcting a story by hand: choose articles or episodes of it, say where they go, or merge it with another. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { leadsTo } from '../../store/grouping.ts'
import { reasonsFor } from '../../store/history.ts'
import { storiesLike } from '../../store/search.ts'
import { type StoryArticle, storyArticles } from '../../store/story-page.ts'
import { numbersOf, storyIn } from '../grouping-request.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { openStoryPage } from '../story-request.ts'
import { articleMoment, dayTime } from '../views/dates.ts'
import { whyHere } from '../views/grouping.ts'
import { type Html, respond } from '../views/layout.ts'
import { pageOf, pager } from '../views/pager.ts'
import { count } from '../views/words.ts'

const PER_PAGE = 80
const CANDIDATES = 12
const LONGEST = 300

export const editPage = (site: Site) => async (c: Context<Env>) => {
  const opened = await openStoryPage(site, c)
  if ('answer' in opened) return opened.answer
  const { story, reader } = opened
  const { db } = site.store
  const page = pageOf(c.req.query('page'))
  const found = await storyArticles(db, story.id, reader.id, {
    limit: PER_PAGE + 1,
    offset: (page - 1) * PER_PAGE,
  })
  const articles = found.slice(0, PER_PAGE)
  const why = await reasonsFor(
    db,
    articles.map(({ id }) => id),
  )
  const base = `/story/${story.id}`
  const episodes = [...Map.groupBy(articles, ({ episode }) => episode)]
  return respond(c, {
    kind: 'grouping',
    title: t('Correct: {title}', { title: story.title }),
    sample: story.sample === 1,
    body: html`${correctionTop(story, 'edit')}
<p class="section-note">${t('Choose what does not belong. What you decide outranks the model for good, and can be taken back on the page “History”.')}</p>
<form method="post" action="${base}/move" class="grouping">
${episodes.map(([episode, of]) => episodeField(episode, of, why))}
<div class="choices">
<button name="to" value="own">${t('Chosen articles: a story of their own')}</button>
<button name="to" value="episode">${t('Chosen articles: an episode of their own')}</button>
<button formmethod="get" formaction="${base}/where">${t('Chosen articles: to another story …')}</button>
<button formaction="${base}/split">${t('Chosen episodes: split them off')}</button>
</div></form>
${pager(page, found.length > PER_PAGE, (to) => `${base}/edit?page=${to}`)}`,
  })
}

function episodeField(
  episode: number,
  of: readonly StoryArticle[],
  why: Awaited<ReturnType<typeof reasonsFor>>,
): Html {
  const first = of.at(-1)!
  return html`<fieldset class="episode"><legend><label><input type="checkbox" name="episode" value="${episode}"> ${rich('Episode of {day}, {n, plural, one {# article} other {# articles}}', { day: dayTime(first.published), n: of.length })}</label></legend>
<ul>${of.map(
    (article) => html`<li><input type="checkbox" name="article" value="${article.id}" id="a${article.id}">
<div><label for="a${article.id}" lang="${article.language}" dir="${article.direction}">${article.title}</label>
<p class="facts"><span><bdi class="outlet">${article.outlet}</bdi>, ${articleMoment(article)}</span> <a href="/article/${article.id}">${t('Read')}</a></p>
${whyHere(article.id, why.get(article.id))}</div></li>`,
  )}</ul></fieldset>`
}

/** Where the chosen articles go: a story found by its words, or named by its address. */
export const wherePage = (site: Site) => async (c: Context<Env>) => {
  const opened = await openStoryPage(site, c)
  if ('answer' in opened) return opened.answer
  const { story } = opened
  const articles = numbersOf(c.req.queries('article') ?? [])
  const base = `/story/${story.id}`
  const chosen = html`${articles.map((id) => html`<input type="hidden" name="article" value="${id}">`)}`
  return respond(c, {
    kind: 'grouping',
    title: t('To which story?'),
    sample: story.sample === 1,
    body: html`${correctionTop(story, 'edit')}
<h2>${t('To which story do {n, plural, one {this article} other {these # articles}} go?', { n: articles.length })}</h2>
${articles.length === 0 ? html`<p class="outcome failed" role="alert">${t('Choose at least one article.')} <a href="${base}/edit">${t('Back')}</a></p>` : ''}
${await picker(site, c, { story: story.id, action: `${base}/where`, carried: chosen, pick: (id) => html`<form method="post" action="${base}/move" class="inline">${chosen}<input type="hidden" name="target" value="${id}"><button name="to" value="story">${t('Move here')}</button></form>` })}`,
  })
}

export const mergePage = (site: Site) => async (c: Context<Env>) => {
  const opened = await openStoryPage(site, c)
  if ('answer' in opened) return opened.answer
  const { story } = opened
  const base = `/story/${story.id}`
  return respond(c, {
    kind: 'grouping',
    title: t('Merge: {title}', { title: story.title }),
    sample: story.sample === 1,
    body: html`${correctionTop(story, 'merge')}
<p class="section-note">${t('The story with more articles keeps its address; the address of the other will lead to it.')}</p>
${await picker(site, c, { story: story.id, action: `${base}/merge`, carried: html``, pick: (id) => html`<form method="post" action="${base}/merge" class="inline"><input type="hidden" name="other" value="${id}"><button>${t('Merge with this one')}</button></form>` })}`,
  })
}

type Picker = {
  readonly story: number
  readonly action: string
  readonly carried: Html
  readonly pick: (story: number) => Html
}

/** A story to pick, by words in its coverage or by its address. */
async function picker(site: Site, c: Context<Env>, { story, action, carried, pick }: Picker): Promise<Html> {
  const words = (c.req.query('find') ?? '').trim().slice(0, LONGEST)
  const named = storyIn(words)
  const live = named === undefined ? undefined : await leadsTo(site.store.db, named)
  const found =
    words === '' ? [] : await storiesLike(site.store, { words, id: live, not: story, limit: CANDIDATES })
  return html`<form action="${action}" class="find-story">${carried}<label for="find-story">${t('Words of the story, or its address')}</label>
<span><input id="find-story" name="find" type="search" value="${words}" maxlength="${LONGEST}" required><button>${t('Find')}</button></span></form>
${words !== '' && found.length === 0 ? html`<p class="empty" role="status">${t('No other story has these words. Try fewer.')}</p>` : ''}
${found.length > 0 ? html`<ul class="candidates">${found.map((one) => html`<li><div><a href="/story/${one.id}" dir="auto">${one.title}</a> <span class="because">${rich('{articles}, last change {when}', { articles: count(one.articles, 'article'), when: dayTime(one.changed) })}</span></div>${pick(one.id)}</li>`)}</ul>` : ''}`
}

/** The top of the pages on which a story is corrected. */
export function correctionTop(
  story: { readonly id: number; readonly title: string },
  here: 'edit' | 'merge' | 'more' | 'history',
): Html {
  const parts = [
    { key: 'edit', name: t('Move and split') },
    { key: 'merge', name: t('Merge') },
    { key: 'more', name: t('Find more') },
    { key: 'history', name: t('History') },
  ] as const
  return html`<header class="story-top"><p class="kicker">${t('Correct the grouping')}</p>
<h1 dir="auto"><a href="/story/${story.id}">${story.title}</a></h1>
<nav class="tabs" aria-label="${t('Corrections')}"><ul>${parts.map(({ key, name }) => html`<li><a href="/story/${story.id}/${key}"${key === here ? html` aria-current="true"` : ''}>${name}</a></li>`)}</ul></nav></header>`
}
