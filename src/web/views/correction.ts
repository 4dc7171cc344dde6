/** The words of corrections to records and actors: how a record stands, what was decided, why it cannot be. */

import { html } from 'hono/html'
import type { CorrectionRefusal } from '../../app/correction.ts'
import { LONGEST_FIELD } from '../../app/correction.ts'
import type { ActorKind, RecordKind } from '../../model/dossier.ts'
import type { Correction, Standing } from '../../store/corrections.ts'
import { rich, t } from '../messages.ts'
import { momentTime } from './dates.ts'
import type { Html } from './layout.ts'
import { actorWord } from './words.ts'

const standingWords: Readonly<Record<Standing, () => string>> = {
  read: () => '',
  suggested: () => t('suggested by the engine'),
  confirmed: () => t('confirmed'),
  edited: () => t('corrected'),
  rejected: () => t('rejected'),
}

export const standingWord = (standing: Standing): string => standingWords[standing]()

export const toCorrect = (what: RecordKind, row: number): Html =>
  html`<a class="to-correct" href="/record/${what}/${row}">${t('Correct')}</a>`

/** How the record stands, where somebody decided on it, and the way to decide. */
export const recordMark = (what: RecordKind, row: number, standing: Standing | undefined): Html =>
  html`<span class="record-mark">${standing ? html`<span class="standing standing-${standing}">${standingWord(standing)}</span> ` : ''}${toCorrect(what, row)}</span>`

const recordWords: Readonly<Record<RecordKind, () => string>> = {
  encounter: () => t('Encounter'),
  statement: () => t('Statement'),
  figure: () => t('Figure'),
}

export const recordWord = (what: RecordKind): string => recordWords[what]()

const fieldWords: Readonly<Record<string, () => string>> = {
  kind: () => t('Kind'),
  status: () => t('Status'),
  polarity: () => t('Manner'),
  bound: () => t('Bound'),
  date: () => t('Date'),
  travellers: () => t('Travellers'),
  head: () => t('Led by'),
  host: () => t('Host'),
  participants: () => t('Participants'),
  place: () => t('Place'),
  via: () => t('By way of'),
  topics: () => t('Topics'),
  speaker: () => t('Speaker'),
  addressee: () => t('To whom'),
  content: () => t('Words'),
  value: () => t('Number'),
  upTo: () => t('Up to'),
  of: () => t('Of what'),
  name: () => t('Name'),
}

export const fieldWord = (field: string): string => fieldWords[field]?.() ?? field

const wrongWords = {
  choice: (field: string) => t('{field}: choose one of those offered.', { field }),
  date: (field: string) =>
    t('{field}: write a day, month or year as 2026-03-18, 2026-03 or 2026, or two of them with / between.', {
      field,
    }),
  number: (field: string) => t('{field}: write a number in digits, without signs between them.', { field }),
  words: (field: string) => t('{field}: these words are not in the article as written.', { field }),
  long: (field: string) => t('{field}: at most {n} signs.', { field, n: LONGEST_FIELD }),
  needed: (field: string) => t('{field}: this cannot be empty.', { field }),
}

const refusals: Readonly<Record<Extract<CorrectionRefusal, string>, () => string>> = {
  'no-record': () => t('There is no such record any more; the article may have been read again since.'),
  'no-correction': () => t('There is no such correction.'),
  'is-undo': () => t('What was taken back cannot be taken back once more; make the correction again.'),
  undone: () => t('This was taken back already.'),
  'later-first': () => t('A later correction builds on this one; take that back first.'),
  'nothing-set': () => t('Nothing was changed.'),
  'no-actor': () => t('There is no such person, organisation or place.'),
  'several-actors': () => t('Several go by this name; give the address of the one that is meant.'),
  itself: () => t('The two are one already.'),
  'no-name': () => t('Give a name that is known here.'),
  'only-name': () => t('This is the only name; there is nothing to part it from.'),
  'same-name': () => t('That is the name already.'),
  'same-kind': () => t('That is what it is taken for already.'),
}

export const correctionRefusal = (refusal: CorrectionRefusal): string =>
  typeof refusal === 'string' ? refusals[refusal]() : wrongWords[refusal.wrong](fieldWord(refusal.field))

/** What was decided, by whom and when. */
export function correctionSentence(one: Correction): Html {
  const { act, what, at, detail } = one
  const by = html`<bdi>${one.by}</bdi>`
  const when = momentTime(at)
  const name = html`<a href="/actor/${one.subject}"><bdi>${detail.about}</bdi></a>`
  const after = html`<bdi>${detail.after ?? ''}</bdi>`
  if (act === 'undo') return rich('{by} took a correction back, {when}.', { by, when })
  if (act === 'confirm')
    return rich('{by} confirmed this {what}, {when}.', { by, when, what: recordWord(what as RecordKind) })
  if (act === 'reject')
    return rich('{by} rejected this {what}, {when}.', { by, when, what: recordWord(what as RecordKind) })
  if (act === 'edit')
    return rich('{by} corrected this {what}, {when}: {fields}.', {
      by,
      when,
      what: recordWord(what as RecordKind),
      fields: html`${Object.entries(detail.patch ?? {}).map(
        ([field, value], index) =>
          html`${index > 0 ? '; ' : ''}${fieldWord(field)} <bdi>${valueWords(value)}</bdi>`,
      )}`,
    })
  if (act === 'rename') return rich('{by} named {name} {after}, {when}.', { by, name, after, when })
  if (act === 'kind')
    return rich('{by} made {name} a {kind}, {when}.', {
      by,
      name,
      kind: actorWord(detail.after as ActorKind),
      when,
    })
  const other = html`<a href="/actor/${detail.other}"><bdi>${detail.after ?? ''}</bdi></a>`
  return act === 'merge'
    ? rich('{by} merged {name} into {other}, {when}.', { by, name, other, when })
    : rich('{by} parted {other} from {name}, {when}.', { by, name, other, when })
}

function valueWords(value: unknown): string {
  if (value === null) return t('taken away')
  if (Array.isArray(value))
    return value.map((one) => (one as { text: string }).text).join('; ') || t('nobody')
  return typeof value === 'object' ? (value as { text: string }).text : String(value)
}
