/** The words of corrections: why one cannot be made, what one did, and where an article stands and why. */

import { html } from 'hono/html'
import type { Refusal } from '../../app/grouping.ts'
import { MOST_ARTICLES } from '../../app/grouping.ts'
import type { Act } from '../../store/acts.ts'
import type { Why } from '../../store/history.ts'
import { rich, t } from '../messages.ts'
import { momentTime } from './dates.ts'
import type { Html } from './layout.ts'
import { reasonText } from './reasons.ts'

const refusals: Readonly<Record<Refusal, () => string>> = {
  'nothing-chosen': () => t('Choose at least one article.'),
  'too-many': () =>
    t('At most {n} articles can be moved at a time; for more, split or merge stories.', { n: MOST_ARTICLES }),
  unplaced: () => t('These articles are not in any story yet.'),
  'sample-apart': () => t('The fictional sample and your own titles stay apart.'),
  'no-story': () => t('There is no such story; its number may be written wrong.'),
  'several-stories': () => t('An episode lies within one story; these articles stand in several.'),
  'there-already': () => t('These articles stand there already.'),
  'whole-story': () => t('These are all the articles of the story: they have it to themselves already.'),
  'whole-episode': () => t('These are all the articles of the episode: they have it to themselves already.'),
  itself: () => t('The two are one story already.'),
  'no-episodes': () => t('Choose the episodes that make a story of their own.'),
  'all-episodes': () => t('These are all its episodes: leave at least one, or there is nothing to part.'),
  'no-act': () => t('There is no such correction.'),
  'is-undo': () => t('What was taken back cannot be taken back once more; make the correction again.'),
  undone: () => t('This was taken back already.'),
  'moved-on': () => t('Nothing of it stands where the model put it: it was moved on or taken back since.'),
}

export const refusalWords = (refusal: Refusal): string => refusals[refusal]()

/** What a person did, as a sentence, with the stories it was about. */
export function actSentence({
  kind,
  by,
  detail,
}: Pick<Act, 'kind' | 'by'> & { readonly detail: Pick<Act['detail'], 'titles' | 'articles'> }): Html {
  const [first, second] = detail.titles.map(({ story, title }) => storyLink(story, title))
  const values = {
    who: html`<bdi>${by}</bdi>`,
    n: detail.articles,
    first: first ?? '',
    second: second ?? first ?? '',
  }
  switch (kind) {
    case 'move':
      return rich('{who} moved {n, plural, one {# article} other {# articles}} from {first} to {second}.', {
        ...values,
        second: lastOf(detail) ?? values.second,
      })
    case 'seed':
      return rich('{who} made the story {second} of {n, plural, one {# article} other {# articles}}.', {
        ...values,
        second: lastOf(detail) ?? values.second,
      })
    case 'merge':
      return rich('{who} merged {second} into {first}.', values)
    case 'link':
      return rich('{who} said that {second} belongs to {first}.', values)
    case 'split':
      return rich(
        '{who} split {second} with {n, plural, one {# article} other {# articles}} from {first}.',
        values,
      )
    case 'reject':
      return detail.titles.length > 1
        ? rich('{who} said that {first} and {second} do not belong together.', values)
        : rich('{who} kept {n, plural, one {# article} other {# articles}} out of {first}.', values)
    case 'take-back':
      return rich(
        '{who} took back what the model had done with {n, plural, one {# article} other {# articles}} of {first}.',
        values,
      )
    case 'undo':
      return rich('{who} took a correction back.', values)
  }
}

const storyLink = (story: number, title: string): Html =>
  html`<a href="/story/${story}" dir="auto">${title}</a>`

function lastOf({ titles }: Pick<Act['detail'], 'titles'>): Html | undefined {
  const last = titles.at(-1)
  return last && storyLink(last.story, last.title)
}

/** What was just done, with the button that takes it back. */
export function doneOutcome(act: Act | undefined): Html {
  if (!act) return html``
  return html`<div class="outcome" role="status"><p>${actSentence(act)}</p>${overruledBy(act)}${undoForm(act)}</div>`
}

/** What was decided before and no longer holds, since people cannot mean both. */
export function overruledBy({ detail: { overruled = [] } }: Act): Html {
  if (overruled.length === 0) return html``
  return html`<p class="overruled">${t('That overrules what was decided before, wholly or in part:')}</p><ul class="overruled">${overruled.map((one) => html`<li>${actSentence({ ...one, detail: one })} <span class="because">${momentTime(one.at)}</span></li>`)}</ul>`
}

export function undoForm({ id, kind, undone }: Act): Html {
  if (kind === 'undo' || undone !== null) return html``
  return html`<form method="post" action="/act/${id}/undo" class="inline"><button>${t('Take it back')}</button></form>`
}

/** Why an article stands where it stands, behind one press, with the way to correct it. */
export function whyHere(article: number, why: Why | undefined): Html {
  return html`<details class="why"><summary>${t('Why is this here?')}</summary><ul>${reasonLines(why)}</ul>
<p><a href="/article/${article}/why">${t('It does not belong here')}</a></p></details>`
}

export function reasonLines(why: Why | undefined): Html {
  if (!why || why.reasons.length === 0)
    return html`<li>${t('Nothing like it was known: it opened the story.')}</li>`
  return html`${why.reasons.map((reason) => html`<li>${reasonText(reason)}</li>`)}<li class="because">${rich('{when}, {model}', { when: momentTime(why.at), model: html`<bdi>${modelName(why.model)}</bdi>` })}</li>`
}

/** The model's version is for the log; a person's name is for everyone. */
export const modelName = (model: string): string => {
  const person = /^by (.+)$/su.exec(model)?.[1]
  return person === undefined ? t('by the model {model}', { model }) : t('by {name}', { name: person })
}
