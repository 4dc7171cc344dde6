/** Our picks and good news: everything chosen, in its order, and the form that chooses. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { chosenFrom, movePick, noteFrom, pick, pickFrom, reword, unpick } from '../../app/pick.ts'
import { type Chosen, newestPicks, type PickKind, titleOfChosen } from '../../store/picks.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { type Html, respond } from '../views/layout.ts'
import { pageOf, pager } from '../views/pager.ts'
import { pickRow } from '../views/pick-row.ts'
import { problemPage } from '../views/problem.ts'

const PER_PAGE = 50

export const picksPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const page = pageOf(c.req.query('page'))
  const chosen = chosenFrom(c.req.query())
  const title = chosen && (await titleOfChosen(db, chosen))
  const list = (kind: PickKind) => newestPicks(db, kind, PER_PAGE + 1, (page - 1) * PER_PAGE)
  const [picks, goodNews] = await Promise.all([list('pick'), list('good-news')])
  const section = (id: string, name: string, rows: typeof picks) =>
    html`<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>${rows.length === 0 ? html`<p class="empty">${t('Nothing was chosen yet.')}</p>` : rows.slice(0, PER_PAGE).map((one) => pickRow(one, { editable: true }))}</section>`
  return respond(c, {
    kind: 'picks',
    title: t('Picks'),
    body: html`<h1>${t('Picks')}</h1>
${chosen && title !== undefined ? pickForm(chosen, title) : html`<p class="section-note">${rich('Stories and articles that somebody here chose. To choose one, open {why} under a story on the front page, or press {pick} beside an article in the {river}.', { why: html`<em>${t('Why it is here')}</em>`, pick: html`<em>${t('Pick it')}</em>`, river: html`<a href="/river">${t('River')}</a>` })}</p>`}
<div class="columns">${section('picks', t('Our picks'), picks)}${section('good-news', t('Good news'), goodNews)}</div>
${pager(page, picks.length > PER_PAGE || goodNews.length > PER_PAGE, (to) => `/picks?page=${to}`)}`,
  })
}

/** Chooses a story or article; small enough for any page. */
function pickForm(chosen: Chosen, title: string): Html {
  const [name, id] =
    'story' in chosen ? (['story', chosen.story] as const) : (['article', chosen.article] as const)
  return html`<form method="post" action="/picks" class="add pick-form"><p class="chosen">${rich('Choose {title}', { title: html`<a href="/${name}/${id}" dir="auto">${title}</a>` })}</p><input type="hidden" name="${name}" value="${id}">
<label for="note">${t('Why it is worth reading')}</label><span><input id="note" name="note" maxlength="500" dir="auto" autofocus></span>
<span><button name="kind" value="pick">${t('As our pick')}</button> <button name="kind" value="good-news">${t('As good news')}</button></span></form>`
}

export const takePick = (site: Site) => async (c: Context<Env>) => {
  const wanted = pickFrom(await c.req.parseBody())
  if (!wanted)
    return problemPage(c, 400, t('A story or an article can be picked, as our pick or as good news.'))
  const done = await pick(site.store.db, { ...wanted, by: c.get('reader').name, now: site.now() })
  return done
    ? c.redirect('/picks', 303)
    : problemPage(c, 404, t('There is nothing under this number to pick.'))
}

export const takePickChange = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const id = numberOf(c.req.param('id'))
  const { act, note } = await c.req.parseBody()
  if (id === undefined) return problemPage(c, 404, t('There is no such pick.'))
  if (act === 'note') await reword(db, id, noteFrom(note))
  else if (act === 'up' || act === 'down') await movePick(db, id, act)
  else if (act === 'remove') await unpick(db, id)
  else return problemPage(c, 400, t('A pick can be worded anew, moved or removed.'))
  return c.redirect(act === 'remove' ? '/picks' : `/picks#pick-${id}`, 303)
}
