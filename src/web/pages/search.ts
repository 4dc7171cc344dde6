/** Search: articles, single sentences, statements and names that hold what was asked for, each leading to its evidence. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { actorNames } from '../../store/actor-page.ts'
import { witnesses } from '../../store/evidence.ts'
import { followsOf } from '../../store/readers.ts'
import { savedSearches } from '../../store/saved-searches.ts'
import { type Hit, matchingIds, outletsByName, searchActors, searchArticles } from '../../store/search.ts'
import { storyHead, type ToldStatement } from '../../store/story-page.ts'
import { statementsAmong, textsOf } from '../../store/texts.ts'
import { countryCalled } from '../../words/countries.ts'
import { nameKey } from '../../words/names.ts'
import { findTerms } from '../../words/query.ts'
import { feedAddress } from '../feed-address.ts'
import { t } from '../messages.ts'
import { holdsAll, passagesIn } from '../passages.ts'
import { type SearchKind, type SearchRequest, searchRequest } from '../search-request.ts'
import type { Env, Site } from '../site.ts'
import { type Html, respond } from '../views/layout.ts'
import { pageOf, pager } from '../views/pager.ts'
import { type FormView, searchForm } from '../views/search-form.ts'
import { hitRow, namesList, savedList, searchTools, sentenceRow } from '../views/search-hits.ts'
import { statementEntry } from '../views/statement.ts'

const PER_PAGE = 30
const OUTLETS = 300
const NAMES = 12
/** Best articles whose sentences and statements are looked through. */
const READ = 200

export const searchPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const request = await searchRequest(site, c)
  const { text, kind, words } = request
  const page = pageOf(c.req.query('page'))
  const reader = c.get('reader').id
  const [form, place, saved, follows] = await Promise.all([
    formView(site, request),
    isPlace(site, words),
    savedSearches(db, reader),
    followsOf(db, reader),
  ])
  const address = (to: SearchKind, at = 1) =>
    `/search?${new URLSearchParams({ q: text, ...(to === 'articles' ? {} : { in: to }), ...(at === 1 ? {} : { page: String(at) }) })}`
  const follows_ = (what: string, target: string) =>
    follows.some((follow) => follow.kind === what && follow.target === target)
  const feed =
    text === ''
      ? undefined
      : await feedAddress(site, c, `/search/feed.xml?${new URLSearchParams({ q: text })}`)
  return respond(c, {
    kind: 'search',
    here: 'search',
    title: text === '' ? t('Search') : t('Search: {words}', { words: text }),
    query: words,
    ...(feed === undefined ? {} : { feed }),
    body: html`<h1>${text === '' ? t('Search') : html`<bdi>${form.title}</bdi>`}</h1>
${searchForm(form, request)}
${
  text === ''
    ? html`${hints()}${savedList(saved)}`
    : html`${searchTools({
        text,
        name: form.title,
        feed: feed!,
        words,
        back: address(kind, page),
        saved: saved.some(({ query }) => query === text),
        followed: follows_('search', text),
        topic: follows_('topic', words),
        place: place ? { followed: follows_('place', words) } : undefined,
      })}
<nav class="tabs" aria-label="${t('What to find')}"><ul>${tabs().map(([to, name]) => html`<li><a href="${address(to)}"${to === kind ? html` aria-current="page"` : ''}>${name}</a></li>`)}</ul></nav>
${await results(site, request, page, (at) => address(kind, at))}`
}`,
  })
}

const tabs = (): readonly (readonly [SearchKind, string])[] => [
  ['articles', t('Articles')],
  ['sentences', t('Sentences')],
  ['statements', t('Statements')],
  ['names', t('Names')],
]

async function results(
  site: Site,
  request: SearchRequest,
  page: number,
  address: (page: number) => string,
): Promise<Html> {
  switch (request.kind) {
    case 'articles':
      return articles(site, request, page, address)
    case 'sentences':
      return sentences(site, request, page, address)
    case 'statements':
      return statements(site, request, page, address)
    case 'names':
      return names(site, request)
  }
}

async function articles(
  { store }: Site,
  { text, query, words }: SearchRequest,
  page: number,
  address: (page: number) => string,
): Promise<Html> {
  const key = nameKey(words)
  const [{ hits, all, capped }, actors] = await Promise.all([
    searchArticles(store, text, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE }),
    page > 1 || key.length < 2 ? [] : searchActors(store.db, key, NAMES),
  ])
  const texts = query.groups.length === 0 ? new Map() : await textsOf(store.db, hits.map(idOf))
  return html`${namesList(actors)}
<section aria-labelledby="found"><h2 id="found">${t('Articles')}</h2>
${hits.length === 0 ? nothing() : html`<p class="section-note">${capped ? t('More than {n, number} articles; the newest {n, number} are ranked.', { n: all }) : t('{n, plural, one {# article} other {# articles}}, the best first.', { n: all })}</p>`}
${hits.map((hit) => {
  const read = texts.get(hit.id)
  return hitRow(hit, read, read ? passagesIn(query, read.text, read.sentences).slice(0, 2) : [])
})}
${pager(page, all > page * PER_PAGE, address)}</section>`
}

async function sentences(
  { store }: Site,
  { text, query }: SearchRequest,
  page: number,
  address: (page: number) => string,
): Promise<Html> {
  const { hits } = await searchArticles(store, text, { limit: READ, offset: 0 })
  const texts = await textsOf(store.db, hits.map(idOf))
  const found: { hit: Hit; passage: ReturnType<typeof passagesIn>[number] }[] = []
  for (const hit of hits) {
    const read = texts.get(hit.id)
    if (!read) continue
    for (const passage of passagesIn(query, read.text, read.sentences))
      if (holdsAll(query, passage)) found.push({ hit, passage })
    if (found.length > page * PER_PAGE) break
  }
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return html`<section aria-labelledby="found"><h2 id="found">${t('Sentences')}</h2>
${shown.length === 0 ? html`<p class="empty">${t('No single sentence holds all of these words.')}</p>` : html`<ul class="found">${shown.map(({ hit, passage }) => sentenceRow(hit, texts.get(hit.id)!, passage))}</ul>`}
${pager(page, found.length > page * PER_PAGE, address)}</section>`
}

async function statements(
  { store }: Site,
  { text, query }: SearchRequest,
  page: number,
  address: (page: number) => string,
): Promise<Html> {
  const ids = (await matchingIds(store, text)).ids.slice(0, READ)
  const speakers = query.fields.actors ?? []
  const told = await statementsAmong(store.db, ids, speakers)
  const seen = await witnesses(store.db, [...new Set(told.map(({ article }) => article))])
  const found = told.filter((one) => speaksOf(one, seen.get(one.article)?.text ?? ''))
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return html`<section aria-labelledby="found"><h2 id="found">${t('Statements')}</h2>
${shown.length === 0 ? html`<p class="empty">${t('Nobody is quoted with all of these words.')}</p>` : html`<ul class="statements">${shown.map((one) => statementEntry(one, seen.get(one.article)))}</ul>`}
${pager(page, found.length > page * PER_PAGE, address)}</section>`

  /** Whether the statement's own words, or who says it, have all that was asked for. */
  function speaksOf({ record, speakerName }: ToldStatement, whole: string): boolean {
    const said = [
      speakerName ?? record.speaker?.text ?? '',
      ...record.content.map(({ start, end }) => whole.slice(start, end)),
    ].join(' \n ')
    return query.groups.every((group) => findTerms(group, said).length > 0)
  }
}

async function names({ store: { db } }: Site, { words }: SearchRequest): Promise<Html> {
  const key = nameKey(words)
  const found = key.length < 2 ? [] : await searchActors(db, key, 60)
  return found.length === 0
    ? html`<p class="empty">${t('Nobody and no place has a name that begins so.')}</p>`
    : namesList(found)
}

/** Whether the words are the name of a country, or of a place that articles name. */
async function isPlace({ store: { db } }: Site, words: string): Promise<boolean> {
  const key = nameKey(words)
  if (key.length < 2) return false
  if (countryCalled(words) !== undefined) return true
  return (await searchActors(db, key, NAMES)).some(
    ({ kind, name }) => kind === 'place' && nameKey(name) === key,
  )
}

const idOf = ({ id }: Hit): number => id

/** What the form shows as chosen, and the search in the words a person would use for it. */
async function formView({ store: { db } }: Site, { query, words }: SearchRequest): Promise<FormView> {
  const { fields } = query
  const [outlets, actors, story] = await Promise.all([
    outletsByName(db, OUTLETS),
    actorNames(db, [...(fields.actors ?? [])]),
    fields.story === undefined ? undefined : storyHead(db, fields.story),
  ])
  const outlet = outlets.find(({ id }) => String(id) === fields.outlet)
  const chosen = (fields.actors ?? []).map((id) => ({ id, name: actors.get(id)?.name ?? String(id) }))
  const title = [
    words,
    outlet?.name ?? fields.outlet,
    fields.language,
    story?.title,
    ...chosen.map(({ name }) => name),
    fields.from && t('from {day}', { day: fields.from }),
    fields.until && t('until {day}', { day: fields.until }),
  ]
    .filter(Boolean)
    .join(' · ')
  return { outlets, chosen, story, title }
}

const nothing = () =>
  html`<p class="empty">${t('No article holds all of these words. Try fewer, or a part of a word with a star: minist*.')}</p>`

const hints = () =>
  html`<p class="section-note">${t('All words must be there. "Exact words" in quotation marks stay together, -word leaves articles out, minist* finds every ending, OR takes either of two, title: looks at headlines alone.')}</p>`
