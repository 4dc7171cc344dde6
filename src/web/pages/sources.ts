/** Sources: add one, see in plain words how each is doing and how much it brings, in folders; take the sample out. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { folderFrom, renameFolder } from '../../app/folder.ts'
import { addPack, listPacks } from '../../app/packs.ts'
import { changeSource, type SourceChange } from '../../app/source-state.ts'
import type { Looked, Subscribed } from '../../app/subscribe.ts'
import { folderNames } from '../../store/river-places.ts'
import { type ListedSource, sourcesPage as loadSources, type Pace, paces } from '../../store/source-list.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { agoTime, momentTime } from '../views/dates.ts'
import { type Html, respond } from '../views/layout.ts'
import { pageOf, pager } from '../views/pager.ts'
import { problemPage } from '../views/problem.ts'
import { adviceWords, healthWords, outcomeBox, paceText } from '../views/source-health.ts'

const PER_PAGE = 100
const FOLDERS = 200
const DAY = 86_400_000
/** What a source brings is what it brought in so many days. */
const DAYS = 28

type C = Context<Env>

export const sourcesPage = (site: Site) => (c: C) => answer(site, c, undefined, '')

/** Shows what is behind an address; adds nothing. */
export const lookAtSource = (site: Site) => async (c: C) => {
  const asked = await addressOf(c)
  return answer(site, c, asked === '' ? noAddress() : await site.commands.lookAt(asked), asked)
}

const noAddress = () => ({ failed: t('Type the address of a site or feed.') })

async function addressOf(c: C): Promise<string> {
  const { address } = await c.req.parseBody()
  return typeof address === 'string' ? address.trim().slice(0, 2000) : ''
}

/** Adds what the form names, and shows what was found there or why nothing was. */
export const addSource = (site: Site) => async (c: C) => {
  const asked = await addressOf(c)
  return answer(site, c, asked === '' ? noAddress() : await site.commands.addSource(asked), asked)
}

export const takeSourceChange = (site: Site, change: SourceChange) => async (c: C) => {
  const source = numberOf(c.req.param('id'))
  const done =
    source !== undefined && (await changeSource(site.store.db, { source, change, now: site.now() }))
  return done
    ? c.redirect(`/sources#source-${source}`, 303)
    : problemPage(c, 404, t('There is no such source.'))
}

export const removeSample = (site: Site) => async (c: C) => {
  await site.commands.removeSample()
  return c.redirect('/sources', 303)
}

/** A form with a folder's name as it is, `from`, and as it is to be, `to`; without that the folder is dissolved. */
export const takeFolder = (site: Site) => async (c: C) => {
  const form = await c.req.parseBody()
  const from = typeof form.from === 'string' ? form.from : ''
  if (from === '') return problemPage(c, 400, t('Say which folder is meant.'))
  const to = form.act === 'dissolve' ? null : folderFrom(form.to)
  if (form.act !== 'dissolve' && to === null) return problemPage(c, 400, t('A folder needs a name.'))
  await renameFolder(site.store.db, from, to)
  return c.redirect(to === null ? '/sources' : `/sources?folder=${encodeURIComponent(to)}`, 303)
}

export const takePack = (site: Site) => async (c: C) => {
  const { pack } = await c.req.parseBody()
  const outcome = await addPack({ db: site.store.db, now: site.now }, typeof pack === 'string' ? pack : '')
  return 'failed' in outcome ? problemPage(c, 400, outcome.failed) : c.redirect('/sources', 303)
}

async function answer(site: Site, c: C, outcome: Subscribed | Looked | undefined, asked: string) {
  const { db } = site.store
  const page = pageOf(c.req.query('page'))
  const folder = c.req.query('folder')
  const [sources, folders] = await Promise.all([
    loadSources(db, { limit: PER_PAGE + 1, offset: (page - 1) * PER_PAGE, folder }),
    folderNames(db, FOLDERS),
  ])
  const shown = sources.slice(0, PER_PAGE)
  const now = site.now()
  const brought = await paces(
    db,
    shown.map(({ id }) => id),
    now - DAYS * DAY,
  )
  const own = shown.filter(({ sample }) => sample === 0)
  const sample = shown.filter(({ sample }) => sample === 1)
  const failed = outcome !== undefined && 'failed' in outcome
  const byFolder = Map.groupBy(own, (source) => source.folder)
  return respond(c, {
    kind: 'sources',
    here: 'sources',
    title: t('Sources'),
    status: failed ? 400 : 200,
    body: html`<h1>${t('Sources')}</h1>
<form method="post" action="/sources/add" class="add"><label for="address">${t('Add a newspaper, blog or feed by its address')}</label>
<span><input id="address" name="address" type="text" inputmode="url" autocapitalize="none" autocomplete="off" spellcheck="false" placeholder="example.org" value="${failed ? asked : ''}" required maxlength="2000"${failed ? html` aria-invalid="true" aria-describedby="outcome"` : ''}><button>${t('Add')}</button> <button formaction="/sources/look">${t('Look first')}</button></span></form>
${outcome && outcomeBox(outcome)}
${folders.length > 0 && folderLinks(folders, folder)}
${[...byFolder].map(([name, list], index) => sourceTable(name === null ? t('Your titles') : html`<bdi>${name}</bdi>`, `own${index}`, list, { now, brought }, name))}
${own.length === 0 && folder === undefined && html`<p class="empty">${t('You have no titles of your own yet.')}</p>${packForm()}`}
${
  sample.length > 0 &&
  html`${sourceTable(t('The fictional sample'), 'sample', sample, { now, brought }, null)}
<form method="post" action="/sample/remove" class="danger"><button>${t('Remove the sample')}</button> <span class="because">${t('Its outlets, articles and stories go for good. Your own are not touched.')}</span></form>`
}
${pager(page, sources.length > PER_PAGE, (to) => `/sources?page=${to}${folder === undefined ? '' : `&folder=${encodeURIComponent(folder)}`}`)}`,
  })
}

function folderLinks(folders: readonly string[], here: string | undefined): Html {
  const link = (name: string | undefined, words: Html | string) =>
    html`<a href="/sources${name === undefined ? '' : `?folder=${encodeURIComponent(name)}`}"${name === here ? html` aria-current="true"` : ''}>${words}</a>`
  return html`<nav class="sorting" aria-label="${t('Folders')}">${link(undefined, t('All'))} ${folders.map((name) => html`${link(name, html`<bdi>${name}</bdi>`)} `)}</nav>`
}

/** For a first run: well-known outlets in one go. */
const packForm =
  (): Html => html`<form method="post" action="/sources/pack" class="add"><label for="pack">${t('Or begin with well-known outlets')}</label>
<span><select id="pack" name="pack">${listPacks().map(({ name, title, outlets }) => html`<option value="${name}">${title} (${outlets.length})</option>`)}</select><button>${t('Add all')}</button></span></form>`

const isAsked = ({ state, kind }: ListedSource): boolean =>
  state === 'active' && kind !== 'files' && kind !== 'mail'

type Beside = { readonly now: number; readonly brought: ReadonlyMap<number, Pace> }

function sourceTable(
  title: Html | string,
  id: string,
  sources: readonly ListedSource[],
  beside: Beside,
  folder: string | null,
): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${folder !== null && folderForm(folder, id)}<ul class="sources">${sources.map((source) => sourceEntry(source, beside))}</ul></section>`
}

function folderForm(name: string, id: string): Html {
  return html`<details class="why"><summary>${t('Change the folder')}</summary><form method="post" action="/sources/folder" class="line"><input type="hidden" name="from" value="${name}"><label for="${id}-to">${t('Name; a slash puts it within another')}</label> <input id="${id}-to" name="to" value="${name}" maxlength="100" dir="auto"> <button>${t('Rename')}</button> <button name="act" value="dissolve">${t('Dissolve')}</button> <a href="/river?in=folder:${encodeURIComponent(name)}">${t('Read it in the river')}</a></form></details>`
}

function sourceEntry(source: ListedSource, { now, brought }: Beside): Html {
  const { mark, words } = healthWords(source)
  const pace = brought.get(source.id)
  const checked =
    source.last_checked === null
      ? words
      : isAsked(source)
        ? rich('{health}; checked {when}; next check {next}', {
            health: words,
            when: agoTime(source.last_checked, now),
            next: momentTime(source.next_check),
          })
        : rich('{health}; checked {when}', { health: words, when: agoTime(source.last_checked, now) })
  return html`<li id="source-${source.id}"><h3><a href="/sources/${source.id}"><bdi>${source.title || source.outlet}</bdi></a></h3><p class="address"><bdi>${source.url}</bdi></p><p class="health ${mark}">${checked}</p>
${pace && pace.last !== null && html`<p class="because">${pace.articles > 0 ? html`${paceText(pace.articles / DAYS)}, ` : ''}${rich('the last {when}', { when: agoTime(pace.last, now) })}</p>`}${mark === 'ill' && html`<p class="because">${t('What to do: {advice}', { advice: adviceWords(source) })}</p>`}
${source.kind !== 'files' && html`<form method="post" class="acts">${source.kind !== 'mail' && html`<button formaction="/sources/${source.id}/check">${t('Check now')}</button>`}${source.state === 'paused' ? html`<button formaction="/sources/${source.id}/resume">${t('Resume')}</button>` : html`<button formaction="/sources/${source.id}/pause">${t('Pause')}</button>`}</form>`}</li>`
}
