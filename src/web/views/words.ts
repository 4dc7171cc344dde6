/** The words pages use for what records hold: one word per idea, the same everywhere. */

import type { ActorKind, EncounterKind, EncounterStatus, Polarity } from '../../model/dossier.ts'

export const statusWord: Record<EncounterStatus, string> = {
  occurred: 'took place',
  'under-way': 'under way',
  expected: 'expected',
  cancelled: 'cancelled',
  denied: 'denied',
  unconfirmed: 'unconfirmed',
  hypothetical: 'only supposed',
  habitual: 'a habit',
}

export const encounterWord: Record<EncounterKind, string> = {
  visit: 'Visit',
  meeting: 'Meeting',
  talks: 'Talks',
  call: 'Call',
  invitation: 'Invitation',
}

export const polarityWord: Record<Polarity, string> = {
  said: 'said',
  denied: 'denied',
  demanded: 'demanded',
  promised: 'promised',
  accused: 'accused',
  'called-for': 'called for',
}

const copyWords: Record<string, string> = {
  'same-text': 'same text as',
  excerpt: 'excerpt of',
  wire: 'wire copy of',
  rewrite: 'rewrite of',
  're-post': 're-post of',
  translation: 'translation of',
  cites: 'cites',
}

export const copyWord = (kind: string): string => copyWords[kind] ?? kind

export const actorWord: Record<ActorKind, string> = {
  person: 'Person',
  organisation: 'Organisation',
  place: 'Place',
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** "Arabic" for `ar`; unknown and broken codes say so. */
export function languageName(code: string): string {
  if (code === 'und' || code === '') return 'language unknown'
  try {
    return languages.of(code) ?? code
  } catch {
    return code
  }
}

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** "A", "A and B", "A, B and 3 others". */
export function listed(names: readonly string[], most = 3): string {
  if (names.length <= 1) return names[0] ?? ''
  if (names.length > most)
    return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} others`
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
