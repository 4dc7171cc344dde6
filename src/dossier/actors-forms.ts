/** Decides which names of one text name the same actor: fuller and shorter forms, initials, other spellings. */

import type { ActorKind } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { nameKey, sameName } from '../words/names.ts'
import { placeOf } from '../words/places.ts'
import { folded } from './names-lexicon.ts'

export type Draft = {
  readonly kind: ActorKind
  readonly forms: string[]
  readonly at: Span[]
}

const HONORIFIC =
  /^(mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|rev|gen|lt|col|maj|capt|sgt|sen|rep|gov|sheikh|sheik|sayyed|sayyid|hajj|haj|imam|ayatollah|pope|king|queen|prince|princess|president|minister|general|colonel|captain|major|senator|judge|justice)\.?\s+/iu

/** A name without the title the span may have taken in. */
export const bare = (form: string): string => {
  const cut = form.replace(/['’]s?$/u, '').replace(HONORIFIC, '')
  return cut.length > 1 ? cut : form
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['un', 'united nations'],
  ['u.n.', 'united nations'],
  ['eu', 'european union'],
  ['e.u.', 'european union'],
  ['plo', 'palestine liberation organization'],
  ['gcc', 'gulf cooperation council'],
  ['au', 'african union'],
  ['nato', 'north atlantic treaty organization'],
  ['imf', 'international monetary fund'],
  ['wto', 'world trade organization'],
  ['who', 'world health organization'],
  ['iaea', 'international atomic energy agency'],
  ['icc', 'international criminal court'],
  ['icrc', 'international committee of the red cross'],
  ['fbi', 'federal bureau of investigation'],
  ['cia', 'central intelligence agency'],
  ['ecb', 'european central bank'],
  ['fed', 'federal reserve'],
  ['hizbollah', 'hezbollah'],
  ['hizbullah', 'hezbollah'],
  ['afp', 'agence france-presse'],
  ['ap', 'associated press'],
  ['the associated press', 'associated press'],
  ['idf', 'israel defense forces'],
  ['gaza', 'gaza strip'],
  ['un security council', 'united nations security council'],
  ['u.n. security council', 'united nations security council'],
  ['isis', 'islamic state'],
  ['isil', 'islamic state'],
  ['daesh', 'islamic state'],
  ['al qaeda', 'al-qaeda'],
])
/** Parts of a country with a name and a government of their own. */
const OWN = /^(england|scotland|wales|northern ireland|somaliland)$/u

/** What two names of places or bodies must share to be one. */
export function bodyKey(kind: ActorKind, form: string): string {
  const plain = folded(form.replace(/['’]s?$/u, '').replace(/^the\s+/iu, ''))
  if (kind === 'place' && !OWN.test(plain)) {
    const place = placeOf(form) ?? placeOf(form.replace(/^the\s+/iu, ''))
    if (place?.kind === 'country') return `country ${place.country}`
  }
  return ALIASES.get(plain) ?? plain
}

const initialsOf = (form: string): string =>
  form
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')

/** The drafts of one text, filed under all that a later name could find them by, so that long texts stay quick. */
export type Gathering = { readonly drafts: Draft[]; readonly filed: Map<string, Draft[]> }

export const gathering = (): Gathering => ({ drafts: [], filed: new Map() })

function file(into: Gathering, key: string, draft: Draft): void {
  const there = into.filed.get(key)
  if (!there) into.filed.set(key, [draft])
  else if (!there.includes(draft)) there.push(draft)
}

/** Bodies: same key, or an abbreviation that the text itself explains: "Sejong Institute (SI)". */
export function joinBodies(all: Gathering, kind: ActorKind, form: string, at: Span, text: string): Draft {
  const key = `${kind} ${bodyKey(kind, form)}`
  let found = all.filed.get(key)?.[0]
  if (!found && /^[\p{Lu}&.-]{2,8}$/u.test(form)) {
    const letters = form.replace(/[^\p{Lu}]/gu, '')
    found =
      all.filed.get(`${kind} initials ${letters}`)?.[0] ??
      (text[at.start - 1] === '(' ? all.filed.get(`${kind} end ${at.start - 2}`)?.[0] : undefined)
  }
  const draft = found ? into(found, form, at) : fresh(all, kind, form, at)
  if (!found) file(all, `${kind} initials ${initialsOf(form)}`, draft)
  file(all, key, draft)
  file(all, `${kind} end ${at.end}`, draft)
  return draft
}

function into(draft: Draft, form: string, at: Span): Draft {
  if (!draft.forms.includes(form)) draft.forms.push(form)
  draft.at.push(at)
  return draft
}

function fresh(all: Gathering, kind: ActorKind, form: string, at: Span): Draft {
  const draft: Draft = { kind, forms: [form], at: [at] }
  all.drafts.push(draft)
  return draft
}

/** People with two words or more of name: equal, one inside the other, or plainly the same otherwise spelt. */
export function joinFull(all: Gathering, form: string, at: Span): Draft {
  const exact = `whole ${folded(form)}`
  const words = folded(form).split(/\s+/u)
  const found =
    all.filed.get(exact)?.[0] ??
    [words[0]!, words.at(-1)!, `key ${nameKey(form)}`]
      .flatMap((key) => all.filed.get(key) ?? [])
      .find((d) => d.forms.some((f) => /\s/u.test(f) && sameFull(f, form)))
  const known = found?.forms.includes(form)
  const draft = found ? into(found, form, at) : fresh(all, 'person', form, at)
  if (!known) filePerson(all, draft, form)
  return draft
}

/** A person of whom the text gives one word alone. */
export function joinAlone(all: Gathering, form: string, at: Span): Draft {
  const draft = fresh(all, 'person', form, at)
  filePerson(all, draft, form)
  return draft
}

function filePerson(all: Gathering, draft: Draft, form: string): void {
  const words = folded(form).split(/\s+/u)
  file(all, `whole ${folded(form)}`, draft)
  file(all, `key ${nameKey(form)}`, draft)
  for (const word of words) {
    file(all, word, draft)
    file(all, word.replace(ARTICLE, ''), draft)
  }
  file(all, `last ${nameKey(words.at(-1)!.replace(ARTICLE, ''))}`, draft)
}

function sameFull(a: string, b: string): boolean {
  if (folded(a) === folded(b)) return true
  const x = folded(a).split(/\s+/u)
  const y = folded(b).split(/\s+/u)
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (
    short.length >= 2 &&
    short.every((word) => long.includes(word)) &&
    (short[0] === long[0] || short.at(-1) === long.at(-1))
  ) {
    return true
  }
  if (nameKey(a) !== nameKey(b)) return false
  const { verdict, score } = sameName(a, b)
  return verdict === 'same' && score > 0.93
}

/**
 * A person named by part of the name. Given back: the one draft it fits; where several fit, the one named last
 * before it in reading order, provided no other was named within `near` characters; else undefined.
 */
export function fitting(all: Gathering, form: string, at: Span, near = 900): Draft | undefined {
  const fits = people(all, form).filter((d) => d.forms.some((f) => f !== form && isPart(form, f)))
  if (fits.length <= 1) return fits[0]
  const last = (d: Draft): number =>
    d.at.reduce((best, s) => (s.start < at.start ? Math.max(best, s.start) : best), -1)
  const [first, second] = fits.map((draft) => ({ draft, at: last(draft) })).sort((a, b) => b.at - a.at) as [
    { draft: Draft; at: number },
    { draft: Draft; at: number },
  ]
  if (first.at < 0) return undefined
  return at.start - second.at > near || second.at < 0 ? first.draft : undefined
}

/** Drafts of people that a part of a name could mean. */
function people(all: Gathering, form: string): Draft[] {
  const words = folded(form).split(/\s+/u)
  const plain = words.at(-1)!.replace(ARTICLE, '')
  const keys = [words[0]!, words.at(-1)!, plain, `last ${nameKey(plain)}`]
  return [...new Set(keys.flatMap((key) => all.filed.get(key) ?? []))]
}

/** The draft whose only name is this one word. */
export const aloneAs = (all: Gathering, form: string): Draft | undefined =>
  all.filed.get(`whole ${folded(form)}`)?.find((d) => d.forms[0] === form)

/** Whether several people of this family name are in the text. */
export const isDoubtful = (all: Gathering, form: string): boolean =>
  people(all, form).filter((d) => d.forms[0]!.endsWith(` ${form}`)).length > 1

const ARTICLE = /^(al|el|as|ad|ar|an|ash|ul)[-‑\s]/iu

/** Whether `short` is the family name (or all after the given name, or the given name) of `full`. */
function isPart(short: string, full: string): boolean {
  const words = folded(full).split(/\s+/u)
  const part = folded(short).split(/\s+/u)
  if (part.length >= words.length) return false
  const end = words.slice(-part.length)
  if (end.every((word, i) => word === part[i])) return true
  if (part.length === 1) {
    const plain = part[0]!.replace(ARTICLE, '')
    if (words.slice(1).some((word) => word.replace(ARTICLE, '') === plain)) return true
    const last = words.at(-1)!.replace(ARTICLE, '')
    if (last.length > 4 && plain.length > 4 && nameKey(last) === nameKey(plain) && last[0] === plain[0])
      return true
    return words[0] === part[0]
  }
  return words.slice(0, part.length).every((word, i) => word === part[i])
}
