/** The buttons that train what is for the reader: one form on the page, and buttons anywhere that send it. */

import { html } from 'hono/html'
import type { Subject } from '../../rank/taste.ts'
import { t } from '../messages.ts'
import type { Html } from './layout.ts'

/** Once on a page; `back` is where it leads after it was sent. */
export const tasteForm = (back: string): Html =>
  html`<form id="taste" method="post" action="/taste" hidden><input type="hidden" name="back" value="${back}"></form>`

/** "+" and "−" for a story, person, topic or outlet; `name` is what it is called. */
export function moreOrLess(subject: Subject, name: string): Html {
  const value = `${subject.kind}:${subject.target}`
  return html`<span class="more-or-less"><button form="taste" name="more" value="${value}" aria-label="${t('More of {name}', { name })}" title="${t('More like this')}">+</button><button form="taste" name="less" value="${value}" aria-label="${t('Less of {name}', { name })}" title="${t('Less like this')}">−</button></span>`
}

/** The two with their form, for a page that has them once. */
export const trainer = (subject: Subject, name: string, back: string): Html =>
  html`<form method="post" action="/taste" class="train"><input type="hidden" name="back" value="${back}"><span>${t('For You:')}</span> <button name="more" value="${subject.kind}:${subject.target}" aria-label="${t('More of {name}', { name })}">+</button> <button name="less" value="${subject.kind}:${subject.target}" aria-label="${t('Less of {name}', { name })}">−</button></form>`
