/** One dense row a story: headline, who covers it, since when, the newest dated sentence, its course over time, and why it is here. */

import { html } from 'hono/html'
import type { Reason } from '../../model/story.ts'
import type { DatedSentence, FrontStory } from '../../store/front.ts'
import type { StoryArticle } from '../../store/story-page.ts'
import { rich, t } from '../messages.ts'
import { articleAgo, articleDay, dayTime, isoDateText } from './dates.ts'
import type { Html } from './layout.ts'
import { reasonList } from './reasons.ts'
import { sparkline } from './sparkline.ts'
import { moreOrLess } from './taste-form.ts'
import { languageName, listed, statusWord } from './words.ts'

export type RowOptions = {
  readonly now: number
  readonly reasons?: readonly Reason[]
  /** The lead story: set large, with further reports below it. */
  readonly recent?: readonly StoryArticle[]
  /** One of many: headline and facts alone. */
  readonly brief?: boolean
  /** What the newest article dates, where it dates something. */
  readonly sentence?: DatedSentence | undefined
  /** With ways to train and pick, on a page that has the form for it. */
  readonly tools?: boolean
  /** What is said of why it stands here is said openly, not on demand. */
  readonly openly?: boolean
}

export function storyRow(
  story: FrontStory,
  { now, reasons = [], recent, brief = false, sentence, tools = false, openly = false }: RowOptions,
): Html {
  const { fresh } = coverageOf(story)
  const { latest } = story
  const lead = recent !== undefined
  return html`<article class="row${lead ? ' lead' : ''}" data-row>
<h3><a href="/story/${story.id}" dir="auto">${story.title}</a>${story.sample && html` <span class="sample-mark">${t('Fictional')}</span>`}</h3>
${!brief && newest(story, sentence, lead)}
${openly && reasons.length > 0 && html`<div class="openly because">${reasonList(reasons.slice(0, 2))}</div>`}
<p class="facts">${latest && html`<span class="changed"><bdi>${latest.outlet}</bdi>, ${articleAgo(latest, now)}</span>`}
<span class="coverage">${coverageText(story)}</span>
<span class="since">${rich('since {day}', { day: dayTime(story.opened) })}</span>
${fresh > 0 && html`<span class="fresh">${t('{n} new', { n: fresh })}</span>`}
${story.weeks.length > 1 && sparkline(story.weeks)}</p>
${lead && recent.length > 0 && html`<ul class="recent">${recent.slice(0, 5).map((one) => html`<li lang="${one.language}" dir="${one.direction}"><a href="/article/${one.id}">${one.title}</a> <span class="because"><bdi>${one.outlet}</bdi>, ${articleAgo(one, now)}</span></li>`)}</ul>`}
${(reasons.length > 0 || tools) && html`<details class="why"><summary>${reasons.length > 0 ? t('Why it is here') : t('Train')}</summary>${reasons.length > 0 && reasonList(reasons)}${tools && html`<p class="train">${moreOrLess({ kind: 'story', target: String(story.id) }, story.title)} <a href="/picks?story=${story.id}">${t('Pick it')}</a></p>`}</details>`}
</article>`
}

/** The newest sentence with its day: an encounter the newest article dates, else how that article begins. */
function newest({ title, latest }: FrontStory, sentence: DatedSentence | undefined, lead: boolean): Html {
  if (!latest) return html``
  const headline = latest.title === title ? '' : html`<a href="/article/${latest.id}">${latest.title}</a> `
  const most = lead ? 280 : 180
  const words = sentence
    ? html`<span class="lead-text"><bdi class="on-day">${isoDateText(sentence.date)}${sentence.status === 'occurred' ? '' : html`, ${statusWord(sentence.status)}`}:</bdi> ${shortened(sentence.text, most)}</span>`
    : latest.lead
      ? html`<span class="lead-text"><bdi class="on-day">${articleDay(latest)}:</bdi> ${shortened(firstSentence(latest.lead), most)}</span>`
      : ''
  return html`<p class="latest" lang="${latest.language}" dir="${latest.direction}">${headline}${words}</p>`
}

function coverageText(story: FrontStory): string {
  const { articles, copies, outlets, languages } = coverageOf(story)
  return t(
    '{longer, select, yes {lately } other {}}{articles, plural, one {# article} other {# articles}}{copies, plural, =0 {} one { (# copy)} other { (# copies)}} from {outlets, plural, one {# outlet} other {# outlets}}{many, select, yes { in {languages}} other {}}',
    {
      longer: story.longer ? 'yes' : 'no',
      articles,
      copies,
      outlets: outlets.length,
      many: languages.length > 1 ? 'yes' : 'no',
      languages: listed(languages.map(languageName)),
    },
  )
}

type Coverage = ReturnType<typeof counted>
const known = new WeakMap<FrontStory, Coverage>()

/** Counted once a story: a front page asks several times. */
export function coverageOf(story: FrontStory): Coverage {
  const ready = known.get(story)
  if (ready) return ready
  const coverage = counted(story)
  known.set(story, coverage)
  return coverage
}

function counted({ shares }: FrontStory) {
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

const cut = new Intl.Segmenter(undefined, { granularity: 'sentence' })

function firstSentence(text: string): string {
  for (const { segment } of cut.segment(text)) if (segment.trim().length > 20) return segment
  return text
}

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/u, '')} …`
