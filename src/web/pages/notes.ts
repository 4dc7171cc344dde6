/** Notes: every passage a reader marked, where it stands; as a page, and as Markdown to take away. */

import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { dropNote, LONGEST_NOTE, type NoteDraft, type Place, takeNote } from '../../app/notes.ts'
import { type NoteInList, notesOf } from '../../store/notes.ts'
import { t } from '../messages.ts'
import { ownPath } from '../session.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { articleDay, dayText, dayTime } from '../views/dates.ts'
import { type Html, respond } from '../views/layout.ts'
import { removeForm } from '../views/own-notes.ts'
import { problemPage } from '../views/problem.ts'

const PAGE = 50
const EVERY = 100_000

export const notesPage = (site: Site) => async (c: Context<Env>) => {
  const before = numberOf(c.req.query('before'))
  const found = await notesOf(site.store.db, c.get('reader').id, { limit: PAGE + 1, before })
  const notes = found.slice(0, PAGE)
  const last = notes.at(-1)
  return respond(c, {
    kind: 'notes',
    here: 'notes',
    title: t('Notes'),
    body: html`<h1>${t('Notes')}</h1>
${
  notes.length === 0
    ? html`<p class="empty">${t('Nothing yet. Select a passage in an article and mark it, or write a note under the article; it will stand here.')}</p>`
    : html`<p class="section-note"><a href="/notes.md" download="notes.md">${t('All notes as Markdown')}</a></p><ol class="notes">${notes.map(row)}</ol>
${found.length > PAGE && last ? html`<p class="pager"><a rel="next" href="/notes?before=${last.made}">${t('Older')}</a></p>` : ''}`
}`,
  })
}

const row = (note: NoteInList): Html =>
  html`<li class="row" data-row><h2><a href="/article/${note.article}#note-${note.key}" lang="${note.language}" dir="${note.direction}">${note.title}</a></h2>
${note.quote && html`<blockquote class="passage" lang="${note.language}" dir="${note.direction}">${note.quote}</blockquote>`}
${note.body && html`<p class="own" dir="auto">${note.body}</p>`}
<div class="facts"><span><bdi class="outlet">${note.outlet}</bdi>, ${articleDay(note)}</span> <span>${t('Marked')} ${dayTime(note.made)}</span> ${removeForm(note.key, '/notes')}</div></li>`

/** Quotations as block quotes, notes as paragraphs, one heading an article. */
export const notesText = (site: Site) => async (c: Context<Env>) => {
  const notes = await notesOf(site.store.db, c.get('reader').id, { limit: EVERY })
  const byArticle = Map.groupBy(notes, ({ article }) => article)
  const parts = [...byArticle.values()].map((all) => {
    const { title, outlet, url, published, dated } = all[0]!
    const facts = [
      outlet,
      ...(dated ? [dayText(published)] : []),
      ...(/^https?:/.test(url) ? [`<${url}>`] : []),
    ]
    const passages = all.toReversed().map(({ quote, body }) => {
      const quoted = quote === '' ? '' : quote.replace(/^/gm, '> ')
      return [quoted, body].filter(Boolean).join('\n\n')
    })
    return [`## ${title.replace(/\s+/g, ' ')}`, facts.join(', '), ...passages].join('\n\n')
  })
  return c.text([`# ${t('Notes')}`, ...parts].join('\n\n').concat('\n'), 200, {
    'Content-Type': 'text/markdown; charset=utf-8',
    'Content-Disposition': 'attachment; filename="notes.md"',
  })
}

export const takeNoteForm = (site: Site) => async (c: Context<Env>) => {
  const article = numberOf(c.req.param('id'))
  if (article === undefined) return problemPage(c, 404, t('There is no article under this address.'))
  const draft = draftOf(article, await c.req.parseBody())
  const refused = await takeNote(site.store.db, draft, { reader: c.get('reader').id, now: site.now() })
  switch (refused?.failed) {
    case undefined:
      return c.redirect(`/article/${article}#note-${draft.key}`, 303)
    case 'gone':
      return problemPage(c, 404, t('There is no article under this address.'))
    case 'not-found':
      return problemPage(
        c,
        400,
        t('This passage does not stand in the article. Copy it as it is there, or leave it out.'),
      )
    default:
      return problemPage(c, 400, t('A note needs a passage or words of your own.'))
  }
}

export const takeNoteRemoval = (site: Site) => async (c: Context<Env>) => {
  const { back } = await c.req.parseBody()
  const done = await dropNote(site.store.db, c.get('reader').id, c.req.param('key') ?? '', site.now())
  if (!done) return problemPage(c, 404, t('There is no such note.'))
  return c.redirect(ownPath(back ?? '/notes'), 303)
}

/** `from` and `to` are `SENTENCE:OFFSET`; without a key of the browser's own one is made. */
export function draftOf(article: number, form: Readonly<Record<string, unknown>>): NoteDraft {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : undefined)
  return {
    key: text('key') || randomUUID(),
    article,
    version: numberOf(text('version')),
    from: placeOf(text('from')),
    to: placeOf(text('to')),
    quote: text('quote'),
    body: (text('body') ?? '').slice(0, LONGEST_NOTE),
  }
}

function placeOf(text: string | undefined): Place | undefined {
  const [, sentence, offset] = /^(\d{1,7}):(\d{1,7})$/.exec(text ?? '') ?? []
  return sentence === undefined ? undefined : { sentence: Number(sentence), offset: Number(offset) }
}
