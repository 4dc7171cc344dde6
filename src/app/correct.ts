/**
 * Corrections by people to records: confirm, reject, edit, and take back.
 *
 * Each is one transaction: the log gains a row and the record's own row becomes what the decisions that stand make of
 * what was read. Read anew, an article's records are found again by their sentence, and the decisions laid over them.
 */

import {
  carried,
  findAgain,
  firstEvidence,
  identityOf,
  type Patch,
  patched,
  sentenceKey,
} from '../dossier/corrected.ts'
import type { AnyRecord, RecordKind } from '../model/dossier.ts'
import type { Sentence } from '../model/span.ts'
import { actorNow } from '../store/actors.ts'
import {
  type Correction,
  correctionById,
  correctionsOf,
  logCorrection,
  recordRow,
  recordsOfVersion,
  retouch,
  type Standing,
  type Touched,
  touch,
  touchedById,
  touchedByRow,
  touchedIn,
  versionText,
  writeRecord,
} from '../store/corrections.ts'
import type { Db } from '../store/engines/engine.ts'
import { undoActor } from './correct-actor.ts'
import { type Fields, patchOf } from './correct-fields.ts'
import type { Corrected, Person } from './correction.ts'

type RecordAct = 'confirm' | 'reject' | 'edit'

/** Decides on the record that stands in the row. `fields` are the form's words, where it is an edit. */
export function correctRecord(
  db: Db,
  { what, row, act, fields = {} }: { what: RecordKind; row: number; act: RecordAct; fields?: Fields },
  person: Person,
): Promise<Corrected> {
  return db.transaction().execute(async (trx) => {
    const found = await recordRow(trx, what, row)
    const version = found && (await versionText(trx, found.article, found.version))
    if (!found || !version || version.newest !== found.version) return { failed: 'no-record' as const }
    let patch: Patch | undefined
    if (act === 'edit') {
      const read = await patchOf(trx, what, found.record, { fields, text: version.text })
      if ('failed' in read) return read
      if (Object.keys(read.patch).length === 0) return { failed: 'nothing-set' as const }
      patch = read.patch
    }
    const touched =
      (await touchedByRow(trx, what, row)) ??
      (await touch(trx, {
        what,
        article: found.article,
        version: found.version,
        sentence: sentenceKey(version.text, firstEvidence(found.record)),
        identity: identityOf(what, found.record, version.text),
        asRead: found.record,
        origin: 'reading',
        row,
        standing: 'read',
      }))
    const { start, end } = firstEvidence(found.record)
    const correction = await logCorrection(trx, {
      what,
      act,
      subject: touched.id,
      article: found.article,
      reader: person.reader,
      by: person.name,
      at: person.now,
      detail: { about: version.text.slice(start, end), ...(patch ? { patch } : {}) },
    })
    await settleRecord(trx, touched, version.text)
    return { correction }
  })
}

/** Takes one correction back; the others of the same record stand. */
export function undoCorrection(db: Db, id: number, person: Person): Promise<Corrected> {
  return db.transaction().execute(async (trx) => {
    const made = await correctionById(trx, id)
    if (!made) return { failed: 'no-correction' as const }
    if (made.act === 'undo') return { failed: 'is-undo' as const }
    if (made.undone !== null) return { failed: 'undone' as const }
    const { what, subject, article, detail } = made
    const log = () =>
      logCorrection(trx, {
        what,
        act: 'undo',
        subject,
        article,
        reader: person.reader,
        by: person.name,
        at: person.now,
        undoes: id,
        detail: { about: detail.about },
      })
    if (what === 'actor') return undoActor(trx, made, log)
    const touched = await touchedById(trx, subject)
    const version = touched && (await versionText(trx, touched.article, touched.version))
    if (!touched || !version) return { failed: 'no-record' as const }
    const correction = await log()
    // Where its sentence is gone there is no row to change; what is decided counts should it come back.
    if (version.newest === touched.version) await settleRecord(trx, touched, version.text)
    return { correction }
  })
}

/** Finds what was decided on again in the version that was just saved. */
export async function carryCorrections(db: Db, article: number): Promise<void> {
  const known = await touchedIn(db, article)
  if (known.length === 0) return
  const version = await versionText(db, article)
  if (!version) return
  const { text, number } = version
  const sentences = JSON.parse(version.sentences) as Sentence[]
  for (const what of new Set(known.map((one) => one.what))) {
    const before = known.filter((one) => one.what === what && one.version !== number)
    const rows = await recordsOfVersion(db, what, article, number)
    const now = rows.map(({ record }) => ({
      sentence: sentenceKey(text, firstEvidence(record)),
      identity: identityOf(what, record, text),
    }))
    const matches = findAgain(before, now)
    for (const [index, touched] of before.entries()) {
      const match = matches[index]
      if (match !== undefined) {
        const { id: row, record: asRead } = rows[match]!
        const { identity } = now[match]!
        await retouch(db, touched.id, { version: number, asRead, row, identity })
        await settleRecord(db, { ...touched, version: number, asRead, row, identity }, text)
        continue
      }
      const sentence = sentences.find((one) => sentenceKey(text, one) === touched.sentence)
      const older = sentence && (await versionText(db, article, touched.version))
      const wanted = touched.standing !== 'rejected' && touched.standing !== 'read'
      if (!sentence || !older || !wanted) {
        await retouch(db, touched.id, { ...touched, row: null })
        continue
      }
      const asRead = carried(touched.asRead, older, { text, sentence })
      await retouch(db, touched.id, { ...touched, version: number, asRead, row: null })
      await settleRecord(db, { ...touched, version: number, asRead, row: null }, text)
    }
  }
}

/** Writes what the decisions that stand make of the record. */
async function settleRecord(db: Db, touched: Touched, text: string): Promise<void> {
  const { standing, patches } = standingOf(
    await correctionsOf(db, touched.what, touched.id),
    touched.origin === 'engine' ? 'suggested' : 'read',
  )
  let record: AnyRecord = touched.asRead
  for (const patch of patches) record = patched(record, await resolved(db, patch), text)
  await writeRecord(db, touched, standing === 'rejected' ? undefined : record, standing)
}

function standingOf(
  corrections: readonly Correction[],
  unsaid: Standing,
): { readonly standing: Standing; readonly patches: readonly Patch[] } {
  const standing = corrections.filter(({ act, undone }) => act !== 'undo' && undone === null)
  const patches = standing.flatMap(({ detail }) => (detail.patch ? [detail.patch as Patch] : []))
  const last = standing.findLast(({ act }) => act !== 'edit')
  if (last?.act === 'reject') return { standing: 'rejected', patches }
  if (patches.length > 0) return { standing: 'edited', patches }
  return { standing: last ? 'confirmed' : unsaid, patches }
}

/** Actors a person named may have been merged since. */
async function resolved(db: Db, patch: Patch): Promise<Patch> {
  const made: Record<string, unknown> = {}
  const now = async (who: { text: string; actor?: number }) =>
    who.actor === undefined ? who : { ...who, actor: await actorNow(db, who.actor) }
  for (const [field, value] of Object.entries(patch)) {
    if (Array.isArray(value)) made[field] = await Promise.all(value.map(now))
    else if (typeof value === 'object' && value !== null) made[field] = await now(value as { text: string })
    else made[field] = value
  }
  return made as Patch
}
