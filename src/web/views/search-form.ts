/** The form of a search: words, and what narrows them. */

import { html } from 'hono/html'
import type { StoryHead } from '../../store/story-page.ts'
import { queryText } from '../../words/query.ts'
import { t } from '../messages.ts'
import { LONGEST, type SearchRequest } from '../search-request.ts'
import type { Html } from './layout.ts'
import { languageName } from './words.ts'

export type FormView = {
  readonly outlets: readonly { readonly id: number; readonly name: string }[]
  /** People, organisations and places the search is narrowed to. */
  readonly chosen: readonly { readonly id: number; readonly name: string }[]
  readonly story: StoryHead | undefined
  readonly title: string
}

const languages = ['en', 'ar', 'he', 'fr', 'ru', 'de', 'es', 'fa', 'tr', 'it', 'pt', 'zh']

export function searchForm(
  { outlets, chosen, story }: FormView,
  { words, query: { fields }, kind, unknown }: SearchRequest,
): Html {
  // What has no control of its own travels with the words.
  const carried = (left: readonly { readonly id: number }[], withStory: boolean) =>
    queryText('', {
      actors: left.map(({ id }) => id),
      ...(withStory && fields.story !== undefined ? { story: fields.story } : {}),
    })
  const without = (text: string) => `/search?${new URLSearchParams({ q: text })}`
  const listed = outlets.some(({ id }) => String(id) === fields.outlet)
  const select = (
    name: string,
    label: string,
    value: string | undefined,
    options: readonly (readonly [string, string])[],
  ) =>
    html`<label>${label} <select name="${name}"><option value="">${t('any')}</option>${options.map(([key, text]) => html`<option value="${key}"${value === key ? html` selected` : ''}>${text}</option>`)}</select></label>`
  const kept = carried(chosen, true)
  return html`<form class="filters" action="/search">
<label class="words">${t('Words')} <input name="q" type="search" value="${[words, fields.outlet !== undefined && !listed ? queryText('', { outlet: fields.outlet }) : '', kept].filter(Boolean).join(' ')}" maxlength="${LONGEST}"></label>
${kind === 'articles' ? '' : html`<input type="hidden" name="in" value="${kind}">`}
${select(
  'outlet',
  t('Outlet'),
  fields.outlet,
  outlets.map(({ id, name }) => [String(id), name]),
)}
${select(
  'language',
  t('Language'),
  fields.language,
  languages.map((code) => [code, languageName(code)]),
)}
<label>${t('Names')} <input name="who" type="text" maxlength="100" autocomplete="off"></label>
<label>${t('Place')} <input name="place" type="text" maxlength="100" autocomplete="off"></label>
<label>${t('From')} <input name="from" type="date" value="${fields.from ?? ''}"></label><label>${t('Until')} <input name="until" type="date" value="${fields.until ?? ''}"></label>
<button>${t('Search')}</button></form>
${unknown === undefined ? '' : html`<p class="outcome failed" role="alert">${t('Nobody and no place is known under the name “{name}”.', { name: unknown })}</p>`}
${
  chosen.length > 0 || story
    ? html`<ul class="chosen">${chosen.map(({ id, name }) => html`<li>${t('naming')} <a href="/actor/${id}"><bdi>${name}</bdi></a> <a href="${without(queryText(words, { ...fields, actors: (fields.actors ?? []).filter((one) => one !== id) }))}" aria-label="${t('Without {name}', { name })}">×</a></li>`)}${story ? html`<li>${t('in the story')} <a href="/story/${story.id}" dir="auto">${story.title}</a> <a href="${without(storyless())}" aria-label="${t('In every story')}">×</a></li>` : ''}</ul>`
    : ''
}`

  function storyless(): string {
    const { story: _, ...rest } = fields
    return queryText(words, rest)
  }
}
