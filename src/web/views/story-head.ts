/** The top of every page of a story: title, follow, last change, and the tabs, which are plain links. */

import { html } from 'hono/html'
import type { StoryHead } from '../../store/story-page.ts'
import { agoTime, dayTime } from './dates.ts'
import { followForm } from './follow-form.ts'
import type { Html } from './layout.ts'

export const tabs = [
  { key: 'timeline', path: '', name: 'Timeline' },
  { key: 'coverage', path: '/coverage', name: 'Coverage' },
  { key: 'cast', path: '/cast', name: 'Cast' },
  { key: 'statements', path: '/statements', name: 'Statements' },
  { key: 'articles', path: '/articles', name: 'Articles' },
] as const

export type Tab = (typeof tabs)[number]['key']

export function storyTop(
  story: StoryHead,
  { tab, followed, now }: { tab: Tab; followed: boolean; now: number },
): Html {
  return html`<header class="story-top">
<p class="kicker">Story, since ${dayTime(story.opened)}</p>
<h1 dir="auto">${story.title}</h1>
<div class="story-actions"><p class="facts"><span>Last change ${agoTime(story.changed, now)}</span></p>${followForm({ kind: 'story', target: String(story.id), followed, back: `/story/${story.id}` })}</div>
<nav class="tabs" aria-label="Parts of the story"><ul>${tabs.map(
    ({ key, path, name }) =>
      html`<li><a href="/story/${story.id}${path}"${key === tab ? html` aria-current="page"` : ''}>${name}</a></li>`,
  )}</ul></nav>
</header>`
}
