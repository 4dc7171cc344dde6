/** What corrections have in common: who acts, what a form chose, and how an answer leads on or says why not. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Actor, Done, Refusal } from '../app/grouping.ts'
import { t } from './messages.ts'
import type { Env, Site } from './site.ts'
import { numberOf } from './story-request.ts'
import { refusalWords } from './views/grouping.ts'
import { respond } from './views/layout.ts'

export const actorOf = (site: Site, c: Context<Env>): Actor => {
  const { id, name } = c.get('reader')
  return { reader: id, name, now: site.now() }
}

/** The numbers a form or an address gives under one name; whatever is no number is left out. */
export const numbersOf = (values: unknown): readonly number[] =>
  (Array.isArray(values) ? values : [values]).flatMap((value) => numberOf(String(value)) ?? [])

/** A story by its number, or by its address as a reader copies it from the browser. */
export const storyIn = (text: unknown): number | undefined =>
  typeof text === 'string'
    ? numberOf(/(?:^|\/story\/)(\d+)\s*(?:[/?#].*)?$/u.exec(text.trim())?.[1])
    : undefined

/** On to the story with what was done, or a page that says why it was not. */
export function answerOf(c: Context<Env>, done: Done, back: string, on = '') {
  if ('failed' in done) return refuse(c, done.failed, back)
  return c.redirect(`/story/${done.story}${on}?done=${done.act}`, 303)
}

export function refuse(c: Context<Env>, refusal: Refusal, back: string) {
  return respond(c, {
    kind: 'problem',
    title: t('That cannot be done'),
    status: 400,
    body: html`<h1>${t('That cannot be done')}</h1><p class="outcome failed" role="alert">${refusalWords(refusal)}</p><p><a href="${back}">${t('Back')}</a></p>`,
  })
}
