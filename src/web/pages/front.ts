/** The front page: what leads and why, what is new since the last visit, what editors chose. It ends. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Reason } from '../../model/story.ts'
import { rankFront, type FrontStory as Weighed } from '../../rank/front.ts'
import { type FrontStory, frontStories, hasOwnArticles } from '../../store/front.ts'
import { newestPicks, type Picked } from '../../store/picks.ts'
import { storyPlacements } from '../../store/placements.ts'
import { followsOf, type Reader, saveVisit } from '../../store/readers.ts'
import { countSources } from '../../store/sources.ts'
import { type StoryArticle, storyArticles } from '../../store/story-page.ts'
import type { Env, Site } from '../site.ts'
import { dayTime, longDayText } from '../views/dates.ts'
import { type Html, respond } from '../views/layout.ts'
import { coverageOf, storyRow } from '../views/story-row.ts'
import { count } from '../views/words.ts'

const CANDIDATES = 60
const LEADS = 12
const NEW = 20
const LEAD_ARTICLES = 10
/** A return within this is the same visit. */
const VISIT = 30 * 60_000

export const frontPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const now = site.now()
  const reader = c.get('reader')
  const since = await visit(site, reader, now)
  const sample = !(await hasOwnArticles(db))
  const [stories, follows, picks, goodNews] = await Promise.all([
    frontStories(db, { sample, limit: CANDIDATES, visit: { reader: reader.id, since, now } }),
    followsOf(db, reader.id),
    newestPicks(db, 'pick', 5),
    newestPicks(db, 'good-news', 5),
  ])
  const followed = new Set(follows.filter(({ kind }) => kind === 'story').map(({ target }) => Number(target)))
  const byId = new Map(stories.map((story) => [story.id, story]))
  const placements = await storyPlacements(db, [...byId.keys()], now)
  const ranked = rankFront(
    stories.map((story) => ({ ...weighed(story, followed), placements: placements.get(story.id) ?? [] })),
    now,
  ).flatMap(({ id, reasons }) => {
    const story = byId.get(id)
    return story ? [{ story, reasons }] : []
  })
  const leads = ranked.slice(0, LEADS)
  const lead = leads[0]?.story
  const headlines = lead
    ? (await storyArticles(db, lead.id, reader.id, { limit: LEAD_ARTICLES })).filter(isOwn(lead))
    : []
  const leading = new Set(leads.map(({ story }) => story.id))
  const fresh = stories.filter((story) => !leading.has(story.id) && coverageOf(story).fresh > 0).slice(0, NEW)
  const rest = ranked.slice(LEADS).filter(({ story }) => !fresh.includes(story))
  const title = longDayText(now)
  return respond(c, {
    kind: 'front',
    here: 'front',
    title: 'Throughline',
    sample: sample && stories.length > 0,
    body: html`<h1 class="date-line">${title}</h1>
${stories.length === 0 ? await empty(site) : ''}
${leads.length > 0 && leadSection(leads, headlines, now)}
<div class="columns">
${fresh.length > 0 && section('new', 'New since your last visit', html`<p class="section-note">${since === undefined ? '' : html`Since ${dayTime(since)}.`}</p>${fresh.map((story) => storyRow(story, { now }))}`)}
${picks.length > 0 && section('picks', 'Our picks', picks.map(pickRow))}
${goodNews.length > 0 && section('good-news', 'Good news', goodNews.map(pickRow))}
${
  rest.length > 0 &&
  section(
    'more',
    'Also going on',
    rest.map(({ story }) => storyRow(story, { now, brief: true })),
  )
}
</div>
${stories.length > 0 && html`<p class="end">That is all: ${count(stories.length, 'story', 'stories')} changed last.</p>`}`,
  })
}

function leadSection(
  leads: readonly { story: FrontStory; reasons: readonly Reason[] }[],
  headlines: readonly StoryArticle[],
  now: number,
): Html {
  return section(
    'leads',
    'Lead stories',
    leads.map(({ story, reasons }, index) =>
      storyRow(story, { now, reasons, ...(index === 0 ? { recent: headlines } : {}) }),
    ),
  )
}

function section(id: string, title: string, rows: unknown): Html {
  return html`<section class="${id}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${rows}</section>`
}

function pickRow(pick: Picked): Html {
  const [href, title] =
    pick.story !== null
      ? [`/story/${pick.story}`, pick.storyTitle]
      : [`/article/${pick.article}`, pick.articleTitle]
  return html`<article class="row" data-row><h3><a href="${href}" dir="auto">${title}</a></h3><p class="note">${pick.note}</p>
<p class="facts"><span>${pick.outlet && html`<bdi>${pick.outlet}</bdi>, `}chosen ${dayTime(pick.made)}</span></p></article>`
}

async function empty({ store }: Site): Promise<Html> {
  const { own, sample } = await countSources(store.db)
  if (own + sample > 0) {
    return html`<section class="empty" data-reload="3000"><h2>Reading ${count(own + sample, 'source')}</h2>
<p>The first stories stand here in a moment. How each source is doing is said under <a href="/sources">Sources</a>.</p></section>`
  }
  return html`<section class="empty"><h2>Nothing to read yet</h2>
<p>Add the address of a newspaper, a blog or a feed, and its stories appear here within a minute.</p>
<form method="post" action="/sources/add" class="add"><label for="address">Address of a site or feed</label>
<span><input id="address" name="address" type="text" inputmode="url" autocapitalize="none" autocomplete="off" placeholder="example.org" required maxlength="2000"><button>Add</button></span></form></section>`
}

function weighed(story: FrontStory, followed: ReadonlySet<number>): Weighed {
  const { articles, copies, own, read, recent, before } = coverageOf(story)
  return {
    id: story.id,
    articles: articles - copies,
    outlets: Math.max(1, own),
    episodes: story.episodes,
    firstSeen: story.opened,
    lastChange: story.changed,
    recent,
    usual: before / 24,
    followed: followed.has(story.id),
    unread: articles - read,
  }
}

/** What the lead story shows below itself: reports of its own, the newest stands there already. */
const isOwn = (lead: FrontStory) => (article: StoryArticle) =>
  article.copy === null && article.id !== lead.latest?.id

/** Moves the reader's visit on, and gives when the one before this was. */
async function visit(site: Site, reader: Reader, now: number): Promise<number | undefined> {
  const { last_visit, previous_visit } = reader
  if (last_visit !== null && now - last_visit < VISIT) {
    if (now - last_visit > 60_000)
      await saveVisit(site.store.db, reader.id, { last: now, previous: previous_visit })
    return previous_visit ?? undefined
  }
  await saveVisit(site.store.db, reader.id, { last: now, previous: last_visit })
  return last_visit ?? undefined
}
