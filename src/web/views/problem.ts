/** A page that says what went wrong and what to do, with the right status and nothing of the machine's insides. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { type Page, respond } from './layout.ts'

const titles: Record<NonNullable<Page['status']>, string> = {
  200: '',
  400: 'That cannot be done',
  403: 'Not allowed',
  404: 'Not here',
  415: 'Not understood',
  421: 'Wrong address',
  429: 'Too often',
  500: 'Something broke',
}

export function problemPage(c: Context, status: NonNullable<Page['status']>, sentence: string) {
  const title = titles[status]
  return respond(c, {
    kind: 'problem',
    title,
    status,
    body: html`<h1>${title}</h1><p>${sentence}</p><p><a href="/">Go to the front page</a></p>`,
  })
}
