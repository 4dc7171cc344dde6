/** What an editor chose, with the note that says why; on the page of picks with ways to change it. */

import { html } from 'hono/html'
import type { Picked } from '../../store/picks.ts'
import { rich, t } from '../messages.ts'
import { dayTime } from './dates.ts'
import type { Html } from './layout.ts'

export function pickRow(pick: Picked, { editable = false } = {}): Html {
  const [href, title] =
    pick.story !== null
      ? [`/story/${pick.story}`, pick.storyTitle]
      : [`/article/${pick.article}`, pick.articleTitle]
  const day = dayTime(pick.made)
  return html`<article class="row" data-row id="pick-${pick.id}"><h3><a href="${href}" dir="auto">${title}</a></h3>${pick.note !== '' && html`<p class="note" dir="auto">${pick.note}</p>`}
<p class="facts">${pick.outlet && html`<span><bdi>${pick.outlet}</bdi></span>`}<span>${pick.by && pick.by !== 'reader' ? rich('chosen by {name}, {day}', { name: html`<bdi>${pick.by}</bdi>`, day }) : rich('chosen {day}', { day })}</span></p>
${editable && editor(pick, title ?? '')}</article>`
}

function editor({ id, note }: Picked, title: string): Html {
  const named = (what: string) => html` aria-label="${what}: ${title}"`
  return html`<form method="post" action="/picks/${id}" class="pick-editor"><input name="note" value="${note}" maxlength="500" dir="auto"${named(t('Note'))}><button name="act" value="note">${t('Save note')}</button>
<button name="act" value="up"${named(t('Move up'))}>↑</button><button name="act" value="down"${named(t('Move down'))}>↓</button><button name="act" value="remove"${named(t('Remove'))}>${t('Remove')}</button></form>`
}
