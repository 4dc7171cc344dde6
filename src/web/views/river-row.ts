/** One article in the river: of one height, whatever it says, so that a list of any length can be laid out unseen. */

import { html } from 'hono/html'
import type { RiverRow } from '../../store/river.ts'
import { t } from '../messages.ts'
import { cursorText, type RiverRequest, riverHref } from '../river-request.ts'
import { articleAgo } from './dates.ts'
import type { Html } from './layout.ts'
import { listed } from './words.ts'

const LEAD = 160

export function riverRow(row: RiverRow, request: RiverRequest, now: number): Html {
  const { id, language: lang, direction } = row
  const after = request.after ? { after: cursorText(request.after) } : {}
  const classes = [
    'river-row',
    row.read && 'read',
    row.highlighted && 'highlighted',
    id === request.open && 'open',
  ]
  return html`<article class="${classes.filter(Boolean).join(' ')}" id="r${id}" data-id="${id}" data-at="${cursorText(row)}"${row.starred ? html` data-starred` : ''}${row.later ? html` data-later` : ''}${row.archived ? html` data-archived` : ''}>
<h3 lang="${lang}" dir="${direction}"><a href="${riverHref(request, { ...after, open: String(id) })}#reading">${row.title}</a></h3>
<p class="lead-line" lang="${lang}" dir="${direction}">${(row.lead ?? '').slice(0, LEAD)}</p>
<p class="facts"><span class="marks"><span class="is-starred" title="${t('Starred')}">★</span><span class="is-later" title="${t('Read later')}">◷</span></span><bdi class="outlet">${row.outlet}</bdi> <span>${articleAgo(row, now)}</span>${row.copies.length > 0 && html` <span class="also">${t('also {outlets}', { outlets: listed([...new Set(row.copies.map(({ outlet }) => outlet))], 3) })}</span>`}${row.tags.map((name) => html` <bdi class="tag">${name}</bdi>`)}</p></article>`
}
