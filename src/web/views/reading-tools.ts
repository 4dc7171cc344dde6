/** What can be done with an article: mark it, listen, send it on, cite it, see the original, set how it is read. */

import { html } from 'hono/html'
import type { Mark } from '../../app/mark.ts'
import type { ArticlePage } from '../../store/article-page.ts'
import { t } from '../messages.ts'
import type { Html } from './layout.ts'

type Reading = {
  readonly starred: number | null
  readonly later: number | null
  readonly archived: number | null
}

export type Tools = {
  readonly reading: Reading | undefined
  readonly citation: string
  /** Mail goes out by the reader's own server; without one a link opens the browser's mail. */
  readonly mail: boolean
  /** The form that sets the text. */
  readonly look: Html
}

type Toggle = {
  readonly set: Mark
  readonly unset: Mark
  readonly key: string
  readonly on: () => string
  readonly off: () => string
}

const toggles: Readonly<Record<keyof Reading, Toggle>> = {
  starred: { set: 'star', unset: 'unstar', key: 's', on: () => t('Starred'), off: () => t('Star') },
  later: {
    set: 'later',
    unset: 'not-later',
    key: 'b',
    on: () => t('Kept for later'),
    off: () => t('Read later'),
  },
  archived: {
    set: 'archive',
    unset: 'unarchive',
    key: 'a',
    on: () => t('Archived'),
    off: () => t('Archive'),
  },
}

/** A saved copy shows a mark set offline by the words it carries for both states. */
function toggle(name: keyof Reading, on: boolean): Html {
  const { set, unset, key, ...words } = toggles[name]
  return html`<button name="mark" value="${on ? unset : set}" data-key="${key}" data-set="${set}" data-unset="${unset}" data-on="${words.on()}" data-off="${words.off()}"${on ? html` class="on"` : ''}>${on ? words.on() : words.off()}</button>`
}

export function readingTools(article: ArticlePage, { reading, citation, mail, look }: Tools): Html {
  const original = /^https?:\/\//.test(article.url) ? article.url : undefined
  const names = Object.keys(toggles) as (keyof Reading)[]
  return html`<div class="tools">
<form method="post" action="/article/${article.id}/mark">${names.map((name) => toggle(name, Boolean(reading?.[name])))}<button name="mark" value="unread" data-key="u">${t('Keep unread')}</button></form>
<span class="listen" data-listen data-start="${t('Listen')}" data-resume="${t('Listen on')}" data-pause="${t('Pause')}" data-speed="${t('Speed')}" data-voice="${t('Voice')}"><button type="button" disabled>${t('Listen')}</button></span>
${original && html`<a href="${original}" rel="noreferrer noopener external" data-key="o">${t('Original page')}</a>`}
${mail ? mailForm(article) : html`<a href="mailto:?subject=${encodeURIComponent(article.title)}&amp;body=${encodeURIComponent(citation)}" data-key="e">${t('Send by e-mail')}</a>`}
<details class="cite"><summary>${t('Cite')}</summary><p class="citation" dir="auto">${citation}</p><button type="button" data-copy=".citation" data-done="${t('Copied')}" hidden>${t('Copy')}</button></details>
${look}
</div>`
}

function mailForm({ id }: ArticlePage): Html {
  return html`<details class="send"><summary data-key="e">${t('Send by e-mail')}</summary><form method="post" action="/article/${id}/mail"><label>${t('To')} <input type="email" name="to" required maxlength="254" autocomplete="email" dir="ltr"></label><label>${t('A few words with it')} <textarea name="words" rows="2" maxlength="1000" dir="auto"></textarea></label><button>${t('Send')}</button></form></details>`
}
