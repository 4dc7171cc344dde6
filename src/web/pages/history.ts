/** How a story came to be what it is: who did what when, each act with its undo, and the story as it stood at a time. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { type Act, actsOf } from '../../store/acts.ts'
import { titlesOfStories, withLeading } from '../../store/grouping.ts'
import { membersAt, type Regrouping, regroupings } from '../../store/history.ts'
import { type StoryArticle, storyArticlesById } from '../../store/story-page.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { openStoryPage } from '../story-request.ts'
import { articleRow } from '../views/article-row.ts'
import { momentTime } from '../views/dates.ts'
import { actSentence, overruledBy, undoForm } from '../views/grouping.ts'
import { type Html, respond } from '../views/layout.ts'
import { reasonText } from '../views/reasons.ts'
import { count } from '../views/words.ts'
import { correctionTop } from './grouping.ts'

const ACTS = 200
const REGROUPINGS = 100
const SHOWN = 100

type Entry = { readonly at: number; readonly line: Html; readonly id: number }

export const historyPage = (site: Site) => async (c: Context<Env>) => {
  const opened = await openStoryPage(site, c)
  if ('answer' in opened) return opened.answer
  const { story, reader } = opened
  const { db } = site.store
  const at = instantIn(c.req.query('at'))
  const stories = await withLeading(db, story.id)
  const [acts, moved] = await Promise.all([actsOf(db, stories, ACTS), regroupings(db, stories, REGROUPINGS)])
  const titles = await titlesOfStories(db, [
    ...new Set(moved.flatMap(({ from, to }) => (from === null ? [to] : [from, to]))),
  ])
  const entries: readonly Entry[] = [
    ...acts.map((act) => ({ at: act.at, id: act.id, line: actEntry(act) })),
    ...moved.map((one) => ({ at: one.at, id: 0, line: modelEntry(one, stories, titles) })),
  ].sort((a, b) => b.at - a.at || b.id - a.id)
  const members = at === undefined ? undefined : await membersAt(db, story.id, at)
  const shown = members ? await storyArticlesById(db, members.slice(0, SHOWN), reader.id) : []
  const origins = new Map(shown.map((article) => [article.id, article]))
  return respond(c, {
    kind: 'grouping',
    title: t('History: {title}', { title: story.title }),
    sample: story.sample === 1,
    body: html`${correctionTop(story, 'history')}
<form class="filters" action="/story/${story.id}/history"><label>${t('As of')} <input type="datetime-local" name="at" value="${at === undefined ? '' : new Date(at).toISOString().slice(0, 16)}" required></label><button>${t('Show')}</button> <span class="section-note">${t('Times of this field are UTC.')}</span></form>
${members && at !== undefined ? asOf(members.length, shown, origins, at) : ''}
<section aria-labelledby="done"><h2 id="done">${t('What was done')}</h2>
${entries.length === 0 ? html`<p class="empty">${t('Nobody has corrected this story, and nothing was regrouped since its articles were placed.')}</p>` : html`<ol class="history">${entries.map(({ at, line }) => html`<li><p class="when"><a href="/story/${story.id}/history?at=${new Date(at).toISOString().slice(0, 16)}">${momentTime(at)}</a></p>${line}</li>`)}</ol>`}</section>`,
  })
}

const actEntry = (act: Act): Html =>
  html`<div class="act${act.undone === null ? '' : ' undone'}"><p>${actSentence(act)}${act.undone === null ? '' : html` <span class="because">${t('taken back')}</span>`}</p>${overruledBy(act)}${undoForm(act)}</div>`

type Titles = ReadonlyMap<number, string>

function modelEntry(one: Regrouping, stories: readonly number[], titles: Titles): Html {
  const { stands, log, step } = one
  return html`<div class="act"><p>${modelSentence(one, stories, titles)}</p>${stands && html`<form method="post" action="/story/${stories[0]}/take-back" class="inline"><input type="hidden" name="step" value="${log}-${step}"><button>${t('Take it back')}</button></form>`}</div>`
}

function modelSentence(
  { from, to, articles, reasons }: Regrouping,
  stories: readonly number[],
  titles: Titles,
): Html {
  const leftHere = from !== null && stories.includes(from)
  const other = from === to || !leftHere ? (from ?? to) : stories.includes(to) ? from : to
  const values = {
    n: articles,
    why: reasons[0] ? reasonText(reasons[0]) : '',
    other: html`<a href="/story/${other}"><bdi>${titles.get(other) ?? t('another story')}</bdi></a>`,
  }
  if (from === to)
    return rich(
      'The model moved {n, plural, one {# article} other {# articles}} to another episode of this story: {why}.',
      values,
    )
  if (leftHere && stories.includes(to))
    return rich(
      'The model joined {n, plural, one {# article} other {# articles}} of {other}, which leads here since: {why}.',
      values,
    )
  return leftHere
    ? rich('The model moved {n, plural, one {# article} other {# articles}} out to {other}: {why}.', values)
    : rich('The model brought {n, plural, one {# article} other {# articles}} from {other}: {why}.', values)
}

function asOf(
  all: number,
  shown: readonly StoryArticle[],
  origins: ReadonlyMap<number, { readonly outlet: string }>,
  at: number,
): Html {
  return html`<section aria-labelledby="then"><h2 id="then">${rich('As of {when}: {articles}', { when: momentTime(at), articles: count(all, 'article') })}</h2>
${all === 0 ? html`<p class="empty">${t('It had no articles then.')}</p>` : ''}
${shown.map((article) => articleRow(article, origins))}
${all > shown.length ? html`<p class="section-note">${t('{shown} of {all} are shown.', { shown: shown.length, all })}</p>` : ''}</section>`
}

/** A minute as the field gives it, to its end; UTC. */
function instantIn(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return undefined
  const at = Date.parse(`${text}:59.999Z`)
  return Number.isNaN(at) ? undefined : at
}
