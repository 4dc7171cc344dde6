/** One source: its health and last answers, what it brings and what is read of it, its front page, its folder and name. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { arrangeSource, folderFrom } from '../../app/folder.ts'
import { folderNames } from '../../store/river-places.ts'
import { frontPageOf, listedSource, paces, statisticsOf } from '../../store/source-list.ts'
import { lastAnswers } from '../../store/sources.ts'
import { t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { answerWords } from '../views/answers.ts'
import { dayTime, momentTime } from '../views/dates.ts'
import { respond } from '../views/layout.ts'
import { problemPage } from '../views/problem.ts'
import { adviceWords, healthWords, paceText } from '../views/source-health.ts'
import { sparkline } from '../views/sparkline.ts'
import { languageName } from '../views/words.ts'

const DAYS = 28
const RANKS = 40

export const sourcePage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const id = numberOf(c.req.param('id'))
  const source = id === undefined ? undefined : await listedSource(db, id)
  if (!source) return problemPage(c, 404, t('There is no such source.'))
  const now = site.now()
  const [statistics, answers, ranks, folders, brought] = await Promise.all([
    statisticsOf(db, source.id, c.get('reader').id),
    lastAnswers(db, source.id),
    frontPageOf(db, source.id, RANKS),
    folderNames(db, 200),
    paces(db, [source.id], now - DAYS * 86_400_000),
  ])
  const { articles, copies, read, starred, words, languages, weeks } = statistics
  const share = (n: number) => t('{share, number, percent}', { share: articles === 0 ? 0 : n / articles })
  const { mark, words: health } = healthWords(source)
  const pace = brought.get(source.id)
  const title = source.title || source.outlet
  const figures: readonly (readonly [string, unknown])[] = [
    [t('How much'), pace && pace.articles > 0 ? paceText(pace.articles / DAYS) : t('nothing in four weeks')],
    [t('The last'), pace?.last ? dayTime(pace.last) : t('none yet')],
    [t('Copies of others'), share(copies)],
    [t('Read by you'), share(read)],
    [t('Starred by you'), String(starred)],
    [t('Words in an article'), String(words)],
    [t('Languages'), languages.map(({ language }) => languageName(language)).join(', ')],
  ]
  return respond(c, {
    kind: 'source',
    here: 'sources',
    title,
    body: html`<h1 dir="auto">${title}</h1><p class="address"><bdi>${source.url}</bdi></p>
<p class="health ${mark}">${health}</p>${mark === 'ill' && html`<p class="because">${t('What to do: {advice}', { advice: adviceWords(source) })}</p>`}
<p><a href="/river?in=source:${source.id}">${t('Read it in the river')}</a></p>
<section aria-labelledby="figures"><h2 id="figures">${t('Of its newest articles')}</h2>${articles === 0 ? html`<p class="empty">${t('Nothing was read from it yet.')}</p>` : html`<dl class="figures">${figures.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>${weeks.length > 1 && sparkline(weeks)}`}</section>
${
  ranks.length > 0 &&
  html`<section aria-labelledby="ranks"><h2 id="ranks">${t('Its front page, from the top')}</h2><ol class="ranks">${ranks.map(
    (one) =>
      html`<li><span class="num">${one.position + 1}</span> ${one.article === null ? html`<bdi>${one.title ?? one.url}</bdi>` : html`<a href="/article/${one.article}" dir="auto">${one.title}</a>`} <span class="because">${momentTime(one.since)}</span></li>`,
  )}</ol></section>`
}
<section aria-labelledby="place"><h2 id="place">${t('Folder and name')}</h2><form method="post" action="/sources/${source.id}/folder" class="rule-form"><p class="line"><label>${t('Folder; a slash puts one within another')} <input name="folder" value="${source.folder ?? ''}" list="folders" maxlength="100" dir="auto"></label><label>${t('Name')} <input name="title" value="${source.title}" maxlength="200" dir="auto"></label><button>${t('Keep')}</button></p><datalist id="folders">${folders.map((name) => html`<option value="${name}">`)}</datalist></form></section>
${answers.length > 0 && html`<section aria-labelledby="answers"><h2 id="answers">${t('What it answered last')}</h2><ul class="answers">${answers.map(({ at, ok, said }) => html`<li class="health ${ok ? 'well' : 'ill'}">${momentTime(at)}: ${answerWords(said)}</li>`)}</ul></section>`}`,
  })
}

/** A form with `folder` and `title`. */
export const takeSourceNames = (site: Site) => async (c: Context<Env>) => {
  const id = numberOf(c.req.param('id'))
  const { folder, title } = await c.req.parseBody()
  const names = { folder: folderFrom(folder), title: typeof title === 'string' ? title : '' }
  const done = id !== undefined && (await arrangeSource(site.store.db, id, names))
  return done ? c.redirect(`/sources/${id}`, 303) : problemPage(c, 404, t('There is no such source.'))
}
