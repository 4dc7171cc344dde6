/** What a form says about a record's fields, checked: only what differs from the record is a change. */

import type { Patch, Who } from '../dossier/corrected.ts'
import { boundsOf } from '../dossier/date-value.ts'
import type { AnyRecord, Encounter, Figure, Party, RecordKind, Statement } from '../model/dossier.ts'
import { actorsByKey } from '../store/actors.ts'
import type { Db } from '../store/engines/engine.ts'
import { nameKey } from '../words/names.ts'
import { type CorrectionRefusal, LONGEST_FIELD } from './correction.ts'

export type Fields = Readonly<Record<string, string | undefined>>

export const encounterKinds = ['visit', 'meeting', 'talks', 'call', 'invitation'] as const
export const encounterStatuses = [
  'occurred',
  'under-way',
  'expected',
  'cancelled',
  'denied',
  'unconfirmed',
  'hypothetical',
  'habitual',
] as const
export const statementKinds = ['direct', 'reported', 'mixed'] as const
export const polarities = ['said', 'denied', 'demanded', 'promised', 'accused', 'called-for'] as const
export const figureBounds = ['exact', 'about', 'at-least', 'at-most'] as const

/** Parties in a form are words; several are parted by semicolons. */
export const partyFields = {
  encounter: {
    one: ['head', 'host', 'place', 'via'],
    many: ['travellers', 'participants', 'topics'],
  },
  statement: { one: ['speaker', 'addressee'], many: [] },
  figure: { one: [], many: [] },
} as const

type Read = { readonly patch: Patch } | { readonly failed: CorrectionRefusal }

export async function patchOf(
  db: Db,
  what: RecordKind,
  record: AnyRecord,
  { fields, text }: { fields: Fields; text: string },
): Promise<Read> {
  const patch: Record<string, Patch[string]> = {}
  const long = Object.entries(fields).find(([, value]) => (value?.length ?? 0) > LONGEST_FIELD * 4)
  if (long) return { failed: { field: long[0], wrong: 'long' } }
  const given = (field: string) => fields[field]?.trim()
  const choices: Readonly<Record<string, readonly string[]>> =
    what === 'encounter'
      ? { kind: encounterKinds, status: encounterStatuses }
      : what === 'statement'
        ? { kind: statementKinds, polarity: polarities }
        : { bound: figureBounds }
  for (const [field, known] of Object.entries(choices)) {
    const value = given(field)
    if (value === undefined || value === (record as unknown as Record<string, unknown>)[field]) continue
    if (!known.includes(value)) return { failed: { field, wrong: 'choice' } }
    patch[field] = value
  }
  for (const field of partyFields[what].one) {
    const value = given(field)
    const old = (record as unknown as Record<string, Party | undefined>)[field]
    if (value === undefined || value === (old?.text ?? '')) continue
    if (value.length > LONGEST_FIELD) return { failed: { field, wrong: 'long' } }
    patch[field] = value === '' ? null : await whoIs(db, value)
  }
  for (const field of partyFields[what].many) {
    const value = given(field)
    const old = (record as unknown as Record<string, readonly Party[]>)[field] ?? []
    if (value === undefined || value === old.map((party) => party.text).join('; ')) continue
    const words = value
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean)
    const kept = (one: string): Who | undefined => {
      const same = old.find((party) => party.text === one)
      return same && { text: one, ...(same.actor === undefined ? {} : { actor: same.actor }) }
    }
    patch[field] = await Promise.all(words.map(async (one) => kept(one) ?? whoIs(db, one)))
  }
  if (what === 'encounter') return withDate(patch, given('date'), record as Encounter)
  if (what === 'statement') return withContent(patch, given('content'), record as Statement, text)
  return withNumbers(patch, given, record as Figure)
}

type Made = Record<string, Patch[string]>

function withDate(patch: Made, value: string | undefined, { date }: Encounter): Read {
  if (value === undefined || value === (date ?? '')) return { patch }
  if (value === '') return { patch: { ...patch, date: null } }
  // ISO 8601 day, month, year, week or two of them: what a text's own dates are kept as.
  const one = /^\d{4}(?:-W\d{2}|-\d{2}(?:-\d{2})?)?$/
  const parts = value.split('/')
  if (parts.length > 2 || !parts.every((part) => one.test(part) && real(part)))
    return { failed: { field: 'date', wrong: 'date' } }
  return { patch: { ...patch, date: value } }
}

function real(part: string): boolean {
  try {
    const bounds = boundsOf(part)
    return bounds !== undefined && Temporal.PlainDate.from(bounds.earliest).toString() === bounds.earliest
  } catch {
    return false
  }
}

function withContent(patch: Made, value: string | undefined, { content }: Statement, text: string): Read {
  const old = content.map(({ start, end }) => text.slice(start, end).trim()).join(' … ')
  if (value === undefined || value === '' || value === old) return { patch }
  // A statement is shown in the article's own words or not at all.
  if (!text.includes(value)) return { failed: { field: 'content', wrong: 'words' } }
  return { patch: { ...patch, content: value } }
}

function withNumbers(patch: Made, given: (field: string) => string | undefined, figure: Figure): Read {
  const made = { ...patch }
  for (const field of ['value', 'upTo'] as const) {
    const words = given(field)
    if (words === undefined || words === String(figure[field] ?? '')) continue
    if (words === '') {
      if (field === 'value') return { failed: { field, wrong: 'needed' } }
      made[field] = null
      continue
    }
    const number = Number(words)
    if (!Number.isFinite(number) || Math.abs(number) > 1e15) return { failed: { field, wrong: 'number' } }
    made[field] = number
  }
  const of = given('of')
  if (of !== undefined && of !== figure.of) {
    if (of === '') return { failed: { field: 'of', wrong: 'needed' } }
    made.of = of.slice(0, LONGEST_FIELD)
  }
  return { patch: made }
}

/** The words, and the actor known under exactly them where there is one and no more. */
async function whoIs(db: Db, text: string): Promise<Who> {
  const same = (await actorsByKey(db, [nameKey(text)])).filter(({ names }) =>
    names.some((name) => name.toLowerCase() === text.toLowerCase()),
  )
  return same.length === 1 ? { text, actor: same[0]!.id } : { text }
}
