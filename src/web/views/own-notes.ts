/** A reader's notes under an article, and the form that makes one: by selection with a script, by pasting without. */

import { html } from 'hono/html'
import { LONGEST_NOTE, LONGEST_QUOTE, type PlacedNote } from '../../app/notes.ts'
import type { ArticlePage } from '../../store/article-page.ts'
import { rich, t } from '../messages.ts'
import { dayTime } from './dates.ts'
import type { Html } from './layout.ts'

export function ownNotes(article: ArticlePage, notes: readonly PlacedNote[]): Html {
  const { id, version } = article
  return html`<section class="own-notes" aria-labelledby="own-notes"><h2 id="own-notes">${t('Your notes')}</h2>
<ul data-own-notes>${notes.map((note) => item(article, note))}</ul>
<details class="add-note"><summary data-key="m">${t('Add a note')}</summary>
<form method="post" action="/article/${id}/notes"><input type="hidden" name="version" value="${version}">
<label>${t('The passage it is about, copied from the text; or nothing, for the whole article')} <textarea name="quote" rows="2" maxlength="${LONGEST_QUOTE}" lang="${article.language}" dir="${article.direction}"></textarea></label>
<label>${t('Your note')} <textarea name="body" rows="3" maxlength="${LONGEST_NOTE}" dir="auto"></textarea></label>
<button>${t('Keep the note')}</button></form></details>
<form class="mark-passage" method="post" action="/article/${id}/notes" data-mark-passage hidden><input type="hidden" name="version" value="${version}"><input type="hidden" name="from"><input type="hidden" name="to"><input type="hidden" name="body" value=""><button>${t('Mark')}</button><button type="button" data-with-note>${t('Mark with a note')}</button></form>
</section>`
}

function item({ language, direction, version, id }: ArticlePage, note: PlacedNote): Html {
  const { key, quote, body, made, span } = note
  const lost = quote !== '' && span === undefined
  return html`<li${span ? '' : html` id="note-${key}"`}>${quote && html`<blockquote class="passage" lang="${language}" dir="${direction}">${span ? html`<a href="#note-${key}">${quote}</a>` : quote}</blockquote>`}
${lost && html`<p class="because">${rich('These words are not in version {shown}; they stand in {version}.', { shown: version, version: html`<a href="/article/${id}?version=${note.version}#note-${key}">${t('version {n}', { n: note.version })}</a>` })}</p>`}
${body && html`<p class="own" dir="auto">${body}</p>`}
<p class="facts">${dayTime(made)}</p>${removeForm(key, `/article/${id}`)}
<details class="add-note"><summary>${body ? t('Change the note') : t('Write a note to it')}</summary><form method="post" action="/article/${id}/notes"><input type="hidden" name="key" value="${key}"><label>${t('Your note')} <textarea name="body" rows="3" required maxlength="${LONGEST_NOTE}" dir="auto">${body}</textarea></label><button>${t('Keep the note')}</button></form></details></li>`
}

export const removeForm = (key: string, back: string): Html =>
  html`<form method="post" action="/notes/${key}/remove"><input type="hidden" name="back" value="${back}"><button>${t('Remove')}</button></form>`
