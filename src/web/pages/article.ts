/** The article page: the clean text in its own direction, where it comes from, and its place in the story. */

import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { html, raw } from 'hono/html'
import { markArticle } from '../../app/mark.ts'
import { placeNotes } from '../../app/notes.ts'
import { relatedTo } from '../../app/related-stories.ts'
import { renderArticle } from '../../extract/render.ts'
import type { Span } from '../../model/span.ts'
import {
  type ArticlePage,
  enclosuresOf,
  articlePage as loadArticle,
  namedIn,
  placementOf,
  readingOf,
  type Standing,
  standingOf,
  versionsOf,
} from '../../store/article-page.ts'
import { notesOn } from '../../store/notes.ts'
import { tagsOn } from '../../store/tags.ts'
import { copiesOf, tiedTo } from '../../store/tied-articles.ts'
import { rich, t } from '../messages.ts'
import { readPreferences } from '../preferences.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { actorLink } from '../views/actor-link.ts'
import { articleDesk } from '../views/article-desk.ts'
import { citationOf } from '../views/citation.ts'
import { enclosureList } from '../views/enclosures.ts'
import { type Html, respond } from '../views/layout.ts'
import { lookForm } from '../views/look.ts'
import { ownNotes } from '../views/own-notes.ts'
import { problemPage } from '../views/problem.ts'
import { byline, provenance } from '../views/provenance.ts'
import { readingTools } from '../views/reading-tools.ts'
import { reasonList } from '../views/reasons.ts'
import { relatedBox } from '../views/related.ts'
import { count } from '../views/words.ts'

const NAMED = 16
const COPIES = 30
const RELATED = 4

export const articlePage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const id = numberOf(c.req.param('id'))
  const version = numberOf(c.req.query('version'))
  const article = id === undefined ? undefined : await loadArticle(db, id, version)
  if (!article) return problemPage(c, 404, t('There is no article under this address.'))
  const reader = c.get('reader').id
  const standing = await standingOf(db, article)
  const [ties, copies, versions, named, placement, reading, related, enclosures, notes] = await Promise.all([
    tiedTo(db, article.id),
    copiesOf(db, article.id, COPIES),
    versionsOf(db, article.id),
    namedIn(db, article.id, article.version, NAMED),
    placementOf(db, article.id),
    readingOf(db, reader, article.id),
    standing
      ? relatedTo(site.store, { story: standing.story, articles: [article.id] }, { most: RELATED })
      : [],
    enclosuresOf(db, article.id),
    notesOn(db, reader, article.id).then((notes) => placeNotes(db, article, notes)),
  ])
  // A browser that fetches ahead, or to have the page offline, has not read anything.
  const ahead = /prefetch/.test(c.req.header('sec-purpose') ?? '') || c.req.header('x-keep') !== undefined
  if (!reading?.read && !ahead)
    await markArticle(db, { reader, article: article.id, mark: 'read', now: site.now() })
  const highlight = spanOf(c.req.query('e'), article.text.length)
  return respond(c, {
    kind: 'article',
    title: article.title,
    language: article.language,
    sample: article.sample,
    body: html`<div class="reader"><article class="story-text">
<header>${article.sample && html`<p class="sample-mark">${t('Fictional sample')}</p>`}
<h1 lang="${article.language}" dir="${article.direction}">${article.title}</h1>
${byline(article)}
${provenance(article, { ties, copies, versions })}
${enclosureList(enclosures, site.pictures)}
${readingTools(article, {
  reading,
  citation: citationOf(article),
  mail: site.commands.mail !== undefined,
  look: lookForm(
    readPreferences((name) => getCookie(c, name)),
    `/article/${article.id}`,
  ),
})}
${c.req.query('mail') === 'sent' && html`<p class="outcome" role="status">${t('The mail server has taken it.')}</p>`}
</header>
${article.version !== article.newest && html`<p class="old-version">${rich('This is version {version} of {newest}. {read}.', { version: article.version, newest: article.newest, read: html`<a href="/article/${article.id}">${t('Read the newest')}</a>` })}</p>`}
${raw(
  renderArticle(
    { ...article, blocks: site.pictures ? article.blocks : article.blocks.map(withoutPicture) },
    {
      ...(site.pictures ? { image: site.pictures.pathOf } : {}),
      withoutTitle: true,
      sentences: article.sentences,
      highlights: [
        ...(highlight ? [{ ...highlight, id: 'e' }] : []),
        ...notes.flatMap(({ key, span }) => (span ? [{ ...span, id: `note-${key}`, kind: 'own' }] : [])),
      ],
    },
  ),
)}
${ownNotes(article, notes)}
${fixForm(article, c.req.query('fix') === 'sent')}
</article>
<aside class="margin" aria-label="${t('Beside the article')}">
${standing && standingBox(standing)}
${articleDesk(article, await tagsOn(db, reader, article.id))}
${placement && placement.reasons.length > 0 && html`<details class="why"><summary>${t('Why it is in this story')}</summary>${reasonList(placement.reasons)}</details>`}
${named.length > 0 && html`<section aria-labelledby="named"><h2 id="named">${t('Named here')}</h2><ul class="cast">${named.map((one) => html`<li>${actorLink(one, named)} <span class="n" title="${count(one.mentions, 'mention')}">${one.mentions}</span></li>`)}</ul></section>`}
${relatedBox(related)}
</aside></div>
${standing && neighbours(standing)}`,
  })
}

/** For articles that were read from a page: their text may be taken wrongly from it. */
function fixForm({ id, url, newest, version }: ArticlePage, sent: boolean): Html {
  if (sent)
    return html`<p class="fix" role="status">${rich('The page is being read again with what you said of it. {see} in a moment.', { see: html`<a href="/article/${id}">${t('See the article')}</a>` })}</p>`
  if (!/^https?:/.test(url) || version !== newest) return html``
  return html`<details class="fix"><summary>${t('Is the text wrong?')}</summary>
<form method="post" action="/article/${id}/fix"><label>${t('A passage from the original page that is missing here, or one from here that is not of the article')} <textarea name="text" rows="3" required minlength="8" maxlength="2000" dir="auto"></textarea></label>
<button name="verdict" value="keep">${t('This is missing')}</button> <button name="verdict" value="drop">${t('This is not the article')}</button></form></details>`
}

/** Pictures come from other sites; where the reader is not to fetch them the caption stands alone. */
const withoutPicture = (block: ArticlePage['blocks'][number]) => {
  const { image: _, ...rest } = block
  return rest
}

function standingBox({ story, storyTitle, episode, episodes }: Standing): Html {
  return html`<p class="standing">${rich('Episode {episode} of {episodes} in {story}', { episode, episodes, story: html`<a href="/story/${story}" dir="auto">${storyTitle}</a>` })}</p>`
}

function neighbours({ earlier, later }: Standing): Html {
  const link = (one: Standing['earlier'], rel: 'prev' | 'next', word: string) =>
    one
      ? html`<a rel="${rel}" href="/article/${one.id}"><span class="word">${word}</span> <span class="to" dir="auto">${one.title}</span> <bdi class="outlet">${one.outlet}</bdi></a>`
      : html`<span></span>`
  return html`<nav class="neighbours" aria-label="${t('In this story')}">${link(earlier, 'prev', t('Earlier'))}${link(later, 'next', t('Later'))}</nav>`
}

/** `120-180` from a link, held to the text; undefined where it is anything else. */
export function spanOf(text: string | undefined, length: number): Span | undefined {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '')
  if (!found) return undefined
  const start = Number(found[1])
  const end = Math.min(Number(found[2]), length)
  return start < end ? { start, end } : undefined
}
