/**
 * Corrections by people to actors: rename, set the kind, merge two, split a name off, and take back.
 *
 * What is decided is written where pages read it and taught for later articles in one transaction. A correction that
 * a later one of the same actors builds on is taken back after that one.
 */

import { fullNames, plainName } from '../dossier/join.ts'
import type { ActorKind } from '../model/dossier.ts'
import {
  dropNames,
  endTaught,
  followMerged,
  refreshName,
  setActor,
  teachNames,
} from '../store/actor-decisions.ts'
import { moveActor, movedBy, type Naming, namingsOf } from '../store/actor-moves.ts'
import { actorPage } from '../store/actor-page.ts'
import { addNames, makeActor, namesOf } from '../store/actors.ts'
import { type Correction, type Detail, laterActorCorrections, logCorrection } from '../store/corrections.ts'
import type { Db } from '../store/engines/engine.ts'
import { nameKey } from '../words/names.ts'
import { nameIn } from '../words/shown-name.ts'
import { type Corrected, LONGEST_FIELD, type Person } from './correction.ts'

export type ActorAct =
  | { readonly act: 'rename'; readonly name: string }
  | { readonly act: 'kind'; readonly kind: ActorKind }
  | { readonly act: 'merge'; readonly into: number }
  | { readonly act: 'split'; readonly name: string }

export function correctActor(db: Db, id: number, act: ActorAct, person: Person): Promise<Corrected> {
  return db.transaction().execute(async (trx) => {
    const actor = await actorPage(trx, id)
    if (!actor || actor.merged_into !== null) return { failed: 'no-actor' as const }
    const log = (detail: Omit<Detail, 'about'>) =>
      logCorrection(trx, {
        what: 'actor',
        act: act.act,
        subject: id,
        article: null,
        reader: person.reader,
        by: person.name,
        at: person.now,
        detail: { about: actor.name, ...detail },
      })
    const teach = (names: readonly string[], to: number, correction: number, kind: ActorKind = actor.kind) =>
      teachNames(trx, [...new Set(fullNames(kind, names).map(plainName))].filter(Boolean), to, correction)

    if (act.act === 'rename') {
      const name = act.name.replaceAll(/\s+/gu, ' ').trim()
      if (name === '') return { failed: 'no-name' as const }
      if (name.length > LONGEST_FIELD) return { failed: { field: 'name', wrong: 'long' } as const }
      if (name === actor.name && actor.named) return { failed: 'same-name' as const }
      const names = actor.names.includes(name) ? [] : [name]
      const correction = await log({ before: actor.name, after: name, named: actor.named ? 1 : 0, names })
      await setActor(trx, id, { name, named: 1 })
      await addNames(trx, id, [name], nameKey)
      await teach([name], id, correction)
      return { correction }
    }
    if (act.act === 'kind') {
      if (act.kind === actor.kind) return { failed: 'same-kind' as const }
      const correction = await log({ before: actor.kind, after: act.kind })
      await setActor(trx, id, { kind: act.kind })
      // Later articles may take the name for the old kind again.
      await teach(actor.names, id, correction)
      return { correction }
    }
    if (act.act === 'merge') {
      if (act.into === id) return { failed: 'itself' as const }
      const other = await actorPage(trx, act.into)
      if (!other) return { failed: 'no-actor' as const }
      if (other.merged_into !== null)
        return { failed: other.merged_into === id ? ('itself' as const) : ('no-actor' as const) }
      const names = actor.names.filter((name) => !other.names.includes(name))
      const correction = await log({ other: other.id, after: other.name, names })
      await moveActor(trx, { correction, from: id, to: other.id, moves: () => true })
      await addNames(trx, other.id, names, nameKey)
      await setActor(trx, id, { merged_into: other.id })
      await teach(actor.names, other.id, correction, other.kind)
      await followMerged(trx, id, other.id)
      return { correction }
    }
    if (!actor.names.includes(act.name)) return { failed: 'no-name' as const }
    if (actor.names.length < 2) return { failed: 'only-name' as const }
    const other = await makeActor(trx, { kind: actor.kind, name: act.name })
    const correction = await log({ other, after: act.name, names: [act.name] })
    const moves = splitBy(await namingsOf(trx, id), new Set([plainName(act.name)]), actor.kind)
    await addNames(trx, other, [act.name], nameKey)
    await dropNames(trx, id, [act.name])
    await moveActor(trx, { correction, from: id, to: other, moves })
    await teach([act.name], other, correction)
    const left = (await namesOf(trx, [id])).get(id)
    const shown = left && nameIn(left, { script: 'Latin', person: actor.kind === 'person' })
    if (actor.name === act.name) await refreshName(trx, id, shown ?? [...(left?.keys() ?? [])][0] ?? act.name)
    return { correction }
  })
}

/** Takes back what stands. `log` writes the undo and gives its id. */
export async function undoActor(db: Db, made: Correction, log: () => Promise<number>): Promise<Corrected> {
  const { act, subject: id, detail } = made
  const own = new Set([id, ...(detail.other === undefined ? [] : [detail.other])])
  const later = await laterActorCorrections(db, made.id)
  if (
    later.some((one) => own.has(one.subject) || (one.detail.other !== undefined && own.has(one.detail.other)))
  )
    return { failed: 'later-first' }
  const correction = await log()
  await endTaught(db, made.id, correction)
  if (act === 'rename') {
    await setActor(db, id, { name: detail.before!, named: detail.named ?? 0 })
    await dropNames(db, id, detail.names ?? [])
  } else if (act === 'kind') {
    await setActor(db, id, { kind: detail.before as ActorKind })
  } else if (act === 'merge') {
    const other = detail.other!
    await setActor(db, id, { merged_into: null })
    const moved = await movedBy(db, made.id)
    const since = splitBy(
      await namingsOf(db, other, made.at),
      new Set((detail.names ?? []).map(plainName)),
      'person',
    )
    await moveActor(db, {
      correction,
      from: other,
      to: id,
      moves: (at) => moved.has(`${at.article} ${at.version} ${at.span.start}`) || since(at),
    })
    await dropNames(db, other, detail.names ?? [])
  } else if (act === 'split') {
    const other = detail.other!
    const names = [...((await namesOf(db, [other])).get(other)?.keys() ?? [])]
    await moveActor(db, { correction, from: other, to: id, moves: () => true })
    await addNames(db, id, names, nameKey)
    await setActor(db, other, { merged_into: id })
    if (detail.about === detail.after) await refreshName(db, id, detail.about)
  }
  return { correction }
}

type At = Parameters<Parameters<typeof moveActor>[1]['moves']>[0]

/**
 * What goes with names that are split off: in an article that gives no other full name of the actor all of it, "he"
 * and "the minister" too; where it gives both, the namings by these names alone.
 */
function splitBy(
  namings: readonly Naming[],
  names: ReadonlySet<string>,
  kind: ActorKind,
): (at: At) => boolean {
  const whole = new Set<string>()
  const spots = new Set<string>()
  for (const [key, of] of Map.groupBy(namings, ({ article, version }) => `${article} ${version}`)) {
    const full = of.filter(({ form, text }) => form === 'name' && fullNames(kind, [text]).length > 0)
    const forms = full.length > 0 ? full : of.filter(({ form }) => form === 'name')
    const meant = forms.filter(({ text }) => names.has(plainName(text)))
    if (meant.length === 0) continue
    if (meant.length === forms.length) whole.add(key)
    else
      for (const { start } of of.filter(({ text }) => names.has(plainName(text))))
        spots.add(`${key} ${start}`)
  }
  return ({ article, version, span }) =>
    whole.has(`${article} ${version}`) || spots.has(`${article} ${version} ${span.start}`)
}
