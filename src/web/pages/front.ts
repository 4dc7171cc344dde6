/** The front page: what leads and why, what is new since the last visit, what editors chose, what is for the reader. It ends. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { tasteOf } from '../../app/taste.ts'
import type { Reason } from '../../model/story.ts'
import { rankFront, type FrontStory as Weighed } from '../../rank/front.ts'
import { isMuted, type Offer, rankForYou, type Taste } from '../../rank/taste.ts'
import { countsOnce } from '../../store/copies.ts'
import type { Db } from '../../store/engines/engine.ts'
import {
  type DatedSentence,
  datedSentences,
  type FrontStory,
  frontStories,
  hasOwnArticles,
} from '../../store/front.ts'
import { newestPicks } from '../../store/picks.ts'
import { storyPlacements } from '../../store/placements.ts'
import { type Reader, saveVisit } from '../../store/readers.ts'
import { countSources } from '../../store/sources.ts'
import { type StoryArticle, storyArticles } from '../../store/story-page.ts'
import { countShown, storiesNaming, storyHeadliners } from '../../store/taste.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { dayTime, longDayText } from '../views/dates.ts'
import { type Html, respond } from '../views/layout.ts'
import { pickRow } from '../views/pick-row.ts'
import { coverageOf, storyRow } from '../views/story-row.ts'
import { tasteForm } from '../views/taste-form.ts'

const CANDIDATES = 60
const LEADS = 12
const NEW = 20
const FOR_YOU = 8
const PICKS = 5
const LEAD_ARTICLES = 10
/** So many of the actors a reader reads about most are looked up beyond what changed last. */
const NAMED = 4
const MORE_OFFERS = 16
/** A return within this is the same visit. */
const VISIT = 30 * 60_000

type Reasoned = { readonly story: FrontStory; readonly reasons: readonly Reason[] }

export const frontPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const now = site.now()
  const reader = c.get('reader')
  const since = await visit(site, reader, now)
  const sample = !(await hasOwnArticles(db))
  const [stories, taste, picks, goodNews] = await Promise.all([
    frontStories(db, { sample, limit: CANDIDATES, visit: { reader: reader.id, since, now } }),
    tasteOf(db, reader.id, now),
    newestPicks(db, 'pick', PICKS),
    newestPicks(db, 'good-news', PICKS),
  ])
  const offers = await offersFor(db, stories, taste, { reader: reader.id, since, now })
  const ranked = await leadOrder(db, stories, { taste, offers, now })
  const leads = ranked.slice(0, LEADS)
  const leading = new Set(leads.map(({ story }) => story.id))
  const fresh = ranked
    .map(({ story }) => story)
    .filter((story) => !leading.has(story.id) && coverageOf(story).fresh > 0)
    .toSorted((a, b) => b.changed - a.changed)
    .slice(0, NEW)
  const forYou = rankForYou(
    [...offers.values()].map(({ offer }) => offer),
    taste,
    now,
  )
    .filter(({ id }) => !leading.has(id))
    .slice(0, FOR_YOU)
    .flatMap(({ id, reasons }): Reasoned[] => {
      const story = offers.get(id)?.story
      return story ? [{ story, reasons }] : []
    })
  const mine = new Set(forYou.map(({ story }) => story.id))
  const rest = ranked.slice(LEADS).filter(({ story }) => !fresh.includes(story) && !mine.has(story.id))
  const lead = leads[0]?.story
  const [headlines, sentences] = await Promise.all([
    lead ? storyArticles(db, lead.id, reader.id, { limit: LEAD_ARTICLES }) : [],
    datedSentences(db, newestIn([...leads, ...forYou].map(({ story }) => story).concat(fresh))),
    countShown(db, reader.id, [...leading, ...mine], { now, visit: VISIT }),
  ])
  const row = { now, tools: true }
  const said = (story: FrontStory) => ({ sentence: sentences.get(story.latest?.id ?? 0) })
  return respond(c, {
    kind: 'front',
    here: 'front',
    title: 'Throughline',
    sample: sample && stories.length > 0,
    body: html`<h1 class="date-line">${longDayText(now)}</h1>${tasteForm('/')}
${stories.length === 0 ? await empty(site) : ''}
${leads.length > 0 && leadSection(leads, lead ? headlines.filter(isOwn(lead)) : [], { now, sentences })}
<div class="columns">
${fresh.length > 0 && section('new', t('New since your last visit'), html`${since !== undefined && html`<p class="section-note">${rich('Since {day}.', { day: dayTime(since) })}</p>`}${fresh.map((story) => storyRow(story, { ...row, ...said(story) }))}`)}
${forYou.length > 0 && section('for-you', t('For You'), html`<p class="section-note"><a href="/taste">${t('What was learned, and how to change it')}</a></p>${forYou.map(({ story, reasons }) => storyRow(story, { ...row, ...said(story), reasons, openly: true }))}`)}
${picks.length > 0 && section('picks', t('Our picks'), html`${picks.map((pick) => pickRow(pick))}${allPicks()}`)}
${goodNews.length > 0 && section('good-news', t('Good news'), html`${goodNews.map((pick) => pickRow(pick))}${allPicks()}`)}
${
  rest.length > 0 &&
  section(
    'more',
    t('Also going on'),
    rest.map(({ story }) => storyRow(story, { now, brief: true })),
  )
}
</div>
${stories.length > 0 && html`<p class="end">${t('That is all: {n, plural, one {# story} other {# stories}} changed last.', { n: stories.length })} <a href="/river">${t('Every article is in the river.')}</a>${forYou.length === 0 && html` <a href="/taste">${t('What is For You is learned from what you read.')}</a>`}${picks.length + goodNews.length === 0 && html` <a href="/picks">${t('Choose picks and good news of your own.')}</a>`}</p>`}`,
  })
}

const newestIn = (stories: readonly FrontStory[]): readonly number[] =>
  stories.flatMap(({ latest }) => (latest ? [latest.id] : []))

type Offers = ReadonlyMap<number, { readonly story: FrontStory; readonly offer: Offer }>

/** What changed last, and what tells of those the reader reads about most. */
async function offersFor(
  db: Db,
  changed: readonly FrontStory[],
  taste: Taste,
  visit: { reader: number; since: number | undefined; now: number },
): Promise<Offers> {
  const liked = [...taste.followed, ...taste.said, ...taste.learned.filter(({ weight }) => weight > 0.3)]
    .filter(({ kind }) => kind === 'actor')
    .slice(0, NAMED)
    .map(({ target }) => Number(target))
  const known = new Set(changed.map(({ id }) => id))
  const more = await storiesNaming(db, liked, { limit: MORE_OFFERS, visit })
  const all = [...changed, ...more.filter(({ id }) => !known.has(id))]
  const actors = await storyHeadliners(
    db,
    all.map(({ id }) => id),
  )
  return new Map(
    all.map((story) => [story.id, { story, offer: offerOf(story, actors.get(story.id) ?? []) }] as const),
  )
}

function offerOf(story: FrontStory, actors: readonly number[]): Offer {
  const { articles, read } = coverageOf(story)
  const outlets = [...new Set(story.shares.map(({ outlet }) => outlet))]
  const { id, title, changed } = story
  return { id, title, lastChange: changed, unread: articles - read, read, outlets, actors }
}

async function leadOrder(
  db: Db,
  stories: readonly FrontStory[],
  { taste, offers, now }: { taste: Taste; offers: Offers; now: number },
): Promise<readonly Reasoned[]> {
  const byId = new Map(stories.map((story) => [story.id, story]))
  const followed = new Set(
    taste.followed.filter(({ kind }) => kind === 'story').map(({ target }) => Number(target)),
  )
  const placements = await storyPlacements(db, [...byId.keys()], now)
  const weighed = stories.map((story) => {
    const offer = offers.get(story.id)?.offer
    return {
      ...weigh(story, followed),
      placements: placements.get(story.id) ?? [],
      muted: offer !== undefined && isMuted(offer, taste.said),
    }
  })
  return rankFront(weighed, now).flatMap(({ id, reasons }) => {
    const story = byId.get(id)
    return story ? [{ story, reasons }] : []
  })
}

function leadSection(
  leads: readonly Reasoned[],
  headlines: readonly StoryArticle[],
  { now, sentences }: { now: number; sentences: ReadonlyMap<number, DatedSentence> },
): Html {
  return section(
    'leads',
    t('Lead stories'),
    leads.map(({ story, reasons }, index) =>
      storyRow(story, {
        now,
        reasons,
        tools: true,
        sentence: sentences.get(story.latest?.id ?? 0),
        ...(index === 0 ? { recent: headlines } : {}),
      }),
    ),
  )
}

function section(id: string, title: string, rows: unknown): Html {
  return html`<section class="${id}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${rows}</section>`
}

const allPicks = (): Html => html`<p class="section-note"><a href="/picks">${t('All picks')}</a></p>`

async function empty({ store }: Site): Promise<Html> {
  const { own, sample } = await countSources(store.db)
  if (own + sample > 0) {
    return html`<section class="empty" data-reload="3000"><h2>${t('Reading {n, plural, one {# source} other {# sources}}', { n: own + sample })}</h2>
<p>${rich('The first stories stand here in a moment. How each source is doing is said under {sources}.', { sources: html`<a href="/sources">${t('Sources')}</a>` })}</p></section>`
  }
  return html`<section class="empty"><h2>${t('Nothing to read yet')}</h2>
<p>${t('Add the address of a newspaper, a blog or a feed, and its stories appear here within a minute.')}</p>
<form method="post" action="/sources/add" class="add"><label for="address">${t('Address of a site or feed')}</label>
<span><input id="address" name="address" type="text" inputmode="url" autocapitalize="none" autocomplete="off" placeholder="example.org" required maxlength="2000"><button>${t('Add')}</button></span></form></section>`
}

function weigh(story: FrontStory, followed: ReadonlySet<number>): Weighed {
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
  !countsOnce(article.copy) && article.id !== lead.latest?.id

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
