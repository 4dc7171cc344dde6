/** The map of the keyboard, opened by `?`. */

import { html } from 'hono/html'
import { type Html, t } from '../messages.ts'

export type Key = readonly [key: string, does: string]

const everywhere = (): readonly Key[] => [
  ['j', t('next row')],
  ['k', t('row before')],
  ['Enter', t('open the row')],
  ['n', t('later article in the story')],
  ['p', t('earlier article in the story')],
  ['f', t('follow, or stop following')],
  ['s', t('star')],
  ['b', t('read later')],
  ['a', t('archive')],
  ['u', t('keep unread')],
  ['m', t('write a note')],
  ['o', t('original page')],
  ['l', t('listen, or pause')],
  ['e', t('send by e-mail')],
  ['/', t('search')],
  ['g', t('front page')],
  ['?', t('this list')],
]

/** `more` are a page's own; one with the same key stands for the one everywhere. */
export function keyMap(more: readonly Key[] = []): Html {
  const keys = [...new Map([...everywhere(), ...more])]
  return html`<dialog class="keys" aria-labelledby="keys-title"><h2 id="keys-title">${t('Keys')}</h2><dl>${keys.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)}</dl><form method="dialog"><button>${t('Close')}</button></form></dialog>`
}
