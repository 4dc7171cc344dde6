/** Why something stands where it stands, in the reader's language: the messages that ranking gives as keys. */

import { html } from 'hono/html'
import type { Reason } from '../../model/story.ts'
import { t } from '../messages.ts'
import type { Html } from './layout.ts'

type Values = NonNullable<Reason['values']>

const told: Readonly<Record<string, (values: Values) => string>> = {
  '{n, plural, one {one outlet alone} other {# outlets tell it}}': (v) =>
    t('{n, plural, one {one outlet alone} other {# outlets tell it}}', v),
  '{n, plural, one {# article} other {# articles}}': (v) =>
    t('{n, plural, one {# article} other {# articles}}', v),
  'it goes on since {n, plural, one {# episode} other {# episodes}}': (v) =>
    t('it goes on since {n, plural, one {# episode} other {# episodes}}', v),
  'more coverage than usual': () => t('more coverage than usual'),
  'it leads {n, plural, one {# front page} other {# front pages}}': (v) =>
    t('it leads {n, plural, one {# front page} other {# front pages}}', v),
  'it stands on front pages': () => t('it stands on front pages'),
  'you follow it': () => t('you follow it'),
  'it changed in the last hours': () => t('it changed in the last hours'),
  'an editor put it on top': () => t('an editor put it on top'),
  'you follow this story': () => t('you follow this story'),
  'you follow {name}': (v) => t('you follow {name}', v),
  'you asked for more of this story': () => t('you asked for more of this story'),
  'you asked for less of this story': () => t('you asked for less of this story'),
  'you asked for more of {name}': (v) => t('you asked for more of {name}', v),
  'you asked for less of {name}': (v) => t('you asked for less of {name}', v),
  'you often pass over {name}': (v) => t('you often pass over {name}', v),
  'you read {n, plural, one {# article} other {# articles}} of this story': (v) =>
    t('you read {n, plural, one {# article} other {# articles}} of this story', v),
  'you often read {name}': (v) => t('you often read {name}', v),
  'you read much about {name}': (v) => t('you read much about {name}', v),
}

/** Reasons without values were kept in plain English when they were made. */
export const reasonText = ({ what, values }: Reason): string => told[what]?.(isolated(values ?? {})) ?? what

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
