/** The forms that correct an actor: its name, its kind, another that is the same, a name that is somebody else's. */

import { html } from 'hono/html'
import { LONGEST_FIELD } from '../../app/correction.ts'
import type { ActorPage } from '../../store/actor-page.ts'
import { t } from '../messages.ts'
import type { Html } from './layout.ts'
import { actorWord } from './words.ts'

const kinds = ['person', 'organisation', 'place'] as const

export function actorForms({ id, kind, name, names }: ActorPage): Html {
  const form = (act: string, fields: Html, button: string): Html =>
    html`<form method="post" action="/actor/${id}/correct" class="record-form"><p class="field">${fields} <button name="act" value="${act}">${button}</button></p></form>`
  return html`<details class="correct" id="correct"><summary>${t('Correct this entry')}</summary>
${form('rename', html`<label for="c-name">${t('Name to show')}</label> <input id="c-name" name="name" value="${name}" dir="auto" required maxlength="${LONGEST_FIELD}">`, t('Rename'))}
${form('kind', html`<label for="c-kind">${t('It is')}</label> <select id="c-kind" name="kind">${kinds.map((one) => html`<option value="${one}"${one === kind ? html` selected` : ''}>${actorWord(one)}</option>`)}</select>`, t('Change'))}
${form('merge', html`<label for="c-other">${t('The same as')}</label> <input id="c-other" name="other" dir="auto" required maxlength="${LONGEST_FIELD}" aria-describedby="c-other-hint">`, t('Merge'))}
<p class="hint" id="c-other-hint">${t('The other’s name as it is shown, or the address of its page. This entry then leads there.')}</p>
${names.length > 1 ? form('split', html`<label for="c-split">${t('Not the same')}</label> <select id="c-split" name="name">${names.map((one) => html`<option>${one}</option>`)}</select>`, t('Part this name off')) : ''}
<p class="all"><a href="/corrections">${t('All corrections')}</a></p></details>`
}
