/** One article in a list, with the marks that say what it repeats. */

import { html } from 'hono/html'
import type { StoryArticle } from '../../store/story-page.ts'
import { articleMoment } from './dates.ts'
import type { Html } from './layout.ts'
import { copyWord, languageName } from './words.ts'

/** `titles` names origins that stand in the same list. */
export function articleRow(
  article: StoryArticle,
  origins: ReadonlyMap<number, { readonly outlet: string }>,
): Html {
  const origin = article.origin === null ? undefined : origins.get(article.origin)
  return html`<article class="row${article.read ? ' read' : ''}" data-row>
<h3 lang="${article.language}" dir="${article.direction}"><a href="/article/${article.id}">${article.title}</a></h3>
<p class="facts"><span><bdi class="outlet">${article.outlet}</bdi>, ${articleMoment(article)}</span>${article.language !== 'en' ? html` <span class="language">${languageName(article.language)}</span>` : ''}
${article.copy && html`<span class="mark copy">${copyWord(article.copy)} <a href="/article/${article.origin}"><bdi>${origin?.outlet ?? 'another article'}</bdi></a></span>`}
${article.version > 1 && html`<span class="mark edited">edited, version ${article.version}</span>`}</p>
</article>`
}
