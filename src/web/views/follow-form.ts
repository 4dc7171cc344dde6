/** The button that follows a story, actor or search, or stops following it; a form, so that it needs no script. */

import { html } from 'hono/html'
import type { FollowKind } from '../../app/follow.ts'
import type { Html } from './layout.ts'

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
  return html`<form method="post" action="/${followed ? 'unfollow' : 'follow'}" class="follow">
<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="target" value="${target}"><input type="hidden" name="back" value="${back}">
<button${followed ? html` class="on"` : ''} data-key="f">${followed ? 'Following: stop' : kind === 'search' ? 'Follow this search' : 'Follow'}</button></form>`
}
