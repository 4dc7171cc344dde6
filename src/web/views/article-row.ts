/** One article in a list, with the marks that say what it repeats and, where asked, why it is here. */

import { html } from 'hono/html'
import type { Why } from '../../store/history.ts'
import type { StoryArticle } from '../../store/story-page.ts'
import { language, rich, t } from '../messages.ts'
import { articleMoment } from './dates.ts'
import { whyHere } from './grouping.ts'
import type { Html } from './layout.ts'
import { copyWord, languageName } from './words.ts'

/**
 * `origins` names originals that stand in the same list; `since` is the reader's last visit; `why` holds the reasons,
 * where the list shows them.
 */
export function articleRow(
  article: StoryArticle,
  origins: ReadonlyMap<number, { readonly outlet: string }>,
  { since, why }: { since?: number | null; why?: ReadonlyMap<number, Why> } = {},
): Html {
  const origin = article.origin === null ? undefined : origins.get(article.origin)
  const fresh = since !== undefined && since !== null && article.first_seen > since
  return html`<article class="row${article.read ? ' read' : ''}" data-row>
<h3 lang="${article.language}" dir="${article.direction}"><a href="/article/${article.id}">${article.title}</a></h3>
<p class="facts"><span><bdi class="outlet">${article.outlet}</bdi>, ${articleMoment(article)}</span>${article.language !== language() ? html` <span class="language">${languageName(article.language)}</span>` : ''}
${fresh ? html`<span class="fresh">${t('new')}</span>` : ''}
${article.copy && html`<span class="mark copy">${copyWord(article.copy)} <a href="/article/${article.origin}"><bdi>${origin?.outlet ?? t('another article')}</bdi></a></span>`}
${article.version > 1 && html`<span class="mark edited">${rich('edited, version {n}', { n: article.version })}</span>`}</p>
${why ? whyHere(article.id, why.get(article.id)) : ''}
</article>`
}
