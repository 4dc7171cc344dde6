/** The top of every page of a story: title, follow, last change, and the tabs, which are plain links. */

import { html } from 'hono/html'
import type { StoryCounts, StoryHead } from '../../store/story-page.ts'
import { rich, t } from '../messages.ts'
import { agoTime, dayTime } from './dates.ts'
import { followForm } from './follow-form.ts'
import type { Html } from './layout.ts'
import { trainer } from './taste-form.ts'

const tabs = [
  { key: 'timeline', path: '', name: () => t('Timeline') },
  { key: 'coverage', path: '/coverage', name: () => t('Coverage') },
  { key: 'cast', path: '/cast', name: () => t('Cast') },
  { key: 'statements', path: '/statements', name: () => t('Statements') },
  { key: 'articles', path: '/articles', name: () => t('Articles') },
] as const

export type Tab = (typeof tabs)[number]['key']

export function storyTop(
  story: StoryHead,
  {
    tab,
    followed,
    now,
    counts,
    feed,
  }: { tab: Tab; followed: boolean; now: number; counts: StoryCounts; feed: string },
): Html {
  const numbers: Partial<Record<Tab, number>> = { statements: counts.statements, articles: counts.articles }
  const base = `/story/${story.id}`
  return html`<header class="story-top">
<p class="kicker">${rich('Story, since {day}', { day: dayTime(story.opened) })}</p>
<h1 dir="auto">${story.title}</h1>
<div class="story-actions"><p class="facts"><span>${rich('Last change {when}', { when: agoTime(story.changed, now) })}</span>${counts.fresh > 0 ? html` <a class="fresh" href="${base}/articles?new=1">${t('{n, number} new since your last visit', { n: counts.fresh })}</a>` : ''}</p>${followForm({ kind: 'story', target: String(story.id), followed, back: base })}${trainer({ kind: 'story', target: String(story.id) }, story.title, base)}<p class="facts"><a href="${base}/edit">${t('Correct')}</a> <a href="${base}/history">${t('History')}</a> <a href="${feed}">${t('Feed')}</a> <a href="/picks?story=${story.id}">${t('Pick it')}</a></p></div>
<nav class="tabs" aria-label="${t('Parts of the story')}"><ul>${tabs.map(
    ({ key, path, name }) =>
      html`<li><a href="${base}${path}"${key === tab ? html` aria-current="page"` : ''}>${name()}${numbers[key] === undefined ? '' : html` <span class="n">${t('{n, number}', { n: numbers[key] })}</span>`}</a></li>`,
  )}</ul></nav>
</header>`
}
