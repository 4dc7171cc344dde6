/** Every part of the design language on one page, as pages use it. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Witness } from '../../store/evidence.ts'
import type { FrontStory } from '../../store/front.ts'
import type { ToldEncounter } from '../../store/story-page.ts'
import { joinTellings } from '../encounters.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { encounterEntry } from '../views/encounter.ts'
import { type Html, respond } from '../views/layout.ts'
import { storyRow } from '../views/story-row.ts'

const day = 86_400_000

const text = 'The minister is expected on Monday. لم يصل الوزير يوم الاثنين.'
const witness = (article: number, direction: 'ltr' | 'rtl'): Witness => ({
  article,
  title: 'An example',
  outlet: direction === 'rtl' ? 'صحيفة المثال' : 'The Example',
  outletId: article,
  published: Date.UTC(2026, 2, 18),
  dated: 1,
  language: direction === 'rtl' ? 'ar' : 'en',
  direction,
  text,
  copy: false,
})

const told = (
  id: number,
  status: ToldEncounter['status'],
  span: { start: number; end: number },
): ToldEncounter => ({
  id,
  article: id,
  outlet: id,
  published: Date.UTC(2026, 2, 18),
  day: '2026-03-16',
  status,
  record: {
    kind: 'visit',
    status,
    trigger: span,
    travellers: [{ span, text: 'the minister' }],
    participants: [],
    topics: [],
    date: '2026-03-16',
    evidence: [span],
  },
})

const story = (now: number): FrontStory => ({
  id: 1,
  title: 'A story’s headline, as its coverage tells it',
  opened: now - 400 * day,
  changed: now,
  sample: false,
  episodes: 3,
  longer: false,
  latest: undefined,
  shares: [
    {
      outlet: 1,
      name: 'The Example',
      language: 'en',
      articles: 12,
      copies: 2,
      fresh: 3,
      read: 1,
      recent: 1,
      before: 2,
      first: now,
      last: now,
    },
    {
      outlet: 2,
      name: 'صحيفة المثال',
      language: 'ar',
      articles: 4,
      copies: 0,
      fresh: 0,
      read: 0,
      recent: 0,
      before: 0,
      first: now,
      last: now,
    },
  ],
  weeks: [2, 5, 1, 0, 3, 8, 4, 1].map((articles, week) => ({ week, articles })),
})

export const designPage = (site: Site) => (c: Context<Env>) => {
  const now = site.now()
  const english = { start: 0, end: 35 }
  const arabic = { start: 36, end: text.length }
  const seen = new Map([
    [1, witness(1, 'ltr')],
    [2, witness(2, 'rtl')],
    [3, witness(3, 'ltr')],
  ])
  const encounters = joinTellings([
    told(1, 'expected', english),
    told(2, 'denied', arabic),
    told(3, 'occurred', english),
  ])
  return respond(c, {
    kind: 'design',
    title: t('Design language'),
    body: html`<h1>${t('Design language')}</h1>
${part('type', t('Type'), html`<p class="article">${t('Reading: the quick brown fox jumps over 1,234 lazy dogs.')} <em>${t('In italics, too.')}</em></p><p class="article" lang="ar" dir="rtl">القراءة: الثعلب البني السريع يقفز فوق الكلب الكسول.</p><p class="article" lang="he" dir="rtl">קריאה: השועל החום המהיר קופץ מעל הכלב העצלן.</p><p class="article" lang="ru">Чтение: быстрая бурая лиса прыгает через ленивую собаку.</p><p>${t('Interface: navigation, facts, forms.')}</p><p class="facts"><span>${t('Facts: 18 Mar 2026')}</span><span>${t('12 articles from 3 outlets')}</span></p>`)}
${part('colours', t('Colours'), html`<ul class="swatches">${colours.map((name) => html`<li><span class="swatch ${name}"></span> <code>--${name}</code></li>`)}</ul>`)}
${part('row', t('Row of a story'), storyRow(story(now), { now, reasons: [{ what: t('5 outlets'), weight: 1 }] }))}
${part('encounters', t('Encounters and their status'), html`<h3 class="unseen">${t('Examples')}</h3><ol class="timeline">${encounters.map((one) => encounterEntry(one, { witnesses: seen, names: new Map() }))}</ol>`)}
${part('evidence', t('Evidence, inferred, fictional, your own'), html`<p>${rich('A sentence with {evidence}. A value that is {inferred}. {fictional}. {own}.', { evidence: html`<mark>${t('its evidence marked')}</mark>`, inferred: html`<span class="inferred">${t('inferred')}</span>`, fictional: html`<span class="sample-mark">${t('Fictional sample')}</span>`, own: html`<mark class="own">${t('A passage you marked')}</mark>` })}</p><blockquote class="passage">${t('A passage you marked')}</blockquote><p class="own">${t('and your note to it')}</p>`)}
${part('forms', t('Forms and outcomes'), html`<form class="add" action="/design"><label for="example">${t('A field')}</label><span><input id="example" name="q" placeholder="example.org"><button>${t('Act')}</button> <button class="on">${t('In force')}</button></span></form><p class="outcome">${t('It is done.')}</p><p class="outcome failed">${t('It was not done, and this is why.')}</p><p class="empty">${t('Nothing here yet; this says what will be.')}</p>`)}
${part('opened', t('What opens'), html`<details class="why"><summary>${t('Why it is here')}</summary><ul><li>${t('a reason')}</li></ul></details><p>${rich('Press {key} for keys.', { key: html`<kbd>?</kbd>` })}</p>`)}`,
  })
}

const colours = [
  'paper',
  'raised',
  'ink',
  'quiet',
  'line',
  'accent',
  'accent-ground',
  'evidence',
  'note',
  'well',
]

const part = (id: string, title: string, body: Html): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`
