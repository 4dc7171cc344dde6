/** How the text is set, at hand beside it: works as a form, and at once where there is a script. */

import { html } from 'hono/html'
import { t } from '../messages.ts'
import { type Preferences, preferenceChoices } from '../preferences.ts'
import type { Html } from './layout.ts'
import { preferenceWords } from './preference-words.ts'

const shown = ['size', 'width', 'face', 'theme'] as const

export function lookForm(kept: Preferences, back: string): Html {
  return html`<details class="look"><summary>${t('Text')}</summary><form method="post" action="/settings" data-look><input type="hidden" name="back" value="${back}">${shown.map(
    (key) => {
      const { legend, names } = preferenceWords[key]
      return html`<label>${legend()} <select name="${key}">${preferenceChoices[key].map(
        (value) =>
          html`<option value="${value}"${kept[key] === value ? html` selected` : ''}>${names[value]?.()}</option>`,
      )}</select></label>`
    },
  )}<button>${t('Set')}</button></form></details>`
}
