/** What an outlet changed in an article: one version against the one before it. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { type ArticlePage, articlePage, versionsOf } from '../../store/article-page.ts'
import { type Change, changesBetween } from '../changes.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { momentTime } from '../views/dates.ts'
import { respond } from '../views/layout.ts'
import { problemPage } from '../views/problem.ts'

export const changesPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const id = numberOf(c.req.param('id'))
  const after = id === undefined ? undefined : await articlePage(db, id, numberOf(c.req.query('version')))
  if (!after) return problemPage(c, 404, t('There is no article under this address.'))
  const before = after.version > 1 ? await articlePage(db, after.id, after.version - 1) : undefined
  if (!before) return problemPage(c, 404, t('This article has one version only: nothing changed.'))
  const versions = await versionsOf(db, after.id)
  const changes = changesBetween(textsOf(before), textsOf(after))
  return respond(c, {
    kind: 'changes',
    title: t('What changed: {title}', { title: after.title }),
    sample: after.sample,
    body: html`<h1>${t('What changed')}</h1><p class="facts"><span><a href="/article/${after.id}" lang="${after.language}" dir="${after.direction}">${after.title}</a></span> <span><bdi class="outlet">${after.outlet}</bdi></span></p>
<p class="section-note">${rich('Version {a}, {before}, against version {b}, {after}.', { a: before.version, before: momentTime(before.made), b: after.version, after: momentTime(after.made) })}${versions.length > 2 && html` ${t('Others:')} ${versions.slice(1).map(({ number }) => html`<a href="/article/${after.id}/changes?version=${number}">${number}</a> `)}`}</p>
${after.about.reread && html`<p class="section-note">${after.about.reread === 'fix' ? t('The outlet changed nothing: a reader said what was wrong with the text, and the page was read again.') : t('The outlet changed nothing: its page was read again, and better.')}</p>`}
<div class="article changes" lang="${after.language}" dir="${after.direction}">${changes.map(line)}</div>`,
  })
}

function line({ kind, text }: Change) {
  if (kind === 'added') return html`<p><ins><span class="unseen">${t('Added:')} </span>${text}</ins></p>`
  if (kind === 'removed') return html`<p><del><span class="unseen">${t('Removed:')} </span>${text}</del></p>`
  return html`<p>${text}</p>`
}

const textsOf = ({ text, sentences }: ArticlePage): readonly string[] =>
  sentences.map(({ start, end }) => text.slice(start, end).trim())
