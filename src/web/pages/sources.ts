/** Sources: add one, see in plain words how each is doing, pause it, and take the sample out. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { addPack, listPacks } from '../../app/packs.ts'
import { whatToDo } from '../../app/source-health.ts'
import { changeSource, type SourceChange } from '../../app/source-state.ts'
import type { Looked, Subscribed } from '../../app/subscribe.ts'
import type { Preview } from '../../feeds/preview.ts'
import { type ListedSource, sourcesPage as loadSources } from '../../store/source-list.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { agoTime, dayText, momentTime } from '../views/dates.ts'
import { type Html, respond } from '../views/layout.ts'
import { pageOf, pager } from '../views/pager.ts'
import { problemPage } from '../views/problem.ts'
import { count, languageName } from '../views/words.ts'

const PER_PAGE = 200

export const sourcesPage = (site: Site) => (c: Context<Env>) => answer(site, c, undefined, '')

/** Shows what is behind an address; adds nothing. */
export const lookAtSource = (site: Site) => async (c: Context<Env>) => {
  const asked = await addressOf(c)
  return answer(site, c, asked === '' ? noAddress : await site.commands.lookAt(asked), asked)
}

const noAddress = { failed: 'Type the address of a site or feed.' }

async function addressOf(c: Context<Env>): Promise<string> {
  const { address } = await c.req.parseBody()
  return typeof address === 'string' ? address.trim().slice(0, 2000) : ''
}

/** Adds what the form names, and shows what was found there or why nothing was. */
export const addSource = (site: Site) => async (c: Context<Env>) => {
  const asked = await addressOf(c)
  return answer(site, c, asked === '' ? noAddress : await site.commands.addSource(asked), asked)
}

export const takeSourceChange = (site: Site, change: SourceChange) => async (c: Context<Env>) => {
  const source = numberOf(c.req.param('id'))
  const done =
    source !== undefined && (await changeSource(site.store.db, { source, change, now: site.now() }))
  return done ? c.redirect(`/sources#source-${source}`, 303) : problemPage(c, 404, 'There is no such source.')
}

export const removeSample = (site: Site) => async (c: Context<Env>) => {
  await site.commands.removeSample()
  return c.redirect('/sources', 303)
}

async function answer(site: Site, c: Context<Env>, outcome: Subscribed | Looked | undefined, asked: string) {
  const page = pageOf(c.req.query('page'))
  const sources = await loadSources(site.store.db, { limit: PER_PAGE + 1, offset: (page - 1) * PER_PAGE })
  const shown = sources.slice(0, PER_PAGE)
  const own = shown.filter(({ sample }) => sample === 0)
  const sample = shown.filter(({ sample }) => sample === 1)
  const now = site.now()
  const failed = outcome !== undefined && 'failed' in outcome
  return respond(c, {
    kind: 'sources',
    here: 'sources',
    title: 'Sources',
    status: failed ? 400 : 200,
    body: html`<h1>Sources</h1>
<form method="post" action="/sources/add" class="add"><label for="address">Add a newspaper, blog or feed by its address</label>
<span><input id="address" name="address" type="text" inputmode="url" autocapitalize="none" autocomplete="off" spellcheck="false" placeholder="example.org" value="${failed ? asked : ''}" required maxlength="2000"${failed ? html` aria-invalid="true" aria-describedby="outcome"` : ''}><button>Add</button> <button formaction="/sources/look">Look first</button></span></form>
${outcome && outcomeBox(outcome)}
${own.length > 0 && sourceTable('Your titles', 'own', own, now)}
${own.length === 0 && html`<p class="empty">You have no titles of your own yet.</p>${packForm()}`}
${
  sample.length > 0 &&
  html`${sourceTable('The fictional sample', 'sample', sample, now)}
<form method="post" action="/sample/remove" class="danger"><button>Remove the sample</button> <span class="because">Its outlets, articles and stories go for good. Your own are not touched.</span></form>`
}
${pager(page, sources.length > PER_PAGE, (to) => `/sources?page=${to}`)}`,
  })
}

/** For a first run: well-known outlets in one go. */
const packForm =
  (): Html => html`<form method="post" action="/sources/pack" class="add"><label for="pack">Or begin with well-known outlets</label>
<span><select id="pack" name="pack">${listPacks().map(({ name, title, outlets }) => html`<option value="${name}">${title} (${outlets.length})</option>`)}</select><button>Add all</button></span></form>`

export const takePack = (site: Site) => async (c: Context<Env>) => {
  const { pack } = await c.req.parseBody()
  const outcome = await addPack({ db: site.store.db, now: site.now }, typeof pack === 'string' ? pack : '')
  return 'failed' in outcome ? problemPage(c, 400, outcome.failed) : c.redirect('/sources', 303)
}

function outcomeBox(outcome: Subscribed | Looked): Html {
  if ('failed' in outcome)
    return html`<p class="outcome failed" id="outcome" role="alert">${outcome.failed}</p>`
  const { preview, url } = outcome
  if (!('added' in outcome)) {
    return html`<div class="outcome" id="outcome" role="status"><p><strong><bdi>${preview.title || url}</bdi></strong> <bdi class="because">${url}</bdi></p>
${previewText(preview)}
<form method="post" action="/sources/add"><input type="hidden" name="address" value="${url}"><button>Add it</button></form></div>`
  }
  const { added } = outcome
  return html`<div class="outcome" id="outcome" role="status"><p><strong>${added ? 'Added' : 'It was there already'}: <bdi>${preview.title || url}</bdi>.</strong> ${added ? 'Its articles are being read now; the first stand on the front page in a moment.' : ''}</p>
${previewText(preview)}</div>`
}

const previewText = (preview: Preview): Html =>
  html`<p class="facts">${factsOf(preview).map((fact) => html`<span>${fact}</span> `)}</p>
<ul>${preview.items.slice(0, 5).map(({ title }) => html`<li dir="auto">${title}</li>`)}</ul>`

const textWords: Record<Preview['texts'], string> = {
  full: 'gives whole texts',
  excerpt: 'gives excerpts; the articles are read from their pages',
  titles: 'gives titles; the articles are read from their pages',
}

function factsOf({ language, perDay, newest, texts }: Preview): readonly string[] {
  const pace =
    perDay === undefined
      ? []
      : [
          perDay >= 1
            ? `about ${count(Math.round(perDay), 'article')} a day`
            : `about ${count(Math.max(1, Math.round(perDay * 7)), 'article')} a week`,
        ]
  const last = newest === undefined ? Number.NaN : Date.parse(newest)
  return [
    ...(language === 'und' ? [] : [languageName(language)]),
    ...pace,
    ...(Number.isNaN(last) ? [] : [`newest from ${dayText(last)}`]),
    textWords[texts],
  ]
}

const isAsked = ({ state, kind }: ListedSource): boolean =>
  state === 'active' && kind !== 'files' && kind !== 'mail'

function sourceTable(title: string, id: string, sources: readonly ListedSource[], now: number): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ul class="sources">${sources.map(
    (source) =>
      html`<li id="source-${source.id}"><h3 dir="auto">${source.title || source.outlet}</h3><p class="address"><bdi>${source.url}</bdi></p><p class="health ${healthOf(source).mark}">${healthOf(source).words}${source.last_checked !== null && html`; checked ${agoTime(source.last_checked, now)}`}${isAsked(source) && source.last_checked !== null && html`; next check ${momentTime(source.next_check)}`}</p>${healthOf(source).mark === 'ill' && html`<p class="because">What to do: ${whatToDo(source)}</p>`}
${source.kind !== 'files' && html`<form method="post" class="acts">${source.kind !== 'mail' && html`<button formaction="/sources/${source.id}/check">Check now</button>`}${source.state === 'paused' ? html`<button formaction="/sources/${source.id}/resume">Resume</button>` : html`<button formaction="/sources/${source.id}/pause">Pause</button>`}</form>`}</li>`,
  )}</ul></section>`
}

/** How a source is doing, as a person would say it. */
export function healthOf({
  kind,
  state,
  failures,
  last_checked,
  last_answer,
}: Pick<ListedSource, 'kind' | 'state' | 'failures' | 'last_checked' | 'last_answer'>): {
  readonly mark: 'well' | 'ill' | 'idle'
  readonly words: string
} {
  const answer = last_answer ?? ''
  if (state === 'paused') return { mark: 'idle', words: 'Paused by you' }
  if (state === 'retired') return { mark: 'ill', words: `Gone for good: ${answer || 'the site says so'}` }
  if (kind === 'mail') return { mark: 'well', words: 'Its letters come to your mailbox' }
  if (kind === 'files') return { mark: 'well', words: 'Files you brought in' }
  if (last_checked === null) return { mark: 'idle', words: 'Not checked yet' }
  if (failures > 0) {
    const times = failures === 1 ? 'Failed last time' : `Failed ${failures} times in a row`
    return { mark: 'ill', words: `${times}: ${answer}` }
  }
  return { mark: 'well', words: answer || 'Well' }
}
