/** The button that follows a story, actor, topic or search, or stops following it; a form, so that it needs no script. */

import { html } from 'hono/html'
import type { FollowKind } from '../../app/follow.ts'
import { t } from '../messages.ts'
import type { Html } from './layout.ts'

const words: Readonly<Record<FollowKind, { readonly start: () => string; readonly stop: () => string }>> = {
  story: { start: () => t('Follow'), stop: () => t('Following: stop') },
  actor: { start: () => t('Follow'), stop: () => t('Following: stop') },
  place: { start: () => t('Follow this place'), stop: () => t('Following this place: stop') },
  topic: { start: () => t('Follow as a topic'), stop: () => t('Following the topic: stop') },
  search: { start: () => t('Follow this search'), stop: () => t('Following the search: stop') },
}

export function followForm({
  kind,
  target,
  followed,
  back,
}: {
  kind: FollowKind
  target: string
  followed: boolean
  back: string
}): Html {
  // A page of one thing to follow has the key; a topic or place stands beside the search it is of.
  const key = kind === 'topic' || kind === 'place' ? '' : html` data-key="f"`
  return html`<form method="post" action="/${followed ? 'unfollow' : 'follow'}" class="follow">
<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="target" value="${target}"><input type="hidden" name="back" value="${back}">
<button${followed ? html` class="on"` : ''}${key}>${followed ? words[kind].stop() : words[kind].start()}</button></form>`
}
