/** A page that says what went wrong and what to do, with the right status and nothing of the machine's insides. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { t } from '../messages.ts'
import { type Page, respond } from './layout.ts'

const titles: Record<NonNullable<Page['status']>, () => string> = {
  200: () => '',
  400: () => t('That cannot be done'),
  403: () => t('Not allowed'),
  404: () => t('Not here'),
  415: () => t('Not understood'),
  421: () => t('Wrong address'),
  429: () => t('Too often'),
  500: () => t('Something broke'),
}

export function problemPage(c: Context, status: NonNullable<Page['status']>, sentence: string) {
  const title = titles[status]()
  return respond(c, {
    kind: 'problem',
    title,
    status,
    body: html`<h1>${title}</h1><p>${sentence}</p><p><a href="/">${t('Go to the front page')}</a></p>`,
  })
}
