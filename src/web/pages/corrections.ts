/** What people corrected, newest first, each with its undo; and one record with the forms that correct it. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import {
  encounterKinds,
  encounterStatuses,
  figureBounds,
  partyFields,
  polarities,
  statementKinds,
} from '../../app/correct-fields.ts'
import { LONGEST_FIELD } from '../../app/correction.ts'
import type { AnyRecord, Encounter, Figure, Party, RecordKind, Statement } from '../../model/dossier.ts'
import {
  type Correction,
  correctionsOf,
  listCorrections,
  recordRow,
  touchedByRow,
} from '../../store/corrections.ts'
import { witnesses } from '../../store/evidence.ts'
import { placeOf } from '../../store/stories.ts'
import { recordKindOf } from '../correction-acts.ts'
import { t } from '../messages.ts'
import { ownPath } from '../session.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { correctionSentence, fieldWord, recordWord, standingWord } from '../views/correction.ts'
import { figureBoundWord } from '../views/figure.ts'
import { type Html, respond } from '../views/layout.ts'
import { pageOf, pager } from '../views/pager.ts'
import { problemPage } from '../views/problem.ts'
import { evidence } from '../views/quote.ts'
import { encounterWord, polarityWord, statusWord } from '../views/words.ts'

const PER_PAGE = 50

export const correctionsPage = (site: Site) => async (c: Context<Env>) => {
  const page = pageOf(c.req.query('page'))
  const found = await listCorrections(site.store.db, { limit: PER_PAGE + 1, offset: (page - 1) * PER_PAGE })
  const shown = found.slice(0, PER_PAGE)
  return respond(c, {
    kind: 'corrections',
    title: t('Corrections'),
    body: html`<h1>${t('Corrections')}</h1>
<p class="section-note">${t('What was corrected by hand in encounters, statements, figures and names. Corrections hold for articles that come later, and each can be taken back.')}</p>
${shown.length === 0 ? html`<p class="empty">${t('Nobody has corrected anything yet. Every encounter, statement and figure has “Correct” beside it.')}</p>` : correctionList(shown)}
${pager(page, found.length > PER_PAGE, (to) => `/corrections?page=${to}`)}`,
  })
}

const correctionList = (corrections: readonly Correction[], back?: string): Html =>
  html`<ol class="corrections">${corrections.map(
    (
      one,
    ) => html`<li id="correction-${one.id}"${one.undone === null ? '' : html` class="undone"`}><p>${correctionSentence(one)}${one.undone === null ? '' : html` <span class="because">${t('taken back')}</span>`}</p>
${one.what === 'actor' ? '' : html`<p class="evidence"><q dir="auto">${one.detail.about}</q> ${one.article === null ? '' : html`<a href="/article/${one.article}">${t('The article')}</a>`}</p>`}
${one.act === 'undo' || one.undone !== null ? '' : html`<form method="post" action="/corrections/${one.id}/undo" class="inline">${back && html`<input type="hidden" name="back" value="${back}">`}<button>${t('Take it back')}</button></form>`}</li>`,
  )}</ol>`

export const recordPage = (site: Site) => async (c: Context<Env>) => {
  const { db } = site.store
  const what = recordKindOf(c.req.param('what'))
  const id = numberOf(c.req.param('id'))
  const row = what && id !== undefined ? await recordRow(db, what, id) : undefined
  if (!what || !row)
    return problemPage(
      c,
      404,
      t('There is no record under this address. What was rejected stands under Corrections.'),
    )
  const [seen, touched, place] = await Promise.all([
    witnesses(db, [row.article]),
    touchedByRow(db, what, row.id),
    placeOf(db, row.article),
  ])
  const witness = seen.get(row.article)
  const done = touched ? await correctionsOf(db, what, touched.id) : []
  const [span] = [row.record.evidence].flat()
  const back = ownPath(
    c.req.query('back') ??
      (place === undefined ? `/article/${row.article}` : `/story/${place.story}#${what}-${row.id}`),
  )
  const action = `/record/${what}/${row.id}`
  const hidden = html`<input type="hidden" name="back" value="${back}">`
  return respond(c, {
    kind: 'record',
    title: t('Correct a record'),
    body: html`<p class="kicker"><a href="${back}">${t('Back')}</a></p><h1>${recordWord(what)}</h1>
${touched && touched.standing !== 'read' ? html`<p class="record-mark"><span class="standing standing-${touched.standing}">${standingWord(touched.standing)}</span></p>` : ''}
${evidence(witness, span)}
<form method="post" action="${action}" class="verdict">${hidden}<button name="act" value="confirm">${t('It is right')}</button> <button name="act" value="reject">${t('It is wrong: take it off the pages')}</button></form>
<form method="post" action="${action}" class="record-form" aria-labelledby="edit"><h2 id="edit">${t('Change what it says')}</h2>${hidden}
${fieldsOf(what, row.record, witness?.text ?? '')}
<p><button name="act" value="edit">${t('Save')}</button></p></form>
${done.length > 0 && html`<section aria-labelledby="done"><h2 id="done">${t('What was decided')}</h2>${correctionList([...done].reverse(), action)}</section>`}
<p class="all"><a href="/corrections">${t('All corrections')}</a></p>`,
  })
}

function fieldsOf(what: RecordKind, record: AnyRecord, text: string): Html {
  const own = record as unknown as Readonly<Record<string, Party | readonly Party[] | undefined>>
  const parties = html`${partyFields[what].one.map((field) => textField(field, (own[field] as Party | undefined)?.text ?? ''))}${partyFields[
    what
  ].many.map((field) =>
    textField(field, ((own[field] ?? []) as readonly Party[]).map((party) => party.text).join('; ')),
  )}${partyFields[what].many.length > 0 ? html`<p class="hint">${t('Several names are parted by semicolons.')}</p>` : ''}`
  if (what === 'encounter') {
    const { kind, status, date } = record as Encounter
    return html`${choice('kind', kind, encounterKinds, encounterWord)}${choice('status', status, encounterStatuses, statusWord)}${textField('date', date ?? '', t('2026-03-18, 2026-03, 2026 or 2026-03-18/2026-03-20'))}${parties}`
  }
  if (what === 'statement') {
    const { kind, polarity, content } = record as Statement
    const words = content.map(({ start, end }) => text.slice(start, end).trim()).join(' … ')
    return html`${choice('kind', kind, statementKinds, statementKindWord)}${choice('polarity', polarity, polarities, polarityWord)}${textField('content', words, t('In the article’s own words.'))}${parties}`
  }
  const { value, upTo, bound, of } = record as Figure
  return html`${textField('value', String(value))}${textField('upTo', String(upTo ?? ''))}${choice('bound', bound, figureBounds, figureBoundWord)}${textField('of', of)}`
}

const statementKindWords = {
  direct: () => t('in quotation marks'),
  reported: () => t('as reported'),
  mixed: () => t('partly quoted'),
}
const statementKindWord = (kind: keyof typeof statementKindWords): string => statementKindWords[kind]()

const textField = (field: string, value: string, hint?: string): Html =>
  html`<p class="field"><label for="f-${field}">${fieldWord(field)}</label> <input id="f-${field}" name="${field}" value="${value}" dir="auto" maxlength="${LONGEST_FIELD * (field === 'content' ? 4 : 1)}"${hint === undefined ? '' : html` aria-describedby="h-${field}"`}>${hint === undefined ? '' : html` <span class="hint" id="h-${field}">${hint}</span>`}</p>`

const choice = <K extends string>(field: string, now: K, all: readonly K[], word: (one: K) => string): Html =>
  html`<p class="field"><label for="f-${field}">${fieldWord(field)}</label> <select id="f-${field}" name="${field}">${all.map((one) => html`<option value="${one}"${one === now ? html` selected` : ''}>${word(one)}</option>`)}</select></p>`
