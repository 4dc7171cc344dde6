/** A fact of an episode in words: what it is about, and what one outlet says of it. */

import { html } from 'hono/html'
import type { Encounter, EncounterStatus, Figure } from '../../model/dossier.ts'
import type { PlacedFact, PlacedTelling } from '../coverage.ts'
import { t } from '../messages.ts'
import { isoDateText } from './dates.ts'
import { figureText } from './figure.ts'
import type { Html } from './layout.ts'
import { encounterWord, statusWord } from './words.ts'

const LONGEST = 140

export function factName({ kind, what, tellings }: PlacedFact): string {
  const record = tellings[0]?.record
  if (kind !== 'encounter' || !record) return cut(what)
  const words = encounterWord((record as Encounter).kind)
  const name = what.replace(/^[a-z]+: /, `${words}: `)
  return isStatus(what)
    ? t('{encounter}: whether it took place', { encounter: name.replace(/: status$/, '') })
    : name
}

const isStatus = (what: string): boolean => what.endsWith(': status')

const cut = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …`

export function valueWords({ kind, what }: PlacedFact, { value, record }: PlacedTelling): Html | string {
  if (kind === 'figure' && record) return figureText(record as Figure)
  if (kind === 'encounter') {
    if (isStatus(what)) return statusWord(value as EncounterStatus)
    if (value !== '') return isoDateText(value)
  }
  return html`<span aria-hidden="true">●</span><span class="unseen">${t('has it')}</span>`
}
