/** The words pages use for what records hold: one word per idea, the same everywhere. */

import type { ActorKind, EncounterKind, EncounterStatus, Polarity } from '../../model/dossier.ts'
import { language, languages, t } from '../messages.ts'

type Words<K extends string> = Readonly<Record<K, () => string>>

const statusWords: Words<EncounterStatus> = {
  occurred: () => t('took place'),
  'under-way': () => t('under way'),
  expected: () => t('expected'),
  cancelled: () => t('cancelled'),
  denied: () => t('denied'),
  unconfirmed: () => t('unconfirmed'),
  hypothetical: () => t('only supposed'),
  habitual: () => t('a habit'),
}

const encounterWords: Words<EncounterKind> = {
  visit: () => t('Visit'),
  meeting: () => t('Meeting'),
  talks: () => t('Talks'),
  call: () => t('Call'),
  invitation: () => t('Invitation'),
}

const polarityWords: Words<Polarity> = {
  said: () => t('said'),
  denied: () => t('denied'),
  demanded: () => t('demanded'),
  promised: () => t('promised'),
  accused: () => t('accused'),
  'called-for': () => t('called for'),
}

const copyWords: Words<string> = {
  'same-text': () => t('same text as'),
  excerpt: () => t('excerpt of'),
  wire: () => t('wire copy of'),
  rewrite: () => t('rewrite of'),
  're-post': () => t('re-post of'),
  translation: () => t('likely a translation of'),
  cites: () => t('cites'),
}

const actorWords: Words<ActorKind> = {
  person: () => t('Person'),
  organisation: () => t('Organisation'),
  place: () => t('Place'),
}

export const statusWord = (status: EncounterStatus): string => statusWords[status]()
export const encounterWord = (kind: EncounterKind): string => encounterWords[kind]()
export const polarityWord = (polarity: Polarity): string => polarityWords[polarity]()
export const copyWord = (kind: string): string => copyWords[kind]?.() ?? kind
export const actorWord = (kind: ActorKind): string => actorWords[kind]()

/** "Arabic" for `ar`; unknown and broken codes say so. */
export function languageName(code: string): string {
  if (code === 'und' || code === '') return t('language unknown')
  try {
    return names().of(code) ?? code
  } catch {
    return code
  }
}

/** "3 articles": the message is `{n, plural, one {# article} other {# articles}}`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  t(`{n, plural, one {# ${one}} other {# ${many}}}`, { n })

/** "A", "A and B", "A, B and 3 others". */
export function listed(all: readonly string[], most = 3): string {
  if (all.length <= most) return joined().format(all)
  const rest = all.length - most + 1
  return joined().format([...all.slice(0, most - 1), count(rest, 'other')])
}

const names = inLanguage((locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }))
const joined = inLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/** One of a kind for each interface language, made when first asked for. */
export function inLanguage<T>(make: (locale: string) => T): () => T {
  const made = new Map<string, T>()
  return () => {
    const { locale } = languages[language()]
    const known = made.get(locale)
    if (known !== undefined) return known
    const one = make(locale)
    made.set(locale, one)
    return one
  }
}
