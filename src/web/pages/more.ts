/** Making a story out of a few articles: choose them from a search, then say of the ranked rest what belongs to it. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { rankFor } from '../../app/rank-seeds.ts'
import { loadAct } from '../../store/acts.ts'
import { rankedRows } from '../../store/ranking.ts'
import { searchArticles } from '../../store/search.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf, openStoryPage } from '../story-request.ts'
import { articleMoment } from '../views/dates.ts'
import { doneOutcome } from '../views/grouping.ts'
import { type Html, respond } from '../views/layout.ts'
import { reasonLine } from '../views/reasons.ts'
import { correctionTop } from './grouping.ts'

const RANKED = 40
const HITS = 60

export const morePage = (site: Site) => async (c: Context<Env>) => {
  const opened = await openStoryPage(site, c)
  if ('answer' in opened) return opened.answer
  const { story } = opened
  const { db } = site.store
  const done = numberOf(c.req.query('done'))
  const [act, ranked] = await Promise.all([
    done === undefined ? undefined : loadAct(db, done),
    rankFor(site.store, story.id, RANKED),
  ])
  const rows = new Map(
    (
      await rankedRows(
        db,
        ranked.map(({ article }) => article),
      )
    ).map((row) => [row.id, row]),
  )
  const shown = ranked.flatMap(({ article, reasons }) => {
    const row = rows.get(article)
    return row ? [{ ...row, reasons }] : []
  })
  return respond(c, {
    kind: 'grouping',
    title: t('Find more: {title}', { title: story.title }),
    sample: story.sample === 1,
    body: html`${correctionTop(story, 'more')}${doneOutcome(act)}
<p class="section-note">${t('Articles of other stories, those most like this one first. What you take in or keep out stays so for good.')}</p>
${
  shown.length === 0
    ? html`<p class="empty">${t('Nothing else speaks of what these articles speak of.')}</p>`
    : html`<form method="post" action="/story/${story.id}/more" class="grouping"><ul>${shown.map((row) => chooseRow(row, html`${rich('in {story}', { story: html`<a href="/story/${row.story}" dir="auto">${row.storyTitle}</a>` })}${row.reasons.length > 0 && html` · ${reasonLine(row.reasons)}`}`))}</ul>
<div class="choices"><button name="verdict" value="accept">${t('The chosen ones belong here')}</button><button name="verdict" value="reject">${t('The chosen ones do not')}</button></div></form>`
}`,
  })
}

/** The best articles of a search to choose from: some of them, or all. */
export const seedPage = (site: Site) => async (c: Context<Env>) => {
  const query = (c.req.query('q') ?? '').trim().slice(0, 300)
  const { hits, all } =
    query === '' ? { hits: [], all: 0 } : await searchArticles(site.store, query, { limit: HITS, offset: 0 })
  // What is invented never stands in one story with what is not.
  const own = hits.filter(({ sample }) => !sample)
  const shown = own.length > 0 ? own : hits
  return respond(c, {
    kind: 'grouping',
    title: t('Make a story'),
    body: html`<h1>${t('Make a story')}</h1>
<p class="section-note">${t('Choose a few articles that belong together; the reader then ranks the rest by how much they are like them.')}</p>
<form class="filters" action="/stories/new"><label>${t('Words')} <input name="q" type="search" value="${query}" maxlength="300" required></label><button>${t('Search')}</button></form>
${query !== '' && shown.length === 0 ? html`<p class="empty">${t('No article holds all of these words.')}</p>` : ''}
${
  shown.length > 0 &&
  html`${all > shown.length && html`<p class="section-note">${t('The best {shown, number} of {all, number} articles found. The rest are ranked in the next step.', { shown: shown.length, all })}</p>`}
<form method="post" action="/stories/new" class="grouping"><ul>${shown.map((hit) => chooseRow(hit, hit.story === null ? html`` : rich('in {story}', { story: html`<a href="/story/${hit.story}" dir="auto">${hit.storyTitle}</a>` })))}</ul>
<div class="choices"><button name="of" value="chosen">${t('Make a story of the chosen ones')}</button>${shown.length > 1 && html` ${shown.map(({ id }) => html`<input type="hidden" name="listed" value="${id}">`)}<button name="of" value="listed">${t('Make a story of all {n, number}', { n: shown.length })}</button>`}</div></form>`
}`,
  })
}

function chooseRow(
  row: {
    readonly id: number
    readonly title: string
    readonly language: string
    readonly direction: string
    readonly outlet: string
    readonly published: number
    readonly dated: 0 | 1
  },
  note: Html,
): Html {
  return html`<li><input type="checkbox" name="article" value="${row.id}" id="a${row.id}"><div><label for="a${row.id}" lang="${row.language}" dir="${row.direction}">${row.title}</label>
<p class="facts"><span><bdi class="outlet">${row.outlet}</bdi>, ${articleMoment(row)}</span> <a href="/article/${row.id}">${t('Read')}</a></p><p class="because">${note}</p></div></li>`
}
