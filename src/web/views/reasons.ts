/** Why something stands where it stands, in the reader's language: the messages that ranking and grouping give as keys. */

import { html } from 'hono/html'
import type { Reason } from '../../model/story.ts'
import { t } from '../messages.ts'
import type { Html } from './layout.ts'

type Values = NonNullable<Reason['values']>

/** Reasons without values were kept in plain English when they were made. */
export const reasonText = ({ what, values }: Reason): string =>
  values === undefined ? what : t(what, isolated(values))

/** Names stand apart from the direction of the sentence around them: U+2068 and U+2069 do in plain text what `bdi` does. */
const isolated = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  )

export const reasonList = (reasons: readonly Reason[]): Html =>
  html`<ul>${reasons.map((reason) => html`<li>${reasonText(reason)}</li>`)}</ul>`
