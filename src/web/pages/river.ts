/** The river with desk: places, list, reading pane; every article of a place, and ways to be done with it. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { markArticle, marks } from '../../app/mark.ts'
import { markMany, type Stretch, unmarkMany } from '../../app/mark-many.ts'
import { tag, tagsFrom, untag } from '../../app/tag.ts'
import { articlePage, readingOf, standingOf } from '../../store/article-page.ts'
import { hasOwnArticles } from '../../store/front.ts'
import { massMark } from '../../store/mass-marks.ts'
import { cursorOf, riverRows } from '../../store/river.ts'
import { nameOfPlace, riverPlaces } from '../../store/river-places.ts'
import { tagsOn } from '../../store/tags.ts'
import { copiesOf, copyOf } from '../../store/tied-articles.ts'
import { t } from '../messages.ts'
import { cursorText, type RiverRequest, riverHref, riverRequest } from '../river-request.ts'
import { ownPath } from '../session.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { type Html, respond } from '../views/layout.ts'
import { problemPage } from '../views/problem.ts'
import { hidden, riverPane } from '../views/river-pane.ts'
import { placeName, placesNav } from '../views/river-places.ts'
import { riverRow } from '../views/river-row.ts'

const PER_PAGE = 60
const MOST_ROWS = 400
const COPIES = 30
const DAY = 86_400_000

type C = Context<Env>

export const riverPage = (site: Site) => async (c: C) => {
  const { db } = site.store
  const reader = c.get('reader').id
  const request = riverRequest((name) => c.req.query(name))
  const { place } = request
  // Opened first, so that the list shows it as read.
  const pane = request.open === undefined ? undefined : await paneOf(site, c, request, request.open)
  const [{ rows, next, sample }, places, named, marked] = await Promise.all([
    stretch(site, reader, request, PER_PAGE),
    riverPlaces(db, reader, place),
    'id' in place ? nameOfPlace(db, place.kind, place.id) : undefined,
    markedNotice(site, c, request),
  ])
  const title = placeName(place, named)
  return respond(c, {
    kind: 'river',
    here: 'river',
    title: t('River: {place}', { place: title }),
    sample,
    keys: riverKeys(),
    body: html`<h1 class="unseen">${t('River: {place}', { place: title })}</h1><div class="river" data-pane="${request.pane}" data-rows="${rowsAddress(request)}" data-next="${next ? cursorText(next) : ''}">
${placesNav(places, request)}
<section class="list" aria-labelledby="place"><header><p class="to-places"><a href="${riverHref(request, { pane: 'places' })}" data-places>${t('Places')}</a></p><h2 id="place"><bdi>${title}</bdi></h2>
${sorting(request)}${massForm(request)}</header>
${marked}
<div class="river-rows" tabindex="-1">${rows.length === 0 && !next ? html`<p class="empty">${request.unread ? t('Nothing unread here.') : t('Nothing here yet.')}</p>` : rows.map((row) => riverRow(row, request, site.now()))}</div>
<nav class="pager" aria-label="${t('Pages')}">${request.after ? html`<a rel="prev" href="${riverHref(request)}">${t('From the top')}</a>` : html`<span></span>`}${next && html`<a rel="next" href="${riverHref(request, { after: cursorText(next) })}">${t('On')}</a>`}</nav>
<p class="river-end" hidden>${t('That is all.')}</p></section>
<section class="reading" id="reading" aria-label="${t('Reading')}" tabindex="-1">${pane ?? html`<p class="empty">${t('Choose an article from the list.')}</p>`}</section></div>`,
  })
}

/** `{ rows: [html], next }` after a cursor, for a list that grows while it is scrolled. */
export const riverStretch = (site: Site) => async (c: C) => {
  const request = riverRequest((name) => c.req.query(name))
  const limit = Math.min(numberOf(c.req.query('limit')) ?? PER_PAGE, MOST_ROWS)
  const { rows, next } = await stretch(site, c.get('reader').id, request, limit)
  const made = await Promise.all(rows.map(async (row) => String(await riverRow(row, request, site.now()))))
  return c.json({ rows: made, next: next ? cursorText(next) : null })
}

/** The reading pane alone. */
export const riverArticle = (site: Site) => async (c: C) => {
  const request = riverRequest((name) => c.req.query(name))
  const pane = await paneOf(site, c, request, numberOf(c.req.param('id')) ?? 0)
  c.header('Cache-Control', 'private, no-store')
  return c.html(pane)
}

async function stretch(site: Site, reader: number, request: RiverRequest, limit: number) {
  const sample = !(await hasOwnArticles(site.store.db))
  const { place, order, unread, after } = request
  const found = await riverRows(site.store, { reader, place, order, unread, after, sample, limit })
  return { ...found, sample: sample && found.rows.length > 0 }
}

async function paneOf(site: Site, c: C, request: RiverRequest, id: number): Promise<Html> {
  const { db } = site.store
  const reader = c.get('reader').id
  const article = await articlePage(db, id)
  if (!article) return html`<p class="empty">${t('There is no article under this address.')}</p>`
  const [reading, tags, copy, copies, standing] = await Promise.all([
    readingOf(db, reader, id),
    tagsOn(db, reader, id),
    copyOf(db, id),
    copiesOf(db, id, COPIES),
    standingOf(db, article),
  ])
  if (
    !reading?.read &&
    c.req.query('unread-again') !== '1' &&
    !/prefetch/.test(c.req.header('sec-purpose') ?? '')
  )
    await markArticle(db, { reader, article: id, mark: 'read', now: site.now() })
  return riverPane({ article, reading, tags, copy, copies, standing }, request, site.pictures)
}

const rowsAddress = (request: RiverRequest): string => riverHref(request).replace('/river', '/river/rows')

function sorting(request: RiverRequest): Html {
  const link = (change: Partial<RiverRequest>, name: string, on: boolean) =>
    html`<a href="${riverHref({ ...request, ...change })}"${on ? html` aria-current="true"` : ''}>${name}</a>`
  const { order, unread } = request
  return html`<p class="sorting">${link({ order: 'newest' }, t('Newest first'), order === 'newest')} ${link({ order: 'oldest' }, t('Oldest first'), order === 'oldest')} ${link({ unread: !unread }, unread ? t('Show read ones too') : t('Unread only'), unread)}</p>`
}

function massForm(request: RiverRequest): Html {
  return html`<details class="mass"><summary>${t('Mark read')}</summary><form method="post" action="/river/mark">${hidden(request, riverHref(request))}<button name="many" value="all">${t('All here')}</button> <button name="many" value="1">${t('Older than a day')}</button> <button name="many" value="7">${t('Older than a week')}</button> <button name="many" value="30">${t('Older than a month')}</button></form></details>`
}

async function markedNotice(site: Site, c: C, request: RiverRequest): Promise<Html | string> {
  const id = numberOf(c.req.query('marked'))
  if (c.req.query('marked') === 'none')
    return html`<p class="outcome" role="status">${t('Nothing there was unread.')}</p>`
  const mark = id === undefined ? undefined : await massMark(site.store.db, c.get('reader').id, id)
  if (!mark) return ''
  if (mark.undone !== null) return html`<p class="outcome" role="status">${t('They are unread again.')}</p>`
  return html`<form method="post" action="/river/mark" class="outcome" role="status">${hidden(request, riverHref(request))}<span>${t('{n, plural, one {# article} other {# articles}} marked read.', { n: mark.articles })}</span> <button name="undo" value="${id}" data-do="z">${t('Undo')}</button></form>`
}

/**
 * A form with `article` and `mark`; or `many`: `all`, `above` or `below` an `article`, or a number of days; or `undo`,
 * the number of what was marked. `in`, `sort` say which list it is of.
 */
export const takeRiverMark = (site: Site) => async (c: C) => {
  const form = await c.req.parseBody()
  const reader = c.get('reader').id
  const now = site.now()
  const request = riverRequest((name) => (typeof form[name] === 'string' ? form[name] : undefined))
  const back = ownPath(form.back)
  const undo = numberOf(typeof form.undo === 'string' ? form.undo : undefined)
  if (undo !== undefined) {
    await unmarkMany(site.store, { reader, id: undo, now })
    return c.redirect(riverHref(request, { marked: String(undo) }), 303)
  }
  const article = numberOf(typeof form.article === 'string' ? form.article : undefined)
  if (typeof form.many === 'string') {
    const part = await stretchOf(site, request, { many: form.many, article, reader, now })
    if (!part)
      return problemPage(c, 400, t('All can be marked read, what is above or below one, or what is older.'))
    const marked = await markMany(site.store, { reader, place: request.place, stretch: part, now })
    return c.redirect(riverHref(request, { marked: String(marked?.id ?? 'none') }), 303)
  }
  const mark = marks.find((one) => one === form.mark)
  const done =
    mark && article !== undefined && (await markArticle(site.store.db, { reader, article, mark, now }))
  if (!done) return problemPage(c, 404, t('There is no article under this address.'))
  // Opened again it would be read at once.
  return c.redirect(mark === 'unread' || mark === 'archive' ? riverHref(request) : back, 303)
}

async function stretchOf(
  site: Site,
  { place, order }: RiverRequest,
  asked: { many: string; article: number | undefined; reader: number; now: number },
): Promise<Stretch | undefined> {
  if (asked.many === 'all') return { kind: 'all' }
  if (/^\d{1,4}$/.test(asked.many))
    return { kind: 'older', than: { at: asked.now - Number(asked.many) * DAY, id: 0 } }
  if (asked.many !== 'above' && asked.many !== 'below') return undefined
  const than = asked.article && (await cursorOf(site.store.db, asked.reader, place, asked.article))
  return than
    ? { kind: (asked.many === 'above') === (order === 'newest') ? 'newer' : 'older', than }
    : undefined
}

/** A form with `tags` to add, or with `remove`. */
export const takeTags = (site: Site) => async (c: C) => {
  const { db } = site.store
  const article = numberOf(c.req.param('id'))
  const { tags, remove, back } = await c.req.parseBody()
  const reader = c.get('reader').id
  if (article === undefined) return problemPage(c, 404, t('There is no article under this address.'))
  const names = typeof remove === 'string' ? [] : tagsFrom(tags)
  if (names.length > 0) {
    if (!(await tag(db, { reader, article, names, now: site.now() })))
      return problemPage(c, 404, t('There is no article under this address.'))
  } else if (typeof remove === 'string') await untag(db, reader, article, remove)
  return c.redirect(back === undefined ? `/article/${article}` : ownPath(back), 303)
}

const riverKeys = (): readonly (readonly [string, string])[] => [
  ['j', t('next article, shown beside')],
  ['k', t('article before')],
  ['o', t('open it; Enter does, too')],
  ['v', t('original page')],
  ['m', t('mark read or unread')],
  ['s', t('star')],
  ['l', t('read later')],
  ['e', t('archive')],
  ['t', t('tag')],
  ['A', t('mark all above read')],
  ['B', t('mark all below read')],
  ['z', t('undo what was marked')],
  ['u', t('back to the list')],
  ['Home', t('the first article; End, the last that is loaded')],
]
