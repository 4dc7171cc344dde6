/** A link to an actor's page, among others: where two go by one name, each says what it is. */

import { html } from 'hono/html'
import type { ActorKind } from '../../model/dossier.ts'
import type { Html } from './layout.ts'
import { actorWord } from './words.ts'

type Shown = { readonly id: number; readonly name: string; readonly kind: ActorKind }

export function actorLink({ id, name, kind }: Shown, among: readonly Shown[]): Html {
  const shared = among.some((other) => other.id !== id && other.name === name)
  return html`<a href="/actor/${id}"><bdi>${name}</bdi></a>${shared ? html` <span class="because">${actorWord(kind)}</span>` : ''}`
}
