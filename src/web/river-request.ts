/** What a page of the river was asked for, read from its address, and the address of another. */

import type { Cursor, Place } from '../store/river-windows.ts'
import { numberOf } from './story-request.ts'

export type RiverRequest = {
  readonly place: Place
  readonly order: 'newest' | 'oldest'
  readonly unread: boolean
  readonly after: Cursor | undefined
  /** The article in the reading pane. */
  readonly open: number | undefined
  /** On a phone, which has one pane at a time. */
  readonly pane: 'places' | 'list' | 'reading'
}

const plain = ['all', 'starred', 'later', 'archived', 'highlighted', 'hidden'] as const
const LONGEST = 300

export function riverRequest(query: (name: string) => string | undefined): RiverRequest {
  const open = numberOf(query('open'))
  return {
    place: placeOf(query('in')),
    order: query('sort') === 'oldest' ? 'oldest' : 'newest',
    unread: query('unread') === '1',
    after: cursorFrom(query('after')),
    open,
    pane: open !== undefined ? 'reading' : query('pane') === 'places' ? 'places' : 'list',
  }
}

/** `folder:News`, `source:12`, `starred`; anything else is everything. */
export function placeOf(text: string | undefined): Place {
  const [, kind, name = ''] = /^([a-z]+)(?::(.{1,300}))?$/su.exec((text ?? '').slice(0, LONGEST)) ?? []
  if ((kind === 'folder' || kind === 'tag' || kind === 'search') && name !== '') return { kind, name }
  const id = numberOf(name)
  if ((kind === 'source' || kind === 'outlet') && id !== undefined) return { kind, id }
  return { kind: plain.find((one) => one === kind) ?? 'all' }
}

export const placeText = (place: Place): string =>
  'name' in place ? `${place.kind}:${place.name}` : 'id' in place ? `${place.kind}:${place.id}` : place.kind

export const cursorText = ({ at, id }: Cursor): string => `${at}.${id}`

export function cursorFrom(text: string | undefined): Cursor | undefined {
  const found = /^(-?\d{1,15})\.(\d{1,15})$/.exec(text ?? '')
  return found ? { at: Number(found[1]), id: Number(found[2]) } : undefined
}

/** The address of the same list with something changed; it begins at its head unless `after` is given. */
export function riverHref(
  { place, order, unread }: Pick<RiverRequest, 'place' | 'order' | 'unread'>,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    ...(place.kind === 'all' ? {} : { in: placeText(place) }),
    ...(order === 'oldest' ? { sort: order } : {}),
    ...(unread ? { unread: '1' } : {}),
    ...more,
  })
  return query.size === 0 ? '/river' : `/river?${query}`
}
