/** Why something stands where it stands, in the reader's language: the messages that ranking and grouping give as keys. */

import { html } from 'hono/html'
import type { Reason } from '../../model/story.ts'
import { spoken, t } from '../messages.ts'
import type { Html } from './layout.ts'

type Values = NonNullable<Reason['values']>

/** Reasons without values were once kept as plain English: where that is a message, it is said in the reader's language. */
export const reasonText = ({ what, values }: Reason): string =>
  values === undefined ? spoken(what) : t(what, isolated(values))

/** Names stand apart from the direction of the sentence around them: U+2068 and U+2069 do in plain text what `bdi` does. */
const isolated = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  )

/** Reasons in one line. */
export const reasonLine = (reasons: readonly Reason[]): string =>
  reasons.map(reasonText).reduce((one, other) => t('{one}; {other}', { one, other }))

export const reasonList = (reasons: readonly Reason[]): Html =>
  html`<ul>${reasons.map((reason) => html`<li>${reasonText(reason)}</li>`)}</ul>`
