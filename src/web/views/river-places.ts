/** The places of the river: everything, marks, folders with their sources, tags, kept searches. */

import { html } from 'hono/html'
import type { RiverPlaces } from '../../store/river-places.ts'
import type { Place } from '../../store/river-windows.ts'
import { t } from '../messages.ts'
import { placeText, type RiverRequest, riverHref } from '../river-request.ts'
import type { Html } from './layout.ts'

const marks: readonly (readonly [
  Exclude<Place['kind'], 'folder' | 'tag' | 'search' | 'source' | 'outlet'>,
  () => string,
])[] = [
  ['all', () => t('All articles')],
  ['starred', () => t('Starred')],
  ['later', () => t('Read later')],
  ['highlighted', () => t('Highlighted by rules')],
  ['archived', () => t('Archived')],
  ['hidden', () => t('Hidden by rules')],
]

export function placesNav({ folders, sources, tags, searches }: RiverPlaces, request: RiverRequest): Html {
  const here = placeText(request.place)
  const link = (place: Place, name: Html | string) =>
    html`<li><a href="${riverHref({ ...request, place })}"${placeText(place) === here ? html` aria-current="page"` : ''}>${name}</a></li>`
  const group = (id: string, name: string, links: unknown, length: number) =>
    length > 0 && html`<h2 id="${id}">${name}</h2><ul aria-labelledby="${id}">${links}</ul>`
  const listedSources = html`${sources.map(({ id, title, outlet }) => link({ kind: 'source', id }, html`<bdi>${title || outlet}</bdi>`))}`
  const open = request.place.kind === 'folder' ? request.place.name : undefined
  return html`<nav class="places" id="places" aria-label="${t('Places')}"><ul>${marks.map(([kind, name]) => link({ kind }, name()))}</ul>
${group(
  'folders',
  t('Folders'),
  folders.map(
    (name) =>
      html`${link({ kind: 'folder', name }, html`<bdi>${name}</bdi>`)}${name === open && sources.length > 0 ? html`<li><ul class="within">${listedSources}</ul></li>` : ''}`,
  ),
  folders.length,
)}
${open === undefined && group('in-none', folders.length > 0 ? t('In no folder') : t('Sources'), listedSources, sources.length)}
${group(
  'tags',
  t('Tags'),
  tags.map((name) => link({ kind: 'tag', name }, html`<bdi>${name}</bdi>`)),
  tags.length,
)}
${group(
  'searches',
  t('Searches'),
  searches.map(({ name, query }) => link({ kind: 'search', name: query }, html`<bdi>${name}</bdi>`)),
  searches.length,
)}
<p class="place-links"><a href="/rules">${t('Rules')}</a> <a href="/sources">${t('Sources and folders')}</a></p></nav>`
}

export function placeName(place: Place, named: string | undefined): string {
  if ('name' in place) return place.name
  if ('id' in place) return named ?? t('Source')
  return marks.find(([kind]) => kind === place.kind)?.[1]() ?? ''
}
