/** The browser's side of being offline: what to hold, and the forms it kept to send once it is back. */

import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { marks } from '../app/mark.ts'
import { type Act, takeActs } from '../app/sync.ts'
import { articlesToKeep, toldAndUnread } from '../store/offline.ts'
import { draftOf } from './pages/notes.ts'
import type { Env, Site } from './site.ts'

const MARKED = 200
const RECENT = 40
const MOST_ACTS = 5000
const WEEK = 7 * 86_400_000

/** `{ reader, keep: [{ path, title }], told }` */
export const whatToKeep = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const reader = c.get('reader').id
  const [articles, told] = await Promise.all([
    articlesToKeep(db, reader, { marked: MARKED, recent: RECENT }),
    toldAndUnread(db, reader, site.now() - WEEK),
  ])
  const keep = articles.map(({ id, title, outlet }) => ({ path: `/article/${id}`, title, outlet }))
  return c.json({ reader, keep, told })
}

/** A form with `sent` (the browser's clock, ms) and `acts`: JSON of `[{ id, at, path, form }]`. */
export const takeSync = (site: Site) => async (c: Context<Env>) => {
  const { sent, acts } = await c.req.parseBody()
  const listed = actsOf(acts)
  const clock = Number(sent)
  if (!listed || !Number.isFinite(clock) || listed.length > MOST_ACTS)
    return c.json({ failed: 'A number as sent, and a list of acts, are wanted.' }, 400)
  const known = listed.flatMap(({ act }) => (act ? [act] : []))
  const strange = listed.flatMap(({ id, act }) => (act ? [] : [id]))
  const { refused } = await takeActs(site.store.db, known, {
    reader: c.get('reader').id,
    sent: clock,
    now: site.now(),
  })
  return c.json({ refused: [...strange, ...refused] })
}

type Kept = { readonly id: string; readonly act: Act | undefined }

function actsOf(text: unknown): readonly Kept[] | undefined {
  try {
    const list: unknown = JSON.parse(String(text))
    return Array.isArray(list) ? list.map(keptOf) : undefined
  } catch {
    return undefined
  }
}

function keptOf(one: unknown): Kept {
  const { id, at, path, form } = (one ?? {}) as Record<string, unknown>
  const key = typeof id === 'string' ? id : randomUUID()
  const fields = (typeof form === 'object' && form !== null ? form : {}) as Record<string, unknown>
  const when = { id: key, at: Number(at) }
  return { id: key, act: Number.isFinite(when.at) ? actOf(String(path), fields, when) : undefined }
}

function actOf(
  path: string,
  form: Record<string, unknown>,
  when: { id: string; at: number },
): Act | undefined {
  const removed = /^\/notes\/([\w-]{8,64})\/remove$/.exec(path)?.[1]
  if (removed !== undefined) return { ...when, kind: 'remove-note', key: removed }
  const [, number, what] = /^\/article\/(\d{1,15})\/(mark|notes)$/.exec(path) ?? []
  const article = Number(number)
  if (what === 'notes') return { ...when, kind: 'note', note: draftOf(article, form) }
  const mark = marks.find((one) => one === form.mark)
  return what === 'mark' && mark ? { ...when, kind: 'mark', article, mark } : undefined
}
