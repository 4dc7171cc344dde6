/** Why an article stands in its story: every reason on record, and how to say that it does not belong there. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { articlePage, standingOf } from '../../store/article-page.ts'
import { citedIn, citing } from '../../store/citations.ts'
import { passagesOf, reasonsFor, type Why } from '../../store/history.ts'
import { copiesOf, tiedTo } from '../../store/tied-articles.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { momentTime } from '../views/dates.ts'
import { modelName, reasonLines } from '../views/grouping.ts'
import { respond } from '../views/layout.ts'
import { problemPage } from '../views/problem.ts'
import { reasonLine } from '../views/reasons.ts'
import { repeatsOf, type Tie } from '../views/repeats.ts'

/** Copies and citations shown. */
const COPIES = 100
/** Articles that it is compared with, passage by passage. */
const COMPARED = 24

export const whyPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const id = numberOf(c.req.param('id'))
  const article = id === undefined ? undefined : await articlePage(db, id)
  if (!article) return problemPage(c, 404, t('There is no article under this address.'))
  const [standing, why, passages, tied, copies, cites, citedBy] = await Promise.all([
    standingOf(db, article),
    reasonsFor(db, [article.id]),
    passagesOf(db, article.id),
    tiedTo(db, article.id),
    copiesOf(db, article.id, COPIES),
    citedIn(db, article),
    citing(db, article, COPIES),
  ])
  // Of what ended only its name is shown.
  const ties = await Promise.all(
    tied.map(async (tie, at) => ({
      ...tie,
      other: tie.ended === null && at < COMPARED ? await articlePage(db, tie.origin) : undefined,
    })),
  )
  const chosen = html`<input type="hidden" name="article" value="${article.id}">`
  return respond(c, {
    kind: 'grouping',
    title: t('Why is this here?'),
    sample: article.sample,
    body: html`<header class="story-top"><p class="kicker">${t('Why is this here?')}</p>
<h1 lang="${article.language}" dir="${article.direction}"><a href="/article/${article.id}">${article.title}</a></h1></header>
${
  standing
    ? html`<p>${rich('It stands in the story {story}, in its episode {episode} of {episodes}.', { story: html`<a href="/story/${standing.story}" dir="auto">${standing.storyTitle}</a>`, episode: html`<a href="/story/${standing.story}/coverage?episode=${article.episode}">${standing.episode}</a>`, episodes: standing.episodes })}</p>
<section aria-labelledby="reasons"><h2 id="reasons">${t('The reasons')}</h2><ul class="reasons">${reasonLines(besides(why.get(article.id), ties))}</ul></section>
${repeatsOf(article, { ties, copies, cites, citedBy })}
<section aria-labelledby="wrong"><h2 id="wrong">${t('It does not belong here')}</h2>
<form method="post" action="/story/${standing.story}/move" class="choices">${chosen}
<button name="to" value="own">${t('Give it a story of its own')}</button>
<button name="to" value="episode">${t('Give it an episode of its own')}</button>
<button formmethod="get" formaction="/story/${standing.story}/where">${t('Move it to another story …')}</button></form></section>`
    : html`<p class="empty">${t('It stands in no story yet.')}</p>${repeatsOf(article, { ties, copies, cites, citedBy })}`
}
${
  passages.length > 1 &&
  html`<section aria-labelledby="way"><h2 id="way">${t('Where it has been')}</h2><ol class="history">${passages
    .toReversed()
    .map(
      ({ at, to, model, reasons }) =>
        html`<li><p class="when">${momentTime(at)}</p><p>${rich('To {story} {model}: {why}', { story: html`<a href="/story/${to}">${t('story {n}', { n: to })}</a>`, model: html`<bdi>${modelName(model)}</bdi>`, why: html`${reasons.length === 0 ? t('Nothing like it was known: it opened the story.') : reasonLine(reasons)}` })}</p></li>`,
    )}</ol></section>`
}`,
  })
}

/** The reasons of a copy are told with the copy. */
const besides = (why: Why | undefined, ties: readonly Tie[]): Why | undefined =>
  why && {
    ...why,
    reasons: why.reasons.filter(
      ({ what }) => !ties.some((tie) => tie.ended === null && tie.why.some((one) => one.what === what)),
    ),
  }
