/** One dense row a story: headline, who covers it, since when, the newest report, its course over time, and why it is here. */

import { html } from 'hono/html'
import type { Reason } from '../../model/story.ts'
import type { FrontStory } from '../../store/front.ts'
import type { StoryArticle } from '../../store/story-page.ts'
import { articleAgo, dayTime } from './dates.ts'
import type { Html } from './layout.ts'
import { sparkline } from './sparkline.ts'
import { count, languageName, listed } from './words.ts'

export type RowOptions = {
  readonly now: number
  readonly reasons?: readonly Reason[]
  /** The lead story: set large, with further reports below it. */
  readonly recent?: readonly StoryArticle[]
  /** One of many: headline and facts alone. */
  readonly brief?: boolean
  readonly note?: string
}

export function storyRow(
  story: FrontStory,
  { now, reasons = [], recent, brief = false, note }: RowOptions,
): Html {
  const { articles, copies, fresh, outlets, languages } = coverageOf(story)
  const { latest } = story
  const lead = recent !== undefined
  const same = latest?.title === story.title
  return html`<article class="row${lead ? ' lead' : ''}" data-row>
<h3><a href="/story/${story.id}" dir="auto">${story.title}</a>${story.sample && html` <span class="sample-mark">Fictional</span>`}</h3>
${latest && !brief && html`<p class="latest" lang="${latest.language}" dir="${latest.direction}">${!same ? html`<a href="/article/${latest.id}">${latest.title}</a> ` : ''}${latest.lead ? html`<span class="lead-text">${shortened(latest.lead, lead ? 240 : 150)}</span>` : ''}</p>`}
<p class="facts">${latest && html`<span class="changed"><bdi>${latest.outlet}</bdi>, ${articleAgo(latest, now)}</span>`}
<span class="coverage">${story.longer ? 'lately ' : ''}${count(articles, 'article')}${copies > 0 ? ` (${count(copies, 'copy', 'copies')})` : ''} from ${count(outlets.length, 'outlet')}${languages.length > 1 ? ` in ${listed(languages.map(languageName))}` : ''}</span>
<span class="since">since ${dayTime(story.opened)}</span>
${fresh > 0 && html`<span class="fresh">${fresh} new</span>`}
${story.weeks.length > 1 && sparkline(story.weeks)}</p>
${lead && recent.length > 0 && html`<ul class="recent">${recent.slice(0, 5).map((one) => html`<li lang="${one.language}" dir="${one.direction}"><a href="/article/${one.id}">${one.title}</a> <span class="because"><bdi>${one.outlet}</bdi>, ${articleAgo(one, now)}</span></li>`)}</ul>`}
${note && html`<p class="note">${note}</p>`}
${reasons.length > 0 && html`<details class="why"><summary>Why it is here</summary><ul>${reasons.map(({ what }) => html`<li>${what}</li>`)}</ul></details>`}
</article>`
}

export function coverageOf({ shares }: FrontStory) {
  const sum = (of: (share: FrontStory['shares'][number]) => number) =>
    shares.reduce((total, share) => total + Number(of(share)), 0)
  return {
    articles: sum((share) => share.articles),
    copies: sum((share) => share.copies),
    fresh: sum((share) => share.fresh),
    read: sum((share) => share.read),
    recent: sum((share) => share.recent),
    before: sum((share) => share.before),
    outlets: [...new Set(shares.map((share) => share.name))],
    own: new Set(shares.filter((share) => share.articles > share.copies).map((share) => share.outlet)).size,
    languages: [...new Set(shares.map((share) => share.language))],
  }
}

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/u, '')} …`
