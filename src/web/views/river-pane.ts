/** The reading pane of the river: the article, and what can be done with it without leaving the list. */

import { html, raw } from 'hono/html'
import type { Mark } from '../../app/mark.ts'
import { renderArticle } from '../../extract/render.ts'
import type { ArticlePage, Standing } from '../../store/article-page.ts'
import type { copiesOf, copyOf } from '../../store/tied-articles.ts'
import { rich, t } from '../messages.ts'
import type { Pictures } from '../pictures.ts'
import { placeText, type RiverRequest, riverHref } from '../river-request.ts'
import { tagForm } from './article-desk.ts'
import type { Html } from './layout.ts'
import { byline } from './provenance.ts'
import { copyWord } from './words.ts'

export type Pane = {
  readonly article: ArticlePage
  readonly reading:
    | { readonly starred: number | null; readonly later: number | null; readonly archived: number | null }
    | undefined
  readonly tags: readonly string[]
  readonly copy: Awaited<ReturnType<typeof copyOf>>
  readonly copies: Awaited<ReturnType<typeof copiesOf>>
  readonly standing: Standing | undefined
}

export function riverPane(
  { article, reading, tags, copy, copies, standing }: Pane,
  request: RiverRequest,
  pictures: Pictures | undefined,
): Html {
  const { id, outletId, url, language: lang, direction } = article
  const back = `${riverHref(request, { open: String(id) })}#reading`
  const marks: readonly (readonly [Mark, string, boolean, string])[] = [
    reading?.starred ? ['unstar', t('Starred'), true, 's'] : ['star', t('Star'), false, 's'],
    reading?.later ? ['not-later', t('Kept for later'), true, 'l'] : ['later', t('Read later'), false, 'l'],
    reading?.archived ? ['unarchive', t('Archived'), true, 'e'] : ['archive', t('Archive'), false, 'e'],
    ['unread', t('Keep unread'), false, 'm'],
  ]
  const original = /^https?:\/\//.test(url) ? url : undefined
  return html`<article class="pane" data-open="${id}">
<p class="to-list"><a href="${riverHref(request)}" data-close>${t('Back to the list')}</a></p>
<h2 lang="${lang}" dir="${direction}"><a href="/article/${id}">${article.title}</a></h2>
${byline(article)}
<form method="post" action="/river/mark" class="acts">${hidden(request, back)}<input type="hidden" name="article" value="${id}">${marks.map(([mark, name, on, key]) => html`<button name="mark" value="${mark}" data-do="${key}"${on ? html` class="on"` : ''}>${name}</button>`)}
${original && html`<a href="${original}" rel="noreferrer noopener external" target="_blank" data-do="v">${t('Original page')}</a>`}
<details class="more"><summary>${t('More')}</summary><p><button name="many" value="above">${t('Mark all above read')}</button> <button name="many" value="below">${t('Mark all below read')}</button></p>
<p><a href="/picks?article=${id}">${t('Pick it')}</a> <a href="/rules?field=outlet&amp;words=${encodeURIComponent(article.outlet)}">${t('Make a rule')}</a></p></details></form>
<form method="post" action="/taste" class="train"><input type="hidden" name="back" value="${back}">${standing && html`<span>${t('This story')} <button name="more" value="story:${standing.story}" aria-label="${t('More of {name}', { name: standing.storyTitle })}">+</button><button name="less" value="story:${standing.story}" aria-label="${t('Less of {name}', { name: standing.storyTitle })}">−</button></span> `}<span>${t('This outlet')} <button name="more" value="outlet:${outletId}" aria-label="${t('More of {name}', { name: article.outlet })}">+</button><button name="less" value="outlet:${outletId}" aria-label="${t('Less of {name}', { name: article.outlet })}">−</button></span></form>
${tagForm(id, tags, back)}
${standing && html`<p class="standing">${rich('Episode {n} of {all} in {story}', { n: standing.episode, all: standing.episodes, story: html`<a href="/story/${standing.story}" dir="auto">${standing.storyTitle}</a>` })}</p>`}
${copy && html`<p class="standing">${copyWord(copy.kind)} <a href="/article/${copy.origin}"><bdi>${copy.outlet}</bdi></a></p>`}
${copies.length > 0 && html`<details class="copies"><summary>${t('{n, plural, one {# copy} other {# copies}} folded here', { n: copies.length })}</summary><ul>${copies.map((one) => html`<li><a href="/article/${one.id}" dir="auto">${one.title}</a> <bdi class="because">${one.outlet}</bdi></li>`)}</ul></details>`}
${raw(renderArticle({ ...article, blocks: pictures ? article.blocks : article.blocks.map(withoutPicture) }, { ...(pictures ? { image: pictures.pathOf } : {}), withoutTitle: true }))}
</article>`
}

/** What a form of the river carries so that its answer knows the list. */
export const hidden = ({ place, order, unread }: RiverRequest, back: string): Html =>
  html`<input type="hidden" name="in" value="${placeText(place)}"><input type="hidden" name="sort" value="${order}"><input type="hidden" name="unread" value="${unread ? '1' : ''}"><input type="hidden" name="back" value="${back}">`

const withoutPicture = (block: ArticlePage['blocks'][number]) => {
  const { image: _, ...rest } = block
  return rest
}
