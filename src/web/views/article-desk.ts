/** What a desk does with an article on its page: tags, a pick, more or less of its outlet. */

import { html } from 'hono/html'
import type { ArticlePage } from '../../store/article-page.ts'
import { t } from '../messages.ts'
import type { Html } from './layout.ts'
import { trainer } from './taste-form.ts'

export const articleDesk = (article: ArticlePage, tags: readonly string[]): Html => {
  const back = `/article/${article.id}`
  return html`<section class="desk" aria-labelledby="desk"><h2 id="desk">${t('Your desk')}</h2>${tagForm(article.id, tags, back)}
<p class="facts"><a href="/picks?article=${article.id}">${t('Pick it')}</a> <a href="/river?in=outlet:${article.outletId}"><bdi>${article.outlet}</bdi></a></p>${trainer({ kind: 'outlet', target: String(article.outletId) }, article.outlet, back)}</section>`
}

/** A field to add tags, first in order so that Enter adds, and those there are, to take off. */
export const tagForm = (article: number, tags: readonly string[], back: string): Html =>
  html`<form method="post" action="/article/${article}/tag" class="tagging"><input type="hidden" name="back" value="${back}"><label><span class="unseen">${t('Tags, with commas between')}</span><input name="tags" maxlength="200" placeholder="${t('Add tags')}" dir="auto" data-do="t"></label><button name="add" value="1">${t('Add')}</button>${tags.map((name) => html`<button name="remove" value="${name}" aria-label="${t('Take off the tag {name}', { name })}"><bdi>${name}</bdi> ×</button>`)}</form>`
