/** The forms that correct records and actors. Each leads back to where it was pressed, or says why it cannot be done. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { correctRecord, undoCorrection } from '../app/correct.ts'
import { type ActorAct, correctActor } from '../app/correct-actor.ts'
import type { Corrected, CorrectionRefusal, Person } from '../app/correction.ts'
import type { RecordKind } from '../model/dossier.ts'
import { actorsNamed } from '../store/actors.ts'
import { t } from './messages.ts'
import { ownPath } from './session.ts'
import type { Env, Site } from './site.ts'
import { numberOf } from './story-request.ts'
import { correctionRefusal } from './views/correction.ts'
import { respond } from './views/layout.ts'

const personOf = (site: Site, c: Context<Env>): Person => {
  const { id, name } = c.get('reader')
  return { reader: id, name, now: site.now() }
}

export const recordKindOf = (text: string | undefined): RecordKind | undefined =>
  text === 'encounter' || text === 'statement' || text === 'figure' ? text : undefined

const wordsOf = (form: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )

export const takeCorrection = (site: Site) => async (c: Context<Env>) => {
  const what = recordKindOf(c.req.param('what'))
  const row = numberOf(c.req.param('id'))
  const { act, back, ...fields } = wordsOf(await c.req.parseBody())
  const here = `/record/${c.req.param('what')}/${c.req.param('id')}`
  if (!what || row === undefined) return refuse(c, 'no-record', '/corrections')
  if (act !== 'confirm' && act !== 'reject' && act !== 'edit') return refuse(c, 'nothing-set', here)
  const done = await correctRecord(site.store.db, { what, row, act, fields }, personOf(site, c))
  // A rejected record has no page to go back to.
  return answer(c, done, { back: here, on: act === 'reject' ? '/corrections' : ownPath(back ?? here) })
}

export const takeActorCorrection = (site: Site) => async (c: Context<Env>) => {
  const id = numberOf(c.req.param('id'))
  const { db } = site.store
  const here = `/actor/${id ?? ''}`
  if (id === undefined) return refuse(c, 'no-actor', '/')
  const form = wordsOf(await c.req.parseBody())
  const act = await actorAct(site, form, id)
  if ('failed' in act) return refuse(c, act.failed, here)
  const done = await correctActor(db, id, act, personOf(site, c))
  return answer(c, done, { back: here, on: here })
}

async function actorAct(
  site: Site,
  { act, name = '', kind, other = '' }: Readonly<Record<string, string>>,
  id: number,
): Promise<ActorAct | { readonly failed: CorrectionRefusal }> {
  if (act === 'rename' || act === 'split') return { act, name }
  if (act === 'kind')
    return kind === 'person' || kind === 'organisation' || kind === 'place'
      ? { act, kind }
      : { failed: { field: 'kind', wrong: 'choice' } }
  if (act !== 'merge') return { failed: 'nothing-set' }
  // The address as the browser shows it, its number, or the very name.
  const number = numberOf(/(?:^|\/actor\/)(\d+)\s*(?:[/?#].*)?$/u.exec(other.trim())?.[1])
  if (number !== undefined) return { act, into: number }
  const named = (await actorsNamed(site.store.db, other.trim())).filter((one) => one.id !== id)
  if (named.length > 1) return { failed: 'several-actors' }
  return named[0] ? { act, into: named[0].id } : { failed: 'no-actor' }
}

export const takeCorrectionUndo = (site: Site) => async (c: Context<Env>) => {
  const id = numberOf(c.req.param('id')) ?? 0
  const { back } = wordsOf(await c.req.parseBody())
  const done = await undoCorrection(site.store.db, id, personOf(site, c))
  return answer(c, done, { back: '/corrections', on: back === undefined ? '/corrections' : ownPath(back) })
}

function answer(c: Context, done: Corrected, { back, on }: { back: string; on: string }) {
  return 'failed' in done ? refuse(c, done.failed, back) : c.redirect(on, 303)
}

function refuse(c: Context, refusal: CorrectionRefusal, back: string) {
  return respond(c, {
    kind: 'problem',
    title: t('That cannot be done'),
    status: 400,
    body: html`<h1>${t('That cannot be done')}</h1><p class="outcome failed" role="alert">${correctionRefusal(refusal)}</p><p><a href="${back}">${t('Back')}</a></p>`,
  })
}
