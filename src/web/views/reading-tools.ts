/** What can be done with an article: star it, listen, send it on, cite it, see the original. */

import { html } from 'hono/html'
import type { ArticlePage } from '../../store/article-page.ts'
import type { Html } from './layout.ts'

export function readingTools(
  article: ArticlePage,
  { starred, citation }: { starred: boolean; citation: string },
): Html {
  const original = /^https?:\/\//.test(article.url) ? article.url : undefined
  const mail = `mailto:?subject=${encodeURIComponent(article.title)}&body=${encodeURIComponent(citation)}`
  return html`<div class="tools">
<form method="post" action="/article/${article.id}/mark"><button name="mark" value="${starred ? 'unstar' : 'star'}" data-key="s"${starred ? html` class="on"` : ''}>${starred ? 'Starred' : 'Star'}</button><button name="mark" value="unread" data-key="u">Keep unread</button></form>
<span class="listen" data-listen hidden></span>
${original && html`<a href="${original}" rel="noreferrer noopener external" data-key="o">Original page</a>`}
<a href="${mail}" data-key="e">Send by e-mail</a>
<details class="cite"><summary>Cite</summary><p class="citation" dir="auto">${citation}</p><button type="button" data-copy=".citation" hidden>Copy</button></details>
</div>`
}
