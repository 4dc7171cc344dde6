/** Search: articles that hold every word, and the people, organisations and places whose names begin with them. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { followsOf } from '../../store/readers.ts'
import { type Filter, type Hit, outletsByName, searchActors, searchArticles } from '../../store/search.ts'
import { nameKey } from '../../words/names.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { articleMoment } from '../views/dates.ts'
import { followForm } from '../views/follow-form.ts'
import { type Html, respond } from '../views/layout.ts'
import { pageOf, pager } from '../views/pager.ts'
import { actorWord, languageName } from '../views/words.ts'

const PER_PAGE = 30
const LONGEST = 300
const OUTLETS = 300
const ACTORS = 12
const languages = ['en', 'ar', 'he', 'fr', 'ru', 'de', 'es', 'fa', 'tr', 'it', 'pt', 'zh']

export const searchPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const query = (c.req.query('q') ?? '').trim().slice(0, LONGEST)
  const page = pageOf(c.req.query('page'))
  const filter = filterOf((name) => c.req.query(name))
  const outlets = await outletsByName(db, OUTLETS)
  const key = nameKey(query)
  const [{ hits, more }, actors, follows] =
    query === ''
      ? [{ hits: [], more: false }, [], []]
      : await Promise.all([
          searchArticles(site.store, query, filter, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE }),
          key.length < 2 ? [] : searchActors(db, key, ACTORS),
          followsOf(db, c.get('reader').id),
        ])
  const followed = follows.some(({ kind, target }) => kind === 'search' && target === query)
  const here = new URLSearchParams({ q: query, ...pickedOf(c) })
  return respond(c, {
    kind: 'search',
    here: 'search',
    title: query === '' ? 'Search' : `Search: ${query}`,
    query,
    sample: hits.some(({ sample }) => sample),
    body: html`<h1>${query === '' ? 'Search' : html`Search: <bdi>${query}</bdi>`}</h1>
<form class="filters" action="/search"><label>Words <input name="q" type="search" value="${query}" maxlength="${LONGEST}"></label>
<label>Outlet <select name="outlet"><option value="">any</option>${outlets.map(({ id, name }) => html`<option value="${id}"${filter.outlet === id ? html` selected` : ''}>${name}</option>`)}</select></label>
<label>Language <select name="language"><option value="">any</option>${languages.map((code) => html`<option value="${code}"${filter.language === code ? html` selected` : ''}>${languageName(code)}</option>`)}</select></label>
<label>From <input name="from" type="date" value="${c.req.query('from') ?? ''}"></label><label>Until <input name="until" type="date" value="${c.req.query('until') ?? ''}"></label>
<button>Search</button></form>
${query === '' ? hints() : followForm({ kind: 'search', target: query, followed, back: `/search?${here}` })}
${actors.length > 0 && html`<section aria-labelledby="named"><h2 id="named">People, organisations, places</h2><ul class="actors">${actors.map(({ id, name, kind }) => html`<li><a href="/actor/${id}"><bdi>${name}</bdi></a> <span class="because">${actorWord(kind).toLowerCase()}</span></li>`)}</ul></section>`}
${
  query !== '' &&
  html`<section aria-labelledby="found"><h2 id="found">Articles</h2>${hits.length === 0 ? html`<p class="empty">No article holds all of these words. Try fewer, or a part of a word with a star: <kbd>minist*</kbd>.</p>` : hits.map(hitRow)}
${pager(page, more, (to) => `/search?${new URLSearchParams([...here, ['page', String(to)]])}`)}</section>`
}`,
  })
}

function pickedOf(c: Context): Record<string, string> {
  const given = ['outlet', 'language', 'from', 'until'].map(
    (name) => [name, c.req.query(name) ?? ''] as const,
  )
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

function filterOf(query: (name: string) => string | undefined): Filter {
  const outlet = numberOf(query('outlet'))
  const language = /^[a-z]{2,3}$/.exec(query('language') ?? '')?.[0]
  const day = (name: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(query(name) ?? '') ? Date.parse(query(name) ?? '') : Number.NaN
  const from = day('from')
  const until = day('until') + 86_400_000
  return {
    ...(outlet === undefined ? {} : { outlet }),
    ...(language === undefined ? {} : { language }),
    ...(Number.isNaN(from) ? {} : { from }),
    ...(Number.isNaN(until) ? {} : { until }),
  }
}

function hitRow(hit: Hit): Html {
  return html`<article class="row" data-row><h3 lang="${hit.language}" dir="${hit.direction}"><a href="/article/${hit.id}">${hit.title}</a></h3>
${hit.lead && html`<p class="latest" lang="${hit.language}" dir="${hit.direction}">${hit.lead}</p>`}
<p class="facts"><span><bdi class="outlet">${hit.outlet}</bdi>, ${articleMoment(hit)}</span>${hit.story && html` <span>in <a href="/story/${hit.story}" dir="auto">${hit.storyTitle}</a></span>`}</p></article>`
}

function hints(): Html {
  return html`<p class="section-note">All words must be there. <kbd>"exact words"</kbd> keeps words together, <kbd>-word</kbd> leaves articles out, <kbd>minist*</kbd> finds every ending.</p>`
}
